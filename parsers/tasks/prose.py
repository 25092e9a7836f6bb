"""Prose: tasks in sentences, bullets, assignee headings and the articles of a decision.

Takes the folded text and the tree of sections, gives tasks as drafts in reading order. Rule of the place: a task needs
a named doer, printed in its sentence, in the sentence before it, or in the heading or lead-in it stands under; below
`yêu cầu:` the mode is order (GUIDELINES, tasks).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from models import Section
from models.task import Mode
from parsers.tasks import fields
from parsers.tasks.bodies import split
from parsers.tasks.clauses import Doing, doings
from parsers.tasks.continuing import goes_on
from parsers.tasks.draft import Draft
from parsers.tasks.items import Item, Range, item, sentences
from parsers.tasks.phrases import Phrase, phrase
from parsers.tasks.words import Folded, at, fold, triggers
from parsers.tasks.words import cue as words_of
from parsers.text import Text
from parsers.vietnamese.unicode import is_caps

_STATEMENTS = frozenset(
    ("doc.context", "doc.legal_basis", "report.results", "report.limits", "plan.theme", "plan.scope_subjects")
)
"""Roles of sections that tell what is, not what is to be done."""
_FRESH = frozenset(("plan.organisation", "plan.effect"))
"""Roles of sections in which tasks are handed out anew, whatever the lead-in above says."""
_DUTIES_OF = re.compile(
    rf"(?:về\s+)?{words_of('duties_of')}\s+(?:thực hiện\s+)?(?:cụ thể\s+)?(?:của\s+)?|(?:đối với|phần việc của)\s+"
)
_CLOSING = re.compile(words_of("closing"))
_JOINING = 24
"""Characters of a heading such as `các đơn vị tham gia tập huấn` from its verb to its end."""
_SHORTEST = 2
"""Syllables of the shortest action."""
_POINTS = re.compile(r"\d\s*(?:%\s*)?điểm(?!\w)|:\s*\d+\s*(?:cụm|khối)(?!\w)")
"""Points of a scoring rule, numbers of a norm of organisation."""
_ANNOUNCES = re.compile(
    rf"{words_of('announcing')}[^.;\n]{{0,160}}(?:như sau|sau đây|sau|với nội dung|cụ thể)\s*:|"
    r"thông báo (?:để|cho|đến)[^.;\n]{0,120}(?:được )?biết"
)
"""What an issuer announces, before a list or to all: neither a task nor a doer for what follows."""
_CASES = re.compile(r"trường hợp sau(?: đây)?\s*:?\s*$")


class Scope(NamedTuple):
    """What stands above an item. doers: the bodies named there. heading: a heading, not a sentence, names them."""

    doers: tuple[str, ...] = ()
    mode: Mode = "assign"
    heading: bool = False
    rule: str = "task.sentence"


class Reader(NamedTuple):
    """What is needed to read tasks. own: keys of the issuer's names."""

    text: Text
    folded: Folded
    own: frozenset[str]


def drafts(
    reader: Reader, sections: Iterable[Section], scope: Scope, above: str = "", parent: Section | None = None
) -> Iterator[Draft]:
    """Give the tasks of sections of one list, in order."""
    carried = scope
    for section in sections:
        apart = section.kind in ("appendix", "attachment")
        found = _read(reader, item(reader.text, section, above), Scope() if apart else carried, parent)
        yield from found.drafts
        carried = found.carried or (scope if found.named else carried)


class _Found(NamedTuple):
    """What an item gives. carried: the scope it opens for those after it. named: it names doers of its own."""

    drafts: list[Draft]
    carried: Scope | None = None
    named: bool = False


def _read(reader: Reader, place: Item, scope: Scope, parent: Section | None) -> _Found:
    section = place.section
    if section.role in _FRESH:
        scope = Scope()
    gathered = fields.read(reader.text, reader.folded, place, parent)
    if gathered is not None:
        rest = [child for child in section.children if child.span.start not in gathered.used]
        others = [] if gathered.whole else list(drafts(reader, rest, scope, place.path, section))
        return _Found([gathered.draft, *others] if gathered.draft else others, None, True)
    headed = _heading(reader, place, scope)
    inner = headed or scope
    if section.role in _STATEMENTS or _lists_cases(reader, place):
        return _Found([])
    own, last = (
        ([], None) if headed and not place.section.title else _own(reader, place, inner, headed=headed is not None)
    )
    lead_in = _lead_in(reader, place, own, last)
    found = [draft for _, draft in own if draft is not None]
    below = lead_in or inner
    found += drafts(reader, section.children, below, place.path, section)
    carried = lead_in if lead_in and not section.children and not place.bullet else None
    return _Found(found, carried, headed is not None or any(doing.doer for doing, _ in own))


def _lists_cases(reader: Reader, place: Item) -> bool:
    """Say whether what stands below are cases (`trừ điểm trong các trường hợp sau:`), not tasks."""
    end = place.paragraphs[-1][1] if place.paragraphs else place.title[1]
    return _CASES.search(reader.folded.key, max(end - 40, place.section.span.start), end) is not None


def _heading(reader: Reader, place: Item, scope: Scope) -> Scope | None:
    """Give the scope that a heading opens: its title, or its only line up to a colon, names doers alone."""
    start, end = place.title
    if place.section.kind in ("appendix", "attachment"):
        return None
    if start == end and len(place.paragraphs) == 1:
        start, end = place.paragraphs[0]
        if reader.folded.value[end - 1 : end] != ":":
            return None
    return heading(reader, start, end, scope)


def heading(reader: Reader, start: int, end: int, scope: Scope) -> Scope | None:
    """Give the scope of a line that names doers and nothing else, or None."""
    key = reader.folded.key
    duties = _DUTIES_OF.match(key, start, end)
    begin = duties.end() if duties else start
    trigger = at(triggers(), key, begin) if not duties else None
    mode: Mode = scope.mode if scope.mode == "order" else "assign"
    if trigger is not None:
        begin += len(trigger.key)
        mode = "request" if trigger.kind == "request" else "order" if trigger.kind == "order" else "assign"
    while begin < end and key[begin] in " :":
        begin += 1
    found = phrase(reader.folded, begin, end, handed=True)
    if found is not None and found.cue is not None and found.cue.key == "tham gia" and end - found.verb < _JOINING:
        found = found._replace(end=end, cue=None)
    if found is None or found.cue is not None or key[found.end : end].strip(" :.;,"):
        return None
    names = _names(reader, found)
    return Scope(names, _mode(reader, mode, names), heading=True, rule="task.heading") if names else None


def _names(reader: Reader, found: Phrase) -> tuple[str, ...]:
    """Give the bodies of a phrase; what stands in brackets is left out."""
    kept = "".join(
        shown if folded != " " or shown.isspace() else " "
        for shown, folded in zip(
            reader.folded.value[found.start : found.end], reader.folded.key[found.start : found.end], strict=True
        )
    )
    return tuple(split(kept))


def _mode(reader: Reader, mode: Mode, names: tuple[str, ...]) -> Mode:
    return "self" if mode == "assign" and len(names) == 1 and fold(names[0]) in reader.own else mode


def _own(
    reader: Reader, place: Item, scope: Scope, *, headed: bool
) -> tuple[list[tuple[Doing, Draft | None]], Range | None]:
    """Read an item's own sentences; give each doing with its task, and the range of the last sentence."""
    found: list[tuple[Doing, Draft | None]] = []
    current: Scope | None = None
    last: Range | None = None
    alone = bool(place.section.title) and not place.paragraphs and not headed
    if alone and place.section.children:
        scope = Scope(mode=scope.mode)
    for number, (start, stop) in enumerate([place.title] if alone else place.paragraphs):
        if not alone and is_caps(reader.folded.value[start : min(stop, start + 60)]):
            continue
        closing = _CLOSING.match(reader.folded.key, start) is not None
        if number and (place.bullet or closing):
            inner, current = Scope(), None
        else:
            inner = scope
        whole = place.bullet and not number
        for begin, end in [(start, stop)] if whole else sentences(reader.folded.value, start, stop):
            last = (begin, end)
            current = _sentence(reader, place, (begin, end), inner, current, found, whole=whole)
    if scope.rule == "task.lead-in" and any(doing.doer and doing.lasting and not doing.mode for doing, _ in found):
        found = [
            (doing, draft if doing.doer or not draft or draft.lead != scope.doers else None) for doing, draft in found
        ]
    return found, last


def _sentence(
    reader: Reader, place: Item, where: Range, scope: Scope, current: Scope | None,
    found: list[tuple[Doing, Draft | None]], *, whole: bool,
) -> Scope | None:  # fmt: skip
    """Read one sentence into `found`; give the scope of the sentences after it."""
    inherits = current or (scope if scope.doers else None)
    bullet_doings = _of_bullet(reader, where, scope) if whole else None
    read = bullet_doings or doings(reader.folded, *where, inheriting=scope.heading)
    for doing in read:
        if doing.doer is not None:
            names = _names(reader, doing.doer)
            mode = _mode(reader, doing.mode or ("order" if scope.mode == "order" else "assign"), names)
            draft = _draft(reader, place, doing, names, mode, "task.sentence")
            found.append((doing, draft))
            if doing.lasting:
                current = Scope(names, mode)
        elif doing.mode is not None:
            found.append((doing, None))
        elif inherits is not None and _inherited(reader, place, doing, inherits, whole=whole):
            above = current or inherits
            found.append((doing, _draft(reader, place, doing, above.doers, above.mode, above.rule)))
    return current


def _inherited(reader: Reader, place: Item, doing: Doing, scope: Scope, *, whole: bool) -> bool:
    """Say whether a clause without a doer is a task of the doer above; a lead-in to a list is none."""
    leads = bool(place.section.children) and reader.folded.value[doing.end - 1] == ":"
    if leads and scope.rule == "task.lead-in":
        return False
    return goes_on(reader.folded, doing, heading=scope.heading, whole=whole)


def _of_bullet(reader: Reader, where: Range, scope: Scope) -> list[Doing] | None:
    """Read a bullet: its sentences that name doers of their own; the others stay with the first."""
    found: list[Doing] = []
    for begin, end in sentences(reader.folded.value, *where):
        for doing in doings(reader.folded, begin, end, inheriting=scope.heading):
            if doing.doer is not None or doing.mode is not None or not found:
                found.append(doing)
            else:
                found[-1] = found[-1]._replace(end=doing.end)
    return found


def _draft(reader: Reader, place: Item, doing: Doing, names: tuple[str, ...], mode: Mode, rule: str) -> Draft | None:
    key, start, end = reader.folded.key, doing.start, doing.end
    said = key[doing.verb : end].strip(" :./;,")
    announced = _ANNOUNCES.match(key, doing.verb, end + 1) or _POINTS.search(key, doing.verb, end)
    if not names or announced or len(said.split()) < _SHORTEST:
        return None
    return Draft(start, end, doing.verb, place.path or None, mode, names, rule)


def stated(reader: Reader, doing: Doing) -> list[Draft]:
    """Give the task of a sentence that stands in no section."""
    if doing.doer is None or len(reader.folded.key[doing.verb : doing.end].strip(" :./;,").split()) < _SHORTEST:
        return []
    names = _names(reader, doing.doer)
    mode = _mode(reader, doing.mode or "assign", names)
    return [Draft(doing.start, doing.end, doing.verb, None, mode, names, "task.sentence")] if names else []


def _lead_in(reader: Reader, place: Item, own: list[tuple[Doing, Draft | None]], last: Range | None) -> Scope | None:
    """Give the scope that a lead-in opens: the last sentence ends in a colon and names doers, or orders all below."""
    ends = last[1] if last else place.title[1]
    if not own or reader.folded.value[ends - 1 : ends + 1].find(":") < 0 or own[-1][0].end < ends - 1:
        return None
    return opened(reader, own[-1][0], "assign")


def opened(reader: Reader, doing: Doing, mode: Mode) -> Scope | None:
    """Give the scope of a doing that opens a list."""
    names = _names(reader, doing.doer) if doing.doer else ()
    if (not names and doing.mode is None) or _ANNOUNCES.match(reader.folded.key, doing.verb, doing.end + 1):
        return None
    return Scope(names, _mode(reader, doing.mode or mode, names), rule="task.lead-in")
