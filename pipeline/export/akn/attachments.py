"""Attachments: appendices, attached documents, and the block of a certified copy, each a document of its own.

Takes the attached sections, gives one `<attachments>` behind the document they belong to.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from models import Document
from parsers.vietnamese.slugs import slug
from pipeline.export.akn import body
from pipeline.export.akn.blocks import spaced, zone
from pipeline.export.akn.meta import component
from pipeline.export.akn.sheet import Sheet, blank, child, eid, write
from pipeline.export.akn.zones import Zones, heading, sound

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

COPY = "Bản sao"
"""Label of the block of a certified copy."""

_NUMBER = re.compile(r"\s(?:\d+[^\W\d_]?|[IVXLC]+|[A-Z])$")


def attachments(element: Element, page: Sheet, document: Document, parts: Zones) -> None:
    """Put all that is attached into the document's element; nothing where nothing is."""
    ends = [one.span.start for one in parts.attached[1:]]
    stretches = [
        (one.label, one.span.start, end, one)
        for one, end in zip(parts.attached, [*ends, parts.copy][: len(parts.attached)], strict=True)
    ]
    size = len(page.text)
    if blank(page.text[parts.copy :]) and not stretches:
        write(element, page.text[parts.copy :])
        return
    into = child(element, "attachments")
    for label, start, end, section in stretches:
        top, _ = heading(page.text, section, end)
        made, prefix = _opened(into, page, document, label, **body.meant(section))
        start = spaced(made, page, start, end)
        zone(made, page, "preface", start, top)
        children = sound(section.children, max(start, top), end)
        _main(made, page, children, max(start, top), end, prefix)
    if parts.copy < size:
        made, prefix = _opened(into, page, document, COPY)
        _main(made, page, (), parts.copy, size, prefix)


def _opened(into: Element, page: Sheet, document: Document, label: str, **attributes: str) -> tuple[Element, str]:
    """Add one attachment with its metadata; give its document and the prefix of its eIds."""
    number = len(into) + 1
    name = slug(_NUMBER.sub("", label)) or slug(COPY)
    made = child(child(into, "attachment", eId=eid(page, f"att_{number}"), **attributes), "doc", name=name)
    component(made, document, eid(page, slug(label) or name))
    return made, f"att_{number}__"


def _main(element: Element, page: Sheet, sections: body.Sections, start: int, end: int, prefix: str) -> None:
    start = spaced(element, page, start, end)
    main = child(element, "mainBody")
    body.tree(main, page, sections, start, end, prefix, loose=True)
    if not len(main):
        body.empty(main, page, loose=True)
