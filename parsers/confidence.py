"""How sure each rule is: the share of right values among those it gave, measured on gold.

`vanban evaluate --calibration` measures the shares; the table `knowledge/confidence.csv` keeps them.
"""

from __future__ import annotations

from functools import cache

from parsers.knowledge import rows


@cache
def _table() -> dict[str, float]:
    return {row["rule"]: float(row["confidence"]) for row in rows("confidence")}


def sure(rule: str) -> float:
    """Give the confidence of a rule."""
    return _table()[rule]
