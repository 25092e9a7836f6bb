"""The text: reading order, joints, offsets that lead back to the page; and parsers that take any input."""

from __future__ import annotations

import random
import time
import unicodedata
from collections.abc import Iterator
from contextlib import suppress
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from made_text import HEIGHT, WIDTH, document, layout, paged, placed, source, text, tried

from models import Cause, Document, Failure, Section
from parsers import header, parse_bytes, zones
from parsers.document import assemble
from parsers.layout import Cell, Layout, Line, Page, Run
from parsers.text import Text, build

FRAGMENTS = [
    "UBND TỈNH BẢN MẠ",
    "SỞ NỘI VỤ",
    "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
    "Số:",
    "45/KH-SNV",
    "/KH-SNV",
    "ngày",
    "tháng",
    "năm",
    "2026",
    "12",
    "quý",
    "II",
    "IIV",
    "IV",
    "–",
    "-",
    ",",
    ".",
    ";",
    ":",
    "(",
    ")",
    "“",
    "”",
    "KẾ HOẠCH",
    "QUYẾT ĐỊNH",
    "QUYẾT ĐỊNH:",
    "V/v",
    "Kính gửi:",
    "Căn cứ",
    "Thực hiện",
    "Luật Đất đai",
    "Luật sửa đổi, bổ sung",
    "Nghị quyết",
    "Đại hội",
    "lần thứ XIII",
    "của Đảng",
    "19/CT-TTg",
    "34-CT/TW",
    "QCVN 01:2020/BTC",
    "Điều 5",
    "khoản 2",
    "điểm a, b",
    "từ",
    "đến",
    "hết",
    "I.",
    "II.",
    "1.",
    "1.1.",
    "2)",
    "a)",
    "đ)",
    "(i)",
    "- ",
    "+ ",
    "Phụ lục",
    "PHỤ LỤC II",
    "Chương I",
    "Mục 1",
    "Phần thứ nhất",
    "Nơi nhận:",
    "- Như trên;",
    "- Lưu: VT, TH (LTS).",
    "TM. ỦY BAN NHÂN DÂN",
    "KT. CHỦ TỊCH",
    "PHÓ CHỦ TỊCH",
    "GIÁM ĐỐC",
    "Lò Văn Sơn",
    "ThS.",
    "(Đã ký)",
    "giai đoạn",
    "trở đi",
    "6 tháng đầu",
    "l.",
    "HI.",
    "²",
    "٣",
    "Ⅳ",
    "(Kèm theo",
    "Bản Mạ,",
    "1 Theo",
    "x1",
    "a",
    "Ắ",
    "ế",
]
"""Pieces of documents, whole and broken, that generated lines are put together from."""

pieces = st.lists(st.sampled_from(FRAGMENTS), min_size=1, max_size=9).map(" ".join)
anything = st.text(st.characters(codec="utf-8", exclude_categories=("Cs",)), min_size=1, max_size=30)
printed_words = st.one_of(pieces, pieces, anything).map(lambda words: words.replace("\n", " ")).filter(str.strip)
quick = settings(deadline=None, max_examples=60)


def _split(words: str, cuts: list[int]) -> list[str]:
    edges = sorted({0, len(words), *(cut % len(words) for cut in cuts)})
    return [words[start:end] for start, end in pairwise(edges)]


@st.composite
def lines(draw: st.DrawFn, *, boxed: bool) -> Line:
    """Make a line of one to three runs, on paper if it is boxed."""
    parts = _split(draw(printed_words), draw(st.lists(st.integers(0, 40), max_size=2)))
    top, left = draw(st.integers(40, 780)), draw(st.integers(60, 300))
    size = draw(st.sampled_from([0.0, 11.0, 14.0]))
    runs = []
    for part in parts:
        right = left + 6 * len(part) + 1
        box = (float(left), float(top), float(right), top + 14.0) if boxed else None
        runs.append(Run(part, box, size, draw(st.booleans())))
        left = right + 1
    role = draw(st.sampled_from(["body", "body", "body", "table", "footnote"]))
    box = (runs[0].box[0], float(top), runs[-1].box[2], top + 14.0) if runs[0].box and runs[-1].box else None
    return Line(
        tuple(runs), box, role, Cell(0, 0, 0) if role == "table" else None, draw(st.sampled_from([True, False, None])),
        note="1" if role == "footnote" else None, calls=draw(st.sampled_from([(), (), ("1",)])),
        heading=draw(st.booleans()) and role == "body",
    )  # fmt: skip


@st.composite
def layouts(draw: st.DrawFn) -> Layout:
    """Make a layout of one to three pages, with places or without."""
    boxed = draw(st.booleans())
    made = draw(st.lists(st.lists(lines(boxed=boxed), min_size=1, max_size=14), min_size=1, max_size=3))
    pages = (
        Page(tuple(on_page), number if boxed else None, WIDTH if boxed else 0, HEIGHT if boxed else 0)
        for number, on_page in enumerate(made, start=1)
    )
    return Layout(tuple(pages), "application/pdf" if boxed else "text/plain", "made", paged=boxed)


def letters(words: str) -> list[str]:
    return (
        sorted(words.replace(" ", "").replace("\n", "").replace("\t", ""))
        if words.isascii()
        else sorted("".join(words.split()))
    )


@given(layouts())
@quick
def test_no_letter_is_lost_or_made_up(made: Layout) -> None:
    given_words = "".join(line.text for page in made.pages for line in page.lines)
    assert letters(build(made).value) == letters(given_words)


@given(layouts())
@quick
def test_every_letter_belongs_to_one_printed_stretch(made: Layout) -> None:
    found = build(made)
    ends = [0, *(stretch.end for stretch in found.printed)]
    starts = [*(stretch.start for stretch in found.printed), len(found.value)]
    assert all(start <= end for start, end in ((p.start, p.end) for p in found.printed))
    assert all(found.value[end:start] in ("", " ", "\n") for end, start in zip(ends, starts, strict=True))


@given(layouts())
@quick
def test_paragraphs_part_the_text_at_line_feeds(made: Layout) -> None:
    found = build(made)
    assert found.value == "\n".join(found.value[p.start : p.end] for p in found.paragraphs)
    assert all("\n" not in found.value[p.start : p.end] for p in found.paragraphs)
    assert all(found.paragraph_at(p.start) == index for index, p in enumerate(found.paragraphs) if p.end > p.start)


@given(layouts(), st.integers(0, 10_000), st.integers(1, 40))
@quick
def test_a_span_leads_back_to_page_and_line(made: Layout, at: int, length: int) -> None:
    found = build(made)
    start = at % len(found.value)
    end = min(start + length, len(found.value))
    span = found.span(start, end)
    assert (span.start, span.end) == (start, end)
    if not made.paged:
        assert span.boxes is None
        return
    own = next((p for p in found.printed if p.end > start), None)
    assert own is None or span.page == own.page
    on_page = [p.box for p in found.printed if p.page == span.page and p.box and p.end > start and p.start < end]
    assert span.boxes is not None
    for box in span.boxes:
        assert any(_within(box, outer) for outer in on_page) or not on_page


def _within(inner: tuple[float, ...], outer: tuple[float, ...]) -> bool:
    return all(low - 0.11 <= value for low, value in zip(outer[:2], inner[:2], strict=True)) and all(
        value <= high + 0.11 for value, high in zip(inner[2:], outer[2:], strict=True)
    )


def test_words_of_one_line_have_boxes_from_left_to_right() -> None:
    found = build(paged([placed("Số: 45/KH-SNV Bản Mạ", 80, 100, 300)]))
    number, place = found.span(4, 13), found.span(14, 20)
    assert number.boxes is not None
    assert place.boxes is not None
    assert 80 < number.boxes[0][0] < number.boxes[0][2] < place.boxes[0][0] < place.boxes[0][2] <= 300


def test_a_span_over_two_lines_has_a_box_for_each() -> None:
    full = [placed("Xã trồng cây phân tán ở các bản và " * 2, 80, 100 + 20 * n, 520) for n in range(5)]
    found = build(paged(full))
    span = found.span(5, len(full[0].text) + 12)
    assert span.boxes is not None
    assert [box[1] for box in span.boxes] == [100.0, 120.0]


JOINTS = [
    pytest.param(
        ["Quyết định số 14/QĐ-", "UBND của tỉnh"], "Quyết định số 14/QĐ-UBND của tỉnh", id="at the hyphen of a code"
    ),
    pytest.param(["Nghị định số 30/", "2020/NĐ-CP về"], "Nghị định số 30/2020/NĐ-CP về", id="at the slash of a code"),
    pytest.param(
        ["phát triển kinh tế -", "xã hội của xã"], "phát triển kinh tế - xã hội của xã", id="a dash between words"
    ),
    pytest.param(["giai đoạn 2021 -", "2025 của xã"], "giai đoạn 2021 - 2025 của xã", id="a dash between years"),
    pytest.param(["trồng cây phân", "tán ở bản"], "trồng cây phân tán ở bản", id="between words"),
    pytest.param(
        ["tại ngã ba Ka-", "rông của bản"], "tại ngã ba Ka- rông của bản", id="a hyphen between small letters stays"
    ),
]


@pytest.mark.parametrize(("wrapped", "expected"), JOINTS)
def test_lines_of_a_paragraph_are_joined(wrapped: list[str], expected: str) -> None:
    first, second = wrapped
    assert text(Line((Run(first),), ends=False), Line((Run(second),), ends=True)).value == expected


def test_runs_that_touch_are_one_word() -> None:
    assert text(Line((Run("Trồ"), Run("ng "), Run("cây"), Run("xanh")), ends=True)).value == "Trồng câyxanh"


def test_a_footnote_stands_after_the_paragraph_that_calls_it() -> None:
    calling = Line((Run("Trồng cây lâm nghiệp"),), ends=True, calls=("1",))
    note = Line((Run("1 Keo lai."),), role="footnote", note="1", ends=True)
    assert (
        text(calling, Line((Run("Tưới cây."),), ends=True), note).value == "Trồng cây lâm nghiệp\n1 Keo lai.\nTưới cây."
    )


# zones and the tree


@given(layouts())
@quick
def test_zones_part_the_paragraphs(made: Layout) -> None:
    found = build(made)
    zoned = zones.split(found, header.read(found).end)
    ranges = [zoned.header, zoned.preamble, zoned.body, zoned.closing, *zoned.attachments]
    assert ranges[0][0] == 0
    assert all(left[1] == right[0] for left, right in pairwise(ranges))
    assert ranges[-1][1] == len(found.paragraphs)
    assert all(start <= stop for start, stop in ranges)


@given(layouts())
@quick
def test_sections_nest_without_a_gap(made: Layout) -> None:
    found = assembled(made)
    if isinstance(found, Cause):
        return
    tops = [section.span for section in found.sections]
    assert all(left.end <= right.start for left, right in pairwise(tops))
    for section in walk(found.sections):
        spans = [child.span for child in section.children]
        assert all(child.level == section.level + 1 for child in section.children)
        assert all(left.end == right.start for left, right in pairwise(spans))
        assert not spans or section.span.start <= spans[0].start
        assert not spans or spans[-1].end == section.span.end
        assert section.span.start < section.span.end <= len(found.text)


def walk(sections: tuple[Section, ...]) -> Iterator[Section]:
    for section in sections:
        yield section
        yield from walk(section.children)


# any input


def items(found: Document) -> Iterator[Any]:
    yield from (*found.citations, *found.dates, *found.signers, *found.recipients, *found.addressees)
    yield from (*found.tasks, *found.targets, *found.movements)
    yield from filter(None, (found.archive, found.theme))


def assembled(made: Layout) -> Document | Cause:
    """Give the document of a layout, or the cause where its letters are refused as no Vietnamese."""
    try:
        return assemble(made, source())
    except Failure as failure:
        return failure.cause


LETTERS = (Cause.GARBLED, Cause.NOT_VIETNAMESE)


def holds(found: Document | Cause, *causes: Cause) -> None:
    """Assert what every document holds: it fits its own schema, and each item stands where it says."""
    if isinstance(found, Cause):
        assert found in causes
        return
    assert Document.model_validate(found.model_dump()) == found
    for item in items(found):
        assert found.text[item.span.start : item.span.end] == item.raw
    for evidence in found.header.evidence.values():
        assert evidence.span is None or evidence.span.start < evidence.span.end <= len(found.text)


@given(layouts())
@settings(deadline=None, max_examples=100)
def test_any_layout_gives_a_document(made: Layout) -> None:
    holds(assembled(made), *LETTERS)


@given(st.one_of(anything, st.lists(printed_words, max_size=12).map("\n".join)))
@settings(deadline=None, max_examples=100)
def test_any_text_gives_a_document_or_a_failure(words: str) -> None:
    holds(tried(words.encode()), Cause.EMPTY, Cause.NOT_TEXT, Cause.UNSUPPORTED, *LETTERS)


@given(
    st.sampled_from(
        [b"", b"%PDF-1.7\n", b"PK\x03\x04", b"\xff\xfe", b"\xfe\xff", b"\xef\xbb\xbf", b"{\\rtf", b"\xd0\xcf\x11\xe0"]
    ),
    st.binary(max_size=200),
    st.sampled_from(["a.pdf", "a.docx", "a.txt", "a"]),
)
@settings(deadline=None, max_examples=80)
def test_any_bytes_give_a_document_or_a_failure(magic: bytes, rest: bytes, name: str) -> None:
    holds(tried(magic + rest, name), *Cause)


BREAKING = [
    pytest.param("Xã họp ngày ٣/٠١/٢٠٢٣.", id="figures of another script in a day"),
    pytest.param("Xã họp vào quý I/٢٠٢٣.", id="figures of another script in a quarter"),
    pytest.param("giai đoạn 2021 - 2025 và", id="a span with a space after it"),
    pytest.param("(" * 5000, id="brackets that never close"),
    pytest.param("“" * 5000, id="quotes that never close"),
    pytest.param("1." * 5000, id="a number without end"),
    pytest.param("\n".join(f"{n}. Việc." for n in range(1, 1200)), id="a list of 1200 items"),
    pytest.param("KẾ HOẠCH\n" * 400, id="a title 400 times"),
    pytest.param("Nơi nhận:\n" * 400, id="a heading of the closing 400 times"),
    pytest.param("Xã họp vào quý IIV/2026.", id="a quarter that does not exist"),
    pytest.param("Xã trồng cây đến hết quý IIIV/2025.", id="until a quarter that does not exist"),
    pytest.param("Xã trồng cây từ tháng 13/2025 trở đi.", id="from a month that does not exist on"),
    pytest.param("Luật sửa đổi, bổ sung " * 3000, id="a law that amends a law, three thousand times"),
    pytest.param(
        "\n".join("1. Việc:\na) Một:\n- Hai:\n+ Ba." for _ in range(300)), id="a list that restarts 300 times"
    ),
]


@pytest.mark.parametrize("words", BREAKING)
def test_what_might_break_a_parser(words: str) -> None:
    holds(tried(f"KẾ HOẠCH\nTrồng cây\n{words}".encode()), *LETTERS)


LONG = [
    "12",
    "0",
    "12/",
    "1.",
    "A-",
    "Điều 1, ",
    "khoản 1 ",
    "của Bộ ",
    "từ ngày 1 ",
    "Nghị quyết Đại hội ",
    "Lò Văn ",
    "**a",
    "- a; ",
    "số 1/KH-UBND, ",
    "Lưu: (",
    "ngày ",
    "…",
    "_",
    "Ký bởi ",
    "Luật A, ",
]


OPENING = "Sở Nội vụ ban hành Kế hoạch trồng cây phân tán ở các xã vùng cao của tỉnh trong năm nay như sau: " * 3


@pytest.mark.parametrize("piece", LONG)
def test_a_long_line_takes_no_longer_than_its_length(piece: str) -> None:
    """Four times the line may take four times as long, not sixteen times."""
    times = []
    for size in (6_000, 24_000):
        words = (OPENING + piece * (size // len(piece))).encode()
        begun = time.perf_counter()
        with suppress(Failure):
            parse_bytes(words, "a.txt")
        times.append(time.perf_counter() - begun)
    assert times[1] < max(11 * times[0], 2.5)


# one document in two Unicode forms

FIELDS = {
    "text",
    "header",
    "sections",
    "citations",
    "dates",
    "signers",
    "recipients",
    "addressees",
    "archive",
    "tables",
}
SAMPLE = (
    "UBND TỈNH BẢN MẠ",
    "SỞ NỘI VỤ",
    "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
    "Độc lập - Tự do - Hạnh phúc",
    "Số: 45/KH-SNV",
    "Bản Mạ, ngày 02 tháng 3 năm 2026",
    "KẾ HOẠCH",
    "Trồng cây phân tán năm 2026",
    "Thực hiện Chỉ thị số 7/CT-UBND ngày 01/02/2026 của UBND tỉnh về trồng cây, Sở Nội vụ ban hành Kế hoạch như sau:",
    "I. MỤC ĐÍCH, YÊU CẦU",
    "1. Mục đích: phủ xanh đồi trọc ở các bản vùng cao của tỉnh trong giai đoạn 2026 - 2030.",
    "2. Yêu cầu: các xã trồng đúng thời vụ, báo cáo trước ngày 15/12/2026.",
    "II. TỔ CHỨC THỰC HIỆN",
    "1. Giao Phòng Tổng hợp theo dõi, đôn đốc việc trồng cây theo Luật Lâm nghiệp năm 2017.",
    "Nơi nhận:",
    "- UBND tỉnh (b/c);",
    "- Các xã;",
    "- Lưu: VT, TH (LVS).",
    "KT. GIÁM ĐỐC",
    "PHÓ GIÁM ĐỐC",
    "Lò Văn Sơn",
)


def wrapped(width: int) -> Iterator[str]:
    """Give the sample's lines as a dump wraps them."""
    for paragraph in SAMPLE:
        line = ""
        for word in paragraph.split():
            if len(line) + len(word) >= width:
                yield line
                line = ""
            line = f"{line} {word}".strip()
        yield line


def fields(words: str, form: str) -> dict[str, Any] | Cause:
    data = unicodedata.normalize(form, words).encode()  # type: ignore[arg-type]
    found = tried(data)
    return found if isinstance(found, Cause) else found.model_dump(include=FIELDS)


DUMPS = [
    pytest.param("\n".join(SAMPLE), id="a paragraph a line"),
    pytest.param("\n".join(wrapped(72)), id="wrapped"),
    pytest.param("\n\n".join(wrapped(72)), id="wrapped and double spaced"),
    pytest.param("\n\n".join(wrapped(112)), id="wrapped wide and double spaced"),
]


@pytest.mark.parametrize("words", DUMPS)
def test_composed_and_decomposed_letters_give_one_document(words: str) -> None:
    assert fields(words, "NFD") == fields(words, "NFC")


def test_the_sample_is_read_whole() -> None:
    found = document(*SAMPLE)
    assert (found.header.code, found.header.issued_on, found.header.title) == (
        "45/KH-SNV",
        "2026-03-02",
        "Trồng cây phân tán năm 2026",
    )
    assert [section.label for section in walk(found.sections)] == ["I", "1", "2", "II", "1"]
    assert [c.code or c.raw for c in found.citations] == ["7/CT-UBND", "Luật Lâm nghiệp năm 2017"]
    assert [d.edtf for d in found.dates] == ["2026-03-02", "2026-02-01", "2026/2030", "2026-12-15"]
    assert found.warnings == ()


@given(st.lists(pieces, min_size=1, max_size=12).map("\n".join))
@quick
def test_the_unicode_form_of_any_dump_does_not_matter(words: str) -> None:
    assert fields(words, "NFD") == fields(words, "NFC")


def test_the_same_bytes_give_the_same_document() -> None:
    data = "\n".join(SAMPLE).encode()
    assert parse_bytes(data, "a.txt") == parse_bytes(data, "a.txt")


def test_lines_in_any_order_give_a_document() -> None:
    chance = random.Random(5)
    for _ in range(20):
        holds(document(*chance.sample(SAMPLE, len(SAMPLE))))


WARNED = [
    pytest.param("Số: /KH-SNV", "missing-number", id="no number"),
    pytest.param("Bản Mạ, ngày    tháng 3 năm 2026", "incomplete-date", id="a blank day"),
]


@pytest.mark.parametrize(("line", "code"), WARNED)
def test_what_is_missing_is_warned_of(line: str, code: str) -> None:
    kept = [row for row in SAMPLE if row.split(",")[0].split(":")[0] != line.split(",")[0].split(":")[0]]
    assert [warning.code for warning in document(*kept[:4], line, *kept[4:]).warnings] == [code]


def test_an_empty_layout_is_a_document() -> None:
    found = assemble(layout("x"), source())
    assert {warning.code for warning in found.warnings} == {
        "missing-number", "missing-date", "missing-issuer", "missing-type", "missing-signer",
    }  # fmt: skip


def test_a_text_is_not_changed_by_asking() -> None:
    made: Text = text(*SAMPLE)
    before = made.value
    made.span(0, 5)
    made.paragraph_at(7)
    assert made.value == before


def test_the_box_of_a_section_leaves_out_its_footnotes() -> None:
    made = build(paged([
        placed("1. Trồng cây ở các bản vùng cao.1", 80, 100, 500),
        placed("2. Trồng rừng.", 80, 120, 300),
        placed("1 Theo số liệu của các xã.", 80, 760, 400, role="footnote"),
    ]))  # fmt: skip
    span = made.extent(0, len(made.value))
    assert span.boxes is not None
    assert span.boxes[0][3] < 200
