"""Marks: what of a document is an element inside the running text.

Takes a document, gives marks for the header's fields, citations, dates, agencies, and who signs; and the things they
refer to, for the references of the metadata.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from models import Agency, Document, Section, Signer, Span
from parsers.vietnamese.slugs import slug
from pipeline.export.akn import iris
from pipeline.export.akn.sheet import Mark
from pipeline.export.akn.zones import Zones, heading
from pipeline.export.places import received, stands

FIELDS = {"number": "docNumber", "symbol": "docNumber", "doc_type": "docType", "title": "docTitle"}
"""Fields of the header whose elements need nothing but their words."""


class Thing(NamedTuple):
    """Something referred to: element of the references, eId, IRI, and its name for people."""

    tag: str
    eid: str
    iri: str
    name: str


def agency(body: Agency) -> Thing:
    """Give an agency as a thing."""
    path = body.id.removeprefix("vn/") if body.id else None
    return Thing("TLCOrganization", f"org-{slug(path or body.name) or 'x'}", _iri("organization", body), body.name)


def _iri(kind: str, body: Agency) -> str:
    return iris.of_thing(kind, body.name, body.id)


def person(signer: Signer) -> Thing:
    """Give who signs as a thing."""
    name = signer.name
    return Thing("TLCPerson", f"person-{slug(name) or 'x'}", iris.of_thing("person", name), name)


def role(signer: Signer) -> Thing | None:
    """Give the post of who signs as a thing, None where it is not printed."""
    post = signer.position
    return Thing("TLCRole", f"role-{slug(post) or 'x'}", iris.of_thing("role", post), post) if post else None


def place(document: Document) -> Thing | None:
    """Give the place of issue as a thing, None where it is not printed."""
    name = document.header.place
    return Thing("TLCLocation", f"place-{slug(name) or 'x'}", iris.of_thing("location", name), name) if name else None


def concept(name: str) -> Thing:
    """Give what a section is for (`plan.purpose`) as a thing."""
    return Thing("TLCConcept", f"concept-{name}", iris.of_thing("concept", name, f"vanban/{name}"), name)


def _roles(sections: Iterable[Section]) -> Iterator[str]:
    for section in sections:
        if section.role:
            yield section.role
        yield from _roles(section.children)


def things(document: Document) -> list[Thing]:
    """Give all that is referred to, each once.

    Agencies, persons and posts, the place, what sections are for, cited documents without an IRI.
    """
    header = document.header
    found = [agency(body) for body in (header.governing_agency, *header.issuing_agencies) if body]
    found += [agency(body) for body, _, _ in received(document)]
    found += [person(signer) for signer in document.signers]
    found += filter(None, [*map(role, document.signers), place(document)])
    found += [concept(one) for one in _roles(document.sections)]
    for index, iri in enumerate(iris.of_citations(document.citations)):
        if iri is None:
            words = document.citations[index].raw
            found.append(Thing("TLCReference", _open(index), iris.of_thing("reference", words), words))
    return list({thing.eid: thing for thing in reversed(found)}.values())[::-1]


def _open(index: int) -> str:
    """Give the eId of a cited document of which it is not known which one it is."""
    return f"cited-{index + 1}"


def marks(document: Document, zones: Zones) -> list[Mark]:
    """Give all marks of the text; of two on one stretch the first goes outside."""
    found = [*_header(document, zones.preface), *_citations(document), *_dates(document)]
    return [*found, *_receivers(document), *_signers(document, zones), *_attached(document.text, zones)]


def _header(document: Document, end: int) -> Iterator[Mark]:
    header = document.header
    issued, where = iris.day(header.issued_on), place(document)
    for field, seen in header.evidence.items():
        span = seen.span
        if span is None or span.end > end:
            continue
        if field in FIELDS:
            yield Mark(span.start, span.end, FIELDS[field])
        elif field == "issued_on" and issued:
            yield Mark(span.start, span.end, "docDate", (("date", issued),))
        elif field == "place" and where:
            yield Mark(span.start, span.end, "location", refers(where))
        elif field == "governing_agency" and header.governing_agency:
            yield Mark(span.start, span.end, "organization", refers(agency(header.governing_agency)))
        elif field == "issuing_agencies":
            for body in header.issuing_agencies:
                if found := stands(document.text, body.raw, span):
                    yield Mark(*found, "docAuthority", refers(agency(body)))


def refers(thing: Thing) -> tuple[tuple[str, str], ...]:
    """Give the attribute by which an element means a thing."""
    return (("refersTo", f"#{thing.eid}"),)


def _citations(document: Document) -> Iterator[Mark]:
    """Give a reference for each citation; its class is the relation."""
    for index, iri in enumerate(iris.of_citations(document.citations)):
        one = document.citations[index]
        attributes = (("href", iri or f"#{_open(index)}"), ("class", one.relation))
        yield Mark(one.span.start, one.span.end, "ref", attributes, f"ref_{index + 1}")


def _dates(document: Document) -> Iterator[Mark]:
    """Give the dates that name one day, the only ones that the format has; the day of issue is a mark of the header."""
    issued = document.header.evidence.get("issued_on")
    for one in document.dates:
        day = iris.day(one.edtf)
        if day and not (issued and issued.span and _same(one.span, issued.span)):
            yield Mark(one.span.start, one.span.end, "date", (("date", day),))


def _same(left: Span, right: Span) -> bool:
    return (left.start, left.end) == (right.start, right.end)


def _receivers(document: Document) -> Iterator[Mark]:
    for body, words, span in received(document):
        if found := stands(document.text, words, span):
            yield Mark(*found, "organization", refers(agency(body)))


def _signers(document: Document, zones: Zones) -> Iterator[Mark]:
    """Give who signs and in which post; the post may stand on any line of the closing."""
    for signer in document.signers:
        post = role(signer)
        as_ = (("as", f"#{post.eid}"),) if post else ()
        if found := stands(document.text, signer.name, signer.span):
            yield Mark(*found, "signature")
            yield Mark(*found, "person", (*refers(person(signer)), *as_))
        if post and (held := _post(document.text, post.name, signer.span, zones)):
            yield Mark(*held, "role", refers(post))


def _post(text: str, words: str, span: Span, zones: Zones) -> tuple[int, int] | None:
    """Find the post: with the signer, else as a line of its own in the conclusions, the last one above the name."""
    if inside := stands(text, words, span):
        return inside
    place, found = zones.body, None
    while place < zones.conclusions:
        following = stands(text, words, Span(start=place, end=zones.conclusions))
        if following is None or (found and following[0] > span.start):
            break
        found, place = following, following[1]
    return found


def _attached(text: str, zones: Zones) -> Iterator[Mark]:
    """Give number and title of what is attached."""
    for section in zones.attached:
        start = section.span.start
        _, title = heading(text, section, section.span.end)
        if section.marker and text.startswith(section.marker, start):
            yield Mark(start, start + len(section.marker), "docNumber")
        if title:
            yield Mark(*title, "docTitle")
