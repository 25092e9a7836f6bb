"""Words of a page with place and certainty; numerals read from their shape take the place of what was made of them."""

from __future__ import annotations

import pytest
from made_scans import DPI, Paper, font, noise, shown

from parsers.readers.ocr_engine import Found, recognise

LINE = "Tổ chức thực hiện kế hoạch trên địa bàn tỉnh"


def seen(paper: Paper) -> Found:
    return recognise(paper.picture.convert("L"), "a.png", DPI)


def test_words_have_their_places() -> None:
    (row,) = seen(Paper(100).at(85, 50, LINE)).rows
    paper = Paper(100)
    assert [word.text for word in row.words] == LINE.split()
    before = ""
    for word in row.words:
        left = paper.px(85) + paper.draw.textlength(before, font(paper.px(14)))
        assert word.box[0] == pytest.approx(left, abs=12)
        assert word.box[1] < paper.px(45) < word.box[3]
        before += f"{word.text} "


def test_certainties_are_shares() -> None:
    found = seen(Paper(150).lines(LINE, "xqwz fjk"))
    assert all(0 <= word.sure <= 1 for row in found.rows for word in row.words)
    assert min(word.sure for word in found.rows[0].words) > 0.8


def test_noise_lowers_certainty() -> None:
    paper, worn = Paper(100).at(85, 50, LINE), Paper(100).at(85, 50, LINE, ink=110)
    worn.picture = noise(worn.picture, 2, 70)
    sure, unsure = ([word.sure for row in seen(each).rows for word in row.words] or [0.0] for each in (paper, worn))
    assert sum(unsure) / len(unsure) < sum(sure) / len(sure)


@pytest.mark.parametrize("shown_", ["I", "II", "III", "IV", "VI", "VIII", "IX"])
def test_numerals_of_headings_are_read(shown_: str) -> None:
    paper = Paper(150).lines(f"{shown_}. TỔ CHỨC THỰC HIỆN", bold=True).lines(LINE)
    assert shown(seen(paper).rows)[0] == f"{shown_}. TỔ CHỨC THỰC HIỆN"


@pytest.mark.parametrize("label", ["A.", "B.", "1.", "2.", "10.", "a)", "H."])
def test_other_labels_stay(label: str) -> None:
    paper = Paper(150).lines(f"{label} Lộc Bình, Cao Lộc và Văn Lãng").lines(LINE)
    assert shown(seen(paper).rows)[0].split()[0] == label


def test_columns_of_a_line_share_its_number() -> None:
    rows = seen(Paper(150).at(60, 50, "UBND TỈNH").at(330, 50, "Độc lập").lines("", LINE)).rows
    assert [row.line for row in rows[:2]] == [rows[0].line] * 2
    assert rows[2].line > rows[0].line


def test_bold_strokes_are_thicker() -> None:
    light, bold = seen(Paper(150).lines(LINE).lines(LINE, bold=True)).rows
    assert bold.stroke > 1.2 * light.stroke
    assert bold.size == pytest.approx(light.size, rel=0.1)


def test_the_picture_is_not_changed() -> None:
    picture = Paper(150).lines(LINE).grid((80, 300), (20, 120)).picture
    before = picture.tobytes()
    recognise(picture, "a.png", DPI)
    assert picture.tobytes() == before
