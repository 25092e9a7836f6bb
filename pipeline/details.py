"""What is said of an item when a reader asks: label and value pairs, normalised, in the reader's language.

Takes a model, gives lines such as `Chuẩn hóa: 2026-01-31`. Both the terminal and the HTML page show these.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from models import (
    Addressee,
    ArchiveNote,
    CertifiedCopy,
    Citation,
    Date,
    Header,
    Movement,
    Recipient,
    Section,
    Signature,
    Signer,
    Target,
    Task,
    Theme,
)
from pipeline.words import word

Pairs = list[tuple[str, str]]
"""Labels and values in the order in which they are shown."""


def percent(share: float) -> str:
    """Give a confidence as it is shown."""
    return f"{share:.0%}"


def number(value: float) -> str:
    """Give a number without a needless `.0`."""
    return f"{value:g}" if abs(value) < 1e6 else f"{value:.0f}"


def issuers(header: Header) -> str:
    """Give the names of the issuers, joined."""
    return " + ".join(agency.name for agency in header.issuing_agencies)


def header_pairs(header: Header, lang: str) -> Pairs:
    """Give all header fields that have a value."""
    governing = header.governing_agency
    rows = {
        "governing_agency": governing.name if governing else None,
        "issuing_agencies": issuers(header),
        "code": header.code,
        "number": None if header.code else header.number,
        "symbol": None if header.code else header.symbol,
        "place": header.place,
        "issued_on": header.issued_on,
        "doc_type": header.doc_type,
        "title": header.title,
        "urgency": header.urgency,
        "secrecy": header.secrecy,
        "is_draft": word("yes", lang) if header.is_draft else None,
    }
    return _labelled(rows, lang)


def citation_pairs(item: Citation, lang: str) -> Pairs:
    """Give what a citation says and what is known of the cited document."""
    known = item.resolved
    return _labelled(
        {
            "relation": word(f"relation.{item.relation}", lang),
            "doc_type": item.doc_type,
            "code": item.code,
            "issued_on": item.issued_on,
            "issuer": item.issuer.name if item.issuer else None,
            "pinpoint": item.pinpoint,
            "resolved": ", ".join(filter(None, (known.code, known.issued_on, known.issuer))) if known else None,
            "target": item.target,
            "within": word(f"within.{item.within}", lang),
        },
        lang,
    )


def signer_pairs(item: Signer, lang: str) -> Pairs:
    """Give name, post and capacity."""
    return _labelled(
        {
            "name": item.name,
            "honorific": item.honorific,
            "position": item.position,
            "capacity": " / ".join(item.capacity),
            "other_post": item.other_post,
        },
        lang,
    )


def target_value(item: Target, lang: str) -> str:
    """Give comparator, value and unit as one phrase."""
    most = f" – {number(item.value_max)}" if item.value_max is not None else ""
    return f"{word(f'comparator.{item.comparator}', lang)} {number(item.value)}{most} {item.unit or ''}".strip()


def task_pairs(item: Task, lang: str) -> Pairs:
    """Give who does what by when."""
    rows = {
        "mode": word(f"mode.{item.mode}", lang),
        "lead": ", ".join(body.name for body in item.lead),
        "support": ", ".join(body.name for body in item.support),
        "action": item.action,
        "deadline": item.deadline,
        "output": item.output,
        "section": item.section,
    }
    return _labelled(rows, lang)


def target_pairs(item: Target, lang: str) -> Pairs:
    """Give indicator, value and period."""
    rows = {"indicator": item.indicator, "value": target_value(item, lang), "period": item.period}
    return _labelled({**rows, "section": item.section}, lang)


def archive_pairs(item: ArchiveNote, lang: str) -> Pairs:
    """Give units, drafter and number of copies."""
    copies = None if item.copies is None else str(item.copies)
    return _labelled({"units": ", ".join(item.units), "drafter": item.drafter, "copies": copies}, lang)


def recipient_pairs(item: Recipient, lang: str) -> Pairs:
    """Give name, purpose and agency."""
    agency = item.agency.name if item.agency and item.agency.name != item.name else None
    return _labelled({"name": item.name, "purpose": item.purpose, "agency": agency}, lang)


def addressee_pairs(item: Addressee, lang: str) -> Pairs:
    """Give name and agency."""
    agency = item.agency.name if item.agency and item.agency.name != item.name else None
    return _labelled({"name": item.name, "agency": agency}, lang)


def movement_pairs(item: Movement, lang: str) -> Pairs:
    """Give name, launcher and period."""
    launcher = item.launcher.name if item.launcher else None
    return _labelled({"name": item.name, "launcher": launcher, "period": item.period}, lang)


def date_pairs(item: Date, lang: str) -> Pairs:
    """Give normal form and kind."""
    return _labelled({"edtf": item.edtf, "kind": word(f"date.{item.kind}", lang)}, lang)


def section_pairs(item: Section, lang: str) -> Pairs:
    """Give label and role."""
    return _labelled({"section": item.label, "role": item.role}, lang)


def signature_pairs(item: Signature, lang: str) -> Pairs:
    """Give who signed the file when, and whether it is still what was signed."""
    state = {True: "yes", False: "no", None: "unknown"}[item.intact]
    rows = {
        "signer": item.signer,
        "organisation": item.organisation,
        "signed_at": item.signed_at,
        "integrity": word(f"intact.{state}", lang),
        "changes": word(f"changes.{item.changes}", lang) if item.changes else None,
    }
    return _labelled(rows, lang)


def copy_words(item: CertifiedCopy) -> str:
    """Give form, body, number and day of a certified copy in one line."""
    return ", ".join(filter(None, (item.form, item.agency, item.code or item.symbol, item.signed_at or item.copied_on)))


def theme_pairs(item: Theme, lang: str) -> Pairs:
    """Give the theme's words."""
    return _labelled({"theme": item.raw}, lang)


Describe = Callable[[Any, str], Pairs]
"""Gives the pairs of one kind of model."""


def _labelled(rows: dict[str, str | None], lang: str) -> Pairs:
    return [(word(key, lang), value) for key, value in rows.items() if value]


def lines(pairs: Iterable[tuple[str, str]]) -> str:
    """Give the pairs as text, one a line."""
    return "\n".join(f"{label}: {value}" for label, value in pairs)
