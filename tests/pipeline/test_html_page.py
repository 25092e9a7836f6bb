"""The HTML page: one file, nothing from outside, nothing a document says is ever run."""

from __future__ import annotations

import base64
import hashlib
import re
from html.parser import HTMLParser
from pathlib import Path

import pypdfium2
import pytest
from made_up import TEXT, at, sample

from models import Document, Source
from pipeline.marks import KINDS, marks
from pipeline.page import page
from pipeline.words import WORDS

EVIL = "<script>alert(1)</script>\"'><img src=x onerror=alert(1)>\x1b[2J"


class Reader(HTMLParser):
    """Collects elements, the text of the document, and checks that elements nest."""

    void = frozenset({"meta", "input", "img", "br"})

    def __init__(self, markup: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.paragraphs: list[str] = []
        self.feed(markup)
        assert not self.open

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))
        if tag == "p" and "article" in self.open:
            self.paragraphs.append("")
        if tag not in self.void:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if "article" in self.open and "p" in self.open:
            self.paragraphs[-1] += data

    def all(self, tag: str) -> list[dict[str, str | None]]:
        return [attributes for name, attributes in self.elements if name == tag]


def test_the_page_holds_the_whole_text_each_line_once(document: Document) -> None:
    assert Reader(page(document)).paragraphs == [line for line in TEXT.split("\n") if line]


def test_every_kind_of_mark_is_drawn_and_can_be_switched_off(document: Document) -> None:
    markup = page(document)
    read = Reader(markup)
    drawn = {attributes["class"] for attributes in read.all("mark")}
    switches = {attributes["id"] for attributes in read.all("input")}
    for kind in KINDS:
        assert f"m {kind}" in drawn
        assert f"show-{kind}" in switches
        assert f"body:not(:has(#show-{kind}:checked))" in markup


def test_links_lead_to_an_element_that_is_there_and_ids_are_unique(document: Document) -> None:
    read = Reader(page(document))
    ids = [attributes["id"] for _, attributes in read.elements if attributes.get("id")]
    links = [attributes["href"] for attributes in read.all("a")]
    assert len(ids) == len(set(ids))
    assert {str(link)[1:] for link in links} <= set(ids)
    assert all(str(link).startswith("#") for link in links)


def test_the_policy_lets_in_only_the_pages_own_style(document: Document) -> None:
    markup = page(document)
    style = re.search(r"<style>(.*?)</style>", markup, re.DOTALL)
    policy = next(a["content"] for a in Reader(markup).all("meta") if a.get("http-equiv") == "Content-Security-Policy")
    assert style
    digest = base64.b64encode(hashlib.sha256(style.group(1).encode()).digest()).decode()
    assert policy == (
        f"default-src 'none'; img-src data:; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
    )
    assert not re.search(r"<script|<link|\son\w+=|\sstyle=|https?:|url\(|@import", markup)


def evil() -> Document:
    """Make a document that says something evil wherever a string goes."""

    def spoil(value: object) -> object:
        if isinstance(value, dict):
            return {key: value[key] if key in KEEP else spoil(value[key]) for key in value}
        if isinstance(value, list):
            return [spoil(item) for item in value]
        return value + EVIL if isinstance(value, str) else value

    return Document.model_validate(spoil(sample().model_dump(by_alias=True, mode="json")))


KEEP = {
    "schema_version",
    "media_type",
    "text_origin",
    "ocr",
    "issued_on",
    "edtf",
    "kind",
    "relation",
    "within",
    "from",
    "mode",
}
KEEP |= {"comparator", "deadline", "period"}


def test_nothing_a_document_says_becomes_markup(document: Document, tmp_path: Path) -> None:
    header = evil().header
    header = header.model_copy(update={"evidence": {f"title{EVIL}}}}}": header.evidence["title"], **header.evidence}})
    markup = page(evil().model_copy(update={"header": header}), "en", pdf(tmp_path / "a.pdf"))
    read = Reader(markup)
    assert {str(each["src"])[:11] for each in read.all("img")} == {"data:image/"}
    assert not read.all("script")
    assert {name for name, _ in read.elements} == {
        name for name, _ in Reader(page(document, "en", tmp_path / "a.pdf")).elements
    }
    style = re.search(r"<style>(.*?)</style>", markup, re.DOTALL)
    assert style
    assert "alert" not in style.group(1)
    assert "\x1b" not in markup


def test_spans_outside_the_text_are_left_out(document: Document) -> None:
    beyond = document.dates[0].model_copy(update={"span": at("SỞ").model_copy(update={"end": 10**6})})
    page(document.model_copy(update={"dates": (beyond,)}))
    page(document.model_copy(update={"text": ""}))


@pytest.mark.parametrize("lang", ["vi", "en"])
def test_labels_are_in_the_readers_language(document: Document, lang: str) -> None:
    markup = page(document, lang)
    for key in ("outline", "citations", "warnings", "kind.signer", "issued_on", "view.text"):
        expected = WORDS[key][lang == "en"]
        assert expected in markup or key == "view.text"


def pdf(path: Path, pages: int = 2) -> Path:
    made = pypdfium2.PdfDocument.new()
    for _ in range(pages):
        made.new_page(595, 842)
    made.save(path)
    return path


def test_a_pdf_has_its_pages_with_boxes_over_them(document: Document, tmp_path: Path) -> None:
    markup = page(document, "vi", pdf(tmp_path / "a.pdf"))
    read = Reader(markup)
    pictures = read.all("img")
    boxes = [attributes for attributes in read.all("div") if "box" in str(attributes.get("class"))]
    assert [str(each["src"])[:11] for each in pictures] == ["data:image/"] * 2
    assert len(boxes) == sum(len(mark.boxes) for mark in marks(document, "vi") if mark.page)
    assert all(f".{str(each['class']).split()[-1]}{{left:" in markup for each in boxes)
    links = {str(each["href"])[1:] for each in read.all("a") if each.get("class") == "leaf"}
    assert {"p-c0", "p-g0", "p-t0"} <= links <= {each.get("id") for each in boxes}
    assert {"view-text", "view-pages"} <= {attributes["id"] for attributes in read.all("input")}


def test_boxes_that_are_not_on_the_page_are_left_out(document: Document, tmp_path: Path) -> None:
    span = at("SỞ NỘI VỤ").model_copy(update={"boxes": ((700.0, 10.0, 800.0, 20.0), (9.0, 9.0, 9.0, 9.0))})
    date = document.dates[0].model_copy(update={"span": span})
    alone = Document(id="a", text=TEXT, header=document.header.model_copy(update={"evidence": {}}), dates=(date,),
                     source=Source(name="a", sha256="", media_type="application/pdf", reader="pdf"))  # fmt: skip
    read = Reader(page(alone, "vi", pdf(tmp_path / "a.pdf")))
    assert not [attributes for attributes in read.all("div") if "box" in str(attributes.get("class"))]


def test_long_files_show_their_first_pages(document: Document, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from pipeline import facsimile

    drawn, total = facsimile.sheets(pdf(tmp_path / "a.pdf", 3), limit=2)
    assert ([sheet.number for sheet in drawn], total) == ([1, 2], 3)
