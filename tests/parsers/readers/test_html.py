"""What the HTML reader makes of a page: (page, what is expected)."""

from __future__ import annotations

import pytest

from models import Cause, Failure
from parsers import parse_bytes
from parsers.layout import Line
from parsers.readers import detect, read

TABLE = "<table><tr><td>TT<td>Nội dung<td>Đơn vị<td>Ghi chú</tr><tr><td rowspan=2>1<td>a<td>b<td>c</tr><tr><td>d<td colspan=2>e</tr></table>"  # noqa: E501


def lines(body: str) -> tuple[Line, ...]:
    return read(f"<html><body>{body}</body></html>".encode(), "a.html").pages[0].lines


TEXTS = [
    pytest.param("<p>Kế  hoạch\n năm</p><p>2024</p>", ["Kế hoạch năm", "2024"], id="paragraphs"),
    pytest.param("<p>Nơi nhận:<br>- Như trên;<br/>- Lưu.</p>", ["Nơi nhận:", "- Như trên;", "- Lưu."], id="breaks"),
    pytest.param("Trần<div>trong</div>ngoài", ["Trần", "trong", "ngoài"], id="text between blocks"),
    pytest.param("<p>a<b>b</b><i>c</i> d</p>", ["abc d"], id="a word in several looks"),
    pytest.param("<p>m&#226;y &amp; gi&oacute;&nbsp;m&ugrave;a</p>", ["mây & gió mùa"], id="entities"),
    pytest.param("<script>x()</script><style>p{}</style><p>chữ</p><!-- ẩn -->", ["chữ"], id="what is not text"),
    pytest.param('<p>thấy<span style="display:none">ẩn</span></p>', ["thấy"], id="hidden"),
    pytest.param('<p style="text-transform:uppercase">kế hoạch</p>', ["KẾ HOẠCH"], id="capitals by style"),
    pytest.param("<ol type=I><li>một<ul><li>a</ul><li>hai</ol>", ["I. một", "- a", "II. hai"], id="lists"),
    pytest.param("<ol start=3><li>ba</ol>", ["3. ba"], id="a list that goes on"),
    pytest.param("<pre>dòng một\ndòng hai</pre>", ["dòng một", "dòng hai"], id="text as it was typed"),
    pytest.param("<p>CỤC THUẾ</p><p>-------</p><p>Số: 1</p>", ["CỤC THUẾ", "Số: 1"], id="a rule drawn with characters"),
    pytest.param('<p><font face=".VnTime">QuyÕt ®Þnh</font> này</p>', ["Quyết định này"], id="TCVN3 by its font"),
    pytest.param('<p style="font-family: VNI-Times">Quyeát ñònh</p>', ["Quyết định"], id="VNI by its style"),
]  # fmt: skip


@pytest.mark.parametrize(("body", "expected"), TEXTS)
def test_texts(body: str, expected: list[str]) -> None:
    assert [line.text for line in lines(body)] == expected


def test_looks() -> None:
    found = lines('<h1>Tiêu đề</h1><p align=center><b>giữa</b> <i>nghiêng</i></p><p style="font-size:14pt">to</p>')
    assert [(line.heading, line.align) for line in found] == [(True, None), (False, "center"), (False, None)]
    assert [(run.text, run.bold, run.italic) for run in found[1].runs] == [
        ("giữa ", True, False),
        ("nghiêng", False, True),
    ]
    assert found[2].runs[0].size == 14


def test_a_table_of_records() -> None:
    cells = [(line.text, line.cell) for line in lines(TABLE)]
    assert [(text, cell[:3]) for text, cell in cells if cell] == [
        ("TT", (0, 0, 0)), ("Nội dung", (0, 0, 1)), ("Đơn vị", (0, 0, 2)), ("Ghi chú", (0, 0, 3)),
        ("1", (0, 1, 0)), ("a", (0, 1, 1)), ("b", (0, 1, 2)), ("c", (0, 1, 3)),
        ("d", (0, 2, 1)), ("e", (0, 2, 2)),
    ]  # fmt: skip
    assert {line.role for line in lines(TABLE)} == {"table"}


def test_a_letterhead_is_read_column_by_column() -> None:
    body = "<table><tr><td align=center>UBND TỈNH<p>Số: 1/KH<td>CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM<p>Hà Nội</table>"
    assert [(line.text, line.role, line.align) for line in lines(body)] == [
        ("UBND TỈNH", "body", "center"),
        ("Số: 1/KH", "body", "center"),
        ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "body", None),
        ("Hà Nội", "body", None),
    ]


def test_a_footnote_stands_after_what_calls_it() -> None:
    body = (
        '<p>Luật<a href="#_ftn1" name="_ftnref1"><sup>[1]</sup></a> này.</p><p>Sau.</p>'
        '<div id="ftn1"><p><a href="#_ftnref1">[1]</a> Số 06/2022/QH15.</p></div>'
    )
    found = [(line.text, line.role, line.note, line.calls) for line in lines(body)]
    assert found == [
        ("Luật này.", "body", None, ("1",)),
        ("Số 06/2022/QH15.", "footnote", "1", ()),
        ("Sau.", "body", None, ()),
    ]


ENCODED = [
    pytest.param("<html><p>Kế hoạch".encode(), id="UTF-8"),
    pytest.param("\ufeff<html><p>Kế hoạch".encode(), id="UTF-8 with a mark"),
    pytest.param("<html><p>Kế hoạch".encode("utf-16"), id="UTF-16"),
    pytest.param(b'<html><meta charset="windows-1258"><p>K\xea\xec hoa\xf2ch', id="code page 1258"),
    pytest.param(b'<?xml version="1.0" encoding="UTF-8"?><html><p>K\xe1\xba\xbf ho\xe1\xba\xa1ch', id="XHTML"),
]


@pytest.mark.parametrize("data", ENCODED)
def test_encodings_of_pages(data: bytes) -> None:
    from parsers.readers import html

    assert [line.text for line in html.read(data, "a.html").pages[0].lines] == ["Kế hoạch"]


KINDS = [
    pytest.param("<!DOCTYPE html><html>", "parsers.readers.html", id="a page"),
    pytest.param("<!-- saved -->\n<HTML>", "parsers.readers.html", id="a page saved by a browser"),
    pytest.param("<p>Kế hoạch</p>", "parsers.readers.html", id="a part of a page"),
    pytest.param("Kế hoạch <b>lớn</b>", "parsers.readers.plain", id="text with a tag"),
]


@pytest.mark.parametrize(("text", "module"), KINDS)
def test_what_a_page_is(text: str, module: str) -> None:
    assert detect(text.encode(), "a.doc").module == module


def test_a_page_of_nothing() -> None:
    with pytest.raises(Failure) as caught:
        parse_bytes(b"<html><body></body></html>", "a.html")
    assert caught.value.cause is Cause.EMPTY


def test_elements_inside_elements() -> None:
    assert [line.text for line in lines("đầu" + "<div>" * 250 + "đáy")] == ["đầu", "đáy"]


def test_elements_too_deep_are_refused_and_not_lost() -> None:
    with pytest.raises(Failure) as caught:
        lines("đầu" + "<div>" * 5000 + "đáy")
    assert caught.value.cause is Cause.TOO_LARGE
