"""The store: opening, versions, views, what is documented."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from made_documents import ISSUER, cites, made, rows_of
from sqlalchemy import inspect, select, text

from models import Cause, Failure
from pipeline.archive.fingerprint import fingerprint
from pipeline.archive.migrations.upgrade import known
from pipeline.archive.putting import put
from pipeline.archive.schema import PARTS, documents, metadata
from pipeline.archive.store import HEAD, Archive, open_archive, reading, writing
from pipeline.archive.views import VIEWS

ROOT = Path(__file__).parents[3]


def test_migrations_make_the_tables_of_the_schema(archive: Archive) -> None:
    with reading(archive) as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        assert compare_metadata(context, metadata) == []
    assert max(known()) == HEAD


def test_opening_again_changes_nothing(archive: Archive, place: str) -> None:
    before = fingerprint(archive)
    again = open_archive(place)
    assert fingerprint(again) == before
    again.close()


def test_a_document_is_taken_out_with_all_that_belongs_to_it(archive: Archive) -> None:
    with writing(archive) as connection:
        key = put(connection, rows_of(made("1", 2024, cites("Luật Thi đua"))))
        connection.execute(documents.delete().where(documents.c.key == key))
        left = {table.name for table in PARTS if connection.execute(select(table)).first()}
    assert left == set()


def test_views_answer_without_a_join(archive: Archive) -> None:
    cited = cites("Kế hoạch số 5/KH-UBND", target=f"{ISSUER}/ke-hoach/2024/5", relation="implements")
    with writing(archive) as connection:
        for document in (made("5"), made("6", 2024, cited)):
            put(connection, rows_of(document))
    with reading(archive) as connection:
        answers = {name: connection.execute(text(f"SELECT * FROM {name}")).mappings().all() for name in VIEWS}
    assert {row["code"] for row in answers["documents_view"]} == {"5/KH-UBND", "6/KH-UBND"}
    (citation,) = answers["citations_view"]
    assert (citation["code"], citation["relation"], citation["cited_title"]) == (
        "6/KH-UBND",
        "implements",
        "Kế hoạch số 5 năm 2024",
    )
    assert {row["id"]: row["cited"] for row in answers["works_view"]}[f"{ISSUER}/ke-hoach/2024/5"] == 1


def test_lists_in_views_keep_their_order(archive: Archive) -> None:
    import corpus
    from parsers import parse

    document = parse(corpus.documents() / "phat_dong_giao_thong.pdf")
    with writing(archive) as connection:
        put(connection, rows_of(document))
    with reading(archive) as connection:
        (row,) = connection.execute(text("SELECT signers, recipients, tasks FROM documents_view")).mappings()
        leads = connection.execute(text("SELECT leads FROM tasks_view ORDER BY ordinal")).scalars().all()
    assert row["signers"] == "; ".join(signer.name for signer in document.signers)
    assert row["recipients"] == "; ".join(each.name for each in document.recipients)
    assert row["tasks"] == len(document.tasks)
    assert leads == ["; ".join(agency.name for agency in task.lead) or None for task in document.tasks]


@pytest.mark.parametrize(
    ("make", "cause"),
    [
        pytest.param(lambda path: None, Cause.NO_ARCHIVE, id="nothing there"),
        pytest.param(lambda path: path.mkdir(), Cause.NO_ARCHIVE, id="an empty folder"),
        pytest.param(lambda path: _other(path), Cause.NOT_ARCHIVE, id="something else"),
        pytest.param(lambda path: _newer(path), Cause.NOT_ARCHIVE, id="of a newer version"),
        pytest.param(lambda path: path.write_text("a file"), Cause.NO_ARCHIVE, id="a file in the place of the folder"),
    ],
)  # fmt: skip
def test_what_is_no_archive_is_refused(tmp_path: Path, make: object, cause: Cause) -> None:
    make(tmp_path / "a")  # type: ignore[operator]
    with pytest.raises(Failure) as refused:
        open_archive(str(tmp_path / "a"))
    assert refused.value.cause is cause


def _other(path: Path) -> None:
    path.mkdir()
    (path / "archive.db").write_bytes(b"no database" * 99)


def _newer(path: Path) -> None:
    open_archive(str(path), create=True).close()
    with sqlite3.connect(path / "archive.db") as connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")


def test_a_server_that_is_not_there_is_told_without_the_password() -> None:
    with pytest.raises(Failure) as refused:
        open_archive("postgresql://user:secret@localhost:1/none")
    assert refused.value.cause is Cause.UNREACHABLE
    assert "secret" not in str(refused.value)


def test_both_databases_hold_the_same(database: str, tmp_path: Path) -> None:
    one, other = open_archive(database, create=True), open_archive(str(tmp_path / "a"), create=True)
    cited = cites("Kế hoạch số 5/KH-UBND", target=f"{ISSUER}/ke-hoach/2024/5")
    for archive in (one, other):
        with writing(archive) as connection:
            for document in (made("5"), made("6", 2024, cited), made(None)):
                put(connection, rows_of(document))
    assert fingerprint(one) == fingerprint(other)
    one.close()
    other.close()


@pytest.mark.parametrize("name", [*metadata.tables, *VIEWS])
def test_every_table_is_documented(name: str) -> None:
    assert f"### {name}\n" in (ROOT / "docs" / "archive.md").read_text("utf-8")


def test_the_documentation_is_that_of_the_schema() -> None:
    from pipeline.archive.documentation import page

    assert (ROOT / "docs" / "archive.md").read_text("utf-8") == page()


def test_every_column_has_a_comment(archive: Archive) -> None:
    assert [str(column) for table in metadata.tables.values() for column in table.columns if not column.comment] == []
    if archive.dialect == "postgresql":
        comments = inspect(archive.engine).get_columns("documents")
        assert [column["name"] for column in comments if not column["comment"]] == []
