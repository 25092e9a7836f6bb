"""A report as a Word file, on A4 with the margins and letters of an administrative document.

Takes a Report, gives the bytes of a DOCX file. Margins and type: Nghị định 30/2020/NĐ-CP, Phụ lục I, mục I.
"""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Any

from pipeline.export.xml_characters import fit
from pipeline.report.charts import chart
from pipeline.report.phrases import word
from pipeline.report.tones import LOOKS, Tone, look
from pipeline.report.values import Bars, Cell, Matrix, Report, Run, Table, Timeline

if TYPE_CHECKING:
    from docx.document import Document
    from docx.table import _Cell

COLUMNS = 12
"""Columns of a matrix side by side; what is more goes on below."""
FONT, SIGN = "Times New Roman", 0.9
"""The letters, and the breadth of a column of signs in cm."""
WIDTH = 16.5
"""Breadth between the margins in cm."""


def word_file(report: Report) -> bytes:
    """Give the file. Raises MissingExtra: what draws the charts is not installed."""
    from docx import Document
    from docx.enum.text import WD_ALIGN_PARAGRAPH

    document = Document()
    _paper(document, report)
    document.add_paragraph(fit(report.over).upper(), style="Subtitle").alignment = WD_ALIGN_PARAGRAPH.CENTER
    document.add_heading(fit(report.title), 0).alignment = WD_ALIGN_PARAGRAPH.CENTER
    _scope(document, report)
    for line in report.summary:
        document.add_paragraph(fit(line), style="List Bullet").runs[0].bold = True
    _table(document, report.findings, report.lang)
    if report.matrix:
        _matrix(document, report.matrix, report.lang)
    for about in (report.timeline, *report.bars):
        if about:
            _picture(document, about, report.lang)
    for table in report.tables:
        _table(document, table, report.lang)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def _paper(document: Document, report: Report) -> None:
    from docx.enum.text import WD_ALIGN_PARAGRAPH
    from docx.oxml.ns import qn
    from docx.shared import Cm, Pt, RGBColor

    section = document.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.top_margin = section.bottom_margin = Cm(2)
    section.left_margin, section.right_margin = Cm(3), Cm(1.5)
    for name, size in (("Normal", 12), ("Title", 16), ("Subtitle", 12), ("Heading 1", 13)):
        style = document.styles[name]
        style.font.name, style.font.size, style.font.color.rgb = FONT, Pt(size), RGBColor(0, 0, 0)
        fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
        for key in ("w:eastAsia", "w:cs", "w:hAnsi", "w:ascii"):
            fonts.set(qn(key), FONT)
        for key in ("w:asciiTheme", "w:hAnsiTheme", "w:eastAsiaTheme", "w:cstheme"):
            fonts.attrib.pop(qn(key), None)
    document.styles["Title"].font.bold = document.styles["Subtitle"].font.bold = True
    document.styles["Subtitle"].font.italic = False
    for border in document.styles["Title"].element.xpath("./w:pPr/w:pBdr"):
        border.getparent().remove(border)
    document.styles["Normal"].paragraph_format.space_after = Pt(4)
    document.core_properties.title = fit(report.title)[:250]
    document.core_properties.author = ""
    document.core_properties.comments = ""
    foot = section.footer.paragraphs[0]
    foot.alignment = WD_ALIGN_PARAGRAPH.CENTER
    _field(foot.add_run(), "PAGE")


def _scope(document: Document, report: Report) -> None:
    grid = document.add_table(0, 2)
    for name, value in report.scope:
        left, right = grid.add_row().cells
        _write(left, (Run(name, "faint"),), 11)
        _write(right, (Run(value),), 11)
    _widths(grid, (5.5, WIDTH - 5.5))
    document.add_paragraph()


def _table(document: Document, table: Table, lang: str) -> None:
    if not table.rows and not table.note:
        return
    document.add_heading(fit(table.title), 1)
    if table.note:
        document.add_paragraph(fit(table.note))
    if not table.rows:
        return
    sign = [""] if table.toned else []
    if table.toned:
        _legend(document, {row.tone for row in table.rows if row.tone}, lang)
    grid = _grid(document, [*sign, *table.head])
    for row in table.rows:
        cells = _added(grid)
        if sign:
            _toned(cells[0], row.tone)
        for at, cell in enumerate(row.cells, len(sign)):
            _write(cells[at], cell, 10)
    room = WIDTH - SIGN * len(sign)
    shares = table.widths or (100 / len(table.head),) * len(table.head)
    _widths(grid, [*([SIGN] if sign else []), *(room * share / 100 for share in shares)])


def _matrix(document: Document, matrix: Matrix, lang: str) -> None:
    document.add_heading(fit(matrix.title), 1)
    if matrix.note:
        document.add_paragraph(fit(matrix.note))
    _legend(document, {tone for _, tones in matrix.rows for tone in tones if tone}, lang)
    for at in range(0, len(matrix.columns), COLUMNS):
        shown = slice(at, at + COLUMNS)
        grid = _grid(document, [matrix.corner, *matrix.columns[shown]])
        for name, tones in matrix.rows:
            cells = _added(grid)
            _write(cells[0], (Run(name),), 10)
            for cell, tone in zip(cells[1:], tones[shown], strict=True):
                _toned(cell, tone)
        count = len(matrix.columns[shown])
        broad = max(0.95, 0.3 * max(map(len, matrix.columns[shown])))
        _widths(grid, [WIDTH - broad * count, *[broad] * count])
        document.add_paragraph()


def _legend(document: Document, tones: set[Tone], lang: str) -> None:
    line = document.add_paragraph()
    for tone in sorted(tones, key=list(LOOKS).index):
        run = line.add_run(f" {look(tone).sign} ")
        _shade(run._r.get_or_add_rPr(), look(tone).fill)
        _colour(run, look(tone).ink)
        line.add_run(f" {word(f'tone.{tone}', lang)}    ")


def _picture(document: Document, about: Timeline | Bars, lang: str) -> None:
    from docx.shared import Cm

    if not (about.events if isinstance(about, Timeline) else about.rows):
        return
    document.add_heading(fit(about.title), 1)
    document.add_picture(io.BytesIO(chart(about, lang, "png")), width=Cm(WIDTH))


def _grid(document: Document, heads: list[str]) -> Any:
    from docx.oxml import OxmlElement

    grid = document.add_table(1, len(heads), style="Table Grid")
    grid.autofit = False
    for cell, name in zip(grid.rows[0].cells, heads, strict=True):
        _write(cell, (Run(name, "strong"),), 10)
        _shade(cell._tc.get_or_add_tcPr(), "#eef1f4")
    grid.rows[0]._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))
    return grid


def _added(grid: Any) -> Any:
    """Add a row that is not cut by the end of a page; give its cells."""
    from docx.oxml import OxmlElement

    row = grid.add_row()
    row._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))
    return row.cells


def _widths(grid: Any, widths: Any) -> None:
    from docx.shared import Cm

    for column, width in zip(grid.columns, widths, strict=True):
        column.width = Cm(width)
        for cell in column.cells:
            cell.width = Cm(width)


def _toned(cell: _Cell, tone: Tone | None) -> None:
    from docx.enum.text import WD_ALIGN_PARAGRAPH

    run = cell.paragraphs[0].add_run(look(tone).sign if tone else "·")
    cell.paragraphs[0].alignment = WD_ALIGN_PARAGRAPH.CENTER
    if tone:
        run.bold = True
        _colour(run, look(tone).ink)
        _shade(cell._tc.get_or_add_tcPr(), look(tone).fill)


def _write(cell: _Cell, runs: Cell, size: float) -> None:
    from docx.shared import Pt

    line = cell.paragraphs[0]
    line.paragraph_format.space_after = Pt(1)
    for run in runs:
        added = line.add_run(fit(run.text))
        added.font.size = Pt(size)
        added.bold = run.mark in ("strong", "added")
        added.italic = run.mark == "quote"
        added.underline = run.mark == "added"
        added.font.strike = run.mark == "dropped"
        if run.mark in ("faint", "dropped"):
            _colour(added, "#5b646e" if run.mark == "faint" else "#8f2431")


def _colour(run: Any, colour: str) -> None:
    from docx.shared import RGBColor

    run.font.color.rgb = RGBColor.from_string(colour[1:].upper())


def _shade(properties: Any, colour: str) -> None:
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    shade = OxmlElement("w:shd")
    for name, value in (("w:val", "clear"), ("w:color", "auto"), ("w:fill", colour[1:].upper())):
        shade.set(qn(name), value)
    properties.append(shade)


def _field(run: Any, code: str) -> None:
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    for kind, text in (("begin", None), (None, code), ("end", None)):
        part = OxmlElement("w:fldChar" if kind else "w:instrText")
        if kind:
            part.set(qn("w:fldCharType"), kind)
        else:
            part.text = text
        run._r.append(part)
