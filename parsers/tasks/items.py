"""Items: the sections of the tree with their own words, apart from what stands below them.

Takes a section and its place, gives its own paragraphs, its sentences and the range of its title.
Rule of the place: tables and footnotes are no prose; a path joins labels and leaves bullets out (CONTRACT).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from models import Section
from parsers.text import Text
from parsers.vietnamese.unicode import UPPER

Range = tuple[int, int]
"""Characters from … up to, half open."""

_SENTENCE = re.compile(rf"(?<=[.!?…”])\s+(?=[{UPPER}“])")
_ABBREVIATED = re.compile(r"(?:\b(?:TP|Tp|ThS|TS|BS|GS|PGS|Nxb|v\.v|Tr|Đ/c|đ/c|Q|P)|\b[A-ZĐ])\.$")


class Item(NamedTuple):
    """A section with its own words.

    title: range of its title, empty where there is none. paragraphs: ranges of its own paragraphs, without marker and
    title.
    """

    section: Section
    path: str
    title: Range
    paragraphs: tuple[Range, ...]

    @property
    def bullet(self) -> bool:
        """Say whether it is a bullet."""
        return self.section.kind == "bullet"


def path_of(section: Section, above: str) -> str:
    """Give the path of a section below another path."""
    if section.kind == "bullet":
        return above
    return f"{above}/{section.label}" if above else section.label


def item(text: Text, section: Section, above: str) -> Item:
    """Give the item of a section."""
    start = section.span.start
    end = section.children[0].span.start if section.children else section.span.end
    own = list(prose(text, start, end))
    if not own:
        return Item(section, path_of(section, above), (start, start), ())
    first = start + len(section.marker) if own[0][0] == start else own[0][0]
    while first < end and text.value[first] in " \n":
        first += 1
    title = _title(text.value, section, first, own)
    begin = title[1] if section.title else first
    kept = (_trimmed(text.value, (max(a, begin), b)) for a, b in own if b > begin)
    return Item(section, path_of(section, above), title, tuple((a, b) for a, b in kept if a < b))


def _title(value: str, section: Section, first: int, own: list[Range]) -> Range:
    if not section.title:
        return first, first
    if value.startswith(section.title, first):
        return first, first + len(section.title)
    position = first
    for word in section.title.split():
        found = value.find(word, position, position + len(word) + 60)
        if found < 0:
            break
        position = found + len(word)
    return first, max(position, min(own[0][1], first + len(section.title)))


def _trimmed(value: str, place: Range) -> Range:
    start, end = place
    while start < end and value[start] in " \n:.;,-–":
        start += 1
    while end > start and value[end - 1] in " \n":
        end -= 1
    return start, end


def prose(text: Text, start: int, end: int) -> Iterator[Range]:
    """Give the paragraphs of running text in a range of characters."""
    if start >= end:
        return
    index = text.paragraph_at(start)
    while index < len(text.paragraphs) and text.paragraphs[index].start < end:
        paragraph = text.paragraphs[index]
        if paragraph.first.role == "body":
            yield max(paragraph.start, start), min(paragraph.end, end)
        index += 1


def sentences(value: str, start: int, end: int) -> Iterator[Range]:
    """Give the sentences of a paragraph."""
    begin = start
    for match in _SENTENCE.finditer(value, start, end):
        if _ABBREVIATED.search(value, max(begin, match.start() - 6), match.start()):
            continue
        yield begin, match.start()
        begin = match.end()
    if begin < end:
        yield begin, end
