"""Tasks: who must do what by when, from prose, assignee headings, articles and task tables.

Takes the text, its sections with their roles, and what the header says of the issuer; gives tasks in reading order.
Rule of the place: a task has a named doer (GUIDELINES, tasks). `words` and `phrases` read doers, `clauses` what a
sentence says of them, `prose`, `fields` and `rows` where tasks stand, `details` the rest.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from models import PrintedAgency, Section, Task
from parsers.confidence import sure
from parsers.tasks import details, prose, rows
from parsers.tasks.clauses import doings
from parsers.tasks.draft import Draft
from parsers.tasks.items import prose as paragraphs
from parsers.tasks.items import sentences
from parsers.tasks.words import Folded, fold, folded
from parsers.text import Text

__all__ = ["tasks"]

_ALIAS = re.compile(
    r"\((?:sau đây\s+)?(?:được\s+)?(?:gọi|viết)\s+(?:chung\s+|tắt\s+)+là:?\s*[“\"]?([^()“”\"\n]{3,80})[”\"]?\)"
)
_REACH = 8000
"""Characters from the start within which a document sets a short form for its issuer."""

_LONGEST_NAME = 200
"""Characters before a short form within which the full name stands."""


def tasks(
    text: Text, sections: tuple[Section, ...], preamble: tuple[int, int] = (0, 0), issuers: Iterable[str] = ()
) -> list[Task]:
    """Read the tasks of a document.

    sections: the tree, with roles. preamble: characters between the header and the first section, or the whole body
    of a letter without sections. issuers: names of the bodies that issue the document, for the mode `self`.
    """
    key = folded(text.value)
    reader = prose.Reader(text, key, _own(key.plain, issuers))
    scope, found = _opening(reader, preamble)
    found += prose.drafts(reader, sections, scope)
    found += rows.drafts(text, sections)
    return [_task(text, reader.folded, draft) for draft in sorted(found, key=lambda d: d.start)]


def _own(key: str, issuers: Iterable[str]) -> frozenset[str]:
    """Give the keys of the issuer's names, with the short form that the document sets for it."""
    names = {fold(" ".join(name.split())) for name in issuers}
    for match in _ALIAS.finditer(key, 0, _REACH):
        short = match[1].strip()
        before = key[max(0, match.start() - _LONGEST_NAME) : match.start()]
        if any(name in before and name.split()[0] == short.split()[0] for name in names):
            names.add(short)
    return frozenset(names)


def _opening(reader: prose.Reader, preamble: tuple[int, int]) -> tuple[prose.Scope, list[Draft]]:
    """Read what stands before the sections: the lead-in that orders all below, and requests of a plain letter."""
    scope, found = prose.Scope(), []
    for start, stop in paragraphs(reader.text, *preamble):
        for begin, end in sentences(reader.folded.value, start, stop):
            for doing in doings(reader.folded, begin, end):
                opens = reader.folded.value[doing.end - 1 : doing.end + 1].find(":") >= 0
                if opens and (doing.mode or doing.doer):
                    scope = prose.opened(reader, doing, "assign") or scope if doing.mode else scope
                elif doing.mode and doing.doer:
                    found += prose.stated(reader, doing)
    return scope, found


def _task(text: Text, key: Folded, draft: Draft) -> Task:
    value = text.value
    start, end = _trimmed(value, draft.start, draft.end)
    words = value[draft.verb : end] if draft.action is None else draft.action
    helped = draft.support
    if helped is None:
        helped = tuple(name for name in details.support(key, draft.verb, end) if name not in draft.lead)
    due = draft.deadline or (details.deadline(value[start:end]) if draft.support is None else None)
    return Task.model_construct(
        raw=value[start:end],
        span=text.span(start, end),
        confidence=sure(draft.rule),
        rule=draft.rule,
        section=draft.section,
        mode=draft.mode,
        lead=_agencies(draft.lead),
        support=_agencies(helped),
        beneficiary=_agencies(details.beneficiary(key, draft.verb, end)),
        action=details.action(words),
        object=details.purpose(key, draft.verb, end),
        deadline=due,
        output=draft.output,
        measurable=details.measurable(words, due, draft.output),
    )


def _agencies(names: Iterable[str]) -> tuple[PrintedAgency, ...]:
    return tuple(PrintedAgency.model_construct(raw=name, name=name, id=None) for name in names)


def _trimmed(value: str, start: int, end: int) -> tuple[int, int]:
    while start < end and value[start] in " \n-+*•":
        start += 1
    while end > start and value[end - 1] in " \n;":
        end -= 1
    return start, end
