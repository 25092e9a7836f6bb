"""Views of the archive: what an analyst asks most, one row a thing, readable without a join.

Takes a connection, (re)makes the views, and on PostgreSQL the comments on tables and columns. Rule of the place: a view
holds nothing, so it is made anew whenever the tables are brought up to date, and is no matter of migrations.
"""

from __future__ import annotations

from sqlalchemy import Connection, text
from sqlalchemy.schema import SetColumnComment, SetTableComment

from pipeline.archive.schema import metadata

VIEWS: dict[str, tuple[str, str]] = {
    "documents_view": (
        "Each document with its issuer, signers, recipients and how much is in it",
        """
        SELECT d.key, d.id, d.code, d.doc_type, d.title, d.issuer_name, d.issuer, a.line AS issuer_line,
            d.governing_name, d.issued_on, d.year, d.place, d.theme, d.is_draft, d.pages, d.text_origin,
            {signers} AS signers,
            {recipients} AS recipients,
            (SELECT min(f.place) FROM files f WHERE f.document = d.key) AS file,
            (SELECT count(*) FROM sections s WHERE s.document = d.key) AS sections,
            (SELECT count(*) FROM citations c WHERE c.document = d.key) AS citations,
            (SELECT count(*) FROM tasks t WHERE t.document = d.key) AS tasks,
            d.twin_of
        FROM documents d LEFT JOIN agencies a ON a.id = d.issuer
        """,
    ),
    "citations_view": (
        "Each citation with the document that cites and the one that it means",
        """
        SELECT d.key AS document, d.id, d.code, d.issuer_name, d.doc_type, d.year, c.ordinal, c.raw, c.relation, c.part,
            c.pinpoint, c.page, c.found, c.work, w.document AS cited_document,
            coalesce(t.code, c.code, c.resolved_code) AS cited_code, coalesce(t.doc_type, c.doc_type) AS cited_type,
            coalesce(t.issued_on, c.issued_on, c.resolved_on) AS cited_on, t.title AS cited_title
        FROM citations c JOIN documents d ON d.key = c.document
        LEFT JOIN works w ON w.id = c.work LEFT JOIN documents t ON t.key = w.document
        """,
    ),
    "tasks_view": (
        "Each task with its document, who leads, who helps and by when",
        """
        SELECT d.key AS document, d.id, d.code, d.issuer_name, d.doc_type, d.year, t.ordinal, t.section, t.mode,
            t.action, t.object,
            {leads} AS leads,
            {supports} AS supports,
            t.deadline, t.deadline_to, t.output, t.measurable, t.page, t.raw
        FROM tasks t JOIN documents d ON d.key = t.document
        """,
    ),
    "works_view": (
        "Each document that is archived or cited: how often, by how many, and under which spellings",
        """
        SELECT w.id, w.document, d.code, d.title, count(c.document) AS cited, count(DISTINCT c.document) AS cited_by,
            min(c.code_key) AS code_key, {spellings} AS spellings
        FROM works w LEFT JOIN documents d ON d.key = w.document LEFT JOIN citations c ON c.work = w.id
        GROUP BY w.id, w.document, d.code, d.title
        """,
    ),
}
"""Name, what it is, and its SELECT; words in braces stand for joined lists."""

_DOER = "l.document = t.document AND l.task = t.ordinal AND l.part = '{}'"
_LISTS = {
    "signers": ("s.name", "signers s", "s.document = d.key", "s.ordinal"),
    "recipients": ("r.name", "recipients r", "r.document = d.key AND r.part = 'recipient'", "r.ordinal"),
    "leads": ("l.name", "task_agencies l", _DOER.format("lead"), "l.ordinal"),
    "supports": ("l.name", "task_agencies l", _DOER.format("support"), "l.ordinal"),
}


def make_views(connection: Connection) -> None:
    """Make the views; on PostgreSQL, write the comments of the schema too."""
    server = connection.dialect.name == "postgresql"
    lists = {name: _joined(*parts, server=server) for name, parts in _LISTS.items()}
    lists["spellings"] = _spellings(server=server)
    for name, (_, query) in VIEWS.items():
        connection.execute(text(f"CREATE VIEW {name} AS {query.format(**lists)}"))
    if server:
        for table in metadata.sorted_tables:
            connection.execute(SetTableComment(table))
            for column in table.columns:
                connection.execute(SetColumnComment(column))
        for name, (about, _) in VIEWS.items():
            connection.execute(text(f"COMMENT ON VIEW {name} IS '{about}'"))


def drop_views(connection: Connection) -> None:
    """Drop the views, which would hold on to the columns they show."""
    for name in VIEWS:
        connection.execute(text(f"DROP VIEW IF EXISTS {name}"))


def _joined(what: str, table: str, where: str, order: str, *, server: bool) -> str:
    """Give the SQL of a list in its order, parted by `; `."""
    if server:
        return f"(SELECT string_agg({what}, '; ' ORDER BY {order}) FROM {table} WHERE {where})"
    return f"(SELECT group_concat(x, '; ') FROM (SELECT {what} AS x FROM {table} WHERE {where} ORDER BY {order}))"


def _spellings(*, server: bool) -> str:
    if server:
        return "string_agg(DISTINCT c.raw, '; ' ORDER BY c.raw)"
    inner = "SELECT DISTINCT raw AS x FROM citations s WHERE s.work = w.id ORDER BY raw"
    return f"(SELECT group_concat(x, '; ') FROM ({inner}))"
