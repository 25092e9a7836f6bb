"""Fields: what the heads of two documents say differently, and who signs and receives them.

Takes both documents, gives one record for each field whose values differ. Rule of the place: values are compared
without case, marks and punctuation and told as printed.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from models import Document, PrintedAgency
from models.comparison import FieldChange, FieldName
from parsers.vietnamese.unicode import ascii_key
from pipeline.archive.agency_rows import line_of


def field_changes(before: Document, after: Document) -> Iterator[FieldChange]:
    """Give the fields that differ, in the order of a document."""
    for name, values in _FIELDS.items():
        old, new = _once(values(before)), _once(values(after))
        ids = [_agencies(document, name) for document in (before, after)]
        if old.keys() != new.keys() and not (all(ids) and ids[0] == ids[1]):
            heir = all(ids) and {*map(line_of, ids[0])} == {*map(line_of, ids[1])}
            yield FieldChange(field=name, before=tuple(old.values()), after=tuple(new.values()), succession=heir)


def _agencies(document: Document, name: FieldName) -> frozenset[str]:
    """Give the ids of the agencies of a field; empty where one is not known, and for other fields."""
    header = document.header
    found: dict[str, tuple[PrintedAgency, ...]] = {"issuer": header.issuing_agencies}
    if header.governing_agency:
        found["governing_agency"] = (header.governing_agency,)
    ids = [agency.id for agency in found.get(name, ())]
    return frozenset(one for one in ids if one) if all(ids) else frozenset()


def _once(values: Iterable[str | None]) -> dict[str, str]:
    found: dict[str, str] = {}
    for value in filter(None, values):
        found.setdefault(" ".join("".join(c if c.isalnum() else " " for c in ascii_key(value)).split()), value)
    return found


def _periods(document: Document) -> Iterator[str]:
    """Give the periods of the title, of the section that says when, and of the movements."""
    title = document.header.evidence.get("title")
    spans = [(title.span.start, title.span.end)] if title and title.span else []
    spans += [(one.span.start, one.span.end) for one in document.sections if one.role == "plan.time"]
    for date in document.dates:
        if any(start <= date.span.start < end for start, end in spans):
            yield date.raw
    yield from (movement.period for movement in document.movements if movement.period)


def _signers(document: Document) -> Iterator[str]:
    for signer in document.signers:
        yield ", ".join(filter(None, (signer.name, signer.position)))


_FIELDS: dict[FieldName, Callable[[Document], Iterable[str | None]]] = {
    "doc_type": lambda document: (document.header.doc_type,),
    "title": lambda document: (document.header.title,),
    "governing_agency": lambda document: (a.name for a in (document.header.governing_agency,) if a),
    "issuer": lambda document: (agency.name for agency in document.header.issuing_agencies),
    "place": lambda document: (document.header.place,),
    "period": _periods,
    "theme": lambda document: (document.theme.raw if document.theme else None,),
    "movement": lambda document: (movement.name for movement in document.movements),
    "signer": _signers,
    "recipients": lambda document: (recipient.name for recipient in document.recipients),
    "addressees": lambda document: (addressee.name for addressee in document.addressees),
}
