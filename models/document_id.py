"""Identity of a document: the key by which two mentions are known to mean one document.

A number alone says nothing: state bodies begin again at 01 each year, Party committees each term. The key is
issuer, type, cycle of numbers, number, and the component of an attachment; the day of issue is not part of it
(Nghị định 30/2020/NĐ-CP, Phụ lục I, mục II.3; Hướng dẫn 36-HD/VPTW for the Party).
"""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import StringConstraints

from models.frozen import Frozen

Slug = Annotated[str, StringConstraints(pattern=r"^[a-z0-9][a-z0-9\-]*$")]
"""A word of an id: small letters without marks, hyphens for what stands between words."""

Number = Annotated[str, StringConstraints(pattern=r"^\d+(?:[.\-]\d+)*[a-z]?$")]
"""A number without leading zeros: `5`, `66.7` (its decimals kept), `15a`."""

Cycle = Annotated[
    str,
    StringConstraints(
        pattern=r"^(?:(?:qppl-)?\d{4}(?:-\d{2})?|qh\d{1,2}(?:-\d{4})?|khoa-\d{1,2}|nk-\d{4}-\d{4}|unknown)$"
    ),
]
"""The book in which a number stands.

`2023`: of a year; `2025-07`: of a year, begun again in July after a merger; `qppl-2020`: legal normative documents,
a book for each type and year; `qh15-2022`, `qh15`: of a National Assembly term; `khoa-11`: of a term of the Party's
Central Committee, or a congress counted by its ordinal; `nk-2020-2025`: of a local committee's term; `unknown`.
"""

IssuerId = Annotated[str, StringConstraints(pattern=r"^vn(?:/_?[a-z0-9][a-z0-9\-]*){1,4}$")]
"""An agency's id: `vn/lang-son/so-tai-chinh`, `vn/chinh-phu`, `vn/lang-son/xa-van-lang/uy-ban-nhan-dan`.

A last part with a leading `_` is the letters of a symbol that nobody could spell out.
"""

Space = Literal["hc", "qppl", "qh", "dang"]
"""Hành chính (numbers by year), quy phạm pháp luật, Quốc hội, Đảng (numbers by term)."""

UNKNOWN = "unknown"
_ACTS = frozenset({"quyet-dinh", "nghi-quyet", "nghi-dinh", "thong-tu", "lenh", "sac-lenh"})


class DocumentId(Frozen):
    """Which document is meant.

    issuer: id of the body whose book the number stands in. doc_type: slug (`ke-hoach`). cycle: the book.
    number: without leading zeros (`5`, `66.7`, `15a`); null only where such documents have none (a congress).
    component: slug of an attachment (`ke-hoach`). candidates: cycles that fit where the cycle is unknown.
    """

    issuer: IssuerId
    doc_type: Slug
    cycle: Cycle
    number: Number | None = None
    component: Slug | None = None
    candidates: tuple[Cycle, ...] = ()

    @property
    def space(self) -> Space | None:
        """Say in which family of books the number stands, null where the cycle is unknown."""
        return None if self.cycle == UNKNOWN else space_of(self.cycle)

    @property
    def known(self) -> bool:
        """Say whether the id means one document: its cycle is known."""
        return self.cycle != UNKNOWN

    def path(self) -> str:
        """Give the canonical path: `vn/lang-son/so-tai-chinh/ke-hoach/2023/173`."""
        cycle = "~".join((self.cycle, *self.candidates))
        tail = (self.number, f"!{self.component}" if self.component else None)
        return "/".join((self.issuer, self.doc_type, cycle, *filter(None, tail)))

    def iri(self, issued_on: str | None = None) -> str:
        """Give an IRI in the manner of Akoma Ntoso: `/akn/vn/doc/ke-hoach/so-tai-chinh.lang-son/2023-01-31/173`.

        issued_on: the day of issue, for the date part; the year of the cycle, else `0000`, stands in for it.
        """
        kind = "act" if self.space in ("qppl", "qh") or self.doc_type in _ACTS else "doc"
        issuer = ".".join(reversed(self.issuer.split("/")[1:]))
        date = issued_on or _year(self.cycle)
        number = self.number or "nn"
        if self.cycle != date[:4]:
            number = ";".join((number, self.cycle, *self.candidates))
        tail = [f"!{self.component}"] if self.component else []
        return "/".join(("/akn/vn", kind, self.doc_type, issuer, date, number, *tail))

    def part(self, component: str) -> DocumentId:
        """Give the id of an attachment of this document."""
        return self.model_copy(update={"component": component})

    def may_be(self, other: DocumentId) -> bool:
        """Say whether both can mean one document: equal, or equal but for a cycle that one of them leaves open."""
        if self.model_copy(update={"cycle": UNKNOWN, "candidates": ()}) != other.model_copy(
            update={"cycle": UNKNOWN, "candidates": ()}
        ):
            return False
        mine, theirs = self.candidates or (self.cycle,), other.candidates or (other.cycle,)
        return UNKNOWN in mine or UNKNOWN in theirs or bool(set(mine) & set(theirs))


def space_of(cycle: str) -> Space:
    """Give the family of books of a known cycle."""
    if cycle.startswith("qppl"):
        return "qppl"
    if cycle.startswith("qh"):
        return "qh"
    return "dang" if cycle.startswith(("khoa", "nk")) else "hc"


def from_path(path: str) -> DocumentId:
    """Read a canonical path.

    Raises ValueError: it is none.
    """
    parts = path.split("/")
    component = parts.pop().removeprefix("!") if parts[-1].startswith("!") else None
    numbered = len(parts) > 3 and not parts[-1].startswith(("khoa-", "nk-", "qh", "qppl-"))
    number = parts.pop() if numbered else None
    if len(parts) < 4:
        raise ValueError(f"no path of a document: {path!r}")
    *issuer, doc_type, cycles = parts
    cycle, *candidates = cycles.split("~")
    return DocumentId(
        issuer="/".join(issuer),
        doc_type=doc_type,
        cycle=cycle,
        number=number,
        component=component,
        candidates=tuple(candidates),
    )


def from_iri(iri: str) -> DocumentId:
    """Read an IRI that `DocumentId.iri` wrote; its day is not part of the id.

    Raises ValueError: it is none.
    """
    parts = iri.removeprefix("/akn/vn/").split("/")
    component = parts.pop().removeprefix("!") if parts[-1].startswith("!") else None
    if len(parts) != 5 or parts[0] not in ("act", "doc"):
        raise ValueError(f"no IRI of a document: {iri!r}")
    _, doc_type, issuer, date, numbered = parts
    number, *cycles = numbered.split(";")
    cycle, *candidates = cycles or [date[:4]]
    return DocumentId(
        issuer="/".join(("vn", *reversed(issuer.split(".")))),
        doc_type=doc_type,
        cycle=cycle,
        number=None if number == "nn" else number,
        component=component,
        candidates=tuple(candidates),
    )


def _year(cycle: str) -> str:
    """Give the first year that a cycle names, `0000` where it names none."""
    return next((part for part in cycle.split("-") if len(part) == 4 and part.isdigit()), "0000")
