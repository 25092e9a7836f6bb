"""The page that documents the tables of the archive, made from the comments of the schema.

`python -m pipeline.archive.documentation > docs/archive.md`
"""

from __future__ import annotations

from collections.abc import Iterator

from sqlalchemy import Column, Table

from pipeline.archive.schema import metadata
from pipeline.archive.views import VIEWS

_HEAD = """# The archive

An archive is a folder with `archive.db` (SQLite), `index/` (the search index, made from the database) and, if
`vanban ingest --keep-files` asked for them, `files/` (the files themselves, named by their SHA-256). To copy an
archive, copy `archive.db`; `vanban index` makes the rest again. On PostgreSQL the same tables are in a database.

Everything may be read with any tool that speaks SQL; nothing but vanban should write. Dates are ISO 8601 text. The key
of a document is the first 63 bits of the SHA-256 of its file, so the same files give the same rows everywhere.

```bash
sqlite3 vanban-archive/archive.db "SELECT code, title FROM documents_view WHERE year = 2026 AND doc_type = 'kế hoạch'"
datasette vanban-archive/archive.db
```

## Views
"""


def page() -> str:
    """Give the page in Markdown."""
    views = (f"### {name}\n\n{about}.\n\n```sql\n{_sql(query)}\n```\n" for name, (about, query) in VIEWS.items())
    tables = ("\n".join(_table(table)) for table in metadata.tables.values())
    return "\n".join([_HEAD, *views, "## Tables\n", *tables])


def _sql(query: str) -> str:
    return "\n".join(line.removeprefix(" " * 8) for line in query.strip("\n").rstrip().splitlines())


def _table(table: Table) -> Iterator[str]:
    yield f"### {table.name}\n\n{table.comment}.\n"
    yield "| column | type | what |\n|---|---|---|"
    for column in table.columns:
        yield f"| {column.name} | {_type(column)} | {(column.comment or '').replace('|', '&#124;')} |"
    yield ""


def _type(column: Column[object]) -> str:
    kind = str(column.type).lower().replace("bigint", "integer")
    keys = ", ".join(sorted(f"→ {key.column.table.name}" for key in column.foreign_keys))
    return " ".join(filter(None, (kind, "key" if column.primary_key else "", keys)))


if __name__ == "__main__":
    print(page(), end="")
