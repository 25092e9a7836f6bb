"""Fields: a task printed as a list of labelled lines (`Cơ quan chủ trì`, `Phối hợp`, `Thời gian`, `Sản phẩm`).

Takes an item, gives the one task its labelled lines make, or None. Rule of the place: the line of the lead must be
there; the action is the title or first sentence of what the lines belong to.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from models import Section
from parsers.tasks.bodies import split
from parsers.tasks.details import column_deadline
from parsers.tasks.draft import Draft
from parsers.tasks.items import Item, prose
from parsers.tasks.words import Folded
from parsers.text import Text

_BODY = r"(?:(?:các\s+)?(?:cơ quan|đơn vị|bộ phận|phòng|cấp|sở, ngành|bộ, ngành|tổ chức)\s+)?"
_ALONE = r"(?:cơ quan|đơn vị)\s+thực hiện|phân công thực hiện"
_LABELS: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("both", re.compile(rf"{_BODY}chủ trì\s*(?:,|và)\s*(?:{_BODY})(?:phối hợp(?:\s+thực hiện)?|thực hiện)")),
    ("lead", re.compile(rf"{_BODY}chủ trì(?:\s+(?:thực hiện|tham mưu|triển khai))?|(?:{_ALONE})")),
    ("support", re.compile(rf"{_BODY}phối hợp(?:\s+thực hiện)?")),
    ("time", re.compile(r"(?:thời gian|thời hạn|tiến độ)(?:\s+(?:thực hiện|hoàn thành|trình|triển khai))?")),
    ("output", re.compile(r"(?:sản phẩm|kết quả)(?:\s+(?:đầu ra|dự kiến|hoàn thành|đạt được))?")),
)  # fmt: skip
_BEGINS = re.compile(r"c|đ|b|p|s|t|k")
_ENDS = re.compile(r"\s*(?::|$)")


_LONGEST_NAME = 16
"""Syllables of a body's name, at most; longer lines say what it does."""


class Gathered(NamedTuple):
    """A task made of labelled lines. used: starts of the children read for it. whole: nothing else stands below."""

    draft: Draft | None
    used: frozenset[int]
    whole: bool


def label(key: str, start: int, stop: int) -> tuple[str, int] | None:
    """Give the kind of the labelled line at a place of the folded text, and where its value begins."""
    if not _BEGINS.match(key, start):
        return None
    for kind, pattern in _LABELS:
        match = pattern.match(key, start, stop)
        end = _ENDS.match(key, match.end(), stop) if match else None
        if end:
            return kind, end.end()
    return None


def read(text: Text, folded: Folded, place: Item, parent: Section | None) -> Gathered | None:
    """Read the labelled lines of an item: its own title is the label, or those of its bullets are."""
    section = place.section
    start, end = place.title
    own = label(folded.key, start, end) if section.title else None
    parts: dict[str, list[str]] = {}
    used: set[int] = set()
    if own is not None:
        if own[0] not in ("lead", "both"):
            return Gathered(None, frozenset(), whole=True) if own[0] == "support" else None
        _gather(text, folded, section, parts, used)
        if parent is not None and "support" not in parts:
            _children(text, folded, parent, parts, used, only="support")
    else:
        _children(text, folded, section, parts, used, bullets=True)
    if not parts.get("lead") or any(len(name.split()) > _LONGEST_NAME for name in parts["lead"]):
        return None
    about = (parent.title if parent else None) if own else _about(folded, place)
    return Gathered(_draft(place, parts, about), frozenset(used), own is not None)


def _draft(place: Item, parts: dict[str, list[str]], about: str | None) -> Draft:
    span = place.section.span
    return Draft(
        span.start, span.end, span.start, place.path, "assign", tuple(parts["lead"]), "task.field",
        action=about, support=tuple(parts.get("support", ())),
        deadline=next(filter(None, map(column_deadline, parts.get("time", ()))), None),
        output="; ".join(parts.get("output", ())) or None,
    )  # fmt: skip


def _about(folded: Folded, place: Item) -> str | None:
    start, end = place.title if place.section.title else (place.paragraphs[0] if place.paragraphs else place.title)
    return folded.value[start:end] or None


def _gather(text: Text, folded: Folded, section: Section, parts: dict[str, list[str]], used: set[int]) -> None:
    """Gather the values under a label: the words after it and the lines below it, or labels of its own."""
    used.add(section.span.start)
    _children(text, folded, section, parts, used)
    if not parts.get("lead"):
        parts.setdefault("lead", []).extend(_values(text, folded, section))


def _children(
    text: Text, folded: Folded, section: Section, parts: dict[str, list[str]], used: set[int], *, only: str = "",
    bullets: bool = False,
) -> None:  # fmt: skip
    for child in section.children:
        if bullets and child.kind != "bullet":
            continue
        found = label(folded.key, *_line(text, child))
        if found is None or (only and found[0] != only):
            continue
        used.add(child.span.start)
        kind = "lead" if found[0] == "both" else found[0]
        parts.setdefault(kind, []).extend(_values(text, folded, child))


def _line(text: Text, section: Section) -> tuple[int, int]:
    """Give the range of the first line of a section, without its marker."""
    start = section.span.start + len(section.marker)
    while start < section.span.end and text.value[start] in " \n":
        start += 1
    stop = text.value.find("\n", start, section.span.end)
    return start, stop if stop >= 0 else section.span.end


def _values(text: Text, folded: Folded, section: Section) -> list[str]:
    """Give what is printed after a label: the rest of its line, the paragraphs and the bullets below."""
    found: list[str] = []
    end = section.children[0].span.start if section.children else section.span.end
    for number, (start, stop) in enumerate(prose(text, section.span.start, end)):
        if not number:
            start, stop = _line(text, section)
            named = label(folded.key, start, stop)
            start = named[1] if named else start
        if not text.value.startswith("(", start):
            found.append(text.value[start:stop])
    found += [text.value[slice(*_line(text, child))] for child in section.children]
    return [name for words in found for name in split(words)]
