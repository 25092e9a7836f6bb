"""Export: the formats in which documents go out, one table, name → Format.

Takes documents, gives one file's bytes and what there is to tell of it. To add a format: its module, its row, its
test. A format's module and what it imports are loaded only when it is used.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from importlib.util import find_spec
from typing import TYPE_CHECKING, NamedTuple

from pipeline.spacy_tokens import Tokens

if TYPE_CHECKING:
    from models import Document


class Options(NamedTuple):
    """What the user asks of a format; each takes what concerns it."""

    tokens: Tokens = Tokens.syllable


class Exported(NamedTuple):
    """One file: its bytes, how many documents are in it, and counts to tell the user (`expanded`: 3)."""

    data: bytes
    documents: int
    counts: Mapping[str, int]


class Format(NamedTuple):
    """One row: the suffix of the file, the packages it needs for the options, their extra, what makes it."""

    suffix: str
    needs: Callable[[Options], tuple[str, ...]]
    extra: str
    make: Callable[[Iterable[Document], Options], Exported]


class MissingExtra(Exception):
    """A format whose packages are not installed: its name, and the extra that brings them."""

    def __init__(self, name: str, extra: str) -> None:
        """Keep the name and the extra."""
        super().__init__(f"{name} needs pip install 'vanban[{extra}]'")
        self.name, self.extra = name, extra


def _spacy(documents: Iterable[Document], options: Options) -> Exported:
    from pipeline.export_spacy import docbin

    return docbin(documents, options.tokens)


def _spacy_needs(options: Options) -> tuple[str, ...]:
    return ("spacy", "underthesea") if options.tokens is Tokens.word else ("spacy",)


FORMATS: dict[str, Format] = {"spacy": Format(".spacy", _spacy_needs, "nlp", _spacy)}


def format_of(suffix: str) -> str | None:
    """Give the name of the format whose files have this suffix."""
    return next((name for name, row in FORMATS.items() if row.suffix == suffix.lower()), None)


def check(name: str, options: Options) -> None:
    """Raise MissingExtra if a package that the format needs is not installed."""
    row = FORMATS[name]
    if not all(find_spec(package) for package in row.needs(options)):
        raise MissingExtra(name, row.extra)
