"""The characters that XML has (Extensible Markup Language 1.0, production 2)."""

from __future__ import annotations

import re

_UNFIT = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def fit(words: str) -> str:
    """Drop the characters that XML does not have: controls, halves of a pair."""
    return _UNFIT.sub("", words)
