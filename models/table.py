"""Tables (bảng, biểu) inside the document."""

from __future__ import annotations

from pydantic import Field

from models.frozen import Frozen
from models.span import Span


class Merged(Frozen):
    """A merged cell (ô gộp): its first row and column in `rows`, from 0, and how many rows and columns it takes."""

    row: int = Field(ge=0)
    column: int = Field(ge=0)
    rows: int = Field(default=1, ge=1)
    columns: int = Field(default=1, ge=1)


class Table(Frozen):
    """A table as rows of cell texts.

    page: 1-based page on which it starts; pages: all pages on which it stands. Null and empty where there are none.
    caption: the title printed above it (`Bảng 1. …`, `Phụ lục I …`).
    columns: the names of the columns; those of a heading of more than one row are joined by ` ▸ `
    (`Chỉ tiêu ▸ Năm 2025`). header_rows: how many rows the heading takes; they are not in `rows`.
    rows: cell texts, paragraphs of a cell parted by a line feed; an empty cell is ``, a place that a merged cell
    covers is null, the cell's text stands at its first place. A heading repeated on each page is left out.
    merged: the merged cells of `rows`.
    span: from the first cell to the last.
    """

    page: int | None = None
    pages: tuple[int, ...] = ()
    caption: str | None = None
    columns: tuple[str, ...] = ()
    header_rows: int = Field(default=0, ge=0)
    rows: tuple[tuple[str | None, ...], ...] = ()
    merged: tuple[Merged, ...] = ()
    span: Span | None = None
