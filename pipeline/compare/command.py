"""compare: what the user asks for, as comparisons.

Takes names of files and archived documents, or an agency, type and years, or a movement, gives Comparisons.
Rule of the place: documents are compared in the order they are named; those of a line in the order of time; those of
a movement each with the first of them, which launched it as far as the archive knows.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path

from models import Cause, Document, Failure
from models.comparison import Comparison
from pipeline.archive.asked import find
from pipeline.archive.store import Archive
from pipeline.archive.store import opened as opened_archive
from pipeline.compare.comparing import compare
from pipeline.compare.lines import line_of, of_movement
from pipeline.compare.loading import loaded, parent_of, successors
from pipeline.compare.references import Successors
from pipeline.opened import opened


def of_names(names: Sequence[str], parent: str | None = None, archive: str | None = None) -> list[Comparison]:
    """Compare each document with the one named before it.

    names: two or more: files (documents or their JSON), or what an archive knows a document by. parent: the same, of
    the document that they carry out. archive: as everywhere; opened only for a name that is no file.
    Raises ValueError: fewer than two; Failure.
    """
    if len(names) < 2:
        raise ValueError("two documents or more are needed")
    found = [_document(name, archive) for name in names]
    above = _document(parent, archive) if parent else None
    return [compare(before, after, above) for before, after in pairwise(found)]


def of_line(
    agency: str, types: Sequence[str], years: tuple[int, int], title: str | None = None, archive: str | None = None
) -> list[Comparison]:
    """Compare the documents of one agency, of some types or any, year by year, through its mergers and renamings.

    Raises Failure (NO_DOCUMENT): fewer than two, or the name fits several agencies.
    """
    with opened_archive(archive) as place:
        keys = line_of(place, agency, types, years, title)
        pairs = list(pairwise(keys))
        return _compared(place, agency, pairs)


def of_one_movement(
    movement: str, years: tuple[int, int] | None = None, archive: str | None = None
) -> list[Comparison]:
    """Compare the documents that name a movement, each with the first.

    Raises Failure (NO_DOCUMENT): fewer than two.
    """
    with opened_archive(archive) as place:
        first, *others = of_movement(place, movement, years)
        return _compared(place, movement, [(first, other) for other in others])


def _compared(archive: Archive, asked: str, pairs: Sequence[tuple[int, int]]) -> list[Comparison]:
    if not pairs:
        raise Failure(Cause.NO_DOCUMENT, asked, archive.place)
    known = successors(archive)
    return [_pair(archive, before, after, known) for before, after in pairs]


def _pair(archive: Archive, before: int, after: int, known: Successors) -> Comparison:
    above = parent_of(archive, after)
    one, other, *more = loaded(archive, [before, after, *([above] if above is not None else [])])
    return compare(one, other, more[0] if more else None, successors=known)


def _document(name: str, archive: str | None) -> Document:
    path = Path(name)
    if path.is_file():
        return opened(path)[0]
    with opened_archive(archive) as place:
        return loaded(place, [find(place, name)])[0]
