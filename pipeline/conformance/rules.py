"""The format rules and the decrees they come from, as rows.

Takes the tables `format_rules` and `format_regimes`, gives each rule with its source under one regime. A rule whose
column for the regime is empty is not in that decree; `*` says that the decree holds it, its item not being known.
"""

from __future__ import annotations

from functools import cache
from typing import Literal, NamedTuple, cast

from models.conformity import Family, Severity
from parsers.knowledge import rows


class Regime(NamedTuple):
    """A decree on form, and the days on which it was in force; `items`: its column in the table of rules."""

    id: str
    family: Family
    valid_from: str
    valid_to: str
    items: str
    name: str


class Rule(NamedTuple):
    """A rule under one regime: where the decree has it, and how much it weighs."""

    id: str
    part: str
    severity: Severity
    source: str


@cache
def regimes() -> tuple[Regime, ...]:
    """Give the decrees on form, as the table has them."""
    return tuple(
        Regime(row["id"], cast("Family", row["family"]), row["valid_from"], row["valid_to"], row["items"], row["name"])
        for row in rows("format_regimes")
    )


@cache
def rules(regime: Regime) -> dict[str, Rule]:
    """Give the rules of a regime by id."""
    return {
        row["id"]: Rule(row["id"], row["part"], cast("Severity", row["severity"]), _source(regime, row[regime.items]))
        for row in rows("format_rules")
        if row[regime.items]
    }


def _source(regime: Regime, item: str) -> str:
    return regime.name if item == "*" else f"{regime.name}, {item}"


@cache
def _sentences() -> dict[str, dict[str, str]]:
    return {row["id"]: row for row in rows("format_rules")}


def sentence(rule: str, what: Literal["message", "fix"], lang: str, found: str = "", expected: str = "") -> str:
    """Give what is wrong, or what to do, in words.

    Raises KeyError: no such rule.
    """
    return _sentences()[rule][f"{what}_{lang}"].format(found=found, expected=expected)


def named(regime: str | None) -> str:
    """Give the name of a decree by its id; a dash for none."""
    return next((one.name for one in regimes() if one.id == regime), "–")
