"""Highlights: where in a passage the words of a query stand, and the stretch that shows most of them.

Takes the tree of a query and a text, gives places in it. Rule of the place: our own terms decide, not the backend, so
that both show the same; what must not be there is never shown, and of a phrase only whole phrases are.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pipeline.archive.codes import codes
from pipeline.archive.found import Span
from pipeline.archive.query import Coded, Phrase, Prefix, Query, Words, wanted
from pipeline.archive.terms import Token, beginning, placed

WIDTH = 260
"""Characters of a snippet."""


def highlights(query: Query, text: str) -> tuple[Span, ...]:
    """Give the places of what is looked for, in order, none within another; words in a row are one place."""
    terms = placed(text, folded=query.folded)
    forms = [form for _, _, form in terms]
    found: list[Span] = []
    for leaf in wanted(query.node):
        match leaf:
            case Coded(key):
                found += [(code.start, code.end) for code in codes(text) if code.key == key]
            case Phrase(words):
                found += _rows(terms, forms, [_form(word, query) for word in words])
            case Words(words) if len(words) > 1 and (
                rows := _rows(terms, forms, [_form(word, query) for word in words])
            ):
                found += rows
            case Words(words):
                asked = {_form(word, query) for word in words}
                found += [(start, end) for start, end, form in terms if form in asked]
            case Prefix(begun):
                letters, tone, whole = beginning(begun)
                found += [
                    (start, end)
                    for start, end, form in terms
                    if form in whole or (not tone and form.startswith(letters))
                ]
    return tuple(_joined(text, sorted(found)))


def snippet(text: str, places: Sequence[Span], width: int = WIDTH) -> Span:
    """Give the stretch of a text that holds the most highlighted characters, widened to whole words."""
    if len(text) <= width:
        return 0, len(text)
    best, most = 0, -1
    for start, _ in places:
        shown = sum(end - begin for begin, end in places if start <= begin and end <= start + width)
        if shown > most:
            best, most = start, shown
    lead = best - width // 6
    start = max(min(lead, len(text) - width), 0)
    return _word_start(text, start), _word_end(text, start + width)


def _form(word: Token, query: Query) -> str:
    return word.folded if query.folded else word.exact


def _rows(terms: Sequence[tuple[int, int, str]], forms: Sequence[str], row: Sequence[str]) -> list[Span]:
    """Give the places where the words of a row stand one after the other."""
    size = len(row)
    return [
        (terms[at][0], terms[at + size - 1][1])
        for at in range(len(forms) - size + 1)
        if forms[at] == row[0] and forms[at : at + size] == row
    ]


def _joined(text: str, places: Sequence[Span]) -> Iterator[Span]:
    """Join places that overlap or have only a space between them."""
    held: Span | None = None
    for start, end in places:
        if held and (start <= held[1] or text[held[1] : start] == " "):
            held = held[0], max(held[1], end)
            continue
        if held:
            yield held
        held = start, end
    if held:
        yield held


def _word_start(text: str, at: int) -> int:
    while at > 0 and not text[at - 1].isspace():
        at -= 1
    return at


def _word_end(text: str, at: int) -> int:
    while at < len(text) and not text[at].isspace():
        at += 1
    return at
