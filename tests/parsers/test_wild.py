"""Real documents without gold: whatever they are, they give a whole document or say why not."""

from __future__ import annotations

from pathlib import Path

import pytest
from made_text import tried

from models import Cause, Document, Failure
from parsers import parse
from parsers.document import assemble
from parsers.readers import load, read
from parsers.readers.options import Options
from parsers.text import build

WILD = Path(__file__).parents[3] / "shared" / "wild"
READ = (".txt", ".md", ".docx", ".doc", ".pdf")
FILES = sorted(path for path in WILD.glob("*") if path.suffix in READ) if WILD.is_dir() else []
REFUSED = {
    Cause.NO_TEXT,
    Cause.ENCRYPTED,
    Cause.TRUNCATED,
    Cause.GARBLED,
    Cause.NOT_VIETNAMESE,
    Cause.UNSUPPORTED,
    Cause.NOT_TEXT,
}

RECOGNISED = {path.name for path in FILES if path.suffix == ".pdf" and path.stat().st_size % 8 == 0}
"""A few of the scans, by chance: to recognise all of them takes minutes (bench/wild.py does)."""

pytestmark = pytest.mark.skipif(not FILES, reason="the collected documents are not beside the repository")


def unspaced(words: str) -> str:
    return "".join(words.split())


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_a_real_file_gives_a_whole_document_or_a_failure(path: Path) -> None:
    found = tried(path.read_bytes(), path.name, Options(ocr="auto" if path.name in RECOGNISED else "never"))
    if isinstance(found, Cause):
        assert found in REFUSED
        return
    assert Document.model_validate(found.model_dump()) == found
    for item in (*found.citations, *found.dates, *found.signers, *found.recipients, *found.addressees):
        assert found.text[item.span.start : item.span.end] == item.raw


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_no_letter_of_a_real_file_is_lost(path: Path) -> None:
    try:
        layout = read(load(path), path.name, Options(ocr="never"))
    except Failure:
        return
    printed = "".join(line.text for page in layout.pages for line in page.lines)
    assert sorted(unspaced(build(layout).value)) == sorted(unspaced(printed))


def test_files_with_a_text_layer_are_read() -> None:
    outcomes = [tried(path.read_bytes(), path.name, Options(ocr="never")) for path in FILES]
    refused = [outcome for outcome in outcomes if isinstance(outcome, Cause) and outcome is not Cause.NO_TEXT]
    assert len(refused) < 0.1 * len(FILES)


def test_reading_twice_gives_the_same() -> None:
    first = next(path for path in FILES if path.suffix == ".docx")
    layout = read(load(first), first.name)
    source = parse(first).source
    assert assemble(layout, source) == assemble(read(load(first), first.name), source)
