"""Roles: what a section is for, so that sections mean the same across years and agencies.

Takes the text, its sections and the document's type, gives the sections with their roles. Rule of the place: the
longest known title that opens the heading wins (marker, `công tác`, `một số` and year tails set aside); a title nobody
has seen takes the role of one that differs in one syllable, else none (SPEC §9.4; tables `section_roles`,
`article_roles`).
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from typing import NamedTuple

from models import Section
from parsers.confidence import sure
from parsers.knowledge import rows
from parsers.tasks.phrases import phrase
from parsers.tasks.prose import Reader, Scope, heading
from parsers.tasks.words import cue, fold, folded
from parsers.text import Text
from parsers.vietnamese.unicode import ascii_key

_LEADING = re.compile(rf"(?:{cue('title_lead')}\s+)+(?=\w)")
_TAIL = re.compile(rf"\s*(?:[,:;.(\-/&]|{cue('title_tail')})")
_SHORT_TAIL, _LONG_TITLE = 4, 5
"""Syllables that may follow a known title; syllables of a known title after which anything may follow."""
_DIRECTIVES = frozenset(("chỉ thị", "công điện"))
_ENACTING = frozenset(("quyết định", "nghị quyết", None))
_REPORTS = frozenset(("báo cáo", "tờ trình", "thông báo"))
_ELSEWHERE = {"report.results": "doc.context", "report.limits": "doc.context", "report.direction": "plan.tasks"}
"""What a role of reports is in a document that is no report."""
_ORGANISATION = "plan.organisation"
_ASSIGNEE = "plan.assignee_block"
_INHERITED = frozenset((_ORGANISATION, _ASSIGNEE))


class _Known(NamedTuple):
    """The table of titles.

    exact: role by key. starts: keys by first syllable, the longest first. inside: any of the keys that may stand
    anywhere. parts: their roles. plain: role by key without accents. ends: syllables and role by their number and by
    the first (True) or last one of them.
    """

    exact: dict[str, str]
    starts: dict[str, tuple[str, ...]]
    inside: re.Pattern[str]
    parts: dict[str, str]
    plain: dict[str, str]
    ends: dict[tuple[int, bool, str], tuple[tuple[tuple[str, ...], str], ...]]


@cache
def _known() -> _Known:
    exact: dict[str, str] = {}
    parts: dict[str, str] = {}
    for row in rows("section_roles"):
        if row["match"] == "start":
            exact.setdefault(fold(row["title"]), row["role"])
        else:
            parts.setdefault(fold(row["title"]), row["role"])
    starts: dict[str, list[str]] = {}
    ends: dict[tuple[int, bool, str], list[tuple[tuple[str, ...], str]]] = {}
    for title in sorted(exact, key=len, reverse=True):
        syllables = _syllables(title)
        starts.setdefault(syllables[0], []).append(title)
        for first, syllable in ((True, syllables[0]), (False, syllables[-1])):
            ends.setdefault((len(syllables), first, syllable), []).append((syllables, exact[title]))
    return _Known(
        exact, {k: tuple(v) for k, v in starts.items()}, _any(parts), parts,
        {ascii_key(title): role for title, role in exact.items()}, {k: tuple(v) for k, v in ends.items()},
    )  # fmt: skip


def _any(words: Iterable[str]) -> re.Pattern[str]:
    """Give a pattern for any of some words, the longest first."""
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, sorted(words, key=len, reverse=True)))})(?!\w)")


def _syllables(words: str) -> tuple[str, ...]:
    return tuple(re.findall(r"\w+", words))


class Given(NamedTuple):
    """A role and the rule that gave it."""

    role: str
    rule: str


def role_of(title: str) -> Given | None:
    """Give the role that the words of a heading say, None where no known title is near."""
    known = _known()
    whole = " ".join(fold(title).split()).strip(" .:;-*")
    bare = _LEADING.sub("", whole, count=1) if _LEADING.match(whole) else whole
    for words in (whole, bare):
        if words in known.exact:
            return Given(known.exact[words], "role.title")
        found = _starting(words, known)
        if found:
            return Given(found, "role.start")
    part = known.inside.search(whole)
    if part:
        return Given(known.parts[part[0]], "role.part")
    near = _near(whole, known)
    return Given(near, "role.near") if near else None


def _starting(words: str, known: _Known) -> str | None:
    first = re.match(r"\w+", words)
    for title in known.starts.get(first[0], ()) if first else ():
        if words.startswith(title) and not words[len(title) : len(title) + 1].isalnum():
            tail = words[len(title) :]
            if _TAIL.match(tail) or len(tail.split()) <= _SHORT_TAIL or len(_syllables(title)) >= _LONG_TITLE:
                return known.exact[title]
    return None


def _near(words: str, known: _Known) -> str | None:
    """Give the role of the title that differs in its accents only, or in one of three syllables or more."""
    syllables = _syllables(words)
    if not 3 <= len(syllables) <= 10:
        return None
    plain = known.plain.get(ascii_key(words))
    if plain:
        return plain
    length = len(syllables)
    near = known.ends.get((length, True, syllables[0]), ()) + known.ends.get((length, False, syllables[-1]), ())
    close = {role for other, role in near if sum(map(str.__eq__, syllables, other)) >= length - 1}
    return close.pop() if len(close) == 1 else None


def assign(text: Text, sections: tuple[Section, ...], doc_type: str | None) -> tuple[Section, ...]:
    """Give the sections with their roles.

    doc_type: spelt out in lower case (`kế hoạch`), None where unknown.
    """
    reader = Reader(text, folded(text.value), frozenset())
    return tuple(_assigned(reader, section, doc_type, None) for section in sections)


def _assigned(reader: Reader, section: Section, doc_type: str | None, above: str | None) -> Section:
    given = _role(reader, section, doc_type, above)
    role = given.role if given else None
    within = role or (above if above in _INHERITED else None)
    children = tuple(_assigned(reader, child, doc_type, within) for child in section.children)
    update: dict[str, object] = {"children": children}
    if given:
        update |= {"role": role, "role_rule": given.rule, "role_confidence": sure(given.rule)}
    return section.model_copy(update=update) if given or children else section


def _role(reader: Reader, section: Section, doc_type: str | None, above: str | None) -> Given | None:
    if section.kind == "bullet":
        return None
    if section.kind in ("appendix", "attachment"):
        return Given("appendix.heading", "role.attached")
    directing = doc_type in _DIRECTIVES and section.level == 1 and section.kind in ("arabic", "article")
    if section.title is None:
        if section.kind == "article" and doc_type in _ENACTING:
            return _article(reader.text, section)
        return Given("directive.assign", "role.place") if directing else None
    found = role_of(section.title)
    organising = found is not None and found.role == _ORGANISATION
    if not (organising and section.level == 1) and _is_assignee(reader, section):
        return Given("directive.assign" if directing else _ASSIGNEE, "role.assignee")
    if directing and not organising:
        return Given("directive.assign", "role.place")
    if found is None or doc_type in _REPORTS:
        return found
    return found._replace(role=_ELSEWHERE.get(found.role, found.role))


def _is_assignee(reader: Reader, section: Section) -> bool:
    """Say whether the title names doers and nothing else, or hands a task to one."""
    start = section.span.start + len(section.marker)
    title = section.title or ""
    begin = reader.folded.value.find(title[:20], start, start + 200)
    if begin < 0:
        return False
    end = min(begin + len(title), section.span.end)
    if heading(reader, begin, end, Scope()) is not None:
        return True
    handed = re.match(r"(?:giao|phân công)(?: cho)?\s+", reader.folded.key[begin:end])
    return handed is not None and phrase(reader.folded, begin + handed.end(), end, handed=True) is not None


@cache
def _articles() -> tuple[tuple[str, str], ...]:
    return tuple((row["role"], fold(row["wording"])) for row in rows("article_roles"))


def _article(text: Text, section: Section) -> Given | None:
    """Give the role of an untitled article of a decision, by its wording."""
    end = section.children[0].span.start if section.children else section.span.end
    words = fold(text.value[section.span.start + len(section.marker) : min(end, section.span.start + 1500)])
    for role, wording in _articles():
        found = words.find(wording)
        if found >= 0 and (role != "decision.approve" or found < 40):
            return Given(role, "role.article")
    return None
