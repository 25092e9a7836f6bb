"""Words as a word of an id: `Sở Kế hoạch và Đầu tư` → `so-ke-hoach-va-dau-tu`."""

from __future__ import annotations

import re
from functools import lru_cache

from parsers.vietnamese.unicode import ascii_key

_NOT_WORD = re.compile(r"[^a-z0-9]+")


@lru_cache(maxsize=4096)
def slug(words: str) -> str:
    """Give words without marks, in lower case, joined by hyphens."""
    return _NOT_WORD.sub("-", ascii_key(words)).strip("-")
