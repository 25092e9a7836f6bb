"""What the DOCX reader makes of each construction of the format: (XML, what is expected)."""

from __future__ import annotations

import io
import time
import unicodedata
import zipfile
from collections import Counter
from pathlib import Path

import docx
import pytest
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Pt
from lxml import etree

from models import Cause, Failure
from parsers.layout import Cell, Layout, Line, Run
from parsers.readers import read as read_any
from parsers.readers.docx import MEDIA_TYPE, read
from parsers.vietnamese.unicode import clean

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
NAMES = (
    f'xmlns:w="{W}" xmlns:r="{R}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" xmlns:v="urn:schemas-microsoft-com:vml" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
)
RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"


def build(body: str, *, document: str | None = None, **parts: str) -> bytes:
    """Pack a DOCX file: body is the inside of `w:body`, parts the inside of `styles`, `numbering`, `header1`, …"""
    roots = {"styles": "styles", "numbering": "numbering", "footnotes": "footnotes", "endnotes": "endnotes"}
    links = ""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as package:
        for name, inside in parts.items():
            root = roots.get(name, "hdr" if name.startswith("header") else "ftr")
            package.writestr(f"word/{name}.xml", f"<w:{root} {NAMES}>{inside}</w:{root}>")
            links += f'<Relationship Id="{name}" Type="{R}/{name.rstrip("0123456789")}" Target="{name}.xml"/>'
        package.writestr("[Content_Types].xml", "<Types/>")
        package.writestr("word/_rels/document.xml.rels", f'<Relationships xmlns="{RELATIONS}">{links}</Relationships>')
        body = f"<w:document {NAMES}><w:body>{body}</w:body></w:document>"
        package.writestr("word/document.xml", body if document is None else document)
    return stream.getvalue()


def lines(body: str, **parts: str) -> tuple[Line, ...]:
    return read(build(body, **parts), "x.docx").pages[0].lines


def texts(body: str, **parts: str) -> list[str]:
    return [line.text for line in lines(body, **parts)]


def p(inside: str = "", properties: str = "") -> str:
    return f"<w:p><w:pPr>{properties}</w:pPr>{inside}</w:p>"


def r(text: str, properties: str = "") -> str:
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def item(text: str, list_id: int = 1, level: int = 0) -> str:
    properties = f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{list_id}"/></w:numPr>'
    return p(r(text) if text else "", properties)


def table(*rows: str, properties: str = "") -> str:
    return f"<w:tbl><w:tblPr>{properties}</w:tblPr>{''.join(f'<w:tr>{row}</w:tr>' for row in rows)}</w:tbl>"


def cell(*paragraphs: str, properties: str = "") -> str:
    inside = "".join(text if text.startswith("<") else p(r(text)) for text in paragraphs) or p()
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{inside}</w:tc>"


def box(inside: str) -> str:
    return (
        f"<w:r><w:pict><v:shape><v:textbox><w:txbxContent>{inside}</w:txbxContent></v:textbox></v:shape></w:pict></w:r>"
    )


def field(instruction: str, result: str) -> str:
    return (
        f'<w:r><w:fldChar w:fldCharType="begin"/><w:instrText>{instruction}</w:instrText></w:r>'
        f'<w:r><w:fldChar w:fldCharType="separate"/></w:r>{r(result)}<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )


PARAGRAPHS = [
    pytest.param(p(r("Kế ") + r("hoạch")), ["Kế hoạch"], id="runs are joined"),
    pytest.param(p() + p(r("   ")) + p(r("\u200b")), [], id="a paragraph without words gives no line"),
    pytest.param(
        p(r("  Số:        /KH-SCT  ")), ["Số:        /KH-SCT"], id="blanks stay inside a line, not at its ends"
    ),
    pytest.param(p(r("Ke\u0302\u0301 hoa\u0323ch")), ["Kế hoạch"], id="decomposed letters become one"),
    pytest.param(p(r("Ke\u0302") + r("\u0301 hoạch", "<w:b/>")), ["Kế hoạch"], id="a mark cut off into the next run"),
    pytest.param(p("<w:r><w:t>một\n   hai</w:t></w:r>"), ["một hai"], id="a line feed in the XML is a space"),
    pytest.param(p(r("một") + "<w:r><w:br/></w:r>" + r("hai")), ["một", "hai"], id="a break parts two lines"),
    pytest.param(p("<w:r><w:br w:type='page'/></w:r>" + r("một")), ["một"], id="a page break gives no line"),
    pytest.param(p("<w:r><w:tab/><w:t>một</w:t></w:r>"), ["một"], id="a tab at the start is an indent"),
    pytest.param(
        p("<w:r><w:t>1.</w:t><w:tab/><w:t>Mục</w:t></w:r>"), ["1. Mục"], id="a tab after a label is one space"
    ),
    pytest.param(p(r("-") + "<w:r><w:tab/></w:r>" + r("Mục")), ["- Mục"], id="a tab after a typed dash in its own run"),
    pytest.param(
        p("<w:r><w:t>UBND TỈNH</w:t><w:tab/><w:t>CỘNG</w:t></w:r>"), ["UBND TỈNH    CỘNG"], id="a tab is a gap"
    ),
    pytest.param(p("<w:r><w:t>A</w:t><w:noBreakHyphen/><w:t>B</w:t></w:r>"), ["A-B"], id="a fixed hyphen"),
    pytest.param(p("<w:r><w:t>A</w:t><w:softHyphen/><w:t>B</w:t></w:r>"), ["AB"], id="a soft hyphen is nothing"),
    pytest.param(p(r("kế hoạch", "<w:caps/>")), ["KẾ HOẠCH"], id="capitals by format are capitals"),
    pytest.param(p(r("kế hoạch", "<w:smallCaps/><w:caps w:val='0'/>")), ["KẾ HOẠCH"], id="small capitals are capitals"),
    pytest.param(p(r("kế hoạch", "<w:caps w:val='0'/>")), ["kế hoạch"], id="capitals turned off"),
    pytest.param(p(r("một") + r("ẩn", "<w:vanish/>")), ["một"], id="hidden text is not shown"),
    pytest.param(
        p(f"<w:ins>{r('thêm')}</w:ins><w:del><w:r><w:delText>bỏ</w:delText></w:r></w:del>"),
        ["thêm"],
        id="inserted text stays, deleted text goes",
    ),
    pytest.param(
        p(f"<w:moveFrom>{r('cũ')}</w:moveFrom><w:moveTo>{r('mới')}</w:moveTo>"),
        ["mới"],
        id="moved text stands where it went",
    ),
    pytest.param(
        p(
            f"<w:hyperlink>{r('a')}</w:hyperlink><w:smartTag>{r('b')}</w:smartTag><w:sdt><w:sdtPr/><w:sdtContent>"
            f"{r('c')}</w:sdtContent></w:sdt><w:customXml>{r('d')}</w:customXml>"
        ),
        ["abcd"],
        id="links, tags and controls only wrap text",
    ),
    pytest.param(
        f"<w:sdt><w:sdtContent>{p(r('một'))}</w:sdtContent></w:sdt><w:ins>{p(r('hai'))}</w:ins>",
        ["một", "hai"],
        id="controls and insertions around paragraphs",
    ),
    pytest.param(f"<w:del>{p(r('bỏ'))}</w:del>{p(r('một'))}", ["một"], id="a deleted block goes"),
    pytest.param(
        p(f"<w:fldSimple w:instr='DATE'>{r('2026')}</w:fldSimple>"), ["2026"], id="a simple field shows its result"
    ),
    pytest.param(p(field("DATE", "2026") + r(" rồi")), ["2026 rồi"], id="a complex field shows its result"),
    pytest.param(
        p(
            "<w:r><w:fldChar w:fldCharType='begin'/></w:r>"
            + field("REF", "lệnh")
            + "<w:r><w:fldChar w:fldCharType='separate'/></w:r>"
            + r("kết quả")
            + "<w:r><w:fldChar w:fldCharType='end'/></w:r>"
        ),
        ["kết quả"],
        id="a field inside an instruction is not shown",
    ),
    pytest.param(p("<w:r><w:fldChar w:fldCharType='end'/></w:r>" + r("một")), ["một"], id="a stray end of a field"),
    pytest.param(p("<w:r><w:sym w:font='Symbol' w:char='F0B7'/><w:t> mục</w:t></w:r>"), ["- mục"], id="a bullet glyph"),
    pytest.param(
        p("<w:r><w:sym w:font='Symbol' w:char='F0B3'/><w:t> 95%</w:t></w:r>"), ["≥ 95%"], id="a glyph with meaning"
    ),
    pytest.param(
        p("<w:r><w:sym w:font='Wingdings' w:char='F04A'/><w:t>a</w:t></w:r>"), ["a"], id="an ornament is dropped"
    ),
    pytest.param(p("<w:r><w:sym w:font='Symbol' w:char='hư'/><w:t>a</w:t></w:r>"), ["a"], id="a glyph with a bad code"),
    pytest.param(
        p(r("\uf0b7 mục", "<w:rFonts w:ascii='Symbol'/>")), ["- mục"], id="a private character read by its font"
    ),
    pytest.param(
        p(
            f"<mc:AlternateContent><mc:Choice>{r('mới')}</mc:Choice><mc:Fallback>{r('cũ')}</mc:Fallback>"
            "</mc:AlternateContent>"
        ),
        ["mới"],
        id="one branch of two",
    ),
    pytest.param(
        p(
            f"<w:r><mc:AlternateContent><mc:Choice><w:drawing/></mc:Choice><mc:Fallback>{box(p(r('ô')))[5:-6]}"
            "</mc:Fallback></mc:AlternateContent></w:r>"
        ),
        ["ô"],
        id="the branch that has text",
    ),
    pytest.param(p("<m:oMath><m:r><m:t>x=1</m:t></m:r></m:oMath>"), ["x=1"], id="a formula's characters stay"),
    pytest.param(
        p("<w:commentRangeStart w:id='1'/>" + r("một") + "<w:r><w:commentReference w:id='1'/></w:r>"),
        ["một"],
        id="comments are not text",
    ),
    pytest.param(
        p(r("trước")) + p(r("sau") + box(p(r("ô")))), ["trước", "sau", "ô"], id="a text box follows its paragraph"
    ),
    pytest.param(
        p(r("KẾ HOẠCH") + box(p(r("DỰ THẢO")))), ["DỰ THẢO", "KẾ HOẠCH"], id="a box on the first paragraph opens"
    ),
    pytest.param(p(r("a")) + p(box(p(r("b") + box(p(r("c")))))), ["a", "b", "c"], id="a box in a box"),
    pytest.param(
        p(r("a"))
        + p(f"<w:r><w:drawing><wps:txbx><w:txbxContent>{p(r('b'))}</w:txbxContent></wps:txbx></w:drawing></w:r>"),
        ["a", "b"],
        id="a text box of a drawing",
    ),
]


@pytest.mark.parametrize(("body", "expected"), PARAGRAPHS)
def test_words_of_a_paragraph(body: str, expected: list[str]) -> None:
    assert texts(body) == expected


def test_only_the_last_line_of_a_broken_paragraph_is_known_to_end() -> None:
    body = p(r("một") + "<w:r><w:br/></w:r>" + r("hai")) + p(r("ba"), "<w:rPr><w:del/></w:rPr>") + p(r("bốn"))
    assert [line.ends for line in lines(body)] == [None, True, False, True]


def style(style_id: str, properties: str = "", look: str = "", more: str = "", kind: str = "paragraph") -> str:
    inside = f"{more}<w:pPr>{properties}</w:pPr><w:rPr>{look}</w:rPr>"
    return f'<w:style w:type="{kind}" w:styleId="{style_id}">{inside}</w:style>'


def based_on(style_id: str) -> str:
    return f'<w:basedOn w:val="{style_id}"/>'


STYLES = (
    '<w:docDefaults><w:rPrDefault><w:rPr><w:sz w:val="28"/></w:rPr></w:rPrDefault></w:docDefaults>'
    + style("N", '<w:jc w:val="both"/>').replace("<w:style", '<w:style w:default="1"')
    + style("T", '<w:jc w:val="center"/>', "<w:b/>")
    + style("T2", "", "<w:i/>", based_on("T"))
    + style("H1", '<w:outlineLvl w:val="0"/>', "", '<w:name w:val="heading 1"/>')
    + style("H2", "", "", '<w:name w:val="Heading 2"/>')
    + style("H9", '<w:outlineLvl w:val="9"/>', "", based_on("H1"))
    + style("C", "", '<w:b w:val="0"/><w:sz w:val="24"/>', kind="character")
    + style("X", "", "<w:b/>", based_on("Y"))
    + style("Y", "", "<w:i/>", based_on("X"))
)

LOOKS = [
    pytest.param(p(r("a")), [Run("a", None, 14.0)], id="the document's default size"),
    pytest.param(p(r("a"), '<w:pStyle w:val="T2"/>'), [Run("a", None, 14.0, True, True)], id="a style asks its base"),
    pytest.param(p(r("a", '<w:b w:val="false"/>'), '<w:pStyle w:val="T"/>'), [Run("a", None, 14.0)], id="direct wins"),
    pytest.param(
        p(r("a", '<w:rStyle w:val="C"/>'), '<w:pStyle w:val="T"/>'),
        [Run("a", None, 12.0)],
        id="character style over paragraph style",
    ),
    pytest.param(
        p(r("a", "<w:b/>") + r("b", "<w:b/>") + r("c")),
        [Run("ab", None, 14.0, True), Run("c", None, 14.0)],
        id="runs of one look are merged",
    ),
    pytest.param(p(r("a") + r(" ", "<w:b/>") + r("b")), [Run("a b", None, 14.0)], id="the look of a space is not seen"),
    pytest.param(p(r("a", '<w:sz w:val="hư"/>')), [Run("a", None, 14.0)], id="a size that is none is not taken"),
    pytest.param(
        p(r("a"), '<w:pStyle w:val="X"/>'), [Run("a", None, 14.0, True, True)], id="styles based on each other"
    ),
    pytest.param(p(r("a"), '<w:pStyle w:val="không có"/>'), [Run("a", None, 14.0)], id="a style that is not there"),
]


@pytest.mark.parametrize(("body", "expected"), LOOKS)
def test_look_of_runs(body: str, expected: list[Run]) -> None:
    assert list(lines(body, styles=STYLES)[0].runs) == expected


SETTINGS = [
    pytest.param("", ("justify", False), id="alignment of the default style"),
    pytest.param('<w:pStyle w:val="T2"/>', ("center", False), id="alignment of the base style"),
    pytest.param('<w:pStyle w:val="T"/><w:jc w:val="end"/>', ("right", False), id="direct alignment wins"),
    pytest.param('<w:pStyle w:val="H1"/>', (None, True), id="a heading style"),
    pytest.param('<w:pStyle w:val="H2"/>', (None, True), id="a style with the name of a heading"),
    pytest.param('<w:outlineLvl w:val="2"/>', ("justify", True), id="an outline level makes a heading"),
    pytest.param('<w:pStyle w:val="H9"/>', (None, False), id="outline level nine is body text"),
]


@pytest.mark.parametrize(("properties", "expected"), SETTINGS)
def test_setting_of_a_paragraph(properties: str, expected: tuple[str, bool]) -> None:
    line = lines(p(r("a"), properties), styles=STYLES)[0]
    assert (line.align, line.heading) == expected


def level(form: str, text: str, number: int = 0, more: str = "") -> str:
    inside = f'<w:start w:val="1"/><w:numFmt w:val="{form}"/>{more}<w:lvlText w:val="{text}"/>'
    return f'<w:lvl w:ilvl="{number}">{inside}</w:lvl>'


def abstract(*levels: str, number: int = 0, more: str = "") -> str:
    return f'<w:abstractNum w:abstractNumId="{number}">{more}{"".join(levels)}</w:abstractNum>'


def num(list_id: int = 1, of: int = 0, more: str = "") -> str:
    return f'<w:num w:numId="{list_id}"><w:abstractNumId w:val="{of}"/>{more}</w:num>'


def start(number: int, at: int = 0) -> str:
    return f'<w:lvlOverride w:ilvl="{at}"><w:startOverride w:val="{number}"/></w:lvlOverride>'


OUTLINE = abstract(level("upperRoman", "%1."), level("decimal", "%1.%2.", 1), level("lowerLetter", "%3)", 2))
THREE = item("a") + item("b") + item("c")

LISTS = [
    pytest.param(abstract(level("decimal", "%1.")) + num(), THREE, ["1. a", "2. b", "3. c"], id="decimal"),
    pytest.param(abstract(level("decimalZero", "%1")) + num(), THREE, ["01 a", "02 b", "03 c"], id="decimal with zero"),
    pytest.param(abstract(level("upperRoman", "%1.")) + num(), THREE, ["I. a", "II. b", "III. c"], id="Roman"),
    pytest.param(
        abstract(level("lowerRoman", "(%1)")) + num(), THREE, ["(i) a", "(ii) b", "(iii) c"], id="small Roman"
    ),
    pytest.param(abstract(level("upperLetter", "%1.")) + num(), THREE, ["A. a", "B. b", "C. c"], id="letters"),
    pytest.param(
        abstract(level("lowerLetter", "%1)")) + num(1, 0, start(26)),
        THREE,
        ["z) a", "aa) b", "bb) c"],
        id="letters past z are doubled",
    ),
    pytest.param(abstract(level("none", "")) + num(), THREE, ["a", "b", "c"], id="no number"),
    pytest.param(
        abstract(level("decimal", "Điều %1.")) + num(), THREE[: len(item("a"))], ["Điều 1. a"], id="words in a label"
    ),
    pytest.param(
        abstract(level("bullet", "-")) + num(), item("a") + item(""), ["- a"], id="a bullet without text is nothing"
    ),
    pytest.param(abstract(level("bullet", "+")) + num(), item("a"), ["+ a"], id="a plus stays"),
    pytest.param(abstract(level("bullet", "\uf0b7")) + num(), item("a"), ["- a"], id="a private glyph is a dash"),
    pytest.param(abstract(level("bullet", "o")) + num(), item("a"), ["- a"], id="a ring is a dash"),
    pytest.param(
        abstract(
            '<w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/><w:lvlText w:val="Ø"/><w:rPr><w:rFonts w:ascii="Wingdings"/>'
            "</w:rPr></w:lvl>"
        )
        + num(),
        item("a"),
        ["- a"],
        id="any letter of a symbol font is a dash",
    ),
    pytest.param(
        abstract(level("decimal", "%1.")) + num(),
        item("a") + item("") + item("c"),
        ["1. a", "2.", "3. c"],
        id="a number stands without text",
    ),
    pytest.param(
        abstract(level("decimal", "%1.", 0, '<w:suff w:val="nothing"/>')) + num(),
        item("a"),
        ["1.a"],
        id="no space where the list has none",
    ),
    pytest.param(
        abstract(level("decimal", "%1. ", 0, '<w:suff w:val="nothing"/>')) + num(),
        item("a"),
        ["1. a"],
        id="a space in the label is the space",
    ),
    pytest.param(
        OUTLINE + num(),
        item("a") + item("b", 1, 1) + item("c", 1, 1) + item("d") + item("e", 1, 1),
        ["I. a", "I.1. b", "I.2. c", "II. d", "II.1. e"],
        id="a lower level restarts under a higher one",
    ),
    pytest.param(
        OUTLINE + num(), item("a", 1, 1) + item("b"), ["I.1. a", "I. b"], id="a level not met shows its start"
    ),
    pytest.param(
        abstract(level("upperRoman", "%1."), level("decimal", "%1.%2.", 1, "<w:isLgl/>")) + num(),
        item("a") + item("b", 1, 1),
        ["I. a", "1.1. b"],
        id="a legal level writes all numbers as decimal",
    ),
    pytest.param(
        abstract(level("upperRoman", "%1."), level("decimal", "%2.", 1, '<w:lvlRestart w:val="0"/>')) + num(),
        item("a") + item("b", 1, 1) + item("c") + item("d", 1, 1),
        ["I. a", "1. b", "II. c", "2. d"],
        id="a level that never restarts",
    ),
    pytest.param(
        abstract(
            level("decimal", "%1."), level("decimal", "%2)", 1), level("decimal", "%3/", 2, '<w:lvlRestart w:val="1"/>')
        )
        + num(),
        item("a", 1, 2) + item("b", 1, 1) + item("c", 1, 2) + item("d") + item("e", 1, 2),
        ["1/ a", "1) b", "2/ c", "1. d", "1/ e"],
        id="a level that restarts under the first only",
    ),
    pytest.param(
        abstract(level("decimal", "%1.")) + num(1) + num(2),
        item("a", 1) + item("b", 2) + item("c", 1),
        ["1. a", "2. b", "3. c"],
        id="lists of one abstract list go on counting",
    ),
    pytest.param(
        abstract(level("decimal", "%1.")) + num(1) + num(2, 0, start(1)),
        item("a", 1) + item("b", 2) + item("c", 2),
        ["1. a", "1. b", "2. c"],
        id="a list with its own start begins again, once",
    ),
    pytest.param(
        abstract(level("decimal", "%1."))
        + num(1, 0, f'<w:lvlOverride w:ilvl="0">{level("upperLetter", "%1/")}</w:lvlOverride>'),
        item("a"),
        ["A/ a"],
        id="a level redefined by its list",
    ),
    pytest.param(
        abstract(level("decimal", "%1."), number=0, more='<w:styleLink w:val="S"/>')
        + abstract(number=1, more='<w:numStyleLink w:val="S"/>')
        + num(1, 0)
        + num(2, 1),
        item("a", 1) + item("b", 2),
        ["1. a", "2. b"],
        id="a list defined by a style of lists",
    ),
    pytest.param(num(1, 7), item("a", 1) + item("b", 9), ["a", "b"], id="a list that is not there gives no label"),
    pytest.param(abstract(level("decimal", "%1.")) + num(), item("a", 0), ["a"], id="list zero is none"),
    pytest.param(
        abstract(level("decimal", "%1.")) + num(),
        item("a").replace("<w:numPr>", "<w:rPr><w:del/></w:rPr><w:numPr>") + item("b"),
        ["a", "1. b"],
        id="a paragraph whose mark is deleted does not count",
    ),
]


@pytest.mark.parametrize(("definition", "body", "expected"), LISTS)
def test_automatic_labels(definition: str, body: str, expected: list[str]) -> None:
    assert texts(body, numbering=definition) == expected


def test_a_label_is_kept_apart_and_has_the_look_of_the_mark() -> None:
    body = p(r("một") + "<w:r><w:br/></w:r>" + r("hai"), '<w:numPr><w:numId w:val="1"/></w:numPr><w:rPr><w:b/></w:rPr>')
    first, second = lines(body, numbering=abstract(level("decimal", "%1.")) + num())
    assert (first.label, second.label) == ("1.", None)
    assert first.runs == (Run("1. ", None, 10.0, bold=True), Run("một", None, 10.0))


LIST_ONE, LEVEL_ONE = '<w:numPr><w:numId w:val="1"/></w:numPr>', '<w:numPr><w:ilvl w:val="1"/></w:numPr>'
NUMBERED_STYLES = (
    style("A", LIST_ONE)
    + style("B", LEVEL_ONE, "", based_on("A"))
    + style("D", LIST_ONE)
    + style("E", "", "", based_on("D"))
)

BY_STYLE = [
    pytest.param("A", "", "I. x", id="a style that is numbered"),
    pytest.param("B", "", "I.1. x", id="the list of the base style, a level of its own"),
    pytest.param("D", "", "a) x", id="the level that is bound to the style"),
    pytest.param("E", "", "a) x", id="the level bound to the base style"),
    pytest.param("A", '<w:numPr><w:numId w:val="0"/></w:numPr>', "x", id="numbering taken off"),
    pytest.param("D", '<w:numPr><w:ilvl w:val="0"/></w:numPr>', "I. x", id="a level of the paragraph's own"),
]


@pytest.mark.parametrize(("style", "properties", "expected"), BY_STYLE)
def test_labels_by_paragraph_style(style: str, properties: str, expected: str) -> None:
    definition = OUTLINE.replace('<w:lvlText w:val="%3)"/>', '<w:pStyle w:val="D"/><w:lvlText w:val="%3)"/>') + num()
    body = p(r("x"), f'<w:pStyle w:val="{style}"/>{properties}')
    assert texts(body, styles=NUMBERED_STYLES, numbering=definition) == [expected]


MERGE, MERGED = '<w:vMerge w:val="restart"/>', "<w:vMerge/>"
HEADER = table(
    cell("UBND TỈNH X", "SỞ Y") + cell() + cell("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"),
    cell("Số:    /KH-SY") + cell() + cell("X, ngày    tháng 4 năm 2026"),
)
RECORDS = table(cell("STT") + cell("Nhiệm vụ"), cell("1") + cell("Việc A"), cell("2") + cell("Việc B"))

GRIDS = [
    pytest.param(
        HEADER,
        "body",
        [
            ("UBND TỈNH X", 0, 0),
            ("SỞ Y", 0, 0),
            ("Số:    /KH-SY", 1, 0),
            ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", 0, 2),
            ("X, ngày    tháng 4 năm 2026", 1, 2),
        ],
        id="the letterhead is read column by column",
    ),
    pytest.param(
        table(cell("Nơi nhận:", "- Lưu: VT.") + cell("KT. GIÁM ĐỐC"), cell() + cell("Trần Văn A")),
        "body",
        [("Nơi nhận:", 0, 0), ("- Lưu: VT.", 0, 0), ("KT. GIÁM ĐỐC", 0, 1), ("Trần Văn A", 1, 1)],
        id="recipients, then the signature",
    ),
    pytest.param(
        table(cell("THƯ KÝ") + cell("CHỦ TRÌ"), cell("Trần A") + cell("Lê B")),
        "body",
        [("THƯ KÝ", 0, 0), ("Trần A", 1, 0), ("CHỦ TRÌ", 0, 1), ("Lê B", 1, 1)],
        id="two signers",
    ),
    pytest.param(
        table(cell("Kính gửi:") + cell("- Sở A;", "- Sở B.")),
        "body",
        [("Kính gửi:", 0, 0), ("- Sở A;", 0, 1), ("- Sở B.", 0, 1)],
        id="addressees beside their title",
    ),
    pytest.param(table(cell("KHẨN")), "body", [("KHẨN", 0, 0)], id="a single cell is boxed text"),
    pytest.param(
        table(
            cell("UBND TỈNH X") + cell("Độc lập - Tự do"),
            cell("KẾ HOẠCH", properties='<w:gridSpan w:val="2"/>'),
            cell("a") + cell("b"),
        ),
        "body",
        [("UBND TỈNH X", 0, 0), ("Độc lập - Tự do", 0, 1), ("KẾ HOẠCH", 1, 0), ("a", 2, 0), ("b", 2, 1)],
        id="a row over the whole width parts the grid",
    ),
    pytest.param(
        RECORDS,
        "table",
        [("STT", 0, 0), ("Nhiệm vụ", 0, 1), ("1", 1, 0), ("Việc A", 1, 1), ("2", 2, 0), ("Việc B", 2, 1)],
        id="records are read row by row",
    ),
    pytest.param(
        table(cell("TT") + cell("Chức vụ"), cell("1") + cell("GIÁM ĐỐC")),
        "table",
        [("TT", 0, 0), ("Chức vụ", 0, 1), ("1", 1, 0), ("GIÁM ĐỐC", 1, 1)],
        id="a column of numbers makes records",
    ),
    pytest.param(
        table(cell("Tên") + cell("Giám đốc sở"), cell("a") + cell("b")),
        "table",
        [("Tên", 0, 0), ("Giám đốc sở", 0, 1), ("a", 1, 0), ("b", 1, 1)],
        id="a post in small letters signs nothing",
    ),
    pytest.param(
        table(cell("a") + cell("b", properties='<w:gridSpan w:val="2"/>') + cell("c") + cell("d"), cell("e")),
        "table",
        [("a", 0, 0), ("b", 0, 1), ("c", 0, 3), ("d", 0, 4), ("e", 1, 0)],
        id="columns are those of the grid",
    ),
    pytest.param(
        table(
            cell("a") + cell("b", properties=MERGE), cell("c") + cell("bỏ", properties=MERGED), cell("d") + cell("e")
        ),
        "table",
        [("a", 0, 0), ("b", 0, 1), ("c", 1, 0), ("d", 2, 0), ("e", 2, 1)],
        id="merged cells are one",
    ),
    pytest.param(
        table(cell("a") + cell("b", properties=MERGED), cell("c") + cell("d")),
        "table",
        [("a", 0, 0), ("b", 0, 1), ("c", 1, 0), ("d", 1, 1)],
        id="a merge that was never begun keeps its text",
    ),
    pytest.param(
        RECORDS.replace("<w:tr>", '<w:tr><w:trPr><w:gridBefore w:val="1"/></w:trPr>', 1),
        "table",
        [("STT", 0, 1), ("Nhiệm vụ", 0, 2), ("1", 1, 0), ("Việc A", 1, 1), ("2", 2, 0), ("Việc B", 2, 1)],
        id="a row that starts later",
    ),
    pytest.param(
        RECORDS.replace("<w:tr>", "<w:tr><w:trPr><w:del/></w:trPr>", 1),
        "table",
        [("1", 0, 0), ("Việc A", 0, 1), ("2", 1, 0), ("Việc B", 1, 1)],
        id="a deleted row is not shown",
    ),
]


@pytest.mark.parametrize(("body", "role", "expected"), GRIDS)
def test_tables(body: str, role: str, expected: list[tuple[str, int, int]]) -> None:
    found = lines(body)
    assert [(line.text, line.cell.row, line.cell.column) for line in found if line.cell] == expected
    assert {line.role for line in found} == {role}


def test_a_merged_cell_knows_how_far_it_reaches() -> None:
    wide = '<w:gridSpan w:val="2"/>'
    body = table(
        cell("STT") + cell("Năm", properties=wide),
        cell("1", properties=MERGE) + cell("a") + cell("b"),
        cell(properties=MERGED) + cell("c") + cell("d"),
    )
    found = {line.text: line.cell for line in lines(body)}
    assert (found["Năm"], found["1"], found["d"]) == (Cell(0, 0, 1, 1, 2), Cell(0, 1, 0, 2, 1), Cell(0, 2, 2))


def test_a_table_in_a_table_has_its_own_number() -> None:
    inner = table(cell("c") + cell("d"), cell("e") + cell("f"))
    found = lines(table(cell("a") + cell("b", inner), cell("g") + cell("h")) + RECORDS)
    assert [(line.text, line.cell) for line in found[:4]] == [
        ("a", Cell(0, 0, 0)),
        ("b", Cell(0, 0, 1)),
        ("c", Cell(1, 0, 0)),
        ("d", Cell(1, 0, 1)),
    ]
    assert found[-1].cell == Cell(2, 2, 1)


def test_running_numbers_of_a_table_are_its_text() -> None:
    rows = [cell(item("")) + cell(text) for text in ("Việc A", "Việc B")]
    body = table(cell("STT") + cell("Việc"), *rows)
    assert texts(body, numbering=abstract(level("decimal", "%1")) + num()) == [
        "STT",
        "Việc",
        "1",
        "Việc A",
        "2",
        "Việc B",
    ]


NOTES = (
    f'<w:footnote w:id="0" w:type="separator">{p(r("gạch"))}</w:footnote>'
    f'<w:footnote w:id="5">{p("<w:r><w:footnoteRef/></w:r>" + r(" chú năm"))}{p(r("còn nữa"))}</w:footnote>'
    f'<w:footnote w:id="3">{p(r("chú ba"))}</w:footnote>'
)


def call(number: int, more: str = "") -> str:
    return f'<w:r><w:footnoteReference w:id="{number}"{more}/></w:r>'


def test_footnotes_follow_the_paragraph_that_calls_them() -> None:
    body = p(r("một") + call(5) + r(" hai") + call(3)) + p(r("ba"))
    found = lines(body, footnotes=NOTES)
    assert [(line.text, line.role, line.note, line.calls, line.ends) for line in found] == [
        ("một hai", "body", None, ("1", "2"), True),
        ("chú năm", "footnote", "1", (), True),
        ("còn nữa", "footnote", "1", (), True),
        ("chú ba", "footnote", "2", (), True),
        ("ba", "body", None, (), True),
    ]


def test_a_mark_typed_by_the_author_is_the_notes_mark() -> None:
    marked = '<w:r><w:footnoteReference w:customMarkFollows="1" w:id="5"/><w:t>*</w:t></w:r>'
    found = lines(p(r("một") + marked) + p(r("hai") + call(3)), footnotes=NOTES)
    assert [(line.text, line.note, line.calls) for line in found if line.role == "body"] == [
        ("một", None, ("*",)),
        ("hai", None, ("1",)),
    ]


def test_endnotes_count_in_small_roman() -> None:
    body = p(r("một") + '<w:r><w:endnoteReference w:id="2"/></w:r>')
    found = lines(body, endnotes=f'<w:endnote w:id="2">{p(r("cuối"))}</w:endnote>')
    assert [(line.text, line.note) for line in found] == [("một", None), ("cuối", "i")]


def test_a_note_that_calls_itself_ends() -> None:
    notes = f'<w:footnote w:id="1">{p(r("vòng") + call(1))}</w:footnote>'
    assert texts(p(r("một") + call(1)), footnotes=notes) == ["một", "vòng"]


def section(*references: str, more: str = "") -> str:
    return f"<w:sectPr>{''.join(references)}{more}</w:sectPr>"


def header(name: str, kind: str = "default") -> str:
    return f'<w:{name[:6]}Reference w:type="{kind}" r:id="{name}"/>'


LETTERHEAD = p(r("SỞ Y")) + p(r("Số: 1/KH-SY")) + p(field("PAGE", "1"))
RUNNING = p(r("Kế hoạch năm")) + p(field("PAGE", "2"))
FIRST_PAGE = '<w:titlePg w:val="1"/>'

HEADERS = [
    pytest.param(
        p(r("a")) + section(header("header1")),
        {"header1": RUNNING},
        ["a"],
        ("Kế hoạch năm", "2"),
        id="a running head is furniture",
    ),
    pytest.param(
        p(r("a")) + section(header("header1")),
        {"header1": LETTERHEAD},
        ["SỞ Y", "Số: 1/KH-SY", "a"],
        ("1",),
        id="a letterhead opens the text, its page number does not",
    ),
    pytest.param(
        p(r("a")) + section(header("header1"), header("header2", "first"), more=FIRST_PAGE),
        {"header1": RUNNING, "header2": LETTERHEAD},
        ["SỞ Y", "Số: 1/KH-SY", "a"],
        ("1", "Kế hoạch năm", "2"),
        id="the header of the first page",
    ),
    pytest.param(
        p(r("a")) + section(header("header1", "first")),
        {"header1": LETTERHEAD},
        ["a"],
        (),
        id="a first-page header that is not in use is not shown",
    ),
    pytest.param(
        p(r("a")) + section(header("header1", "even")), {"header1": RUNNING}, ["a"], (), id="even pages repeat"
    ),
    pytest.param(
        p(r("a")) + section(header("footer1")),
        {"footer1": p(r("Số: 1 đường B"))},
        ["a"],
        ("Số: 1 đường B",),
        id="a footer is furniture",
    ),
    pytest.param(
        p(r("a"), section(header("header1"))) + p(r("b")) + section(header("header2")),
        {"header1": RUNNING, "header2": LETTERHEAD},
        ["a", "SỞ Y", "Số: 1/KH-SY", "b"],
        ("Kế hoạch năm", "2", "1"),
        id="a letterhead opens its own section",
    ),
    pytest.param(
        p(r("a"), section(header("header1"))) + p(r("b")) + section(header("header1")),
        {"header1": LETTERHEAD},
        ["SỞ Y", "Số: 1/KH-SY", "a", "b"],
        ("1",),
        id="a header named twice is read once",
    ),
    pytest.param(p(r("a")) + section(header("header9")), {}, ["a"], (), id="a header that is not there"),
]


@pytest.mark.parametrize(("body", "parts", "expected", "furniture"), HEADERS)
def test_headers_and_footers(body: str, parts: dict[str, str], expected: list[str], furniture: tuple[str, ...]) -> None:
    page = read(build(body, **parts), "x.docx").pages[0]
    assert ([line.text for line in page.lines], page.furniture) == (expected, furniture)


BOMB = '<!DOCTYPE d [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;">]>'
OUTSIDE = '<!DOCTYPE d [<!ENTITY a SYSTEM "file:///etc/passwd">]>'


def packed(**files: bytes) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in files.items():
            package.writestr(name.replace("__", "/"), content)
    return stream.getvalue()


GOOD = build(p(r("một " * 500)))
BODY = f"<w:document {NAMES}><w:body>{p('<w:r><w:t>&b;&a;</w:t></w:r>')}</w:body></w:document>"

HOSTILE = [
    pytest.param(GOOD[: len(GOOD) // 2], Cause.TRUNCATED, id="a file cut in half"),
    pytest.param(b"PK\x03\x04" + bytes(100), Cause.TRUNCATED, id="no ZIP at all"),
    pytest.param(packed(a=b"x"), Cause.TRUNCATED, id="no main part"),
    pytest.param(build("", document=f"<w:document {NAMES}/>"), Cause.TRUNCATED, id="no body"),
    pytest.param(build("", document="<w:document"), Cause.TRUNCATED, id="broken XML"),
    pytest.param(build(p(r("a")), styles="<w:style>"), Cause.TRUNCATED, id="a broken part"),
    pytest.param(build("", document=BOMB + BODY), Cause.TRUNCATED, id="entities are not expanded"),
    pytest.param(build("", document=OUTSIDE + BODY), Cause.TRUNCATED, id="outside entities are not fetched"),
    pytest.param(
        packed(word__document__xml=b"", big=bytes(20 * 10**6)), Cause.TOO_LARGE, id="a part packed beyond belief"
    ),
]


@pytest.mark.parametrize(("data", "cause"), HOSTILE)
def test_files_that_cannot_be_read(data: bytes, cause: Cause) -> None:
    with pytest.raises(Failure) as failure:
        read(data, "x.docx")
    assert failure.value.cause is cause


def test_a_file_that_unpacks_to_too_much(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("parsers.readers.docx_package.MAX_UNPACKED", 100)
    with pytest.raises(Failure) as failure:
        read(GOOD, "x.docx")
    assert failure.value.cause is Cause.TOO_LARGE


@pytest.mark.parametrize(
    "wrap", ["<w:sdt><w:sdtContent>{}</w:sdtContent></w:sdt>", "<w:tbl><w:tr><w:tc>{}</w:tc></w:tr></w:tbl>"]
)
def test_deep_nesting_is_read_or_refused(wrap: str) -> None:
    body = p(r("đáy"))
    for _ in range(75):
        body = wrap.format(body)
    assert texts(body) == ["đáy"]
    for _ in range(75):
        body = wrap.format(body)
    with pytest.raises(Failure):
        read(build(body), "x.docx")


def test_every_cut_of_a_file_is_told() -> None:
    for end in range(0, len(GOOD), 40):
        with pytest.raises(Failure) as failure:
            read(GOOD[:end], "x.docx")
        assert failure.value.cause is Cause.TRUNCATED


def test_names_of_the_strict_form_are_known() -> None:
    body = f"<w:document {NAMES}><w:body>{p(r('một'))}</w:body></w:document>"
    strict = body.replace(W, "http://purl.oclc.org/ooxml/wordprocessingml/main")
    assert [line.text for line in read(build("", document=strict), "x.docx").pages[0].lines] == ["một"]


def sample() -> bytes:
    """Make a short document with python-docx, as another program would."""
    document = docx.Document()
    grid = document.add_table(2, 2)
    grid.cell(0, 0).text, grid.cell(0, 1).text = "SỞ MẪU", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
    grid.cell(1, 0).text, grid.cell(1, 1).text = "Số:     /KH-SM", "Tỉnh Mẫu, ngày    tháng 4 năm 2026"
    title = document.add_paragraph()
    title.alignment = WD_ALIGN_PARAGRAPH.CENTER
    run = title.add_run("KẾ HOẠCH")
    run.bold, run.font.size = True, Pt(14)
    document.add_heading("I. MỤC ĐÍCH", 1)
    document.add_paragraph("Nội dung của mục.", style="List Bullet")
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def test_a_document_made_by_python_docx() -> None:
    layout = read_any(sample(), "mẫu.docx")
    page = layout.pages[0]
    assert (layout.media_type, layout.reader, layout.paged, len(layout.pages), page.number) == (
        MEDIA_TYPE, "docx", False, 1, None,
    )  # fmt: skip
    assert [line.text for line in page.lines] == [
        "SỞ MẪU",
        "Số:     /KH-SM",
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "Tỉnh Mẫu, ngày    tháng 4 năm 2026",
        "KẾ HOẠCH",
        "I. MỤC ĐÍCH",
        "- Nội dung của mục.",
    ]
    assert page.lines[4].runs == (Run("KẾ HOẠCH", None, 14.0, bold=True),)
    assert page.lines[4].align == "center"
    assert [line.heading for line in page.lines] == [False] * 5 + [True, False]


def letters(text: str) -> Counter[str]:
    return Counter(character for character in clean(text).upper() if not character.isspace())


def printed(data: bytes) -> Counter[str]:
    """Count the characters in the body's `w:t`, one branch of each alternative, as python-docx's tree holds them."""
    root = etree.fromstring(etree.tostring(docx.Document(io.BytesIO(data)).element))
    for fallback in list(root.iter("{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback")):
        fallback.getparent().remove(fallback)
    return letters("".join(text.text or "" for text in root.iter(f"{{{W}}}t")))


def given(layout: Layout) -> Counter[str]:
    page = layout.pages[0]
    return letters("".join([*(line.text for line in page.lines), *page.furniture]))


def test_a_rule_drawn_with_characters_is_furniture() -> None:
    page = read(build(p(r("SỞ Y TẾ")) + p(r("-------")) + p(r("- a -")) + p(r("_ _ _ _"))), "x.docx").pages[0]
    assert ([line.text for line in page.lines], page.furniture) == (["SỞ Y TẾ", "- a -"], ("-------", "_ _ _ _"))


def test_no_character_is_lost() -> None:
    assert printed(sample()) - given(read(sample(), "x.docx")) == Counter()


def test_a_long_document_is_read_in_time() -> None:
    data = build("".join(p(r("một hai ba " * 10) + r("bốn", "<w:b/>"), "<w:jc w:val='both'/>") for _ in range(2000)))
    begun = time.perf_counter()
    assert len(read(data, "x.docx").pages[0].lines) == 2000
    assert time.perf_counter() - begun < 2.0


SHARED = Path(__file__).parents[3].parent / "shared"
REAL = sorted(SHARED.glob("corpus/*.docx")) + sorted(SHARED.glob("wild/*.docx"))


@pytest.mark.skipif(not REAL, reason="real documents are not in the repository")
@pytest.mark.parametrize("path", REAL, ids=lambda path: path.stem)
def test_real_documents_lose_nothing(path: Path) -> None:
    layout = read(path.read_bytes(), path.name)
    assert printed(path.read_bytes()) - given(layout) == Counter()
    for line in layout.pages[0].lines:
        assert line.text == line.text.strip() != ""
        assert unicodedata.is_normalized("NFC", line.text)
        assert line.label is None or line.text.startswith(line.label)
