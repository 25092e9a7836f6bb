"""Footnotes in text dumps: they stand at the foot of a page, in the middle of a sentence that goes on.

Takes the lines of a dump, in which a leading form feed marks a page start; gives the lines with footnotes
marked, their marks taken out of the text that calls them and the form feeds taken off. A line opens a
footnote if it begins with a number that is glued to a word earlier in the dump; the note ends where the next
page starts, or where its sentence ends and the text goes on with an item.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from parsers.layout import Line
from parsers.paragraphs import MARKER

_OPENS = re.compile(r"(\d{1,2})\s+(?=[^\W\d_])")
_GLUED = re.compile(r"(?:(?<=[^\W\d_])|(?<=\b(?:19|20)\d\d)|(?<=[”\")]))\d{1,2}(?=[\s,.;:)”\"]|$)")


class _Call(NamedTuple):
    line: int
    start: int
    end: int
    mark: str


def footnotes(lines: list[Line]) -> list[Line]:
    """Mark the lines of footnotes, take out their marks where they are called, and drop the page starts."""
    waiting: list[_Call] = []
    taken: dict[int, list[_Call]] = {}
    made: list[Line] = []
    note: str | None = None
    width = max((len(line.text) for line in lines), default=0)
    for index, line in enumerate(lines):
        text = line.text.lstrip("\f")
        if note is not None and (line.text.startswith("\f") or _ended(made[-1].text, text, width)):
            note = None
        opens = _OPENS.match(text)
        call = next((call for call in waiting if opens and call.mark == opens[1]), None)
        if call is not None:
            note = call.mark
            waiting.remove(call)
            taken.setdefault(call.line, []).append(call)
        if note is None:
            waiting += [_Call(index, m.start(), m.end(), m[0]) for m in _GLUED.finditer(text)]
        role = "footnote" if note else line.role
        made.append(_with_text(line, text)._replace(role=role, note=note or line.note))
    return [_unmarked(line, taken.get(index, [])) for index, line in enumerate(made)]


def _ended(last: str, text: str, width: int) -> bool:
    """Say whether a note ended with its last line: a sentence ends there and the line is short or an item follows."""
    return last.rstrip().endswith((".", ";")) and (len(last) < 0.8 * width or MARKER.match(text) is not None)


def _unmarked(line: Line, calls: list[_Call]) -> Line:
    text = line.text
    for call in sorted(calls, reverse=True):
        text = text[: call.start] + text[call.end :]
    marks = tuple(call.mark for call in sorted(calls))
    return _with_text(line, text)._replace(calls=line.calls + marks) if calls else line


def _with_text(line: Line, text: str) -> Line:
    return line._replace(runs=(line.runs[0]._replace(text=text),))
