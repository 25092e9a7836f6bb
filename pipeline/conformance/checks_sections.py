"""Sections: gaps and repeats in their numbers, forms of markers.

Takes a Paper, gives the rules that are broken (Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục II, khoản 6đ). A gap
is claimed only where the missing number stands nowhere between its neighbours, so that a heading that was not
recognised raises no alarm; a document that quotes the sections of another is left alone.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise

from models import Section
from models.conformity import Family
from parsers.vietnamese.unicode import ITEM_LETTERS, ascii_key
from pipeline.conformance.paper import Hit, Paper, walked

_ROMAN = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100}
_NUMERALS = ((100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))
_AMENDS = re.compile(r"\bsua doi\b|\bbo sung mot so\b|\bthay the\b")
_COUNTED = frozenset(("roman", "arabic", "letter", "article", "chapter", "part", "division"))
_FOREIGN = re.compile(r"[fjwz]\b")
_MOST_GAP = 1


def sections(paper: Paper, family: Family) -> Iterator[Hit]:
    """Check the sections of the document itself."""
    amending = _AMENDS.search(ascii_key(paper.document.header.title or "")) is not None
    groups = [paper.sections, *(one.children for one in walked(paper.sections))]
    above = [None, *walked(paper.sections)]
    for group in groups:
        for kind in dict.fromkeys(one.kind for one in group):
            run = [one for one in group if one.kind == kind]
            if kind in _COUNTED and not amending:
                yield from _order(paper, run)
            yield from _mixed(run)
    for parent, group in zip(above, groups, strict=True):
        yield from _forms(paper, group, below_clause=parent is not None and parent.kind == "arabic")


def _order(paper: Paper, run: list[Section]) -> Iterator[Hit]:
    """Check that numbers follow one another; a run that begins anew is another list."""
    for before, after in pairwise(run):
        old, new = _value(before), _value(after)
        if old is None or new is None:
            continue
        if new == old and not _compound(paper, after) and _same_style(before, after):
            yield Hit("numbering-repeat", after.span.start, after.span.start + len(after.marker), after.marker)
        if old < new - 1 <= old + _MOST_GAP and _same_style(before, after):
            missing = _shown(after, new - 1)
            if not _stands(paper, missing, before.span.start + 1, after.span.start):
                yield Hit(
                    "numbering-gap", after.span.start, after.span.start + len(after.marker), before.marker, missing
                )


def _compound(paper: Paper, one: Section) -> bool:
    """Say whether a marker is only the front of a longer one (`c.2)`)."""
    at = one.span.start + len(one.marker)
    return paper.document.text[at : at + 1].isdigit()


def _same_style(one: Section, other: Section) -> bool:
    return _tail(one) == _tail(other)


def _tail(section: Section) -> str:
    """Give what stands after the number in a marker: `.`, `)`, `-`."""
    return re.sub(r"[\w\s]", "", section.marker)


def _value(section: Section) -> int | None:
    label = section.label.split()[-1] if section.label else ""
    if label.isdigit():
        return int(label)
    if section.kind == "letter":
        return ITEM_LETTERS.find(label) + 1 or None if len(label) == 1 else None
    if label and set(label) <= set(_ROMAN):
        values = [_ROMAN[letter] for letter in label]
        return sum(-one if later > one else one for one, later in zip(values, [*values[1:], 0], strict=True))
    return None


def _shown(like: Section, value: int) -> str:
    """Give the marker of another number in the manner of a section's."""
    label = like.label.split()[-1]
    if label.isdigit():
        other = str(value)
    elif like.kind == "letter":
        other = ITEM_LETTERS[value - 1]
    else:
        other = ""
        for amount, letters in _NUMERALS:
            while value >= amount:
                other, value = other + letters, value - amount
    return other.join(like.marker.rsplit(label, 1))


def _stands(paper: Paper, marker: str, start: int, end: int) -> bool:
    """Say whether a number stands anywhere between two places, in whatever form."""
    number = re.sub(r"[^\w]+$", "", marker).split()[-1]
    pattern = rf"(?im)(?:^|[\s.;:(])(?:{re.escape(number)})\s*[.)/:-]|^\W*\w{{0,6}}\s?{re.escape(number)}\b"
    return re.search(pattern, paper.document.text[start:end]) is not None


def _mixed(run: list[Section]) -> Iterator[Hit]:
    """Check that sections of one list are marked in one manner."""
    if len(run) < 3 or run[0].kind == "bullet":
        return
    tails = Counter(map(_tail, run))
    usual, count = tails.most_common(1)[0]
    if len(tails) == 1 or count < len(run) - 1:
        return
    model = next(one for one in run if _tail(one) == usual)
    for before, one in pairwise([run[0], *run]):
        follows = one is run[0] or (_value(one) or 0) == (_value(before) or 0) + 1
        if _tail(one) != usual and follows and model.kind == one.kind:
            yield Hit("mixed-markers", one.span.start, one.span.start + len(one.marker), one.marker, model.marker)


def _forms(paper: Paper, group: tuple[Section, ...], *, below_clause: bool) -> Iterator[Hit]:
    """Check the forms of markers; what a whole list does is told once. Below a clause stand points, with letters."""
    seen: set[str] = set()
    for one in group:
        below_clause = below_clause or (one.kind == "arabic" and one.marker.endswith("."))
        for hit in () if _compound(paper, one) else _form(one, below_clause=below_clause):
            if hit.rule not in seen:
                seen.add(hit.rule)
                yield hit


def _form(one: Section, *, below_clause: bool) -> Iterator[Hit]:
    marker, at = one.marker.strip(), (one.span.start, one.span.start + len(one.marker))
    label = one.label.split()[-1] if one.label else ""
    if one.kind == "article" and not marker.endswith("."):
        yield Hit("article-form", *at, marker, f"Điều {label}.")
    if one.kind == "arabic" and marker.endswith((")", "/")) and not marker.startswith("("):
        right = (
            f"{ITEM_LETTERS[int(label) - 1]})" if below_clause and 0 < int(label) <= len(ITEM_LETTERS) else f"{label}."
        )
        yield Hit("clause-form", *at, marker, right)
    if one.kind == "letter":
        if _FOREIGN.fullmatch(label):
            yield Hit("point-letter", *at, marker)
        if not marker.endswith(")"):
            yield Hit("point-form", *at, marker, f"{label})")
    if one.kind in ("part", "chapter") and label.isdigit():
        roman = Section(label="I", marker="I", kind="roman", level=1, span=one.span)
        yield Hit("roman-form", *at, marker, marker.replace(label, _shown(roman, int(label))))
