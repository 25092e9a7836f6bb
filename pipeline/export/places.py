"""Where the agencies of a document are named: their words, and the stretch of the text in which they stand.

Takes a document, gives each agency with its words and its place, for the formats that mark them in the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from models import Addressee, Agency, Document, Recipient, Span


def named(document: Document) -> Iterator[tuple[Agency, str, Span | None]]:
    """Give each agency with its words and the stretch in which they should stand."""
    header = document.header
    for field, bodies in (
        ("governing_agency", (header.governing_agency,)),
        ("issuing_agencies", header.issuing_agencies),
    ):
        evidence = header.evidence.get(field)
        for body in filter(None, bodies):
            yield body, body.raw, evidence.span if evidence else None
    for citation in document.citations:
        if citation.issuer:
            yield citation.issuer, citation.issuer.raw, citation.span
    yield from received(document)
    for task in document.tasks:
        for body in (*task.lead, *task.support, *task.beneficiary):
            yield body, body.raw, task.span
    for target in document.targets:
        if target.actor:
            yield target.actor, target.actor.raw, target.span


def received(document: Document) -> Iterator[tuple[Agency, str, Span]]:
    """Give the agencies to which a document is addressed or sent."""
    receivers: tuple[Addressee | Recipient, ...] = (*document.addressees, *document.recipients)
    for receiver in receivers:
        if receiver.agency:
            yield receiver.agency, receiver.name, receiver.span
        for agency in receiver.agencies:
            yield agency, agency.name, receiver.span


def stands(text: str, words: str, within: Span) -> tuple[int, int] | None:
    """Find words inside a stretch, whatever white space and letter case they have there."""
    pattern = re.compile(r"\s+".join(map(re.escape, words.split())), re.IGNORECASE)
    found = pattern.search(text, within.start, within.end) if words.strip() else None
    return found.span() if found else None
