"""Akoma Ntoso 3.0 (OASIS LegalDocumentML): one document as XML.

Takes a document, gives the bytes of one file that is valid under the OASIS schema. Rule of the place: every character
of `Document.text` that XML has stands in the file once and in order, in preface, preamble, body, conclusions and
attachments; all that is said about the text stands in attributes.
"""

from __future__ import annotations

from models import Document
from parsers.vietnamese.slugs import slug
from pipeline.export.akn import body, iris
from pipeline.export.akn.attachments import attachments
from pipeline.export.akn.blocks import spaced, zone
from pipeline.export.akn.marks import marks
from pipeline.export.akn.meta import meta
from pipeline.export.akn.preamble import preamble
from pipeline.export.akn.sheet import NAMESPACE, child, sheet
from pipeline.export.akn.tables import grids
from pipeline.export.akn.zones import zones

UNTYPED = "van-ban"
"""Name of a document whose type is not printed."""


def akn(document: Document) -> bytes:
    """Write a document as Akoma Ntoso, UTF-8: laws, decisions and other acts as `<act>`, others as `<doc>`."""
    from lxml.etree import Element, tostring

    parts = zones(document)
    page = sheet(document.text, marks(document, parts), grids(document.text, document.tables))
    act = iris.is_act(document)
    root = Element(f"{{{NAMESPACE}}}akomaNtoso", nsmap={None: NAMESPACE})
    name = slug(document.header.doc_type or "") or UNTYPED
    whole = child(root, "act" if act else "doc", name=name, contains="originalVersion")
    meta(whole, document)
    zone(whole, page, "preface", 0, parts.preface)
    preamble(whole, page, document, parts.preface, parts.preamble)
    start = spaced(whole, page, parts.preamble, parts.body)
    main = child(whole, "body" if act else "mainBody")
    body.tree(main, page, parts.sections, start, parts.body, "", loose=not act)
    if not len(main):
        body.empty(main, page, loose=not act)
    zone(whole, page, "conclusions", parts.body, parts.conclusions)
    attachments(whole, page, document, parts)
    return bytes(tostring(root, encoding="UTF-8", xml_declaration=True))
