"""What the text layer of a page is worth.

Takes the page's words and how much of it a picture covers, gives a grade. A layer is good if its words are syllables
of Vietnamese; other programs leave layers whose character map is broken, or that an English recogniser made.
"""

from __future__ import annotations

from collections.abc import Callable

from models.source import Grade
from parsers.vietnamese import quality

FEW_LETTERS = 250
"""Fewer letters than this on a page that a picture covers is what was stamped on a scan."""

NUMBER_ALONE = 15
"""Fewer letters than this is a page number at most."""

COVERED = 0.4
"""Share of the page from which a picture on it is the page."""

JUDGED = 12
"""Fewest words on which a layer is judged."""


def grade(text: str, covered: Callable[[], float]) -> Grade:
    """Judge a page's text layer.

    text: its words. covered: gives the share of the page's area that pictures or drawn shapes cover; asked for only
    where there are few words.
    """
    letters = sum(map(str.isalpha, text))
    if letters < FEW_LETTERS and covered() > COVERED:
        return "page-number" if letters else "none"
    if letters < NUMBER_ALONE:
        return "good"
    share, words = quality.syllable_share(text)
    if words < JUDGED or share >= quality.LEAST_SYLLABLES:
        return "good"
    return "garbled" if quality.has_foreign_letters(text) else "wrong-letters"
