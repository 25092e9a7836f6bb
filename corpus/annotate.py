"""Gold of a document, in the form of the project's annotation guidelines.

Takes a `Plan`, gives the JSON object that `score.py` reads. Rule of the place: gold says what is printed, in
reading order, spaces collapsed; what the letterhead does not show is null.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from corpus.flow import Block, Line, Signatures, layout
from corpus.plan import Archive, Cite, Letterhead, Piece, Plan, Recipient, Signer, Table, Text, When, plain


def squeezed(words: str | None) -> str | None:
    """Give a string with each stretch of blanks as one space, null for an empty one."""
    return " ".join(words.split()) or None if words else None


def annotation(plan: Plan, name: str) -> dict[str, Any]:
    """Give the gold of a document whose file is called `name`."""
    blocks = tuple(layout(plan))
    pieces = tuple(piece for block in blocks for text in texts(block) for piece in text)
    return {
        "file": name,
        "header": _header(plan),
        "sections": [
            {"path": block.section[0], "title": squeezed(block.section[1])}
            for block in blocks
            if isinstance(block, Line) and block.section
        ],
        "citations": [_citation(piece) for piece in pieces if isinstance(piece, Cite)],
        "dates": [
            {"raw": squeezed(when.raw), "edtf": when.edtf} for piece in pieces for when in _dates(piece)
        ],
        "signers": [_signer(signer) for signer in plan.signers],
        "recipients": [_recipient(recipient) for recipient in plan.recipients],
        "archive": _archive(plan.archive),
        "addressees": list(plan.addressees),
    }  # fmt: skip


def texts(block: Block) -> Iterator[Text]:
    """Give the texts of one block in reading order, each footnote after the paragraph that calls it."""
    if isinstance(block, Letterhead):
        if block.shown != "nothing":
            yield (block.date,)
            yield block.subject
    elif isinstance(block, Line):
        yield block.text
        for _, note in block.notes:
            yield note
    elif isinstance(block, Table):
        for row in block.rows:
            yield from row
    elif isinstance(block, Signatures):
        return


def _dates(piece: Piece) -> Iterator[When]:
    if isinstance(piece, When):
        yield piece
    elif isinstance(piece, Cite):
        yield from (part for part in piece.parts if isinstance(part, When))


def _header(plan: Plan) -> dict[str, str | None]:
    top = plan.letterhead
    issuers = " + ".join(" ".join(lines) for lines in top.issuers) if top.shown == "all" else None
    numbered = top.shown != "nothing"
    header = {
        "governing_agency": squeezed(" ".join(top.governing)) if top.shown == "all" else None,
        "issuing_agency": squeezed(issuers),
        "number": top.number if numbered else None,
        "symbol": "".join(top.symbol.split()).lstrip("/-–") if numbered else None,
        "place": top.place if numbered else None,
        "issued_on": top.date.edtf if numbered else None,
        "doc_type": plan.doc_type,
        "title": squeezed(plain(plan.title)),
    }
    return header | ({"issuer_from_body": plan.issuer_from_body} if plan.issuer_from_body else {})


def _citation(cited: Cite) -> dict[str, str | None]:
    said = {
        "raw": squeezed(plain((cited,))),
        "doc_type": cited.doc_type,
        "code": cited.code,
        "issued_on": cited.issued_on,
        "issuer": squeezed(cited.issuer),
        "relation": cited.relation,
    }
    return said | ({"pinpoint": squeezed(cited.pinpoint)} if cited.pinpoint else {})


def _signer(signer: Signer) -> dict[str, Any]:
    said = {"capacity": list(signer.capacity), "position": signer.position, "name": signer.name}
    more = {"honorific": signer.honorific, "other_post": signer.other_post}
    return said | {key: value for key, value in more.items() if value}


def _recipient(recipient: Recipient) -> dict[str, str | None]:
    return {"name": squeezed(recipient.name), "purpose": recipient.purpose}


def _archive(archive: Archive | None) -> dict[str, Any] | None:
    return {"units": list(archive.units), "drafter": archive.drafter} if archive else None
