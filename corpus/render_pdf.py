"""PDF, as an office prints it: letterhead and signatures in two columns, justified body, footnotes at the foot.

Takes a `Plan`, gives the bytes of the file. Rule of the place: sizes and places are those of
Nghị định 30/2020/NĐ-CP, Phụ lục I; Party documents follow Hướng dẫn 36-HD/VPTW.
"""

from __future__ import annotations

from functools import cache
from typing import Any, Literal
from xml.sax.saxutils import escape

from corpus import closing
from corpus.flow import Line, Run, Signatures, layout
from corpus.pdf_pages import INNER, LEFT, MM, Pages, face, opened
from corpus.plan import Letterhead, Plan, Signer, Table, Text, plain

LEADING = 1.22
LEFT_COLUMN = LEFT + INNER * 0.21
RIGHT_COLUMN = LEFT + INNER * 0.71
Align = Literal["LEFT", "CENTER", "JUSTIFY"]
COLUMN_WIDTHS = (INNER * 0.42, INNER * 0.58)
SIGN_GAP = 24 * MM
SUPER = '<super rise="5" size="9">{}</super>'
CENTRED = frozenset({
    "type", "title", "command", "annex-heading", "annex-title", "guide", "centred-heading", "addressee-lead",
})  # fmt: skip


def render(plan: Plan) -> bytes:
    """Give a document as PDF."""
    pages, buffer = opened(plain(plan.title))
    for block in layout(plan):
        if isinstance(block, Letterhead):
            _letterhead(pages, block)
        elif isinstance(block, Signatures):
            _signatures(pages, block)
        elif isinstance(block, Table):
            _table(pages, block)
        else:
            _line(pages, block)
    pages.finish()
    pages.canvas.save()
    return buffer.getvalue()


@cache
def _style(align: Align, size: float, indent: float) -> Any:
    from reportlab.lib import enums
    from reportlab.lib.styles import ParagraphStyle

    return ParagraphStyle(
        "line", fontName=face(), fontSize=size, leading=size * LEADING, firstLineIndent=indent,
        alignment=getattr(enums, f"TA_{align}"), splitLongWords=False, allowWidows=0, allowOrphans=0,
    )  # fmt: skip


def _flowed(markup: str, size: float = 14, align: Align = "JUSTIFY", indent: float = 0.0) -> Any:
    from reportlab.platypus import Paragraph

    return Paragraph(markup, _style(align, size, indent))


def _escaped(words: str) -> str:
    """Escape words for reportlab, which would close up the gaps left for a number or a day."""
    return escape(words).replace("  ", "\u00a0\u00a0")


def _markup(run: Run) -> str:
    if run.note is not None:
        return SUPER.format(run.note)
    words = _escaped(run.text)
    words = f"<b>{words}</b>" if run.bold else words
    return f"<i>{words}</i>" if run.italic else words


def _note(number: int, text: Text) -> Any:
    return _flowed(f"{SUPER.format(number)} {_escaped(plain(text))}", 10)


def _line(pages: Pages, line: Line) -> None:
    if line.style == "page":
        pages.turn(first=True)
        return
    if line.style == "mark":
        _mark(pages, line.words())
        return
    centred = line.style in CENTRED
    markup = "".join(map(_markup, line.runs))
    before = {"type": 10.0, "annex-heading": 4.0, "command": 10.0, "addressee-lead": 10.0}.get(line.style, 0.0)
    keep = 40.0 if line.style in ("heading", "centred-heading") else 0.0
    flowed = _flowed(markup, align="CENTER" if centred else "JUSTIFY", indent=0 if centred else 10 * MM)
    pages.place(flowed, before if centred else 6.0, tuple(_note(*note) for note in line.notes), keep)
    if line.style in ("title", "annex-title"):
        pages.rule(30 * MM)


def _mark(pages: Pages, words: str) -> None:
    """Draw a boxed mark (DỰ THẢO, HỎA TỐC) under the number."""
    wide = pages.canvas.stringWidth(words, face(True), 13) + 16
    pages.y -= 20
    pages.canvas.setFont(face(True), 13)
    pages.canvas.setLineWidth(0.8)
    pages.canvas.drawCentredString(LEFT_COLUMN, pages.y, words)
    pages.canvas.rect(LEFT_COLUMN - wide / 2, pages.y - 5, wide, 20)
    pages.y -= 8


def _folded(words: str, width: float, size: float, bold: bool) -> list[str]:
    from reportlab.lib.utils import simpleSplit

    if " " * 3 in words:
        return [words]
    return list(simpleSplit(words, face(bold), size, width))


def _column(pages: Pages, words: list[tuple[str, float, bool, bool]], centre: float, width: float, top: float) -> float:
    """Draw centred lines (words, size, bold, italic) below one another from `top`; give where they end."""
    for text, size, bold, italic in words:
        for row in _folded(text, width, size, bold):
            top -= size * LEADING
            pages.canvas.setFont(face(bold, italic), size)
            pages.canvas.drawCentredString(centre, top, row)
    return top


def _short_rule(pages: Pages, centre: float, width: float, y: float) -> None:
    pages.canvas.setLineWidth(0.7)
    pages.canvas.line(centre - width / 2, y - 6, centre + width / 2, y - 6)


def _letterhead(pages: Pages, top: Letterhead) -> None:
    if top.shown == "nothing":
        return
    y = pages.y
    if top.shown == "all":
        y = _agencies(pages, top)
    left = [(closing.number_line(top), 13.0, False, False)]
    if subject := closing.subject_line(top):
        left.append((subject, 12.0, False, False))
    low = _column(pages, left, LEFT_COLUMN, COLUMN_WIDTHS[0], y - 4)
    _column(pages, [(closing.place_line(top), 13.5, False, True)], RIGHT_COLUMN, COLUMN_WIDTHS[1], y - 4)
    pages.y = low - 10


def _agencies(pages: Pages, top: Letterhead) -> float:
    """Draw issuers on the left and Quốc hiệu or the Party's name on the right; give where the lower one ends."""
    left = [(words, 13.0, False, False) for words in top.governing]
    left += [(words, 13.0, True, False) for words in closing.issuers(top)]
    size = 15.0 if top.family == "party" else 12.5
    right = [(words, size + number, True, False) for number, words in enumerate(closing.national(top))]
    low = _column(pages, left, LEFT_COLUMN, COLUMN_WIDTHS[0], pages.y)
    end = _column(pages, right, RIGHT_COLUMN, COLUMN_WIDTHS[1] + 10, pages.y)
    if top.family != "party":
        _short_rule(pages, LEFT_COLUMN, 22 * MM, low)
    words, size, bold, _ = right[-1]
    _short_rule(pages, RIGHT_COLUMN, pages.canvas.stringWidth(words, face(bold), size), end)
    return min(low, end) - 8


def _signatures(pages: Pages, block: Signatures) -> None:
    joint = len(block.signers) > 1
    items = closing.recipient_lines(block.recipients, block.archive)
    tall = max((_sign_height(signer) for signer in block.signers), default=0.0)
    listed = 16 + 13.5 * len(items)
    if (tall + listed if joint else max(tall, listed)) + 12 > pages.room():
        pages.turn()
    pages.y -= 12
    top = pages.y
    if joint:
        share = INNER / len(block.signers)
        rows = max(
            sum(len(_folded(words, share - 8, size, bold)) for words, size, bold, _ in _posts(signer))
            for signer in block.signers
        )
        for place, signer in enumerate(block.signers):
            _sign(pages, signer, LEFT + share * (place + 0.5), share - 8, top, rows)
        top -= tall + 8
    low = _recipients(pages, items, top)
    if not joint and block.signers:
        low = min(low, _sign(pages, block.signers[0], RIGHT_COLUMN, COLUMN_WIDTHS[1], top))
    pages.y = low


def _posts(signer: Signer) -> list[tuple[str, float, bool, bool]]:
    return [(words, 13.5, True, False) for words in closing.posts(signer)]


def _sign_height(signer: Signer) -> float:
    return 14 * LEADING * (len(closing.posts(signer)) + len(closing.names(signer)) + 1) + SIGN_GAP


def _sign(pages: Pages, signer: Signer, centre: float, width: float, top: float, rows: int = 0) -> float:
    """Draw posts and name in a column; `rows` keeps room for the posts of the signer beside."""
    y = min(_column(pages, _posts(signer), centre, width, top), top - rows * 13.5 * LEADING)
    if signer.signed:
        _column(pages, [(signer.signed, 13, False, True)], centre, width, y - SIGN_GAP / 2 + 8)
    return _column(pages, [(words, 14, True, False) for words in closing.names(signer)], centre, width, y - SIGN_GAP)


def _recipients(pages: Pages, items: tuple[str, ...], top: float) -> float:
    if not items:
        return top
    rows = [("Nơi nhận:", face(True, True), 12.0)]
    rows += [(row, face(), 11.0) for words in items for row in _folded(words, COLUMN_WIDTHS[0], 11, False)]
    for words, font, size in rows:
        top -= size * LEADING
        pages.canvas.setFont(font, size)
        pages.canvas.drawString(LEFT, top, words)
    return top


def _table(pages: Pages, block: Table) -> None:
    from reportlab.lib.colors import black
    from reportlab.platypus import Table as Ruled

    share = [1.0 if len(name) < 5 else 2.2 if len(name) < 14 else 3.4 for name in block.columns]
    widths = [INNER * part / sum(share) for part in share]
    rows = [[_flowed(f"<b>{escape(name)}</b>", 12, "CENTER") for name in block.columns]]
    rows += [
        [_flowed(escape(plain(cell)), 12, "CENTER" if len(plain(cell)) < 4 else "LEFT") for cell in row]
        for row in block.rows
    ]
    ruled = Ruled(
        rows,
        colWidths=widths,
        repeatRows=1,
        style=[("GRID", (0, 0), (-1, -1), 0.6, black), ("VALIGN", (0, 0), (-1, -1), "TOP")],
    )
    pages.place(ruled, 6.0)
