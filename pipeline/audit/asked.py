"""Asked: what a directive asks for, as tasks, targets and requirements, and by when a plan is to be issued.

Takes a directive, gives its requirements in the order of the text. Rule of the place: one sentence is asked once; a
target that stands in a task is that task's value, and the order to issue a plan is the due day of all and no task.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from models import Date, Document, Section, Target, Task
from models.audit import Place, Requirement, RequirementKind, Value
from parsers.agencies.days import END, last_day
from pipeline.audit.bound import Binding, Doers, is_formula
from pipeline.audit.cues import issuing, label

WANTED = "plan.requirements"
"""Role of sections whose points are requirements."""
AIMS = "plan.targets"
"""Role of sections whose points are targets."""
ASKING = frozenset({"plan.tasks", "plan.content", "plan.solutions", "directive.assign"})
"""Roles of sections whose points are tasks, though they name no one."""
DIRECTIVE = "chỉ thị"
"""Type of document all of which orders."""
FEWEST = 5
"""Words that a point has to have to be a task."""
_LETTERS: dict[RequirementKind, str] = {"task": "T", "target": "C", "requirement": "Y"}
_COUNT = re.compile(r"(?<![\w/.,-])(\d+(?:,\d+)?)\s+([^\W\d_]+)")
_CALENDAR = frozenset({"ngày", "tháng", "năm", "quý", "tuần", "giờ"})
_CUTS = re.compile(r"[;\n]|[.!?](?=\s|$)")


class Clause(NamedTuple):
    """What is asked at one place. words: without who does it; null where the place says nothing else."""

    start: int
    end: int
    words: str | None
    deadline: str | None


class Ask(NamedTuple):
    """A requirement with those whom it binds. task: what was parsed, where it is one. words: what is to be done."""

    requirement: Requirement
    doers: Doers
    task: Task | None = None
    words: str | None = None


def asked(binding: Binding) -> tuple[Ask, ...]:
    """Give what a directive asks for."""
    document = binding.located.document
    points = list(_points(document))
    tasks = [task for task in document.tasks if _is_asked(task) and not _within(task, points)]
    found: list[_Found] = []
    for start, end in points:
        found.append(_Found(start, "requirement", binding.located.place(start, end), Doers((), True)))
    for task in tasks:
        for clause in clauses(document, task):
            target = next((one for one in document.targets if _holds(clause, one)), None)
            place = binding.located.place(clause.start, clause.end)
            found.append(_Found(clause.start, "task", place, binding.doers(task.lead), task, clause, target))
    taken = [(one.span.start, one.span.end) for one in (*document.tasks, *document.targets)]
    for start, end, leads in _unled(document, [*points, *taken]):
        doers = binding.listed(leads) if leads else Doers((), True)
        clause = Clause(start, end, document.text[start:end], _day(document, start, end))
        found.append(_Found(start, "task", binding.located.place(start, end), doers, clause=clause))
    for target in document.targets:
        if not any(task.span.start <= target.span.start < task.span.end for task in tasks):
            doers = binding.doers((target.actor,)) if target.actor else Doers((), True)
            start, end = sentence(document.text, target.span.start, target.span.end)
            found.append(_Found(start, "target", binding.located.place(start, end), doers, target=target))
    read = [(one.place.span.start, one.place.span.end) for one in found]
    for start, end in _aims(document):
        if not any(a < end and start < b for a, b in read):
            place = binding.located.place(start, end)
            value = next(counts(place.quote), None)
            found.append(_Found(start, "target", place, Doers((), True), value=value))
    return tuple(_numbered(sorted(found, key=lambda one: one.start)))


class _Found(NamedTuple):
    start: int
    kind: RequirementKind
    place: Place
    doers: Doers
    task: Task | None = None
    clause: Clause | None = None
    target: Target | None = None
    value: Value | None = None


def clauses(document: Document, task: Task) -> list[Clause]:
    """Give what a task asks for: its clauses, where several of them have a day, without an order to issue a plan.

    An order to issue a plan takes its other clauses with it where they have no day of their own (`gửi về Sở Nội vụ`).
    """
    text, start, end = document.text, task.span.start, task.span.end
    cuts = [start, *(found.end() for found in re.finditer(r";", text[start:end])), end]
    cuts = [start, *(start + cut for cut in cuts[1:-1]), end]
    pieces = [Clause(a, b, text[a:b], _day(document, a, b)) for a, b in pairwise(cuts) if text[a:b].strip(" ;.\n")]
    if sum(piece.deadline is not None for piece in pieces) < 2:
        day = task.deadline or _labelled(document, task)
        return [] if issuing().search(task.raw) else [Clause(start, end, None, day)]
    return [piece for piece in pieces if not issuing().search(text, piece.start, piece.end)]


def _labelled(document: Document, task: Task) -> str | None:
    """Give the day in the lines below a task that say one thing of it each: `- Thời gian hoàn thành: Quý III/2026`."""
    start, end = task.span.start, task.span.end
    lines = (cut.end() for cut in re.finditer("\n", document.text[start:end]))
    first = next((start + at for at in lines if label().match(document.text, start + at)), None)
    return _day(document, first, end) if first is not None else None


def _day(document: Document, start: int, end: int) -> str | None:
    """Give the last of the days that stand somewhere, documents' own days aside."""
    days = [one.edtf for one in document.dates if start <= one.span.start < end and is_term(one)]
    return max(days, key=lambda edtf: latest(edtf) or "", default=None)


def due(document: Document) -> str | None:
    """Give the last day on which a plan was to be issued, as ISO date; None where none is printed."""
    for date in document.dates:
        if date.kind in ("issued", "cited"):
            continue
        start, end = sentence(document.text, date.span.start, date.span.end)
        if issuing().search(document.text, start, end):
            last = latest(date.edtf)
            if last:
                return last
    return None


def latest(edtf: str | None) -> str | None:
    """Give the last day that a date means, as ISO date; None where it is open or has no year."""
    last = last_day((edtf or "").rpartition("/")[2])
    return last if edtf and last != END and last[:4].isdigit() else None


def is_term(date: Date) -> bool:
    """Say whether a date may be the day by which something is done: no day of a document, no span of years."""
    if date.kind in ("issued", "cited") or latest(date.edtf) is None:
        return False
    return date.kind == "deadline" or len(date.edtf.rpartition("/")[2]) > len("2026")


def yearly(edtf: str | None) -> str | None:
    """Give month and day of a day that comes every year: `12-15` of `XXXX-12-15`; None for any other."""
    year, _, day = (edtf or "").rpartition("/")[2].partition("-")
    return day if year == "XXXX" and len(day) == len("12-15") else None


def sentence(text: str, start: int, end: int) -> tuple[int, int]:
    """Give the sentence, or clause between semicolons, in which something stands."""
    line, stop = text.rfind("\n", 0, start) + 1, text.find("\n", end)
    stop = len(text) if stop < 0 else stop
    cuts = [line, *(found.end() for found in _CUTS.finditer(text, line, stop)), stop]
    return max(cut for cut in cuts if cut <= start), min(cut for cut in cuts if cut >= end)


def _is_asked(task: Task) -> bool:
    """Say whether a task asks for more than to issue a plan, or to obey."""
    if task.mode == "self" or is_formula(task.raw):
        return False
    return ";" in task.raw or issuing().search(task.raw) is None


def _points(document: Document) -> Iterator[tuple[int, int]]:
    for section in document.sections:
        yield from _within_section(document.text, section)


def _unled(document: Document, taken: list[tuple[int, int]]) -> Iterator[tuple[int, int, str]]:
    """Give the points of sections on tasks that no one was read to be given, with the heading that may name who."""
    for section in document.sections:
        yield from _points_below(document, section, "", taken, asking=document.header.doc_type == DIRECTIVE)


def _points_below(
    document: Document, section: Section, heading: str, taken: list[tuple[int, int]], *, asking: bool
) -> Iterator[tuple[int, int, str]]:
    asking = section.role in ASKING or (asking and section.role in (None, "directive.assign"))
    if section.children:
        for child in section.children:
            yield from _points_below(document, child, section.title or heading, taken, asking=asking)
        return
    start, end = section.span.start + len(section.marker), section.span.end
    words = document.text[start:end].strip()
    free = not any(a < end and start < b for a, b in taken)
    order = is_formula(words) or issuing().search(words) is not None or words.endswith(":")
    if asking and free and not order and section.title is None and len(words.split()) >= FEWEST:
        yield start, end, heading


def _aims(document: Document) -> Iterator[tuple[int, int]]:
    """Give the points of sections on targets: one whose number was not read is asked for all the same."""
    for section in document.sections:
        yield from _within_section(document.text, section, AIMS)


def _within_section(text: str, section: Section, role: str = WANTED) -> Iterator[tuple[int, int]]:
    if section.role != role:
        for child in section.children:
            yield from _within_section(text, child, role)
        return
    if section.children:
        for child in section.children:
            yield child.span.start + len(child.marker), child.span.end
        return
    start = text.find("\n", section.span.start, section.span.end) + 1 if section.title else section.span.start
    while 0 < start < section.span.end:
        stop = text.find("\n", start, section.span.end)
        stop = section.span.end if stop < 0 else stop
        if text[start:stop].strip():
            yield start, stop
        start = stop + 1


def _within(task: Task, points: list[tuple[int, int]]) -> bool:
    return any(start <= task.span.start < end for start, end in points)


def _holds(clause: Clause, target: Target) -> bool:
    return clause.start <= target.span.start and target.span.end <= clause.end


def _numbered(found: list[_Found]) -> Iterator[Ask]:
    count: Counter[RequirementKind] = Counter()
    for _, kind, place, doers, task, clause, target, value in found:
        count[kind] += 1
        yield Ask(
            Requirement(
                id=f"{_LETTERS[kind]}{count[kind]}",
                kind=kind,
                text=" ".join(place.quote.strip(" -+•*–.;").split()),
                place=place,
                lead=() if doers.everyone else doers.agencies,
                deadline=clause.deadline if clause else None,
                value=value_of(target) if target else value,
            ),
            doers,
            task,
            clause.words if clause and clause.words else task.action if task else None,
        )


def counts(words: str) -> Iterator[Value]:
    """Give the numbers of things that words print, where no target was read: `04 cuốn`; no days, no parts of codes."""
    for found in _COUNT.finditer(words):
        if found[2].lower() not in _CALENDAR:
            yield Value(comparator="at_least", value=float(found[1].replace(",", ".")), unit=found[2].lower())


def value_of(target: Target) -> Value:
    """Give the value of a target."""
    return Value(comparator=target.comparator, value=target.value, value_max=target.value_max, unit=target.unit)
