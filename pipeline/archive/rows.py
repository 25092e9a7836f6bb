"""What one document puts into the archive: its rows, table by table.

Takes a Document and its JSON, gives rows ready to be stored. Pure and free of the database, so that the processes that
read files make them and the one that writes has little left to do.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

from models.document_id import UNKNOWN, DocumentId, from_path
from parsers.agencies.days import BEGINNING, END, first_day, last_day
from parsers.vietnamese.slugs import slug
from parsers.vietnamese.unicode import ascii_key
from pipeline.archive.agency_rows import agency_row
from pipeline.archive.codes import code_key
from pipeline.archive.passages import passages
from pipeline.archive.sketches import packed
from pipeline.twins import sketch

if TYPE_CHECKING:
    from models import Citation, Document, PrintedAgency, Recipient, Section, Span, Task
    from models.recipient import Addressee
    from models.span import Located

Row = dict[str, Any]
Rows = dict[str, list[Row]]
"""Rows by table."""

_LEVEL = 6
"""Of zlib: more takes twice the time and saves two bytes in a hundred."""
_SINGLE = frozenset({"contents", "sketches", "evidence"})
"""Tables in which a document has one row, or one a field."""


def key_of(sha256: str) -> int:
    """Give the key of a document: the first 63 bits of its file's hash."""
    return int(sha256[:16], 16) >> 1


def rows(document: Document, json: bytes) -> Rows:
    """Give the rows of a document, without those that depend on other documents.

    json: the document as it is written, UTF-8.
    """
    key = key_of(document.source.sha256)
    made: Rows = {
        "documents": [_document(document, key)],
        "contents": [{"json": zlib.compress(json, _LEVEL)}],
        "sketches": [{"data": packed(sketch(document))}],
        "document_agencies": list(_letterhead(document)),
        "sections": _sections(document.sections),
        "passages": [_passage(passage._asdict()) for passage in passages(document)],
        "citations": [_citation(citation) for citation in document.citations],
        "dates": [
            {**_where(date), "edtf": date.edtf, "kind": date.kind, **_days("day", date.edtf)} for date in document.dates
        ],
        "signers": [
            {
                **_where(signer),
                "capacity": "\n".join(signer.capacity) or None,
                "position": signer.position,
                "name": signer.name,
                "name_key": ascii_key(signer.name),
                "honorific": signer.honorific,
                "other_post": signer.other_post,
            }
            for signer in document.signers
        ],
        "recipients": [
            *(_recipient(each, "addressee", place) for place, each in enumerate(document.addressees)),
            *(_recipient(each, "recipient", place) for place, each in enumerate(document.recipients)),
        ],
        "tasks": [_task(task) for task in document.tasks],
        "task_agencies": [row for place, task in enumerate(document.tasks) for row in _doers(task, place)],
        "targets": [
            {
                **_where(target),
                **target.model_dump(
                    include={"section", "indicator", "comparator", "value", "value_max", "unit", "basis", "period"}
                ),
                "actor_name": target.actor.name if target.actor else None,
                "actor": target.actor.id if target.actor else None,
            }
            for target in document.targets
        ],
        "movements": [
            {
                **_where(movement),
                "name": movement.name,
                "launcher_name": movement.launcher.name if movement.launcher else None,
                "launcher": movement.launcher.id if movement.launcher else None,
                "period": movement.period,
            }
            for movement in document.movements
        ],
        "tables": [
            {"page": t.page, "caption": t.caption, "columns": list(t.columns), "rows": [list(row) for row in t.rows]}
            for t in document.tables
        ],
        "evidence": [
            {"field": field, "origin": e.origin, "rule": e.rule, "confidence": e.confidence, **_at(e.span)}
            for field, e in document.header.evidence.items()
        ],
        "signatures": [
            s.model_dump(include={"signer", "organisation", "signed_at", "intact", "coverage", "changes"})
            for s in document.source.signatures
        ],
        "warnings": [{"code": w.code, "message": w.message, "page": w.page} for w in document.warnings],
    }
    for table, entries in made.items():
        if table != "documents":
            _owned(entries, key, numbered=table not in _SINGLE)
    made["agencies"] = [agency_row(identity) for identity in sorted(_agencies(made))]
    return made


def _owned(entries: list[Row], key: int, *, numbered: bool) -> None:
    for place, row in enumerate(entries):
        row["document"] = key
        if numbered:
            row.setdefault("ordinal", place)


def _document(document: Document, key: int) -> Row:
    header, source = document.header, document.source
    issuer = next(iter(header.issuing_agencies), None)
    days = _days("issued", header.issued_on)
    return {
        "key": key,
        "id": document.id,
        "id_key": id_key(document.id),
        **source.model_dump(
            include={
                "sha256", "name", "media_type", "pages", "text_origin", "ocr_confidence", "reader", "extractor", "ocr",
            }
        ),
        **header.model_dump(
            include={
                "number", "symbol", "code", "place", "issued_on", "doc_type", "title", "urgency", "secrecy", "is_draft",
            }
        ),
        **days,
        "schema_version": document.schema_version,
        "code_key": code_key(header.code) if header.code else None,
        "code_day": _code_day(header.code, days["issued_from"], days["issued_to"]),
        "year": int(days["issued_from"][:4]) if days["issued_from"] else None,
        "doc_type_key": slug(header.doc_type) if header.doc_type else None,
        "theme": document.theme.raw if document.theme else None,
        "issuer": issuer.id if issuer else None,
        "issuer_name": issuer.name if issuer else None,
        "governing": header.governing_agency.id if header.governing_agency else None,
        "governing_name": header.governing_agency.name if header.governing_agency else None,
        "characters": len(document.text),
        "twin_of": None,
        "twin_grade": None,
    }  # fmt: skip


def identified(path: str | None) -> DocumentId | None:
    """Read a canonical id without its attachment; None for a content hash."""
    if path is None or path.startswith("sha256/"):
        return None
    return from_path(path).model_copy(update={"component": None})


def id_key(path: str | None) -> str | None:
    """Give a canonical id without its book of numbers, None for a content hash."""
    found = identified(path)
    return "/".join((found.issuer, found.doc_type, found.number or "")) if found else None


def _letterhead(document: Document) -> Iterator[Row]:
    header = document.header
    for place, agency in enumerate(header.issuing_agencies):
        yield {**_printed(agency), "part": "issuing", "ordinal": place, "inferred": agency.inferred}
    if header.governing_agency:
        yield {**_printed(header.governing_agency), "part": "governing", "ordinal": 0, "inferred": False}


def _printed(agency: PrintedAgency) -> Row:
    return {"raw": agency.raw, "name": agency.name, "agency": agency.id}


def _sections(tree: Sequence[Section], above: str = "", parent: int | None = None, start: int = 0) -> list[Row]:
    made: list[Row] = []
    for section in tree:
        path = f"{above}/{section.label}" if above else section.label
        ordinal = start + len(made)
        about = section.model_dump(include={"label", "marker", "kind", "level", "title", "role"})
        made.append({"ordinal": ordinal, "parent": parent, "path": path, **about, **_at(section.span)})
        made += _sections(section.children, path, ordinal, ordinal + 1)
    return made


def _passage(fields: Row) -> Row:
    fields["start_at"], fields["end_at"] = fields.pop("start"), fields.pop("end")
    return fields


def _citation(citation: Citation) -> Row:
    known, target = citation.resolved, identified(citation.target)
    code = citation.code or (known.code if known else None)
    candidates = [found for path in citation.target_candidates if (found := identified(path))]
    if target is None and candidates:
        target = candidates[0].model_copy(
            update={"cycle": UNKNOWN, "candidates": tuple(sorted({each.cycle for each in candidates}))}
        )
    return {
        **_where(citation),
        **citation.model_dump(
            include={"doc_type", "code", "number", "symbol", "issued_on", "title", "pinpoint", "relation"}
        ),
        "code_key": code_key(code) if code else None,
        "code_day": _code_day(code, *days_of(citation.issued_on, known.issued_on if known else None)),
        "issuer_name": citation.issuer.name if citation.issuer else None,
        "issuer": citation.issuer.id if citation.issuer else None,
        "part": citation.within,
        "resolved_code": known.code if known else None,
        "resolved_on": known.issued_on if known else None,
        "resolved_from": known.origin if known else None,
        "target": target.path() if target else None,
        "target_key": "/".join((target.issuer, target.doc_type, target.number or ""))
        if target and not target.known
        else None,
        "parent": citation.target_parent,
        "work": None,
        "found": "none",
    }


def days_of(printed: str | None, resolved: str | None) -> tuple[str | None, str | None]:
    """Give the first and last day on which a cited document may have been issued: as printed, else as resolved."""
    day = printed if printed and "X" not in printed else resolved or printed
    return (first_day(day), last_day(day)) if day else (None, None)


def _code_day(code: str | None, first: str | None, last: str | None) -> str | None:
    return f"{code_key(code)}@{first}" if code and first and first == last else None


def _recipient(each: Recipient | Addressee, part: str, place: int) -> Row:
    return {
        **_where(each),
        "part": part,
        "ordinal": place,
        "name": each.name,
        "name_key": ascii_key(each.name),
        "purpose": getattr(each, "purpose", None),
        "agency": each.agency.id if each.agency else None,
    }


def _task(task: Task) -> Row:
    include = {"section", "mode", "action", "object", "output", "deadline", "measurable"}
    return {**_where(task), **task.model_dump(include=include), **_days("deadline", task.deadline)}


def _doers(task: Task, place: int) -> Iterator[Row]:
    for part, agencies in (("lead", task.lead), ("support", task.support), ("beneficiary", task.beneficiary)):
        for ordinal, agency in enumerate(agencies):
            yield {"task": place, "part": part, "ordinal": ordinal, "name": agency.name, "agency": agency.id}


def _where(item: Located) -> Row:
    return {"raw": item.raw, "confidence": item.confidence, **_at(item.span)}


def _at(span: Span | None) -> Row:
    if span is None:
        return {"page": None, "start_at": None, "end_at": None}
    return {"page": span.page, "start_at": span.start, "end_at": span.end}


def _days(name: str, edtf: str | None) -> Row:
    """Give the first and last day that a date may mean; None where it is open or its year is not known."""
    first, _, last = (edtf or "").partition("/")
    begin, end = first_day(first), last_day(last or first)
    return {
        f"{name}_from": begin if begin != BEGINNING else None,
        f"{name}_to": end if end != END and edtf else None,
    }


_AGENCY_COLUMNS = ("issuer", "governing", "agency", "actor", "launcher")


def _agencies(made: Rows) -> set[str]:
    """Give the ids of all agencies that the rows point to."""
    return {
        row[column]
        for entries in made.values()
        for row in entries
        for column in _AGENCY_COLUMNS
        if row.get(column) is not None
    }
