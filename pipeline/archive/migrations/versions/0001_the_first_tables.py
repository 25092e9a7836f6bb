"""The first tables."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the tables."""
    op.create_table(
        "agencies",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=True),
        sa.Column("kind", sa.Text(), nullable=True),
        sa.Column("level", sa.Text(), nullable=True),
        sa.Column("province", sa.Text(), nullable=True),
        sa.Column("line", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_agencies")),
    )
    op.create_index(op.f("ix_agencies_line"), "agencies", ["line"], unique=False)
    op.create_table(
        "changes",
        sa.Column("seq", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("document", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("seq", name=op.f("pk_changes")),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "meta",
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("value", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("key", name=op.f("pk_meta")),
    )
    op.create_table(
        "shards",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("count", sa.Integer(), nullable=True),
        sa.Column("done_at", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_shards")),
    )
    op.create_table(
        "documents",
        sa.Column("key", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("id_key", sa.Text(), nullable=True),
        sa.Column("sha256", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=True),
        sa.Column("media_type", sa.Text(), nullable=True),
        sa.Column("pages", sa.Integer(), nullable=True),
        sa.Column("text_origin", sa.Text(), nullable=True),
        sa.Column("ocr_confidence", sa.Float(), nullable=True),
        sa.Column("reader", sa.Text(), nullable=True),
        sa.Column("extractor", sa.Text(), nullable=True),
        sa.Column("ocr", sa.Text(), nullable=True),
        sa.Column("schema_version", sa.Text(), nullable=True),
        sa.Column("number", sa.Text(), nullable=True),
        sa.Column("symbol", sa.Text(), nullable=True),
        sa.Column("code", sa.Text(), nullable=True),
        sa.Column("code_key", sa.Text(), nullable=True),
        sa.Column("code_day", sa.Text(), nullable=True),
        sa.Column("place", sa.Text(), nullable=True),
        sa.Column("issued_on", sa.Text(), nullable=True),
        sa.Column("issued_from", sa.Text(), nullable=True),
        sa.Column("issued_to", sa.Text(), nullable=True),
        sa.Column("year", sa.Integer(), nullable=True),
        sa.Column("doc_type", sa.Text(), nullable=True),
        sa.Column("doc_type_key", sa.Text(), nullable=True),
        sa.Column("title", sa.Text(), nullable=True),
        sa.Column("theme", sa.Text(), nullable=True),
        sa.Column("urgency", sa.Text(), nullable=True),
        sa.Column("secrecy", sa.Text(), nullable=True),
        sa.Column("is_draft", sa.Boolean(), nullable=True),
        sa.Column("issuer", sa.Text(), nullable=True),
        sa.Column("issuer_name", sa.Text(), nullable=True),
        sa.Column("governing", sa.Text(), nullable=True),
        sa.Column("governing_name", sa.Text(), nullable=True),
        sa.Column("characters", sa.Integer(), nullable=True),
        sa.Column("twin_of", sa.BigInteger(), nullable=True),
        sa.Column("twin_grade", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(["governing"], ["agencies.id"], name=op.f("fk_documents_governing")),
        sa.ForeignKeyConstraint(["issuer"], ["agencies.id"], name=op.f("fk_documents_issuer")),
        sa.ForeignKeyConstraint(["twin_of"], ["documents.key"], name=op.f("fk_documents_twin_of"), ondelete="SET NULL"),
        sa.PrimaryKeyConstraint("key", name=op.f("pk_documents")),
        sa.UniqueConstraint("sha256", name=op.f("uq_documents_sha256")),
    )
    op.create_index(op.f("ix_documents_code_day"), "documents", ["code_day"], unique=False)
    op.create_index(op.f("ix_documents_code_key"), "documents", ["code_key"], unique=False)
    op.create_index(op.f("ix_documents_doc_type_key"), "documents", ["doc_type_key"], unique=False)
    op.create_index(op.f("ix_documents_id"), "documents", ["id"], unique=False)
    op.create_index(op.f("ix_documents_id_key"), "documents", ["id_key"], unique=False)
    op.create_index(op.f("ix_documents_issued_from"), "documents", ["issued_from"], unique=False)
    op.create_index("ix_documents_issuer_year", "documents", ["issuer", "year"], unique=False)
    op.create_index(op.f("ix_documents_twin_of"), "documents", ["twin_of"], unique=False)
    op.create_index(op.f("ix_documents_year"), "documents", ["year"], unique=False)
    op.create_table(
        "contents",
        sa.Column("document", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("json", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(["document"], ["documents.key"], name=op.f("fk_contents_document"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("document", name=op.f("pk_contents")),
    )
    op.create_table(
        "dates",
        sa.Column("document", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("ordinal", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("raw", sa.Text(), nullable=True),
        sa.Column("page", sa.Integer(), nullable=True),
        sa.Column("start_at", sa.Integer(), nullable=True),
        sa.Column("end_at", sa.Integer(), nullable=True),
        sa.Column("confidence", sa.Float(), nullable=True),
        sa.Column("edtf", sa.Text(), nullable=True),
        sa.Column("day_from", sa.Text(), nullable=True),
        sa.Column("day_to", sa.Text(), nullable=True),
        sa.Column("kind", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(["document"], ["documents.key"], name=op.f("fk_dates_document"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("document", "ordinal", name=op.f("pk_dates")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "document_agencies",
        sa.Column("document", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("part", sa.Text(), nullable=False),
        sa.Column("ordinal", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("raw", sa.Text(), nullable=True),
        sa.Column("name", sa.Text(), nullable=True),
        sa.Column("agency", sa.Text(), nullable=True),
        sa.Column("inferred", sa.Boolean(), nullable=True),
        sa.ForeignKeyConstraint(["agency"], ["agencies.id"], name=op.f("fk_document_agencies_agency")),
        sa.ForeignKeyConstraint(
            ["document"], ["documents.key"], name=op.f("fk_document_agencies_document"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("document", "part", "ordinal", name=op.f("pk_document_agencies")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "evidence",
        sa.Column("document", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("field", sa.Text(), nullable=False),
        sa.Column("origin", sa.Text(), nullable=True),
        sa.Column("rule", sa.Text(), nullable=True),
        sa.Column("confidence", sa.Float(), nullable=True),
        sa.Column("page", sa.Integer(), nullable=True),
        sa.Column("start_at", sa.Integer(), nullable=True),
        sa.Column("end_at", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(["document"], ["documents.key"], name=op.f("fk_evidence_document"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("document", "field", name=op.f("pk_evidence")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "files",
        sa.Column("place", sa.Text(), nullable=False),
        sa.Column("sha256", sa.Text(), nullable=True),
        sa.Column("size", sa.BigInteger(), nullable=True),
        sa.Column("changed_ns", sa.BigInteger(), nullable=True),
        sa.Column("document", sa.BigInteger(), nullable=True),
        sa.Column("status", sa.Text(), nullable=False),
        sa.Column("cause", sa.Text(), nullable=True),
        sa.Column("detail", sa.Text(), nullable=True),
        sa.Column("component", sa.Text(), nullable=True),
        sa.Column("page", sa.Integer(), nullable=True),
        sa.Column("extractor", sa.Text(), nullable=True),
        sa.Column("ocr", sa.Text(), nullable=True),
        sa.Column("seconds", sa.Float(), nullable=True),
        sa.Column("read_at", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(["document"], ["documents.key"], name=op.f("fk_files_document")),
        sa.PrimaryKeyConstraint("place", name=op.f("pk_files")),
    )
    op.create_index(op.f("ix_files_document"), "files", ["document"], unique=False)
    op.create_index(op.f("ix_files_sha256"), "files", ["sha256"], unique=False)
    op.create_index(op.f("ix_files_status"), "files", ["status"], unique=False)
    op.create_table(
        "movements",
        sa.Column("document", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("ordinal", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("raw", sa.Text(), nullable=True),
        sa.Column("page", sa.Integer(), nullable=True),
        sa.Column("start_at", sa.Integer(), nullable=True),
        sa.Column("end_at", sa.Integer(), nullable=True),
        sa.Column("confidence", sa.Float(), nullable=True),
        sa.Column("name", sa.Text(), nullable=True),
        sa.Column("launcher_name", sa.Text(), nullable=True),
        sa.Column("launcher", sa.Text(), nullable=True),
        sa.Column("period", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(
            ["document"], ["documents.key"], name=op.f("fk_movements_document"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(["launcher"], ["agencies.id"], name=op.f("fk_movements_launcher")),
        sa.PrimaryKeyConstraint("document", "ordinal", name=op.f("pk_movements")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "passages",
        sa.Column("document", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("ordinal", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("section", sa.Integer(), nullable=True),
        sa.Column("path", sa.Text(), nullable=True),
        sa.Column("heading", sa.Text(), nullable=True),
        sa.Column("role", sa.Text(), nullable=True),
        sa.Column("page", sa.Integer(), nullable=True),
        sa.Column("start_at", sa.Integer(), nullable=True),
        sa.Column("end_at", sa.Integer(), nullable=True),
        sa.Column("text", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(["document"], ["documents.key"], name=op.f("fk_passages_document"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("document", "ordinal", name=op.f("pk_passages")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "recipients",
        sa.Column("document", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("part", sa.Text(), nullable=False),
        sa.Column("ordinal", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("raw", sa.Text(), nullable=True),
        sa.Column("page", sa.Integer(), nullable=True),
        sa.Column("start_at", sa.Integer(), nullable=True),
        sa.Column("end_at", sa.Integer(), nullable=True),
        sa.Column("confidence", sa.Float(), nullable=True),
        sa.Column("name", sa.Text(), nullable=True),
        sa.Column("name_key", sa.Text(), nullable=True),
        sa.Column("purpose", sa.Text(), nullable=True),
        sa.Column("agency", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(["agency"], ["agencies.id"], name=op.f("fk_recipients_agency")),
        sa.ForeignKeyConstraint(
            ["document"], ["documents.key"], name=op.f("fk_recipients_document"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("document", "part", "ordinal", name=op.f("pk_recipients")),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_recipients_name_key", "recipients", ["name_key"], unique=False)
    op.create_table(
        "sections",
        sa.Column("document", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("ordinal", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("parent", sa.Integer(), nullable=True),
        sa.Column("path", sa.Text(), nullable=True),
        sa.Column("label", sa.Text(), nullable=True),
        sa.Column("marker", sa.Text(), nullable=True),
        sa.Column("kind", sa.Text(), nullable=True),
        sa.Column("level", sa.Integer(), nullable=True),
        sa.Column("title", sa.Text(), nullable=True),
        sa.Column("role", sa.Text(), nullable=True),
        sa.Column("page", sa.Integer(), nullable=True),
        sa.Column("start_at", sa.Integer(), nullable=True),
        sa.Column("end_at", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(["document"], ["documents.key"], name=op.f("fk_sections_document"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("document", "ordinal", name=op.f("pk_sections")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "signatures",
        sa.Column("document", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("ordinal", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("signer", sa.Text(), nullable=True),
        sa.Column("organisation", sa.Text(), nullable=True),
        sa.Column("signed_at", sa.Text(), nullable=True),
        sa.Column("intact", sa.Boolean(), nullable=True),
        sa.Column("coverage", sa.Text(), nullable=True),
        sa.Column("changes", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(
            ["document"], ["documents.key"], name=op.f("fk_signatures_document"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("document", "ordinal", name=op.f("pk_signatures")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "signers",
        sa.Column("document", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("ordinal", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("raw", sa.Text(), nullable=True),
        sa.Column("page", sa.Integer(), nullable=True),
        sa.Column("start_at", sa.Integer(), nullable=True),
        sa.Column("end_at", sa.Integer(), nullable=True),
        sa.Column("confidence", sa.Float(), nullable=True),
        sa.Column("capacity", sa.Text(), nullable=True),
        sa.Column("position", sa.Text(), nullable=True),
        sa.Column("name", sa.Text(), nullable=True),
        sa.Column("name_key", sa.Text(), nullable=True),
        sa.Column("honorific", sa.Text(), nullable=True),
        sa.Column("other_post", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(["document"], ["documents.key"], name=op.f("fk_signers_document"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("document", "ordinal", name=op.f("pk_signers")),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_signers_name_key", "signers", ["name_key"], unique=False)
    op.create_table(
        "sketches",
        sa.Column("document", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("data", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(["document"], ["documents.key"], name=op.f("fk_sketches_document"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("document", name=op.f("pk_sketches")),
    )
    op.create_table(
        "tables",
        sa.Column("document", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("ordinal", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("page", sa.Integer(), nullable=True),
        sa.Column("caption", sa.Text(), nullable=True),
        sa.Column("columns", sa.JSON(), nullable=True),
        sa.Column("rows", sa.JSON(), nullable=True),
        sa.ForeignKeyConstraint(["document"], ["documents.key"], name=op.f("fk_tables_document"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("document", "ordinal", name=op.f("pk_tables")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "targets",
        sa.Column("document", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("ordinal", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("raw", sa.Text(), nullable=True),
        sa.Column("page", sa.Integer(), nullable=True),
        sa.Column("start_at", sa.Integer(), nullable=True),
        sa.Column("end_at", sa.Integer(), nullable=True),
        sa.Column("confidence", sa.Float(), nullable=True),
        sa.Column("section", sa.Text(), nullable=True),
        sa.Column("indicator", sa.Text(), nullable=True),
        sa.Column("comparator", sa.Text(), nullable=True),
        sa.Column("value", sa.Float(), nullable=True),
        sa.Column("value_max", sa.Float(), nullable=True),
        sa.Column("unit", sa.Text(), nullable=True),
        sa.Column("basis", sa.Text(), nullable=True),
        sa.Column("period", sa.Text(), nullable=True),
        sa.Column("actor_name", sa.Text(), nullable=True),
        sa.Column("actor", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(["actor"], ["agencies.id"], name=op.f("fk_targets_actor")),
        sa.ForeignKeyConstraint(["document"], ["documents.key"], name=op.f("fk_targets_document"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("document", "ordinal", name=op.f("pk_targets")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "tasks",
        sa.Column("document", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("ordinal", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("raw", sa.Text(), nullable=True),
        sa.Column("page", sa.Integer(), nullable=True),
        sa.Column("start_at", sa.Integer(), nullable=True),
        sa.Column("end_at", sa.Integer(), nullable=True),
        sa.Column("confidence", sa.Float(), nullable=True),
        sa.Column("section", sa.Text(), nullable=True),
        sa.Column("mode", sa.Text(), nullable=True),
        sa.Column("action", sa.Text(), nullable=True),
        sa.Column("object", sa.Text(), nullable=True),
        sa.Column("output", sa.Text(), nullable=True),
        sa.Column("deadline", sa.Text(), nullable=True),
        sa.Column("deadline_from", sa.Text(), nullable=True),
        sa.Column("deadline_to", sa.Text(), nullable=True),
        sa.Column("measurable", sa.Boolean(), nullable=True),
        sa.ForeignKeyConstraint(["document"], ["documents.key"], name=op.f("fk_tasks_document"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("document", "ordinal", name=op.f("pk_tasks")),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_tasks_deadline_to", "tasks", ["deadline_to"], unique=False)
    op.create_table(
        "warnings",
        sa.Column("document", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("ordinal", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("code", sa.Text(), nullable=True),
        sa.Column("message", sa.Text(), nullable=True),
        sa.Column("page", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(["document"], ["documents.key"], name=op.f("fk_warnings_document"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("document", "ordinal", name=op.f("pk_warnings")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "works",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("id_key", sa.Text(), nullable=True),
        sa.Column("document", sa.BigInteger(), nullable=True),
        sa.ForeignKeyConstraint(["document"], ["documents.key"], name=op.f("fk_works_document"), ondelete="SET NULL"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_works")),
    )
    op.create_index(op.f("ix_works_document"), "works", ["document"], unique=False)
    op.create_index(op.f("ix_works_id_key"), "works", ["id_key"], unique=False)
    op.create_table(
        "citations",
        sa.Column("document", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("ordinal", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("raw", sa.Text(), nullable=True),
        sa.Column("page", sa.Integer(), nullable=True),
        sa.Column("start_at", sa.Integer(), nullable=True),
        sa.Column("end_at", sa.Integer(), nullable=True),
        sa.Column("confidence", sa.Float(), nullable=True),
        sa.Column("doc_type", sa.Text(), nullable=True),
        sa.Column("code", sa.Text(), nullable=True),
        sa.Column("code_key", sa.Text(), nullable=True),
        sa.Column("code_day", sa.Text(), nullable=True),
        sa.Column("number", sa.Text(), nullable=True),
        sa.Column("symbol", sa.Text(), nullable=True),
        sa.Column("issued_on", sa.Text(), nullable=True),
        sa.Column("issuer_name", sa.Text(), nullable=True),
        sa.Column("issuer", sa.Text(), nullable=True),
        sa.Column("title", sa.Text(), nullable=True),
        sa.Column("pinpoint", sa.Text(), nullable=True),
        sa.Column("relation", sa.Text(), nullable=True),
        sa.Column("part", sa.Text(), nullable=True),
        sa.Column("resolved_code", sa.Text(), nullable=True),
        sa.Column("resolved_on", sa.Text(), nullable=True),
        sa.Column("resolved_from", sa.Text(), nullable=True),
        sa.Column("target", sa.Text(), nullable=True),
        sa.Column("target_key", sa.Text(), nullable=True),
        sa.Column("parent", sa.Integer(), nullable=True),
        sa.Column("work", sa.Text(), nullable=True),
        sa.Column("found", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(
            ["document"], ["documents.key"], name=op.f("fk_citations_document"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(["issuer"], ["agencies.id"], name=op.f("fk_citations_issuer")),
        sa.ForeignKeyConstraint(["work"], ["works.id"], name=op.f("fk_citations_work")),
        sa.PrimaryKeyConstraint("document", "ordinal", name=op.f("pk_citations")),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_citations_code_day", "citations", ["code_day"], unique=False)
    op.create_index("ix_citations_target", "citations", ["target"], unique=False)
    op.create_index("ix_citations_target_key", "citations", ["target_key"], unique=False)
    op.create_index("ix_citations_work", "citations", ["work"], unique=False)
    op.create_table(
        "task_agencies",
        sa.Column("document", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("task", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("part", sa.Text(), nullable=False),
        sa.Column("ordinal", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("name", sa.Text(), nullable=True),
        sa.Column("agency", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(["agency"], ["agencies.id"], name=op.f("fk_task_agencies_agency")),
        sa.ForeignKeyConstraint(
            ["document", "task"],
            ["tasks.document", "tasks.ordinal"],
            name=op.f("fk_task_agencies_document_task"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["document"], ["documents.key"], name=op.f("fk_task_agencies_document"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("document", "task", "part", "ordinal", name=op.f("pk_task_agencies")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "citation_candidates",
        sa.Column("document", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("citation", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("work", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["document", "citation"],
            ["citations.document", "citations.ordinal"],
            name=op.f("fk_citation_candidates_document_citation"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["document"], ["documents.key"], name=op.f("fk_citation_candidates_document"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(["work"], ["works.id"], name=op.f("fk_citation_candidates_work")),
        sa.PrimaryKeyConstraint("document", "citation", "work", name=op.f("pk_citation_candidates")),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_citation_candidates_work", "citation_candidates", ["work"], unique=False)
