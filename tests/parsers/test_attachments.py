"""Attachments: forms, several attached documents, their own letterheads and signatures; examples in the body."""

from __future__ import annotations

import pytest
from made_text import document

HEAD = (
    "SỞ NỘI VỤ",
    "Số: 45/QĐ-SNV",
    "Bản Mạ, ngày 02 tháng 3 năm 2026",
    "QUYẾT ĐỊNH",
    "Ban hành Quy chế",
    "Căn cứ Luật Đất đai;",
    "QUYẾT ĐỊNH:",
    "Điều 1. Ban hành kèm theo Quyết định này Quy chế trồng cây.",
    "Điều 2. Hiệu lực từ ngày ký.",
)
CLOSING = ("Nơi nhận:", "- Như Điều 2;", "- Lưu: VT.", "GIÁM ĐỐC", "Lò Văn Sơn")
MOTTO = ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc")
GUIDE = "(Ban hành kèm theo Quyết định số 45/QĐ-SNV ngày 02/3/2026 của Sở)"
RULES = (
    "QUY CHẾ",
    "Trồng cây",
    GUIDE,
    "Chương I",
    "QUY ĐỊNH CHUNG",
    "Điều 1. Ai trồng.",
    "Điều 2. Ở đâu.",
    "Điều 3. Khi nào.",
)
PLAN = ("KẾ HOẠCH", "Chăm cây", GUIDE, "I. MỤC ĐÍCH", "1. Làm.")
ATTACHED = [
    pytest.param([*RULES], [("Kèm theo", "Trồng cây")], id="rules with chapters and articles"),
    pytest.param([*RULES, *PLAN], [("Kèm theo", "Trồng cây"), ("Kèm theo 2", "Chăm cây")], id="two documents"),
    pytest.param(
        ["SỞ NỘI VỤ", *MOTTO, "Số: 4/KH", *PLAN], [("Kèm theo", "Chăm cây")], id="a letterhead of its own is no title"
    ),
    pytest.param(
        ["PHỤ LỤC", "(Kèm theo Công văn số 5/SNV ngày 02/3/2026", "của Sở Nội vụ)", "1. Bản Mạ."],
        [("Phụ lục", None)],
        id="a guide on two lines",
    ),
    pytest.param(
        ["MẪU SỐ 01", GUIDE, "TỜ KHAI", "1. Tên.", "MẪU SỐ 02A", "BẢNG KÊ", "1. Cây."],
        [("Mẫu số 01", "TỜ KHAI"), ("Mẫu số 02A", "BẢNG KÊ")],
        id="forms",
    ),
    pytest.param(
        ["Mẫu số 01", *MOTTO, "ĐƠN XIN CÂY", "1. Tên.", "GIÁM ĐỐC", "Hà Thị Lan", "- Lưu: VT."],
        [("Mẫu số 01", "ĐƠN XIN CÂY")],
        id="a form with a signature of its own",
    ),
    pytest.param(
        ["PHỤ LỤC I", "DANH SÁCH XÃ", "1. Theo Mẫu số 01 kèm theo."],
        [("Phụ lục I", "DANH SÁCH XÃ")],
        id="a form that is only mentioned",
    ),
    pytest.param(
        ["Phần I.", "DANH MỤC CÂY", "1. Keo."], [("Kèm theo", None)], id="what is attached begins with a part"
    ),
]


@pytest.mark.parametrize(("lines", "expected"), ATTACHED)
def test_what_is_attached(lines: list[str], expected: list[tuple[str, str | None]]) -> None:
    made = document(*HEAD, *CLOSING, *lines)
    assert [(section.label, section.title) for section in made.sections[2:]] == expected
    assert [signer.name for signer in made.signers] == ["Lò Văn Sơn"]
    assert [one.name for one in made.recipients] == ["Như Điều 2"]


def test_a_closing_that_is_an_example_in_the_body_is_passed_over() -> None:
    example = ("Ví dụ:", "BỘ TRƯỞNG", "Lê Văn Cường", "Nơi nhận xác định những ai được gửi văn bản.", "Điều 3. Hết.")
    made = document(*HEAD, *example, *CLOSING)
    assert [section.label for section in made.sections] == ["Điều 1", "Điều 2", "Điều 3"]
    assert [signer.name for signer in made.signers] == ["Lò Văn Sơn"]
