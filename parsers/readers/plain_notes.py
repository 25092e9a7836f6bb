"""Footnotes in text dumps: they stand at the foot of a page, in the middle of a sentence that goes on.

Takes the lines of a dump, in which a leading form feed marks a page start; gives the lines with footnotes
marked and the form feeds taken off. A line opens a footnote if it begins with a number that is glued to a
word earlier in the dump; the note ends where the next page
starts, or where its sentence ends and the text goes on with an item.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from parsers.layout import Line
from parsers.paragraphs import MARKER

_OPENS = re.compile(r"(\d{1,2})\s+(?=[^\W\d_])")
_GLUED = re.compile(r"(?<=[^\W\d_])(\d{1,2})(?=[\s,.;:)”\"])")


def footnotes(lines: list[Line]) -> Iterator[Line]:
    """Mark the lines of footnotes and drop the page starts."""
    called: list[str] = []
    note: str | None = None
    width = max((len(line.text) for line in lines), default=0)
    last = ""
    for line in lines:
        text = line.text
        starts_page = text.startswith("\f")
        text = text.lstrip("\f")
        opens = _OPENS.match(text)
        if note is not None and (starts_page or _ended(last, text, width)):
            note = None
        if opens and opens[1] in called:
            note = opens[1]
            called.remove(note)
        last = text
        if note is not None:
            yield _with_text(line, text)._replace(role="footnote", note=note)
            continue
        calls = tuple(_GLUED.findall(text))
        called.extend(calls)
        yield _with_text(line, text)._replace(calls=calls)


def _ended(last: str, text: str, width: int) -> bool:
    """Say whether a note ended with its last line: a sentence ends there and the line is short or an item follows."""
    return last.rstrip().endswith((".", ";")) and (len(last) < 0.8 * width or MARKER.match(text) is not None)


def _with_text(line: Line, text: str) -> Line:
    return line._replace(runs=(line.runs[0]._replace(text=text),))
