"""Resolution: which document each citation means, told from inside the citing document.

Takes citations with what is printed, gives the same citations with `resolved`, `target` and `target_parent`.
What is printed stays as printed. Where two documents fit, none is given: short repeats take date and issuer of
the one fuller mention, short names of the one alias, laws of the one edition in force.
"""

from __future__ import annotations

from models import Citation, Header
from models.document_id import DocumentId
from parsers import identity
from parsers.resolution import aliases, laws, mentions, nesting
from parsers.resolution.back_references import back_references

__all__ = ["back_references", "resolve"]


def resolve(
    citations: tuple[Citation, ...], text: str, header: Header, province: str | None = None
) -> tuple[Citation, ...]:
    """Resolve the citations of one document against each other and the law table.

    citations: in reading order. text: of the document. header: of the document. province: slug of its province, if
    known from elsewhere.
    """
    if not citations:
        return ()
    setting = identity.own(header, province, citations)
    found = laws.resolved(aliases.resolved(mentions.resolved(citations, setting), text), setting.days)
    ids = nesting.attached([identity.of_citation(citation, setting) for citation in found], found, text)
    targets = [_target(identifier) for identifier in ids]
    others = [_candidates(identifier) for identifier in ids]
    parents = nesting.parents(found, targets, text)
    return tuple(
        _completed(citation, target, candidates, parent)
        for citation, target, candidates, parent in zip(found, targets, others, parents, strict=True)
    )


def _target(identifier: DocumentId | None) -> str | None:
    """Give the path of a document whose cycle is known; one that is open stays out of the JSON."""
    return identifier.path() if identifier is not None and identifier.known else None


def _candidates(identifier: DocumentId | None) -> tuple[str, ...]:
    """Give the paths of the documents that a citation without a year or term may mean."""
    if identifier is None or identifier.known:
        return ()
    return tuple(
        identifier.model_copy(update={"cycle": cycle, "candidates": ()}).path() for cycle in identifier.candidates
    )


def _completed(citation: Citation, target: str | None, candidates: tuple[str, ...], parent: int | None) -> Citation:
    if target is None and parent is None and not candidates:
        return citation
    return citation.model_copy(update={"target": target, "target_candidates": candidates, "target_parent": parent})
