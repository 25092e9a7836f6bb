"""The report of an audit: who carried a directive out, when, how far, and where one sees it.

Takes an Audit, gives a Report. Rule of the place: the gravest first, and nothing without its evidence beside it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from models.audit import Audit, AuditedDocument, Child, Finding, Grade, Requirement
from pipeline.day_words import day
from pipeline.export.days import as_day
from pipeline.report.phrases import word
from pipeline.report.places import clipped, quoted
from pipeline.report.tones import GRADES, Tone
from pipeline.report.values import Bars, Cell, Event, Matrix, Report, Row, Run, Table, Timeline, plain

SEVERITIES: tuple[Tone, ...] = ("error", "warning", "note")


def report_of_audit(audit: Audit, lang: str = "vi") -> Report:
    """Give the report.

    lang: `vi` or `en`, for labels and reasons; what is quoted stays as it is.
    """
    names = _names(audit)
    documents = {each.document.id: _called(each.document) for each in audit.children}
    documents[audit.directive.id] = _called(audit.directive)
    tables = (
        _requirements(audit, lang),
        _children(audit, names, documents, lang),
        _grades(audit, names, lang),
        _parts(audit, names, lang),
        _references(audit, names, documents, lang),
        _bound(audit, lang),
    )
    return Report(
        lang=lang,
        over=word("report.audit", lang),
        title=f"{_called(audit.directive)}{_titled(audit.directive)}",
        scope=_scope(audit, names, lang),
        summary=_summary(audit, lang),
        findings=_findings(audit, names, documents, lang),
        matrix=_matrix(audit, names, lang) if audit.matrix else None,
        timeline=_timeline(audit, names, lang),
        bars=(_bars(audit, names, lang),) if audit.matrix else (),
        tables=tuple(table for table in tables if table.rows),
    )


def _names(audit: Audit) -> dict[str, str]:
    """Give what each agency is called, those that are bound first, in their order."""
    named = {each.agency: each.name for each in audit.bound}
    for child in audit.children:
        named.setdefault(child.agency, child.document.agency_name or child.agency)
    return named


def _called(document: AuditedDocument) -> str:
    name = document.code or clipped(document.title or document.id, 80)
    return " ".join(filter(None, (document.doc_type.capitalize() if document.doc_type else None, name)))


def _titled(document: AuditedDocument) -> str:
    return f" – {document.title}" if document.title and document.code else ""


def _scope(audit: Audit, names: dict[str, str], lang: str) -> tuple[tuple[str, str], ...]:
    scope = [names.get(each, each) for each in audit.scope]
    lines = (
        ("report.directive", _called(audit.directive)),
        ("issuing_agency", audit.directive.agency_name),
        ("issued_on", day(audit.directive.issued_on)),
        ("report.due", day(audit.due)),
        ("report.scope", "; ".join(scope) or word("report.scope.all", lang).format(count=len(audit.bound))),
        ("report.asked", str(len(audit.requirements))),
    )
    return tuple((word(key, lang), value) for key, value in lines if value)


def _summary(audit: Audit, lang: str) -> tuple[str, ...]:
    bound = {each.agency for each in audit.bound}
    issued = {child.agency for child in audit.children}
    late = {child.agency for child in audit.children if child.days_late}
    grades: Counter[Tone] = Counter(grade.grade for grade in audit.matrix)
    kinds: Counter[Tone] = Counter(finding.severity for finding in audit.findings)
    lines = [word("report.issued", lang).format(issued=len(bound & issued), bound=len(bound), late=len(late))]
    if audit.matrix:
        share = round(100 * grades["covered"] / len(audit.matrix))
        shown = ", ".join(f"{word(f'tone.{grade}', lang).lower()} {grades[grade]}" for grade in GRADES if grades[grade])
        lines.append(word("report.graded", lang).format(count=len(audit.matrix), share=share, shown=shown))
    shown = ", ".join(f"{kinds[each]} {word(f'tone.{each}', lang).lower()}" for each in SEVERITIES if kinds[each])
    lines.append(word("report.found", lang).format(count=len(audit.findings), shown=shown or "0"))
    return tuple(lines)


def _findings(audit: Audit, names: dict[str, str], documents: dict[str, str], lang: str) -> Table:
    order = list(names)

    def grave(finding: Finding) -> tuple[int, int, str]:
        at = order.index(finding.agency) if finding.agency in names else len(order)
        return (SEVERITIES.index(finding.severity), at, finding.about or "")

    rows = tuple(
        Row(
            (
                plain(str(number)),
                plain(names.get(finding.agency, finding.agency)),
                _what(finding, lang),
                _lines(quoted(place, lang, documents) for place in finding.evidence),
            ),
            finding.severity,
        )
        for number, finding in enumerate(sorted(audit.findings, key=grave), 1)
    )
    head = _head(("report.number", "agency", "report.finding", "report.evidence"), lang)
    note = None if rows else word("report.nothing", lang)
    return Table(word("report.findings", lang), head, rows, (6, 20, 31, 43), note)


def _what(finding: Finding, lang: str) -> Cell:
    about = f" ({_about(finding, lang)})" if finding.about else ""
    return (Run(word(f"finding.{finding.kind}", lang) + about + "\n", "strong"), Run(_reason(finding.reason, lang)))


def _about(finding: Finding, lang: str) -> str:
    return word(f"part.{finding.about}", lang) if finding.kind == "missing_part" else finding.about or ""


def _matrix(audit: Audit, names: dict[str, str], lang: str) -> Matrix:
    """Give the matrix; an agency that is bound and issued nothing is shown as such in every column."""
    grades: dict[tuple[str, str], Tone] = {(each.agency, each.requirement): each.grade for each in audit.matrix}
    graded = {each.agency for each in audit.matrix}
    silent = {each.agency for each in audit.bound} - graded - {child.agency for child in audit.children}
    columns = tuple(each.id for each in audit.requirements)
    rows = tuple(
        (name, _silence(audit, agency) if agency in silent else tuple(grades.get((agency, one)) for one in columns))
        for agency, name in names.items()
        if agency in graded | silent
    )
    return Matrix(word("report.matrix", lang), word("agency", lang), columns, rows, word("report.matrix.note", lang))


def _silence(audit: Audit, agency: str) -> tuple[Tone | None, ...]:
    """Give the row of an agency that issued nothing: each requirement that binds it is not taken up."""
    return tuple("absent" if not each.lead or agency in each.lead else None for each in audit.requirements)


def _timeline(audit: Audit, names: dict[str, str], lang: str) -> Timeline:
    first: dict[str, Child] = {}
    for child in sorted(audit.children, key=lambda child: child.issued_on or "~"):
        first.setdefault(child.agency, child)
    events = [_event(name, first.get(agency), lang) for agency, name in names.items()]
    events.sort(key=lambda event: (event.day is None, event.day and event.day.isoformat(), event.name))
    start, due = as_day(audit.directive.issued_on), as_day(audit.due)
    return Timeline(
        word("report.timeline", lang),
        (start, word("report.start", lang)) if start else None,
        (due, word("report.due.short", lang)) if due else None,
        tuple(events),
    )


def _event(name: str, child: Child | None, lang: str) -> Event:
    if child is None:
        return Event(name, None, "absent", word("tone.absent", lang))
    issued, code = as_day(child.issued_on), child.document.code or ""
    if issued is None:
        return Event(name, None, "undated", " · ".join(filter(None, (code, word("tone.undated", lang)))))
    if child.days_late:
        late = word("report.late", lang).format(days=child.days_late)
        return Event(name, issued, "late", " · ".join(filter(None, (late, code))))
    return Event(name, issued, "in_time" if child.days_late == 0 else "no_due", code)


def _bars(audit: Audit, names: dict[str, str], lang: str) -> Bars:
    counts: Counter[tuple[str, Tone]] = Counter((each.agency, each.grade) for each in audit.matrix)
    graded = {each.agency for each in audit.matrix}
    rows = tuple(
        (name, tuple((grade, counts[agency, grade]) for grade in GRADES))
        for agency, name in names.items()
        if agency in graded
    )
    return Bars(word("report.bars", lang), rows)


def _requirements(audit: Audit, lang: str) -> Table:
    rows = tuple(
        Row((plain(each.id), plain(_kind(each, lang)), quoted(each.place, lang), plain(day(each.deadline))))
        for each in audit.requirements
    )
    head = _head(("report.id", "kind", "report.requirement", "deadline"), lang)
    return Table(word("report.requirements", lang), head, rows, (8, 14, 63, 15))


def _kind(requirement: Requirement, lang: str) -> str:
    return word(f"requirement.{requirement.kind}", lang)


def _children(audit: Audit, names: dict[str, str], documents: dict[str, str], lang: str) -> Table:
    rows = tuple(
        Row(
            (
                plain(names.get(child.agency, child.agency)),
                (Run(_called(child.document)), Run(f"\n{child.document.title or ''}", "faint")),
                plain(_when(child, lang)),
                _lines((plain(_through(child, documents, lang)), quoted(child.evidence, lang))),
            ),
            "late" if child.days_late else "in_time" if child.days_late == 0 else None,
        )
        for child in audit.children
    )  # fmt: skip
    head = _head(("agency", "document", "issued_on", "report.implements"), lang)
    return Table(word("report.children", lang), head, rows, (20, 30, 15, 35))


def _when(child: Child, lang: str) -> str:
    after = word("report.after", lang).format(days=child.days_after) if child.days_after is not None else None
    late = word("report.late", lang).format(days=child.days_late) if child.days_late else None
    return "\n".join(filter(None, (day(child.issued_on), after, late)))


def _through(child: Child, documents: dict[str, str], lang: str) -> str | None:
    via = word("report.via", lang).format(names=", ".join(documents.get(one, one) for one in child.via))
    wrong = word(f"report.wrong.{child.wrong}", lang) if child.wrong else None
    return "; ".join(filter(None, (via if child.via else None, wrong))) or None


def _grades(audit: Audit, names: dict[str, str], lang: str) -> Table:
    """Give each grade with both passages; the worst first within an agency."""
    order = list(names)

    def bad(grade: Grade) -> tuple[int, int, str]:
        return (
            order.index(grade.agency) if grade.agency in names else 0,
            -GRADES.index(grade.grade),
            grade.requirement,
        )

    rows = tuple(
        Row(
            (
                plain(names.get(each.agency, each.agency)),
                (Run(each.requirement, "strong"), Run(f" {word(f'tone.{each.grade}', lang)}")),
                plain(_reason(each.reason, lang)),
                quoted(each.sought, lang),
                quoted(each.found, lang) or plain("—"),
            ),
            each.grade,
        )
        for each in sorted(audit.matrix, key=bad)
    )
    head = _head(("agency", "report.requirement", "report.reason", "report.sought", "report.taken"), lang)
    return Table(word("report.grades", lang), head, rows, (15, 12, 18, 27, 28))


def _parts(audit: Audit, names: dict[str, str], lang: str) -> Table:
    rows = tuple(
        Row(
            (
                plain(names.get(part.agency, part.agency)),
                plain(word(f"part.{part.part}", lang)),
                quoted(part.evidence, lang) or plain("—"),
            ),
            "covered" if part.present else "missing",
        )
        for part in audit.parts
    )
    head = _head(("agency", "report.part", "report.evidence"), lang)
    return Table(word("report.parts", lang), head, rows, (24, 22, 54))


def _references(audit: Audit, names: dict[str, str], documents: dict[str, str], lang: str) -> Table:
    rows = tuple(
        Row(
            (
                plain(names.get(each.agency, each.agency)),
                plain(each.cited),
                plain(_outdated(each.state, each.on, each.by, lang)),
                quoted(each.evidence, lang, documents),
            ),
            "warning",
        )
        for each in audit.references
    )
    head = _head(("agency", "citations", "report.state", "report.evidence"), lang)
    return Table(word("report.references", lang), head, rows, (20, 18, 22, 40))


def _outdated(state: str, on: str | None, by: str | None, lang: str) -> str:
    since = word("report.since", lang).format(day=day(on)) if on else None
    through = word("report.by", lang).format(name=by) if by else None
    return " ".join(filter(None, (word(f"state.{state}", lang), since, through)))


def _bound(audit: Audit, lang: str) -> Table:
    rows = tuple(
        Row(
            (
                plain(each.name),
                plain("; ".join(word(f"why.{why}", lang) for why in each.why)),
                _lines(quoted(place, lang) for place in each.evidence),
            )
        )
        for each in audit.bound
    )
    return Table(
        word("report.bound", lang), _head(("agency", "report.why", "report.evidence"), lang), rows, (28, 26, 46)
    )


def _lines(cells: Iterable[Cell]) -> Cell:
    """Put cells below each other."""
    shown: list[Run] = []
    for cell in filter(None, cells):
        shown += (Run("\n"),) if shown else ()
        shown += cell
    return tuple(shown)


def _head(keys: Sequence[str], lang: str) -> tuple[str, ...]:
    return tuple(word(key, lang) for key in keys)


def _reason(reason: tuple[str, str], lang: str) -> str:
    return reason[1] if lang == "en" else reason[0]
