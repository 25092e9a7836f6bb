"""One document of the archive, by what a user calls it."""

from __future__ import annotations

import pytest
from made_documents import ISSUER, cites, made, rows_of

from models import Cause, Document, Failure
from pipeline.archive.asked import find
from pipeline.archive.putting import put
from pipeline.archive.rows import key_of
from pipeline.archive.store import Archive, writing

FIVE, SIX, OLD = made("5"), made("6", 2024, cites("Kế hoạch số 7/KH-UBND")), made("6", 2023)


@pytest.fixture
def three(archive: Archive) -> Archive:
    for document in (FIVE, SIX, OLD):
        with writing(archive) as connection:
            put(connection, rows_of(document))
    return archive


NAMES = [
    pytest.param(f"{ISSUER}/ke-hoach/2024/5", FIVE, id="canonical id"),
    pytest.param(str(key_of(SIX.source.sha256)), SIX, id="key"),
    pytest.param(SIX.source.sha256, SIX, id="hash"),
    pytest.param(SIX.source.sha256[:9], SIX, id="beginning of the hash"),
    pytest.param(f"sha256/{SIX.source.sha256[:16]}", SIX, id="id of one without a number"),
    pytest.param("05/kh-ubnd", FIVE, id="code in another spelling"),
    pytest.param("5.txt", FIVE, id="name of the file"),
]


@pytest.mark.parametrize(("name", "expected"), NAMES)
def test_a_document_is_found(three: Archive, name: str, expected: Document) -> None:
    assert find(three, name) == key_of(expected.source.sha256)


@pytest.mark.parametrize("name", ["6/KH-UBND", "7/KH-UBND", "", "nothing", "%", "9" * 30])
def test_none_or_several_are_refused(three: Archive, name: str) -> None:
    with pytest.raises(Failure) as refused:
        find(three, name)
    assert refused.value.cause is Cause.NO_DOCUMENT


def test_those_that_fit_are_named(three: Archive) -> None:
    with pytest.raises(Failure, match=r"2023/6; .*2024/6"):
        find(three, "6/KH-UBND")
