"""The sample documents: the committed files are those of the descriptions, and say what gold says."""

from __future__ import annotations

import io
import json
import re
import unicodedata
from collections.abc import Iterator
from itertools import islice, pairwise
from pathlib import Path
from random import Random
from typing import Any

import docx
import pypdfium2
import pytest

import corpus
from corpus import render_docx, render_markdown, render_pdf, render_text
from corpus.annotate import annotation, texts
from corpus.build import FORMS, written_gold
from corpus.compose import compose
from corpus.flow import Line, Signatures, layout
from corpus.manner import Manner
from corpus.plan import Cite, Letterhead, Node, Note, Piece, Plan, Section, plain
from corpus.plan import Table as Rows
from corpus.samples import SAMPLES, Sample

each_sample = pytest.mark.parametrize("sample", SAMPLES, ids=lambda sample: sample.name)
EDTF = re.compile(
    r"(?:\d{4}|XXXX)(?:-(?:\d{2}|XX)(?:-(?:\d{2}|XX))?)?(?:/(?:\d{4}(?:-\d{2}(?:-\d{2})?)?|\.\.))?"
    r"|\.\./\d{4}(?:-\d{2}(?:-\d{2})?)?"
)
UNMARKED = re.compile(
    r"(?i)\d{1,2}[/.-]\d{1,2}[/.-]\d{4}|ngày \d|tháng \d|quý [IV\d]+|\d{4}\s*[-–]\s*\d{4}|đến năm \d|"
    r"\d+\s*[/-]\s*(?:20\d\d|[A-ZĐ]{2,})|(?-i:\b(?:Luật|Bộ luật|Pháp lệnh|Nghị định|Thông tư) [A-ZĐ\d])|"
    r"nghị quyết đại hội"
)
OWN_NUMBER = re.compile(r"\((?:Ban hành k|K)èm theo .* số +\S*/")
LABEL = re.compile(r"[A-CI-VX]+|\d+(?:\.\d+)?|[a-zđ]|Điều \d+|Phụ lục(?: [IVX]+)?|Kèm theo")
PAGE_NUMBER = re.compile(r"(?m)^\s*\d{1,2}\s*$")


def squeezed(words: str) -> str:
    return " ".join(unicodedata.normalize("NFC", words).split())


def unspaced(words: str) -> str:
    """Words without any space, hyphens folded: line ends of a PDF leave neither as they were."""
    words = re.sub(r"[\ufffe\u00ad\u0002]", "-", unicodedata.normalize("NFC", words))
    return re.sub(r"\s+", "", words)


def printed(plan: Plan) -> Iterator[str]:
    """All paragraphs of a document, and the cells of its tables, without footnotes."""
    for block in layout(plan):
        if isinstance(block, Line):
            yield block.words()
        elif isinstance(block, Rows):
            yield from (plain(cell) for row in block.rows for cell in row)


def notes(plan: Plan) -> list[str]:
    lines = (block for block in layout(plan) if isinstance(block, Line))
    return [squeezed(f"{number} {plain(note)}") for line in lines for number, note in line.notes]


def found_in_text(plan: Plan, raws: list[str], shown: str) -> list[str]:
    """Those raw strings that are not in a text form, once page numbers and footnotes are set apart."""
    words = squeezed(PAGE_NUMBER.sub(" ", unicodedata.normalize("NFC", shown)))
    for note in notes(plan):
        assert note in words
        words = squeezed(words.replace(note, " ")) + " " + note
    glued = re.sub(r"(?<=[^\W\d_])\d{1,2}(?=[\s.,;])", "", words)
    return [raw for raw in raws if raw not in words and raw not in glued]


def raws(gold: dict[str, Any]) -> list[str]:
    return [entry["raw"] for field in ("citations", "dates") for entry in gold[field]]


def pdf_words(source: Path | bytes, plan: Plan) -> str:
    """The words of a PDF without spaces: page numbers left out, footnotes and their marks behind the text."""
    with pypdfium2.PdfDocument(source) as pdf:
        pages = [page.get_textpage().get_text_range() for page in pdf]
    words = unspaced("".join(re.sub(r"\A\s*\d{1,2}\s*\n", "", page) for page in pages))
    for number, note in enumerate(map(unspaced, notes(plan)), 1):
        assert note in words
        words = words.replace(note, "") + note.removeprefix(str(number))
    called = [b for b in layout(plan) if isinstance(b, Line) and b.notes]
    for line in called:
        words = words.replace(unspaced("".join(run.text for run in line.runs)), unspaced(line.words()))
    return words


def plans() -> Iterator[tuple[Plan, Manner]]:
    yield from ((sample.plan(), sample.manner()) for sample in SAMPLES)
    yield from (compose(Random(f"test/{place}")) for place in range(120))


@each_sample
def test_committed_gold_is_that_of_the_description(sample: Sample) -> None:
    committed = (corpus.gold() / f"{sample.name}.json").read_text(encoding="utf-8")
    assert committed == written_gold(annotation(sample.plan(), f"{sample.name}.{sample.forms()[0]}"))


@each_sample
def test_committed_text_is_that_of_the_description(sample: Sample) -> None:
    form = sample.forms()[0]
    committed = (corpus.documents() / f"{sample.name}.{form}").read_bytes()
    assert committed == FORMS[form](sample.plan(), sample.manner())


@each_sample
def test_every_raw_string_of_gold_stands_in_the_text_form(sample: Sample) -> None:
    plan = sample.plan()
    shown = (corpus.documents() / f"{sample.name}.{sample.forms()[0]}").read_text(encoding="utf-8")
    assert found_in_text(plan, raws(annotation(plan, "x")), re.sub(r"\[\^(\d+)\]:?", r"\1", shown)) == []


@each_sample
def test_docx_has_the_same_words(sample: Sample) -> None:
    document = docx.Document(str(corpus.documents() / f"{sample.name}.docx"))
    cells = (cell.text for table in document.tables for row in table.rows for cell in row.cells)
    words = unspaced(" ".join([*(p.text for p in document.paragraphs), *cells]))
    for paragraph in printed(sample.plan()):
        shown = re.sub(r"^(?:[IVX]+\.|\d+\.|[a-zđ]\)|-) ", "", paragraph) if sample.automatic else paragraph
        assert unspaced(shown) in words


@each_sample
def test_pdf_has_the_same_words(sample: Sample) -> None:
    words = pdf_words(corpus.documents() / f"{sample.name}.pdf", sample.plan())
    assert [paragraph for paragraph in printed(sample.plan()) if unspaced(paragraph) not in words] == []


@each_sample
def test_pdf_has_every_raw_string_of_gold(sample: Sample) -> None:
    words = pdf_words(corpus.documents() / f"{sample.name}.pdf", sample.plan())
    assert [raw for raw in raws(annotation(sample.plan(), "x")) if unspaced(raw) not in words] == []


def test_docx_footnotes_are_real_footnotes() -> None:
    sample = next(sample for sample in SAMPLES if sample.name == "phat_dong_giao_thong")
    document = docx.Document(io.BytesIO(render_docx.render(sample.plan())))
    part = next(rel.target_part for rel in document.part.rels.values() if rel.reltype.endswith("/footnotes"))
    assert "1544/QĐ-UBND" in part.blob.decode()
    assert 'w:footnoteReference w:id="2"' in document.element.xml.replace(
        "w:footnoteReference  ", "w:footnoteReference "
    )


def test_the_same_description_gives_the_same_bytes() -> None:
    sample = SAMPLES[2]
    for form in sample.forms():
        assert FORMS[form](sample.plan(), sample.manner()) == FORMS[form](sample.plan(), sample.manner())


def test_gold_has_the_form_of_the_guidelines() -> None:
    for plan, _ in plans():
        gold = json.loads(json.dumps(annotation(plan, "x.txt")))
        assert list(gold) == [
            "file", "header", "sections", "citations", "dates", "signers", "recipients", "archive", "addressees",
        ]  # fmt: skip
        assert all(EDTF.fullmatch(entry["edtf"]) for entry in gold["dates"])
        assert all(entry["issued_on"] is None or EDTF.fullmatch(entry["issued_on"]) for entry in gold["citations"])
        assert all(LABEL.fullmatch(part) for entry in gold["sections"] for part in entry["path"].split("/"))
        assert all(
            entry["raw"].startswith(entry["doc_type"].capitalize()) for entry in gold["citations"] if not entry["code"]
        )
        assert all(signer["name"] and signer["position"] for signer in gold["signers"])
        header = gold["header"]
        assert header["issuing_agency"] or header["issuer_from_body"] in " ".join(" ".join(printed(plan)).split())


def test_gold_paths_are_unique_and_have_their_parents() -> None:
    for plan, _ in plans():
        paths = [entry["path"] for entry in annotation(plan, "x")["sections"]]
        assert len(paths) == len(set(paths))
        assert all(path.rpartition("/")[0] in {"", *paths} for path in paths)


def test_no_date_or_citation_is_printed_that_gold_does_not_know() -> None:
    for plan, _ in plans():
        for block in layout(plan):
            for text in texts(block):
                strings = (piece for piece in text if isinstance(piece, str) and not OWN_NUMBER.match(piece))
                assert not any(UNMARKED.search(words) for words in strings), text


def test_no_day_or_issuer_is_printed_behind_a_citation_without_being_in_it() -> None:
    for plan, _ in plans():
        for block in layout(plan):
            for text in texts(block):
                for piece, after in pairwise(text):
                    behind = plain((after,))
                    assert not (isinstance(piece, Cite) and re.match(r",? (?:của|do|ngày) ", behind)), text


def sections(nodes: tuple[Node, ...]) -> Iterator[Section]:
    for node in nodes:
        if isinstance(node, Section):
            yield node
            yield from sections(node.body)


def test_titles_end_at_their_colon_and_items_have_none() -> None:
    for plan, _ in plans():
        for section in sections((*plan.body, *(node for annex in plan.annexes for node in annex.body))):
            start = " ".join(plain(section.title or section.text).split()[:25])
            assert ":" not in start, start
            assert len(plain(section.title).split()) <= 25 or not section.text


def test_generated_text_holds_every_raw_string_of_gold() -> None:
    for plan, manner in islice(plans(), len(SAMPLES), None):
        gold = annotation(plan, "x")
        assert found_in_text(plan, raws(gold), render_text.render(plan, manner.dump)) == []
        shown = re.sub(r"\[\^\d+\]", "", render_markdown.render(plan, manner.markup))
        words = squeezed(shown)
        glued = re.sub(r"(?<=[^\W\d_])\d{1,2}(?=[\s.,;])", "", words)
        assert [raw for raw in raws(gold) if raw not in words and raw not in glued] == []


def test_generated_pdf_and_docx_hold_signers_and_codes() -> None:
    for plan, manner in islice(plans(), len(SAMPLES), len(SAMPLES) + 12):
        words = pdf_words(render_pdf.render(plan), plan)
        gold = annotation(plan, "x")
        wanted = [signer["name"] for signer in gold["signers"]] + [c["raw"] for c in gold["citations"]]
        assert [raw for raw in wanted if unspaced(raw) not in words] == []
        docx.Document(io.BytesIO(render_docx.render(plan, manner.automatic)))


def test_the_collection_covers_what_it_promises() -> None:
    shown = {sample.name: sample.plan() for sample in SAMPLES}
    tops = [plan.letterhead for plan in shown.values()]
    assert len(SAMPLES) >= 14
    assert {top.shown for top in tops} == {"all", "number-line", "nothing"}
    assert {top.family for top in tops} == {"state", "party"}
    assert any(len(top.issuers) == 2 for top in tops)
    assert {plan.doc_type for plan in shown.values()} >= {
        "kế hoạch", "phát động", "chỉ thị", "quyết định", "công văn", "hướng dẫn",
    }  # fmt: skip
    assert {a.label for plan in shown.values() for a in plan.annexes} >= {"Kèm theo", "Phụ lục", "Phụ lục I"}


def test_the_collection_is_small() -> None:
    folders = (corpus.documents(), corpus.gold(), Path(corpus.__file__).parent / "fonts")
    assert sum(path.stat().st_size for folder in folders for path in folder.iterdir()) < 1_600_000


def test_closing_block_is_one_block() -> None:
    for plan, _ in islice(plans(), 40):
        blocks = list(layout(plan))
        assert sum(isinstance(block, Signatures) for block in blocks) == 1
        assert isinstance(blocks[0], Letterhead)


def test_notes_are_read_after_the_paragraph_that_calls_them() -> None:
    for plan, _ in islice(plans(), 60):
        for block in layout(plan):
            if isinstance(block, Line) and block.notes:
                called: list[Piece] = [piece for piece in block.text if isinstance(piece, Note)]
                assert len(called) == len(block.notes)
                assert list(texts(block))[1:] == [note for _, note in block.notes]
