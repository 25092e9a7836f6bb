"""Layout: what every reader gives. Pages ▸ lines ▸ runs, in reading order.

Takes nothing, knows no file format. Text in runs is NFC with single spaces; boxes are in points from the
top-left of the page. Readers put lines in reading order (columns of the header and the closing block
already separated) and leave out nothing but page numbers and running heads, which they keep in
`Page.furniture`.
"""

from __future__ import annotations

from typing import Literal, NamedTuple

from models import Box
from models.source import Grade, Signature

Role = Literal["body", "footnote", "table", "note"]
"""body text; a footnote; a cell of a real table (not the header or signature grid); a page note such as `ĐẾN`."""


class Doubt(NamedTuple):
    """A word that was recognised with doubt: where it stands in the words of its run, how sure it is from 0 to 1."""

    start: int
    end: int
    sure: float


class Blank(NamedTuple):
    """A blank of the letterhead that could not be read surely: `number`, `day` or `month`.

    read: what recognition made of it. box: where it is, in points.
    """

    kind: str
    read: str
    box: Box


class Repair(NamedTuple):
    """Words that were put right by their neighbours or by a table: as they were read, and as what they were taken."""

    read: str
    taken: str


class Run(NamedTuple):
    """A stretch of a line with one look.

    text: NFC. box: place on the page, None where the source has no pages. size: points, 0 if unknown.
    origin: the text layer, or an annotation (stamped number and day).
    doubts: words that were recognised with doubt.
    """

    text: str
    box: Box | None = None
    size: float = 0.0
    bold: bool = False
    italic: bool = False
    origin: Literal["text", "annotation"] = "text"
    doubts: tuple[Doubt, ...] = ()


class Cell(NamedTuple):
    """Which cell of which table a line belongs to; all counts from 0, `table` over the whole document.

    height, width: rows and columns that a merged cell takes.
    """

    table: int
    row: int
    column: int
    height: int = 1
    width: int = 1


class Line(NamedTuple):
    """One printed line, or one source paragraph where the format does not say how lines break.

    box: hull of the runs. cell: for lines in a table or grid.
    ends: True if the line is known to end its paragraph, False if it is known to run on, None if unknown
    (PDF and text dumps).
    align: `center` or `right` where the format or geometry says so.
    note: mark of the footnote (`1`) for lines whose role is footnote.
    calls: marks of the footnotes that the line calls; the marks themselves are left out of the text.
    heading: the source marks it as a heading (Word style, Markdown `#`).
    label: automatic list label at the start of the line (`I.`, `a)`, `-`), already part of the text.
    """

    runs: tuple[Run, ...]
    box: Box | None = None
    role: Role = "body"
    cell: Cell | None = None
    ends: bool | None = None
    align: Literal["left", "center", "right", "justify"] | None = None
    note: str | None = None
    calls: tuple[str, ...] = ()
    heading: bool = False
    label: str | None = None

    @property
    def text(self) -> str:
        """Give the line's words."""
        return self.runs[0].text if len(self.runs) == 1 else "".join(run.text for run in self.runs)


class Page(NamedTuple):
    """One page: its lines in reading order; width and height in points (0 where there are no pages).

    furniture: page numbers and running heads, kept apart from the text.
    origin: where its text comes from. grade: what its text layer was judged to be, None where there are no layers.
    sure: mean certainty of recognition. blanks: what of the letterhead could not be read.
    repairs: words that recognition read otherwise.
    stamps: words of annotations that are not part of the body (signature notes, stamps of arrival).
    """

    lines: tuple[Line, ...]
    number: int | None = None
    width: float = 0.0
    height: float = 0.0
    furniture: tuple[str, ...] = ()
    stamps: tuple[str, ...] = ()
    origin: Literal["text", "ocr"] = "text"
    grade: Grade | None = None
    sure: float | None = None
    blanks: tuple[Blank, ...] = ()
    repairs: tuple[Repair, ...] = ()


class Layout(NamedTuple):
    """A whole file.

    media_type: the one found from the content. reader: name of the module that read it.
    signatures: digital signatures in the file.
    notes: codes of warnings about how the file was read (`legacy-encoding`).
    """

    pages: tuple[Page, ...]
    media_type: str
    reader: str
    paged: bool = False
    signatures: tuple[Signature, ...] = ()
    notes: tuple[str, ...] = ()
