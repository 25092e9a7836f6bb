"""parse: one file to its Document. The steps in order, and nothing else."""

from __future__ import annotations

import hashlib
from pathlib import Path

from models import BackReference, Document, Failure, Header, IssuingAgency, Section, Source, Within
from models.version import version
from parsers import (
    bodies,
    copies,
    header,
    identity,
    issuer,
    origins,
    readers,
    recipients,
    roles,
    sections,
    signers,
    zones,
)
from parsers import dates as date_parser
from parsers import text as texts
from parsers.certainty import lowered
from parsers.citations import Setting, citations
from parsers.header import Head
from parsers.layout import Layout
from parsers.movements import movements, theme
from parsers.plausibility import implausible
from parsers.readers import containers, progress
from parsers.readers.options import DEFAULT, Options
from parsers.resolution import back_references, resolve
from parsers.tables import tables
from parsers.targets import targets
from parsers.tasks import tasks
from parsers.text import Text
from parsers.vietnamese import quality
from parsers.warnings import of_reading, pages_without_text, warnings
from parsers.zones import Zones


def parse(path: str | Path, options: Options = DEFAULT) -> Document:
    """Read one file.

    path: a PDF with a text layer, a DOCX, a text or Markdown file. Same file, same answer.
    Raises Failure: the file cannot be read; its cause says why.
    """
    path = Path(path)
    return parse_bytes(readers.load(path), path.name, options)


def parse_bytes(data: bytes, name: str, options: Options = DEFAULT) -> Document:
    """Read the bytes of one file, or of the one document in a container; name is its file name (never a path).

    Raises Failure: the file cannot be read; its cause says why.
    """
    if containers.is_container(data, name):
        data, name = containers.only(data, name)
    layout = readers.read(data, name, options)
    sha256 = hashlib.sha256(data).hexdigest()
    return assemble(layout, Source(
        name=name,
        sha256=sha256,
        media_type=layout.media_type,
        reader=layout.reader,
        signatures=layout.signatures,
        extractor=version(),
        ocr=options.ocr,
        **origins.of_pages(layout),
    ))  # fmt: skip


def assemble(layout: Layout, source: Source) -> Document:
    """Make the document of a layout.

    Raises Failure: GARBLED, NOT_VIETNAMESE.
    """
    progress.at("fields")
    text = texts.build(layout)
    fault = quality.fault(text.value)
    if fault is not None:
        raise Failure(fault, source.name)
    head = header.read(text)
    addressees, body = recipients.addressees(text, 0, min(head.end + 30, len(text.paragraphs)))
    opened = max(head.end, body if addressees else 0)
    copied = copies.block(text, opened)
    end = copied[0] if copied else len(text.paragraphs)
    zoned = zones.split(text, opened, end)
    heading, tree = head.header, _sections(text, zoned)
    if not heading.issuing_agencies:
        heading = _with_issuer(heading, text, zoned, end)
    tree = roles.assign(text, tree, heading.doc_type)
    setting = _setting(text, head, zoned, heading, tree)
    context = bodies.setting(heading)
    cited = bodies.cited(resolve(tuple(citations(text, setting)), text.value, heading), context)
    received, archive = recipients.recipients(text, *zoned.closing)
    issued = heading.evidence.get("issued_on")
    found_dates = date_parser.dates(
        text,
        (issued.span.start, issued.span.end) if issued and issued.span else None,
        [(c.span.start, c.span.end) for c in cited],
        min(setting.begin, issued.span.start) if issued and issued.span else setting.begin,
    )
    signed = signers.signers(text, *zoned.closing, joint=len(heading.issuing_agencies) > 1)
    assigned = tasks(text, tree, _between(text, zoned.preamble), [body.raw for body in heading.issuing_agencies])
    itself = identity.of_document(heading)
    document = Document.model_construct(
        id=itself.path() if itself else f"sha256/{source.sha256[:16]}",
        source=source,
        text=text.value,
        header=bodies.headed(heading, context),
        sections=tree,
        citations=cited,
        back_references=_placed(
            back_references(text.value, cited, None if zoned.attachments else heading.doc_type), text
        ),
        dates=tuple(found_dates),
        signers=tuple(signed),
        recipients=bodies.received(received, context),
        addressees=bodies.received(addressees, context),
        archive=archive,
        tasks=bodies.assigned(assigned, context),
        targets=bodies.aimed(targets(text, tree), context),
        movements=bodies.launched(movements(text, bodies.province(context)), context),
        theme=theme(text, tree),
        tables=tables(text),
        certified_copy=copies.read(text, copied) if copied else copies.stamped(text, layout, source.signatures, opened),
    )
    found = (*warnings(document), *of_reading(layout), *pages_without_text(layout), *implausible(cited, heading))
    return lowered(document.model_copy(update={"warnings": found}) if found else document, text)


def _placed(references: tuple[BackReference, ...], text: Text) -> tuple[BackReference, ...]:
    """Give back references their place on the page."""
    return tuple(
        reference.model_copy(update={"span": text.span(reference.span.start, reference.span.end)})
        for reference in references
    )


def _between(text: Text, paragraphs: tuple[int, int]) -> tuple[int, int]:
    """Give the characters of a range of paragraphs, half open."""
    return _at(text, paragraphs[0]), _at(text, paragraphs[1])


def _at(text: Text, paragraph: int) -> int:
    return text.paragraphs[paragraph].start if paragraph < len(text.paragraphs) else len(text.value)


def _sections(text: Text, zoned: Zones) -> tuple[Section, ...]:
    attached, number = [], 0
    for start, stop in zoned.attachments:
        section = sections.attachment(text, start, stop, number)
        if section is not None:
            number += section.kind == "attachment"
            attached.append(section)
    return (*sections.tree(text, *zoned.body), *attached)


def _with_issuer(heading: Header, text: Text, zoned: Zones, stop: int) -> Header:
    start = text.paragraphs[zoned.header[1]].start if zoned.header[1] < len(text.paragraphs) else 0
    found = issuer.inferred(text, start, _at(text, stop))
    if found is None:
        return heading
    agency, evidence = found
    agencies: tuple[IssuingAgency, ...] = (agency,)
    return heading.model_copy(
        update={"issuing_agencies": agencies, "evidence": {**heading.evidence, "issuing_agencies": evidence}}
    )


def _setting(text: Text, head: Head, zoned: Zones, heading: Header, tree: tuple[Section, ...]) -> Setting:
    title = head.title or (_at(text, head.end), _at(text, head.end))
    opening, body = _between(text, zoned.preamble), _at(text, zoned.body[0])
    appendices = {section.span.start for section in tree if section.kind == "appendix"}
    attached = [_at(text, start) for start, _ in zoned.attachments]
    parts: list[tuple[int, Within]] = [(0, "title"), (opening[0], "preamble"), (body, "body")]
    parts += [(start, "appendix" if start in appendices else "body") for start in attached]
    return Setting(*title, tuple(parts), opening[1], heading.number, heading.symbol)
