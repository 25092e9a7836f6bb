"""One DOCX paragraph: takes `w:p`, gives its lines with label and alignment, and what hangs on it.

Rule of the place: the automatic label is text, since the page shows it. It opens the first line that has words;
a number stands alone where there are none (a running number in a table), a bullet does not.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from parsers.layout import Line, Run
from parsers.readers.docx_legacy import in_unicode, label_in_unicode
from parsers.readers.docx_numbering import Label, Numbering, label, written
from parsers.readers.docx_package import Element, w
from parsers.readers.docx_runs import Call, runs, split, words
from parsers.readers.docx_styles import Format, Styles, paragraph_format, run_look

NOTE_KINDS = {"footnotes": "decimal", "endnotes": "lowerRoman"}
"""Kinds of notes and how Word numbers them."""

_PROPERTIES = w("pPr")


class Called(NamedTuple):
    """A note that is called: its kind, its id in the file, its mark on the page."""

    kind: str
    id: str
    mark: str


class Paragraph(NamedTuple):
    """A paragraph as read. boxes: the `w:txbxContent` that hang on it."""

    lines: Sequence[Line]
    calls: Sequence[Called]
    boxes: Sequence[Element]


class _Opening(NamedTuple):
    """The label of a paragraph as it opens its first line."""

    label: Label
    run: Run


def paragraph(element: Element, styles: Styles, lists: Numbering, marks: Mapping[str, Iterator[int]]) -> Paragraph:
    """Read a paragraph; lists and marks (running numbers of notes by kind) advance with it."""
    form = paragraph_format(styles, element.find(_PROPERTIES))
    found = words(element, styles, form.look)
    pieces = in_unicode(found.pieces, styles.uses)
    parts = [(runs(texts), [_called(call, marks) for call in calls]) for texts, calls in split(pieces)]
    lines = _lines(parts, form, _opening(form, styles, lists))
    return Paragraph(lines, [call for _, calls in parts for call in calls], found.boxes)


def _called(call: Call, marks: Mapping[str, Iterator[int]]) -> Called:
    return Called(call.kind, call.id, call.mark or written(next(marks[call.kind]), NOTE_KINDS[call.kind]))


def _opening(form: Format, styles: Styles, lists: Numbering) -> _Opening | None:
    if form.list_id is None or form.list_id == "0" or form.deleted:
        return None
    found = label(lists, form.list_id, form.level, form.style)
    if found is None:
        return None
    look = form.look if form.mark is None else run_look(styles, form.mark, form.look)
    look = look if found.look is None else run_look(styles, found.look, look)
    if look.hidden:
        return None
    if styles.uses:
        found = found._replace(text=label_in_unicode(found.text, look, styles.uses))
    if look.capitals:
        found = found._replace(text=found.text.upper())
    return _Opening(found, Run(found.text + found.gap, None, *look[:3]))


def _lines(parts: Sequence[tuple[tuple[Run, ...], list[Called]]], form: Format, opening: _Opening | None) -> list[Line]:
    """Make the lines of the parts that have words; calls in a part without words go to the line before."""
    lines: list[Line] = []
    for texts, calls in parts:
        marks = tuple(call.mark for call in calls)
        if texts:
            lines.append(Line(texts, ends=None, align=form.align, calls=marks, heading=form.heading))
        elif lines:
            lines[-1] = lines[-1]._replace(calls=lines[-1].calls + marks)
    if opening is not None and lines:
        lines[0] = lines[0]._replace(runs=_joined(opening.run, lines[0].runs), label=opening.label.text)
    elif opening is not None and opening.label.counted:
        alone = opening.run._replace(text=opening.label.text)
        lines = [Line((alone,), align=form.align, heading=form.heading, label=alone.text)]
    if lines:
        lines[-1] = lines[-1]._replace(ends=not form.deleted)
    return lines


def _joined(first: Run, rest: tuple[Run, ...]) -> tuple[Run, ...]:
    """Put a run before others, as one with the next if they look the same."""
    if first[2:] == rest[0][2:]:
        return (rest[0]._replace(text=first.text + rest[0].text), *rest[1:])
    return (first, *rest)
