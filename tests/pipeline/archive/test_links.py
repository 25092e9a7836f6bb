"""Citations in the archive: which document each means, in whatever order documents come."""

from __future__ import annotations

from itertools import permutations
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from made_documents import ISSUER, cites, made, rows_of
from sqlalchemy import select

from models import Document
from pipeline.archive.links import resolve_all
from pipeline.archive.putting import put, put_new
from pipeline.archive.rows import key_of
from pipeline.archive.schema import citation_candidates, citations, documents, works
from pipeline.archive.store import Archive, open_archive, reading, writing

PLAN = f"{ISSUER}/ke-hoach"


def filled(archive: Archive, *order: Document) -> None:
    for document in order:
        with writing(archive) as connection:
            put(connection, rows_of(document))


def state(archive: Archive) -> dict[str, Any]:
    """All that resolution decides."""
    c = citations.c
    with reading(archive) as connection:
        told = select(documents.c.name, c.ordinal, c.work, c.found).join(documents, documents.c.key == c.document)
        return {
            "citations": sorted(map(tuple, connection.execute(told))),
            "candidates": sorted(map(tuple, connection.execute(select(citation_candidates)))),
            "works": sorted(map(repr, connection.execute(select(works.c.id, works.c.id_key, works.c.document)))),
        }


def found(archive: Archive, name: str) -> list[tuple[str | None, str]]:
    return [(work, how) for file, _, work, how in state(archive)["citations"] if file == name]


KNOWN = cites("Kế hoạch số 5/KH-UBND ngày 06/5/2024", code="5/KH-UBND", target=f"{PLAN}/2024/5")
OPEN = cites("Kế hoạch số 5/KH-UBND", code="5/KH-UBND", target=f"{PLAN}/unknown~2023~2024/5")
EARLIER = cites("Kế hoạch số 5/KH-UBND", code="5/KH-UBND", target_candidates=(f"{PLAN}/2023/5", f"{PLAN}/2024/5"))
DATED = cites("Kế hoạch số 5/KH-UBND ngày 06/5/2024", code="5/KH-UBND", doc_type="kế hoạch", issued_on="2024-05-06")
BARE = cites("Kế hoạch số 5/KH-UBND", code="5/KH-UBND")
PART = cites("Phụ lục kèm theo Kế hoạch số 5/KH-UBND", code="5/KH-UBND", target=f"{PLAN}/2024/5/!phu-luc")
NAMED = cites("Luật Thi đua, khen thưởng")

SHORT = cites("Thông tư số 7", code="7", doc_type="thông tư")
CITING = key_of(made("900", 2024).source.sha256)

CASES = [
    pytest.param([KNOWN], [made("5")], (f"{PLAN}/2024/5", "exact"), id="its id is archived"),
    pytest.param([KNOWN], [], (f"{PLAN}/2024/5", "placeholder"), id="not archived"),
    pytest.param([KNOWN], [made("5", 2023)], (f"{PLAN}/2024/5", "placeholder"), id="another year is another document"),
    pytest.param([PART], [made("5")], (f"{PLAN}/2024/5", "exact"), id="an attachment is in the document"),
    pytest.param([OPEN], [made("5", 2023)], (f"{PLAN}/2023/5", "probable"), id="of two years only one is there"),
    pytest.param([EARLIER], [made("5", 2023)], (f"{PLAN}/2023/5", "probable"), id="candidates instead of a target"),
    pytest.param(
        [OPEN], [made("5", 2023), made("5")], (f"{PLAN}/unknown~2023~2024/5", "ambiguous"), id="both years are there"
    ),
    pytest.param(
        [OPEN, KNOWN], [], (f"{PLAN}/2024/5", "probable"), id="one known by citation only is a candidate as well"
    ),
    pytest.param([OPEN], [], (f"{PLAN}/unknown~2023~2024/5", "placeholder"), id="none of the years is there"),
    pytest.param([DATED], [made("5")], (f"{PLAN}/2024/5", "probable"), id="no id, but code, type and day"),
    pytest.param(
        [BARE],
        [made("5")],
        (f"~5-kh-ubnd@{CITING:x}", "placeholder"),
        id="a code alone may be of any province and year",
    ),
    pytest.param([SHORT], [], (f"~thong-tu-7@{CITING:x}", "placeholder"), id="a number alone is one of its type"),
    pytest.param([NAMED], [], ("~luat-thi-dua-khen-thuong", "placeholder"), id="a name alone"),
]


@pytest.mark.parametrize(("citing", "others", "expected"), CASES)
def test_what_a_citation_means(archive: Archive, citing: Any, others: Any, expected: Any) -> None:
    filled(archive, made("900", 2024, *citing, day="2024-12-01"), *others)
    assert found(archive, "900.txt")[0] == expected


def test_a_later_document_is_not_meant(archive: Archive) -> None:
    filled(archive, made("900", 2023, OPEN, day="2023-12-01"), made("5", 2023), made("5", 2024))
    assert found(archive, "900.txt") == [(f"{PLAN}/2023/5", "probable")]


def test_candidates_are_kept(archive: Archive) -> None:
    filled(archive, made("900", 2024, OPEN, day="2024-12-01"), made("5", 2023), made("5"))
    assert [work for *_, work in state(archive)["candidates"]] == [f"{PLAN}/2023/5", f"{PLAN}/2024/5"]


def test_a_work_leads_to_its_document(archive: Archive) -> None:
    filled(archive, made("900", 2024, KNOWN, NAMED), made("5"))
    with reading(archive) as connection:
        led = dict(connection.execute(select(works.c.id, works.c.document)).all())
    assert led[f"{PLAN}/2024/5"] is not None
    assert led["~luat-thi-dua-khen-thuong"] is None


def test_what_is_read_again_leaves_nothing_of_what_it_was(archive: Archive) -> None:
    filled(archive, made("900", 2024, OPEN, KNOWN, NAMED), made("901", 2024, OPEN))
    filled(archive, made("900", 2024))
    assert {row.split("'")[1] for row in state(archive)["works"]} == {
        f"{PLAN}/2024/900",
        f"{PLAN}/2024/901",
        f"{PLAN}/unknown~2023~2024/5",
    }


ORDERED = (made("900", 2024, OPEN, KNOWN, DATED, day="2024-12-01"), made("5", 2023), made("5"), made("901", 2024, OPEN))


@pytest.mark.parametrize("order", list(permutations(range(4)))[::3], ids=str)
def test_any_order_gives_the_same(tmp_path: Any, order: tuple[int, ...]) -> None:
    one, other = open_archive(str(tmp_path / "a"), create=True), open_archive(str(tmp_path / "b"), create=True)
    filled(one, *ORDERED)
    filled(other, *(ORDERED[place] for place in order))
    assert state(one) == state(other)


MENTIONS = st.lists(st.sampled_from([KNOWN, OPEN, EARLIER, DATED, BARE, PART, NAMED]), max_size=3)
DOCUMENTS = st.lists(
    st.builds(
        lambda number, year, mentions, copy: made(number, year, *mentions, copy=copy),
        st.sampled_from(["5", "6", "900", None]),
        st.sampled_from([2023, 2024]),
        MENTIONS,
        st.sampled_from(["", " bản sao"]),
    ),
    max_size=6,
)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(first=DOCUMENTS)
def test_step_by_step_is_as_all_at_once(tmp_path_factory: Any, first: list[Document]) -> None:
    archive = open_archive(str(tmp_path_factory.mktemp("a")), create=True)
    filled(archive, *first)
    step_by_step = state(archive)
    with writing(archive) as connection:
        resolve_all(connection)
    assert state(archive) == step_by_step
    archive.close()


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(first=DOCUMENTS, then=DOCUMENTS)
def test_lots_are_as_one_by_one(tmp_path_factory: Any, first: list[Document], then: list[Document]) -> None:
    lots = [{document.source.sha256: document for document in lot} for lot in (first, then)]
    lots[1] = {sha256: document for sha256, document in lots[1].items() if sha256 not in lots[0]}
    one, other = (open_archive(str(tmp_path_factory.mktemp("a")), create=True) for _ in range(2))
    for lot in lots:
        filled(one, *lot.values())
        with writing(other) as connection:
            put_new(connection, list(map(rows_of, lot.values())))
    assert state(one) == state(other)
    one.close()
    other.close()
