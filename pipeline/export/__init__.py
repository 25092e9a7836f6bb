"""Export: the forms in which documents go out, each in a module of its own.

To add a format: its module, its row here and in `archive_command.FORMS`, its test. A format's module and what it
imports are loaded only when it is used.
"""

from __future__ import annotations

from pathlib import Path

FORMATS: dict[str, tuple[str, ...]] = {
    "json": (".json",),
    "jsonl": (".jsonl", ".ndjson"),
    "csv": (".csv",),
    "xlsx": (".xlsx",),
    "parquet": (".parquet",),
    "akn": (".akn", ".xml"),
    "spacy": (".spacy",),
    "graphml": (".graphml",),
}
"""The formats, each with the suffixes by which it is told."""


class MissingExtra(Exception):
    """A format whose packages are not installed: its name, and the extra that brings them."""

    def __init__(self, name: str, extra: str) -> None:
        """Keep the name and the extra."""
        super().__init__(f"{name} needs pip install 'vanban[{extra}]'")
        self.name, self.extra = name, extra


def format_of(out: Path) -> str | None:
    """Give the name of the format that the name of a file or folder tells."""
    return next((name for name, suffixes in FORMATS.items() if out.suffix.lower() in suffixes), None)
