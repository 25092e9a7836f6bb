"""Tables of an archive as pandas DataFrames."""

from __future__ import annotations

import inspect
from pathlib import Path

import pytest
from filled import empty, filled, made

from models import Cause, Failure
from pipeline import frames
from pipeline.archive.store import Archive, open_archive
from pipeline.export import MissingExtra
from pipeline.export.streams import Selection
from pipeline.export.tidy import TABLES

pytest.importorskip("pandas", reason="the extra tables is not installed")

TYPES = [
    pytest.param("documents", "code", "string", id="texts"),
    pytest.param("documents", "doc_type", "category", id="words of a closed set"),
    pytest.param("documents", "issued_on", "string", id="dates that may be partly unknown"),
    pytest.param("documents", "issued_from", "datetime64[s]", id="whole days"),
    pytest.param("documents", "year", "Int64", id="whole numbers, also where some are missing"),
    pytest.param("documents", "is_draft", "boolean", id="flags"),
    pytest.param("documents", "issuers", "object", id="lists"),
    pytest.param("targets", "value", "float64", id="numbers"),
    pytest.param("files", "changed_ns", "Int64", id="nanoseconds"),
]


@pytest.fixture
def archive(tmp_path: Path) -> Archive:
    return filled(tmp_path, [made(1), made(2, issued_on="1890-02-03"), made(3, issued_on=None, doc_type=None)])


@pytest.mark.parametrize("name", TABLES)
def test_each_table_has_its_function_and_its_columns(archive: Archive, name: str) -> None:
    found = getattr(frames, name)(archive)
    assert list(found.columns) == [column.name for column in TABLES[name].columns]
    assert len(found) > 0
    assert inspect.getdoc(getattr(frames, name))


@pytest.mark.parametrize(("table", "column", "kind"), TYPES)
@pytest.mark.parametrize("piece", [1, 20_000], ids=["many pieces", "one piece"])
def test_columns_are_of_their_kind(
    archive: Archive, monkeypatch: pytest.MonkeyPatch, table: str, column: str, kind: str, piece: int
) -> None:
    monkeypatch.setattr(frames, "_PIECE", piece)
    assert str(frames.frame(archive, table)[column].dtype) == kind


@pytest.mark.parametrize("name", TABLES)
def test_an_empty_table_has_the_same_columns_and_kinds(archive: Archive, tmp_path: Path, name: str) -> None:
    nothing, something = frames.frame(empty(tmp_path / "empty"), name), frames.frame(archive, name)
    assert len(nothing) == 0
    categories = [column.name for column in TABLES[name].columns if column.kind == "choice"]
    assert nothing.drop(columns=categories).dtypes.equals(something.drop(columns=categories).dtypes)


def test_days_are_days_and_lists_are_lists(archive: Archive) -> None:
    plans, tasks = frames.documents(archive), frames.tasks(archive)
    assert [day.isoformat()[:10] if day == day else None for day in plans.issued_from] == [
        "1890-02-03", "2026-01-31", None,
    ]  # fmt: skip
    assert tasks.lead.tolist() == [["Phòng Thi đua - Khen thưởng"]] * 3
    assert tasks.lead_ids.tolist() == [[None]] * 3


def test_tables_are_joined_by_the_hash(archive: Archive) -> None:
    joined = frames.citations(archive).merge(
        frames.documents(archive), left_on="document_sha256", right_on="sha256", suffixes=("", "_of")
    )
    assert len(joined) == 12
    assert (joined.document_id == joined.id).all()


def test_a_selection_is_heeded(archive: Archive) -> None:
    assert frames.sections(archive, Selection(years=(2026, 2026))).document_year.unique().tolist() == [2026]


def test_an_archive_may_be_named_by_its_folder(tmp_path: Path) -> None:
    open_archive(str(tmp_path / "named"), create=True).close()
    assert len(frames.documents(tmp_path / "named")) == len(frames.documents(str(tmp_path / "named"))) == 0


def test_a_place_without_an_archive_is_a_failure(tmp_path: Path) -> None:
    with pytest.raises(Failure) as raised:
        frames.documents(tmp_path / "nothing")
    assert raised.value.cause is Cause.NO_ARCHIVE


def test_without_pandas_it_is_told_what_to_install(archive: Archive, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(frames, "find_spec", lambda name: None)
    with pytest.raises(MissingExtra) as raised:
        frames.documents(archive)
    assert raised.value.extra == "tables"
