"""Places: where a passage stands, in words a reader can follow.

Takes the place of an audit or a span of a document, gives cells: section and page, and the words there.
"""

from __future__ import annotations

from models.audit import Place
from models.span import Span
from pipeline.report.phrases import word
from pipeline.report.values import Cell, Run

QUOTE = 420
"""Letters of a quoted passage; the rest is left to the document."""


def quoted(place: Place | None, lang: str, names: dict[str, str] | None = None) -> Cell:
    """Give where a passage stands and its words; nothing for no place.

    names: what the documents are called, by id; None to leave them out.
    """
    if place is None:
        return ()
    where = located(place.path, place.page, lang)
    name = names.get(place.document, place.document) if names is not None else None
    return cited(", ".join(filter(None, (name, where))), place.quote)


def cited(where: str, quote: str) -> Cell:
    """Give a place in words and what stands there, each in its line."""
    return ((Run(where + "\n", "faint"),) if where else ()) + ((Run(f"“{clipped(quote)}”", "quote"),) if quote else ())


def located(path: str | None, page: int | None, lang: str) -> str:
    """Give section and page: `mục II/1, trang 3`."""
    section = word("graph.section", lang).format(section=path) if path else None
    leaf = word("graph.page", lang).format(page=page) if page else None
    return ", ".join(filter(None, (section, leaf)))


def page_of(span: Span | None) -> int | None:
    """Give the page of a span."""
    return span.page if span else None


def clipped(text: str, limit: int = QUOTE) -> str:
    """Give the words in one line, cut at a space where they are longer."""
    words = " ".join(text.split())
    return words if len(words) <= limit else words[: limit - 1].rsplit(" ", 1)[0] + "…"
