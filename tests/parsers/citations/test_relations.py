"""Relations and places of citations, told in whole documents (SPEC §10.3-10.4; GUIDELINES, relation and doubts)."""

from __future__ import annotations

from itertools import pairwise

import pytest
from made_text import cited as cited_in
from made_text import document

from models import Citation, Relation, Within

HEAD = ("SỞ NỘI VỤ", "Số: 45/KH-SNV", "Bản Mạ, ngày 02 tháng 3 năm 2026", "KẾ HOẠCH", "Trồng cây phân tán năm 2026")


def cited(*paragraphs: str) -> list[Citation]:
    return list(document(*HEAD, *paragraphs).citations)


OPENING: list[object] = [
    pytest.param("Căn cứ Nghị định số 7/2024/NĐ-CP;", ["basis"], id="Căn cứ"),
    pytest.param("Căn cứ vào Nghị định số 7/2024/NĐ-CP;", ["basis"], id="Căn cứ vào"),
    pytest.param("- Căn cứ Nghị định số 7/2024/NĐ-CP;", ["basis"], id="Căn cứ after a dash, Party manner"),
    pytest.param("Căn cứ khoản 2 Điều 5 Nghị định số 7/2024/NĐ-CP;", ["basis"], id="Căn cứ before a pinpoint"),
    pytest.param("Căn cứ Luật Đất đai năm 2024;", ["basis"], id="Căn cứ before a law by name"),
    pytest.param("Căn cứ Nghị định số 7/2024/NĐ-CP sửa đổi Điều 3 Nghị định số 9/2020/NĐ-CP;", ["basis", "mentions"],
                 id="a nested citation needs its own cue"),
    pytest.param("Thực hiện Chỉ thị số 7/CT-UBND của UBND tỉnh, Sở Nội vụ ban hành Kế hoạch như sau:",
                 ["implements"], id="Thực hiện"),
    pytest.param("Triển khai thực hiện Công văn số 8/UBND-NC, Sở ban hành Kế hoạch:", ["implements"], id="Triển khai"),
    pytest.param("Thi hành Quyết định số 8/QĐ-TTg, Sở ban hành Kế hoạch:", ["implements"], id="Thi hành"),
    pytest.param("Hưởng ứng Phát động số 8/PĐ-UBND, Sở ban hành Kế hoạch:", ["implements"], id="Hưởng ứng"),
    pytest.param("Theo đề nghị của Phòng Tổng hợp tại Tờ trình số 9/TTr-PTH;", ["implements"], id="Theo đề nghị"),
    pytest.param("Thực hiện Chỉ thị số 7/CT-UBND. Sở Nội vụ ban hành Kế hoạch như sau:", ["implements"],
                 id="a full stop in the middle of the opening"),
    pytest.param("Thực hiện Quyết định số 7/QĐ-UBND và Kế hoạch số 8/KH-UBND, Sở ban hành Kế hoạch:",
                 ["implements", "implements"], id="two in one list"),
    pytest.param("Thực hiện Kế hoạch số 8/KH-UBND thực hiện Nghị quyết số 9-NQ/TU, Sở ban hành Kế hoạch:",
                 ["implements", "mentions"], id="what the implemented one implements is a mention"),
    pytest.param("Căn cứ các Nghị định số 7/2024/NĐ-CP, số 8/2024/NĐ-CP;", ["basis", "basis"], id="a list shares it"),
]  # fmt: skip

BODY: list[object] = [
    pytest.param("1. Tiếp tục quán triệt Chỉ thị số 7/CT-UBND.", ["mentions"], id="to spread it"),
    pytest.param("1. Trên cơ sở Kế hoạch số 8/KH-UBND, các phòng xây dựng kế hoạch.", ["mentions"],
                 id="Trên cơ sở in an item"),
    pytest.param("1. Quyết định này thay thế Quyết định số 7/QĐ-SNV.", ["replaces"], id="replaces"),
    pytest.param("1. Kế hoạch này thay thế Kế hoạch số 7/KH-SNV ngày 01/02/2025 của Sở.", ["replaces"],
                 id="replaces, a plan"),
    pytest.param("1. Bãi bỏ Quyết định số 7/QĐ-SNV.", ["repeals"], id="repeals"),
    pytest.param("1. Quyết định này bãi bỏ Quyết định số 7/QĐ-SNV.", ["repeals"], id="repeals, this one"),
    pytest.param("1. Sửa đổi khoản 2 Điều 3 Quyết định số 7/QĐ-SNV như sau:", ["amends"], id="amends"),
    pytest.param("1. Sửa đổi, bổ sung một số điều của Quyết định số 7/QĐ-SNV:", ["amends"], id="amends some articles"),
    pytest.param("1. Theo Mẫu số 9 ban hành kèm theo Nghị định số 7/2024/NĐ-CP.", ["attached"], id="attached"),
    pytest.param("1. Quyết định số 7/QĐ-SNV được thay thế bởi Quyết định số 9/QĐ-SNV.", ["mentions", "mentions"],
                 id="replaced by another, told in passing"),
]  # fmt: skip


@pytest.mark.parametrize(("paragraph", "expected"), OPENING)
def test_relations_in_the_opening(paragraph: str, expected: list[Relation]) -> None:
    assert [c.relation for c in cited(paragraph, "I. MỤC ĐÍCH", "Làm tốt.")] == expected


@pytest.mark.parametrize(("paragraph", "expected"), BODY)
def test_relations_in_the_body(paragraph: str, expected: list[Relation]) -> None:
    assert [c.relation for c in cited("Sở Nội vụ ban hành Kế hoạch như sau:", paragraph)] == expected


def test_a_citation_in_the_title_is_implemented() -> None:
    made = document(
        "SỞ NỘI VỤ", "Số: 45/KH-SNV", "KẾ HOẠCH", "Thực hiện Nghị quyết số 9-NQ/TU về trồng cây", "I. MỤC ĐÍCH"
    )
    assert [(c.relation, c.within) for c in made.citations] == [("implements", "title")]


def test_the_number_in_the_letterhead_is_no_citation() -> None:
    assert cited("I. MỤC ĐÍCH", "Làm tốt.") == []


def test_the_outer_documents_number_below_an_attachment_is_no_citation() -> None:
    made = document(
        "SỞ NỘI VỤ",
        "Số: 45/QĐ-SNV",
        "Bản Mạ, ngày 02 tháng 3 năm 2026",
        "QUYẾT ĐỊNH",
        "Ban hành Quy chế",
        "Điều 1. Ban hành.",
        "Nơi nhận:",
        "- Như Điều 1;",
        "- Lưu: VT.",
        "GIÁM ĐỐC",
        "Lò Văn Sơn",
        "QUY CHẾ",
        "Làm việc",
        "(Ban hành kèm theo Quyết định số 45/QĐ-SNV ngày 02/3/2026 của Sở Nội vụ)",
        "Điều 1. Chung.",
    )
    assert [c.code for c in made.citations] == []
    assert [d.edtf for d in made.dates] == ["2026-03-02", "2026-03-02"]


PLACES: list[object] = [
    pytest.param("Căn cứ Nghị định số 7/2024/NĐ-CP;", "preamble", id="preamble"),
    pytest.param("1. Theo Nghị định số 7/2024/NĐ-CP.", "body", id="body"),
]


@pytest.mark.parametrize(("paragraph", "expected"), PLACES)
def test_where_a_citation_stands(paragraph: str, expected: Within) -> None:
    assert [c.within for c in cited(paragraph, "2. Làm tốt.")] == [expected]


def test_a_citation_in_an_appendix() -> None:
    closing = ("Nơi nhận:", "- Như trên;", "- Lưu: VT.", "GIÁM ĐỐC", "Lò Văn Sơn")
    found = cited("1. Làm tốt.", *closing, "PHỤ LỤC I", "DANH SÁCH", "1. Theo Nghị định số 7/2024/NĐ-CP.")
    assert [c.within for c in found] == ["appendix"]


def test_citations_come_in_reading_order_and_do_not_overlap() -> None:
    words = "Luật Đất đai năm 2024, Nghị định số 7/2024/NĐ-CP, Nghị quyết Đại hội XIII của Đảng và Chỉ thị 11"
    found = cited_in(words)
    assert [c.span.start for c in found] == sorted(c.span.start for c in found)
    assert len(found) == 4
    assert all(a.span.end <= b.span.start for a, b in pairwise(found))


def test_a_footnote_mark_is_not_part_of_a_code() -> None:
    words = "Xã thực hiện Nghị quyết số 9-NQ/TU1 và xây dựng nhà văn hóa2 cho các bản trong năm nay theo kế hoạch"
    notes = ("1 Nghị quyết số 9-NQ/TU ngày 05/3/2024 của Tỉnh ủy.", "2 Kế hoạch số 8/KH-UBND ngày 07/4/2025 của xã.")
    made = document(words, *notes)
    assert "9-NQ/TU" in [c.code for c in made.citations]
