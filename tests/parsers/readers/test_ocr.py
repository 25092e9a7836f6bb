"""Pages recognised: what is read of a drawn letter, of a page askew, under a stamp, in blanks, and side by side."""

from __future__ import annotations

from functools import cache

import numpy as np
import pytest
from made_scans import BODY, DAY, DPI, HEIGHT, NUMBER, SIGNER, Colour, Paper, first_page
from PIL import Image

from models import Cause, Failure
from parsers.readers import ocr, progress
from parsers.readers.ocr import Picture, Recognised, page, pages

RED, BLUE = (205, 30, 45), (40, 70, 190)


def read(picture: Image.Image | Paper, number: int = 1) -> Recognised:
    seen = picture.picture if isinstance(picture, Paper) else picture
    return page(Picture(number, seen, DPI), "a.png")


def texts(found: Recognised) -> list[str]:
    return [line.text for line in found.lines]


@cache
def letter() -> Recognised:
    return read(first_page())


def test_a_clean_page_is_read_without_a_fault() -> None:
    assert texts(letter()) == [
        "UBND TỈNH PHÚ THỌ CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "SỞ Y TẾ Độc lập - Tự do - Hạnh phúc",
        "Số: 148/KH-SYT Phú Thọ, ngày 09 tháng 02 năm 2026",
        "KẾ HOẠCH",
        "Tiêm chủng mở rộng năm 2026",
        "I. MỤC ĐÍCH",
        BODY[0],
        "II. TỔ CHỨC THỰC HIỆN",
        *BODY[1:],
        "Nơi nhận: GIÁM ĐỐC",
        "- UBND tỉnh;",
        "- Lưu: VT, NVY.",
        SIGNER,
    ]


def test_columns_are_pieces_of_their_line() -> None:
    assert [piece.text for piece in letter().lines[1].pieces] == ["SỞ Y TẾ", "Độc lập - Tự do - Hạnh phúc"]


def test_words_stand_where_they_were_drawn() -> None:
    body = letter().lines[6]
    assert body.box[0] == pytest.approx(85, abs=1.5)
    assert body.box[1] < 212 < body.box[3] + 0.5
    assert body.size == pytest.approx(14, rel=0.1)
    assert (letter().width, letter().height) == (pytest.approx(595, abs=0.5), pytest.approx(450, abs=0.5))


def test_bold_print_is_told() -> None:
    assert [line.pieces[0].bold for line in letter().lines[3:8]] == [True, True, True, False, True]


def test_how_sure_it_is() -> None:
    assert letter().sure is not None
    assert 0.85 < letter().sure <= 1
    assert letter().blanks == ()


@pytest.mark.parametrize(
    "words",
    [
        pytest.param("Bổ sung, đổi mới, phổ biến ở cơ sở", id="hook above a circumflex"),
        pytest.param("Ế ẩm, Ổ dịch, Ấm áp, Ẩm thực", id="two storeys on capitals"),
        pytest.param("TỔNG HỢP Ý KIẾN CỦA CÁC ĐỊA PHƯƠNG", id="words in capitals"),
        pytest.param("nghiệp vụ kiểm soát thủ tục, được gửi", id="dots below and descenders"),
    ],
)
def test_marks_of_two_storeys_are_kept(words: str) -> None:
    line = "Thực hiện chương trình phát triển kinh tế xã hội"
    found = texts(read(Paper(140).lines(line, words, line), number=2))
    assert found == [line, words, line]


@pytest.mark.parametrize("angle", [-3.0, 0.7, 3.0], ids=lambda angle: f"{angle} degrees")
def test_a_page_askew_is_levelled_and_read(angle: float) -> None:
    found = read(first_page().picture.rotate(angle, Image.Resampling.BICUBIC, fillcolor=255))
    assert packed(found) == packed(letter())


def packed(found: Recognised) -> list[str]:
    """Give the lines without spaces, which depend on how the print lies on the pixels."""
    return [text.replace(" ", "") for text in texts(found)]


def stamped(over: Colour, mode: str) -> Image.Image:
    """Lay a round stamp over the signer's name, ink on print."""
    mask = Paper(450, mode="RGB").ring(390, 372, 46, over).ring(390, 372, 41, over, 1)
    mask.at(390, 376, "SỞ Y TẾ", 12, bold=True, ink=over, centred=True)
    laid = np.minimum(first_page(mode="RGB").pixels, mask.pixels)
    return Image.fromarray(laid).convert(mode)


@pytest.mark.parametrize(("ink", "mode"), [(RED, "RGB"), (BLUE, "RGB"), ((150, 150, 150), "L")], ids=str)
def test_a_name_under_a_stamp_is_read_and_the_stamp_is_not(ink: Colour, mode: str) -> None:
    found = read(stamped(ink, mode))
    assert SIGNER in texts(found)
    assert texts(found)[:-1] == texts(letter())[:-1]
    assert len(found.rules) == 0


def test_a_signature_in_blue_is_no_word() -> None:
    paper = first_page(mode="RGB")
    paper.strokes([(380, 360), (410, 325), (420, 375), (450, 330), (470, 372), (500, 345)], ink=BLUE, thick=1.5)
    assert texts(read(paper)) == texts(letter())


def test_rules_of_a_table_are_given_and_its_cells_read() -> None:
    paper = Paper(200).grid((80, 250, 500), (40, 70, 100))
    paper.at(90, 60, "Nội dung", bold=True).at(260, 60, "Đơn vị chủ trì", bold=True)
    paper.at(90, 90, "Hội nghị sơ kết").at(260, 90, "Văn phòng")
    found = read(paper, number=2)
    assert [[piece.text for piece in line.pieces] for line in found.lines] == [
        ["Nội dung", "Đơn vị chủ trì"],
        ["Hội nghị sơ kết", "Văn phòng"],
    ]
    assert len(found.rules) == 6
    assert min(box[0] for box in found.rules) == pytest.approx(80, abs=1)


def by_hand(number: str = "", day: str = "", ink: Colour = 0) -> Paper:
    """Draw the letter with number and day written by hand."""
    paper = first_page("" if number else "148", "" if day else "09", "L" if ink == 0 else "RGB")
    return paper.written(*NUMBER, number, 11, ink).written(DAY[0] - 1, DAY[1], day, 11, ink)


@pytest.mark.parametrize("number", ["173", "25"])
def test_a_number_written_by_hand_is_read_or_left_blank(number: str) -> None:
    found = read(by_hand(number))
    line = texts(found)[2]
    kinds = [blank.kind for blank in found.blanks]
    assert (line.split(" Phú")[0].replace(" ", ""), kinds) in ((f"Số:{number}/KH-SYT", []), ("Số:/KH-SYT", ["number"]))


@pytest.mark.parametrize("day", ["17", "25", "30"])
def test_a_day_written_by_hand_is_read_or_left_blank(day: str) -> None:
    found = read(by_hand(day=day))
    line = texts(found)[2]
    assert line.endswith((f"ngày {day} tháng 02 năm 2026", "ngày tháng 02 năm 2026"))
    assert line.endswith(f"ngày {day} tháng 02 năm 2026") or [blank.kind for blank in found.blanks] == ["day"]


def test_a_scribble_in_the_blank_is_no_number_and_its_place_is_told() -> None:
    paper = first_page("").strokes([(153, 104), (158, 92), (162, 104), (168, 93), (173, 103), (178, 92)])
    found = read(paper)
    assert texts(found)[2].startswith("Số: /KH-SYT")
    (blank,) = found.blanks
    assert blank.kind == "number"
    left, top, right, bottom = blank.box
    assert 140 < left < 160 < 175 < right < 200
    assert 85 < top < 100 < bottom < 110


def test_blanks_are_looked_for_on_the_first_page_alone() -> None:
    paper = first_page("").strokes([(153, 104), (158, 92), (162, 104), (168, 93), (173, 103), (178, 92)])
    assert read(paper, number=2).blanks == ()


@pytest.mark.parametrize(
    "picture",
    [
        pytest.param(Paper(200).picture, id="blank"),
        pytest.param(Image.new("L", (500, 500), 0), id="black"),
        pytest.param(Image.new("L", (3, 3), 255), id="three pixels"),
        pytest.param(
            Paper(300).strokes([(100, 250), (200, 50), (300, 250), (400, 60)]).picture, id="a signature alone"
        ),
        pytest.param(
            Image.fromarray(np.random.default_rng(3).integers(0, 256, (300, 300), dtype=np.uint8)), id="noise alone"
        ),
    ],
)
def test_a_page_without_print_has_no_lines(picture: Image.Image) -> None:
    found = read(picture)
    assert (found.lines, found.sure, found.blanks) == ([], None, ())


WORDS = ("Trang đầu của kế hoạch", "Trang thứ hai của kế hoạch", "Trang cuối của kế hoạch")


def numbered() -> list[Picture]:
    return [Picture(n, Paper(90).lines(words).picture, DPI) for n, words in enumerate((*WORDS, *WORDS), start=1)]


def test_pages_side_by_side_come_in_order_and_read_the_same() -> None:
    alone = list(pages(numbered(), "a.pdf", 1))
    assert [texts(each) for each in alone] == [[words] for words in (*WORDS, *WORDS)]
    assert list(pages(numbered(), "a.pdf", 3)) == alone


@pytest.mark.parametrize("threads", [1, 2])
def test_pictures_are_taken_as_they_are_needed(threads: int) -> None:
    taken: list[int] = []

    def given() -> list[Picture]:
        for picture in numbered():
            taken.append(picture.number)
            yield picture

    found = pages(given(), "a.pdf", threads)
    next(found)
    assert len(taken) <= 2 * threads + 1
    found.close()
    assert len(taken) < len(numbered())


def test_the_same_page_twice_reads_the_same() -> None:
    assert read(first_page()) == letter()


def test_each_page_is_told_as_it_begins(monkeypatch: pytest.MonkeyPatch) -> None:
    told: list[tuple[str, int | None]] = []
    monkeypatch.setattr(progress, "_watcher", lambda step, page: told.append((step, page)))
    list(pages(numbered()[:2], "a.pdf", 1))
    assert told == [("ocr", 1), ("ocr", 2)]


def failing(threads: int) -> Cause:
    with pytest.raises(Failure) as caught:
        list(pages(numbered()[:2], "a.pdf", threads))
    assert caught.value.name == "a.pdf"
    return caught.value.cause


@pytest.mark.parametrize("threads", [1, 2])
def test_a_page_that_takes_too_long_is_refused(threads: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("parsers.readers.ocr_engine.SECONDS", -1)
    assert failing(threads) == Cause.TIMED_OUT


def test_without_the_language_the_tool_is_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("parsers.readers.ocr_engine.folder", lambda: None)
    assert failing(2) == Cause.TOOL_MISSING


def test_a_failure_of_one_page_ends_the_others() -> None:
    def given() -> list[Picture]:
        yield from numbered()[:2]
        raise Failure(Cause.TRUNCATED, "a.pdf")

    with pytest.raises(Failure):
        list(ocr.pages(given(), "a.pdf", 2))


def test_a_coarse_page_is_read_at_its_own_resolution() -> None:
    coarse = Paper(HEIGHT / 4, dpi=150).lines("Kế hoạch phát động phong trào thi đua", size=15)
    found = page(Picture(2, coarse.picture, 150), "a.png")
    assert texts(found) == ["Kế hoạch phát động phong trào thi đua"]
    assert found.lines[0].size == pytest.approx(15, rel=0.15)
