"""Pages of a PDF: where the next thing goes, page numbers on top, footnotes at the foot.

Takes flowables of reportlab one after the other, draws them on a canvas. Rule of the place: lengths are points from
the page's bottom-left corner; margins are those of Nghị định 30/2020/NĐ-CP, Phụ lục I, mục I.
"""

from __future__ import annotations

import io
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import as_file, files
from typing import Any

MM = 72 / 25.4
WIDTH, HEIGHT = 210 * MM, 297 * MM
LEFT, RIGHT, TOP, BOTTOM = 30 * MM, 18 * MM, 20 * MM, 20 * MM
INNER = WIDTH - LEFT - RIGHT
FAMILY = "VanbanSerif"
FACES = {"": "Regular", "b": "Bold", "i": "Italic", "bi": "BoldItalic"}
NOTE_GAP = 10.0


@cache
def register_fonts() -> None:
    """Make the embedded Vietnamese faces known to reportlab, once."""
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.ttfonts import TTFont

    for style in FACES.values():
        with as_file(files("corpus") / "fonts" / f"{FAMILY}-{style}.ttf") as path:
            pdfmetrics.registerFont(TTFont(f"{FAMILY}-{style}", str(path)))
    pdfmetrics.registerFontFamily(f"{FAMILY}-Regular", *(f"{FAMILY}-{FACES[style]}" for style in ("", "b", "i", "bi")))


def face(bold: bool = False, italic: bool = False) -> str:
    """Give the name of a face."""
    return f"{FAMILY}-{FACES['b' * bold + 'i' * italic]}"


@dataclass
class Pages:
    """The page being filled.

    y: how far down it is filled. notes: footnotes to be drawn at its foot. number: its number.
    """

    canvas: Any
    y: float = HEIGHT - TOP
    number: int = 1
    notes: list[Any] = field(default_factory=list)

    def room(self) -> float:
        """Give the height that is left above the margin and the footnotes."""
        return self.y - BOTTOM - self._notes_height()

    def _notes_height(self) -> float:
        return sum((note.wrap(INNER, HEIGHT)[1] for note in self.notes), NOTE_GAP if self.notes else 0.0)

    def turn(self, first: bool = False) -> None:
        """Finish the page and begin the next; `first` begins the numbering of an appendix anew."""
        self.finish()
        self.number = 1 if first else self.number + 1
        self.y = HEIGHT - TOP
        if self.number > 1:
            self.canvas.setFont(face(), 14)
            self.canvas.drawCentredString(WIDTH / 2, HEIGHT - 14 * MM, str(self.number))

    def finish(self) -> None:
        """Draw the footnotes and close the page."""
        y = BOTTOM + self._notes_height() - NOTE_GAP
        if self.notes:
            self.canvas.setLineWidth(0.5)
            self.canvas.line(LEFT, y + 4, LEFT + 50 * MM, y + 4)
        for note in self.notes:
            y -= note.wrap(INNER, HEIGHT)[1]
            note.drawOn(self.canvas, LEFT, y)
        self.notes = []
        self.canvas.showPage()

    def place(self, flowable: Any, before: float = 0.0, notes: tuple[Any, ...] = (), keep: float = 0.0) -> None:
        """Draw a flowable, broken over pages where it does not fit.

        before: space above it. notes: its footnotes, which stay on its page. keep: room wanted below it.
        """
        height = flowable.wrap(INNER, HEIGHT)[1]
        self.notes += notes
        if before + height + keep <= self.room():
            self.y -= before + height
            flowable.drawOn(self.canvas, LEFT, self.y)
            return
        parts = [] if notes or keep else flowable.split(INNER, self.room() - before)
        if len(parts) > 1:
            self.place(parts[0], before)
            self.turn()
            for part in parts[1:]:
                self.place(part)
            return
        del self.notes[len(self.notes) - len(notes) :]
        self.turn()
        self.place(flowable, 0.0, notes)

    def rule(self, width: float, gap: float = 6.0) -> None:
        """Draw a short centred line below what is there."""
        self.y -= gap
        self.canvas.setLineWidth(0.7)
        self.canvas.line(WIDTH / 2 - width / 2, self.y, WIDTH / 2 + width / 2, self.y)
        self.y -= gap


def opened(title: str) -> tuple[Pages, io.BytesIO]:
    """Give an empty first page and the buffer that will hold the file; equal documents give equal files."""
    from reportlab.pdfgen.canvas import Canvas

    register_fonts()
    buffer = io.BytesIO()
    canvas = Canvas(buffer, pagesize=(WIDTH, HEIGHT), invariant=1, pageCompression=1)
    canvas.setTitle(title)
    canvas.setAuthor("vanban")
    return Pages(canvas), buffer
