"""Series: what kind of document a citation means, apart from which one.

Takes a citation, gives a key: `72/KH-UBND` of one year and `49/KH-UBND` of the next are one series, and so are the
editions of a law.
"""

from __future__ import annotations

from models import Citation
from parsers.resolution.laws import name_of
from pipeline.archive.codes import code_key

_LAWS = frozenset(("luật", "bộ luật", "pháp lệnh"))


def series(citation: Citation) -> str:
    """Give what documents of one series share: the letters of the symbol; else the name without number and day."""
    symbol = citation.symbol or (citation.code or "").lstrip("0123456789 /-")
    return code_key(symbol) if symbol and citation.doc_type not in _LAWS else name_of(citation.raw)
