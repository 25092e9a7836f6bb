"""Text of DOCX in encodings of before Unicode: takes what was read of a paragraph, gives it in Unicode.

Rule of the place: the font of each run names the encoding; the syllables of the text in that font, over the whole
document and then line by line, say whether it is in it, since the names of old fonts outlive a conversion to Unicode.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby

from parsers.readers.docx_package import Element, w
from parsers.readers.docx_runs import Call, Piece, words
from parsers.readers.docx_styles import Look, Styles, paragraph_format
from parsers.vietnamese import encodings
from parsers.vietnamese.encodings import Use, by_font, font_of, use
from parsers.vietnamese.encodings_letters import SUSPECT, Encoding

_TEXT, _PARAGRAPH, _PROPERTIES = w("t"), w("p"), w("pPr")


def uses(body: Element, styles: Styles) -> dict[Encoding | None, Use]:
    """Say which encodings the text of a document uses, by what its fonts name (None: all other fonts)."""
    if not any(text.text and SUSPECT.search(text.text) for text in body.iter(_TEXT)):
        return {}
    looks = ((p, paragraph_format(styles, p.find(_PROPERTIES)).look) for p in body.iter(_PARAGRAPH))
    return uses_of(words(paragraph, styles, look).pieces for paragraph, look in looks)


def uses_of(paragraphs: Iterable[list[Piece]]) -> dict[Encoding | None, Use]:
    """Say which encodings the pieces of paragraphs use, by what their fonts name."""
    lines: dict[Encoding | None, list[str]] = {}
    for pieces in paragraphs:
        for encoding, parts in _stretches(pieces):
            lines.setdefault(encoding, []).append("".join(text for text, _ in parts))
    if not any(SUSPECT.search(line) for told in lines.values() for line in told):
        return {}
    found = {encoding: by_font(told, encoding) if encoding else use(told) for encoding, told in lines.items()}
    return {encoding: used for encoding, used in found.items() if used}


def in_unicode(pieces: list[Piece], used: Mapping[Encoding | None, Use]) -> list[Piece]:
    """Give the pieces of a paragraph in Unicode."""
    if not used:
        return pieces
    done: list[Piece] = []
    for one_line, group in groupby(pieces, key=_is_text):
        for encoding, parts in _stretches(list(group)) if one_line else ():
            texts = _texts(parts, used.get(encoding))
            done += zip(texts, (look for _, look in parts), strict=True)
        done += () if one_line else group
    return done


def label_in_unicode(text: str, look: Look, used: Mapping[Encoding | None, Use]) -> str:
    """Give the text of an automatic label in Unicode."""
    return _texts([(text, look)], used.get(_encoding(look)))[0]


def _texts(parts: list[tuple[str, Look]], used: Use | None) -> list[str]:
    texts = [text for text, _ in parts]
    if used is None:
        return texts
    fonts = [font_of(look.font) for _, look in parts]
    return encodings.in_unicode(texts, used, [font is not None and font.capitals for font in fonts])


def _is_text(piece: Piece) -> bool:
    return not isinstance(piece, Call) and piece[0] != "\n"


def _stretches(pieces: list[Piece]) -> Iterator[tuple[Encoding | None, list[tuple[str, Look]]]]:
    """Part the texts of pieces by what their fonts name."""
    texts = [piece for piece in pieces if not isinstance(piece, Call)]
    for encoding, group in groupby(texts, key=lambda piece: _encoding(piece[1])):
        yield encoding, list(group)


def _encoding(look: Look) -> Encoding | None:
    font = font_of(look.font)
    return None if font is None else font.encoding
