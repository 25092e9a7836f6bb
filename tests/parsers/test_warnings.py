"""Warnings: what a document lacks is said, with a stable code."""

from __future__ import annotations

from made_text import document, paged, placed, source

from parsers.document import assemble

WORDS = "Các đơn vị tổ chức trồng cây xanh trên địa bàn xã theo kế hoạch năm 2026."


def test_a_document_without_its_formalities_says_so() -> None:
    codes = {warning.code for warning in document(WORDS).warnings}
    assert codes == {"missing-number", "missing-date", "missing-issuer", "missing-type", "missing-signer"}


def test_pages_on_which_nothing_was_read_are_named() -> None:
    made = assemble(paged([], [placed(WORDS, 80, 100, 500)], []), source())
    assert [w.message for w in made.warnings if w.code == "page-without-text"] == [
        "Trang 1, 3 không có chữ: trang trống hoặc bản quét, nội dung (nếu có) chưa được đọc."
    ]
