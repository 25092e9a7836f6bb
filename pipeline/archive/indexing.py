"""The search index of an archive, whichever it has: tantivy beside SQLite, full-text columns in PostgreSQL.

Takes an archive, keeps its index in step with it.
"""

from __future__ import annotations

from pipeline.archive.store import Archive


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
