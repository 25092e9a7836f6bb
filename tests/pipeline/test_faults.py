"""Files that are broken or built to do harm, read by the real readers in one batch with good ones."""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from corpus import documents
from pipeline import inputs, sinks
from pipeline.batch import Report, extract
from pipeline.workers import Limits, Pool

GOOD = "day_manh_chuyen_doi_so"
SECONDS = 60


def sample(suffix: str) -> bytes:
    return (documents() / f"{GOOD}.{suffix}").read_bytes()


def zipped(files: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return out.getvalue()


def rezipped(change: Callable[[str, bytes], bytes], **more: bytes) -> bytes:
    """The sample DOCX with its parts changed and further parts."""
    with zipfile.ZipFile(io.BytesIO(sample("docx"))) as archive:
        return zipped({**{name: change(name, archive.read(name)) for name in archive.namelist()}, **more})


def entity_bomb() -> bytes:
    """A DOCX whose main part has entities that would grow to 10^9 letters."""
    entities = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
    head = f'<?xml version="1.0"?><!DOCTYPE w [<!ENTITY l0 "lol">{entities}]>'.encode()

    def change(name: str, data: bytes) -> bytes:
        if name != "word/document.xml":
            return data
        return head + data.partition(b"?>")[2].replace(b"</w:t>", b"&l9;</w:t>", 1)

    return rezipped(change)


def with_macros() -> bytes:
    """A DOCM: the sample with a macro project and the content type of one."""

    def change(name: str, data: bytes) -> bytes:
        kind = b"application/vnd.ms-word.document.macroEnabled.main+xml"
        plain = b"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
        return data.replace(plain, kind) if name == "[Content_Types].xml" else data

    return rezipped(change, **{"word/vbaProject.bin": b"\xd0\xcf\x11\xe0" + bytes(2000)})


def pdf(*objects: bytes) -> bytes:
    """A PDF of these objects, numbered from 1; the first is its root."""
    out, places = bytearray(b"%PDF-1.7\n"), []
    for number, each in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%b\nendobj\n" % (number, each)
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % place for place in places)
    return bytes(out) + b"trailer\n<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, start)


ROOT = b"<</Type/Catalog/Pages 2 0 R>>"
PAGE = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F<</Type/Font/Subtype/Type1"
PAGE += b"/BaseFont/Helvetica>>>>>>>>"
WORDS = b"BT /F 12 Tf 72 700 Td (ke hoach trong cay) Tj ET"
TEXT = b"<</Length %d>>stream\n%b\nendstream" % (len(WORDS), WORDS)


def many_objects() -> bytes:
    return pdf(ROOT, b"<</Type/Pages/Count 1/Kids[3 0 R]>>", PAGE, TEXT, *[b"<</A 1>>"] * 100_000)


def many_pages() -> bytes:
    return pdf(ROOT, b"<</Type/Pages/Count 50000/Kids[%b]>>" % (b"3 0 R " * 50_000), PAGE, TEXT)


def claimed_pages() -> bytes:
    return pdf(ROOT, b"<</Type/Pages/Count 50000/Kids[3 0 R]>>", PAGE, TEXT)


def endless_tree() -> bytes:
    return pdf(ROOT, b"<</Type/Pages/Count 9/Kids[2 0 R 2 0 R 3 0 R]>>", PAGE, TEXT)


FAULTY: dict[str, tuple[Callable[[], bytes], set[str]]] = {
    "bomb.zip": (lambda: zipped({"a.txt": bytes(10**8)}), {"UNSAFE"}),
    "entities.docx": (entity_bomb, {"TRUNCATED", "UNSAFE"}),
    "macros.docm": (with_macros, {"done"}),
    "objects.pdf": (many_objects, {"NOT_VIETNAMESE", "done"}),
    "pages.pdf": (many_pages, {"TOO_LARGE"}),
    "claim.pdf": (claimed_pages, {"TOO_LARGE", "TRUNCATED", "NOT_VIETNAMESE"}),
    "tree.pdf": (endless_tree, {"TRUNCATED", "NOT_VIETNAMESE", "NO_TEXT"}),
    "cut.pdf": (lambda: sample("pdf")[:2000], {"TRUNCATED"}),
    "cut.docx": (lambda: sample("docx")[:-2000], {"TRUNCATED"}),
    "cut.zip": (lambda: zipped({"a.txt": sample("txt")})[:-30], {"TRUNCATED"}),
    "ways.zip": (lambda: zipped({"../../escaped.txt": sample("txt"), "/etc/absolute.txt": sample("txt")}), {"done"}),
    "bytes.txt": (lambda: b"K\xe1\xba ho\xff\xfe\x00" * 99, {"NOT_TEXT", "NOT_VIETNAMESE", "GARBLED", "UNSUPPORTED"}),
    "empty.pdf": (lambda: b"", {"EMPTY"}),
}
GOODS = ("a.txt", "m.docx", "z.pdf")


@pytest.fixture(scope="module")
def read(tmp_path_factory: pytest.TempPathFactory) -> tuple[Report, Path]:
    """Read all in one batch, the good ones before, among and after the others."""
    place = tmp_path_factory.mktemp("faults")
    (place / "in").mkdir()
    for name, (make, _) in FAULTY.items():
        (place / "in" / name).write_bytes(make())
    for name in GOODS:
        (place / "in" / name).write_bytes(sample(name.rpartition(".")[2]))
    paths = inputs.opened(inputs.files([place / "in"]))
    with Pool("pipeline.reading:read", Limits(seconds=SECONDS)) as readers:
        return extract(paths, sinks.folder(place / "out", paths), 2, readers=readers), place


@pytest.mark.parametrize("name", FAULTY)
def test_a_file_that_is_broken_or_does_harm_is_read_or_refused_in_time(read: tuple[Report, Path], name: str) -> None:
    report, place = read
    found = [each for each in report.outcomes if str(each.path).startswith(str(place / "in" / name))]
    assert found
    for each in found:
        assert (each.cause.name if each.cause else each.status) in FAULTY[name][1], each
        assert each.seconds < SECONDS / 2


@pytest.mark.parametrize("name", GOODS)
def test_the_other_files_are_all_done(read: tuple[Report, Path], name: str) -> None:
    report, _ = read
    (found,) = (each for each in report.outcomes if each.path.name == name)
    assert found.output is not None
    assert json.loads(found.output.read_bytes())["source"]["name"] == name


def test_nothing_is_written_but_results(read: tuple[Report, Path]) -> None:
    report, place = read
    assert sorted(place.iterdir()) == [place / "in", place / "out"]
    assert sorted((place / "out").iterdir()) == sorted(each.output for each in report.of("done") if each.output)
    assert {"escaped.json", "absolute.json"} <= {path.name for path in (place / "out").iterdir()}


def test_macros_are_not_read_and_change_nothing(read: tuple[Report, Path]) -> None:
    _, place = read
    with_them, without = (json.loads((place / "out" / name).read_bytes()) for name in ("macros.json", "m.json"))
    assert with_them["text"] == without["text"]


def test_the_name_of_a_member_says_where_it_is(read: tuple[Report, Path]) -> None:
    _, place = read
    assert json.loads((place / "out" / "escaped.json").read_bytes())["source"]["name"] == "ways.zip!escaped.txt"
