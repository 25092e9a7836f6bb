"""audit: how a directive was carried out. The steps in order, and nothing else.

Takes an archive and the key of a directive, or documents alone, gives an Audit: who was bound, who issued what and
when, how far each requirement is taken up, which parts are missing and which references were outdated.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from datetime import date
from functools import partial
from tempfile import TemporaryDirectory
from typing import Literal

from sqlalchemy import Connection

from models import Cause, Document, Failure
from models.audit import Audit, AuditedDocument, Bound, Child, Grade, GradeName, Parent
from parsers import bodies
from parsers.agencies import find, resolve
from parsers.vietnamese.unicode import ascii_key
from pipeline.archive.agency_rows import line_of
from pipeline.archive.store import Archive, opened, reading, writing
from pipeline.audit import archived, asked
from pipeline.audit.asked import Ask
from pipeline.audit.bound import Binding, same
from pipeline.audit.descent import Descendant, descendants
from pipeline.audit.found import findings
from pipeline.audit.grading import grade
from pipeline.audit.parts import parts
from pipeline.audit.places import Located
from pipeline.audit.references import references
from pipeline.audit.units import Judged

_BEST: dict[GradeName, int] = {"covered": 0, "partly": 1, "contradicted": 2, "named": 3, "missing": 4}
"""Of several documents of one agency, the one that does best by a requirement counts."""


def audit(archive: Archive, key: int, scope: Sequence[str] = ()) -> Audit:
    """Say how a directive was carried out.

    key: of the directive in the archive (`pipeline.archive.asked.find`). scope: names or ids of agencies, or of groups
    (`UBND các xã`), to which the audit is narrowed; none: all.
    Raises Failure: NO_DOCUMENT; the archive cannot be read.
    """
    with reading(archive) as connection:
        loaded = archived.load(connection, [key])
        if key not in loaded:
            raise Failure(Cause.NO_DOCUMENT, str(key), archive.place)
        return _audit(connection, key, loaded[key], tuple(scope))


def audit_files(directive: Document, children: Sequence[Document], scope: Sequence[str] = ()) -> Audit:
    """Say how a directive was carried out by some documents, without an archive of one's own."""
    from pipeline.archive.putting import put
    from pipeline.archive.rows import key_of, rows

    with TemporaryDirectory(prefix="vanban-audit-") as folder, opened(folder, create=True) as archive:
        with writing(archive) as connection:
            for one in (directive, *children):
                put(connection, rows(one, one.model_dump_json(by_alias=True).encode()))
        return audit(archive, key_of(directive.source.sha256), scope)


def _audit(connection: Connection, key: int, directive: Document, scope: tuple[str, ...]) -> Audit:
    binding = Binding(Located(directive), partial(archived.agencies_below, connection))
    wanted = _scope(binding, scope)
    below = descendants(connection, key, directive)
    loaded = archived.load(connection, [one.key for one in below])
    judged = {one.key: Judged(loaded[one.key]) for one in below}
    due = asked.due(directive)
    children = _children(below, judged, directive, due, wanted)
    bound = tuple(one for one in _named(connection, binding) if _in(one.agency, one.name, wanted))
    asks = asked.asked(binding)
    graded = _matrix(children, asks, judged)
    requirements = tuple(ask.requirement for ask in asks)
    plans = [(key, child.agency, judged[key]) for key, child in children]
    had = tuple(part for key, child in children for part in parts(judged[key], child.agency))
    cited = references(connection, plans, directive.id)
    told = tuple(child for _, child in children)
    everyone = (*bound, *_others(bound, told))
    return Audit(
        directive=described(directive),
        parents=tuple(_parents(connection, key, binding.located)),
        due=due,
        scope=scope,
        bound=everyone,
        children=told,
        requirements=requirements,
        matrix=graded,
        parts=had,
        references=cited,
        findings=findings(everyone, told, requirements, graded, had, cited, due),
    )


def _named(connection: Connection, binding: Binding) -> Iterator[Bound]:
    """Give who is bound, those whom the tables do not name by the letterhead of one of their documents."""
    bound = binding.bound()
    printed = archived.names(connection, [one.agency for one in bound if one.name == one.agency])
    for one in bound:
        if one.agency not in printed:
            yield one
            continue
        known = resolve(printed[one.agency], binding.context).agency
        name = known.name if known and known.id == one.agency else printed[one.agency]
        yield one.model_copy(update={"name": name})


def described(document: Document) -> AuditedDocument:
    """Give a document as an audit names it."""
    header = document.header
    issuer = next(iter(header.issuing_agencies), None)
    spelt = bodies.setting(header).name
    return AuditedDocument(
        id=document.id,
        code=header.code,
        doc_type=header.doc_type,
        title=header.title,
        issued_on=header.issued_on,
        agency=issuer.id if issuer else None,
        agency_name=spelt or (issuer.name if issuer else None),
        line=line_of(issuer.id) if issuer and issuer.id else None,
    )


def _parents(connection: Connection, key: int, located: Located) -> Iterator[Parent]:
    """Give what a document implements, each once."""
    document, seen = located.document, set[str]()
    works = archived.cited_works(connection, [key])
    known = archived.keys_of(connection, set(works.values()))
    for ordinal, one in enumerate(document.citations):
        work = works.get((key, ordinal))
        if one.relation == "implements" and (work or one.raw) not in seen:
            seen.add(work or one.raw)
            yield Parent(
                id=work,
                code=one.code or (one.resolved.code if one.resolved else None),
                issued_on=one.issued_on or (one.resolved.issued_on if one.resolved else None),
                archived=work in known,
                evidence=located.place(one.span.start, one.span.end),
            )


def _children(
    below: Iterable[Descendant],
    judged: dict[int, Judged],
    directive: Document,
    due: str | None,
    wanted: frozenset[str] | None,
) -> list[tuple[int, Child]]:
    """Give keys and children within the scope, in the order of their days."""
    found = []
    for one in below:
        document = judged[one.key].document
        about = described(document)
        agency = about.agency or about.agency_name or about.id  # without an id the name must do
        if _in(agency, about.agency_name or "", wanted):
            late = _days(due, about.issued_on) if due and not one.via else None
            child = Child(
                document=about,
                agency=agency,
                issued_on=about.issued_on,
                days_after=_days(directive.header.issued_on, about.issued_on),
                days_late=max(0, late) if late is not None else None,
                via=one.via,
                wrong=one.wrong or _misquoted(judged[one.key], one, directive),
                evidence=judged[one.key].located.place(one.start, one.end),
            )
            found.append((one.key, child))
    return sorted(found, key=lambda pair: (pair[1].issued_on or "", pair[1].agency, pair[0]))


def _misquoted(judged: Judged, one: Descendant, directive: Document) -> Literal["day"] | None:
    """Say whether the directive is cited by its number with another day."""
    ours = directive.header.issued_on
    cited = next((each for each in judged.document.citations if each.span.start == one.start), None)
    printed = cited.issued_on if cited else None
    if one.via or not printed or not ours or len(printed) != 10 or len(ours) != 10 or "X" in printed + ours:
        return None
    return "day" if printed != ours else None


def _days(first: str | None, last: str | None) -> int | None:
    """Give the days between two dates, None where one of them is no whole day."""
    try:
        return (date.fromisoformat(last or "") - date.fromisoformat(first or "")).days
    except ValueError:
        return None


def _matrix(
    children: Sequence[tuple[int, Child]], asks: Collection[Ask], judged: dict[int, Judged]
) -> tuple[Grade, ...]:
    """Give the best grade of each agency by each requirement that binds it."""
    issuer = {child.document.id: child.agency for _, child in children}
    best: dict[tuple[str, str], Grade] = {}
    for ask in asks:
        for key, child in children:
            if applies(ask, child, issuer):
                found = grade(ask, child.agency, judged[key])
                at = (child.agency, found.requirement)
                if at not in best or _BEST[found.grade] < _BEST[best[at].grade]:
                    best[at] = found
    order = {ask.requirement.id: place for place, ask in enumerate(asks)}
    agencies = list(dict.fromkeys(child.agency for _, child in children))
    return tuple(sorted(best.values(), key=lambda one: (agencies.index(one.agency), order[one.requirement])))


def applies(ask: Ask, child: Child, issuer: dict[str, str]) -> bool:
    """Say whether a child has to answer a requirement.

    issuer: agency of each child by its document's id. What binds all, or its agency; through another document, what
    that one's agency shares with others, too: a duty of one lead alone is not handed down.
    """
    if ask.doers.everyone or any(same(child.agency, one) for one in ask.doers.agencies):
        return True
    above = [issuer[one] for one in child.via if one in issuer]
    return ask.doers.several and any(same(one, other) for one in above for other in ask.doers.agencies)


def _others(bound: Sequence[Bound], children: Iterable[Child]) -> tuple[Bound, ...]:
    """Give those who issued a document without being named."""
    found: dict[str, Bound] = {}
    for child in children:
        if not any(same(child.agency, one.agency) for one in bound):
            name = child.document.agency_name or child.agency
            found.setdefault(
                child.agency, Bound(agency=child.agency, name=name, why=("issued",), evidence=(child.evidence,))
            )
    return tuple(found.values())


def _scope(binding: Binding, scope: tuple[str, ...]) -> frozenset[str] | None:
    """Give ids and folded names to which an audit is narrowed, None for all."""
    if not scope:
        return None
    wanted: set[str] = set()
    for name in scope:
        entity = find(name, binding.day) if name.startswith("vn/") else resolve(name, binding.context).agency
        members = binding.members(entity) if entity else None
        wanted |= {one for one, _ in members} if members is not None else {entity.id} if entity else set()
        wanted |= {name} if name.startswith("vn/") else {ascii_key(name)} if entity is None else set()
    return frozenset(wanted)


def _in(agency: str, name: str, wanted: frozenset[str] | None) -> bool:
    if wanted is None:
        return True
    return any(same(agency, one) or (one and one in ascii_key(name)) for one in wanted)
