"""Warnings: what a reader of the result should know was not found.

Takes the document without warnings, gives one warning for each thing that every issued document has and this
one lacks.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from models import Box, Document, Signature, Warning
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
_NOTES = {
    "legacy-encoding": "Văn bản dùng bảng mã cũ (TCVN3, VNI, …), đã được chuyển sang Unicode.",
    "antiword-for-missing": "Máy không có LibreOffice; nội dung lấy bằng antiword, không có bảng và kiểu chữ.",
    "antiword-for-failed": "LibreOffice không mở được tệp; nội dung lấy bằng antiword, không có bảng và kiểu chữ.",
}
_UNREAD = {
    "number": "Số văn bản viết tay hoặc đóng dấu, không đọc được chắc chắn; hãy xem ảnh trang.",
    "day": "Ngày ban hành viết tay hoặc đóng dấu, không đọc được chắc chắn; hãy xem ảnh trang.",
    "month": "Tháng ban hành viết tay hoặc đóng dấu, không đọc được chắc chắn; hãy xem ảnh trang.",
}
_SIGNATURES = {
    "signature-broken": "Chữ ký số không còn khớp với nội dung tệp: {}.",
    "signature-unread": "Không kiểm tra được chữ ký số: {}.",
    "signature-changed": "Tệp có thay đổi sau khi ký số, ngoài các chữ ký và con dấu tiếp theo: {}.",
}
_SIGNED_ON = "Ngày ban hành không in đủ; chữ ký số ghi ngày {}. Ngày này không được điền thay."
_SHOWN_DAY = re.compile(
    r"(?<!\d)(?:(?P<day>\d{1,2})[/.-](?P<month>\d{1,2})[/.-](?P<year>\d{4})|"
    r"(?P<year2>\d{4})-(?P<month2>\d{2})-(?P<day2>\d{2}))(?!\d)"
)
MAX_DAYS = 3
"""Most days of signing that a warning names."""

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
    told = tuple(Warning(code=code, message=_MESSAGES[code]) for code, is_so in found.items() if is_so)
    return (*told, *_of_signatures(document.source.signatures), *_signed_on(document))


def _of_signatures(signatures: tuple[Signature, ...]) -> Iterator[Warning]:
    """Give one warning for each kind of fault that a digital signature has, with the signers."""
    faults = {
        "signature-broken": [one for one in signatures if one.intact is False],
        "signature-unread": [one for one in signatures if one.intact is None],
        "signature-changed": [one for one in signatures if one.intact and one.changes == "other"],
    }
    for code, faulty in faults.items():
        if faulty:
            names = dict.fromkeys(one.signer or one.field or "?" for one in faulty)
            reasons = dict.fromkeys(one.fault for one in faulty if one.fault)
            message = _SIGNATURES[code].format(", ".join(names)) + (f" ({'; '.join(reasons)})" if reasons else "")
            yield Warning(code=code, message=message)


def _signed_on(document: Document) -> Iterator[Warning]:
    """Say on which days the document was signed, where its own day is blank: the blank stays, the reader decides."""
    issued = document.header.issued_on
    days = sorted({day for one in document.source.signatures for day in _days(one)})
    if (issued is None or "X" in issued) and days:
        message = _SIGNED_ON.format(", ".join("/".join(reversed(day.split("-"))) for day in days[:MAX_DAYS]))
        yield Warning(code="signed-on", message=message)


def pages_without_text(layout: Layout) -> tuple[Warning, ...]:
    """Give a warning that names the pages on which nothing was read."""
    empty = [str(page.number) for page in layout.pages if layout.paged and not page.lines]
    return (Warning(code="page-without-text", message=_WITHOUT_TEXT.format(", ".join(empty))),) if empty else ()


def _days(signature: Signature) -> Iterator[str]:
    """Give the days of a signature, as its dictionary and the words it shows say them; `2026-03-12`."""
    if signature.signed_at:
        yield signature.signed_at[:10]
    for found in _SHOWN_DAY.finditer(signature.text or ""):
        year, month, day = (found[part] or found[f"{part}2"] for part in ("year", "month", "day"))
        yield f"{year}-{int(month):02}-{int(day):02}"


def of_reading(layout: Layout) -> tuple[Warning, ...]:
    """Give the warnings that the reader of the file has: notes, and blanks of a letterhead that it could not read."""
    notes = tuple(Warning(code=code, message=_NOTES[code]) for code in layout.notes)
    blanks = tuple(
        Warning(code=f"{blank.kind}-unread", message=_UNREAD[blank.kind], page=page.number, box=_rounded(blank.box))
        for page in layout.pages
        for blank in page.blanks
    )
    return notes + blanks


def _rounded(box: Box) -> Box:
    return round(box[0], 1), round(box[1], 1), round(box[2], 1), round(box[3], 1)
