"""Tokens of a text for spaCy: syllables or words, whose offsets are those of the text.

Takes text, gives (start, end) for each token; whatever is between two tokens is white space, and a spaCy Doc made
from them says exactly the text again. `pyproject.toml` gives the tokenizer to spaCy as `vanban.syllables.v1` and
`vanban.words.v1`, so that `spacy train` and a trained pipeline cut text as the export does.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc
    from spacy.vocab import Vocab


class Tokens(StrEnum):
    """What a token is: a syllable (tiếng) or a word (từ)."""

    syllable = "syllable"
    word = "word"


class Cut(NamedTuple):
    """A text in tokens: their offsets, and how many paragraphs stay in syllables because no words were found."""

    borders: list[tuple[int, int]]
    uncut: int = 0


_RAISED = "²³¹⁰-₟"
_SYLLABLE = re.compile(rf"[{_RAISED}]+|(?:(?![{_RAISED}])\w)+|[^\w\s]")
_PARAGRAPH = re.compile(r"[^\n]+")


def syllables(text: str) -> Cut:
    """Give runs of letters and digits, and each other sign alone; a raised footnote number stands by itself."""
    return Cut([found.span() for found in _SYLLABLE.finditer(text)])


def words(text: str) -> Cut:
    """Give the words that underthesea finds, paragraph by paragraph.

    `word_tokenize` gives no offsets and may rewrite letters: each word is laid on the text by its letters, and a
    paragraph on which they do not fit stays in syllables.
    """
    from underthesea import word_tokenize

    borders: list[tuple[int, int]] = []
    uncut = 0
    for paragraph in _PARAGRAPH.finditer(text):
        found = list(_laid(paragraph[0], word_tokenize(paragraph[0], use_token_normalize=False)))
        if not found and (found := syllables(paragraph[0]).borders):
            uncut += 1
        borders += [(paragraph.start() + start, paragraph.start() + end) for start, end in found]
    return Cut(borders, uncut)


def _laid(text: str, pieces: Iterable[str]) -> Iterator[tuple[int, int]]:
    """Give the offsets of pieces that say the text in order, white space aside; none if they do not."""
    bare = [piece for each in pieces if (piece := "".join(each.split()))]
    if "".join(bare) != "".join(text.split()):
        return
    places = [place for place, letter in enumerate(text) if not letter.isspace()]
    at = 0
    for piece in bare:
        yield places[at], places[at + len(piece) - 1] + 1
        at += len(piece)


CUTS: dict[Tokens, Callable[[str], Cut]] = {Tokens.syllable: syllables, Tokens.word: words}


def as_doc(vocab: Vocab, text: str, borders: Iterable[tuple[int, int]]) -> Doc:
    """Make a spaCy Doc of the tokens; what one space behind a token cannot say is a token of white space."""
    from spacy.tokens import Doc

    forms: list[str] = []
    spaces: list[bool] = []
    end = 0
    for start, stop in (*borders, (len(text), len(text))):
        _fill(text[end:start], forms, spaces)
        if start < stop:
            forms.append(text[start:stop])
            spaces.append(False)
        end = stop
    return Doc(vocab, words=forms, spaces=spaces)


def _fill(gap: str, forms: list[str], spaces: list[bool]) -> None:
    """Add what stands between two tokens: a space goes to the token before it, the rest is a token of its own."""
    if forms and gap.startswith(" "):
        spaces[-1] = True
        gap = gap[1:]
    if gap:
        trailing = len(gap) > 1 and gap.endswith(" ")
        forms.append(gap[:-1] if trailing else gap)
        spaces.append(trailing)


class Tokenizer:
    """What spaCy asks of a tokenizer; it keeps nothing, so nothing is saved with a pipeline."""

    def __init__(self, vocab: Vocab, cut: Callable[[str], Cut]) -> None:
        """Keep the vocabulary and the function that cuts."""
        self.vocab, self.cut = vocab, cut

    def __call__(self, text: str) -> Doc:
        """Make a Doc of the text."""
        return as_doc(self.vocab, text, self.cut(text).borders)

    def pipe(self, texts: Iterable[str], **_: object) -> Iterator[Doc]:
        """Make a Doc of each text."""
        return map(self, texts)

    def to_bytes(self, **_: object) -> bytes:
        """Give nothing."""
        return b""

    def from_bytes(self, _data: bytes, **_: object) -> Tokenizer:
        """Take nothing."""
        return self

    def to_disk(self, _path: object, **_: object) -> None:
        """Write nothing."""

    def from_disk(self, _path: object, **_: object) -> Tokenizer:
        """Read nothing."""
        return self


def syllable_tokenizer() -> Callable[[Language], Tokenizer]:
    """Give spaCy's `vanban.syllables.v1`."""
    return lambda nlp: Tokenizer(nlp.vocab, syllables)


def word_tokenizer() -> Callable[[Language], Tokenizer]:
    """Give spaCy's `vanban.words.v1`."""
    return lambda nlp: Tokenizer(nlp.vocab, words)
