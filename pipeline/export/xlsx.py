"""Excel: all tables as one workbook, a sheet each, for people.

Takes an archive's connection, writes an XLSX file row by row. Rule of the place: a text stays a text, never a formula
or a link; what Excel cannot hold is cut where one sees it, and counted. Rows beyond the limit go on in another sheet.
"""

from __future__ import annotations

import math
import re
import tempfile
from collections import Counter
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from pipeline.export.csv_tables import JOINT
from pipeline.export.days import as_day
from pipeline.export.streams import ALL, Row, Selection, pour
from pipeline.export.tidy import TABLES, Column, Tidy, Value
from pipeline.words import WORDS, word

if TYPE_CHECKING:
    from sqlalchemy import Connection

ROWS = 1_048_576
"""Rows of a sheet, the head among them (Excel's limit)."""
CELL = 32_767
"""UTF-16 units in a cell (Excel's limit)."""
EXACT = 10**15
"""Whole numbers from here on lose digits in Excel, so they are written as text."""
FIRST_YEAR = 1901
"""Excel's calendar is wrong before March 1900."""
A4 = 9
"""Number of the paper size."""
CUT = " […]"
"""What stands at the end of a text that was cut."""

_NOT_XML = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")
_FLAGS = (("không", "có"), ("no", "yes"))
_HEAD = {"bold": True, "bg_color": "#DCE6F1", "bottom": 1, "text_wrap": True, "valign": "top"}


class Book(NamedTuple):
    """The workbook, its formats, its language, and what was counted: rows by table, and `cut` cells."""

    workbook: Any
    head: Any
    day: Any
    middle: Any
    lang: str
    counted: Counter[str]


def write_workbook(
    connection: Connection,
    path: Path,
    selection: Selection = ALL,
    each: Callable[[int], None] = lambda _: None,
    lang: str = "vi",
) -> tuple[int, Counter[str]]:
    """Write the workbook; give the number of documents, that of rows by table, and under `cut` that of cut cells.

    lang: of the names of sheets and columns, and of values such as relations.
    """
    from xlsxwriter import Workbook
    from xlsxwriter.exceptions import FileCreateError

    with tempfile.TemporaryDirectory(prefix=".vanban-", dir=path.parent) as rows:
        # not as a context: that would put a file together even of what was broken off
        workbook = Workbook(path, {"constant_memory": True, "tmpdir": rows, "use_zip64": True})
        book = _book(workbook, lang)
        sheets = {name: [_sheet(book, table, 1)] for name, table in TABLES.items()}
        takers = {name: partial(_put, book, table, sheets[name]) for name, table in TABLES.items()}
        documents = pour(connection, takers, selection, each)
        for name, table in TABLES.items():
            _filters(sheets[name], len(table.columns), book.counted[name])
        try:
            workbook.close()
        except FileCreateError as error:
            raise OSError(str(error)) from error
    return documents, book.counted


def _book(workbook: Any, lang: str) -> Book:
    day = workbook.add_format({"num_format": "dd/mm/yyyy", "align": "left"})
    return Book(workbook, workbook.add_format(_HEAD), day, workbook.add_format({"align": "center"}), lang, Counter())


def _put(book: Book, table: Tidy, sheets: list[Any], row: Row) -> None:
    """Write a row into the last sheet of its table; where that is full, begin another."""
    full, place = divmod(book.counted[table.name], ROWS - 1)
    if full == len(sheets):
        sheets.append(_sheet(book, table, full + 1))
    for index, (column, value) in enumerate(zip(table.columns, row, strict=True)):
        _write(book, column, sheets[-1], place + 1, index, value)
    book.counted[table.name] += 1


def _sheet(book: Book, table: Tidy, number: int) -> Any:
    english = book.lang == "en"
    name = table.name if english else table.label
    sheet = book.workbook.add_worksheet(f"{name} ({number})" if number > 1 else name)
    sheet.freeze_panes(1, 0)
    sheet.set_landscape()
    sheet.set_paper(A4)
    sheet.repeat_rows(0)
    sheet.ignore_errors({"number_stored_as_text": f"A1:XFD{ROWS}"})  # `02` is a number of a document, not two
    sheet.set_row(0, 32)
    for index, column in enumerate(table.columns):
        sheet.set_column(index, index, column.width)
        sheet.write_string(0, index, column.name if english else column.label, book.head)
    return sheet


def _filters(sheets: list[Any], width: int, rows: int) -> None:
    """Offer a filter in every head, down to the last row."""
    for number, sheet in enumerate(sheets):
        sheet.autofilter(0, 0, min(rows - number * (ROWS - 1), ROWS - 1), width - 1)


def _write(book: Book, column: Column, sheet: Any, row: int, index: int, value: Value) -> None:
    if value is None or value == ():
        return
    if isinstance(value, int | float) and not isinstance(value, bool) and math.isfinite(value) and abs(value) < EXACT:
        sheet.write_number(row, index, value, book.middle if column.kind == "integer" else None)
    elif column.kind in ("edtf", "day") and (day := as_day(value)) and day.year >= FIRST_YEAR:
        sheet.write_datetime(row, index, day, book.day)
    else:
        text = _text(column, value, book.lang)
        fitting = fitted(text)
        book.counted["cut"] += fitting != text
        sheet.write_string(row, index, fitting)


def _text(column: Column, value: Value, lang: str) -> str:
    if isinstance(value, bool):
        return _FLAGS[lang == "en"][value]
    if isinstance(value, tuple):
        value = JOINT.join(each or "" for each in value)
    text = str(value)
    known = f"{column.words}.{text}"
    return word(known, lang) if known in WORDS else _NOT_XML.sub("", text)


def fitted(text: str) -> str:
    """Give a text as long as a cell can hold; one that was cut ends with a mark."""
    if len(text) <= CELL // 2 or len(text.encode("utf-16-le")) // 2 <= CELL:
        return text
    room = 2 * (CELL - len(CUT))
    return text.encode("utf-16-le")[:room].decode("utf-16-le", "ignore") + CUT
