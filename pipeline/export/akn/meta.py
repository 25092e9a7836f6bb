"""The metadata of an Akoma Ntoso document: identification, publication, lifecycle, references.

Takes a document, gives `<meta>`; everything in it stands in attributes, so that the text of the file is the text of
the document. The date of a work must be a day there; a date of which less is printed is filled up with 01 and says so.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from models import Document
from models.version import version
from parsers.vietnamese.slugs import slug
from pipeline.export.akn import iris
from pipeline.export.akn.marks import Thing, agency, things
from pipeline.export.akn.sheet import child
from pipeline.export.xml_characters import fit

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

LANGUAGE = "vie"
"""Vietnamese, ISO 639-2."""

EDITOR = Thing("TLCObject", "vanban", "/akn/ontology/object/vanban", "vanban")
"""Who made the file: this program."""

UNKNOWN = ("0001-01-01", "unknown")


class Identity(NamedTuple):
    """What identification needs: IRI of the work and of this component of it, date with its name, author's IRI."""

    work: str
    this: str
    date: tuple[str, str]
    author: str


def identity(document: Document) -> Identity:
    """Identify a document."""
    iri = iris.of_document(document)
    work, _, component = iri.partition("/!")
    authors = document.header.issuing_agencies
    author = f"#{agency(authors[0]).eid}" if authors else f"#{EDITOR.eid}"
    return Identity(work, iri if component else f"{work}/!main", dated(document.header.issued_on), author)


def dated(edtf: str | None) -> tuple[str, str]:
    """Give a date as the day that the format wants, and how much of it is known: `issued`, `issued-month`, …"""
    first = (edtf or "").split("/")[0]
    parts = first.split("-")
    known = [part for part in parts if part.isdigit()]
    if not known or known != parts[: len(known)] or len(parts[0]) != 4:
        return UNKNOWN
    day = "-".join([*known, "01", "01"][:3])
    return day, ("issued-year", "issued-month", "issued")[len(known) - 1]


def meta(element: Element, document: Document) -> None:
    """Put the metadata of the whole document into its element."""
    from lxml.etree import indent

    made = child(element, "meta")
    named = identity(document)
    _identification(made, document, named)
    header, issued = document.header, iris.day(document.header.issued_on)
    if issued and header.code:
        child(made, "publication", date=issued, name="ban-hanh", number=fit(header.code), showAs="Ban hành")
    if issued:
        life = child(made, "lifecycle", source=f"#{EDITOR.eid}")
        child(life, "eventRef", eId="event_1", date=issued, type="generation", source="#original")
    references = child(made, "references", source=f"#{EDITOR.eid}")
    shown = header.title or header.code or document.source.name
    child(references, "original", eId="original", href=named.work, showAs=fit(shown))
    for thing in (EDITOR, *things(document)):
        more = {"name": "citation"} if thing.tag == "TLCReference" else {}
        child(references, thing.tag, eId=thing.eid, href=thing.iri, showAs=fit(thing.name), **more)
    indent(made)


def component(element: Element, document: Document, name: str) -> None:
    """Put the metadata of an attached part into its element; name: the part's own, unique in the document."""
    named = identity(document)
    this = f"{named.work}/!{name}"
    from lxml.etree import indent

    made = child(element, "meta")
    _identification(made, document, named._replace(this=this), name=name)
    indent(made)


def _identification(element: Element, document: Document, named: Identity, name: str | None = None) -> None:
    made = child(element, "identification", source=f"#{EDITOR.eid}")
    expression = f"/{LANGUAGE}@{named.date[0] if named.date != UNKNOWN else ''}"
    work = child(made, "FRBRWork")
    _core(work, named, "")
    child(work, "FRBRcountry", value="vn")
    header = document.header
    if header.doc_type and not name:
        child(work, "FRBRsubtype", value=slug(header.doc_type))
    for number in filter(None, (header.number, header.code)) if not name else ():
        child(work, "FRBRnumber", value=fit(number))
    shown = name or header.title
    if shown:
        child(work, "FRBRname", value=fit(shown))
    expressed = child(made, "FRBRExpression")
    _core(expressed, named, expression)
    child(expressed, "FRBRlanguage", language=LANGUAGE)
    manifested = child(made, "FRBRManifestation")
    _core(manifested, named, expression, ".akn")
    child(manifested, "FRBRformat", value="application/akn+xml", showAs=f"vanban {version()}")


def _core(element: Element, named: Identity, expression: str, suffix: str = "") -> None:
    """Put what all three levels have: `…/2023-01-31/173/vie@2023-01-31/!main.akn`."""
    part = named.this.removeprefix(named.work)
    child(element, "FRBRthis", value=f"{named.work}{expression}{part}{suffix}")
    child(element, "FRBRuri", value=f"{named.work}{expression}{suffix}")
    child(element, "FRBRdate", date=named.date[0], name=named.date[1])
    child(element, "FRBRauthor", href=named.author)
