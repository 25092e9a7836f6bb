"""A report as an Excel workbook: an overview, then a sheet for the matrix, the days, and each table.

Takes a Report, gives the bytes of an XLSX file. Rule of the place: a text stays a text, never a formula or a link.
"""

from __future__ import annotations

import io
import re
from datetime import date
from importlib.util import find_spec
from typing import TYPE_CHECKING, Any, NamedTuple

from pipeline.export import MissingExtra
from pipeline.export.xml_characters import fit
from pipeline.report.charts import chart
from pipeline.report.phrases import word
from pipeline.report.tones import LOOKS, Tone, look
from pipeline.report.values import Bars, Cell, Matrix, Report, Row, Table, Timeline, text_of

if TYPE_CHECKING:
    from collections.abc import Iterable

CELL = 32_000
"""Letters in a cell, under Excel's limit of 32,767 UTF-16 units for what is written here."""
A4, WIDTH = 9, 118
"""Number of the paper size; breadth of all columns of a table, in letters."""
LINE, TALLEST = 15, 405
"""Points: height of a line, and of the tallest row (Excel's limit is 409)."""
_FORBIDDEN = re.compile(r"[\[\]:*?/\\]")
_LOOKS: dict[str, dict[str, Any]] = {
    "plain": {},
    "strong": {"bold": True},
    "faint": {"font_color": "#5B646E"},
    "quote": {"italic": True, "font_color": "#39424C"},
    "added": {"underline": 1, "bold": True, "font_color": "#135B2A"},
    "dropped": {"font_strikeout": True, "font_color": "#8F2431"},
}
_TEXT = {"text_wrap": True, "valign": "top", "border": 1, "border_color": "#CDD3D9"}


class Book(NamedTuple):
    """The workbook and its formats by name."""

    workbook: Any
    text: Any
    head: Any
    title: Any
    note: Any
    marks: dict[str, Any]
    tones: dict[Tone, Any]


def workbook(report: Report) -> bytes:
    """Give the file. Raises MissingExtra: what writes it, or draws its charts, is not installed."""
    if not find_spec("xlsxwriter"):
        raise MissingExtra("xlsx", "report")
    from xlsxwriter import Workbook

    out = io.BytesIO()
    with Workbook(out, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}) as opened:
        opened.set_properties({"title": fit(report.title)[:250]})
        book = _book(opened)
        _overview(book, report)
        names: set[str] = {word("report.overview", report.lang).casefold()}
        _table(book, report.findings, names, report.lang)
        if report.matrix:
            _matrix(book, report.matrix, names, report.lang)
        if report.timeline and report.timeline.events:
            _timeline(book, report.timeline, names, report.lang)
        for bars in report.bars:
            _bars(book, bars, names, report.lang)
        for table in report.tables:
            _table(book, table, names, report.lang)
    return out.getvalue()


def _book(opened: Any) -> Book:
    tones = {
        tone: opened.add_format(
            {**_TEXT, "bg_color": seen.fill, "font_color": seen.ink, "bold": True, "align": "center"}
        )
        for tone, seen in LOOKS.items()
    }
    return Book(
        opened,
        opened.add_format(_TEXT),
        opened.add_format({**_TEXT, "bold": True, "bg_color": "#EEF1F4"}),
        opened.add_format({"bold": True, "font_size": 15, "text_wrap": True, "valign": "top"}),
        opened.add_format({"font_color": "#5B646E", "text_wrap": True, "valign": "top"}),
        {name: opened.add_format(about) for name, about in _LOOKS.items()},
        tones,
    )


def _overview(book: Book, report: Report) -> None:
    sheet = book.workbook.add_worksheet(_name(word("report.overview", report.lang), set()))
    sheet.set_column(0, 0, 34)
    sheet.set_column(1, 1, 84)
    sheet.hide_gridlines(2)
    _paper(sheet, landscape=False)
    sheet.write_string(0, 0, _fitted(report.over), book.note)
    sheet.merge_range(1, 0, 1, 1, "", book.title)
    sheet.write_string(1, 0, _fitted(report.title), book.title)
    sheet.set_row(1, 20 * (1 + len(report.title) // 75))
    at = 3
    for name, value in report.scope:
        sheet.write_string(at, 0, _fitted(name), book.head)
        sheet.write_string(at, 1, _fitted(value), book.text)
        at += 1
    for line in report.summary:
        at += 1
        sheet.merge_range(at, 0, at, 1, "", book.text)
        sheet.write_string(at, 0, _fitted(line), book.text)
        sheet.set_row(at, 16 * (1 + len(line) // 105))


def _table(book: Book, table: Table, names: set[str], lang: str) -> None:
    if not table.rows and not table.note:
        return
    sheet = _sheet(book, table.title, names)
    toned = int(table.toned)
    if toned:
        sheet.set_column(0, 0, 16)
    shares = table.widths or (100 // len(table.head),) * len(table.head)
    for column, share in enumerate(shares):
        sheet.set_column(column + toned, column + toned, max(6, share * WIDTH / 100))
    sheet.write_string(0, 0, _fitted(table.note or ""), _loose(book))
    heads = ([word("report.signs", lang)] if toned else []) + list(table.head)
    for column, name in enumerate(heads):
        sheet.write_string(1, column, _fitted(name), book.head)
    for at, row in enumerate(table.rows, 2):
        _row(book, sheet, at, row, toned, lang)
        broad = [max(6, share * WIDTH / 100) for share in shares]
        sheet.set_row(at, _height(zip(map(text_of, row.cells), broad, strict=True)))
    sheet.freeze_panes(2, 0)
    sheet.repeat_rows(1)
    if table.rows:
        sheet.autofilter(1, 0, len(table.rows) + 1, len(heads) - 1)


def _height(cells: Iterable[tuple[str, float]]) -> float:
    """Give the height of a row for cells of so many letters a line; not every program works it out."""
    lines = (sum(1 + int(len(line) * 1.08 / width) for line in text.split("\n")) for text, width in cells)
    return min(TALLEST, LINE * max(lines, default=1) + 2)


def _loose(book: Book) -> Any:
    """Give the look of a line that may run over its neighbours."""
    return book.marks["faint"]


def _row(book: Book, sheet: Any, at: int, row: Row, toned: int, lang: str) -> None:
    if toned:
        said = f"{look(row.tone).sign} {word(f'tone.{row.tone}', lang)}" if row.tone else ""
        sheet.write_string(at, 0, said, book.tones[row.tone] if row.tone else book.text)
    for column, cell in enumerate(row.cells, toned):
        _cell(book, sheet, at, column, cell)


def _cell(book: Book, sheet: Any, row: int, column: int, cell: Cell) -> None:
    runs = [(book.marks[run.mark], text) for run in cell if (text := fit(run.text))]
    whole = "".join(text for _, text in runs)
    if len(runs) < 2 or len(whole) > CELL:
        sheet.write_string(row, column, _fitted(whole), book.text)
        return
    sheet.write_rich_string(row, column, *(part for run in runs for part in run), book.text)


def _matrix(book: Book, matrix: Matrix, names: set[str], lang: str) -> None:
    sheet = _sheet(book, matrix.title, names)
    sheet.set_column(0, 0, 40)
    sheet.set_column(1, len(matrix.columns), 6)
    sheet.write_string(0, 0, _fitted(matrix.note or ""), _loose(book))
    for column, name in enumerate((matrix.corner, *matrix.columns)):
        sheet.write_string(1, column, _fitted(name), book.head)
    for at, (name, tones) in enumerate(matrix.rows, 2):
        sheet.write_string(at, 0, _fitted(name), book.head)
        for column, tone in enumerate(tones, 1):
            sheet.write_string(at, column, look(tone).sign if tone else "·", book.tones[tone] if tone else book.text)
    shown = sorted({tone for _, tones in matrix.rows for tone in tones if tone}, key=list(LOOKS).index)
    for at, tone in enumerate(shown, len(matrix.rows) + 3):
        sheet.write_string(at, 0, f"{look(tone).sign} {word(f'tone.{tone}', lang)}", book.tones[tone])
    sheet.freeze_panes(2, 1)
    sheet.repeat_rows(1)


def _timeline(book: Book, timeline: Timeline, names: set[str], lang: str) -> None:
    sheet = _sheet(book, timeline.title, names)
    sheet.set_column(0, 0, 44)
    sheet.set_column(1, 2, 18)
    sheet.set_column(3, 3, 34)
    as_date = book.workbook.add_format({**_TEXT, "num_format": "dd/mm/yyyy", "align": "left"})
    ends = [(name, day) for end in (timeline.start, timeline.due) if end for day, name in (end,)]
    rows: list[tuple[str, date | None, Tone | None, str]] = [(name, day, None, "") for name, day in ends]
    rows += [(event.name, event.day, event.tone, event.note) for event in timeline.events]
    for at, (name, day, tone, note) in enumerate(rows, 1):
        sheet.write_string(at, 0, _fitted(name), book.text if tone else book.head)
        if day:
            sheet.write_datetime(at, 1, day, as_date)
        said = f"{look(tone).sign} {word(f'tone.{tone}', lang)}" if tone else ""
        sheet.write_string(at, 2, said, book.tones[tone] if tone else book.head)
        sheet.write_string(at, 3, _fitted(note), book.text)
    for column, key in enumerate(("agency", "issued_on", "report.signs", "report.note")):
        sheet.write_string(0, column, word(key, lang), book.head)
    picture = io.BytesIO(chart(timeline, lang, "png"))
    sheet.insert_image(
        len(rows) + 2, 0, "timeline.png", {"image_data": picture, "description": _fitted(timeline.title)}
    )


def _bars(book: Book, bars: Bars, names: set[str], lang: str) -> None:
    """Write the counts, and a chart of Excel's own above their numbers."""
    sheet = _sheet(book, bars.title, names)
    tones = sorted({tone for _, counts in bars.rows for tone, count in counts if count}, key=list(LOOKS).index)
    if not tones:
        return
    sheet.set_column(0, 0, 40)
    sheet.set_column(1, len(tones), 14)
    sheet.write_string(0, 0, "", book.head)
    drawn = book.workbook.add_chart({"type": "bar", "subtype": "stacked"})
    last = len(bars.rows)
    for column, tone in enumerate(tones, 1):
        sheet.write_string(0, column, f"{look(tone).sign} {word(f'tone.{tone}', lang)}", book.tones[tone])
        for at, (name, counts) in enumerate(bars.rows, 1):
            sheet.write_string(at, 0, _fitted(name), book.head)
            sheet.write_number(at, column, dict(counts).get(tone, 0), book.text)
        drawn.add_series(
            {
                "name": [sheet.get_name(), 0, column],
                "categories": [sheet.get_name(), 1, 0, last, 0],
                "values": [sheet.get_name(), 1, column, last, column],
                "fill": {"color": look(tone).fill},
                "border": {"color": "#5B646E"},
            }
        )
    drawn.set_title({"name": bars.title, "name_font": {"size": 12}})
    drawn.set_y_axis({"reverse": True})
    drawn.set_size({"width": 780, "height": 140 + 34 * last})
    sheet.insert_chart(last + 2, 0, drawn)


def _sheet(book: Book, title: str, names: set[str]) -> Any:
    sheet = book.workbook.add_worksheet(_name(title, names))
    _paper(sheet, landscape=True)
    return sheet


def _paper(sheet: Any, *, landscape: bool) -> None:
    sheet.set_paper(A4)
    if landscape:
        sheet.set_landscape()
    sheet.fit_to_pages(1, 0)
    sheet.set_margins(left=0.6, right=0.4, top=0.6, bottom=0.6)
    sheet.set_footer("&R&P/&N")


def _name(title: str, names: set[str]) -> str:
    """Give a name of a sheet that Excel takes and that is not there yet."""
    plain = _FORBIDDEN.sub("-", fit(title)).strip("'")[:28] or "-"
    name = next(each for each in _numbered(plain) if each.casefold() not in names)
    names.add(name.casefold())
    return name


def _numbered(name: str) -> Iterable[str]:
    yield name
    yield from (f"{name} {number}" for number in range(2, 100))


def _fitted(text: str) -> str:
    return fit(text)[:CELL]
