"""Spreadsheets (XLSX, XLSM, XLS), which hold appendices: takes the file's bytes, gives its Layout.

Rule of the place: each sheet is a line with its name and one table. Values are shown as a Vietnamese document prints
them (`1.250,5`, `31/12/2025`); the file knows no other look of a cell. Hidden sheets are not shown.
"""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from functools import lru_cache
from io import BytesIO
from typing import TYPE_CHECKING, TypeAlias

from models import Cause, Failure
from parsers.layout import Cell, Layout, Line, Page, Run
from parsers.readers import office_ole
from parsers.readers.docx_package import DAMAGE, check_sizes
from parsers.readers.options import DEFAULT, Options
from parsers.vietnamese import encodings
from parsers.vietnamese.unicode import clean

if TYPE_CHECKING:
    from python_calamine import CalamineSheet

MAX_ROWS = 20_000
"""Most rows of all sheets together; an appendix has some hundreds."""
MAX_CELLS = 400_000
"""Most cells of all sheets together, empty ones counted."""

MAX_SPREAD = 20_000_000
"""Most cells between the first and the outermost cells of one sheet; each takes some 24 bytes."""

_SHEET = re.compile(r"xl/worksheets/[^/]+\.xml")
_PLACE = re.compile(rb'\sr="([A-Z]{1,3})(\d{1,7})"')

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
XLS = "application/vnd.ms-excel"

Value: TypeAlias = int | float | str | bool | time | date | datetime | timedelta


def read(data: bytes, name: str, options: Options = DEFAULT) -> Layout:
    """Read a spreadsheet; name is used in messages.

    Raises Failure: TOO_LARGE, ENCRYPTED, TRUNCATED.
    """
    media_type = _checked(data, name)
    lines, notes = _repaired([line for sheet in _sheets(data, name) for line in sheet])
    return Layout((Page(tuple(lines)),), media_type, "spreadsheet", notes=notes)


def shown(value: Value) -> str:
    """Give a cell's value as it is printed: decimal comma, day before month, no seconds."""
    if isinstance(value, bool):
        return "x" if value else ""
    if isinstance(value, int | float):
        return _number(value)
    if isinstance(value, datetime):
        return f"{value:%d/%m/%Y}" if value.time() == time() else f"{value:%d/%m/%Y %H:%M}"
    if isinstance(value, date):
        return f"{value:%d/%m/%Y}"
    return f"{value:%H:%M}" if isinstance(value, time) else str(value)


def _number(value: float) -> str:
    """Give a number with a decimal comma; thousands are not parted, since a year is a number too."""
    if float(value).is_integer():
        return str(int(value))
    return f"{value:.10g}".replace(".", ",")


def _checked(data: bytes, name: str) -> str:
    """Give the media type; what unpacks to too much, or spreads over too many cells, is refused before it is opened."""
    if data.startswith(office_ole.MAGIC):
        return XLS
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            check_sizes(archive, name)
            for part in filter(_SHEET.fullmatch, archive.namelist()):
                _check_spread(archive.read(part), name)
    except DAMAGE as error:
        raise Failure(Cause.TRUNCATED, name, "damaged ZIP") from error
    return XLSX


def _check_spread(sheet: bytes, name: str) -> None:
    """Refuse a sheet whose outermost cells are too far apart: the library keeps all cells between them."""
    rows = columns = 0
    for found in _PLACE.finditer(sheet):
        rows = max(rows, int(found[2]))
        columns = max(columns, _column(found[1]))
    if rows * columns > MAX_SPREAD:
        raise Failure(Cause.TOO_LARGE, name, f"{rows} rows, {columns} columns")


@lru_cache(maxsize=1024)
def _column(letters: bytes) -> int:
    """Give the number of a column from 1: `A` is 1, `AB` is 28."""
    number = 0
    for letter in letters:
        number = number * 26 + letter - 64
    return number


def _sheets(data: bytes, name: str) -> Iterator[list[Line]]:
    from python_calamine import CalamineError, CalamineWorkbook, PasswordError, SheetVisibleEnum

    try:
        book = CalamineWorkbook.from_filelike(BytesIO(data))
        rows = cells = 0
        for table, sheet in enumerate(s for s in book.sheets_metadata if s.visible == SheetVisibleEnum.Visible):
            content = book.get_sheet_by_name(sheet.name)
            rows, cells = rows + content.height, cells + content.height * content.width
            if rows > MAX_ROWS or cells > MAX_CELLS:
                raise Failure(Cause.TOO_LARGE, name, f"{rows} rows, {cells} cells")
            found = list(_cells(content, table))
            yield [Line((Run(clean(sheet.name).strip()),), ends=True), *found] if found else []
    except PasswordError as error:
        raise Failure(Cause.ENCRYPTED, name, "spreadsheet") from error
    except (CalamineError, zipfile.BadZipFile, ValueError) as error:
        raise Failure(Cause.TRUNCATED, name, str(error).splitlines()[0][:120]) from error
    except BaseException as error:
        # the library is written in Rust: what it panics on comes as a class that is no Exception and has no public name
        if type(error).__name__ != "PanicException":
            raise
        raise Failure(Cause.TRUNCATED, name, "damaged spreadsheet") from error


def _cells(sheet: CalamineSheet, table: int) -> Iterator[Line]:
    for row, values in enumerate(sheet.iter_rows()):
        for column, value in enumerate(values):
            for text in filter(str.strip, shown(value).splitlines()):
                yield Line((Run(text.strip()),), role="table", cell=Cell(table, row, column), ends=True)


def _repaired(lines: list[Line]) -> tuple[list[Line], tuple[str, ...]]:
    """Give lines in Unicode; the library does not give the fonts of cells, so the syllables alone decide."""
    used = encodings.use([line.text for line in lines])
    texts = [encodings.in_unicode([line.text], used)[0] if used else line.text for line in lines]
    made = [line._replace(runs=(Run(clean(text)),)) for line, text in zip(lines, texts, strict=True)]
    return made, ("legacy-encoding",) if used else ()
