"""The identity of a document: one key, printed as a path and as an IRI, read back from both."""

from __future__ import annotations

import pytest
from pydantic import ValidationError

from models.document_id import DocumentId, from_iri, from_path

STC = "vn/lang-son/so-tai-chinh"
IDS = [
    pytest.param(
        DocumentId(issuer=STC, doc_type="ke-hoach", cycle="2024", number="12"),
        "vn/lang-son/so-tai-chinh/ke-hoach/2024/12",
        "/akn/vn/doc/ke-hoach/so-tai-chinh.lang-son/2024/12",
        id="an administrative document counts by year",
    ),
    pytest.param(
        DocumentId(issuer="vn/chinh-phu", doc_type="nghi-dinh", cycle="qppl-2020", number="30"),
        "vn/chinh-phu/nghi-dinh/qppl-2020/30",
        "/akn/vn/act/nghi-dinh/chinh-phu/2020/30;qppl-2020",
        id="a normative document has a book of its own",
    ),
    pytest.param(
        DocumentId(issuer="vn/chinh-phu", doc_type="nghi-quyet", cycle="qppl-2025", number="66.7"),
        "vn/chinh-phu/nghi-quyet/qppl-2025/66.7",
        "/akn/vn/act/nghi-quyet/chinh-phu/2025/66.7;qppl-2025",
        id="decimals stay",
    ),
    pytest.param(
        DocumentId(issuer="vn/trung-uong-dang", doc_type="nghi-quyet-dai-hoi", cycle="khoa-13"),
        "vn/trung-uong-dang/nghi-quyet-dai-hoi/khoa-13",
        "/akn/vn/doc/nghi-quyet-dai-hoi/trung-uong-dang/0000/nn;khoa-13",
        id="a congress resolution has no number",
    ),
    pytest.param(
        DocumentId(issuer="vn/quoc-hoi", doc_type="luat", cycle="qh15-2022", number="6"),
        "vn/quoc-hoi/luat/qh15-2022/6",
        "/akn/vn/act/luat/quoc-hoi/2022/6;qh15-2022",
        id="a law counts by term and year",
    ),
    pytest.param(
        DocumentId(
            issuer="vn/ca-mau/tinh-uy",
            doc_type="nghi-quyet",
            cycle="unknown",
            number="4",
            candidates=("nk-2020-2025", "nk-2025-2030"),
        ),
        "vn/ca-mau/tinh-uy/nghi-quyet/unknown~nk-2020-2025~nk-2025-2030/4",
        "/akn/vn/act/nghi-quyet/tinh-uy.ca-mau/0000/4;unknown;nk-2020-2025;nk-2025-2030",
        id="an open cycle keeps its candidates",
    ),
    pytest.param(
        DocumentId(issuer="vn/son-la/ubnd", doc_type="quyet-dinh", cycle="2025", number="8", component="ke-hoach"),
        "vn/son-la/ubnd/quyet-dinh/2025/8/!ke-hoach",
        "/akn/vn/act/quyet-dinh/ubnd.son-la/2025/8/!ke-hoach",
        id="an attachment is a component",
    ),
]


@pytest.mark.parametrize(("identifier", "path", "iri"), IDS)
def test_an_id_is_printed_and_read_back(identifier: DocumentId, path: str, iri: str) -> None:
    assert (identifier.path(), identifier.iri()) == (path, iri)
    assert from_path(path) == identifier
    assert from_iri(iri) == identifier


def test_the_day_of_issue_stands_in_the_iri_but_is_not_part_of_the_key() -> None:
    identifier = DocumentId(issuer=STC, doc_type="phat-dong", cycle="2023", number="7")
    assert identifier.iri("2023-02-05") == "/akn/vn/doc/phat-dong/so-tai-chinh.lang-son/2023-02-05/7"
    assert from_iri(identifier.iri("2023-02-05")) == identifier


@pytest.mark.parametrize(
    ("cycle", "space"),
    [("2023", "hc"), ("2025-07", "hc"), ("qppl-2020", "qppl"), ("qh15", "qh"), ("khoa-11", "dang"),
     ("nk-2020-2025", "dang"), ("unknown", None)],
)  # fmt: skip
def test_the_cycle_tells_the_family_of_books(cycle: str, space: str | None) -> None:
    assert DocumentId(issuer=STC, doc_type="ke-hoach", cycle=cycle, number="1").space == space


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        pytest.param(("2023", ()), ("2023", ()), True, id="equal"),
        pytest.param(("2023", ()), ("2024", ()), False, id="two years are two documents"),
        pytest.param(("2023", ()), ("unknown", ()), True, id="an open year may be any"),
        pytest.param(("2023", ()), ("unknown", ("2023", "2024")), True, id="a candidate fits"),
        pytest.param(("2022", ()), ("unknown", ("2023", "2024")), False, id="no candidate fits"),
    ],
)
def test_what_may_be_one_document(
    left: tuple[str, tuple[str, ...]], right: tuple[str, tuple[str, ...]], expected: bool
) -> None:
    one, other = (
        DocumentId(issuer=STC, doc_type="ke-hoach", cycle=cycle, number="1", candidates=candidates)
        for cycle, candidates in (left, right)
    )
    assert one.may_be(other) is expected
    assert other.may_be(one) is expected


@pytest.mark.parametrize("path", ["", "vn/ke-hoach", "vn/so/ke-hoach/next-year/5", "vn/so/ke-hoach/2023/05x9"])
def test_what_is_no_path_is_refused(path: str) -> None:
    with pytest.raises((ValueError, ValidationError)):
        from_path(path)


@pytest.mark.parametrize("iri", ["", "/akn/vn/doc/ke-hoach", "/akn/vn/bill/luat/quoc-hoi/2022/6"])
def test_what_is_no_iri_is_refused(iri: str) -> None:
    with pytest.raises(ValueError, match="no IRI"):
        from_iri(iri)
