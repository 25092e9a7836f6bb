"""Strips of a page: the stretches of its lines, each cut out with room for its marks.

Takes the ink of a page, gives strips. Tesseract would cut lines at their letters' height, and Vietnamese marks stand
above it in two storeys: what it cuts off, it cannot read (`bổ` becomes `bô`). So letters are joined into stretches that
end at wide gaps, which part columns; baseline and letter height are measured in the ink, and the strip reaches from
above the marks of capitals to below the descenders.
"""

from __future__ import annotations

import statistics
from bisect import bisect_left
from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from parsers.readers.ocr_ink import Ink

Pixels = tuple[int, int, int, int]
"""left, top, right, bottom."""

GAP = 15.0
"""Empty width in points that parts two strips of a line."""

ABOVE, BELOW = 1.06, 0.36
"""How far a strip reaches above and below its baseline, in units of the font size."""

LETTER = 0.45
"""Height of a small letter without ascender in units of the font size, in Times."""

NOMINAL = 14.0
"""Font size in points in which most documents are set (Nghị định 30/2020/NĐ-CP, Phụ lục I: 13 to 14)."""

PRIOR = 12.0
"""Inches of print that the nominal size counts for: two lines."""

NEAR = 7.0
"""Distance in letter heights within which lines are set alike."""

SMALLEST, LARGEST = 6.0, 26.0
"""Font sizes in points that are taken for print."""


class Strip(NamedTuple):
    """A stretch of a line: what to recognise, how large its print is in points, which line it belongs to.

    left, top, bottom: of its letters, marks and descenders. bullet: a dash stands before its first letter.
    stop: there is ink of a full stop at its end.
    """

    box: Pixels
    size: float
    line: int
    left: int
    top: int
    bottom: int
    bullet: bool
    stop: bool


class _Measured(NamedTuple):
    """A stretch of a line: its ink's box, baseline and height of a small letter, in pixels; 0 if not measured."""

    box: Pixels
    baseline: int
    letter: int


def strips(ink: Ink, dpi: int) -> list[Strip]:
    """Find the strips of a page, from the top; those of one line follow each other from left to right.

    dpi: pixels an inch.
    """
    found = [box for box in _stretches(ink.pieces, dpi) if not any(ring.holds(box) for ring in ink.rings)]
    stretches = [_measure(ink.printed, box) for box in _with_signs(found, ink.pieces, dpi)]
    usual = _usual(stretches, round(NOMINAL / 72 * dpi * LETTER), dpi)
    kept = _in_lines(_joined(_once(stretches, usual), usual, ink.printed), usual)
    return [_strip(each, line, _letter(each, stretches, usual), ink, dpi) for line, each in kept]


def _has_stop(each: _Measured, ink: Ink, em: float) -> bool:
    """Say whether a stretch may end in a full stop: its last piece of ink is small, or too wide to tell."""
    _, top, right, bottom = each.box
    reach = bisect_left(ink.pieces, (round(right - 1.5 * em),))
    beyond = bisect_left(ink.pieces, (round(right + 0.5 * em),))
    last = [box for box in ink.pieces[reach:beyond] if top <= box[1] and box[3] <= bottom + 0.1 * em]
    ends = [box for box in last if box[2] > max(other[2] for other in last) - 0.05 * em]
    return not ends or all(box[3] - box[1] < 0.33 * em or box[2] - box[0] > em for box in ends)


def _is_bullet(each: _Measured, ink: Ink, dpi: int) -> bool:
    """Say whether a stretch begins with a dash: a short level stroke at half the height of small letters."""
    left, _, _, _ = each.box
    point = dpi / 72
    first = [
        piece
        for piece in ink.pieces[bisect_left(ink.pieces, (left,)) : bisect_left(ink.pieces, (round(left + 2 * point),))]
        if each.box[1] <= piece[1] and piece[3] <= each.box[3] and piece[0] == left
    ]
    if not first or not each.baseline:
        return False
    x0, y0, x1, y1 = first[0]
    height = (each.baseline - (y0 + y1) / 2) / (each.letter or 1)
    follows = any(0.8 * point < piece[0] - x1 < 14 * point for piece in ink.pieces if _beside(piece, each))
    return 1.8 * point < x1 - x0 < 8 * point and x1 - x0 > 1.8 * (y1 - y0) and 0.2 < height < 0.85 and follows


def _beside(piece: Pixels, each: _Measured) -> bool:
    return each.box[1] <= piece[1] and piece[3] <= each.box[3] and piece[3] - piece[1] > 0.5 * (each.letter or 1)


def _stretches(pieces: Sequence[Pixels], dpi: int) -> list[Pixels]:
    """Join letters into stretches: each goes on with the next letter on its height that is near enough.

    pieces: boxes of connected ink, from left to right. Marks and specks are too small to be letters.
    """
    point = dpi / 72
    heights = [y1 - y0 for x0, y0, x1, y1 in pieces if 3 * point < y1 - y0 < 20 * point and x1 - x0 > 1.5 * point]
    if not heights:
        return []
    least, gap = 0.55 * statistics.median(heights), GAP * point
    open_: list[tuple[Pixels, Pixels]] = []
    done: list[Pixels] = []
    for piece in pieces:
        left, top, right, bottom = piece
        if bottom - top < least:
            continue
        still: list[tuple[Pixels, Pixels]] = []
        best, most = -1, 0.0
        for stretch in open_:
            if stretch[0][2] < left - gap:
                done.append(stretch[0])
                continue
            last = stretch[1]
            shared = (min(bottom, last[3]) - max(top, last[1])) / min(bottom - top, last[3] - last[1])
            if shared > max(most, 0.5):
                best, most = len(still), shared
            still.append(stretch)
        open_ = still
        if best < 0:
            open_.append((piece, piece))
        else:
            hull, _ = open_[best]
            grown = (hull[0], min(hull[1], top), max(hull[2], right), max(hull[3], bottom))
            open_[best] = (grown, piece)
    return done + [hull for hull, _ in open_]


def _with_signs(stretches: Sequence[Pixels], pieces: Sequence[Pixels], dpi: int) -> list[Pixels]:
    """Lengthen stretches by the small signs at their ends: dashes of bullets, colons, full stops."""
    point = dpi / 72
    made = []
    for left, top, right, bottom in stretches:
        low, high = left - 1.3 * GAP * point, right + 0.7 * GAP * point
        for x0, y0, x1, y1 in pieces[bisect_left(pieces, (int(low),)) : bisect_left(pieces, (int(high),))]:
            middle = (y0 + y1) / 2
            if top + 0.2 * (bottom - top) < middle < bottom and y1 - y0 < bottom - top and (x1 - x0) > 0.8 * point:
                left, right = (x0 if x1 <= left else left), (x1 if x0 >= right else right)
        made.append((left, top, right, bottom))
    return made


def _in_lines(stretches: Sequence[_Measured], usual: int) -> list[tuple[int, _Measured]]:
    """Give stretches line by line: those on one baseline, from left to right, lines from the top."""
    lines: list[list[_Measured]] = []
    for each in sorted(stretches, key=_base):
        near = [line for line in lines[-3:] if _base(each) - _base(line[-1]) < 0.5 * usual]
        beside = next((line for line in near if all(_are_apart(each, other) for other in line)), None)
        if beside is None:
            lines.append([each])
        else:
            beside.append(each)
    return [(n, each) for n, line in enumerate(lines) for each in sorted(line, key=lambda each: each.box[0])]


def _base(each: _Measured) -> int:
    return each.baseline or each.box[3]


def _are_apart(each: _Measured, other: _Measured) -> bool:
    return each.box[2] <= other.box[0] or other.box[2] <= each.box[0]


def _letter(each: _Measured, all_: Sequence[_Measured], usual: int) -> int:
    """Give the letter height of a stretch; where it cannot be (capitals, marks), that of the lines beside it."""
    if _is_letter(each.letter, usual):
        return each.letter
    near = [
        other.letter
        for other in all_
        if _is_letter(other.letter, usual)
        and min(each.box[2], other.box[2]) > max(each.box[0], other.box[0])
        and abs(each.box[3] - other.box[3]) < NEAR * usual
        and abs(each.box[0] - other.box[0]) < NEAR * usual
    ]
    return round(statistics.median(near)) if near else usual


def _is_letter(height: int, usual: int) -> bool:
    return 0.7 * usual < height < 1.1 * usual


def _usual(stretches: Sequence[_Measured], nominal: int, dpi: int) -> int:
    """Give the letter height of most of the page, each stretch weighed by its width.

    nominal: that of the size in which documents are set, which weighs as much as a few lines.
    """
    heights = [(each.letter, each.box[2] - each.box[0]) for each in stretches if each.letter]
    heights = sorted([*heights, (nominal, round(PRIOR * dpi))])
    half = sum(width for _, width in heights) / 2
    for height, width in heights:
        half -= width
        if half <= 0:
            return height
    return nominal


def _once(measured: Sequence[_Measured], usual: float) -> list[_Measured]:
    """Leave out what is found twice: marks taken for a line of their own, a line cut in two at its marks."""
    kept: list[_Measured] = []
    for each in sorted(measured, key=lambda each: each.box[0] - each.box[2]):
        if not any(_is_within(each, other, usual) for other in kept):
            kept.append(each)
    return kept


def _joined(stretches: Sequence[_Measured], usual: int, printed: NDArray[np.bool_]) -> list[_Measured]:
    """Join stretches of one line that overlap, as where a stain or a mark led the letters astray."""
    made: list[_Measured] = []
    for each in sorted(stretches, key=lambda each: each.box[0]):
        over = next((o for o in made if not _are_apart(each, o) and abs(_base(each) - _base(o)) < 0.7 * usual), None)
        if over is None:
            made.append(each)
            continue
        a, b = each.box, over.box
        hull = (min(a[0], b[0]), min(a[1], b[1]), max(a[2], b[2]), max(a[3], b[3]))
        made[made.index(over)] = _measure(printed, hull)
    return made


def _is_within(each: _Measured, other: _Measured, usual: float) -> bool:
    """Say whether most of a stretch stands where another one's letters and marks are."""
    base = other.baseline or other.box[3]
    top, bottom = base - 2.2 * usual, base + 0.6 * usual
    height = max(each.box[3] - each.box[1], 1)
    width = max(each.box[2] - each.box[0], 1)
    tall = min(each.box[3], bottom) - max(each.box[1], top)
    wide = min(each.box[2], other.box[2]) - max(each.box[0], other.box[0])
    return tall > 0.7 * height and wide > 0.7 * width


def _strip(each: _Measured, line: int, letter: int, ink: Ink, dpi: int) -> Strip:
    """Give the strip of a stretch whose letters are so many pixels high."""
    size = min(max(letter / LETTER / dpi * 72, SMALLEST), LARGEST)
    em = size * dpi / 72
    left, top, right, bottom = each.box
    baseline = each.baseline or bottom
    margin = round(0.4 * em)
    rows, columns = ink.printed.shape
    box = (
        max(left - margin, 0),
        max(min(round(baseline - ABOVE * em), top), round(baseline - 1.5 * em), 0),
        min(right + margin, columns),
        min(round(baseline + BELOW * em), rows),
    )
    top, bottom = max(top, round(baseline - 0.95 * em)), min(bottom, round(baseline + 0.25 * em))
    return Strip(box, size, line, left, top, bottom, bullet=_is_bullet(each, ink, dpi), stop=_has_stop(each, ink, em))


def _measure(ink: NDArray[np.bool_], box: Pixels) -> _Measured:
    """Measure baseline and letter height: the rows that differ most from those above and below them.

    Small letters make a dense band between the sparse rows of ascenders and descenders; capitals make one of their
    own height.
    """
    left, top, right, bottom = box
    profile = ink[top:bottom, left:right].sum(axis=1).astype(np.float64)
    full = np.flatnonzero(profile)
    if full.size < 4:
        return _Measured(box, 0, 0)
    top, bottom = top + int(full[0]), top + int(full[-1]) + 1
    profile = np.pad(profile[full[0] : full[-1] + 1], 2)
    box = (left, top, right, bottom)
    total = np.concatenate(([0.0], np.cumsum(profile)))
    count = len(profile)
    begin, end = np.triu_indices(count + 1, k=max(count // 4, 3))
    inside, rows = total[end] - total[begin], (end - begin).astype(np.float64)
    outside = np.maximum(count - rows, 1.0)
    apart = (inside / rows - (total[-1] - inside) / outside) ** 2 * rows * outside
    best = int(np.argmax(apart))
    letter = int(end[best] - begin[best])
    return _Measured(box, top + int(end[best]) - 2, letter if letter > 5 else 0)
