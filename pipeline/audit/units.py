"""Units: the passages of a plan by which it is judged, with what is known of each.

Takes a document, gives its paragraphs, long ones by sentence, and its smaller sections as a whole. Rule of the place:
what stands before the first section, signatures and recipients are no passages; nor is what only orders to obey.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache, cached_property
from itertools import pairwise
from typing import NamedTuple

from models import Document, Task
from models.audit import Value
from parsers.knowledge import rows
from pipeline.audit.asked import counts, is_term, latest, sentence, value_of, yearly
from pipeline.audit.bound import is_formula
from pipeline.audit.cues import label, pattern
from pipeline.audit.places import Located
from pipeline.audit.wording import even
from pipeline.likeness import Words, weighed

LONG = 400
"""Characters from which a paragraph is taken sentence by sentence."""
WHOLE = 1500
"""Characters up to which a section is taken as a whole, too."""
_BACKGROUND = frozenset({"doc.context", "doc.legal_basis", "plan.purpose"})
"""Roles of sections that give no one anything to do."""
_SHARE = re.compile(r"(?<![\d/.,])(\d+(?:,\d+)?)\s?(?:%|phần trăm)")
_MARKER = re.compile(r"\s*(?:[-+*•–]|\d+(?:\.\d+)*[.)]|[a-zđ]\))?\s*", re.IGNORECASE)


class Unit(NamedTuple):
    """A passage.

    assigned: someone is given it to do. last: last day that it prints, ISO. deadline: the same as EDTF, or a day of
    every year. values: of its targets, else the shares that it prints. whole: it is a section, not a paragraph.
    act: verb with which it begins, lower case. attention: it only calls for attention. everything: it says so of all.
    """

    start: int
    end: int
    words: Words
    assigned: bool
    last: str | None
    deadline: str | None
    values: tuple[Value, ...]
    background: bool
    whole: bool = False
    act: str | None = None
    attention: bool = False
    everything: bool = False
    text: str = ""


class Judged:
    """A document with its passages."""

    def __init__(self, document: Document) -> None:
        """Keep the document; its passages are made once."""
        self.document, self.located = document, Located(document)

    @cached_property
    def units(self) -> tuple[Unit, ...]:
        """Give the paragraphs."""
        return tuple(self._unit(*each) for start, end in self._pieces() for each in self._dated(start, end))

    @cached_property
    def wholes(self) -> tuple[Unit, ...]:
        """Give the sections that are short enough to be taken as a whole."""
        text = self.document.text
        spans = [
            (one.span.start, one.span.end)
            for _, one in self.located.sections
            if one.children and one not in self.document.sections and one.span.end - one.span.start <= WHOLE
        ]
        long = [(text.rfind("\n", 0, one.start) + 1, text.find("\n", one.end)) for one in self.units]
        spans += [(start, end) for start, end in dict.fromkeys(long) if LONG < end - start <= WHOLE]
        return tuple(self._unit(start, end, whole=True) for start, end in spans)

    def _pieces(self) -> Iterator[tuple[int, int]]:
        """Give paragraphs, each with the lines below it that say one thing of it: `- Thời gian: Quý III/2026`."""
        last: tuple[int, int] | None = None
        for start, end in self._paragraphs():
            if last and label().match(self.document.text, start) and end - last[0] <= WHOLE:
                last = last[0], end
                continue
            if last:
                yield last
            last = start, end
        if last:
            yield last

    def _paragraphs(self) -> Iterator[tuple[int, int]]:
        text = self.document.text
        start, end = self._body()
        while start < end:
            stop = text.find("\n", start, end)
            stop = end if stop < 0 else stop
            if stop - start > LONG:
                yield from self._sentences(start, stop)
            elif text[start:stop].strip() and not is_formula(text[start:stop]) and not self._names(text[start:stop]):
                yield start, stop
            start = stop + 1

    def _dated(self, start: int, end: int) -> list[tuple[int, int]]:
        """Give the clauses of a paragraph of which several have a day of their own; else the paragraph."""
        ends = [start + found.end() for found in re.finditer(";", self.document.text[start:end])]
        clauses = list(pairwise([start, *ends, end]))
        days = [one.span.start for one in self.document.dates if start <= one.span.start < end and is_term(one)]
        dated = sum(any(a <= day < b for day in days) for a, b in clauses)
        return clauses if dated > 1 else [(start, end)]

    def _names(self, line: str) -> bool:
        """Say whether a line only names who is given what stands below: `2. Văn phòng Sở:`."""
        return line.rstrip().endswith(":") and line[_begin(line) :].rstrip(" :") in self._leads

    @cached_property
    def _leads(self) -> frozenset[str]:
        return frozenset(lead.raw for task in self.document.tasks for lead in task.lead)

    def _sentences(self, start: int, stop: int) -> Iterator[tuple[int, int]]:
        while start < stop:
            end = max(sentence(self.document.text, start, start + 1)[1], start + 1)
            if self.document.text[start:end].strip():
                yield start, end
            start = end

    def _body(self) -> tuple[int, int]:
        """Give the characters from the first section (else after the title) to signatures and recipients."""
        document = self.document
        evidence = document.header.evidence
        heads = [one.span.end for name, one in evidence.items() if one.span and name in ("title", "doc_type")]
        opening = [one.span.start for one in document.sections[:1]]
        start = max([*heads, *opening], default=0)
        attached = any(section.kind in ("appendix", "attachment") for section in document.sections)
        closing = [one.span.start for items in (document.signers, document.recipients) for one in items]
        ends = [at for at in closing if at > start] if not attached else []
        return start, min(ends, default=len(document.text))

    def _unit(self, start: int, end: int, *, whole: bool = False) -> Unit:
        document = self.document
        tasks = [one for one in document.tasks if one.span.start < end and start < one.span.end]
        assigned = any(task.lead and not is_formula(task.raw) for task in tasks)
        dates = [one.edtf for one in document.dates if start <= one.span.start < end and is_term(one)]
        dates += [task.deadline for task in tasks if task.deadline and latest(task.deadline)] if not dates else []
        every = [one.edtf for one in document.dates if start <= one.span.start < end and yearly(one.edtf)]
        last = max(dates, key=lambda edtf: latest(edtf) or "", default=None)
        roles = set(self.located.roles(start))
        words = document.text[start:end]
        begun = words[_begin(words) :]
        read = tuple(value_of(one) for one in document.targets if start <= one.span.start < end)
        return Unit(
            start,
            end,
            weighed(even(_without_doers(words, tasks))),
            assigned,
            latest(last),
            last or max(every, default=None),
            (*(read or _shares(words)), *counts(words)),
            bool(roles & _BACKGROUND) or not roles,
            whole,
            act=_act(begun),
            attention=pattern("attention").match(begun) is not None,
            everything=pattern("whole").search(words) is not None,
            text=words,
        )


def _begin(words: str) -> int:
    found = _MARKER.match(words)
    return found.end() if found else 0


def _shares(words: str) -> Iterator[Value]:
    for found in _SHARE.finditer(words):
        yield Value(comparator="equal", value=float(found[1].replace(",", ".")), unit="%")


def _act(begun: str) -> str | None:
    found = _acts().match(begun)
    return found[0].lower() if found else None


@cache
def _acts() -> re.Pattern[str]:
    verbs = sorted((row["verb"] for row in rows("task_verbs") if row["kind"] == "act"), key=len, reverse=True)
    return re.compile(rf"(?:{'|'.join(map(re.escape, verbs))})(?!\w)", re.IGNORECASE)


def _without_doers(words: str, tasks: Iterable[Task]) -> str:
    """Leave out who is given the tasks of a passage: that is not what is done."""
    for task in tasks:
        for body in task.lead:
            words = words.replace(body.raw, " ")
    return words
