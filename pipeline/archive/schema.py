"""The tables of the archive, one schema for SQLite and PostgreSQL; `docs/archive.md` is made from the comments here.

Takes nothing, gives SQLAlchemy tables. Rule of the place: keys come from content and never from a counter, so that the
same files give the same rows in whatever order they come. A document's key is the first 63 bits of its file's SHA-256;
what belongs to a document is keyed by the document and the place in it, counted from 0. Dates are ISO 8601 text, so
that they sort and compare as they stand; `…_from` and `…_to` are the first and last day that an EDTF value may mean.
"""

from __future__ import annotations

from typing import Any

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    Float,
    ForeignKey,
    ForeignKeyConstraint,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    Table,
    Text,
)
from sqlalchemy.types import JSON, TypeEngine

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s",
        "pk": "pk_%(table_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    }
)

_COUNTER = BigInteger().with_variant(Integer, "sqlite")


def _text(name: str, comment: str, **more: Any) -> Column[Any]:
    return Column(name, Text, comment=comment, **more)


def _of(name: str, kind: type[TypeEngine[Any]], comment: str, **more: Any) -> Column[Any]:
    return Column(name, kind, comment=comment, **more)


def _document(comment: str = "document it belongs to") -> Column[Any]:
    return Column(
        "document",
        BigInteger,
        ForeignKey("documents.key", ondelete="CASCADE"),
        primary_key=True,
        autoincrement=False,
        comment=comment,
    )


def _ordinal(name: str = "ordinal", comment: str = "place in the document's list, from 0") -> Column[Any]:
    return Column(name, Integer, primary_key=True, autoincrement=False, comment=comment)


def _agency(name: str, comment: str) -> Column[Any]:
    return Column(name, Text, ForeignKey("agencies.id"), comment=comment)


def _where() -> tuple[Column[Any], ...]:
    return (
        _text("raw", "the words as they stand in the text"),
        _of("page", Integer, "page on which it starts, from 1"),
        _of("start_at", Integer, "first character in the document's text, from 0"),
        _of("end_at", Integer, "character after the last"),
        _of("confidence", Float, "how sure, 0 to 1"),
    )


def _part(name: str, comment: str, *columns: Any) -> Table:
    """Give a table of things that belong to a document; in SQLite they lie together, sorted by document."""
    return Table(name, metadata, *columns, comment=comment, sqlite_with_rowid=False)


agencies = Table(
    "agencies",
    metadata,
    _text("id", "stable id, `vn/lang-son/so-tai-chinh`", primary_key=True),
    _text("name", "name in the tables; null for one that they do not hold (most districts and communes)"),
    _text("kind", "kind of body"),
    _text("level", "central, province, district, commune"),
    _text("province", "slug of its province"),
    _text("line", "id of the body that it has become by now; the same for all of one line of succession", index=True),
    comment="Agencies that documents name and whose id is known",
)

documents = Table(
    "documents",
    metadata,
    Column("key", BigInteger, primary_key=True, autoincrement=False, comment="first 63 bits of sha256"),
    _text("id", "canonical id, `vn/lang-son/…/2023/173`; else `sha256/…`", nullable=False, index=True),
    _text("id_key", "the same without its book of numbers, to find what a citation may mean", index=True),
    _text("sha256", "hash of the file's bytes", nullable=False, unique=True),
    _text("name", "name of the file"),
    _text("media_type", "kind of file"),
    _of("pages", Integer, "number of pages, where the format has any"),
    _text("text_origin", "digital, ocr or mixed"),
    _of("ocr_confidence", Float, "mean certainty of recognition, 0 to 1"),
    _text("reader", "what read the file"),
    _text("extractor", "version of the program that read it"),
    _text("ocr", "which pages it was asked to recognise: auto, always, never"),
    _text("schema_version", "version of the JSON"),
    _text("number", "số, as printed"),
    _text("symbol", "ký hiệu, as printed"),
    _text("code", "số và ký hiệu"),
    _text("code_key", "code for comparison, `19/ct-ttg` → `19-ct-ttg`", index=True),
    _text("code_day", "the same with the day of issue, `19-ct-ttg@2021-10-10`, to find who cites it", index=True),
    _text("place", "địa danh"),
    _text("issued_on", "day of issue, EDTF"),
    _text("issued_from", "first day that issued_on may mean", index=True),
    _text("issued_to", "last day that issued_on may mean"),
    _of("year", Integer, "year of issue", index=True),
    _text("doc_type", "loại văn bản, spelt out: `kế hoạch`"),
    _text("doc_type_key", "the same as a slug: `ke-hoach`", index=True),
    _text("title", "trích yếu"),
    _text("theme", "chủ đề of a launch"),
    _text("urgency", "độ khẩn"),
    _text("secrecy", "độ mật"),
    _of("is_draft", Boolean, "bản dự thảo"),
    _agency("issuer", "first issuing agency, where its id is known"),
    _text("issuer_name", "its name"),
    _agency("governing", "cơ quan chủ quản, where its id is known"),
    _text("governing_name", "its name"),
    _of("characters", Integer, "length of the text"),
    Column(
        "twin_of",
        BigInteger,
        ForeignKey("documents.key", ondelete="SET NULL"),
        index=True,
        comment="the better copy of the same document; null for the best and for those without a twin",
    ),
    _text("twin_grade", "identical, same, near"),
    Index("ix_documents_issuer_year", "issuer", "year"),
    comment="One row a file content; copies of the same bytes are one row",
)

contents = Table(
    "contents",
    metadata,
    _document(),
    _of("json", LargeBinary, "the document's JSON, UTF-8, compressed by zlib", nullable=False),
    comment="The whole of what was read: the truth from which all other rows are made",
)

sketches = Table(
    "sketches",
    metadata,
    _document(),
    _of("data", LargeBinary, "numbers by which copies are found", nullable=False),
    comment="What is kept of each document to find its twins",
)

files = Table(
    "files",
    metadata,
    _text("place", "path or URL; `box.zip!plan.pdf` for a file in a container", primary_key=True),
    _text("sha256", "hash of its bytes; null where they could not be read", index=True),
    Column("size", BigInteger, comment="bytes, of the container where it is in one"),
    Column("changed_ns", BigInteger, comment="when it was changed last, nanoseconds since 1970"),
    Column("document", BigInteger, ForeignKey("documents.key"), index=True, comment="what it says; null if failed"),
    _text("status", "done or failed", nullable=False, index=True),
    _text("cause", "why it failed: a name of the closed set of causes"),
    _text("detail", "what was wrong in it"),
    _text("component", "step that failed"),
    _of("page", Integer, "page that failed, from 1"),
    _text("extractor", "version of the program that read it"),
    _text("ocr", "which pages it was asked to recognise"),
    _of("seconds", Float, "time it took"),
    _text("read_at", "when it was read, ISO 8601, UTC"),
    comment="Each file that was looked at, where it lies, and what became of it",
)

document_agencies = _part(
    "document_agencies",
    "Agencies of the letterhead",
    _document(),
    _text("part", "issuing (cơ quan ban hành) or governing (cơ quan chủ quản)", primary_key=True),
    _ordinal(),
    _text("raw", "as printed"),
    _text("name", "abbreviations spelt out"),
    _agency("agency", "its id, where known"),
    _of("inferred", Boolean, "read from the body or the signature"),
)

sections = _part(
    "sections",
    "The tree of sections, in the order of the text",
    _document(),
    _ordinal(),
    _of("parent", Integer, "ordinal of the section it stands in; null at the top"),
    _text("path", "labels from the top: `II/1/a`"),
    _text("label", "`II`, `1`, `Điều 2`"),
    _text("marker", "the label as printed"),
    _text("kind", "roman, arabic, article, …"),
    _of("level", Integer, "1 at the top"),
    _text("title", "words of the heading"),
    _text("role", "what it is for: `plan.purpose`"),
    _of("page", Integer, "page on which it starts, from 1"),
    _of("start_at", Integer, "first character in the text"),
    _of("end_at", Integer, "character after its last child"),
)

passages = _part(
    "passages",
    "The text cut along its sections, for search; together they are the whole text",
    _document(),
    _ordinal(),
    _of("section", Integer, "ordinal of the section it stands in; null outside all"),
    _text("path", "labels of its section from the top: `II/1/a`"),
    _text("heading", "titles of the sections above it, from the top, parted by ` › `"),
    _text("role", "role of the nearest section that has one"),
    _of("page", Integer, "page on which it starts, from 1"),
    _of("start_at", Integer, "first character in the document's text"),
    _of("end_at", Integer, "character after the last"),
    _text("text", "its words"),
)

works = Table(
    "works",
    metadata,
    _text("id", "canonical id, or `~` and what is known of it where none can be told", primary_key=True),
    _text("id_key", "the same without its book of numbers; null where the book is not known", index=True),
    Column(
        "document",
        BigInteger,
        ForeignKey("documents.key", ondelete="SET NULL"),
        index=True,
        comment="the archived document, its best copy; null for one known by citation only",
    ),
    comment="Documents as such: archived ones, and those known by citation only (placeholders)",
)

citations = _part(
    "citations",
    "Viện dẫn: each mention of another document",
    _document("document that cites"),
    _ordinal(),
    *_where(),
    _text("doc_type", "as printed"),
    _text("code", "as printed"),
    _text("code_key", "code for comparison; that of the resolved code where none is printed"),
    _text("code_day", "the same with the day of issue, where it is known"),
    _text("number", "as printed"),
    _text("symbol", "as printed"),
    _text("issued_on", "as printed, EDTF"),
    _text("issuer_name", "as printed"),
    _agency("issuer", "its id, where known"),
    _text("title", "as printed"),
    _text("pinpoint", "điểm, khoản, Điều"),
    _text("relation", "basis, implements, amends, replaces, repeals, attached, mentions"),
    _text("part", "preamble, body, table, footnote, appendix, title"),
    _text("resolved_code", "known from elsewhere"),
    _text("resolved_on", "known from elsewhere, EDTF"),
    _text("resolved_from", "mention, law-table, alias"),
    _text("target", "canonical id of the cited document"),
    _text("target_key", "the same without its book of numbers, where that is not known, to find what it may be"),
    _of("parent", Integer, "ordinal of the citation that it implements"),
    Column("work", Text, ForeignKey("works.id"), comment="the document it means"),
    _text(
        "found",
        "exact: archived under this id; probable: the only archived document that fits what is printed; ambiguous: "
        "several fit, see citation_candidates; placeholder: not archived; none: too little is printed",
    ),
    Index("ix_citations_target", "target"),
    Index("ix_citations_code_day", "code_day"),
    Index("ix_citations_target_key", "target_key"),
    Index("ix_citations_work", "work"),
)

citation_candidates = _part(
    "citation_candidates",
    "Documents that an ambiguous citation may mean",
    _document("document that cites"),
    _ordinal("citation", "ordinal of the citation"),
    Column("work", Text, ForeignKey("works.id"), primary_key=True, comment="one that it may mean"),
    ForeignKeyConstraint(["document", "citation"], ["citations.document", "citations.ordinal"], ondelete="CASCADE"),
    Index("ix_citation_candidates_work", "work"),
)

dates = _part(
    "dates",
    "Dates and periods in the text",
    _document(),
    _ordinal(),
    *_where(),
    _text("edtf", "normal form"),
    _text("day_from", "first day it may mean"),
    _text("day_to", "last day it may mean"),
    _text("kind", "issued, cited, deadline, period, event, other"),
)

signers = _part(
    "signers",
    "Người ký",
    _document(),
    _ordinal(),
    *_where(),
    _text("capacity", "lines of authority from the top (`TM. …`), parted by line feeds"),
    _text("position", "post, as printed"),
    _text("name", "name without rank and title"),
    _text("name_key", "the same for comparison, without marks"),
    _text("honorific", "rank or academic title"),
    _text("other_post", "second post printed with the name"),
    Index("ix_signers_name_key", "name_key"),
)

recipients = _part(
    "recipients",
    "Nơi nhận and Kính gửi",
    _document(),
    _text("part", "recipient (nơi nhận) or addressee (kính gửi)", primary_key=True),
    _ordinal(),
    *_where(),
    _text("name", "the body or post"),
    _text("name_key", "the same for comparison, without marks"),
    _text("purpose", "what it is sent for (`để b/c`)"),
    _agency("agency", "its id, where known"),
    Index("ix_recipients_name_key", "name_key"),
)

tasks = _part(
    "tasks",
    "Nhiệm vụ: who must do what by when",
    _document(),
    _ordinal(),
    *_where(),
    _text("section", "path of its section: `V/4`"),
    _text("mode", "assign, request, order, self"),
    _text("action", "what is to be done"),
    _text("object", "to what it is done"),
    _text("output", "product"),
    _text("deadline", "EDTF"),
    _text("deadline_from", "first day it may mean"),
    _text("deadline_to", "last day it may mean"),
    _of("measurable", Boolean, "false for an exhortation"),
    Index("ix_tasks_deadline_to", "deadline_to"),
)

task_agencies = _part(
    "task_agencies",
    "Who does a task",
    _document(),
    _ordinal("task", "ordinal of the task"),
    _text("part", "lead (chủ trì), support (phối hợp), beneficiary (tham mưu, giúp)", primary_key=True),
    _ordinal(comment="place in the list, from 0"),
    _text("name", "abbreviations spelt out"),
    _agency("agency", "its id, where known"),
    ForeignKeyConstraint(["document", "task"], ["tasks.document", "tasks.ordinal"], ondelete="CASCADE"),
)

targets = _part(
    "targets",
    "Chỉ tiêu: measurable aims",
    _document(),
    _ordinal(),
    *_where(),
    _text("section", "path of its section"),
    _text("indicator", "what is measured"),
    _text("comparator", "between, at_least, at_most, more_than, less_than, equal"),
    _of("value", Float, "value, or the least of a range"),
    _of("value_max", Float, "greatest of a range"),
    _text("unit", "unit"),
    _text("basis", "what the value is measured against"),
    _text("period", "for when"),
    _text("actor_name", "who is to reach it"),
    _agency("actor", "its id, where known"),
)

movements = _part(
    "movements",
    "Phong trào thi đua",
    _document(),
    _ordinal(),
    *_where(),
    _text("name", "its quoted name"),
    _text("launcher_name", "who launched it"),
    _agency("launcher", "its id, where known"),
    _text("period", "EDTF"),
)

tables = _part(
    "tables",
    "Bảng, biểu",
    _document(),
    _ordinal(),
    _of("page", Integer, "page on which it starts, from 1"),
    _text("caption", "title printed above it"),
    _of("columns", JSON, "names of the columns"),
    _of("rows", JSON, "rows of cell texts"),
)

evidence = _part(
    "evidence",
    "Where each field of the header was read",
    _document(),
    _text("field", "name of the field", primary_key=True),
    _text("origin", "text, signature, annotation, body, file-name"),
    _text("rule", "rule that read it"),
    _of("confidence", Float, "how sure, 0 to 1"),
    _of("page", Integer, "page, from 1"),
    _of("start_at", Integer, "first character in the text"),
    _of("end_at", Integer, "character after the last"),
)

signatures = _part(
    "signatures",
    "Digital signatures (chữ ký số) as they stand in the file",
    _document(),
    _ordinal(),
    _text("signer", "name of the certificate"),
    _text("organisation", "organisation of the certificate"),
    _text("signed_at", "ISO 8601"),
    _of("intact", Boolean, "the bytes are those that were signed"),
    _text("coverage", "file, revision, part"),
    _text("changes", "what came after signing"),
)

warnings = _part(
    "warnings",
    "What was not found or not understood",
    _document(),
    _ordinal(),
    _text("code", "stable code"),
    _text("message", "sentence for the user"),
    _of("page", Integer, "where to look, from 1"),
)

changes = Table(
    "changes",
    metadata,
    Column("seq", _COUNTER, primary_key=True, comment="counts up"),
    Column("document", BigInteger, nullable=False, comment="key of a document that was put in or changed"),
    comment="What the search index and the search for twins have still to take in",
    sqlite_autoincrement=True,
)

shards = Table(
    "shards",
    metadata,
    _text("id", "hash of what is in it and how it is read", primary_key=True),
    _of("count", Integer, "number of files"),
    _text("done_at", "ISO 8601, UTC"),
    comment="Shards that a cluster has written; written in the same transaction as what is in them",
)

meta = Table(
    "meta",
    metadata,
    _text("key", "name", primary_key=True),
    _text("value", "value"),
    comment="How far the search for twins and the index have come",
)

PARTS = (
    contents, sketches, document_agencies, sections, passages, citations, dates, signers, recipients, tasks,
    task_agencies, targets, movements, tables, evidence, signatures, warnings,
)  # fmt: skip
"""Tables that are made from one document alone, in the order in which their rows can be put in."""
