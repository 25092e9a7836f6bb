"""Ruled lines of a PDF page: what is drawn as thin straight lines, from which the grids of tables are made.

Takes a page, gives its rules: lines, thin boxes, and the edges of boxes that are stroked. A filled area is shading or
the ground behind a word and has no edges; what is drawn in white is not seen. Only pages on which words stand in rows
are asked, because every object has to be looked at.
"""

from __future__ import annotations

import ctypes
import itertools
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

import pypdfium2
from pypdfium2 import raw

from models import Box
from parsers.readers.pdf_pieces import PrintedLine

THIN = 2.5
"""Thickness in points of a printed rule, at most."""
MAX_OBJECTS = 20_000
"""Objects of a page that are looked at."""
MAX_SEGMENTS = 4_000
"""Segments of one path that are looked at."""
WHITE = 245
"""Red, green and blue from which a colour is not seen on paper."""
ALIGNED = 3
"""Lines of two pieces whose second piece begins at the same place: rows of two columns, from so many on."""
RETURNS = 2
"""Times that the stream goes back up on a page with a table, at least."""

Point = tuple[float, float]


def rules(page: pypdfium2.PdfPage, height: float) -> tuple[Box, ...]:
    """Give the thin lines and the edges of boxes drawn on a page, in points from its top left corner."""
    found: list[Box] = []
    left, bottom, right, top = (ctypes.c_float() for _ in range(4))
    for index in range(min(raw.FPDFPage_CountObjects(page), MAX_OBJECTS)):
        item = raw.FPDFPage_GetObject(page, index)
        if raw.FPDFPageObj_GetType(item) == raw.FPDF_PAGEOBJ_PATH and raw.FPDFPageObj_GetBounds(
            item, left, bottom, right, top
        ):
            filled, stroked = _shown(item)
            box = (left.value, height - top.value, right.value, height - bottom.value)
            if not (filled or stroked):
                continue
            if _is_thin(box):
                found.append(box)
            else:
                found += [edge for edge in _edges(item, height, stroked=stroked) if _is_thin(edge)]
    return tuple(found)


def _is_thin(box: Box) -> bool:
    return box[2] - box[0] <= THIN or box[3] - box[1] <= THIN


def _shown(item: object) -> tuple[bool, bool]:
    """Say whether a path is filled and whether it is stroked, in a colour that is seen."""
    mode, stroke = ctypes.c_int(), ctypes.c_int()
    raw.FPDFPath_GetDrawMode(item, mode, stroke)
    fills = mode.value != raw.FPDF_FILLMODE_NONE and _is_seen(item, raw.FPDFPageObj_GetFillColor)
    return fills, bool(stroke.value) and _is_seen(item, raw.FPDFPageObj_GetStrokeColor)


def _is_seen(item: object, colour: object) -> bool:
    parts = [ctypes.c_uint() for _ in range(4)]
    known = colour(item, *parts)  # type: ignore[operator]
    return not known or (parts[3].value > 0 and min(part.value for part in parts[:3]) < WHITE)


def _edges(item: object, height: float, *, stroked: bool) -> Iterator[Box]:
    """Give the straight edges of a path: all of what is stroked, thin parts as they are of what is only filled."""
    for points in _outlines(item, height):
        if stroked:
            yield from (_hull(pair) for pair in itertools.pairwise(points))
        elif len(points) > 1:
            yield _hull(points)


def _outlines(item: object, height: float) -> Iterator[list[Point]]:
    """Give the points of each part of a path, closed ones with their first point at the end."""
    matrix, x, y = raw.FS_MATRIX(), ctypes.c_float(), ctypes.c_float()
    raw.FPDFPageObj_GetMatrix(item, matrix)
    points: list[Point] = []
    for index in range(min(raw.FPDFPath_CountSegments(item), MAX_SEGMENTS)):
        segment = raw.FPDFPath_GetPathSegment(item, index)
        raw.FPDFPathSegment_GetPoint(segment, x, y)
        if raw.FPDFPathSegment_GetType(segment) == raw.FPDF_SEGMENT_MOVETO:
            yield points
            points = []
        points.append((
            matrix.a * x.value + matrix.c * y.value + matrix.e,
            height - (matrix.b * x.value + matrix.d * y.value + matrix.f),
        ))  # fmt: skip
        if raw.FPDFPathSegment_GetClose(segment):
            points.append(points[0])
    yield points


def _hull(points: Iterable[Point]) -> Box:
    xs, ys = zip(*points, strict=True)
    return min(xs), min(ys), max(xs), max(ys)


def in_rows(lines: Sequence[PrintedLine], gap: float) -> bool:
    """Say whether a page may hold a table; lines: in stream order. gap: width in points that parts two cells.

    That is: two lines or more of three pieces that stand apart, or some of two whose second pieces begin at the same
    place, or a stream that goes back up to the right as it does from one cell to the next, or words of two rows in one
    line.
    """
    if any(line.is_tall for line in lines):
        return True
    rows = [parts for line in lines if len(parts := _apart(line, gap)) > 1]
    if sum(len(parts) > 2 for parts in rows) > 1 or sum(map(_goes_up, lines, lines[1:])) >= RETURNS:
        return True
    starts = Counter(round(parts[1] / 3) for parts in rows)
    return any(count + starts[start + 1] >= ALIGNED for start, count in starts.items())


def _goes_up(before: PrintedLine, line: PrintedLine) -> bool:
    return before.box[1] - line.box[1] > line.size / 2 and line.box[0] > before.box[0]


def _apart(line: PrintedLine, gap: float) -> list[float]:
    """Give the left edges of what stands apart on a line."""
    starts = [line.pieces[0].box[0]]
    starts += [b.box[0] for a, b in itertools.pairwise(line.pieces) if b.box[0] - a.box[2] > gap]
    return starts
