"""Warnings: what a reader of the result should know was not found.

Takes the document without warnings, gives one warning for each thing that every issued document has and this
one lacks.
"""

from __future__ import annotations

from models import Document, Warning
from parsers.layout import Layout

_MESSAGES = {
    "missing-number": "Không có số văn bản (để trống hoặc không in trong tệp).",
    "missing-date": "Không có ngày ban hành.",
    "incomplete-date": "Ngày ban hành để trống một phần.",
    "missing-issuer": "Không xác định được cơ quan ban hành.",
    "inferred-issuer": "Cơ quan ban hành được suy ra từ nội dung, không có ở phần đầu văn bản.",
    "missing-type": "Không xác định được loại văn bản.",
    "missing-signer": "Không tìm thấy người ký.",
}
_WITHOUT_TEXT = "Trang {} không có chữ: trang trống hoặc bản quét, nội dung (nếu có) chưa được đọc."


def warnings(document: Document) -> tuple[Warning, ...]:
    """Give the warnings of a document."""
    header = document.header
    found = {
        "missing-number": header.number is None,
        "missing-date": header.issued_on is None,
        "incomplete-date": header.issued_on is not None and "X" in header.issued_on,
        "missing-issuer": not header.issuing_agencies,
        "inferred-issuer": any(agency.inferred for agency in header.issuing_agencies),
        "missing-type": header.doc_type is None,
        "missing-signer": not document.signers,
    }
    return tuple(Warning(code=code, message=_MESSAGES[code]) for code, is_so in found.items() if is_so)


def pages_without_text(layout: Layout) -> tuple[Warning, ...]:
    """Give a warning that names the pages on which nothing was read."""
    empty = [str(page.number) for page in layout.pages if layout.paged and not page.lines]
    return (Warning(code="page-without-text", message=_WITHOUT_TEXT.format(", ".join(empty))),) if empty else ()
