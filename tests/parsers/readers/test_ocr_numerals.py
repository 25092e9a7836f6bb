"""Roman numerals told by the shape of their ink, and what is none."""

from __future__ import annotations

import pytest
from made_scans import DPI, Paper

from parsers.readers.ocr_ink import parted
from parsers.readers.ocr_numerals import numeral

SHOWN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XIV")


def seen(words: str, *, size: float = 14, bold: bool = True) -> str | None:
    """Print words and look at their ink from left to right."""
    ink = parted(Paper(60, 200).at(50, 40, words, size, bold=bold).dark, DPI)
    return numeral(ink.printed[top:bottom, left:right] for left, top, right, bottom in ink.pieces)


@pytest.mark.parametrize("bold", [True, False], ids=["bold", "light"])
@pytest.mark.parametrize("shown", SHOWN)
def test_a_numeral_is_told_by_its_strokes(shown: str, bold: bool) -> None:
    assert seen(f"{shown}.", bold=bold) == f"{shown}."


@pytest.mark.parametrize(
    ("shown", "size"), [("II.", 11), ("VI.", 12), ("III.", 13), ("VII.", 16)], ids=lambda value: str(value)
)
def test_any_size_of_print_will_do(shown: str, size: float) -> None:
    assert seen(shown, size=size) == shown


@pytest.mark.parametrize("sign", [".", "-", "/"], ids=["full stop", "dash", "slash"])
def test_the_sign_after_a_numeral_ends_it(sign: str) -> None:
    assert seen(f"II{sign}") == f"II{sign}"


@pytest.mark.parametrize(
    "shown",
    [
        pytest.param("II", id="without a sign after it"),
        pytest.param("I, nhiệm kỳ", id="before a comma"),
        pytest.param("VIIII.", id="an order of letters that no numeral has"),
        pytest.param("1.", id="a figure one has no serif on the right of its top"),
        pytest.param("2.", id="a figure"),
        pytest.param("10.", id="two figures"),
        pytest.param("l.", id="a small L"),
        pytest.param("A.", id="a capital"),
        pytest.param("D.", id="a capital with a bow"),
        pytest.param("Y.", id="Y has a stem"),
        pytest.param("L.", id="L has one serif"),
        pytest.param("H.", id="H has a bar where the strokes of X cross"),
        pytest.param("IH.", id="H after I"),
        pytest.param("M.", id="M begins upright where VII slants"),
        pytest.param("Mục I.", id="a word"),
        pytest.param("- Các", id="a bullet"),
        pytest.param("a)", id="the letter of an item"),
    ],
)
def test_what_is_no_numeral(shown: str) -> None:
    assert seen(shown) is None


def test_no_ink_is_no_numeral() -> None:
    assert numeral([]) is None
