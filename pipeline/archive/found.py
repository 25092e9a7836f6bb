"""What a search gives: hits with their place and highlights, counts and facets; the same from both backends."""

from __future__ import annotations

from typing import NamedTuple

FACETS = {"agency": "issuer", "type": "doc_type", "year": "year", "role": "role"}
"""Facets by name, and the field of the index that each counts."""

Span = tuple[int, int]
"""First character and the one after the last."""


class Place(NamedTuple):
    """A passage that was found: its document, its place there, its score."""

    document: int
    ordinal: int
    score: float


class Matches(NamedTuple):
    """What a backend finds.

    total: passages. documents: None where they were not counted, or too many to be.
    facets: by name, values with the number of passages, the most frequent first.
    """

    total: int
    documents: int | None
    places: tuple[Place, ...]
    facets: dict[str, tuple[tuple[str | int, int], ...]]


class Hit(NamedTuple):
    """A passage that was found, with what is needed to show it.

    id, key, code, title, issuer, issued_on, doc_type: of its document. path, heading, role, page: as in `passages`.
    start, end: characters in the document's text. text: the passage. highlights: places in `text` of what was looked
    for. snippet: the stretch of `text` where they are densest. file: where the document lies, None where unknown.
    """

    id: str
    key: int
    code: str | None
    title: str | None
    issuer: str | None
    issued_on: str | None
    doc_type: str | None
    path: str | None
    heading: str | None
    role: str | None
    page: int | None
    start: int
    end: int
    text: str
    highlights: tuple[Span, ...]
    snippet: Span
    score: float
    file: str | None


class Value(NamedTuple):
    """A value of a facet: the value, the name it is shown by, the number of passages."""

    value: str | int
    label: str
    passages: int


class Found(NamedTuple):
    """The answer to a search.

    total: passages. documents: how many they stand in, None where not asked or too many to count.
    hits: the passages asked for, the best first. facets: by name, the most frequent first. seconds: it took.
    behind: changes of the archive that the index has not taken in.
    """

    total: int
    documents: int | None
    hits: tuple[Hit, ...]
    facets: dict[str, tuple[Value, ...]]
    seconds: float
    behind: int = 0
