"""Sections, bullets and paragraphs, in the few forms that documents use.

Takes a printed marker and words, gives `Section`, `Bullet` and `Para` values.
Rule of the place: a heading stands on its own line, a run-in heading ends at its colon, an item is a running
sentence and has no title; an item must hold no colon in its first 25 syllables, or readers would see a title.
"""

from __future__ import annotations

from corpus.plan import Bullet, Node, Para, Piece, Section, Text, say


def _text(words: Piece | Text) -> Text:
    return words if isinstance(words, tuple) else (words,)


def head(marker: str, title: Piece | Text, *body: Node) -> Section:
    """A heading on its own line: `I. MỤC ĐÍCH`."""
    return Section(marker, _text(title), body=body)


def lead(marker: str, title: Piece | Text, *body: Node) -> Section:
    """A heading whose colon ends the line and opens a list: `2. Sở Nội vụ:`."""
    return Section(marker, _text(title), end=":", body=body)


def run_in(marker: str, title: Piece | Text, *text: Piece | Text, body: tuple[Node, ...] = ()) -> Section:
    """A heading with its words behind it on the line: `1. Mục đích: …`."""
    return Section(marker, _text(title), end=":", text=say(*text), body=body)


def item(marker: str, *text: Piece | Text, body: tuple[Node, ...] = ()) -> Section:
    """A running sentence behind a marker: `1. Động viên …`."""
    return Section(marker, text=say(*text), body=body)


def dash(*text: Piece | Text, marker: str = "-") -> Bullet:
    """A bullet."""
    return Bullet(say(*text), marker)


def para(*text: Piece | Text) -> Para:
    """A paragraph."""
    return Para(say(*text))


def basis(*text: Piece | Text) -> Para:
    """A line of legal basis (căn cứ)."""
    return Para(say(*text), "basis")


def command(words: str) -> Para:
    """A centred line in capitals: `QUYẾT ĐỊNH:`."""
    return Para((words,), "command")
