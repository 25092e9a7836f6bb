"""Names of documents, agencies and persons as IRIs of the Akoma Ntoso naming convention.

Takes documents and citations, gives IRIs: those with a canonical id by `DocumentId.iri`, others by the hash of the
file. A day that is not known is not made up: the year stands in its place, and `0000` where nothing is known.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from models import Citation, Document
from models.document_id import from_path
from parsers.vietnamese.slugs import slug

_ACTS = frozenset(
    {"hien-phap", "bo-luat", "luat", "phap-lenh", "lenh", "sac-lenh", "nghi-quyet", "nghi-quyet-lien-tich", "nghi-dinh",
     "quyet-dinh", "thong-tu", "thong-tu-lien-tich"}
)  # fmt: skip
"""Types of document that lay down law or decide, as slugs."""

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_YEAR = re.compile(r"\d{4}")


def day(edtf: str | None) -> str | None:
    """Give an EDTF date that names one day, None for any other."""
    return edtf if edtf and _DAY.fullmatch(edtf) else None


def _printed(edtf: str | None) -> str | None:
    """Give the date part of an IRI: the day, else the year, None where neither is known."""
    year = _YEAR.match(edtf or "")
    return day(edtf) or (year[0] if year else None)


def of_document(document: Document) -> str:
    """Give the IRI of the work: `/akn/vn/doc/ke-hoach/so-tai-chinh.lang-son/2023-01-31/173`."""
    issued = _printed(document.header.issued_on)
    named = _iri(document.id, issued)
    if named is not None:
        return named
    kind = slug(document.header.doc_type or "")
    tail = (issued or "0000", f"sha256-{document.source.sha256[:16]}")
    return "/".join(("/akn/vn", "act" if kind in _ACTS else "doc", *filter(None, [kind]), *tail))


def is_act(document: Document) -> bool:
    """Say whether a document is a law, a decision or another act."""
    return of_document(document).startswith("/akn/vn/act/")


def of_citations(citations: Iterable[Citation]) -> tuple[str | None, ...]:
    """Give the IRI of each cited document, None where it is not known which one is meant.

    One document has one IRI: the fullest day that any of its mentions gives. A single pinpoint goes to the fragment.
    """
    cited = tuple(citations)
    issued: dict[str, str] = {}
    for one in cited:
        dates = (one.issued_on, one.resolved.issued_on if one.resolved else None)
        for date in filter(None, map(_printed, dates)):
            if one.target and len(date) > len(issued.get(one.target, "")):
                issued[one.target] = date
    return tuple(_cited(one, issued) for one in cited)


def _cited(citation: Citation, issued: dict[str, str]) -> str | None:
    target = citation.target
    work = _iri(target, issued.get(target)) if target else None
    if work is None or len(citation.pinpoints) != 1:
        return work
    pinpoint = citation.pinpoints[0]
    parts = (("art", pinpoint.article), ("cl", pinpoint.clause), ("point", pinpoint.point))
    place = "__".join(f"{name}_{_plain(value)}" for name, value in parts if value)
    return f"{work}#{place}" if place else work


def _plain(label: str) -> str:
    return re.sub(r"\W+", "-", label).strip("-")


def _iri(path: str, issued: str | None) -> str | None:
    try:
        return from_path(path).iri(issued)
    except ValueError:
        return None


def of_thing(kind: str, name: str, path: str | None = None) -> str:
    """Give the IRI of an agency, a person or a post: by its id where it has one, else by its name."""
    return f"/akn/ontology/{kind}/{path or slug(name) or 'unnamed'}"
