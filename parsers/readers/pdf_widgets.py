"""Signature fields of a PDF: where they stand on its pages and the words that are shown there.

Takes a pyHanko reader for the fields and the file's bytes for the words, which pdfium reads after drawing the
annotations into the page, in memory.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from typing import TYPE_CHECKING, Any, NamedTuple

import pypdfium2

from models import Box
from parsers.readers.pdf_geometry import Geometry, hull
from parsers.readers.pdf_pieces import Piece
from parsers.readers.pdf_stamps import annotation_words, flattened, has_stamps, in_lines

if TYPE_CHECKING:
    from pyhanko.pdf_utils.reader import PdfFileReader

MAX_PAGES = 2000
"""Pages of a file that are looked through for the place of a signature."""

MAX_PAGES_SHOWN = 32
"""Most pages whose signatures are read as they are shown."""


class Field(NamedTuple):
    """A form field that holds a signature.

    name: full name. value: pyHanko's field dictionary, or the reference to it. page: from 0.
    rect: left, bottom, right, top in points of the page, as the file says it.
    """

    name: str
    value: Any
    page: int | None = None
    rect: tuple[float, float, float, float] | None = None


def fields(reader: PdfFileReader, most: int) -> list[Field]:
    """Give the filled signature fields of a file, those of its form or else those on its pages.

    A program that saved the file anew may have dropped the form and left the signature on the page.
    """
    from pyhanko.sign.fields import enumerate_sig_fields

    found = list(islice(((name, field) for name, _, field in enumerate_sig_fields(reader, filled_status=True)), most))
    if not found:
        loose = (item for _, item in _annotations(reader) if _is_signature(item.get_object()))
        found = [(str(entry(item.get_object(), "/T") or ""), item) for item in islice(loose, most)]
    places = _places(reader, [field for _, field in found])
    return [Field(name, field, *_place(field, places)) for name, field in found]


def entry(dictionary: Any, name: str) -> Any:
    """Give an entry of a PDF dictionary, references followed; None if there is none."""
    return dictionary[name] if name in dictionary else None  # noqa: SIM401  `get` follows no references


def _is_signature(item: Any) -> bool:
    return entry(item, "/FT") == "/Sig" and entry(item, "/V") is not None


def _annotations(reader: PdfFileReader) -> Iterator[tuple[int, Any]]:
    """Give the annotations of all pages with the page's number, from 0."""
    for number, page in enumerate(islice(_pages(reader), MAX_PAGES)):
        for item in entry(page, "/Annots") or ():
            if hasattr(item, "reference"):  # a widget of its own is an object of its own
                yield number, item


def _pages(reader: PdfFileReader) -> Iterator[Any]:
    """Give the page dictionaries in order; a page tree that bites its tail is walked once."""
    waiting, seen = [reader.root.raw_get("/Pages")], set()
    while waiting:
        item = waiting.pop()
        mark = getattr(item, "reference", None) or id(item)
        if mark in seen:
            continue
        seen.add(mark)
        node = item.get_object()
        kids = entry(node, "/Kids")
        if kids is None:
            yield node
        else:
            waiting += [kids.raw_get(index) for index in reversed(range(len(kids)))]


def _places(reader: PdfFileReader, found: list[Any]) -> dict[Any, int]:
    """Give the page of each widget of the fields; pages are read until all have been met."""
    wanted = {mark for field in found for mark in _marks(field)}
    places: dict[Any, int] = {}
    if wanted:
        for number, item in _annotations(reader):
            if item.reference in wanted:
                places.setdefault(item.reference, number)
                if len(places) == len(wanted):
                    break
    return places


def _marks(field: Any) -> list[Any]:
    """Give the references of a field's widgets: itself, or its kids."""
    kids = entry(field.get_object(), "/Kids")
    items = [field] if kids is None else [kids.raw_get(index) for index in range(len(kids))]
    return [item.reference for item in items if hasattr(item, "reference")]


def _place(field: Any, places: dict[Any, int]) -> tuple[int | None, tuple[float, float, float, float] | None]:
    """Give page and rectangle of the first widget of a field that stands on a page."""
    mark = next((mark for mark in _marks(field) if mark in places), None)
    if mark is None:
        return None, None
    rect = [float(edge) for edge in entry(mark.get_object(), "/Rect") or ()]
    if len(rect) != 4:
        return places[mark], None
    left, right, bottom, top = *sorted(rect[0::2]), *sorted(rect[1::2])
    return places[mark], (left, bottom, right, top) if right - left > 1 and top - bottom > 1 else None


def shown(data: bytes, found: list[Field]) -> list[dict[str, object]]:
    """Give `page`, `box` and `text` of each field, as a Signature has them."""
    pages = sorted({field.page for field in found if field.page is not None and field.rect})[:MAX_PAGES_SHOWN]
    seen: dict[int, dict[int, tuple[Box, str | None]]] = {}
    if pages:
        try:
            document = pypdfium2.PdfDocument(data)
        except pypdfium2.PdfiumError:
            return [_nowhere(field) for field in found]
        try:
            for number in pages:
                if number < len(document):
                    here = {at: field.rect for at, field in enumerate(found) if field.page == number and field.rect}
                    seen[number] = _words_in(document, number, here)
        finally:
            document.close()
    return [
        {**_nowhere(field), **dict(zip(("box", "text"), seen.get(field.page or 0, {}).get(at, ()), strict=False))}
        for at, field in enumerate(found)
    ]


def _nowhere(field: Field) -> dict[str, object]:
    return {"page": None if field.page is None else field.page + 1}


def _words_in(
    document: pypdfium2.PdfDocument, number: int, rects: dict[int, tuple[float, float, float, float]]
) -> dict[int, tuple[Box, str | None]]:
    """Give for each rectangle of a page its box from the top-left, and the words of annotations that stand in it."""
    page = document[number]
    try:
        height = page.get_height()
        boxes = {at: (left, height - top, right, height - bottom) for at, (left, bottom, right, top) in rects.items()}
        words: list[Piece] = []
        if has_stamps(page):
            page, added = flattened(document, page, number)
            text_page = page.get_textpage()
            try:
                words, _ = annotation_words(text_page.get_text_range(), added, Geometry(text_page.raw, height))
            finally:
                text_page.close()
    finally:
        page.close()
    homes = _homes(words, boxes)
    return {
        at: (_rounded(box), "\n".join(in_lines([word for word in words if homes[word.stamped] == at])) or None)
        for at, box in boxes.items()
    }


def _rounded(box: Box) -> Box:
    return round(box[0], 1), round(box[1], 1), round(box[2], 1), round(box[3], 1)


def _homes(words: list[Piece], boxes: dict[int, Box]) -> dict[int, int | None]:
    """Give for each drawn annotation the box that its words stand in; of boxes that overlap, the nearest around it."""
    homes: dict[int, int | None] = {}
    for stamp in {word.stamped for word in words}:
        x, y = _middle(hull([word.box for word in words if word.stamped == stamp]))
        around = [(_off(x, y, box), at) for at, box in boxes.items() if box[0] <= x <= box[2] and box[1] <= y <= box[3]]
        homes[stamp] = min(around)[1] if around else None
    return homes


def _middle(box: Box) -> tuple[float, float]:
    return (box[0] + box[2]) / 2, (box[1] + box[3]) / 2


def _off(x: float, y: float, box: Box) -> float:
    across, down = _middle(box)
    return abs(across - x) + abs(down - y)
