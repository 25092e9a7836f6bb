"""Settings: what a document's header says about the place from which its citations are read.

Takes a header, gives its issuer, that body's letters, its province and the days on which it may have been issued.
The issuing agency is the one that `parsers.agencies` gives for the letterhead.
"""

from __future__ import annotations

from models import Citation, Header
from parsers.agencies import Context, Entity, context_of, issuer, provinces
from parsers.identity import symbols
from parsers.identity.cycles import Days, days
from parsers.identity.issuers import Own, booked, issuer_slug, known, meaning, read_by
from parsers.identity.places import Place, place, province
from parsers.identity.symbols import Symbol
from parsers.vietnamese.slugs import slug

_CAPITAL = "ha-noi"


def own(header: Header, at: str | None = None, cited: tuple[Citation, ...] = ()) -> Own:
    """Give the setting in which a document's citations are read.

    header: of the citing document. at: slug of its province, if known from elsewhere. cited: its citations; where
    the header names no province, the only one that they name stands in.
    """
    agency = header.issuing_agencies[0].raw if header.issuing_agencies else ""
    governing = header.governing_agency.raw if header.governing_agency else ""
    parts = symbols.symbol(header.symbol) if header.symbol else None
    parts = read_by(parts, header.doc_type) if parts else None
    body, letters = _issuing(header), parts.bodies[0] if parts else None
    here, above = place(agency), place(governing)
    printed = at or (body.province if body else None) or here.province or above.province
    found = printed or _province_of_place(header, letters, body) or _only_province(cited)
    body = body or (_issuing(header, found) if found else None)
    unit = here.unit or above.unit
    context = context_of(body, header.issued_on) if body else _unnamed(header, found, unit)
    setting = Own(None, letters, found, unit, _issued(header, parts), context)
    return setting._replace(issuer=_book(parts, body) if body else _own_issuer(parts, agency, governing, setting))


def _issuing(header: Header, province: str | None = None) -> Entity | None:
    """Give the first issuing agency; province: a slug that stands in for the place of issue."""
    if not header.issuing_agencies:
        return None
    governing = header.governing_agency.raw if header.governing_agency else None
    where = provinces()[province][-1].name if province else header.place
    return issuer(header.issuing_agencies[0].name, governing, where, header.issued_on).agency


def _unnamed(header: Header, province: str | None, unit: str | None) -> Context:
    """Give the setting of a document whose issuer no table knows."""
    return Context(province=province, level="province" if province and not unit else None, date=header.issued_on)


def _issued(header: Header, parts: Symbol | None) -> Days:
    """Give the days on which a document may have been issued: by its date, else by the year in its symbol."""
    printed = days(header.issued_on)
    return days(str(parts.year)) if printed.first is None and parts is not None and parts.year else printed


def _province_of_place(header: Header, letters: str | None, body: Entity | None) -> str | None:
    """Give the province of the place line, unless a central body sits there: most of them do in Hà Nội."""
    row, found = known(letters), province(header.place or "")
    central = body.level == "central" if body else row is not None and row.scope == "central"
    return None if central or (row is None and body is None and found == _CAPITAL) else found


def _only_province(cited: tuple[Citation, ...]) -> str | None:
    named = {place(citation.issuer.raw).province for citation in cited if citation.issuer} - {None}
    return named.pop() if len(named) == 1 else None


def _book(parts: Symbol | None, body: Entity) -> str:
    """Give the id of the body whose number an agency's document bears: its own, or that of the body it is part of."""
    row = known(parts.bodies[0]) if parts else None
    if row is None:
        return body.numbering
    meant = meaning(row, body)
    above = None if meant else booked(row, context_of(body))
    return meant or (above if above and above == body.parent else body.numbering)


def _own_issuer(parts: Symbol | None, agency: str, governing: str, setting: Own) -> str | None:
    """Give the id of an agency that no table knows; one that only its parent tells apart goes below the parent."""
    if not agency:
        return None
    bodies = parts.bodies if parts else ()
    below_province = place(agency) == Place() and governing and known(bodies[0] if bodies else None) is None
    if below_province:
        parent = issuer_slug((), governing, setting)
        return f"{parent}/{slug(agency)}" if parent else None
    return issuer_slug(bodies, agency, setting)
