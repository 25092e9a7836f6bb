"""The index: a tantivy index of the passages, beside the database of an archive in a folder.

Takes an archive, keeps ARCHIVE/index in step with it. Rule of the place: the index is made from the store alone and
can be made again at any time. How far it has come is written after what it has taken in, so that a broken run only
takes in the same once more; an index of another form, or a damaged one, is made anew.
"""

from __future__ import annotations

import json
import shutil
import zlib
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from sqlalchemy import select

from models import Cause, Failure
from parsers.knowledge import rows
from pipeline.archive.codes import codes
from pipeline.archive.entries import Entry, entries
from pipeline.archive.putting import last_change
from pipeline.archive.schema import changes, documents
from pipeline.archive.searcher import folder_of, opened
from pipeline.archive.store import Archive, reading
from pipeline.archive.terms import all_words, both_forms

if TYPE_CHECKING:
    import tantivy
    from sqlalchemy import Connection

VERSION = 2
"""Of the form of the index; another one is made anew."""

HEAP = 128_000_000
"""Bytes that the writer holds before it writes a part of the index."""

_STATE = "vanban.json"
_ANALYZER = "terms"


class State(NamedTuple):
    """What an index has taken in. form: how it is made; seq: the last change."""

    form: str
    seq: int


@cache
def form() -> str:
    """Give how an index is made: the version and the table of compound words."""
    table = "\n".join(row["compound"] for row in rows("compounds"))
    return f"{VERSION}-{zlib.crc32(table.encode()):08x}"


def state(folder: Path) -> State | None:
    """Give what the index in a folder has taken in, None if there is none or it cannot be told."""
    try:
        return State(**json.loads((folder / _STATE).read_text("utf-8")))
    except (OSError, ValueError, TypeError):
        return None


def catch_up(archive: Archive, threads: int = 1) -> int:
    """Take in what has changed since the last time; give the number of documents.

    threads: writers at work. Raises Failure: UNWRITABLE; BUSY, another process writes the index.
    """
    folder = folder_of(archive)
    with _alone(folder), reading(archive) as connection:
        newest = last_change(connection)
        known = state(folder)
        if known is None or known.form != form() or known.seq > newest or not _opens(folder):
            return _rebuilt(connection, folder, newest, threads)
        if known.seq == newest:
            return 0
        wanted = select(changes.c.document).where(changes.c.seq > known.seq, changes.c.seq <= newest).distinct()
        keys = list(connection.execute(wanted.order_by(changes.c.document)).scalars())
        with _writing(folder, threads) as writer:
            for key in keys:
                writer.delete_documents_by_query(_of_document(key))
            _add(writer, entries(connection, keys))
        _note(folder, newest)
        return len(keys)


def rebuild(archive: Archive, threads: int = 1) -> int:
    """Make the index anew from the store; give the number of documents. The old one serves until the new one is there.

    Raises Failure: as `catch_up`.
    """
    folder = folder_of(archive)
    with _alone(folder), reading(archive) as connection:
        return _rebuilt(connection, folder, last_change(connection), threads)


def behind(archive: Archive) -> int | None:
    """Give how many changes the index has not taken in; None where there is no index that can be used."""
    folder = folder_of(archive)
    known = state(folder)
    if known is None or known.form != form() or not _opens(folder):
        return None
    with reading(archive) as connection:
        newest = last_change(connection)
    return newest - known.seq if newest >= known.seq else None


def add_entries(folder: Path, found: Iterable[Entry], threads: int = 1) -> int:
    """Make an index in an empty folder from entries; give their number."""
    folder.mkdir(parents=True, exist_ok=True)
    with _writing(folder, threads) as writer:
        return _add(writer, found)


@contextmanager
def _alone(folder: Path) -> Iterator[None]:
    """Be the one process that writes the index; the right ends with the process."""
    import fcntl

    try:
        file = folder.with_name(f"{folder.name}.lock").open("ab")
    except OSError as error:
        raise Failure(Cause.UNWRITABLE, str(folder), error.strerror or "") from error
    with file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            raise Failure(Cause.BUSY, str(folder)) from error
        yield


def _rebuilt(connection: Connection, folder: Path, newest: int, threads: int) -> int:
    """Make an index beside the old one and put it in its place."""
    beside = folder.with_name(f"{folder.name}.new")
    try:
        shutil.rmtree(beside, ignore_errors=True)
        keys = connection.execute(select(documents.c.key).order_by(documents.c.key)).scalars().all()
        count = add_entries(beside, entries(connection, keys), threads)
        _note(beside, newest)
        former = folder.with_name(f"{folder.name}.old")
        shutil.rmtree(former, ignore_errors=True)
        if folder.exists():
            folder.rename(former)
        beside.rename(folder)
        shutil.rmtree(former, ignore_errors=True)
    except OSError as error:
        raise Failure(Cause.UNWRITABLE, str(folder), error.strerror or "") from error
    return count


def _opens(folder: Path) -> bool:
    try:
        opened(folder)
    except (ValueError, OSError):
        return False
    return True


def _note(folder: Path, seq: int) -> None:
    beside = folder / f"{_STATE}.new"
    beside.write_text(json.dumps(State(form(), seq)._asdict()), "utf-8")
    beside.replace(folder / _STATE)


@contextmanager
def _writing(folder: Path, threads: int) -> Iterator[tantivy.IndexWriter]:
    """Open the index of a folder for writing; commit at the end, leave it as it was after an error.

    Raises Failure: BUSY, UNWRITABLE.
    """
    import tantivy

    try:
        index = tantivy.Index(_schema(), str(folder))
        index.register_tokenizer(_ANALYZER, tantivy.TextAnalyzerBuilder(tantivy.Tokenizer.whitespace()).build())
        writer = index.writer(HEAP, threads)
        yield writer
        writer.commit()
        writer.wait_merging_threads()
    except (ValueError, OSError) as error:
        said = str(error).splitlines()[0][:200]
        raise Failure(Cause.BUSY if "lock" in said.lower() else Cause.UNWRITABLE, str(folder), said) from error


def _schema() -> tantivy.Schema:
    """Give the fields: terms of the text, codes, names and ids as they stand, numbers for ranges and counts."""
    import tantivy

    made = tantivy.SchemaBuilder()
    for field, option in (("exact", "position"), ("folded", "position"), ("words", "freq")):
        made.add_text_field(field, tokenizer_name=_ANALYZER, index_option=option)
    for field in ("codes", "agency", "names", "cites"):
        made.add_text_field(field, tokenizer_name="raw", index_option="basic")
    for field in ("issuer", "doc_type", "role"):
        made.add_text_field(field, tokenizer_name="raw", index_option="basic", fast=True)
    for field in ("doc", "ordinal", "year", "issued", "copy"):
        made.add_unsigned_field(field, indexed=field != "ordinal", fast=True)
    return made.build()


def _of_document(key: int) -> tantivy.Query:
    import tantivy

    return tantivy.Query.term_query(_schema(), "doc", key)


def _add(writer: tantivy.IndexWriter, found: Iterable[Entry]) -> int:
    count = 0
    for entry in found:
        for document in _passages(entry):
            writer.add_document(document)
        count += 1
    return count


def _passages(entry: Entry) -> Iterator[tantivy.Document]:
    """Give a document of the index for each passage."""
    import tantivy

    numbers = {"doc": entry.key, "copy": int(entry.copy), "year": entry.year, "issued": entry.issued}
    terms_of = {
        "agency": entry.agencies, "names": entry.names, "cites": entry.cites,
        "issuer": (entry.issuer,), "doc_type": (entry.doc_type,),
    }  # fmt: skip
    given_numbers = [(field, value) for field, value in numbers.items() if value is not None]
    given_terms = [(field, value) for field, values in terms_of.items() for value in values if value]
    for place, (ordinal, role, text) in enumerate(entry.pieces):
        exact, folded = both_forms(text)
        document = tantivy.Document()
        for field, number in (*given_numbers, ("ordinal", ordinal)):
            document.add_unsigned(field, number)
        for field, value in (*given_terms, *([("role", role)] if role else ())):
            document.add_text(field, value)
        document.add_text("exact", " ".join(exact))
        document.add_text("folded", " ".join(folded))
        document.add_text("words", " ".join(all_words(exact)))
        own = {entry.code} if entry.code and place == 0 else set()
        for code in sorted({code.key for code in codes(text)} | own):
            document.add_text("codes", code)
        yield document
