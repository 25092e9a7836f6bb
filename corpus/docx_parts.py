"""The two parts of a DOCX that python-docx does not write: footnotes and automatic numbering.

Takes a python-docx document and words, changes its package. Rule of the place: raw WordprocessingML stands only
here (ECMA-376 Part 1, 17.9 numbering, 17.11 footnotes).
"""

from __future__ import annotations

import io
import zipfile
from typing import Any
from xml.sax.saxutils import escape

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
NOTES_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
NOTES_LINK = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/footnotes"
FIRST_NOTE = 1
LEVELS = (
    ("upperRoman", "%1."),
    ("decimal", "%2."),
    ("lowerLetter", "%3)"),
    ("bullet", "-"),
)
UNUSED = frozenset({"stylesWithEffects", "customXml", "thumbnail"})
STYLES = frozenset({"Normal", "Header", "HeaderChar", "DefaultParagraphFont", "TableNormal", "TableGrid", "NoList"})
EPOCH = (1980, 1, 1, 0, 0, 0)


def slim(document: Any) -> None:
    """Drop what the template carries for nothing: effects, custom XML, a thumbnail, styles and lists not used here."""
    for part in (document.part, document.part.package):
        for key in [key for key, link in part.rels.items() if link.reltype.rsplit("/", 1)[-1] in UNUSED]:
            del part.rels[key]
    styles = document.styles.element
    for style in styles.findall(f"{{{W}}}style"):
        if style.get(f"{{{W}}}styleId") not in STYLES:
            styles.remove(style)
    numbering = document.part.numbering_part.element
    for child in list(numbering):
        numbering.remove(child)


def add_footnotes(document: Any, notes: list[str]) -> None:
    """Add the footnotes part; the note with the number n has the id n."""
    from docx.opc.packuri import PackURI
    from docx.opc.part import Part

    marks = "".join(
        f'<w:footnote w:type="{kind}" w:id="{number}"><w:p><w:r><w:{kind}/></w:r></w:p></w:footnote>'
        for number, kind in ((-1, "separator"), (0, "continuationSeparator"))
    )
    bodies = "".join(_note(number, words) for number, words in enumerate(notes, FIRST_NOTE))
    xml = f'<w:footnotes xmlns:w="{W}">{marks}{bodies}</w:footnotes>'
    part = Part(PackURI("/word/footnotes.xml"), NOTES_TYPE, xml.encode(), document.part.package)
    document.part.relate_to(part, NOTES_LINK)


def _note(number: int, words: str) -> str:
    face = '<w:rPr><w:sz w:val="20"/></w:rPr>'
    mark = '<w:r><w:rPr><w:vertAlign w:val="superscript"/><w:sz w:val="20"/></w:rPr><w:footnoteRef/></w:r>'
    text = f'<w:r>{face}<w:t xml:space="preserve"> {escape(words)}</w:t></w:r>'
    return f'<w:footnote w:id="{number}"><w:p><w:pPr><w:jc w:val="both"/></w:pPr>{mark}{text}</w:p></w:footnote>'


def call_footnote(run: Any, number: int) -> None:
    """Turn an empty run into the superscript mark of a footnote."""
    from docx.oxml.parser import parse_xml

    run.font.superscript = True
    run._r.append(parse_xml(f'<w:footnoteReference xmlns:w="{W}" w:id="{number}"/>'))


def add_numbering(document: Any) -> int:
    """Add a list of four levels (`I.`, `1.`, `a)`, `-`) and give its id."""
    from docx.oxml.parser import parse_xml

    numbering = document.part.numbering_part.element
    taken = [int(n.get(f"{{{W}}}abstractNumId")) for n in numbering.findall(f"{{{W}}}abstractNum")]
    used = [int(n.get(f"{{{W}}}numId")) for n in numbering.findall(f"{{{W}}}num")]
    scheme, listed = max(taken, default=0) + 1, max(used, default=0) + 1
    levels = "".join(
        f'<w:lvl w:ilvl="{n}"><w:start w:val="1"/><w:numFmt w:val="{fmt}"/><w:suff w:val="space"/>'
        f'<w:lvlText w:val="{text}"/><w:lvlJc w:val="left"/>'
        f'<w:pPr><w:ind w:left="0" w:firstLine="567"/></w:pPr></w:lvl>'
        for n, (fmt, text) in enumerate(LEVELS)
    )
    kind = '<w:multiLevelType w:val="multilevel"/>'
    xml = f'<w:abstractNum xmlns:w="{W}" w:abstractNumId="{scheme}">{kind}{levels}</w:abstractNum>'
    first = numbering.find(f"{{{W}}}num")
    numbering.insert(numbering.index(first) if first is not None else len(numbering), parse_xml(xml))
    numbering.append(parse_xml(f'<w:num xmlns:w="{W}" w:numId="{listed}"><w:abstractNumId w:val="{scheme}"/></w:num>'))
    return listed


def number(paragraph: Any, listed: int, level: int) -> None:
    """Put a paragraph on a level of an automatic list."""
    from docx.oxml.parser import parse_xml

    xml = f'<w:numPr xmlns:w="{W}"><w:ilvl w:val="{level}"/><w:numId w:val="{listed}"/></w:numPr>'
    paragraph._p.get_or_add_pPr().append(parse_xml(xml))


def rule_below(paragraph: Any) -> None:
    """Draw a line over a paragraph that has no other property yet, as wide as its indents will leave."""
    from docx.oxml.parser import parse_xml

    xml = f'<w:pBdr xmlns:w="{W}"><w:top w:val="single" w:sz="6" w:space="1" w:color="000000"/></w:pBdr>'
    paragraph._p.get_or_add_pPr().append(parse_xml(xml))


def page_field(paragraph: Any) -> None:
    """Put the page's number into a paragraph."""
    from docx.oxml.parser import parse_xml

    xml = f'<w:fldSimple xmlns:w="{W}" w:instr="PAGE"><w:r><w:t>2</w:t></w:r></w:fldSimple>'
    paragraph._p.append(parse_xml(xml))


def repacked(package: bytes) -> bytes:
    """Give the same zip package with fixed times, so that equal documents are equal files."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(package)) as source, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as target:
        for name in source.namelist():
            target.writestr(zipfile.ZipInfo(name, EPOCH), source.read(name), zipfile.ZIP_DEFLATED, 9)
    return out.getvalue()
