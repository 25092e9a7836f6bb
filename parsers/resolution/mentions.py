"""Mentions: short repeats take date and issuer of the full mention in the same document.

Takes citations by code, gives them with `resolved` where another mention of the same number and symbol prints a
date or issuer that this one lacks. Two dates for one code leave it open: state numbers restart each year.
"""

from __future__ import annotations

from collections import defaultdict

from models import Citation, Resolved
from parsers.identity import Own
from parsers.identity.issuers import issuer_slug
from parsers.identity.symbols import number, symbol
from parsers.vietnamese.slugs import slug

MANY = 40
"""Different full mentions of one code, above which none is taken."""
_Key = tuple[str, str, str]


def resolved(citations: tuple[Citation, ...], setting: Own) -> tuple[Citation, ...]:
    """Give the citations, short repeats with what the full mention says.

    citations: in reading order. setting: of the citing document.
    """
    by_key: defaultdict[_Key, dict[tuple[str | None, str | None], Citation]] = defaultdict(dict)
    keys = [_key(citation) for citation in citations]
    for citation, key in zip(citations, keys, strict=True):
        if key is not None and (_dated(citation) or citation.issuer):
            by_key[key].setdefault((citation.issued_on, citation.issuer.raw if citation.issuer else None), citation)
    return tuple(
        citation if key is None or _is_full(citation) else _filled(citation, [*by_key[key].values()], setting)
        for citation, key in zip(citations, keys, strict=True)
    )


def _key(citation: Citation) -> _Key | None:
    """Give number, symbol and, for laws and resolutions that share a symbol, the type; None without a symbol."""
    if citation.number is None or citation.symbol is None:
        return None
    symbol_slug = slug(citation.symbol)
    typed = citation.doc_type or "" if "qh" in symbol_slug else ""
    return number(citation.number) or citation.number, symbol_slug, typed


def _is_full(citation: Citation) -> bool:
    return _dated(citation) and citation.issuer is not None


def _dated(citation: Citation) -> bool:
    return citation.issued_on is not None and len(citation.issued_on) == 10


def _filled(citation: Citation, mentions: list[Citation], setting: Own) -> Citation:
    """Fill a mention from the others of its code, one of each that says something else; too many tell nothing."""
    if len(mentions) > MANY:
        return citation
    fitting = [other for other in mentions if _agree(citation, other, setting)]
    dates = {other.issued_on for other in (citation, *fitting) if _dated(other)}
    if len(dates) > 1:
        return citation
    date = next(iter(dates), None)
    issuer = citation.issuer or next((other.issuer for other in fitting if other.issuer), None)
    if (_dated(citation) or date is None) and (citation.issuer is not None or issuer is None):
        return citation
    told = Resolved.model_construct(
        code=citation.code, issued_on=date, issuer=issuer.raw if issuer else None, origin="mention"
    )
    return citation.model_copy(update={"resolved": told})


def _agree(citation: Citation, other: Citation, setting: Own) -> bool:
    """Say whether two mentions of one code can be one document: their issuers and days do not differ."""
    if _dated(citation) and _dated(other) and citation.issued_on != other.issued_on:
        return False
    if citation.issuer is None or other.issuer is None or citation.issuer.raw == other.issuer.raw:
        return True
    parts = symbol(citation.symbol or "")
    bodies = parts.bodies if parts else ()
    mine = issuer_slug(bodies, citation.issuer.raw, setting)
    return mine == issuer_slug(bodies, other.issuer.raw, setting)
