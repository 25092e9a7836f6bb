"""Certified copies: the block after a document, the electronic stamp, and that neither touches the document itself."""

from __future__ import annotations

import io

import pytest
from made_text import document, layout, source
from reportlab.pdfgen.canvas import Canvas

from corpus.pdf_pages import face, register_fonts
from models import Document
from models.document import load
from parsers import parse_bytes
from parsers.copy_stamps import Stamp, stamp
from parsers.document import assemble

HEAD = (
    "UBND TỈNH BẢN MẠ",
    "SỞ NỘI VỤ",
    "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
    "Độc lập - Tự do - Hạnh phúc",
    "Số: 45/KH-SNV",
    "Bản Mạ, ngày 02 tháng 3 năm 2026",
    "KẾ HOẠCH",
    "Trồng cây phân tán năm 2026",
)
BODY = (
    "I. MỤC ĐÍCH",
    "1. Trồng cây lâm nghiệp ở các bản để giữ nguồn nước cho đồng bào.",
    "II. TỔ CHỨC THỰC HIỆN",
    "1. Các phòng thuộc Sở trồng và tưới cây trong mùa mưa.",
)
CLOSING = (
    "Nơi nhận:",
    "- UBND tỉnh (để b/c);",
    "- Lưu: VT, NV.",
    "GIÁM ĐỐC",
    "Lò Văn Pành",
)
COPIED = ("UBND HUYỆN MƯỜNG LÁT", "Số: 12/SY-UBND", "SAO Y", "Mường Lát, ngày 09 tháng 3 năm 2026")
COPIED_CLOSING = ("Nơi nhận:", "- Các xã, thị trấn;", "- Lưu: VT.", "TL. CHỦ TỊCH", "CHÁNH VĂN PHÒNG", "Vi Thị Ín")


def outer(found: Document) -> tuple[object, ...]:
    header = found.header
    return (
        [agency.name for agency in header.issuing_agencies],
        header.code,
        header.issued_on,
        header.title,
        [signer.name for signer in found.signers],
        [recipient.name for recipient in found.recipients],
        found.archive.units if found.archive else None,
        [(section.label, section.title, len(section.children)) for section in found.sections],
    )


PLAIN = (*HEAD, *BODY, *CLOSING)
BLOCKS = [
    pytest.param((*COPIED, *COPIED_CLOSING), ("sao y", "UBND HUYỆN MƯỜNG LÁT", "12/SY-UBND", "2026-03-09"), id="sao y"),
    pytest.param(
        ("SAO Y BẢN CHÍNH", *COPIED[:2], COPIED[3], *COPIED_CLOSING),
        ("sao y", "UBND HUYỆN MƯỜNG LÁT", "12/SY-UBND", "2026-03-09"),
        id="the form first, in its older words",
    ),
    pytest.param(
        ("UBND HUYỆN MƯỜNG LÁT", "Số: 05/SL-UBND", "SAO LỤC", COPIED[3], *COPIED_CLOSING),
        ("sao lục", "UBND HUYỆN MƯỜNG LÁT", "05/SL-UBND", "2026-03-09"),
        id="sao lục",
    ),
    pytest.param(
        ("UBND HUYỆN MƯỜNG LÁT", "TRÍCH SAO", "Số: 03/TrS-UBND", COPIED[3], *COPIED_CLOSING),
        ("trích sao", "UBND HUYỆN MƯỜNG LÁT", "03/TrS-UBND", "2026-03-09"),
        id="trích sao",
    ),
    pytest.param(
        ("HUYỆN ỦY MƯỜNG LÁT", "ĐẢNG CỘNG SẢN VIỆT NAM", "Số 24-BS/HU", "SAO Y BẢN CHÍNH", COPIED[3], *COPIED_CLOSING),
        ("sao y", "HUYỆN ỦY MƯỜNG LÁT", "24-BS/HU", "2026-03-09"),
        id="a Party copy",
    ),
    pytest.param(
        ("UBND HUYỆN MƯỜNG LÁT SAO Y", "Số: 12/SY-UBND Mường Lát, ngày 09 tháng 3 năm 2026", *COPIED_CLOSING),
        ("sao y", "UBND HUYỆN MƯỜNG LÁT", "12/SY-UBND", "2026-03-09"),
        id="two columns on one line",
    ),
    pytest.param(
        (*COPIED[:2], COPIED[3], *COPIED_CLOSING),
        ("sao y", "UBND HUYỆN MƯỜNG LÁT", "12/SY-UBND", "2026-03-09"),
        id="the symbol says the form where its line is lost",
    ),
    pytest.param(
        ("UBND HUYỆN MƯỜNG LÁT", "Số:      /SY-UBND", "SAO Y", "Mường Lát, ngày     tháng 3 năm 2026", *COPIED_CLOSING),
        ("sao y", "UBND HUYỆN MƯỜNG LÁT", None, "2026-03-XX"),
        id="blanks stay blank",
    ),
    pytest.param(
        ("SAO Y", "Mường Lát, ngày 09 tháng 3 năm 2026", *COPIED_CLOSING),
        ("sao y", None, None, "2026-03-09"),
        id="neither agency nor number",
    ),
]


@pytest.mark.parametrize(("lines", "expected"), BLOCKS)
def test_the_block_of_a_copy_is_read_apart(lines: tuple[str, ...], expected: tuple[str | None, ...]) -> None:
    found = document(*PLAIN, *lines)
    copy = found.certified_copy
    assert copy is not None
    assert (copy.form, copy.agency, copy.code, copy.copied_on) == expected
    assert copy.place == "Mường Lát"
    assert [signer.name for signer in copy.signers] == ["Vi Thị Ín"]
    assert [signer.position for signer in copy.signers] == ["CHÁNH VĂN PHÒNG"]
    assert [recipient.name for recipient in copy.recipients] == ["Các xã, thị trấn"]
    assert copy.archive is not None
    assert copy.archive.units == ("VT",)
    assert copy.span is not None
    assert found.text[copy.span.start : copy.span.end] == copy.raw
    assert copy.raw == "\n".join(" ".join(line.split()) for line in lines)


@pytest.mark.parametrize(("lines", "expected"), BLOCKS)
def test_the_document_is_the_same_with_and_without_the_block(
    lines: tuple[str, ...], expected: tuple[str | None, ...]
) -> None:
    assert outer(document(*PLAIN, *lines)) == outer(document(*PLAIN))


NO_BLOCKS = [
    pytest.param(PLAIN, id="a document alone"),
    pytest.param((*HEAD, *BODY, "III. SAO Y", "1. Văn thư sao y văn bản đến.", *CLOSING), id="a section about copies"),
    pytest.param(
        (*PLAIN, "PHỤ LỤC I", "SAO Y", "1. Văn thư sao y văn bản đến.", "2. Số: 12/QĐ-UBND"),
        id="a heading in an appendix",
    ),
    pytest.param((*HEAD, *BODY, "Theo bản sao số 12/SY-UBND của huyện.", *CLOSING), id="a copy that is cited"),
]


@pytest.mark.parametrize("lines", NO_BLOCKS)
def test_words_about_copies_are_no_copy(lines: tuple[str, ...]) -> None:
    assert document(*lines).certified_copy is None


STAMPS = [
    pytest.param(
        "SAO Y; Ủy ban nhân dân huyện Mường Lát; 12-03-2026 16:15:12 +07:00",
        Stamp("sao y", "Ủy ban nhân dân huyện Mường Lát", "2026-03-12T16:15:12+07:00"),
        id="as the decree draws it",
    ),
    pytest.param(
        "SAO LỤC, UBND HUYỆN MƯỜNG LÁT, ngày ký: 12/03/2026",
        Stamp("sao lục", "UBND HUYỆN MƯỜNG LÁT", "2026-03-12"),
        id="a day without time",
    ),
    pytest.param(
        "TRÍCH SAO; Văn phòng UBND huyện; thời gian ký: 08:05:00 12.03.2026 +07:00",
        Stamp("trích sao", "Văn phòng UBND huyện", "2026-03-12T08:05:00+07:00"),
        id="the time first",
    ),
    pytest.param("SAO Y; UBND huyện; 32/13/2026", Stamp("sao y", "UBND huyện", None), id="no such day"),
    pytest.param("SAO Y", None, id="the form alone"),
    pytest.param("Sao y văn bản đến từ 12/03/2026 do văn thư huyện làm theo quy định.", None, id="a sentence"),
]


@pytest.mark.parametrize(("words", "expected"), STAMPS)
def test_the_stamp_of_an_electronic_copy(words: str, expected: Stamp | None) -> None:
    assert stamp(words) == expected


ELECTRONIC = "SAO Y; ỦY BAN NHÂN DÂN HUYỆN MƯỜNG LÁT; 12-03-2026 16:15:12 +07:00"


def test_a_stamp_in_the_text_is_not_the_issuer() -> None:
    found = document(ELECTRONIC, *PLAIN)
    assert found.certified_copy is not None
    assert found.certified_copy.signed_at == "2026-03-12T16:15:12+07:00"
    assert found.certified_copy.origin == "text"
    assert outer(found) == outer(document(*PLAIN))


def test_a_stamp_in_an_annotation_is_no_part_of_the_text() -> None:
    made = layout(*PLAIN)
    made = made._replace(pages=(made.pages[0]._replace(stamps=(ELECTRONIC,)),))
    found = assemble(made, source())
    assert found.certified_copy is not None
    assert (found.certified_copy.origin, found.certified_copy.span) == ("annotation", None)
    assert ELECTRONIC not in found.text
    assert load(found.model_dump(mode="json")).certified_copy == found.certified_copy


def drawn(*, copied: bool) -> bytes:
    """Draw the document on one page, with the two columns of its head and its closing, and the copy under it."""
    register_fonts()
    stream = io.BytesIO()
    canvas = Canvas(stream, pagesize=(595, 842))

    def at(x: float, y: float, words: str) -> None:
        canvas.setFont(face(), 13)
        canvas.drawString(x, 842 - y, words)

    for y, (left, right) in enumerate(((HEAD[0], HEAD[2]), (HEAD[1], HEAD[3]), (HEAD[4], HEAD[5]))):
        at(85, 60 + 18 * y, left)
        at(300, 60 + 18 * y, right)
    for y, words in enumerate((*HEAD[6:], *BODY)):
        at(85 if y > 1 else 220, 140 + 20 * y, words)
    for top, lines in ((300, CLOSING), (480, COPIED_CLOSING)):
        if top == 300 or copied:
            for y, words in enumerate(lines[:3]):
                at(85, top + 18 * y, words)
            for y, words in enumerate(lines[3:-1]):
                at(330, top + 18 * y, words)
            at(340, top + 100, lines[-1])
    if copied:
        at(85, 430, COPIED[0])
        at(110, 448, COPIED[1])
        at(390, 430, COPIED[2])
        at(310, 448, COPIED[3])
    canvas.save()
    return stream.getvalue()


def test_the_block_under_a_printed_page() -> None:
    plain, found = parse_bytes(drawn(copied=False), "a.pdf"), parse_bytes(drawn(copied=True), "a.pdf")
    assert outer(found) == outer(plain)
    copy = found.certified_copy
    assert copy is not None
    assert (copy.form, copy.agency, copy.code) == ("sao y", "UBND HUYỆN MƯỜNG LÁT", "12/SY-UBND")
    assert (copy.place, copy.copied_on) == ("Mường Lát", "2026-03-09")
    assert [signer.name for signer in copy.signers] == ["Vi Thị Ín"]
    assert [recipient.name for recipient in copy.recipients] == ["Các xã, thị trấn"]
