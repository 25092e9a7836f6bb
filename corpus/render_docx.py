"""DOCX, as an office types it: letterhead and signatures in borderless tables, body justified, real footnotes.

Takes a `Plan`, gives the bytes of the file. Rule of the place: page and type sizes are those of
Nghị định 30/2020/NĐ-CP, Phụ lục I; the same plan gives the same bytes.
"""

from __future__ import annotations

import io
from datetime import datetime
from typing import Any

from corpus import closing, docx_parts
from corpus.flow import Line, Run, Signatures, layout
from corpus.plan import Letterhead, Plan, Table, plain

FACE = "Times New Roman"
STAMP = datetime(2026, 1, 1)
MARGINS = {"top_margin": 20, "bottom_margin": 20, "left_margin": 30, "right_margin": 18}
COLUMNS = (72, 90)
AUTOMATIC = {"roman": 0, "arabic": 1, "letter": 2}
CENTRED = frozenset({
    "type", "title", "command", "annex-heading", "annex-title", "guide", "centred-heading", "addressee-lead",
})  # fmt: skip


def render(plan: Plan, automatic: bool = False) -> bytes:
    """Give a document as DOCX; `automatic` leaves `I.`, `1.`, `a)` and `-` to Word's numbering."""
    document = _blank(plan)
    listed = docx_parts.add_numbering(document) if automatic else None
    notes: list[str] = []
    for block in layout(plan):
        if isinstance(block, Letterhead):
            _letterhead(document, block)
        elif isinstance(block, Signatures):
            _signatures(document, block)
        elif isinstance(block, Table):
            _table(document, block)
        else:
            if automatic and block.style == "page":
                listed = docx_parts.add_numbering(document)
            _paragraph(document, block, listed)
            notes += [plain(note) for _, note in block.notes]
    if notes:
        docx_parts.add_footnotes(document, notes)
    out = io.BytesIO()
    document.save(out)
    return docx_parts.repacked(out.getvalue())


def _blank(plan: Plan) -> Any:
    import docx
    from docx.oxml.ns import qn
    from docx.shared import Mm, Pt

    document = docx.Document()
    face = document.styles["Normal"]
    face.font.name, face.font.size = FACE, Pt(14)
    face.element.rPr.rFonts.set(qn("w:eastAsia"), FACE)
    face.paragraph_format.space_after = Pt(0)
    docx_parts.slim(document)
    page = document.sections[0]
    page.page_width, page.page_height, page.header_distance = Mm(210), Mm(297), Mm(10)
    for side, width in MARGINS.items():
        setattr(page, side, Mm(width))
    page.different_first_page_header_footer = True
    top = page.header.paragraphs[0]
    top.alignment = _align("CENTER")
    docx_parts.page_field(top)
    core = document.core_properties
    core.created = core.modified = STAMP
    core.title, core.author, core.comments = plain(plan.title)[:250], "vanban", ""
    return document


def _align(name: str) -> Any:
    from docx.enum.text import WD_ALIGN_PARAGRAPH

    return getattr(WD_ALIGN_PARAGRAPH, name)


def _paragraph(document: Any, line: Line, listed: int | None) -> None:
    from docx.shared import Mm, Pt

    if line.style == "page":
        document.add_page_break()
        return
    paragraph = document.add_paragraph()
    level = AUTOMATIC.get(line.kind, 3 if line.style == "bullet" and line.marker == "-" else None)
    numbered = listed is not None and level is not None
    for run in line.runs[1:] if numbered else line.runs:
        _run(paragraph, run)
    if numbered and listed is not None and level is not None:
        docx_parts.number(paragraph, listed, level)
    if line.style in CENTRED:
        paragraph.alignment = _align("CENTER")
        if line.style in ("title", "annex-title"):
            _rule(document, 62)
        return
    paragraph.alignment = _align("JUSTIFY")
    paragraph.paragraph_format.space_before = Pt(6)
    if not numbered:
        paragraph.paragraph_format.first_line_indent = Mm(10)


def _run(paragraph: Any, run: Run) -> None:
    if run.note is not None:
        docx_parts.call_footnote(paragraph.add_run(), run.note)
        return
    added = paragraph.add_run(run.text)
    added.bold, added.italic = run.bold or None, run.italic or None


def _rule(holder: Any, indent: int) -> None:
    from docx.shared import Mm, Pt

    paragraph = holder.add_paragraph()
    docx_parts.rule_below(paragraph)
    shape = paragraph.paragraph_format
    shape.left_indent = shape.right_indent = Mm(indent)
    shape.line_spacing = Pt(6)


def _put(cell: Any, words: str, size: float, *, bold: bool = False, italic: bool = False, left: bool = False) -> None:
    from docx.shared import Pt

    fresh = len(cell.paragraphs) == 1 and not cell.paragraphs[0].runs
    paragraph = cell.paragraphs[0] if fresh else cell.add_paragraph()
    paragraph.alignment = _align("LEFT" if left else "CENTER")
    run = paragraph.add_run(words)
    run.bold, run.italic, run.font.size = bold, italic, Pt(size)


def _grid(document: Any, rows: int, widths: tuple[int, ...] = COLUMNS) -> Any:
    from docx.shared import Mm

    table = document.add_table(rows=rows, cols=len(widths))
    table.autofit = False
    for row in table.rows:
        for cell, width in zip(row.cells, widths, strict=True):
            cell.width = Mm(width)
    return table


def _letterhead(document: Any, top: Letterhead) -> None:
    if top.shown == "nothing":
        return
    whole = top.shown == "all"
    table = _grid(document, 2 if whole else 1)
    if whole:
        left, right = table.rows[0].cells
        for words in top.governing:
            _put(left, words, 13)
        for words in closing.issuers(top):
            _put(left, words, 13, bold=True)
        for number, words in enumerate(closing.national(top)):
            _put(right, words, 15 if top.family == "party" else 13 + number, bold=True)
        for cell, indent in ((left, 24), (right, 18)):
            _rule(cell, indent)
    left, right = table.rows[-1].cells
    _put(left, closing.number_line(top), 13)
    if subject := closing.subject_line(top):
        _put(left, subject, 12)
    _put(right, closing.place_line(top), 14, italic=True)
    document.add_paragraph()


def _signatures(document: Any, block: Signatures) -> None:
    joint = len(block.signers) > 1
    document.add_paragraph()
    if joint:
        row = _grid(document, 1, tuple(162 // len(block.signers) for _ in block.signers)).rows[0]
        for cell, signer in zip(row.cells, block.signers, strict=True):
            _sign(cell, block, block.signers.index(signer))
        document.add_paragraph()
    left, right = _grid(document, 1).rows[0].cells
    items = closing.recipient_lines(block.recipients, block.archive)
    if items:
        _put(left, "Nơi nhận:", 12, bold=True, italic=True, left=True)
    for words in items:
        _put(left, words, 11, left=True)
    if not joint:
        _sign(right, block, 0)


def _sign(cell: Any, block: Signatures, place: int) -> None:
    signer = block.signers[place]
    for words in closing.posts(signer):
        _put(cell, words, 14, bold=True)
    for words in ("", signer.signed, ""):
        cell.add_paragraph(words).alignment = _align("CENTER")
    for words in closing.names(signer):
        _put(cell, words, 14, bold=True)


def _table(document: Any, block: Table) -> None:
    from docx.shared import Pt

    rows = (block.columns, *(tuple(plain(cell) for cell in row) for row in block.rows))
    table = document.add_table(rows=len(rows), cols=len(block.columns), style="Table Grid")
    for place, (row, cells) in enumerate(zip(table.rows, rows, strict=True)):
        for cell, words in zip(row.cells, cells, strict=True):
            run = cell.paragraphs[0].add_run(words)
            run.bold, run.font.size = place == 0 or None, Pt(12)
    document.add_paragraph()
