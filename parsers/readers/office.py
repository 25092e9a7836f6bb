"""Files of office programs: takes the bytes of a DOC, RTF or ODT, gives its Layout.

LibreOffice makes a DOCX of them, which is read as any other. Rule of the place: what a file is, is told from its
content, and what cannot be converted (protected, no text document) is said before LibreOffice sees it. Where it fails
on a DOC, antiword gives the text without its look.
"""

from __future__ import annotations

import shutil
import struct
import subprocess
import tempfile
import zipfile
from collections.abc import Mapping
from io import BytesIO
from pathlib import Path
from typing import NamedTuple

from models import Cause, Failure
from parsers.layout import Layout
from parsers.readers import docx, office_ole, office_process, plain
from parsers.readers.docx_package import DAMAGE, check_sizes
from parsers.readers.options import DEFAULT, Options

ANTIWORD_SECONDS = 30
"""Longest time in seconds that antiword may take."""

DOC = "application/msword"
RTF = "application/rtf"
ODT = "application/vnd.oasis.opendocument.text"

_OTHERS = {
    "PowerPoint Document": "PPT", "Workbook": "XLS", "Book": "XLS",
    "__nameid_version1.0": "MSG", "VisioDocument": "VSD",
}  # fmt: skip
"""Streams of OLE files that are no text documents."""
_WORD_97, _WORD_95 = 0x00C1, 0x0068
"""Versions of the DOC format (`nFib`): the first of Word 97, that of Word 95."""
_PROTECTED = 0x0100
"""Bit of the flags of a DOC that says that it is encrypted."""
_PACKED = b"manifest:encryption-data"


class Format(NamedTuple):
    """What a file is. suffix: the one LibreOffice expects. imported: LibreOffice's name of its import filter."""

    media_type: str
    suffix: str
    imported: str


def read(data: bytes, name: str, options: Options = DEFAULT) -> Layout:
    """Read a DOC, RTF or ODT file; name is used in messages.

    Raises Failure: ENCRYPTED, UNSUPPORTED, TRUNCATED, TOO_LARGE, TOOL_MISSING, TOOL_FAILED.
    """
    kind = _format(data, name)
    try:
        made = office_process.to_docx(data, name, kind.suffix, kind.imported)
    except Failure as failure:
        text = _by_antiword(data) if kind.media_type == DOC else b""
        if not text.strip():
            raise
        read = plain.read(text, name, options)
        return read._replace(media_type=DOC, reader="plain via antiword", notes=(*read.notes, _note(failure)))
    return docx.read(made, name, options)._replace(media_type=kind.media_type, reader="docx via libreoffice")


def is_odt(data: bytes) -> bool:
    """Say whether a file is an OpenDocument text or a template for one."""
    return data.startswith(b"PK\x03\x04") and data[30:].startswith(b"mimetype" + ODT.encode())


def _note(failure: Failure) -> str:
    return "antiword-for-missing" if failure.cause is Cause.TOOL_MISSING else "antiword-for-failed"


def _format(data: bytes, name: str) -> Format:
    if data.startswith(office_ole.MAGIC):
        return _word(data, name)
    if is_odt(data):
        return _open_document(data, name)
    return Format(RTF, ".rtf", "Rich Text Format")


def _word(data: bytes, name: str) -> Format:
    streams = office_ole.streams(data)
    if "WordDocument" not in streams:
        raise _refusal(streams, name)
    opening = office_ole.opening(data, streams["WordDocument"])
    if len(opening) < 12:
        raise Failure(Cause.TRUNCATED, name, "no WordDocument")
    version, flags = struct.unpack_from("<2xH6xH", opening)
    if flags & _PROTECTED:
        raise Failure(Cause.ENCRYPTED, name, "DOC")
    imported = "MS Word 97" if version >= _WORD_97 else "MS Word 95" if version >= _WORD_95 else "MS WinWord 6.0"
    return Format(DOC, ".doc", imported)


def _refusal(streams: Mapping[str, office_ole.Stream], name: str) -> Failure:
    if "EncryptedPackage" in streams:
        return Failure(Cause.ENCRYPTED, name, "Office")
    if not streams:
        return Failure(Cause.TRUNCATED, name, "damaged OLE")
    return Failure(Cause.UNSUPPORTED, name, next((label for key, label in _OTHERS.items() if key in streams), "OLE"))


def _open_document(data: bytes, name: str) -> Format:
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            check_sizes(archive, name)
            manifest = archive.read("META-INF/manifest.xml")
    except (*DAMAGE, KeyError) as error:
        raise Failure(Cause.TRUNCATED, name, "damaged ZIP") from error
    if _PACKED in manifest:
        raise Failure(Cause.ENCRYPTED, name, "ODT")
    return Format(ODT, ".odt", "writer8")


def _by_antiword(data: bytes) -> bytes:
    """Give the text of a DOC in UTF-8, a paragraph a line, or none where antiword is absent or fails."""
    program = shutil.which("antiword")
    if program is None:
        return b""
    with tempfile.TemporaryDirectory(prefix="vanban-antiword-") as folder:
        source = Path(folder) / "document.doc"
        source.write_bytes(data)
        try:
            done = subprocess.run(
                [program, "-w", "0", "-m", "UTF-8.txt", str(source)],
                capture_output=True, cwd=folder, timeout=ANTIWORD_SECONDS, check=False,
            )  # fmt: skip
        except subprocess.TimeoutExpired:
            return b""
    return done.stdout if done.returncode == 0 else b""
