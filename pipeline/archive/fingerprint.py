"""The fingerprint of an archive: one value a table, the same where the same is in it.

Takes an archive, gives hashes by which two are compared: after a run that was broken off and one that was not, in
SQLite and in PostgreSQL, before an export and after the import. What tells only when and in what order work was done is
left out. Rows are added up, so that it does not matter in what order a database gives them.
"""

from __future__ import annotations

import hashlib

from sqlalchemy import select

from pipeline.archive.schema import metadata
from pipeline.archive.store import Archive, reading

LEFT_OUT = frozenset({"changes", "meta", "shards"})
"""Tables that tell how work went."""
_WHEN = frozenset({"read_at", "seconds"})
_SIZE = 2**128


def fingerprint(archive: Archive, leave_out: frozenset[str] = LEFT_OUT) -> dict[str, str]:
    """Give the number of rows and their hash for each table, by its name."""
    found = {}
    with reading(archive) as connection:
        for table in metadata.sorted_tables:
            if table.name in leave_out or table.info.get("postgresql"):
                continue
            wanted = select(*(column for column in table.columns if column.name not in _WHEN))
            count, total = 0, 0
            for row in connection.execute(wanted).yield_per(1000):
                count += 1
                total += int.from_bytes(hashlib.blake2b(repr(tuple(row)).encode(), digest_size=16).digest())
            found[table.name] = f"{count}:{total % _SIZE:032x}"
    return found
