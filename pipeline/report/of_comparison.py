"""The report of a comparison: what changed from one document to the next, and where one sees it.

Takes a Comparison, gives a Report. Rule of the place: what binds comes first (targets, tasks, references), the words of
each section last; what was kept is counted and not listed.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from models.citation import Citation
from models.comparison import (
    Compared,
    Comparison,
    FieldChange,
    ReferenceChange,
    SectionChange,
    Side,
    TargetChange,
    TaskChange,
)
from models.task import Target, Task
from pipeline.day_words import day
from pipeline.report.phrases import word
from pipeline.report.places import cited, clipped, located, page_of
from pipeline.report.tones import LOOKS, Tone
from pipeline.report.values import Bars, Cell, Mark, Matrix, Report, Row, Run, Table, plain, text_of

_TONES: dict[str, Tone] = {
    "kept": "kept", "reworded": "changed", "moved": "moved", "new": "new", "dropped": "dropped", "added": "new",
    "replaced": "replaced", "raised": "raised", "lowered": "lowered", "changed": "changed",
}  # fmt: skip
_MARKS: dict[str, Mark] = {"same": "plain", "added": "added", "dropped": "dropped"}
AROUND = 12
"""Words kept beside a change in a long passage."""


def report_of_comparison(comparison: Comparison, lang: str = "vi") -> Report:
    """Give the report.

    lang: `vi` or `en`, for labels; what is quoted stays as it is.
    """
    tables = (
        _targets(comparison.targets, lang),
        _tasks(comparison.tasks, lang),
        _references(comparison.references, lang),
        _fields(comparison.fields, lang),
        _sections(comparison.sections, lang),
    )
    return Report(
        lang=lang,
        over=word("report.comparison", lang),
        title=f"{_called(comparison.before)} → {_called(comparison.after)}",
        scope=_scope(comparison, lang),
        summary=_summary(comparison, lang),
        findings=_findings(comparison, lang),
        bars=(_bars(comparison, lang),),
        tables=tuple(table for table in tables if table.rows),
    )


def report_of_comparisons(comparisons: Sequence[Comparison], lang: str = "vi") -> Report:
    """Give one report of a line of documents, each compared with the one before: 2023 → 2024 → 2025.

    The matrix says what became of each headed section in each step. Raises ValueError: there is no comparison.
    """
    if not comparisons:
        raise ValueError("no comparison")
    each = [report_of_comparison(one, lang) for one in comparisons]
    first, last = comparisons[0], comparisons[-1]
    if len(each) == 1:
        return each[0]._replace(matrix=_matrix(comparisons, lang))
    steps = [f"{_year(one.before)} → {_year(one.after)}" for one in comparisons]
    rows = [
        row._replace(cells=(plain(str(at)), plain(f"{step}\n{text_of(row.cells[1])}"), *row.cells[2:]))
        for at, (step, row) in enumerate(
            ((s, row) for s, one in zip(steps, each, strict=True) for row in one.findings.rows), 1
        )
    ]
    return Report(
        lang=lang,
        over=word("report.comparison", lang),
        title=f"{_called(first.before)} → {_called(last.after)}",
        scope=tuple(
            (_year(one) or "–", _described(one)) for one in (first.before, *(one.after for one in comparisons))
        ),
        summary=tuple(f"{step}: {line}" for step, one in zip(steps, each, strict=True) for line in one.summary),
        findings=each[0].findings._replace(rows=tuple(rows), note=None if rows else word("report.nochange", lang)),
        matrix=_matrix(comparisons, lang),
        bars=tuple(
            bars._replace(title=f"{bars.title}: {step}")
            for step, one in zip(steps, each, strict=True)
            for bars in one.bars
        ),
        tables=tuple(
            table._replace(title=f"{step}: {table.title}")
            for step, one in zip(steps, each, strict=True)
            for table in one.tables
        ),
    )


def _year(document: Compared) -> str:
    return str(document.year) if document.year else document.code or clipped(document.name, 20)


def _matrix(comparisons: Sequence[Comparison], lang: str) -> Matrix | None:
    """Give headed sections against steps; a section is followed by the path and title that it has now."""
    threads: dict[tuple[str, str | None], int] = {}
    names: list[str] = []
    tones: list[list[Tone | None]] = []
    for step, comparison in enumerate(comparisons):
        now: dict[tuple[str, str | None], int] = {}
        for change in filter(_headed, comparison.sections):
            at = threads.get(_key(change.before)) if change.before else None
            if at is None:
                at = len(names)
                names.append("")
                tones.append([None] * len(comparisons))
            names[at] = _heading(change.after or change.before)
            tones[at][step] = _toned(change, comparison.sections)
            if change.after:
                now[_key(change.after)] = at
        threads = now
    if not names:
        return None
    columns = tuple(_year(one.after) for one in comparisons)
    rows = tuple((clipped(name, 90), tuple(row)) for name, row in zip(names, tones, strict=True))
    return Matrix(word("report.matrix.sections", lang), word("section", lang), columns, rows)


def _toned(heading: SectionChange, changes: Sequence[SectionChange]) -> Tone:
    """Give what became of a headed section: changed where its heading was kept and something below it was not."""
    path = heading.after.path if heading.after else None
    if heading.kind != "kept" or not path:
        return _TONES[heading.kind]
    below = (side.path for change in changes if change.kind != "kept" for side in (change.before, change.after) if side)
    return "changed" if any(each == path or each.startswith(f"{path}/") for each in below) else "kept"


def _key(side: Side) -> tuple[str, str | None]:
    return (side.path, side.title)


def _called(document: Compared) -> str:
    name = document.code or clipped(document.title or document.name, 80)
    year = f"({document.year})" if document.year and str(document.year) not in name else None
    return " ".join(filter(None, (document.doc_type.capitalize() if document.doc_type else None, name, year)))


def _scope(comparison: Comparison, lang: str) -> tuple[tuple[str, str], ...]:
    documents = (("before", comparison.before), ("later", comparison.after), ("parent", comparison.parent))
    return tuple((word(f"report.{name}", lang), _described(one)) for name, one in documents if one)


def _described(document: Compared) -> str:
    issuer = document.issuer.name if document.issuer else None
    title = document.title if document.code else None
    return " · ".join(filter(None, (_called(document), day(document.issued_on), issuer, title)))


def _counted(comparison: Comparison) -> tuple[tuple[str, Counter[Tone]], ...]:
    kinds: tuple[tuple[str, Iterable[str]], ...] = (
        ("sections", (each.kind for each in comparison.sections)),
        ("targets", (each.kind for each in comparison.targets)),
        ("tasks", (each.kind for each in comparison.tasks)),
        ("citations", (each.kind for each in comparison.references)),
    )
    return tuple((name, Counter(_TONES[kind] for kind in each)) for name, each in kinds)


def _summary(comparison: Comparison, lang: str) -> tuple[str, ...]:
    same = comparison.boilerplate
    lines = [word("report.same", lang).format(share=round(100 * same.before)) + "."]
    if same.parent is not None:
        lines.append(word("report.same.parent", lang).format(share=round(100 * same.parent)) + ".")
    for name, counts in _counted(comparison):
        shown = ", ".join(f"{counts[t]} {word(f'tone.{t}', lang).lower()}" for t in LOOKS if counts[t])
        if shown:
            lines.append(word("report.counts", lang).format(name=word(name, lang), shown=shown))
    return tuple(lines)


def _bars(comparison: Comparison, lang: str) -> Bars:
    rows = ((word(name, lang), tuple((t, counts[t]) for t in LOOKS)) for name, counts in _counted(comparison))
    return Bars(word("report.bars.changes", lang), tuple(row for row in rows if any(count for _, count in row[1])))


def _findings(comparison: Comparison, lang: str) -> Table:
    """Give what changed in what binds; a change of words alone is left to the last table."""
    found: list[tuple[str, str, Cell]] = [
        (change.kind, "targets", _target_words(change, lang)) for change in comparison.targets
    ]
    found += [(change.kind, "tasks", _task_words(change, lang)) for change in comparison.tasks]
    found += [(change.kind, "citations", _reference_words(change)) for change in comparison.references]
    found += [
        (change.kind, "sections", (Run(_heading(change.after or change.before)),))
        for change in comparison.sections
        if change.kind in ("new", "dropped", "moved") and _headed(change)
    ]
    order: list[Tone] = ["lowered", "dropped", "changed", "replaced", "raised", "new", "moved"]
    toned = [(_TONES[kind], name, cell) for kind, name, cell in found if _TONES[kind] in order]
    toned.sort(key=lambda each: order.index(each[0]))
    rows = tuple(
        Row(
            (plain(str(number)), plain(word(name, lang)), (Run(word(f"tone.{tone}", lang) + ": ", "strong"), *cell)),
            tone,
        )
        for number, (tone, name, cell) in enumerate(toned, 1)
    )
    head = _head(("report.number", "kind", "report.change"), lang)
    return Table(word("report.changes", lang), head, rows, (6, 14, 80), None if rows else word("report.nochange", lang))


def _headed(change: SectionChange) -> bool:
    side = change.after or change.before
    return bool(side and side.title)


def _target_words(change: TargetChange, lang: str) -> Cell:
    one = change.after or change.before
    name = Run(f"{clipped((one.indicator or one.raw) if one else '', 140)}: ")
    return (name, *_from_to(_value(change.before, lang), _value(change.after, lang)))


def _from_to(before: str | None, after: str | None) -> Cell:
    """Give what was and what is, the first struck through; only one of them where there is no other, or no change."""
    if before is None or after is None or before == after:
        return (Run(after or before or ""),)
    return (Run(before, "dropped"), Run(" → "), Run(after, "added"))


def _value(target: Target | None, lang: str) -> str | None:
    if target is None:
        return None
    numbers = "–".join(_number(each) for each in (target.value, target.value_max) if each is not None)
    how = None if target.comparator == "between" else word(f"comparator.{target.comparator}", lang)
    return " ".join(filter(None, (how, numbers, target.unit)))


def _number(value: float) -> str:
    """Give a number as it is written here: a comma before decimals."""
    return f"{value:.10g}".replace(".", ",")


def _task_words(change: TaskChange, lang: str) -> Cell:
    one = change.after or change.before
    action = Run(clipped(one.action if one else "", 180))
    changed: list[Run] = []
    for aspect in change.aspects:
        if aspect == "action" or not (change.before and change.after):
            continue
        values = (_aspect(change.before, aspect) or "—", _aspect(change.after, aspect) or "—")
        changed += (Run(f"\n{word(f'aspect.{aspect}', lang)}: ", "faint"), *_from_to(*values))
    return (action, *changed)


def _aspect(task: Task, aspect: str) -> str | None:
    if aspect == "deadline":
        return day(task.deadline)
    return "; ".join(agency.name for agency in (task.lead if aspect == "lead" else task.support)) or None


def _reference_words(change: ReferenceChange) -> Cell:
    return _from_to(_reference(change.before), _reference(change.after))


def _reference(citation: Citation | None) -> str | None:
    return clipped(citation.raw, 160) if citation else None


def _heading(side: Side | None) -> str:
    return " ".join(filter(None, (side.path, side.title))) if side else ""


def _targets(changes: Sequence[TargetChange], lang: str) -> Table:
    rows = tuple(
        Row((_target_words(each, lang), _seen(each.before, lang), _seen(each.after, lang)), _TONES[each.kind])
        for each in changes
        if each.kind != "kept"
    )
    return _sides("report.targets.changed", "indicator", rows, lang)


def _tasks(changes: Sequence[TaskChange], lang: str) -> Table:
    rows = tuple(
        Row((_task_words(each, lang), _seen(each.before, lang), _seen(each.after, lang)), _TONES[each.kind])
        for each in changes
        if each.kind != "kept"
    )
    return _sides("report.tasks.changed", "report.what", rows, lang)


def _references(changes: Sequence[ReferenceChange], lang: str) -> Table:
    rows = tuple(
        Row((_reference_words(each), _said(each.before, lang), _said(each.after, lang)), _TONES[each.kind])
        for each in changes
    )
    return _sides("report.references.changed", "report.what", rows, lang)


def _sides(title: str, what: str, rows: tuple[Row, ...], lang: str) -> Table:
    head = _head((what, "report.before", "report.later"), lang)
    return Table(word(title, lang), head, rows, (40, 30, 30))


def _seen(item: Target | Task | None, lang: str) -> Cell:
    return cited(located(item.section, page_of(item.span), lang), item.raw) if item else plain("—")


def _said(citation: Citation | None, lang: str) -> Cell:
    return cited(located(None, page_of(citation.span), lang), citation.raw) if citation else plain("—")


def _fields(changes: Sequence[FieldChange], lang: str) -> Table:
    rows = tuple(
        Row((plain(_field(each, lang)), plain("\n".join(each.before) or "—"), plain("\n".join(each.after) or "—")))
        for each in changes
    )
    head = _head(("report.what", "report.before", "report.later"), lang)
    return Table(word("report.fields.changed", lang), head, rows, (24, 38, 38))


def _field(change: FieldChange, lang: str) -> str:
    return word(
        {"movement": "field.movement", "issuer": "field.issuer", "signer": "kind.signer"}.get(
            change.field, change.field
        ),
        lang,
    )


def _sections(changes: Sequence[SectionChange], lang: str) -> Table:
    rows = tuple(
        Row((_where(each, lang), _words(each)), _TONES[each.kind])
        for each in changes
        if each.kind != "kept" and (each.before or each.after)
    )
    head = _head(("section", "report.what"), lang)
    return Table(word("report.text", lang), head, rows, (24, 76), word("report.text.note", lang))


def _where(change: SectionChange, lang: str) -> Cell:
    """Give where the passage stands now; and where it stood, if that is another place."""
    sides = [side for side in (change.before, change.after) if side]
    last = sides[-1]
    places = [located(side.path or None, page_of(side.span), lang) for side in sides]
    shown = " → ".join(dict.fromkeys(filter(None, places)))
    return (*((Run(f"{last.title}\n", "strong"),) if last.title else ()), Run(shown, "faint"))


def _words(change: SectionChange) -> Cell:
    """Give the words of a passage with what changed in them; pieces are whole words, so a space stands between two."""
    side = change.after or change.before
    if not change.words:
        mark: Mark = "added" if change.kind == "new" else "dropped" if change.kind == "dropped" else "plain"
        return (Run(clipped(side.text, 900), mark),) if side else ()
    last = len(change.words) - 1
    runs: list[Run] = []
    for at, piece in enumerate(change.words):
        runs += (Run(" "),) if at else ()
        runs.append(
            Run(_near(piece.text, at == 0, at == last) if piece.kind == "same" else piece.text, _MARKS[piece.kind])
        )
    return tuple(runs)


def _near(text: str, first: bool, last: bool) -> str:
    """Give what stays the same with only the words beside a change, where it is long."""
    words = text.split()
    if len(words) <= 2 * AROUND + 2:
        return text
    return " ".join((*(() if first else words[:AROUND]), "[…]", *(() if last else words[-AROUND:])))


def _head(keys: Sequence[str], lang: str) -> tuple[str, ...]:
    return tuple(word(key, lang) for key in keys)
