"""Bodies named in a document: gives each printed name the agency it means.

Takes values with names as printed, gives the same values with ids and names spelt out. The letterhead is read
first; the issuer is then the setting in which every other name is read.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeVar

from models import Addressee, Agency, Citation, Header, Movement, PrintedAgency, Recipient, Target, Task
from parsers import agencies
from parsers.agencies import Context
from parsers.vietnamese.unicode import key

Body = TypeVar("Body", bound=PrintedAgency)
_PARTIES = ("lead", "support", "beneficiary")
Item = TypeVar("Item", Recipient, Addressee)


def setting(header: Header) -> Context:
    """Give the setting of a document: its issuer, the province and the day."""
    issuing = header.issuing_agencies[0].name if header.issuing_agencies else None
    if issuing is None:
        return Context(date=header.issued_on)
    governing = header.governing_agency.raw if header.governing_agency else None
    found = agencies.issuer(issuing, governing, header.place, header.issued_on).agency
    return agencies.context_of(found, header.issued_on)


def headed(header: Header, context: Context) -> Header:
    """Give the header with the ids of its agencies."""
    above = header.governing_agency
    governing = above.raw if above else None
    issuing = []
    for body in header.issuing_agencies:
        found = agencies.issuer(body.name, governing, header.place, header.issued_on).agency
        issuing.append(body.model_copy(update={"name": _spelt(body), "id": found.id if found else None}))
    return header.model_copy(
        update={
            "issuing_agencies": tuple(issuing),
            "governing_agency": named(above, context._replace(issuer=None, name=None)) if above else None,
        }
    )


def named(body: Body, context: Context) -> Body:
    """Give a printed agency its id and its name with abbreviations spelt out."""
    found = _one(body.raw, context)
    return body.model_copy(update={"name": _spelt(body), "id": found.id if found else None})


def cited(citations: Iterable[Citation], context: Context) -> tuple[Citation, ...]:
    """Give citations the ids of their issuers, each on the day of the document it cites."""
    return tuple(
        citation.model_copy(
            update={"issuer": named(citation.issuer, context._replace(date=citation.issued_on or context.date))}
        )
        if citation.issuer
        else citation
        for citation in citations
    )


def received(items: Iterable[Item], context: Context) -> tuple[Item, ...]:
    """Give recipients or addressees the agency that each names, or the agencies of one that lists several."""
    return tuple(_received(item, context) for item in items)


def assigned(tasks: Iterable[Task], context: Context) -> tuple[Task, ...]:
    """Give tasks the ids of those who do them; what the issuer gives to itself is its own."""
    return tuple(_assigned(task, context) for task in tasks)


def _assigned(task: Task, context: Context) -> Task:
    parties = {field: tuple(_doer(body, context) for body in getattr(task, field)) for field in _PARTIES}
    itself = context.issuer is not None and all(body.id == context.issuer for body in parties["lead"])
    mode = "self" if task.mode == "assign" and parties["lead"] and itself else task.mode
    return task.model_copy(update={**parties, "mode": mode})


def _doer(body: PrintedAgency, context: Context) -> PrintedAgency:
    found = agencies.resolve(body.raw, context, context.date).agency
    return body.model_copy(update={"id": found.id}) if found else body


def aimed(targets: Iterable[Target], context: Context) -> tuple[Target, ...]:
    """Give targets the ids of those who are to reach them."""
    return tuple(
        target.model_copy(update={"actor": _doer(target.actor, context)}) if target.actor else target
        for target in targets
    )


def launched(movements: Iterable[Movement], context: Context) -> tuple[Movement, ...]:
    """Give movements the ids of those who launched them."""
    return tuple(
        movement.model_copy(update={"launcher": _known(movement.launcher.name, context) or movement.launcher})
        if movement.launcher
        else movement
        for movement in movements
    )


def province(context: Context) -> str | None:
    """Give the bare name of the issuer's province."""
    known = agencies.provinces().get(context.province or "")
    return known[-1].name if known else None


def _received(item: Item, context: Context) -> Item:
    names = agencies.split(item.name)
    found = tuple(body for name in names if (body := _known(name, context)))
    if not found:
        return item
    return item.model_copy(update={"agencies": found} if len(names) > 1 else {"agency": found[0]})


def _one(name: str, context: Context) -> Agency | None:
    return _known(name, context) if len(agencies.split(name)) == 1 else None


def _known(name: str, context: Context) -> Agency | None:
    found = agencies.resolve(name, context, context.date).agency
    return Agency(name=found.name, id=found.id) if found else None


def _spelt(body: PrintedAgency) -> str:
    """Spell out abbreviations; a name that has none keeps its case."""
    spelt = agencies.expand(body.name)
    return body.name if key(spelt) == key(body.name) else spelt
