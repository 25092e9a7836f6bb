"""Containers: ZIP files and mails with attachments, opened as folders of documents.

Takes the bytes of a container, gives its members: a name that is safe to show and a function that gives the bytes.
A member is addressed by the path of its container, `!`, and its name: `inbox/box.zip!2024/plan.pdf`.

Rule of the place: what stands in a container is hostile until shown otherwise. Its names are labels, nothing is ever
written under them; sizes are checked before anything is unpacked; links are not followed.
"""

from __future__ import annotations

import posixpath
import re
import unicodedata
from collections.abc import Callable, Iterator
from functools import lru_cache, partial
from pathlib import Path
from typing import NamedTuple

from models import Cause, Failure
from parsers.readers import load as load_file

SEPARATOR = "!"
"""Between the name of a container and that of its member."""
MAX_DEPTH = 2
"""Containers inside each other: a ZIP in a ZIP is opened, a third one is not."""
MAX_MEMBERS = 5000
"""Most documents of one container, those of containers inside it among them."""
MAX_NAME = 100
"""Most characters of one part of a member's name; a result's file name must hold it."""

_OFFICE = (".docx", ".docm", ".dotx", ".xlsx", ".xlsm", ".pptx", ".odt", ".ods", ".odp", ".epub", ".jar")
"""Suffixes of files that are ZIP files but one document."""
_OFFICE_PARTS = ("[Content_Types].xml", "mimetype", "word/document.xml", "xl/workbook.xml")
"""Parts that tell a document that is a ZIP file from a ZIP file of documents."""
_ZIP = (b"PK\x03\x04", b"PK\x05\x06")
HEAD = 16384
"""Bytes that are looked at to tell a mail."""
_MAIL = re.compile(
    rb"\A(?:From|To|Subject|Date|Received|Return-Path|Message-ID|MIME-Version|Delivered-To|Reply-To|Content-Type|"
    rb"DKIM-Signature|ARC-[\w-]+|X-[\w-]+):[^\n]*\n(?=[\x21-\x39\x3b-\x7e]+:|[ \t])"
    rb".*?^(?:MIME-Version|Message-ID):",
    re.IGNORECASE | re.MULTILINE | re.DOTALL,
)
_PASSED_OVER = frozenset({"__MACOSX", "thumbs.db", "desktop.ini"})
"""What systems leave in folders; hidden and JSON files are passed over, too, as in folders."""


class Member(NamedTuple):
    """A document inside a container.

    name: inside the container, parts joined by `/`, safe to show and unlike any other there. load: gives its bytes, or
    raises Failure: ENCRYPTED, TRUNCATED, TOO_LARGE, UNSAFE, UNSUPPORTED.
    """

    name: str
    load: Callable[[], bytes]


def suspected(head: bytes, name: str) -> bool:
    """Say by its first bytes whether a file may be a container; `is_container` says it for sure."""
    if head.startswith(_ZIP):
        return not name.lower().endswith(_OFFICE)
    return _is_mail(head, name)


def is_container(data: bytes, name: str) -> bool:
    """Say by its content whether a file is a container; DOCX, XLSX and ODT are ZIP files but none.

    name: its file name; a mail is told more readily by the suffix `.eml`.
    """
    if not data.startswith(_ZIP):
        return _is_mail(data[:HEAD], name)
    from parsers.readers.containers_zip import names

    known = names(data)
    if known is None:  # cut off: what it was shows in the names before each part
        return not any(part.encode() in data for part in _OFFICE_PARTS)
    return known.isdisjoint(_OFFICE_PARTS)


def members(data: bytes, name: str, depth: int = 1) -> tuple[Member, ...]:
    """Give the documents in a container and in the containers inside it, in the order in which they are stored.

    name: what messages call it.
    Raises Failure: EMPTY, TRUNCATED, TOO_LARGE, UNSAFE for the container as a whole.
    """
    found: dict[str, Member] = {}
    for raw, load in _stored(data, name):
        inside = _free(cleaned(raw), found)
        if _passed_over(inside):
            continue
        full = f"{name}{SEPARATOR}{inside}"
        for member in _opened(Member(inside, partial(load, full)), full, depth):
            found[_same(member.name)] = member
        if len(found) > MAX_MEMBERS:
            raise Failure(Cause.TOO_LARGE, name, f"more than {MAX_MEMBERS} documents")
    if not found:
        raise Failure(Cause.EMPTY, name)
    return tuple(found.values())


def only(data: bytes, name: str) -> tuple[bytes, str]:
    """Give bytes and name of the one document in a container.

    Raises Failure: SEVERAL_DOCUMENTS, and what `members` and loading raise.
    """
    inside = members(data, name)
    if len(inside) > 1:
        raise Failure(Cause.SEVERAL_DOCUMENTS, name, f"{len(inside)}")
    return inside[0].load(), f"{name}{SEPARATOR}{inside[0].name}"


def split(path: Path) -> tuple[Path, str]:
    """Give the file that an address leads to, and the name inside it, empty where the address is that of a file."""
    text = str(path)
    if SEPARATOR in text and not path.exists():
        for found in re.finditer(re.escape(SEPARATOR), text):
            file = Path(text[: found.start()])
            if file.is_file():
                return file, text[found.end() :]
    return path, ""


def address(path: Path, member: Member) -> Path:
    """Give the address of a member of the container at path."""
    return Path(f"{path}{SEPARATOR}{member.name}")


def load(path: Path) -> tuple[bytes, str]:
    """Give bytes and name of a file, or of a member by its address: `box.zip!plan.pdf`.

    Raises Failure.
    """
    file, inside = split(path)
    if not inside:
        return load_file(path), path.name
    about, name = file.stat(), f"{file.name}{SEPARATOR}{inside}"
    for member in _members(file, about.st_mtime_ns, about.st_size):
        if member.name == inside:
            data = member.load()
            if not data.strip():
                raise Failure(Cause.EMPTY, name)
            return data, name
    raise Failure(Cause.NOT_FOUND, name)


@lru_cache(maxsize=1)
def _members(file: Path, _changed: int, _size: int) -> tuple[Member, ...]:
    """Keep the container opened last, whose members are asked for one after the other."""
    return members(load_file(file), file.name)


def _stored(data: bytes, name: str) -> Iterator[tuple[str, Callable[[str], bytes]]]:
    """Give the name of each member as it stands there and what gives its bytes, told what messages call it."""
    if data.startswith(_ZIP):
        from parsers.readers.containers_zip import stored
    else:
        from parsers.readers.containers_mail import stored
    return stored(data, name)


def _opened(member: Member, name: str, depth: int) -> Iterator[Member]:
    """Give the members of a member that is itself a container, else the member; one that fails is kept to say so."""
    suffix = posixpath.splitext(member.name)[1].lower()
    if suffix not in (".zip", ".eml"):
        yield member
        return
    try:
        data = member.load()
        if not is_container(data, member.name):
            yield member
            return
        if depth >= MAX_DEPTH:
            raise Failure(Cause.UNSAFE, name, f"more than {MAX_DEPTH} containers inside each other")
        for inner in members(data, name, depth + 1):
            yield Member(f"{member.name}{SEPARATOR}{inner.name}", inner.load)
    except Failure as failure:
        yield Member(member.name, _failing(failure))


def _failing(failure: Failure) -> Callable[[], bytes]:
    def load() -> bytes:
        raise failure

    return load


def cleaned(raw: str) -> str:
    r"""Give a name that is safe to show and leads nowhere: `..\..\C:\a\b.pdf` is `a/b.pdf`."""
    parts = [_part(part) for part in re.split(r"[/\\]", unicodedata.normalize("NFC", raw))]
    kept = [part for part in parts if part.strip(". ")]
    return "/".join(kept[-8:]) or "unnamed"


def _part(part: str) -> str:
    part = "".join(letter for letter in part if not unicodedata.category(letter).startswith("C")).strip()
    part = re.sub(r"\A[A-Za-z]:", "", part)
    stem, suffix = posixpath.splitext(part)
    return stem[: MAX_NAME - 10] + suffix[:10] if len(part) > MAX_NAME else part


def _free(name: str, taken: dict[str, Member]) -> str:
    """Give the name, or where another member has it, one with a number."""
    stem, suffix = posixpath.splitext(name)
    tried, number = name, 1
    while _same(tried) in taken:
        number += 1
        tried = f"{stem} ({number}){suffix}"
    return tried


def _same(name: str) -> str:
    return name.casefold()


def _passed_over(name: str) -> bool:
    parts = name.split("/")
    return (
        any(part.startswith(".") or part in _PASSED_OVER for part in parts)
        or parts[-1].lower() in _PASSED_OVER
        or parts[-1].lower().endswith(".json")
    )


def _is_mail(head: bytes, name: str) -> bool:
    if name.lower().endswith(".eml"):
        return re.match(rb"\s*[\x21-\x39\x3b-\x7e]+:", head) is not None
    return _MAIL.match(head[:HEAD].partition(b"\n\n")[0].replace(b"\r\n", b"\n").partition(b"\n\n")[0]) is not None
