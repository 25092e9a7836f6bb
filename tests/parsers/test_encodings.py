"""Old encodings: every letter there and back, what the fonts say, and that Unicode is never touched."""

from __future__ import annotations

import io
import unicodedata

import docx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus import documents
from models import Cause, Failure
from parsers import parse_bytes
from parsers.knowledge import rows
from parsers.readers import read
from parsers.vietnamese.encodings import Font, decoded, font_of, repaired
from parsers.vietnamese.encodings_letters import Encoding, converted, letters, windows
from parsers.vietnamese.unicode import LOWER, UPPER

OWN = {letter for letter in LOWER + UPPER if not letter.isascii()}
TEXT = """SỞ NỘI VỤ TỈNH HÒA AN
Số: 15/KH-SNV
KẾ HOẠCH
Tổ chức tập huấn nghiệp vụ lưu trữ cho cán bộ, công chức năm 2009
Thực hiện chỉ đạo của UBND tỉnh về đẩy mạnh ứng dụng công nghệ thông tin, Sở Nội vụ xây dựng kế hoạch:
1. Mục đích: nâng cao kỹ năng của đội ngũ làm công tác văn thư, lưu trữ ở các đơn vị; khuyến khích người học.
2. Thời gian: từ ngày 05 đến ngày 09 tháng 10; địa điểm: hội trường phường Đông Hải, quận Ngô Quyền.
3. Ông Vũ Đức Bẩy, bà Lý Thị Hằng chịu trách nhiệm hướng dẫn, giữ liên lạc với các xã, thị trấn."""


def written(text: str, encoding: Encoding) -> str:
    """Write text in an encoding; what it has no letter for stays, as its small letter in TCVN3."""
    if encoding == "mojibake":
        return windows(text.encode())
    if encoding == "cp1258":
        return windows("".join(map(_cp1258, text)).encode("cp1258"))
    table = {letter: codes for codes, letter in letters(encoding).items()}
    return "".join(table.get(letter) or table.get(letter.lower(), letter) for letter in text)


def _cp1258(letter: str) -> str:
    """Give a letter as the code page can write it: with its tone apart."""
    parts = unicodedata.normalize("NFD", letter)
    tones = "".join(mark for mark in parts if mark in "\u0300\u0301\u0303\u0309\u0323")
    return unicodedata.normalize("NFC", "".join(part for part in parts if part not in tones)) + tones


@pytest.mark.parametrize("encoding", ["vni", "viscii", "cp1258", "mojibake"])
def test_every_letter_is_read_back(encoding: Encoding) -> None:
    wrong = {letter for letter in OWN if converted(written(letter, encoding), encoding) != letter}
    assert not wrong


def test_tcvn3_has_every_small_letter_and_the_capitals_without_a_tone() -> None:
    assert set(letters("tcvn3").values()) == {letter for letter in OWN if letter.islower()} | set("ĂÂÊÔƠƯĐ")
    assert all(converted(codes, "tcvn3") == letter for codes, letter in letters("tcvn3").items())


def test_a_code_stands_once() -> None:
    keys = [(row["encoding"], row["codes"]) for row in rows("legacy_letters")]
    assert len(set(keys)) == len(keys)


@pytest.mark.parametrize("encoding", ["tcvn3", "vni", "viscii", "cp1258", "mojibake"])
def test_a_text_comes_back_without_a_font_to_name_its_encoding(encoding: Encoding) -> None:
    assert repaired(written(TEXT, encoding)) == TEXT


@pytest.mark.parametrize("encoding", ["tcvn3", "vni", "viscii", "cp1258"])
def test_bytes_that_are_not_utf_8_tell_their_encoding(encoding: Encoding) -> None:
    codes = bytes(windows_code(letter) for letter in written(TEXT, encoding))
    assert decoded(codes) == TEXT


def windows_code(letter: str) -> int:
    return letter.encode("cp1252")[0] if ord(letter) > 0xFF else ord(letter)


FONTS = [
    pytest.param(".VnTime", Font("tcvn3", capitals=False), id="small letters"),
    pytest.param(".VnTimeH", Font("tcvn3", capitals=True), id="capitals"),
    pytest.param(".VnArial NarrowH", Font("tcvn3", capitals=True), id="capitals, a name of two words"),
    pytest.param("ABCDEF+.VnTimeH-Bold", Font("tcvn3", capitals=True), id="a part of a font in a PDF"),
    pytest.param(".VnTimeH;Courier New", Font("tcvn3", capitals=True), id="with another font to fall back on"),
    pytest.param("VNI-Times", Font("vni", capitals=False), id="VNI"),
    pytest.param("Times New Roman", None, id="a font of Unicode"),
    pytest.param("", None, id="no font"),
    pytest.param(None, None, id="font unknown"),
]


@pytest.mark.parametrize(("name", "expected"), FONTS)
def test_what_a_font_says(name: str | None, expected: Font | None) -> None:
    assert font_of(name) == expected


REPAIRED = [
    pytest.param("QuyÕt ®Þnh", ".VnTime", "Quyết định", id="TCVN3 by its font"),
    pytest.param("QuyÕt ®Þnh", ".VnTimeH", "QUYẾT ĐỊNH", id="a font of capitals"),
    pytest.param("Phong", ".VnTimeH", "PHONG", id="a font of capitals without an accent"),
    pytest.param("Quyeát ñònh", "VNI-Times", "Quyết định", id="VNI by its font"),
    pytest.param("Quyết định", ".VnTime", "Quyết định", id="Unicode in a font of before"),
    pytest.param("Quyết định", ".VnTimeH", "Quyết định", id="Unicode in a font of capitals"),
    pytest.param("UBND HuyÖn §ång V¨n", None, "UBND Huyện Đồng Văn", id="TCVN3 without a font"),
    pytest.param("QUYÕT §ÞNH CñA Gi¸m ®èc", None, "QUYẾT ĐỊNH CỦA Giám đốc", id="words in capitals"),
    pytest.param(
        "Kế hoạch năm 2020 của huyện\nvÒ viÖc tæ chøc héi nghÞ",
        None,
        "Kế hoạch năm 2020 của huyện\nvề việc tổ chức hội nghị",
        id="one line in TCVN3 beside one in Unicode",
    ),
]


@pytest.mark.parametrize(("text", "font", "expected"), REPAIRED)
def test_repaired(text: str, font: str | None, expected: str) -> None:
    assert repaired(text, font) == expected


KEPT = [
    pytest.param("Bé Lan đi học; cô ấy và mẹ ở xã Hé Lô", id="words that are words in TCVN3, too"),
    pytest.param("25 °C, 12 m², ½ quãng đường, ± 3 µm, § 4", id="signs that TCVN3 has letters for"),
    pytest.param("5 µm\n6 µm\n7 µm\n" + TEXT, id="a unit, line by line"),
    pytest.param("trích «Điều lệ» của Hội", id="French quotation marks"),
    pytest.param("Đại học Köln, Đức; ông François Müller; Ångström", id="names of other languages"),
    pytest.param("Plain English, no accents at all", id="ASCII"),
    pytest.param("", id="nothing"),
]


@pytest.mark.parametrize("text", KEPT)
def test_unicode_is_kept(text: str) -> None:
    assert repaired(text) == text


@pytest.mark.parametrize("path", sorted(documents().glob("*.txt")), ids=lambda path: path.stem)
def test_no_sample_is_changed(path: object) -> None:
    text = path.read_text("utf-8")  # type: ignore[attr-defined]
    assert repaired(text) == text


@given(st.text())
def test_any_text_keeps_its_lines(text: str) -> None:
    assert repaired(text).count("\n") == text.count("\n")


@given(st.binary(max_size=400))
def test_any_bytes_are_read_or_not(data: bytes) -> None:
    assert decoded(data) is None or isinstance(decoded(data), str)


def test_what_is_in_no_encoding_is_no_text() -> None:
    with pytest.raises(Failure) as caught:
        read(bytes(range(0x80, 0x100)) * 20, "a.txt")
    assert caught.value.cause is Cause.NOT_TEXT


def of_runs(*paragraphs: tuple[tuple[str, str], ...]) -> bytes:
    """Make a DOCX whose paragraphs are runs of (text, font)."""
    made = docx.Document()
    for paragraph in paragraphs:
        added = made.add_paragraph()
        for text, font in paragraph:
            added.add_run(text).font.name = font
    stream = io.BytesIO()
    made.save(stream)
    return stream.getvalue()


def shown(*paragraphs: tuple[tuple[str, str], ...]) -> list[str]:
    return [line.text for line in read(of_runs(*paragraphs), "a.docx").pages[0].lines]


def test_runs_of_a_paragraph_are_read_by_their_fonts() -> None:
    found = shown(
        (("S¾c lÖnh ", ".VnTimeH"), ("cña Chñ tÞch ", ".VnTime"), ("về việc tổ chức ", "Times New Roman")),
        (("Toøa aùn nhaân daân", "VNI-Times"),),
        (("ph", ".VnTime"), ("\u00ad¬ng ¸n", ".VnTime")),
    )
    assert found == ["SẮC LỆNH của Chủ tịch về việc tổ chức", "Tòa án nhân dân", "phương án"]


def test_a_mark_cut_from_its_letter_goes_back_to_it() -> None:
    assert shown((("Quye", "VNI-Times"), ("át ñònh naøy", "VNI-Times"))) == ["Quyết định này"]


def test_unicode_in_a_font_of_before_is_kept_where_the_rest_is_not_unicode() -> None:
    found = shown(*[(("QuyÕt ®Þnh cña Gi¸m ®èc", ".VnTime"),)] * 3, (("Bộ trưởng và các Thứ trưởng", ".VnTime"),))
    assert found[-1] == "Bộ trưởng và các Thứ trưởng"


def test_the_reader_says_that_it_converted() -> None:
    text = written(TEXT, "tcvn3")
    found = parse_bytes(text.encode(), "a.txt")
    assert "legacy-encoding" in [warning.code for warning in found.warnings]
    assert "SỞ NỘI VỤ TỈNH HÒA AN" in found.text
    assert "legacy-encoding" not in [warning.code for warning in parse_bytes(TEXT.encode(), "a.txt").warnings]
