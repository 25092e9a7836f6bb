"""Places: evidence in a document, with the path of its section and its page.

Takes a document and characters of its text, gives `Place` values. Rule of the place: a quote is what stands at its
span, spaces at the edges left out and nothing else.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from functools import cached_property

from models import Document, Section, Span
from models.audit import Place


class Located:
    """A document whose characters are found by section and page."""

    def __init__(self, document: Document) -> None:
        """Keep the document; what is asked of it is made once."""
        self.document = document

    @cached_property
    def sections(self) -> tuple[tuple[str, Section], ...]:
        """Give all sections with their paths, parents before children; bullets have the path of what they stand in."""
        return tuple(_walked(self.document.sections, ""))

    @cached_property
    def _anchors(self) -> tuple[list[int], list[int]]:
        d = self.document
        spans = [section.span for _, section in self.sections]
        spans += [one.span for items in (d.citations, d.dates, d.tasks, d.targets, d.recipients) for one in items]
        known = sorted((span.start, span.page) for span in spans if span.page is not None)
        return [start for start, _ in known], [page for _, page in known]

    def page(self, start: int) -> int | None:
        """Give the page of a character, from 1; None where there are no pages."""
        starts, pages = self._anchors
        return pages[max(bisect_right(starts, start) - 1, 0)] if starts else None

    def path(self, start: int) -> str | None:
        """Give the path of the innermost section around a character."""
        around = [path for path, one in self.sections if one.span.start <= start < one.span.end]
        return around[-1] if around else None

    def roles(self, start: int) -> tuple[str, ...]:
        """Give the roles of the sections around a character, the outermost first."""
        return tuple(one.role for _, one in self.sections if one.role and one.span.start <= start < one.span.end)

    def place(self, start: int, end: int) -> Place:
        """Give the evidence at some characters."""
        text = self.document.text
        while start < end and text[start].isspace():
            start += 1
        while end > start and text[end - 1].isspace():
            end -= 1
        page = self.page(start)
        span = Span(start=start, end=end, page=page)
        return Place(document=self.document.id, path=self.path(start), page=page, span=span, quote=text[start:end])

    def title(self) -> Place:
        """Give the evidence of what the document is: its title, else its first line."""
        found = self.document.header.evidence.get("title")
        if found and found.span:
            return self.place(found.span.start, found.span.end)
        return self.place(0, max(self.document.text.find("\n"), 0) or len(self.document.text))


def _walked(sections: Iterable[Section], above: str) -> Iterator[tuple[str, Section]]:
    for section in sections:
        path = above if section.kind == "bullet" else f"{above}/{section.label}" if above else section.label
        yield path, section
        yield from _walked(section.children, path)
