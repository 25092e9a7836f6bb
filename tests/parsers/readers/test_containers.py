"""Containers are folders of documents, whatever their names and sizes claim."""

from __future__ import annotations

import io
import stat
import struct
import zipfile
from email.message import EmailMessage
from pathlib import Path

import docx
import pytest

from models import Cause, Failure
from parsers import parse
from parsers.readers import containers, containers_zip
from parsers.readers.containers import Member, cleaned, is_container, load, members, only, suspected

PLAN = "KẾ HOẠCH\nTrồng cây năm 2026\nI. MỤC ĐÍCH\n1. Nâng cao nhận thức của Nhân dân về bảo vệ rừng.\n".encode()


def zipped(**files: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return out.getvalue()


def mail(*attached: tuple[str, bytes], text: str = "Xin gửi kèm kế hoạch.") -> bytes:
    made = EmailMessage()
    made["From"], made["To"], made["Subject"] = "van-thu@example.vn", "a@example.vn", "Gửi kế hoạch"
    made.set_content(text)
    for name, data in attached:
        made.add_attachment(data, maintype="application", subtype="octet-stream", filename=name)
    return made.as_bytes()


def word_file() -> bytes:
    out = io.BytesIO()
    docx.Document().save(out)
    return out.getvalue()


def names(data: bytes, name: str = "box.zip") -> list[str]:
    return [member.name for member in members(data, name)]


def ends(member: Member) -> str:
    """How loading a member ends: `ok` or its cause."""
    try:
        member.load()
    except Failure as failure:
        return failure.cause.name
    return "ok"


KINDS = [
    pytest.param(zipped(**{"a.txt": PLAN}), "box.zip", True, id="ZIP"),
    pytest.param(zipped(**{"a.txt": PLAN}), "box", True, id="ZIP without a suffix"),
    pytest.param(mail(("a.txt", PLAN)), "a.eml", True, id="mail"),
    pytest.param(mail(("a.txt", PLAN)), "a", True, id="mail without a suffix"),
    pytest.param(mail(("a.txt", PLAN)).replace(b"\n", b"\r\n"), "a", True, id="mail with the line ends of the wire"),
    pytest.param(word_file(), "a.docx", False, id="DOCX"),
    pytest.param(word_file(), "a.zip", False, id="DOCX under another name"),
    pytest.param(word_file()[:-400], "a.docx", False, id="DOCX that is cut off"),
    pytest.param(zipped(**{"[Content_Types].xml": b"<a/>", "xl/workbook.xml": b"<a/>"}), "a.xlsx", False, id="XLSX"),
    pytest.param(zipped(mimetype=b"application/vnd.oasis.opendocument.text"), "a.odt", False, id="ODT"),
    pytest.param(PLAN, "a.txt", False, id="text"),
    pytest.param(b"From: A\nabout a plan\n\nMIME-Version: 1.0", "a.txt", False, id="text that begins like a mail"),
    pytest.param(b"%PDF-1.7", "a.eml", False, id="another kind under the name of a mail"),
]


@pytest.mark.parametrize(("data", "name", "expected"), KINDS)
def test_what_is_a_container(data: bytes, name: str, expected: bool) -> None:
    assert is_container(data, name) is expected
    assert suspected(data[: containers.HEAD], name) >= expected


NAMES = [
    pytest.param("2024/kế hoạch.pdf", "2024/kế hoạch.pdf", id="a name"),
    pytest.param("../../etc/passwd", "etc/passwd", id="a way up"),
    pytest.param("/etc/passwd", "etc/passwd", id="a way from the root"),
    pytest.param("C:\\a\\..\\b.pdf", "a/b.pdf", id="a way of Windows"),
    pytest.param("a/./.../b.pdf", "a/b.pdf", id="parts of dots"),
    pytest.param("a\x1b[2J\x00\u202efdp.exe", "a[2Jfdp.exe", id="control characters and turned direction"),
    pytest.param("../..", "unnamed", id="nothing but a way up"),
    pytest.param("ke\u0302\u0301.pdf", "kế.pdf", id="Unicode form"),
    pytest.param("x" * 400 + ".pdf", "x" * 90 + ".pdf", id="a long name"),
]


@pytest.mark.parametrize(("raw", "expected"), NAMES)
def test_names_are_labels(raw: str, expected: str) -> None:
    assert cleaned(raw) == expected


def test_members_are_those_that_a_folder_would_give() -> None:
    box = zipped(**{
        "a.txt": PLAN, "2024/b.txt": PLAN, ".hidden": PLAN, "__MACOSX/a.txt": b"x", "Thumbs.db": b"x", "c.json": b"{}",
        "../a.txt": PLAN, "d/": b"",
    })  # fmt: skip
    assert names(box) == ["a.txt", "2024/b.txt", "a (2).txt"]


def test_a_link_is_not_followed() -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        link = zipfile.ZipInfo("link.txt")
        link.external_attr = (stat.S_IFLNK | 0o777) << 16
        archive.writestr(link, "/etc/passwd")
        archive.writestr("a.txt", PLAN)
    assert names(out.getvalue()) == ["a.txt"]


CODES = [
    pytest.param("kế hoạch.txt".encode(), "kế hoạch.txt", id="UTF-8 that is not marked"),
    pytest.param("kê\u0301 hoạch.txt".encode("cp1258", "ignore"), "kế hoch.txt", id="Windows' Vietnamese code page"),
]


@pytest.mark.parametrize(("raw", "expected"), CODES)
def test_names_in_other_encodings(raw: bytes, expected: str) -> None:
    stand_in = "n" * len(raw)
    assert names(zipped(**{stand_in: PLAN}).replace(stand_in.encode(), raw)) == [expected]


def test_containers_in_containers_are_opened_twice_deep() -> None:
    inner = zipped(**{"b.txt": PLAN})
    assert names(zipped(**{"in.zip": inner, "c.txt": PLAN})) == ["in.zip!b.txt", "c.txt"]
    deep = members(zipped(**{"1.zip": zipped(**{"2.zip": inner, "c.txt": PLAN})}), "box.zip")
    assert [(member.name, ends(member)) for member in deep] == [("1.zip!2.zip", "UNSAFE"), ("1.zip!c.txt", "ok")]


def test_attachments_of_a_mail() -> None:
    made = EmailMessage()
    made["From"] = "a@example.vn"
    made.set_content("Kính gửi")
    made.add_attachment(PLAN, maintype="text", subtype="plain", filename="kế hoạch.txt")
    made.add_attachment(b"\x89PNG", maintype="image", subtype="png", filename="logo.png", cid="<1>")
    made.add_attachment(b"x", maintype="application", subtype="pkcs7-signature", filename="smime.p7s")
    inner = EmailMessage()
    inner.set_content("chuyển tiếp")
    inner.add_attachment(PLAN, maintype="application", subtype="pdf", filename="../b.pdf")
    made.add_attachment(inner)
    found = members(made.as_bytes(), "a.eml")
    assert [(member.name, member.load()) for member in found] == [("kế hoạch.txt", PLAN), ("b.pdf", PLAN)]


def test_a_mail_without_attachments_is_its_text() -> None:
    (found,) = members(mail(text=PLAN.decode()), "a.eml")
    assert (found.name, found.load().decode().strip()) == ("body.txt", PLAN.decode().strip())


def test_parts_without_end_are_refused() -> None:
    opening = b"".join(b"Content-Type: multipart/mixed; boundary=b%d\n\n--b%d\n" % (n, n) for n in range(3000))
    with pytest.raises(Failure) as caught:
        members(b"From: a@example.vn\nMIME-Version: 1.0\n" + opening, "a.eml")
    assert caught.value.cause in (Cause.UNSAFE, Cause.EMPTY)


def claiming(data: bytes, size: int) -> bytes:
    """Write another size into the directory of a ZIP file with one entry."""
    at = data.index(b"PK\x01\x02")
    return data[: at + 24] + struct.pack("<I", size) + data[at + 28 :]


def locked(data: bytes) -> bytes:
    at = data.index(b"PK\x01\x02")
    return data[: at + 8] + struct.pack("<H", 1) + data[at + 10 :]


FAULTY = [
    pytest.param(zipped(**{"a.txt": bytes(10**8)}), "UNSAFE", id="a bomb"),
    pytest.param(locked(zipped(**{"a.txt": PLAN})), "ENCRYPTED", id="a password"),
    pytest.param(claiming(zipped(**{"a.txt": PLAN}), 5), "TRUNCATED", id="a size that is too small"),
    pytest.param(zipped(**{"a.txt": PLAN * 9}).replace(b"\x00a.txt", b"\x00a.txu", 1), "TRUNCATED", id="another name"),
]


@pytest.mark.parametrize(("data", "end"), FAULTY)
def test_a_member_that_cannot_be_read(data: bytes, end: str) -> None:
    assert [ends(member) for member in members(data, "box.zip")] == [end]


def overlapping() -> bytes:
    """A ZIP file whose directory names the same bytes many times."""
    data = zipped(**{"a.txt": bytes(range(256)) * 40})
    at, end = data.index(b"PK\x01\x02"), data.index(b"PK\x05\x06")
    entry, count = data[at:end], 20
    directory = b"".join(entry.replace(b"a.txt", b"%05d" % n) for n in range(count))
    return data[:at] + directory + struct.pack("<4s4H2LH", b"PK\x05\x06", 0, 0, count, count, len(directory), at, 0)


REFUSED = [
    pytest.param(zipped(), "a.zip", Cause.EMPTY, id="nothing in it"),
    pytest.param(zipped(**{"a.txt": PLAN})[:-30], "a.zip", Cause.TRUNCATED, id="cut off"),
    pytest.param(overlapping(), "a.zip", Cause.UNSAFE, id="entries over each other"),
    pytest.param(zipped(**{f"{n}": b"" for n in range(5001)}), "a.zip", Cause.TOO_LARGE, id="many entries"),
    pytest.param(b"PK\x03\x04" + b"PK\x01\x02" * 200_000, "a.zip", Cause.UNSAFE, id="a directory without end"),
    pytest.param(claiming(zipped(**{"a.txt": PLAN}), 2**32 - 2), "a.zip", Cause.UNSAFE, id="a claim of 4 GiB"),
]


@pytest.mark.parametrize(("data", "name", "cause"), REFUSED)
def test_a_container_that_is_refused(data: bytes, name: str, cause: Cause) -> None:
    with pytest.raises(Failure) as caught:
        members(data, name)
    assert caught.value.cause is cause


def test_limits_of_one_entry_are_those_of_a_file() -> None:
    from parsers.readers import MAX_BYTES

    assert containers_zip.MAX_MEMBER == MAX_BYTES


def test_a_container_of_one_document_is_that_document(tmp_path: Path) -> None:
    (tmp_path / "box.zip").write_bytes(zipped(**{"../2024/plan.txt": PLAN}))
    found = parse(tmp_path / "box.zip")
    assert found.source.name == "box.zip!2024/plan.txt"
    assert found.source.media_type == "text/plain"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["box.zip"]


def test_a_container_of_several_documents_is_refused_with_advice() -> None:
    with pytest.raises(Failure) as caught:
        only(zipped(**{"a.txt": PLAN, "b.txt": PLAN}), "box.zip")
    assert caught.value.cause is Cause.SEVERAL_DOCUMENTS
    assert "vanban extract" in caught.value.line()


def test_a_member_has_an_address(tmp_path: Path) -> None:
    (tmp_path / "a!b.zip").write_bytes(zipped(**{"2024/c.txt": PLAN, "empty.txt": b""}))
    (tmp_path / "plain!name.txt").write_bytes(PLAN)
    assert load(tmp_path / "a!b.zip!2024/c.txt") == (PLAN, "a!b.zip!2024/c.txt")
    assert load(tmp_path / "plain!name.txt") == (PLAN, "plain!name.txt")
    for name, cause in (("no.txt", Cause.NOT_FOUND), ("empty.txt", Cause.EMPTY), ("../a!b.zip", Cause.NOT_FOUND)):
        with pytest.raises(Failure) as caught:
            load(tmp_path / f"a!b.zip!{name}")
        assert caught.value.cause is cause
