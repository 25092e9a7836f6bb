"""The audited families, read once: documents by file, and their audit."""

from __future__ import annotations

from functools import cache

from corpus.audits.build import texts
from models import Document
from models.audit import Audit
from parsers import parse_bytes
from pipeline.audit import audit_files


@cache
def parsed(name: str) -> dict[str, Document]:
    """Give the documents of a family by file, the directive first."""
    return {file.removesuffix(".txt"): parse_bytes(text.encode(), file) for file, text in texts(name)}


@cache
def audited(name: str) -> Audit:
    """Give the audit of a family."""
    directive, *others = parsed(name).values()
    return audit_files(directive, others)
