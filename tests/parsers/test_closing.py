"""The closing: signers, recipients, archive, addressees, in any order of lines (SPEC §7, §8; GUIDELINES)."""

from __future__ import annotations

from typing import NamedTuple

import pytest
from made_text import document, text

from models import Document
from parsers.recipients import addressees
from parsers.signers import signers

BODY = ("SỞ NỘI VỤ", "Số: 45/KH-SNV", "Bản Mạ, ngày 02 tháng 3 năm 2026", "KẾ HOẠCH", "Trồng cây năm 2026",
        "Thực hiện Chỉ thị số 7/CT-UBND ngày 01/02/2026 của UBND tỉnh, Sở Nội vụ ban hành Kế hoạch như sau:",
        "I. MỤC ĐÍCH", "1. Trồng cây phân tán ở các bản.", "Yêu cầu các xã thực hiện./.")  # fmt: skip


class S(NamedTuple):
    """A signer as the gold writes it."""

    name: str
    position: str | None
    capacity: tuple[str, ...] = ()
    honorific: str | None = None
    other_post: str | None = None


def closed(*lines: str) -> Document:
    return document(*BODY, *lines)


def signed(made: Document) -> list[S]:
    return [S(s.name, s.position, s.capacity, s.honorific, s.other_post) for s in made.signers]


BLOCKS = [
    pytest.param(["GIÁM ĐỐC", "Lò Văn Sơn"], [S("Lò Văn Sơn", "GIÁM ĐỐC")], id="the head signs"),
    pytest.param(
        ["KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC", "Lò Văn Sơn"],
        [S("Lò Văn Sơn", "PHÓ GIÁM ĐỐC", ("KT. GIÁM ĐỐC",))],
        id="a deputy for the head",
    ),
    pytest.param(
        ["TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH", "Lò Văn Sơn"],
        [S("Lò Văn Sơn", "CHỦ TỊCH", ("TM. ỦY BAN NHÂN DÂN",))],
        id="for the collective",
    ),
    pytest.param(
        ["TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH", "Lò Văn Sơn"],
        [S("Lò Văn Sơn", "PHÓ CHỦ TỊCH", ("TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH"))],
        id="two prefixes",
    ),
    pytest.param(
        ["TL. CHỦ TỊCH", "CHÁNH VĂN PHÒNG", "Lò Văn Sơn"],
        [S("Lò Văn Sơn", "CHÁNH VĂN PHÒNG", ("TL. CHỦ TỊCH",))],
        id="by order",
    ),
    pytest.param(
        ["TL. CHỦ TỊCH", "KT. CHÁNH VĂN PHÒNG", "PHÓ CHÁNH VĂN PHÒNG", "Lò Văn Sơn"],
        [S("Lò Văn Sơn", "PHÓ CHÁNH VĂN PHÒNG", ("TL. CHỦ TỊCH", "KT. CHÁNH VĂN PHÒNG"))],
        id="by order, a deputy",
    ),
    pytest.param(
        ["TUQ. GIÁM ĐỐC", "TRƯỞNG PHÒNG", "Lò Văn Sơn"],
        [S("Lò Văn Sơn", "TRƯỞNG PHÒNG", ("TUQ. GIÁM ĐỐC",))],
        id="by mandate",
    ),
    pytest.param(
        ["TUQ. GIÁM ĐỐC", "TRƯỞNG PHÒNG TỔNG HỢP", "Lò Văn Sơn"],
        [S("Lò Văn Sơn", "TRƯỞNG PHÒNG TỔNG HỢP", ("TUQ. GIÁM ĐỐC",))],
        id="a post with its office",
    ),
    pytest.param(["Q. GIÁM ĐỐC", "Lò Văn Sơn"], [S("Lò Văn Sơn", "Q. GIÁM ĐỐC")], id="acting head"),
    pytest.param(["QUYỀN GIÁM ĐỐC", "Lò Văn Sơn"], [S("Lò Văn Sơn", "QUYỀN GIÁM ĐỐC")], id="acting head, spelt out"),
    pytest.param(
        ["T/M BAN THƯỜNG VỤ", "PHÓ BÍ THƯ", "Lò Văn Sơn"],
        [S("Lò Văn Sơn", "PHÓ BÍ THƯ", ("T/M BAN THƯỜNG VỤ",))],
        id="Party: on behalf of",
    ),
    pytest.param(
        ["T/M TỈNH ỦY", "BÍ THƯ", "Lò Văn Sơn"],
        [S("Lò Văn Sơn", "BÍ THƯ", ("T/M TỈNH ỦY",))],
        id="Party: the committee",
    ),
    pytest.param(
        ["K/T TRƯỞNG BAN", "PHÓ TRƯỞNG BAN", "Lò Văn Sơn"],
        [S("Lò Văn Sơn", "PHÓ TRƯỞNG BAN", ("K/T TRƯỞNG BAN",))],
        id="Party: for the head",
    ),
    pytest.param(
        ["T/L BAN THƯỜNG VỤ", "CHÁNH VĂN PHÒNG", "Lò Văn Sơn"],
        [S("Lò Văn Sơn", "CHÁNH VĂN PHÒNG", ("T/L BAN THƯỜNG VỤ",))],
        id="Party: by order",
    ),
    pytest.param(
        ["TM ỦY BAN NHÂN DÂN", "KT CHỦ TỊCH", "PHÓ CHỦ TỊCH", "Lò Văn Sơn"],
        [S("Lò Văn Sơn", "PHÓ CHỦ TỊCH", ("TM ỦY BAN NHÂN DÂN", "KT CHỦ TỊCH"))],
        id="prefixes without dots",
    ),
    pytest.param(
        ["KT.GIÁM ĐỐC", "PHÓ GIÁM ĐỐC", "Lò Văn Sơn"],
        [S("Lò Văn Sơn", "PHÓ GIÁM ĐỐC", ("KT.GIÁM ĐỐC",))],
        id="a prefix without a space",
    ),
    pytest.param(
        ["THỪA LỆNH GIÁM ĐỐC", "CHÁNH VĂN PHÒNG", "Lò Văn Sơn"],
        [S("Lò Văn Sơn", "CHÁNH VĂN PHÒNG", ("THỪA LỆNH GIÁM ĐỐC",))],
        id="the prefix spelt out",
    ),
    pytest.param(["GIÁM ĐỐC", "(Đã ký)", "Lò Văn Sơn"], [S("Lò Văn Sơn", "GIÁM ĐỐC")], id="signed"),
    pytest.param(["GIÁM ĐỐC", "(Đã ký)"], [], id="a post without a name is no signer"),
    pytest.param(["GIÁM ĐỐC", "LÒ VĂN SƠN"], [S("LÒ VĂN SƠN", "GIÁM ĐỐC")], id="a name in capitals"),
    pytest.param(["GIÁM ĐỐC", "Y Thanh Hà Niê Kđăm"], [S("Y Thanh Hà Niê Kđăm", "GIÁM ĐỐC")], id="a highland name"),
    pytest.param(["GIÁM ĐỐC", "Lò Sơn"], [S("Lò Sơn", "GIÁM ĐỐC")], id="two syllables"),
    pytest.param(
        ["GIÁM ĐỐC", "Nguyễn Thị Thúy-Hằng"], [S("Nguyễn Thị Thúy-Hằng", "GIÁM ĐỐC")], id="a hyphen in a name"
    ),
    pytest.param(["GIÁM ĐỐC", "Lò Văn Sơn."], [S("Lò Văn Sơn", "GIÁM ĐỐC")], id="a dot after a name"),
    pytest.param(["GIÁM ĐỐC", "ThS. Lò Văn Sơn"], [S("Lò Văn Sơn", "GIÁM ĐỐC", (), "ThS")], id="academic title"),
    pytest.param(["GIÁM ĐỐC", "PGS.TS. Lò Văn Sơn"], [S("Lò Văn Sơn", "GIÁM ĐỐC", (), "PGS.TS")], id="two titles"),
    pytest.param(
        ["KT. HIỆU TRƯỞNG", "PHÓ HIỆU TRƯỞNG", "PGS.TS Lò Văn Sơn"],
        [S("Lò Văn Sơn", "PHÓ HIỆU TRƯỞNG", ("KT. HIỆU TRƯỞNG",), "PGS.TS")],
        id="two titles, no dot after them",
    ),
    pytest.param(["GIÁM ĐỐC", "BSCKII. Lò Văn Sơn"], [S("Lò Văn Sơn", "GIÁM ĐỐC", (), "BSCKII")], id="a doctor"),
    pytest.param(["GIÁM ĐỐC", "BSCKII Lò Văn Sơn"], [S("Lò Văn Sơn", "GIÁM ĐỐC", (), "BSCKII")], id="a doctor, no dot"),
    pytest.param(
        ["GIÁM ĐỐC", "BS CKII Lò Văn Sơn"], [S("Lò Văn Sơn", "GIÁM ĐỐC", (), "BS CKII")], id="a doctor, parted"
    ),
    pytest.param(["GIÁM ĐỐC", "Đại tá Lò Văn Sơn"], [S("Lò Văn Sơn", "GIÁM ĐỐC", (), "Đại tá")], id="a rank"),
    pytest.param(
        ["GIÁM ĐỐC", "Thiếu tướng, TS. Lò Văn Sơn"],
        [S("Lò Văn Sơn", "GIÁM ĐỐC", (), "Thiếu tướng, TS")],
        id="a rank and a title",
    ),
    pytest.param(
        ["CHỈ HUY TRƯỞNG", "Thượng tá Lò Văn Sơn"], [S("Lò Văn Sơn", "CHỈ HUY TRƯỞNG", (), "Thượng tá")], id="army"
    ),
    pytest.param(
        ["TRƯỞNG BAN", "PHÓ CHỦ TỊCH UBND TỈNH", "Lò Văn Sơn"],
        [S("Lò Văn Sơn", "TRƯỞNG BAN", (), None, "PHÓ CHỦ TỊCH UBND TỈNH")],
        id="another post above the name",
    ),
    pytest.param(
        ["KT. TRƯỞNG BAN", "PHÓ TRƯỞNG BAN", "GIÁM ĐỐC SỞ NỘI VỤ", "Lò Văn Sơn"],
        [S("Lò Văn Sơn", "PHÓ TRƯỞNG BAN", ("KT. TRƯỞNG BAN",), None, "GIÁM ĐỐC SỞ NỘI VỤ")],
        id="another post of a deputy",
    ),
    pytest.param(
        ["TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH", "*", "M.S.D.N 0123", "Lò Văn Sơn"],
        [S("Lò Văn Sơn", "CHỦ TỊCH", ("TM. ỦY BAN NHÂN DÂN",))],
        id="noise of a seal",
    ),
    pytest.param(
        ["TM. CHÍNH PHỦ KT. THỦ TƯỚNG PHÓ THỦ TƯỚNG", "Lò Văn Sơn"],
        [S("Lò Văn Sơn", "PHÓ THỦ TƯỚNG", ("TM. CHÍNH PHỦ", "KT. THỦ TƯỚNG"))],
        id="posts run together",
    ),
    pytest.param(
        ["KT. BỘ TRƯỞNG", "THỨ TRƯỞNG Lò Văn Sơn"],
        [S("Lò Văn Sơn", "THỨ TRƯỞNG", ("KT. BỘ TRƯỞNG",))],
        id="post and name on one line",
    ),
    pytest.param(
        ["TM. BAN CHẤP HÀNH ĐẢNG BỘ", "XÃ BẢN MẠ", "BÍ THƯ", "Lò Văn Sơn"],
        [S("Lò Văn Sơn", "BÍ THƯ", ("TM. BAN CHẤP HÀNH ĐẢNG BỘ XÃ BẢN MẠ",))],
        id="a body on two lines",
    ),
    pytest.param(["CHÁNH VĂN PHÒNG", "H’Lan Niê"], [S("H’Lan Niê", "CHÁNH VĂN PHÒNG")], id="a name with an apostrophe"),
    pytest.param(
        ["TM. HỘI ĐỒNG", "CHỦ TỊCH", "Lò Văn Sơn", "PHÓ CHỦ TỊCH UBND TỈNH"],
        [S("Lò Văn Sơn", "CHỦ TỊCH", ("TM. HỘI ĐỒNG",), None, "PHÓ CHỦ TỊCH UBND TỈNH")],
        id="another post under the name",
    ),
    pytest.param(
        ["PHÓ GIÁM ĐỐC", "KT. GIÁM ĐỐC", "Lò Văn Sơn"],
        [S("Lò Văn Sơn", "PHÓ GIÁM ĐỐC", ("KT. GIÁM ĐỐC",))],
        id="the authority after the deputy's post",
    ),
]


@pytest.mark.parametrize(("lines", "expected"), BLOCKS)
def test_a_signature_block(lines: list[str], expected: list[S]) -> None:
    assert signed(closed("Nơi nhận:", "- Như trên;", "- Lưu: VT.", *lines)) == expected


SEVERAL = [
    pytest.param(
        ["KT. GIÁM ĐỐC SỞ NỘI VỤ", "PHÓ GIÁM ĐỐC", "Lò Văn Sơn", "KT. GIÁM ĐỐC SỞ Y TẾ", "PHÓ GIÁM ĐỐC", "Vi Thị Hoa"],
        [
            S("Lò Văn Sơn", "PHÓ GIÁM ĐỐC", ("KT. GIÁM ĐỐC SỞ NỘI VỤ",)),
            S("Vi Thị Hoa", "PHÓ GIÁM ĐỐC", ("KT. GIÁM ĐỐC SỞ Y TẾ",)),
        ],
        id="one after the other",
    ),
    pytest.param(
        ["GIÁM ĐỐC SỞ NỘI VỤ", "GIÁM ĐỐC SỞ Y TẾ", "Lò Văn Sơn", "Vi Thị Hoa"],
        [S("Lò Văn Sơn", "GIÁM ĐỐC SỞ NỘI VỤ"), S("Vi Thị Hoa", "GIÁM ĐỐC SỞ Y TẾ")],
        id="all posts, then all names, paired by order",
    ),
]


@pytest.mark.parametrize(("lines", "expected"), SEVERAL)
def test_several_signers(lines: list[str], expected: list[S]) -> None:
    made = text(*lines)
    found = signers(made, 0, len(made.paragraphs), joint=True)
    assert [S(s.name, s.position, s.capacity, s.honorific, s.other_post) for s in found] == expected


SONE = [S("Lò Văn Sơn", "PHÓ GIÁM ĐỐC", ("KT. GIÁM ĐỐC",))]
ITEMS = [("UBND tỉnh", "b/c"), ("Các xã", None)]
INTERLEAVED = [
    pytest.param(
        ["Nơi nhận:", "- UBND tỉnh (b/c);", "- Các xã;", "- Lưu: VT.", "KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC", "Lò Văn Sơn"],
        id="1 recipients, posts, name",
    ),
    pytest.param(
        ["Nơi nhận: KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC", "Lò Văn Sơn", "- UBND tỉnh (b/c);", "- Các xã;", "- Lưu: VT."],
        id="2 the post beside the heading, name, recipients",
    ),
    pytest.param(
        [
            "Nơi nhận:",
            "- UBND tỉnh (b/c);          KT. GIÁM ĐỐC",
            "- Các xã;          PHÓ GIÁM ĐỐC",
            "- Lưu: VT.",
            "Lò Văn Sơn",
        ],
        id="3 zipped row by row",
    ),
    pytest.param(
        ["KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC", "Lò Văn Sơn", "Nơi nhận:", "- UBND tỉnh (b/c);", "- Các xã;", "- Lưu: VT."],
        id="4 posts and name above the recipients",
    ),
    pytest.param(
        [
            "KT. GIÁM ĐỐC",
            "PHÓ GIÁM ĐỐC",
            "Lò Văn Sơn",
            "2",
            "Nơi nhận:",
            "- UBND tỉnh (b/c);",
            "- Các xã;",
            "- Lưu: VT.",
        ],
        id="5 name on one page, recipients on the next",
    ),
    pytest.param(
        ["Nơi nhận:", "KT. GIÁM ĐỐC", "- UBND tỉnh (b/c);", "PHÓ GIÁM ĐỐC", "- Các xã;", "- Lưu: VT.", "Lò Văn Sơn"],
        id="3 zipped, one part a line",
    ),
    pytest.param(
        ["Nơi nhận:", "- UBND tỉnh (b/c);    KT. GIÁM ĐỐC", "- Các xã;    PHÓ GIÁM ĐỐC", "- Lưu: VT.    Lò Văn Sơn"],
        id="3 the name beside the archive line",
    ),
]


@pytest.mark.parametrize("lines", INTERLEAVED)
def test_the_two_columns_may_come_in_any_order(lines: list[str]) -> None:
    made = closed(*lines)
    assert signed(made) == SONE
    assert [(r.name, r.purpose) for r in made.recipients] == ITEMS
    assert made.archive is not None
    assert made.archive.units == ("VT",)


RECIPIENTS: list[object] = [
    pytest.param("- UBND tỉnh (để b/c);", ("UBND tỉnh", "để b/c"), id="to report, short"),
    pytest.param("- UBND tỉnh (để báo cáo);", ("UBND tỉnh", "để báo cáo"), id="to report"),
    pytest.param("- UBND tỉnh (b/c);", ("UBND tỉnh", "b/c"), id="to report, bare"),
    pytest.param("- UBND tỉnh (Báo cáo);", ("UBND tỉnh", "Báo cáo"), id="to report, a capital"),
    pytest.param("- Các xã (để t/h);", ("Các xã", "để t/h"), id="to carry out, short"),
    pytest.param("- Các xã (để thực hiện);", ("Các xã", "để thực hiện"), id="to carry out"),
    pytest.param("- Các xã (t/h);", ("Các xã", "t/h"), id="to carry out, bare"),
    pytest.param("- Sở Y tế (p/h);", ("Sở Y tế", "p/h"), id="to coordinate"),
    pytest.param("- Sở Y tế (để biết);", ("Sở Y tế", "để biết"), id="to know"),
    pytest.param("- Cổng TTĐT (để đăng tải);", ("Cổng TTĐT", "để đăng tải"), id="to publish"),
    pytest.param("- Báo Bản Mạ (đưa tin);", ("Báo Bản Mạ", "đưa tin"), id="to give news"),
    pytest.param("- Phòng Tổng hợp (để theo dõi);", ("Phòng Tổng hợp", "để theo dõi"), id="to follow"),
    pytest.param("- Sở Nội vụ (Phòng TĐKT);", ("Sở Nội vụ (Phòng TĐKT)", None), id="a bracket that names a unit stays"),
    pytest.param("- Như trên;", ("Như trên", None), id="as above"),
    pytest.param("- Như Điều 3;", ("Như Điều 3", None), id="as in an article"),
    pytest.param("– Các phòng, ban;", ("Các phòng, ban", None), id="an en dash"),
    pytest.param("+ Các xã;", ("Các xã", None), id="a plus"),
    pytest.param("• Các xã;", ("Các xã", None), id="a dot"),
    pytest.param("-Các xã;", ("Các xã", None), id="no space after the dash"),
    pytest.param("- Lãnh đạo Sở:", ("Lãnh đạo Sở", None), id="a colon at the end"),
    pytest.param("- Các xã,", ("Các xã", None), id="a comma at the end"),
    pytest.param("- Các xã", ("Các xã", None), id="nothing at the end"),
    pytest.param("- C, PVP UBND tỉnh;", ("C, PVP UBND tỉnh", None), id="a comma inside"),
    pytest.param("- Phó GĐ Vi Thị Hoa để b/c;", ("Phó GĐ Vi Thị Hoa", "để b/c"), id="to report, no brackets"),
    pytest.param("- Ban Giám hiệu: báo cáo;", ("Ban Giám hiệu", "báo cáo"), id="to report, after a colon"),
    pytest.param("- Đảng ủy Sở } để báo cáo", ("Đảng ủy Sở", "để báo cáo"), id="to report, after a brace"),
    pytest.param("- Ban kiểm tra;", ("Ban kiểm tra", None), id="a body named after what it does"),
    pytest.param("- Tổ Đề án (Đề án 06);", ("Tổ Đề án (Đề án 06)", None), id="a bracket that opens like a purpose"),
    pytest.param("- UBND tỉnh; (Đã ký)", ("UBND tỉnh", None), id="that it is signed, on the line"),
    pytest.param("- UBND tỉnh (b/c), PHÓ", ("UBND tỉnh", "b/c"), id="the first word of a post, on the line"),
]  # fmt: skip


@pytest.mark.parametrize(("line", "expected"), RECIPIENTS)
def test_a_recipient(line: str, expected: tuple[str, str | None]) -> None:
    made = closed("Nơi nhận:", line, "- Trạm Bản Mạ;", "- Lưu: VT.", "GIÁM ĐỐC", "Lò Văn Sơn")
    assert [(r.name, r.purpose) for r in made.recipients] == [expected, ("Trạm Bản Mạ", None)]


def test_a_recipient_on_two_lines() -> None:
    made = closed("Nơi nhận:", "- Các phòng, đơn vị", "thuộc Sở;", "- Lưu: VT.", "GIÁM ĐỐC", "Lò Văn Sơn")
    assert [r.name for r in made.recipients] == ["Các phòng, đơn vị thuộc Sở"]


def test_recipients_on_the_line_of_the_heading() -> None:
    made = closed("Nơi nhận: - Như trên; - UBND tỉnh (b/c); - Lưu: VT, TH.", "GIÁM ĐỐC", "Lò Văn Sơn")
    assert [(r.name, r.purpose) for r in made.recipients] == [("Như trên", None), ("UBND tỉnh", "b/c")]
    assert made.archive is not None
    assert made.archive.units == ("VT", "TH")


ARCHIVES = [
    pytest.param("- Lưu: VT.", ("VT",), None, None, id="one unit"),
    pytest.param("- Lưu: VT, VP.", ("VT", "VP"), None, None, id="two units"),
    pytest.param("- Lưu VT, VP.", ("VT", "VP"), None, None, id="no colon"),
    pytest.param("Lưu: VT, VP.", ("VT", "VP"), None, None, id="no dash"),
    pytest.param("- Lưu: VT, VP(MTO).", ("VT", "VP"), "MTO", None, id="the drafter in glued brackets"),
    pytest.param("- Lưu: VT, NC (LTHT).", ("VT", "NC"), "LTHT", None, id="the drafter in brackets"),
    pytest.param("- Lưu: VT, NC (Hoa).", ("VT", "NC"), "Hoa", None, id="the drafter's name in brackets"),
    pytest.param("- Lưu: VT; HCQT.", ("VT",), "HCQT", None, id="the drafter after a semicolon"),
    pytest.param("- Lưu: VT, CTS, HQS.250", ("VT", "CTS"), "HQS", 250, id="drafter and copies"),
    pytest.param("- Lưu: VT, TH.50b.", ("VT", "TH"), None, 50, id="copies"),
    pytest.param("- Lưu: VT, TH (50 bản).", ("VT", "TH"), None, 50, id="copies in brackets"),
    pytest.param("- Lưu: VT, TH (3b).", ("VT", "TH"), None, 3, id="copies in brackets, short"),
    pytest.param("- Lưu Văn phòng Tỉnh ủy.", ("Văn phòng Tỉnh ủy",), None, None, id="Party"),
    pytest.param("- Lưu: VT, P.TĐKT.", ("VT", "P.TĐKT"), None, None, id="a unit with a dot"),
    pytest.param("- Lưu: VT, KGVXth96.", ("VT", "KGVX"), "th96", None, id="a lower-case tail is the drafter"),
    pytest.param("- Lưu: VT, KGVX (3) Hoa.", ("VT", "KGVX"), "Hoa", 3, id="copies in brackets, then the drafter"),
    pytest.param("- Lưu: VT, NN (2b). HoaTV", ("VT", "NN"), "HoaTV", 2, id="copies, a stop, the drafter"),
    pytest.param("- Lưu: TTra.HTV.", ("TTra",), "HTV", None, id="the drafter after a unit with small letters"),
    pytest.param("- VT, KGVX.", ("VT", "KGVX"), None, None, id="the records office alone says that it is kept"),
]


@pytest.mark.parametrize(("line", "units", "drafter", "copies"), ARCHIVES)
def test_the_archive_line(line: str, units: tuple[str, ...], drafter: str | None, copies: int | None) -> None:
    archive = closed("Nơi nhận:", "- Như trên;", line, "GIÁM ĐỐC", "Lò Văn Sơn").archive
    assert archive is not None
    assert (archive.units, archive.drafter, archive.copies) == (units, drafter, copies)


def test_the_typist_s_mark_below_the_archive_line() -> None:
    made = closed("Nơi nhận:", "- Như trên;", "- Lưu: VT, KT.", "Hoatv/QĐ06.T9/50b", "GIÁM ĐỐC", "Lò Văn Sơn")
    assert [r.name for r in made.recipients] == ["Như trên"]
    assert made.archive is not None
    assert (made.archive.units, made.archive.drafter, made.archive.copies) == (("VT", "KT"), "Hoatv", 50)


def test_what_follows_the_archive_line_is_no_recipient() -> None:
    made = closed(
        "Nơi nhận:", "- Như trên:", "- Lưu: VT.", "GIÁM ĐỐC", "Lò Văn Sơn", "Danh sách nhận cây", "- Xã Bản Mạ."
    )
    assert [r.name for r in made.recipients] == ["Như trên"]


ADDRESSED = [
    pytest.param(["Kính gửi: Ủy ban nhân dân tỉnh"], ["Ủy ban nhân dân tỉnh"], id="one, on the line"),
    pytest.param(["Kính gửi: Ủy ban nhân dân tỉnh."], ["Ủy ban nhân dân tỉnh"], id="without the full stop"),
    pytest.param(["Kính gửi:", "- Các sở, ngành;", "- UBND các xã."], ["Các sở, ngành", "UBND các xã"], id="a list"),
    pytest.param(
        ["Kính gửi: - Các sở, ngành;", "- UBND các xã."],
        ["Các sở, ngành", "UBND các xã"],
        id="a list that opens on the line",
    ),
    pytest.param(["Kính gửi: - Các sở; - UBND các xã."], ["Các sở", "UBND các xã"], id="a list on one line"),
    pytest.param(["Kính gửi:", "Ủy ban nhân dân tỉnh"], ["Ủy ban nhân dân tỉnh"], id="one, below"),
    pytest.param(["Kính trình: Ban Thường vụ Tỉnh ủy"], ["Ban Thường vụ Tỉnh ủy"], id="Party"),
    pytest.param(["KÍNH GỬI: BỘ NỘI VỤ"], ["BỘ NỘI VỤ"], id="capitals"),
    pytest.param(
        ["Kính gửi: Sở Văn hóa, Thể thao và Du lịch"], ["Sở Văn hóa, Thể thao và Du lịch"], id="commas inside"
    ),
    pytest.param(["Kế hoạch trồng cây"], [], id="none"),
]


@pytest.mark.parametrize(("lines", "expected"), ADDRESSED)
def test_addressees(lines: list[str], expected: list[str]) -> None:
    made = text(*lines, "Thực hiện Chỉ thị số 7/CT-UBND, Sở đề nghị các đơn vị trồng cây ngay từ đầu năm 2026.")
    found, _ = addressees(made, 0, len(made.paragraphs))
    assert [addressee.name for addressee in found] == expected


def test_an_approver_is_a_signer() -> None:
    made = closed("Nơi nhận:", "- Lưu: VT.", "TRƯỞNG PHÒNG", "Vi Thị Hoa", "PHÊ DUYỆT CỦA GIÁM ĐỐC", "Lò Văn Sơn")
    assert [s.name for s in made.signers] == ["Vi Thị Hoa", "Lò Văn Sơn"]


def test_a_signature_in_an_attachment_is_not_listed() -> None:
    made = closed("Nơi nhận:", "- Lưu: VT.", "GIÁM ĐỐC", "Lò Văn Sơn", "PHỤ LỤC I", "MẪU BÁO CÁO", "1. Kết quả.",
                  "NGƯỜI LẬP BIỂU", "THỦ TRƯỞNG ĐƠN VỊ", "Vi Thị Hoa")  # fmt: skip
    assert [s.name for s in made.signers] == ["Lò Văn Sơn"]


def test_names_in_the_body_are_no_signers() -> None:
    made = document(
        *BODY[:-1],
        "2. Trưởng đoàn:",
        "Vi Thị Hoa",
        "Yêu cầu các xã thực hiện./.",
        "Nơi nhận:",
        "- Lưu: VT.",
        "GIÁM ĐỐC",
        "Lò Văn Sơn",
    )
    assert [s.name for s in made.signers] == ["Lò Văn Sơn"]


def test_without_a_closing_there_is_nothing() -> None:
    made = document(*BODY)
    assert (made.signers, made.recipients, made.archive) == ((), (), None)


NOTES = [
    pytest.param("Người ký: Ủy ban nhân dân tỉnh Bản Mạ", id="signed by"),
    pytest.param("Ký bởi: Sở Nội vụ", id="signed by, short"),
    pytest.param("Thời gian ký: 31.01.2026 15:04:12 +07:00", id="the time of signing"),
    pytest.param("Digitally signed by SNV", id="English"),
    pytest.param("Signature Not Verified", id="not verified"),
]


@pytest.mark.parametrize("line", NOTES)
def test_the_note_of_a_digital_signature_is_noise(line: str) -> None:
    made = closed("Nơi nhận:", "- Các xã;", "- Lưu: VT.", "GIÁM ĐỐC", line, "Lò Văn Sơn")
    assert signed(made) == [S("Lò Văn Sơn", "GIÁM ĐỐC")]
    assert [r.name for r in made.recipients] == ["Các xã"]
