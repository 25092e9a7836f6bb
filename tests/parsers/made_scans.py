"""Pages drawn as a scanner would give them, for tests that need a picture; all lengths are points."""

from __future__ import annotations

import io
from collections.abc import Iterable, Sequence
from functools import cache
from pathlib import Path
from typing import Any, Literal

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageDraw, ImageFont
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

import corpus
from corpus.pdf_pages import face, register_fonts
from parsers.readers.ocr_engine import Row, Word

FONTS = Path(corpus.__file__).parent / "fonts"
WIDTH, HEIGHT = 595.0, 842.0
DPI = 240

Colour = int | tuple[int, int, int]
Point = tuple[float, float]
Picture = Image.Image


@cache
def font(pixels: int, *, bold: bool = False) -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(FONTS / f"VanbanSerif-{'Bold' if bold else 'Regular'}.ttf", pixels)


class Paper:
    """A page being drawn; x and y count points from its top-left corner."""

    def __init__(
        self, height: float = HEIGHT, width: float = WIDTH, dpi: int = DPI, mode: Literal["L", "RGB"] = "L"
    ) -> None:
        self.scale = dpi / 72
        self.picture = Image.new(mode, (self.px(width), self.px(height)), "white")
        self.draw = ImageDraw.Draw(self.picture)
        self.y = 40.0

    def px(self, points: float) -> int:
        return round(points * self.scale)

    def at(
        self, x: float, y: float, words: str, size: float = 14, *, bold: bool = False, ink: Colour | str = "black",
        centred: bool = False,
    ) -> Paper:  # fmt: skip
        """Write words on a baseline."""
        anchor = "ms" if centred else "ls"
        self.draw.text((self.px(x), self.px(y)), words, ink, font(self.px(size), bold=bold), anchor)
        return self

    def lines(self, *lines: str, left: float = 85, lead: float = 20, size: float = 14, bold: bool = False) -> Paper:
        """Write lines one below the other."""
        for words in lines:
            self.y += lead
            self.at(left, self.y, words, size, bold=bold)
        return self

    def rule(self, x0: float, y0: float, x1: float, y1: float, thick: float = 0.75) -> Paper:
        self.draw.line([self.px(side) for side in (x0, y0, x1, y1)], "black", max(self.px(thick), 1))
        return self

    def grid(self, columns: Sequence[float], rows: Sequence[float]) -> Paper:
        """Draw the rules of a table."""
        for y in rows:
            self.rule(columns[0], y, columns[-1], y)
        for x in columns:
            self.rule(x, rows[0], x, rows[-1])
        return self

    def ring(self, x: float, y: float, radius: float, ink: Colour | str = "black", thick: float = 2) -> Paper:
        """Draw the rim of a round stamp."""
        box = [self.px(side) for side in (x - radius, y - radius, x + radius, y + radius)]
        self.draw.ellipse(box, outline=ink, width=self.px(thick))
        return self

    def strokes(self, *paths: Sequence[Point], ink: Colour | str = "black", thick: float = 1.2) -> Paper:
        """Draw with a pen, stroke by stroke."""
        for path in paths:
            points = [(self.px(x), self.px(y)) for x, y in path]
            self.draw.line(points, ink, self.px(thick), joint="curve")
        return self

    def written(self, x: float, y: float, figures: str, high: float = 14, ink: Colour | str = "black") -> Paper:
        """Write figures by hand, side by side, standing on y."""
        for figure in figures:
            paths = HAND[figure]
            self.strokes(*([(x + high * a, y - high * (1 - b)) for a, b in path] for path in paths), ink=ink)
            x += 0.8 * high
        return self

    @property
    def pixels(self) -> NDArray[np.uint8]:
        return np.asarray(self.picture)

    @property
    def dark(self) -> NDArray[np.bool_]:
        return np.asarray(self.picture.convert("L")) < 128


def _arc(x: float, y: float, wide: float, high: float, start: float, end: float) -> list[Point]:
    angles = np.radians(np.linspace(start, end, 24))
    return [(float(x + wide * np.cos(a)), float(y + high * np.sin(a))) for a in angles]


HAND: dict[str, list[list[Point]]] = {
    "0": [_arc(0.3, 0.5, 0.26, 0.48, 0, 360)],
    "1": [[(0.14, 0.26), (0.34, 0.02), (0.3, 1.0)]],
    "2": [[*_arc(0.3, 0.26, 0.24, 0.25, 190, 390), (0.06, 0.98), (0.56, 0.96)]],
    "3": [[*_arc(0.28, 0.25, 0.22, 0.24, 200, 440), *_arc(0.28, 0.73, 0.25, 0.26, 280, 520)]],
    "4": [[(0.36, 0.02), (0.06, 0.62), (0.56, 0.6)], [(0.44, 0.36), (0.4, 1.0)]],
    "5": [[(0.52, 0.03), (0.16, 0.04), (0.12, 0.42), *_arc(0.28, 0.68, 0.26, 0.3, 250, 510)]],
    "6": [[(0.44, 0.02), (0.14, 0.45), *_arc(0.3, 0.72, 0.22, 0.26, 180, 540)]],
    "7": [[(0.06, 0.06), (0.54, 0.04), (0.24, 1.0)]],
    "8": [_arc(0.3, 0.26, 0.2, 0.24, 0, 360), _arc(0.3, 0.75, 0.24, 0.25, 0, 360)],
    "9": [[*_arc(0.28, 0.28, 0.22, 0.26, 0, 360), (0.46, 0.6), (0.36, 1.0)]],
}
"""The strokes of figures in a box one high."""


def noise(picture: Picture, seed: int, spread: float = 6.0) -> Picture:
    """Give a picture with the grain of a scanner."""
    pixels = np.asarray(picture, dtype=np.float32) + np.random.default_rng(seed).normal(0, spread, (
        picture.height, picture.width, *([len(picture.getbands())] if picture.mode == "RGB" else []),
    ))  # fmt: skip
    return Image.fromarray(np.clip(pixels, 0, 255).astype(np.uint8))


def saved(*pictures: Picture, form: str = "PNG", dpi: int | None = DPI) -> bytes:
    """Give pictures as a file, the later ones as its further pages."""
    stream = io.BytesIO()
    more = {"save_all": True, "append_images": pictures[1:]} if len(pictures) > 1 else {}
    told = {} if dpi is None else {"resolution": dpi} if form == "PDF" else {"dpi": (dpi, dpi)}
    pictures[0].save(stream, form, **more, **told)
    return stream.getvalue()


class Bound:
    """A PDF of pages that are pictures, text layers, or both."""

    def __init__(self) -> None:
        register_fonts()
        self._stream = io.BytesIO()
        self._canvas = Canvas(self._stream, pagesize=(WIDTH, HEIGHT))

    def page(
        self, picture: Picture | None = None, layer: Sequence[str] = (), *, unseen: bool = False, x: float = 85,
        y: float = 80,
    ) -> Bound:  # fmt: skip
        """Add a page: a picture over its whole width from the top, lines of a layer (unseen: over a scan)."""
        if picture is not None:
            high = picture.height * WIDTH / picture.width
            self._canvas.drawImage(ImageReader(picture), 0, HEIGHT - high, WIDTH, high)
        text = self._canvas.beginText(x, HEIGHT - y)
        text.setFont(face(), 14)
        text.setTextRenderMode(3 if unseen else 0)
        for words in layer:
            text.textLine(words)
        self._canvas.drawText(text)
        self._canvas.showPage()
        return self

    def data(self) -> bytes:
        self._canvas.save()
        return self._stream.getvalue()


LETTER, HIGH = 14, 30


def row(words: str, *, line: int = 0, x: int = 200, y: int = 300, sure: float = 0.96, **rest: Any) -> Row:
    """Give a row as recognised, every letter as wide as the next; `*` before a word doubts it."""
    made = []
    for word in words.split():
        text = word.removeprefix("*") or word
        made.append(Word(text, (x, y, x + LETTER * len(text), y + HIGH), sure if text == word else 0.5))
        x += LETTER * (len(text) + 1)
    return Row(**{"words": tuple(made), "size": 14.0, "line": line, "stroke": 3.5, **rest})


def shown(rows: Iterable[Row]) -> list[str]:
    """Give the words of rows."""
    return [" ".join(word.text for word in each.words) for each in rows]


BODY = (
    "Bổ sung vắc xin ở các xã vùng cao; mỗi trẻ được tiêm đủ mũi.",
    "- Trung tâm kiểm soát bệnh tật hướng dẫn các đơn vị.",
    "- Các bệnh viện gửi báo cáo trước ngày 15 tháng 12.",
)


def first_page(number: str = "148", day: str = "09", mode: Literal["L", "RGB"] = "L") -> Paper:
    """Draw a short plan; an empty number or day leaves room to write it by hand."""
    paper = Paper(450, mode=mode)
    paper.at(180, 60, "UBND TỈNH PHÚ THỌ", 13, centred=True).at(180, 76, "SỞ Y TẾ", 13, bold=True, centred=True)
    paper.at(420, 60, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", 12, bold=True, centred=True)
    paper.at(420, 76, "Độc lập - Tự do - Hạnh phúc", 13, bold=True, centred=True)
    paper.at(130, 104, "Số:", 13).at(*NUMBER, number, 13).at(182, 104, "/KH-SYT", 13)
    paper.at(320, 104, "Phú Thọ, ngày", 13).at(*DAY, day, 13).at(422, 104, "tháng 02 năm 2026", 13)
    paper.at(297, 140, "KẾ HOẠCH", bold=True, centred=True)
    paper.at(297, 158, "Tiêm chủng mở rộng năm 2026", bold=True, centred=True)
    paper.y = 172
    paper.lines("I. MỤC ĐÍCH", bold=True).lines(BODY[0])
    paper.lines("II. TỔ CHỨC THỰC HIỆN", bold=True).lines(*BODY[1:])
    paper.at(85, 310, "Nơi nhận:", 12, bold=True).at(85, 326, "- UBND tỉnh;", 11).at(85, 340, "- Lưu: VT, NVY.", 11)
    paper.at(430, 310, "GIÁM ĐỐC", bold=True, centred=True)
    return paper.at(430, 400, SIGNER, bold=True, centred=True)


NUMBER, DAY = (153, 104), (403, 104)
"""Where number and day stand."""

SIGNER = "Trần Thị Hồng"
