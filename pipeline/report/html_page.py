"""A report as one HTML page: read on a screen, printed on A4, sent as a file. No script and nothing from outside.

Takes a Report, gives the page.
"""

from __future__ import annotations

from importlib import resources
from string import Template

from pipeline.markup import Html, escaped, joined, tag
from pipeline.report.charts import chart
from pipeline.report.phrases import word
from pipeline.report.tones import LOOKS, Tone, look
from pipeline.report.values import Bars, Cell, Matrix, Report, Row, Run, Table, Timeline

COLUMNS = 16
"""Columns of a matrix side by side on A4; what is more goes on below."""
FEW = 8
"""Columns of a matrix that need not take the whole breadth."""
_TAGS = {"strong": "strong", "quote": "q", "added": "ins", "dropped": "del"}


def page(report: Report) -> str:
    """Give the page. Raises MissingExtra: what draws the charts is not installed."""
    parts = [
        _masthead(report),
        _table(report.findings, report.lang),
        _matrix(report.matrix, report.lang) if report.matrix else Html(),
        _figure(report.timeline, report.lang) if report.timeline else Html(),
        *(_figure(bars, report.lang) for bars in report.bars),
        *(_table(table, report.lang) for table in report.tables),
    ]
    return Template(_template("report.html")).substitute(
        lang=escaped(report.lang),
        title=escaped(f"{report.over}: {report.title}"),
        style=_template("report.css"),
        body=joined(parts),
    )


def _template(name: str) -> str:
    return resources.files("pipeline").joinpath("templates", name).read_text("utf-8")


def _masthead(report: Report) -> Html:
    facts = joined(part for name, value in report.scope for part in (tag("dt", name), tag("dd", value)))
    summary = tag("ul", *(tag("li", each) for each in report.summary), class_="summary") if report.summary else Html()
    head = tag("header", tag("p", report.over, class_="over"), tag("h1", report.title))
    return joined([head, tag("dl", facts), summary])


def _table(table: Table, lang: str) -> Html:
    if not table.rows:
        return joined([tag("h2", table.title), tag("p", table.note, class_="note")]) if table.note else Html()
    sign = [tag("th", "")] if table.toned else []
    head = tag(
        "thead", tag("tr", *sign, *(tag("th", name, style=_width(table, i)) for i, name in enumerate(table.head)))
    )
    body = tag("tbody", *(_row(row, table.toned) for row in table.rows))
    note = tag("p", table.note, class_="note") if table.note else Html()
    legend = _legend({row.tone for row in table.rows if row.tone}, lang) if table.toned else Html()
    return tag("section", tag("h2", table.title), note, legend, tag("table", head, body))


def _width(table: Table, column: int) -> str | None:
    return f"width:{table.widths[column]}%" if table.widths else None


def _row(row: Row, toned: bool) -> Html:
    sign = _toned("td", row.tone, "tone") if row.tone else tag("td", "")
    return tag("tr", *([sign] if toned else []), *(tag("td", _cell(cell)) for cell in row.cells))


def _toned(name: str, tone: Tone, class_: str | None = None) -> Html:
    fill, ink, sign = look(tone)
    return tag(name, sign, class_=class_, style=f"background:{fill};color:{ink}")


def _cell(cell: Cell) -> Html:
    return joined(_run(run) for run in cell)


def _run(run: Run) -> Html:
    lines = run.text.split("\n")
    text = joined(part for i, line in enumerate(lines) for part in ([tag("br")] if i else []) + [escaped(line)])
    if run.mark == "plain":
        return text
    return tag("span", text, class_="faint") if run.mark == "faint" else tag(_TAGS[run.mark], text)


def _matrix(matrix: Matrix, lang: str) -> Html:
    blocks = (_block(matrix, at) for at in range(0, len(matrix.columns), COLUMNS))
    note = tag("p", matrix.note, class_="note") if matrix.note else Html()
    return tag(
        "section",
        tag("h2", matrix.title),
        note,
        _legend({tone for _, cells in matrix.rows for tone in cells if tone}, lang),
        *blocks,
    )


def _legend(tones: set[Tone], lang: str) -> Html:
    shown = sorted(tones, key=list(LOOKS).index)
    return tag("ul", *(tag("li", _toned("b", tone), word(f"tone.{tone}", lang)) for tone in shown), class_="legend")


def _block(matrix: Matrix, at: int) -> Html:
    shown = slice(at, at + COLUMNS)
    few = "width:3.6rem" if len(matrix.columns) <= FEW else None
    names = (tag("th", each, scope="col", style=few) for each in matrix.columns[shown])
    head = tag("tr", tag("th", matrix.corner, style="width:auto" if few else None), *names)
    rows = (
        tag(
            "tr",
            tag("th", name, scope="row"),
            *(_toned("td", c) if c else tag("td", "·", class_="none") for c in cells[shown]),
        )
        for name, cells in matrix.rows
    )
    return tag("table", tag("thead", head), tag("tbody", *rows), class_="matrix")


def _figure(about: Timeline | Bars, lang: str) -> Html:
    if not (about.events if isinstance(about, Timeline) else about.rows):
        return Html()
    drawn = Html(chart(about, lang).decode())
    return tag("section", tag("h2", about.title), tag("figure", drawn))
