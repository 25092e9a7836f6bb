"""Which reader a file gets, by its content, and how what cannot be read is refused."""

from __future__ import annotations

import io
from importlib import import_module
from pathlib import Path

import docx
import pytest
from PIL import Image

from models import Cause, Failure
from parsers import parse
from parsers.readers import KINDS, MAX_BYTES, detect, load, read

KNOWN = [
    pytest.param(b"%PDF-1.7\n", "a.pdf", "parsers.readers.pdf", id="PDF"),
    pytest.param(b"\n\n%PDF-1.4\n", "a.txt", "parsers.readers.pdf", id="PDF under another name, bytes before it"),
    pytest.param("Kế hoạch".encode(), "a.txt", "parsers.readers.plain", id="text"),
    pytest.param("# Kế hoạch".encode(), "a.md", "parsers.readers.plain", id="Markdown"),
    pytest.param("Kế hoạch".encode(), "a", "parsers.readers.plain", id="text without a suffix"),
]


@pytest.mark.parametrize(("data", "name", "module"), KNOWN)
def test_the_content_decides(data: bytes, name: str, module: str) -> None:
    assert detect(data, name).module == module


REFUSED = [
    pytest.param(b"PK\x03\x04" + bytes(40), "a.zip", Cause.UNSUPPORTED, id="another package"),
    pytest.param(b"\x00\xff\x12" * 90, "a.pdf", Cause.TRUNCATED, id="a PDF without its head"),
    pytest.param(b"\x00\xff\x12" * 90, "a.docx", Cause.TRUNCATED, id="a DOCX without its head"),
]


@pytest.mark.parametrize(("data", "name", "cause"), REFUSED)
def test_what_is_not_read_is_refused(data: bytes, name: str, cause: Cause) -> None:
    with pytest.raises(Failure) as caught:
        detect(data, name)
    assert (caught.value.cause, caught.value.name) == (cause, name)


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(Failure) as caught:
        parse(tmp_path / "no.pdf")
    assert (caught.value.cause, caught.value.name) == (Cause.NOT_FOUND, "no.pdf")


def test_a_folder(tmp_path: Path) -> None:
    with pytest.raises(Failure) as caught:
        load(tmp_path)
    assert caught.value.cause is Cause.UNREADABLE


def test_an_empty_file(tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"
    path.write_bytes(b"")
    with pytest.raises(Failure) as caught:
        parse(path)
    assert caught.value.cause is Cause.EMPTY


def test_a_file_over_the_limit_is_not_opened(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    with path.open("wb") as sparse:
        sparse.truncate(MAX_BYTES + 1)
    with pytest.raises(Failure) as caught:
        load(path)
    assert caught.value.cause is Cause.TOO_LARGE


def test_the_file_is_not_changed(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes("Kế hoạch trồng cây".encode())
    path.chmod(0o444)
    before = path.stat().st_mtime_ns
    found = parse(path)
    assert (found.source.name, path.stat().st_mtime_ns) == ("a.txt", before)


def test_each_kind_has_a_module_with_read() -> None:
    assert all(callable(import_module(kind.module).read) for kind in KINDS)


def word_file(*, picture: bool) -> bytes:
    document, out, drawn = docx.Document(), io.BytesIO(), io.BytesIO()
    if picture:
        Image.new("1", (20, 30)).save(drawn, "PNG")
        document.add_picture(drawn)
    document.save(out)
    return out.getvalue()


@pytest.mark.parametrize(("picture", "cause"), [(True, Cause.NO_TEXT), (False, Cause.EMPTY)])
def test_a_word_file_without_words_is_refused(picture: bool, cause: Cause) -> None:
    with pytest.raises(Failure) as refused:
        read(word_file(picture=picture), "a.docx")
    assert refused.value.cause is cause
