"""pdfium's answers about characters: where they stand, how large and bold they are."""

from __future__ import annotations

import ctypes

from pypdfium2 import raw

from models import Box

BOLD = 600
"""Font weight from which a run counts as bold."""

_ITALIC, _FORCE_BOLD = 1 << 6, 1 << 18


def hull(boxes: list[Box]) -> Box:
    """Give the smallest box around boxes."""
    if len(boxes) == 1:
        return boxes[0]
    left, top, right, bottom = boxes[0]
    for x0, y0, x1, y1 in boxes:
        left = x0 if x0 < left else left
        top = y0 if y0 < top else top
        right = x1 if x1 > right else right
        bottom = y1 if y1 > bottom else bottom
    return left, top, right, bottom


class Geometry:
    """pdfium's answers about characters; its doubles are reused, making new ones costs more than a call."""

    __slots__ = ("_doubles", "_flags", "_flags_ref", "_name", "_refs", "handle", "height")

    def __init__(self, handle: object, height: float) -> None:
        self.handle = handle
        self.height = height
        self._doubles = [ctypes.c_double() for _ in range(4)]
        self._refs = [ctypes.byref(double) for double in self._doubles]
        self._name = ctypes.create_string_buffer(64)
        self._flags = ctypes.c_int()
        self._flags_ref = ctypes.byref(self._flags)

    def rects(self, start: int, count: int) -> list[Box]:
        """Give the rectangles of a range of characters, from the page's top-left."""
        left, top, right, bottom = self._doubles
        get, handle, refs, height = raw.FPDFText_GetRect, self.handle, self._refs, self.height
        boxes = []
        for index in range(raw.FPDFText_CountRects(handle, start, count)):
            get(handle, index, *refs)
            boxes.append((left.value, height - top.value, right.value, height - bottom.value))
        return boxes

    def edges(self, index: int) -> tuple[float, float]:
        """Give the left and right edge of a character."""
        raw.FPDFText_GetCharBox(self.handle, index, *self._refs)
        return self._doubles[0].value, self._doubles[1].value

    def level(self, index: int) -> tuple[float, float]:
        """Give the top and bottom edge of a character, from the page's top."""
        raw.FPDFText_GetCharBox(self.handle, index, *self._refs)
        return self.height - self._doubles[3].value, self.height - self._doubles[2].value

    def object(self, index: int) -> int:
        """Give the address of the text object that a character belongs to, 0 if there is none."""
        item = raw.FPDFText_GetTextObject(self.handle, index)
        return ctypes.addressof(item.contents) if item else 0

    def size(self, index: int) -> float:
        """Give a character's font size in points."""
        return float(raw.FPDFText_GetFontSize(self.handle, index))

    def look(self, index: int) -> tuple[bool, bool]:
        """Say whether a character is bold and italic, by its font's name, flags and weight."""
        raw.FPDFText_GetFontInfo(self.handle, index, self._name, len(self._name), self._flags_ref)
        name, flags = self._name.value, self._flags.value
        italic = bool(flags & _ITALIC) or b"Italic" in name or b"Oblique" in name
        if b"Bold" in name or flags & _FORCE_BOLD:
            return True, italic
        return int(raw.FPDFText_GetFontWeight(self.handle, index)) >= BOLD, italic
