"""checked: one document to its findings. Which checks there are, and which rules are in force.

Takes a Document, gives a Conformity. A check says where a rule is broken; here it becomes a finding only where the
decree of the day has that rule. What was recognised from a picture is only ever a hint: a dot may be a speck. So is
what may stand on a page as a picture: numbers and days are stamped, signatures pasted in.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from models import Document
from models.conformity import Conformity, Family, Finding, Severity
from pipeline.conformance import (
    checks_basis,
    checks_date,
    checks_letterhead,
    checks_number,
    checks_recipients,
    checks_sections,
    checks_signature,
)
from pipeline.conformance.family import setting
from pipeline.conformance.paper import Hit, Paper, paper, place
from pipeline.conformance.rules import Rule, rules

Check = Callable[[Paper, Family], Iterator[Hit]]

CHECKS: tuple[Check, ...] = (
    checks_letterhead.letterhead,
    checks_number.numbers,
    checks_date.dates,
    checks_letterhead.subject,
    checks_letterhead.marks,
    checks_basis.bases,
    checks_basis.pinpoints,
    checks_sections.sections,
    checks_signature.signatures,
    checks_recipients.recipients,
)


STAMPED = frozenset((
    "blank-number", "blank-date", "missing-number", "missing-date", "missing-signer", "missing-signer-name",
))  # fmt: skip
"""Rules about parts that a page may hold as a picture."""


def checked(document: Document) -> Conformity:
    """Give where a document departs from the format rules of its time and family."""
    under = setting(document)
    about = Conformity(
        name=document.source.name,
        family=under.family,
        regime=under.regime.id if under.regime else None,
        day=under.day,
        dated_by=under.dated_by,
    )
    if under.regime is None:
        return about
    sheet, known = paper(document), rules(under.regime)
    hits = [hit for check in CHECKS for hit in check(sheet, under.family) if hit.rule in known]
    return about.model_copy(update={"findings": tuple(_findings(sheet, hits, known))})


def _findings(sheet: Paper, hits: Iterable[Hit], known: dict[str, Rule]) -> Iterator[Finding]:
    """Give the findings in the order of the text, each once, what is missing first."""
    document, recognised = sheet.document, checks_letterhead.recognised(sheet)
    seen: set[Hit] = set()
    for hit in sorted(hits, key=lambda hit: -1 if hit.start is None else hit.start):
        if hit in seen:
            continue
        seen.add(hit)
        rule = known[hit.rule]
        yield Finding(
            rule=hit.rule,
            severity=_severity(document, rule, recognised=recognised),
            part=rule.part,
            source=rule.source,
            span=None if hit.start is None or hit.end is None else place(document, hit.start, hit.end),
            found=hit.found,
            expected=hit.expected,
        )


def _severity(document: Document, rule: Rule, *, recognised: bool) -> Severity:
    pictured = rule.id in STAMPED and document.source.pages is not None
    return "hint" if recognised or pictured else rule.severity
