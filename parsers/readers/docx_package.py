"""The parts of a DOCX file: takes its bytes, gives the parsed trees that hold text.

Rule of the place: the file is hostile until shown otherwise. Sizes are checked before anything is unpacked,
no entity is expanded, nothing is fetched, and only the parts that hold text or its look are ever read.
"""

from __future__ import annotations

import posixpath
import struct
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from io import BytesIO
from typing import NamedTuple, TypeAlias

from lxml import etree

from models import Cause, Failure

MAX_UNPACKED = 300 * 2**20
"""Most bytes that all parts together may unpack to."""
MAX_PART = 64 * 2**20
"""Most bytes of one XML part; its tree takes about ten times as much memory."""
MAX_RATIO = 200
"""Most times a part over 10 MB may be larger than its packed form; real ones stay under 40."""

Element: TypeAlias = etree._Element

_WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
DAMAGE = (zipfile.BadZipFile, zlib.error, struct.error, EOFError, OSError, NotImplementedError, ValueError)
"""What a damaged ZIP file makes the library raise."""
_STRICT = {
    b"http://purl.oclc.org/ooxml/wordprocessingml/main": _WORD.encode(),
    b"http://purl.oclc.org/ooxml/officeDocument/relationships": _OFFICE.encode(),
    b"http://purl.oclc.org/ooxml/officeDocument/math": b"http://schemas.openxmlformats.org/officeDocument/2006/math",
}
"""Names of ISO 29500 Strict files and the Transitional names they stand for."""


def w(name: str) -> str:
    """Give the qualified name of a WordprocessingML element or attribute: `w("p")`."""
    return f"{{{_WORD}}}{name}"


VAL = w("val")
ALTERNATE = "{http://schemas.openxmlformats.org/markup-compatibility/2006}AlternateContent"
RELATION_ID = f"{{{_OFFICE}}}id"


class Package(NamedTuple):
    """An open DOCX file.

    document: the tree of the main part. relations: kind (`styles`) or id (`rId7`) to the part's name.
    """

    archive: zipfile.ZipFile
    name: str
    document: Element
    relations: Mapping[str, str]


def open_package(data: bytes, name: str) -> Package:
    """Open the file and parse its main part.

    Raises Failure: TRUNCATED, TOO_LARGE, ENCRYPTED.
    """
    try:
        archive = zipfile.ZipFile(BytesIO(data))
    except DAMAGE as error:
        raise Failure(Cause.TRUNCATED, name, "damaged ZIP") from error
    check_sizes(archive, name)
    main = _relations(archive, name, "").get("officeDocument", "word/document.xml")
    document = _parse(archive, name, main)
    if document is None:
        raise Failure(Cause.TRUNCATED, name, f"no part {main}")
    return Package(archive, name, document, _relations(archive, name, main))


def part(package: Package, key: str) -> Element | None:
    """Give the tree of a part by the kind or the id of its relation; None if the file has no such part.

    Raises Failure: TRUNCATED, TOO_LARGE, ENCRYPTED.
    """
    target = package.relations.get(key)
    return None if target is None else _parse(package.archive, package.name, target)


def branch(alternate: Element) -> Element | None:
    """Choose one branch of `mc:AlternateContent`: the first that holds text, else the first."""
    branches = [child for child in alternate if isinstance(child.tag, str)]
    return next((b for b in branches if next(b.iter(w("t")), None) is not None), branches[0] if branches else None)


def check_sizes(archive: zipfile.ZipFile, name: str) -> None:
    """Refuse an archive that unpacks to too much, before anything of it is unpacked.

    Raises Failure: TOO_LARGE.
    """
    entries = archive.infolist()
    total = sum(entry.file_size for entry in entries)
    if total > MAX_UNPACKED:
        raise Failure(Cause.TOO_LARGE, name, f"unpacks to {total} bytes")
    for entry in entries:
        if entry.file_size > 10**7 and entry.file_size > MAX_RATIO * max(entry.compress_size, 1):
            raise Failure(Cause.TOO_LARGE, name, f"{entry.filename} unpacks to {entry.file_size} bytes")


def _parse(archive: zipfile.ZipFile, name: str, target: str) -> Element | None:
    """Give the tree of one part, None where it is absent; no recovery, since a cut part has lost text."""
    data = _content(archive, name, target)
    if data is None:
        return None
    if b"http://purl.oclc.org/ooxml/" in data:
        for strict, transitional in _STRICT.items():
            data = data.replace(strict, transitional)
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True, remove_pis=True
    )
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise Failure(Cause.TRUNCATED, name, f"damaged {target}") from error
    if root.getroottree().docinfo.internalDTD is not None:
        raise Failure(Cause.TRUNCATED, name, f"{target} has a DTD, which the format forbids")
    return root


def _content(archive: zipfile.ZipFile, name: str, target: str) -> bytes | None:
    try:
        entry = archive.getinfo(target)
        if entry.file_size > MAX_PART:
            raise Failure(Cause.TOO_LARGE, name, f"{target} has {entry.file_size} bytes")
        if entry.flag_bits & 1:
            raise Failure(Cause.ENCRYPTED, name, target)
        if entry.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
            raise Failure(Cause.TRUNCATED, name, f"{target} is packed in a way the format forbids")
        return archive.read(entry)
    except KeyError:
        return None
    except DAMAGE as error:
        raise Failure(Cause.TRUNCATED, name, f"damaged {target}") from error


def _relations(archive: zipfile.ZipFile, name: str, source: str) -> dict[str, str]:
    """Give the parts that `source` points to, by kind and by id; `source` is empty for the package itself."""
    folder, file = posixpath.split(source)
    tree = _parse(archive, name, posixpath.join(folder, "_rels", f"{file}.rels"))
    return dict(_targets(tree, folder)) if tree is not None else {}


def _targets(tree: Element, folder: str) -> Iterator[tuple[str, str]]:
    for relation in tree:
        if relation.get("TargetMode") == "External":
            continue
        target = posixpath.normpath(posixpath.join("/", folder, relation.get("Target", "")))[1:]
        yield relation.get("Type", "").rsplit("/", 1)[-1], target
        yield relation.get("Id", ""), target
