"""Reading order of a PDF page: the letterhead and the closing block are read column by column.

Takes printed lines in stream order, gives layout lines in reading order. Plain text is read from top to
bottom; the two blocks that stand in two columns are split at the strip that no word crosses; ruled tables are read
cell by cell, rows of tables without rules keep the stream's order, which goes cell by cell.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from parsers.layout import Cell, Line, Role, Run
from parsers.readers.pdf_geometry import hull
from parsers.readers.pdf_grids import Grid
from parsers.readers.pdf_lines import GAP
from parsers.readers.pdf_pieces import Piece, PrintedLine, spaces
from parsers.readers.pdf_tables import Cells, Ordered, taken

_ADDRESSED = re.compile(r"\W*kính (?:gửi|trình)", re.IGNORECASE)
_COPY = re.compile(
    r"\W*(?:BẢN\s+)?(?:SAO\s+Y(?:\s+BẢN\s+\w+)?|SAO\s+LỤC|TRÍCH\s+SAO)\W*$|\W*Số\s*[:.]?[\s\d.…]*[-/]\s?(?:SY|SL|TrS|BS)\s?[-/]"
)
_CLOSING = re.compile(r"\W*nơi nhận", re.IGNORECASE)
_AUTHORITY = re.compile(
    r"(?:TM|KT|TL|TUQ|Q)\.\s?\w|[TK]/[ML]T?\s|(?:PHÓ )?(?:GIÁM ĐỐC|CHỦ TỊCH|BỘ TRƯỞNG|THƯ KÝ|CHỦ TRÌ)"
)
_LETTERHEAD = re.compile(
    r"cộng\s+h\S{1,3}\s+xã|độc\s+lập|đảng\s+cộng|đoàn\s+tncs|^\W*số\s*[:.\d/]|ngày\b.*\btháng", re.IGNORECASE
)
"""What tells a letterhead from a table at the top of a page: motto, number or day."""
_NOTE = re.compile(r"(\d{1,2})\s*(?=[^\W\d]|[“\"(])")


class _Band(NamedTuple):
    """Lines that stand side by side, with the order in which the stream gives them; or a ruled table and its number."""

    lines: tuple[tuple[int, PrintedLine], ...]
    top: float
    bottom: float
    cells: Cells | None = None
    table: int = 0

    @property
    def pieces(self) -> list[Piece]:
        return [piece for _, line in self.lines for piece in line.pieces]


def _bands(lines: list[PrintedLine]) -> list[_Band]:
    """Group lines into rows from top to bottom, by their overlap."""
    bands: list[_Band] = []
    for entry in sorted(enumerate(lines), key=lambda entry: (entry[1].box[1] + entry[1].box[3]) / 2):
        box = entry[1].box
        middle = (box[1] + box[3]) / 2
        if bands and middle < bands[-1].bottom - 1:
            last = bands[-1]
            bands[-1] = _Band((*last.lines, entry), min(last.top, box[1]), max(last.bottom, box[3]))
        else:
            bands.append(_Band((entry,), box[1], box[3]))
    return bands


def _gutter(pieces: list[Piece], width: float) -> float | None:
    """Give the middle of the widest strip near the page's middle that no piece crosses, if there is one."""
    low, high = 0.25 * width, 0.68 * width
    best, right = None, low
    widest = 4.0
    for piece in sorted(pieces, key=lambda piece: piece.box[0]):
        left = min(piece.box[0], high)
        if left - right > widest:
            widest, best = left - right, (left + right) / 2
        right = max(right, piece.box[2])
    both = best is not None and min(p.box[0] for p in pieces) < best < max(p.box[2] for p in pieces)
    return best if both else None


def _extent(bands: list[_Band], start: int, width: float) -> int:
    """Give the index after the last band of the two-column block that begins at `start`."""
    pieces: list[Piece] = []
    end = start
    for index in range(start, len(bands)):
        if bands[index].cells or any(_ADDRESSED.match(piece.text) for piece in bands[index].pieces):
            break
        pieces = pieces + bands[index].pieces
        gutter = _gutter(pieces, width)
        if gutter is None and end > start:
            break
        if gutter is None and index - start > 2:
            break
        if gutter is not None:
            end = index + 1
    return end


def _columns(bands: list[_Band], width: float) -> list[Line]:
    """Read a block column by column."""
    gutter = _gutter([piece for band in bands for piece in band.pieces], width)
    if gutter is None:
        return [_layout(line) for band in bands for _, line in band.lines]
    sides: tuple[list[Line], list[Line]] = ([], [])
    for band in bands:
        for side, column in enumerate(sides):
            pieces = sorted(
                (p for p in band.pieces if (p.box[0] + p.box[2] > 2 * gutter) == bool(side)),
                key=lambda piece: piece.box[0],
            )
            if pieces:
                look = band.lines[0][1]
                column.append(_layout(look._replace(pieces=tuple(pieces), box=hull([p.box for p in pieces]))))
    return [*sides[0], *sides[1]]


def _layout(line: PrintedLine, role: Role = "body", note: str | None = None) -> Line:
    runs = tuple(
        Run(
            space + piece.text,
            piece.box,
            line.size,
            piece.bold,
            line.italic,
            "annotation" if piece.stamped else "text",
            piece.doubts,
        )
        for space, piece in zip(spaces(line.pieces), line.pieces, strict=True)
    )
    return Line(runs, line.box, role, note=note, calls=line.calls)


def _is_row(band: _Band) -> bool:
    pieces = sorted(band.pieces, key=lambda piece: piece.box[0])
    return len(pieces) > 1 and any(right.box[0] - left.box[2] > GAP for left, right in itertools.pairwise(pieces))


def _inside(band: _Band, row: _Band) -> bool:
    """Say whether a band's words stand under one cell of a row, as the later lines of a cell do."""
    if not band.lines or not row.lines:
        return False
    box = hull([piece.box for piece in band.pieces])
    return any(cell.box[0] - 12 < box[0] and box[2] < cell.box[2] + 60 for cell in row.pieces) and (
        box[2] - box[0] < 0.6 * (max(p.box[2] for p in row.pieces) - min(p.box[0] for p in row.pieces))
    )


def _tables(bands: list[_Band]) -> list[tuple[int, int]]:
    """Give the ranges of bands that are tables: two rows of three cells or more, with what stands between."""
    rows = [index for index, band in enumerate(bands) if _is_row(band) and len(band.pieces) > 2]
    ranges: list[tuple[int, int]] = []
    for index in rows:
        if ranges and all(_inside(band, bands[index]) or _is_row(band) for band in bands[ranges[-1][1] : index]):
            ranges[-1] = (ranges[-1][0], index + 1)
        else:
            ranges.append((index, index + 1))
    grown = []
    for start, end in ranges:
        if end - start < 2:
            continue
        while end < len(bands) and (_is_row(bands[end]) or _inside(bands[end], bands[end - 1])):
            end += 1
        grown.append((start, end))
    return grown


def _notes(bands: list[_Band], usual: float) -> int:
    """Give the index of the first band of footnotes: small print at the foot that opens with a mark.

    usual: font size of the document's text in points.
    """
    start = len(bands)
    for index in range(len(bands) - 1, -1, -1):
        if not bands[index].lines:
            break
        line = bands[index].lines[0][1]
        if line.size > 0.87 * usual and line.size > 9.5:
            break
        if _NOTE.match(line.text) and len(bands[index].pieces) < 3:
            start = index
    return start


def _footnotes(bands: list[_Band]) -> list[Line]:
    lines, mark = [], ""
    for band in bands:
        for _, line in sorted(band.lines, key=lambda entry: entry[1].box[0]):
            found = _NOTE.match(line.text)
            if found and (not mark or int(found[1]) == int(mark) + 1):
                mark = found[1]
            lines.append(_layout(line, "footnote", mark))
    return lines


def in_reading_order(
    lines: list[PrintedLine],
    width: float,
    usual: float,
    grids: Sequence[Grid] = (),
    before: Grid | None = None,
    *,
    first: bool,
) -> Ordered:
    """Give the lines of a page in reading order, and the grids of its tables.

    lines: in stream order. width: of the page in points. usual: font size of the document's text in points.
    grids: made by the rules drawn on the page. before: the grid at the foot of the page before.
    first: whether this page carries the letterhead.
    """
    rest, tables = taken(lines, grids, before) if grids else (lines, [])
    bands = _bands(rest)
    if tables:
        drawn = [_Band((), grid.rows[0], grid.rows[-1], cells, n) for n, (grid, cells) in enumerate(tables)]
        bands = sorted([*bands, *drawn], key=lambda band: band.top)
    foot = _notes(bands, usual)
    body, notes = bands[:foot], bands[foot:]
    head = _extent(body, 0, width) if first else 0
    if not any(_LETTERHEAD.search(piece.text) for band in body[:head] for piece in band.pieces):
        head = 0
    ordered = _columns(body[:head], width)
    position = head
    copies = _copies(body, head)
    closings = [i for i in range(head, len(body)) if _opens_closing(body[i])]
    for start in sorted({*closings, *copies}):
        if start >= position:
            next_ones = closings if start in copies else copies
            end = min([_extent(body, start, width), *(other for other in next_ones if other > start)])
            ordered += [*_plain(body[position:start]), *_columns(body[start:end], width)]
            position = max(end, start)
    return Ordered((*ordered, *_plain(body[position:]), *_footnotes(notes)), tuple(grid for grid, _ in tables))


def _opens_closing(band: _Band) -> bool:
    """Say whether a band opens a block of two columns: recipients, or two signatures side by side."""
    pieces = band.pieces
    if any(_CLOSING.match(piece.text) for piece in pieces):
        return True
    return (
        len(pieces) > 1
        and all(piece.text.upper() == piece.text for piece in pieces)
        and any(_AUTHORITY.match(piece.text) for piece in pieces)
    )


def _copies(bands: list[_Band], head: int) -> list[int]:
    """Give the bands that open the block of a certified copy, under the closing of the document.

    A block of two columns ends there, or the two signatures would be read into one another.
    """
    closing = next((index for index in range(head, len(bands)) if _opens_closing(bands[index])), len(bands))
    found: list[int] = []
    for index in range(closing + 1, len(bands)):
        if any(_COPY.match(piece.text) for piece in bands[index].pieces):
            start = index
            while start > closing + 1 and index - start < 2 and _names_bodies(bands[start - 1]):
                start -= 1
            if not found or start > found[-1] + 3:
                found.append(start)
    return found


def _names_bodies(band: _Band) -> bool:
    """Say whether a band is all capitals: bodies of a letterhead, not a name or a recipient."""
    words = [piece.text for piece in band.pieces]
    return bool(words) and all(text.upper() == text and any(map(str.isalpha, text)) for text in words)


def _cells(line: PrintedLine) -> Iterator[PrintedLine]:
    """Part a line of a table at its wide gaps."""
    cell = [line.pieces[0]]
    for piece in line.pieces[1:]:
        if piece.box[0] - cell[-1].box[2] > GAP:
            yield line._replace(pieces=tuple(cell), box=hull([part.box for part in cell]))
            cell = []
        cell.append(piece)
    yield line._replace(pieces=tuple(cell), box=hull([part.box for part in cell]))


def _plain(bands: list[_Band]) -> list[Line]:
    """Read bands from top to bottom, ruled tables cell by cell, those without rules in the stream's order."""
    tables = _tables(bands)
    ordered: list[Line] = []
    position = 0
    for start, end in [*tables, (len(bands), len(bands))]:
        for band in bands[position:start]:
            ordered += [_layout(line) for _, line in sorted(band.lines, key=lambda entry: entry[1].box[0])]
            ordered += _gridded(band)
        if start < end:
            ordered += _streamed(bands[start:end])
        position = end
    return ordered


def _streamed(bands: list[_Band]) -> list[Line]:
    cells = sorted((entry for band in bands for entry in band.lines), key=lambda entry: entry[0])
    return [_layout(cell, "table") for _, line in cells for cell in _cells(line)]


def _gridded(band: _Band) -> list[Line]:
    return [
        _layout(line, "table")._replace(cell=Cell(band.table, *place))
        for place, lines in (band.cells or {}).items()
        for line in lines
    ]
