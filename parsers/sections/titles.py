"""Titles: whether a label starts a heading or a running sentence.

Takes the words after a marker, gives the heading's own words or None. A heading is set in capitals or bold,
or is a short line without final punctuation; a run-in heading is what stands before the first colon.
"""

from __future__ import annotations

import re

from parsers.knowledge import cue
from parsers.vietnamese.unicode import is_caps

LONGEST = 25
"""Syllables of the longest run-in heading."""

LONGEST_LINE = 32
"""Syllables of the longest heading on a line of its own that is neither bold nor in capitals."""

_SENTENCE_END = re.compile(r"[.!?](?:\s|$)")
_COLON = re.compile(r":(?=\s|$)")
_REPORTS = re.compile(r"\d{1,2}/\d{1,2}/\d{4}")
_LISTS = re.compile(r"(?:gồm|như sau)$")
_ABBREVIATED = re.compile(r"\b(?:TP|Tp|TS|ThS|[A-ZĐ])\.\s")
_ADVERB = re.compile(rf"{cue('adverb')}\s[^:]*,\s")


def title(words: str, *, bold: bool, kind: str) -> str | None:
    """Give the title of a section.

    words: its paragraph after the marker. bold: all of the paragraph is bold. kind: the marker's kind.
    """
    words = " ".join(words.split())
    if not words or kind == "bullet" or words[0] in '“"':
        return None
    if is_caps(words) and not _SENTENCE_END.search(_unabbreviated(words[:-1])):
        return words.rstrip(" .:;")
    colon = _COLON.search(words)
    if colon:
        before = words[: colon.start()]
        if _is_run_in(before) and not (colon.end() < len(words) and _LISTS.search(before)):
            return before.rstrip()
        if colon.end() < len(words):
            return None
    length = len(words.split())
    if bold and length <= 60 and not words.endswith((";", ",")):
        return words.rstrip(" .:")
    if (
        length <= LONGEST_LINE
        and not re.search(r"[.;,:!?…]$|\./\.?$", words)
        and not _SENTENCE_END.search(_unabbreviated(words))
    ):
        return words
    return None


def like_its_siblings(words: str) -> str | None:
    """Give the title of a short line that ends in a full stop, for a section whose siblings are headings."""
    words = " ".join(words.split())
    bare = words.removesuffix(".")
    short = len(bare.split()) <= LONGEST_LINE and bool(bare) and bare != words
    return None if not short or _SENTENCE_END.search(_unabbreviated(bare)) or _COLON.search(bare) else bare


def _unabbreviated(words: str) -> str:
    return _ABBREVIATED.sub(" ", words)


def _is_run_in(before: str) -> bool:
    if (
        len(before.split()) > LONGEST
        or _REPORTS.search(before)
        or _SENTENCE_END.search(_unabbreviated(before))
        or (before[-1:].isdigit() and " " not in before)
    ):
        return False
    return _ADVERB.match(before + ", ") is None or _ADVERB.match(before) is None
