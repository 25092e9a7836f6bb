"""Agencies (cơ quan, tổ chức) as they are named in a document."""

from __future__ import annotations

from models.frozen import Frozen


class Agency(Frozen):
    """An agency: canonical name, and stable id (`vn/lang-son/so-tai-chinh`) where it is known."""

    name: str
    id: str | None = None


class PrintedAgency(Agency):
    """An agency as printed.

    raw: the words of the document, wraps joined.
    name: the same with abbreviations spelt out, where they are known.
    """

    raw: str


class IssuingAgency(PrintedAgency):
    """The body that issues the document (cơ quan ban hành).

    inferred: true where the letterhead is missing and the name is read from the body or the signature.
    """

    inferred: bool = False
