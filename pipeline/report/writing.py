"""Writing a report: the kind of file is told by its suffix.

Takes a Report and a path, writes the file whole or not at all. Adding a kind is adding a row.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from pipeline.export.drafts import whole_file
from pipeline.report.html_page import page
from pipeline.report.values import Report
from pipeline.report.word_file import word_file
from pipeline.report.workbook import workbook

WRITERS: dict[str, Callable[[Report], bytes]] = {
    ".html": lambda report: page(report).encode("utf-8", "replace"),
    ".xlsx": workbook,
    ".docx": word_file,
}
"""What makes a file, by its suffix."""


class UnknownKind(Exception):
    """A suffix that no writer has."""


def write_report(report: Report, out: Path) -> None:
    """Write a report.

    out: ends in one of WRITERS. Raises UnknownKind: it does not; MissingExtra; Failure (UNWRITABLE).
    """
    make = WRITERS.get(out.suffix.lower())
    if make is None:
        raise UnknownKind(out.suffix)
    data = make(report)
    with whole_file(out) as draft:
        draft.write_bytes(data)
