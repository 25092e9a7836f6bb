"""Files of office programs: what LibreOffice makes of them, and every way in which it may fail."""

from __future__ import annotations

import os
import shutil
import struct
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from made_text import tried

from corpus import documents
from models import Cause, Document, Failure
from parsers import parse, parse_bytes
from parsers.readers import office_ole, office_process, read
from parsers.readers.office import ODT

SAMPLE = next(iter(sorted(documents().glob("*.docx"))))
FORMATS = {
    "doc": ("doc:MS Word 97", "application/msword"),
    "rtf": ("rtf", "application/rtf"),
    "odt": ("odt", "application/vnd.oasis.opendocument.text"),
}
OFFICE = shutil.which("soffice")
needs_office = pytest.mark.skipif(OFFICE is None, reason="LibreOffice is not installed")
needs_antiword = pytest.mark.skipif(shutil.which("antiword") is None, reason="antiword is not installed")


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give a folder with the sample document in each format, saved by LibreOffice."""
    folder = tmp_path_factory.mktemp("made")
    for wanted, _ in FORMATS.values():
        profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
        command = [str(OFFICE), profile, "--headless", "--convert-to", wanted, "--outdir", str(folder), str(SAMPLE)]
        subprocess.run(command, check=True, capture_output=True, timeout=120)
    return folder


@pytest.fixture(autouse=True)
def _nothing_is_left(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Hold that each test ends with no process and no folder of ours."""
    folder = tmp_path / "temporary"
    folder.mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(folder))
    yield
    office_process.close()
    assert list(folder.iterdir()) == []


def fields(document: Document) -> tuple[object, ...]:
    header = document.header
    return (
        (header.code, header.doc_type, header.title, header.issued_on, header.place),
        [agency.raw for agency in header.issuing_agencies],
        [(signer.name, signer.position) for signer in document.signers],
        [recipient.raw for recipient in document.recipients],
        [(section.label, section.title) for section in document.sections],
    )


@needs_office
@pytest.mark.parametrize("suffix", FORMATS)
def test_a_document_says_the_same_in_each_format(suffix: str, made: Path) -> None:
    found = parse(made / f"{SAMPLE.stem}.{suffix}")
    assert (found.source.media_type, found.source.reader) == (FORMATS[suffix][1], "docx via libreoffice")
    assert fields(found) == fields(parse(SAMPLE))


@needs_office
def test_the_content_decides_and_not_the_name(made: Path) -> None:
    data = (made / f"{SAMPLE.stem}.rtf").read_bytes()
    assert read(data, "a.doc").media_type == "application/rtf"


@needs_office
def test_one_libreoffice_reads_many_files(made: Path) -> None:
    data = (made / f"{SAMPLE.stem}.doc").read_bytes()
    read(data, "a.doc")
    process = office_process._running[os.getpid()].process
    begun = time.monotonic()
    read(data, "b.doc")
    assert office_process._running[os.getpid()].process is process
    assert time.monotonic() - begun < 5


@needs_office
def test_a_libreoffice_that_died_is_started_again(made: Path) -> None:
    data = (made / f"{SAMPLE.stem}.doc").read_bytes()
    read(data, "a.doc")
    office = office_process._running[os.getpid()]
    os.killpg(office.process.pid, 9)
    office.process.wait()
    assert read(data, "b.doc").reader == "docx via libreoffice"


@needs_office
def test_whoever_kills_us_leaves_no_libreoffice(made: Path, tmp_path: Path) -> None:
    program = (
        "import os, sys, pathlib\nfrom parsers.readers import office_process, read\n"
        f"read(pathlib.Path({str(made / f'{SAMPLE.stem}.doc')!r}).read_bytes(), 'a.doc')\n"
        "print(office_process._running[os.getpid()].process.pid, flush=True)\nos.kill(os.getpid(), 9)\n"
    )
    env = {**os.environ, "TMPDIR": str(tmp_path / "temporary")}
    done = subprocess.run([sys.executable, "-c", program], env=env, capture_output=True, timeout=100, check=False)
    session = int(done.stdout)
    deadline = time.monotonic() + 10
    while time.monotonic() < deadline and (_runs(session) or any((tmp_path / "temporary").iterdir())):
        time.sleep(0.05)
    assert not _runs(session)


def _runs(session: int) -> bool:
    """Say whether a process of a session still runs; one that only waits to be counted does not."""
    stats = (path.read_text() for path in Path("/proc").glob("[0-9]*/stat") if path.exists())
    return any(
        s.rpartition(")")[2].split()[2] == str(session) and s.rpartition(")")[2].split()[0] != "Z" for s in stats
    )


def fake(folder: Path, script: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Put a `soffice` of our own on the path, and nothing else of office programs."""
    program = folder / "soffice"
    program.write_text(f"#!/bin/sh\n{script}\n")
    program.chmod(0o755)
    monkeypatch.setattr(shutil, "which", lambda name: str(program) if name == "soffice" else None)


RTF = rb"{\rtf1\ansi K\u7871? ho\u7841?ch}"
FAILING = [
    pytest.param("sleep 600", "no answer in 1 s", id="hangs"),
    pytest.param("sleep 600 & sleep 600", "no answer in 1 s", id="hangs with a child"),
    pytest.param("exit 0", "ended with 0", id="ends well without a file"),
    pytest.param("exit 77", "ended with 77", id="ends badly"),
]


@pytest.mark.parametrize(("script", "detail"), FAILING)
def test_a_libreoffice_that_fails(script: str, detail: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    fake(tmp_path, script, monkeypatch)
    monkeypatch.setattr(office_process, "STARTING", 1)
    begun = time.monotonic()
    with pytest.raises(Failure) as caught:
        read(RTF, "a.rtf")
    assert caught.value.cause is Cause.TOOL_FAILED
    assert detail in caught.value.detail
    assert time.monotonic() - begun < 10


SERVER = """
case "$*" in
*--convert-to*) {client} ;;
*) touch "$TMPDIR/.~lock.kept-open.txt#"; sleep 600 ;;
esac
"""


@pytest.mark.parametrize(
    ("client", "detail"),
    [
        pytest.param("exit 0", "gave no file", id="a file that is not there"),
        pytest.param("sleep 600", "no answer in 1 s", id="a file that takes for ever"),
    ],
)
def test_a_file_that_fails(client: str, detail: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    fake(tmp_path, SERVER.format(client=client), monkeypatch)
    monkeypatch.setattr(office_process, "CONVERTING", 1)
    monkeypatch.setattr(office_process, "_socket", lambda folder: folder / "kept-open.txt")
    with pytest.raises(Failure) as caught:
        read(RTF, "a.rtf")
    assert (caught.value.cause, detail in caught.value.detail) == (Cause.TOOL_FAILED, True)


def test_without_libreoffice(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shutil, "which", lambda name: None)
    with pytest.raises(Failure) as caught:
        read(RTF, "a.rtf")
    assert (caught.value.cause, caught.value.detail) == (Cause.TOOL_MISSING, "soffice")


@needs_office
@needs_antiword
def test_antiword_reads_a_doc_where_libreoffice_does_not(made: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    antiword = shutil.which("antiword")
    monkeypatch.setattr(shutil, "which", lambda name: antiword if name == "antiword" else None)
    found = parse(made / f"{SAMPLE.stem}.doc")
    assert (found.source.media_type, found.source.reader) == ("application/msword", "plain via antiword")
    assert "antiword-for-missing" in [warning.code for warning in found.warnings]
    assert found.header.doc_type == parse(SAMPLE).header.doc_type


def compound(**named: bytes) -> bytes:
    """Make an OLE file with streams of this content, each filled to 4096 bytes."""
    contents = [content.ljust(4096, b"\0") for content in named.values()]
    first = [2 + 8 * index for index in range(len(contents))]
    table = [0xFFFFFFFD, 0xFFFFFFFE]
    for start in first:
        table += [*range(start + 1, start + 8), 0xFFFFFFFE]
    names = ["Root Entry", *named]
    entries = b""
    for index, name in enumerate(names):
        written = name.encode("utf-16-le")
        right = index + 1 if 0 < index < len(names) - 1 else 0xFFFFFFFF
        child = 1 if index == 0 and named else 0xFFFFFFFF
        start, size = (first[index - 1], 4096) if index else (0xFFFFFFFE, 0)
        entries += written.ljust(64, b"\0") + struct.pack("<HBB", len(written) + 2, 2 if index else 5, 1)
        entries += struct.pack("<III", 0xFFFFFFFF, right, child) + bytes(36) + struct.pack("<III", start, size, 0)
    header = office_ole.MAGIC + bytes(16) + struct.pack("<HHHHH", 0x3E, 3, 0xFFFE, 9, 6) + bytes(6)
    header += struct.pack("<IIIIIIIII", 0, 1, 1, 0, 4096, 0xFFFFFFFE, 0, 0xFFFFFFFE, 0) + struct.pack("<I", 0)
    header = header.ljust(512, b"\xff")
    sectors = struct.pack(f"<{len(table)}I", *table).ljust(512, b"\xff")
    return header + sectors + entries.ljust(512, b"\0") + b"".join(contents)


def word(flags: int = 0) -> bytes:
    return struct.pack("<HH6xH", 0xA5EC, 0x00C1, flags)


REFUSED = [
    pytest.param(compound(WordDocument=word(0x0100)), Cause.ENCRYPTED, id="a DOC with a password"),
    pytest.param(compound(EncryptionInfo=b"x", EncryptedPackage=b"x"), Cause.ENCRYPTED, id="a DOCX with a password"),
    pytest.param(compound(**{"PowerPoint Document": b"x"}), Cause.UNSUPPORTED, id="slides"),
    pytest.param(compound(**{"__nameid_version1.0": b"x"}), Cause.UNSUPPORTED, id="a message"),
    pytest.param(office_ole.MAGIC + bytes(3000), Cause.TRUNCATED, id="an OLE file without a directory"),
    pytest.param(office_ole.MAGIC, Cause.TRUNCATED, id="an OLE file without anything"),
    pytest.param(compound(WordDocument=b"")[:1100], Cause.TRUNCATED, id="a DOC cut"),
    pytest.param(bytes(range(256)) * 9, Cause.TRUNCATED, id="a DOC that is none"),
    pytest.param(b"PK\x03\x04" + bytes(26) + b"mimetype" + ODT.encode(), Cause.TRUNCATED, id="an ODT cut"),
]  # fmt: skip


@pytest.mark.parametrize(("data", "cause"), REFUSED)
def test_what_cannot_be_converted_is_refused_before(data: bytes, cause: Cause, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shutil, "which", lambda name: pytest.fail("no tool is asked"))
    with pytest.raises(Failure) as caught:
        parse_bytes(data, "a.doc")
    assert caught.value.cause is cause


@needs_office
@pytest.mark.parametrize("kept", [0.3, 0.7, 0.95])
def test_a_doc_that_is_cut_is_read_or_refused(kept: float, made: Path) -> None:
    data = (made / f"{SAMPLE.stem}.doc").read_bytes()
    found = tried(data[: int(kept * len(data))], "a.doc")
    assert isinstance(found, Document) or found in (Cause.TRUNCATED, Cause.TOOL_FAILED, Cause.EMPTY, Cause.GARBLED)


def test_a_directory_in_circles_ends() -> None:
    data = bytearray(compound(WordDocument=word()))
    struct.pack_into("<I", data, 512, 0)  # the directory's sector follows itself
    struct.pack_into("<I", data, 516, 1)
    assert isinstance(office_ole.streams(bytes(data)), dict)


@needs_office
def test_links_to_files_are_not_followed(tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("bí mật")
    field = rf'{{\field{{\*\fldinst INCLUDETEXT "{secret}"}}{{\fldrslt }}}}'
    layout = read(rb"{\rtf1 Ke hoach " + field.encode() + rb"\par}", "a.rtf")
    assert "bí mật" not in "".join(line.text for line in layout.pages[0].lines)
