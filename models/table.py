"""Tables (bảng, biểu) inside the document."""

from __future__ import annotations

from models.frozen import Frozen


class Table(Frozen):
    """A table as rows of cell texts; `columns` is its heading row, `page` is 1-based."""

    page: int | None = None
    caption: str | None = None
    columns: tuple[str, ...] = ()
    rows: tuple[tuple[str, ...], ...] = ()
