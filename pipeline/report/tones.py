"""Tones: how good or bad something is, by a colour and a sign that reads without it.

Gives a closed list. Rule of the place: the worse, the darker, so that a grey copy says the same; and no two signs look
alike.
"""

from __future__ import annotations

from typing import Literal, NamedTuple

Tone = Literal[
    "covered", "partly", "named", "missing", "contradicted",
    "kept", "changed", "replaced", "new", "dropped", "raised", "lowered", "moved",
    "error", "warning", "note", "in_time", "late", "no_due", "undated", "absent",
]  # fmt: skip


class Look(NamedTuple):
    """How a tone looks: fill, ink on it, sign."""

    fill: str
    ink: str
    sign: str


LOOKS: dict[Tone, Look] = {
    "covered": Look("#e4f3e6", "#14532d", "●"),
    "partly": Look("#f3e09a", "#3f3000", "◐"),
    "named": Look("#e8b873", "#3b2300", "○"),
    "missing": Look("#cf6f5f", "#1c0500", "✕"),
    "contradicted": Look("#741b2a", "#ffffff", "!"),
    "kept": Look("#eef0f2", "#30363c", "="),
    "changed": Look("#f3e09a", "#3f3000", "≠"),
    "replaced": Look("#ecd9b0", "#3b2c00", "⇄"),
    "moved": Look("#d9e2ee", "#1f3552", "↔"),
    "new": Look("#b9d8c0", "#14401f", "+"),
    "raised": Look("#9cc7a6", "#0d3316", "↑"),
    "lowered": Look("#a84a2c", "#ffffff", "↓"),
    "dropped": Look("#a94a4a", "#ffffff", "−"),
    "error": Look("#8f2431", "#ffffff", "!"),
    "warning": Look("#e8b873", "#3b2300", "▲"),
    "note": Look("#e3e8ee", "#28323d", "i"),
    "in_time": Look("#8fbf9a", "#0d3316", "●"),
    "late": Look("#b0442f", "#ffffff", "◆"),
    "no_due": Look("#dfe3e8", "#28323d", "□"),
    "undated": Look("#cfd5db", "#28323d", "■"),
    "absent": Look("#4a2a30", "#ffffff", "∅"),
}
"""How each tone looks; contrast of ink and fill is 4.5 at least (WCAG 2.2, 1.4.3)."""

GRADES: tuple[Tone, ...] = ("covered", "partly", "named", "missing", "contradicted")
"""Grades of an audit, the best first."""


def look(tone: Tone) -> Look:
    """Give how a tone looks."""
    return LOOKS[tone]
