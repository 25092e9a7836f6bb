"""Units: the passages of a plan by which it is judged, with what is known of each.

Takes a document, gives its paragraphs, long ones by sentence, and its smaller sections as a whole. Rule of the place:
what stands before the first section, signatures and recipients are no passages; nor is what only orders to obey.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cached_property
from typing import NamedTuple

from models import Document, Target, Task
from pipeline.audit.asked import is_term, latest, sentence
from pipeline.audit.bound import is_formula
from pipeline.audit.places import Located
from pipeline.likeness import Words, weighed

LONG = 400
"""Characters from which a paragraph is taken sentence by sentence."""
WHOLE = 1500
"""Characters up to which a section is taken as a whole, too."""
_BACKGROUND = frozenset({"doc.context", "doc.legal_basis", "plan.purpose"})
"""Roles of sections that give no one anything to do."""


class Unit(NamedTuple):
    """A passage.

    assigned: someone is given it to do. last: last day that it prints, ISO. deadline: the same as EDTF. targets: of it.
    whole: it is a section, not a paragraph.
    """

    start: int
    end: int
    words: Words
    assigned: bool
    last: str | None
    deadline: str | None
    targets: tuple[Target, ...]
    background: bool
    whole: bool = False


class Judged:
    """A document with its passages."""

    def __init__(self, document: Document) -> None:
        """Keep the document; its passages are made once."""
        self.document, self.located = document, Located(document)

    @cached_property
    def units(self) -> tuple[Unit, ...]:
        """Give the paragraphs."""
        return tuple(self._unit(start, end) for start, end in self._pieces())

    @cached_property
    def wholes(self) -> tuple[Unit, ...]:
        """Give the sections that are short enough to be taken as a whole."""
        text = self.document.text
        spans = [
            (one.span.start, one.span.end)
            for _, one in self.located.sections
            if one.children and one.span.end - one.span.start <= WHOLE
        ]
        long = [(text.rfind("\n", 0, one.start) + 1, text.find("\n", one.end)) for one in self.units]
        spans += [(start, end) for start, end in dict.fromkeys(long) if LONG < end - start <= WHOLE]
        return tuple(self._unit(start, end, whole=True) for start, end in spans)

    def _pieces(self) -> Iterator[tuple[int, int]]:
        text = self.document.text
        start, end = self._body()
        while start < end:
            stop = text.find("\n", start, end)
            stop = end if stop < 0 else stop
            if stop - start > LONG:
                yield from self._sentences(start, stop)
            elif text[start:stop].strip() and not is_formula(text[start:stop]):
                yield start, stop
            start = stop + 1

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
        last = max(dates, key=lambda edtf: latest(edtf) or "", default=None)
        roles = set(self.located.roles(start))
        return Unit(
            start,
            end,
            weighed(_without_doers(document.text[start:end], tasks)),
            assigned,
            latest(last),
            last,
            tuple(one for one in document.targets if start <= one.span.start < end),
            bool(roles & _BACKGROUND) or not roles,
            whole,
        )


def _without_doers(words: str, tasks: Iterable[Task]) -> str:
    """Leave out who is given the tasks of a passage: that is not what is done."""
    for task in tasks:
        for body in task.lead:
            words = words.replace(body.raw, " ")
    return words
