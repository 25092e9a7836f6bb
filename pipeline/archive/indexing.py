"""The search index of an archive, whichever it has: tantivy beside SQLite, full-text columns in PostgreSQL.

Takes an archive, keeps its index in step with it, and finds passages in it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pipeline.archive.store import Archive

if TYPE_CHECKING:
    from pipeline.archive.filters import Wanted
    from pipeline.archive.found import Matches
    from pipeline.archive.query import Query


def catch_up(archive: Archive) -> int:
    """Take in the documents that are new or changed; give how many."""
    if archive.folder:
        from pipeline.archive import index

        return index.catch_up(archive)
    from pipeline.archive import postgres

    return postgres.catch_up(archive)


def rebuild(archive: Archive) -> int:
    """Make the index again from the store; give the number of documents in it."""
    if archive.folder:
        from pipeline.archive import index

        return index.rebuild(archive)
    from pipeline.archive import postgres

    return postgres.rebuild(archive)


def behind(archive: Archive) -> int | None:
    """Give how many changes the index has not taken in; None where there is none that can be used."""
    if archive.folder:
        from pipeline.archive import index

        return index.behind(archive)
    from pipeline.archive import postgres

    return postgres.behind(archive)


def matches(archive: Archive, query: Query, held: Wanted, limit: int, offset: int = 0, *, facets: bool) -> Matches:
    """Find the best passages and count the facets of all.

    limit, offset: how many passages, and after how many. Raises Failure (INDEX): the index is damaged.
    """
    if archive.folder:
        from pipeline.archive import searcher

        return searcher.matches(archive, query, held, limit, offset, facets=facets)
    from pipeline.archive import postgres

    return postgres.matches(archive, query, held, limit, offset, facets=facets)
