"""What is found of a citation before its relation is known, and what the search must know of the document."""

from __future__ import annotations

from typing import NamedTuple

from models import Within


class Found(NamedTuple):
    """A mention as ranges and printed parts; issuer is a range of the text, rule names how it was found."""

    start: int
    end: int
    doc_type: str | None
    number: str | None
    symbol: str | None
    code: str | None
    issued_on: str | None
    issuer: tuple[int, int] | None
    rule: str


class Setting(NamedTuple):
    """What citations need to know of the document.

    begin, title_end: characters; scanning begins with the title, which stands between them on lines of its own.
    within: starts of stretches with the part they are, in order. opening: end of the preamble and opening
    sentence, as a character. own_number, own_symbol: not to be taken for a citation.
    """

    begin: int
    title_end: int
    within: tuple[tuple[int, Within], ...]
    opening: int
    own_number: str | None
    own_symbol: str | None
