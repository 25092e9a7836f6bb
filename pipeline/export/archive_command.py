"""export --archive: what an archive holds, in any of the formats, to a file, a folder or standard output.

Takes an open archive, gives a Report. Rule of the place: what is written appears whole or not at all, nothing of the
archive itself is written over, and all of it is as the archive was at one moment.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Callable, Mapping
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO, Literal, NamedTuple

from models import Cause, Failure
from pipeline.archive.store import Archive, reading
from pipeline.export import MissingExtra
from pipeline.export.drafts import whole_file, whole_folder
from pipeline.export.streams import ALL, Selection, count
from pipeline.export.tidy import TABLES
from pipeline.spacy_tokens import Tokens

if TYPE_CHECKING:
    from sqlalchemy import Connection

Shape = Literal["stream", "file", "folder"]
"""What is written: bytes in order, which may go to standard output; a file; a folder."""
Each = Callable[[int], None]


class Choice(NamedTuple):
    """What the user asks of an export.

    table: csv: only this one. raw: csv: cells as they are, formulas too. tokens: spacy. lang: xlsx.
    """

    selection: Selection = ALL
    table: str | None = None
    raw: bool = False
    tokens: Tokens = Tokens.syllable
    lang: str = "vi"


class Report(NamedTuple):
    """What was written: documents, rows by table, and what else there is to tell (`cut`: 3)."""

    documents: int
    rows: Mapping[str, int] = {}
    counts: Mapping[str, int] = {}


class NeedsPath(Exception):
    """A format that cannot go to standard output as it was asked for."""


class Way(NamedTuple):
    """How a format is written. write: takes a connection, a stream or the path of a draft, the choice, and `each`."""

    shape: Shape
    write: Callable[[Connection, Any, Choice, Each], Report]


class Form(NamedTuple):
    """A format: the packages it needs, their extra, and the way for a path, a choice and a number of documents."""

    needs: Callable[[Choice], tuple[str, ...]]
    extra: str
    way: Callable[[Path | None, Choice, int], Way]


def exported(archive: Archive, name: str, out: Path | None, choice: Choice, each: Each = lambda _: None) -> Report:
    """Write what is meant of an archive in the format of that name.

    out: None for standard output. each: is told how many documents were added, as it goes on.
    Raises MissingExtra; NeedsPath: the format cannot go to standard output; KeyError: there is no such format or table;
    Failure: out cannot be written, or the archive cannot be read.
    """
    needed(name, choice)
    form = FORMS[name]
    if out:
        _outside(archive, out)
    with reading(archive) as connection:
        way = form.way(out, choice, count(connection, choice.selection))
        return _written(way, connection, out, choice, each)


def needed(name: str, choice: Choice) -> None:
    """Raise MissingExtra if a package that the format needs is not installed."""
    form = FORMS[name]
    if not all(find_spec(package) for package in form.needs(choice)):
        raise MissingExtra(name, form.extra)


def total(archive: Archive, selection: Selection = ALL) -> int:
    """Give the number of documents that are meant, for a progress bar."""
    with reading(archive) as connection:
        return count(connection, selection)


def _written(way: Way, connection: Connection, out: Path | None, choice: Choice, each: Each) -> Report:
    if out is None:
        if way.shape != "stream":
            raise NeedsPath
        report = way.write(connection, sys.stdout.buffer, choice, each)
        sys.stdout.buffer.flush()
        return report
    with (whole_folder if way.shape == "folder" else whole_file)(out) as draft:
        if way.shape != "stream":
            return way.write(connection, draft, choice, each)
        with draft.open("xb") as stream:
            return way.write(connection, stream, choice, each)


def _outside(archive: Archive, out: Path) -> None:
    """Refuse to write into the archive's own folder.

    Raises Failure (UNWRITABLE).
    """
    if archive.folder and out.resolve().is_relative_to(archive.folder.resolve()):
        raise Failure(Cause.UNWRITABLE, str(out), "it is in the folder of the archive")


def _jsonl(connection: Connection, out: BinaryIO, choice: Choice, each: Each) -> Report:
    from pipeline.export.json_lines import write_lines

    return Report(write_lines(connection, out, choice.selection, each))


def _json(connection: Connection, out: BinaryIO, choice: Choice, each: Each) -> Report:
    from pipeline.export.json_lines import write_array

    return Report(write_array(connection, out, choice.selection, each))


def _csv(connection: Connection, out: BinaryIO, choice: Choice, each: Each) -> Report:
    from pipeline.export.csv_tables import write_table

    table = TABLES[choice.table or "documents"]
    return Report(*write_table(connection, table, out, choice.selection, each, raw=choice.raw))


def _csv_folder(connection: Connection, folder: Path, choice: Choice, each: Each) -> Report:
    from pipeline.export.csv_tables import write_folder

    return Report(*write_folder(connection, folder, choice.selection, each, raw=choice.raw))


def _xlsx(connection: Connection, path: Path, choice: Choice, each: Each) -> Report:
    from pipeline.export.xlsx import write_workbook

    documents, counted = write_workbook(connection, path, choice.selection, each, choice.lang)
    cut = Counter(cut=counted.pop("cut", 0))
    return Report(documents, counted, +cut)


def _parquet(connection: Connection, folder: Path, choice: Choice, each: Each) -> Report:
    from pipeline.export.parquet import write_folder

    return Report(*write_folder(connection, folder, choice.selection, each))


def _graphml(connection: Connection, out: BinaryIO, choice: Choice, each: Each) -> Report:
    from pipeline.export.citation_graph import edges, nodes
    from pipeline.export.graphml import write_graphml

    told = Counter[str]()

    def added(documents: int) -> None:
        told["documents"] += documents
        each(documents)

    write_graphml(nodes(connection, choice.selection), edges(connection, choice.selection, added), out)
    return Report(told["documents"])


def _akn(connection: Connection, folder: Path, choice: Choice, each: Each) -> Report:
    from pipeline.export.documents_out import akn_files, write_files

    return Report(write_files(akn_files(connection, choice.selection, each), folder))


def _akn_zip(connection: Connection, path: Path, choice: Choice, each: Each) -> Report:
    from pipeline.export.documents_out import akn_files, write_zip

    return Report(write_zip(akn_files(connection, choice.selection, each), path))


def _akn_one(connection: Connection, out: BinaryIO, choice: Choice, each: Each) -> Report:
    from pipeline.export.documents_out import akn_files

    for _, data in akn_files(connection, choice.selection, each):
        out.write(data)
    return Report(1)


def _spacy(connection: Connection, path: Path, choice: Choice, each: Each) -> Report:
    from pipeline.export.documents_out import write_spacy

    documents, told = write_spacy(connection, choice.tokens, lambda _: path, choice.selection, each)
    return Report(documents, counts=told)


def _spacy_folder(connection: Connection, folder: Path, choice: Choice, each: Each) -> Report:
    from pipeline.export.documents_out import write_spacy

    def target(number: int) -> Path:
        return folder / f"part-{number}.spacy"

    documents, told = write_spacy(connection, choice.tokens, target, choice.selection, each)
    return Report(documents, counts=told)


def _csv_way(out: Path | None, choice: Choice, documents: int) -> Way:
    one = choice.table or out is None or out.suffix.lower() == ".csv"
    return Way("stream", _csv) if one else Way("folder", _csv_folder)


def _akn_way(out: Path | None, choice: Choice, documents: int) -> Way:
    if out and out.suffix.lower() == ".zip":
        return Way("file", _akn_zip)
    if documents == 1 and (out is None or out.suffix.lower() == ".xml"):
        return Way("stream", _akn_one)
    return Way("folder", _akn)


def _spacy_way(out: Path | None, choice: Choice, documents: int) -> Way:
    from pipeline.export.documents_out import SPACY_PART

    return Way("folder", _spacy_folder) if documents > SPACY_PART else Way("file", _spacy)


def _always(shape: Shape, write: Callable[[Connection, Any, Choice, Each], Report]) -> Callable[..., Way]:
    return lambda out, choice, documents: Way(shape, write)


def _nothing(choice: Choice) -> tuple[str, ...]:
    return ()


def _spacy_needs(choice: Choice) -> tuple[str, ...]:
    return ("spacy", "underthesea") if choice.tokens is Tokens.word else ("spacy",)


FORMS: dict[str, Form] = {
    "json": Form(_nothing, "", _always("stream", _json)),
    "jsonl": Form(_nothing, "", _always("stream", _jsonl)),
    "csv": Form(_nothing, "", _csv_way),
    "xlsx": Form(lambda _: ("xlsxwriter",), "tables", _always("file", _xlsx)),
    "parquet": Form(lambda _: ("pyarrow",), "tables", _always("folder", _parquet)),
    "akn": Form(_nothing, "", _akn_way),
    "spacy": Form(_spacy_needs, "nlp", _spacy_way),
    "graphml": Form(_nothing, "", _always("stream", _graphml)),
}
"""The formats in which an archive goes out, by name."""
