"""Bodies named in a document: each gets the id of the agency that it means there."""

from __future__ import annotations

import pytest
from made_text import document

from models import Document

LINES = (
    "UBND TỈNH LẠNG SƠN", "SỞ KẾ HOẠCH VÀ ĐẦU TƯ", "Số: 173/PĐ-SKHĐT", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
    "Độc lập - Tự do - Hạnh phúc", "Lạng Sơn, ngày 31 tháng 01 năm 2023", "PHÁT ĐỘNG", "Phong trào trồng rừng",
    "Thực hiện Kế hoạch số 12/KH-UBND ngày 10/01/2023 của UBND tỉnh về trồng rừng, Sở phát động như sau:",
    "I. MỤC ĐÍCH", "1. Trồng rừng.", "Nơi nhận:", "- Như trên;", "- UBND tỉnh;", "- Giám đốc Sở Tài chính;",
    "- Các Sở: Xây dựng, Công Thương;", "- Lưu: VT.", "GIÁM ĐỐC", "Lò Văn Sơn",
)  # fmt: skip


@pytest.fixture(scope="module")
def read() -> Document:
    return document(*LINES)


def test_the_letterhead_is_known(read: Document) -> None:
    (issuer,) = read.header.issuing_agencies
    assert issuer.id == "vn/lang-son/so-ke-hoach-va-dau-tu"
    assert read.header.governing_agency is not None
    assert (read.header.governing_agency.id, read.header.governing_agency.name) == (
        "vn/lang-son/ubnd",
        "Ủy ban nhân dân tỉnh Lạng Sơn",
    )


def test_an_issuer_named_in_the_text_is_read_in_its_province(read: Document) -> None:
    (cited,) = read.citations
    assert cited.issuer is not None
    assert (cited.issuer.raw, cited.issuer.name, cited.issuer.id) == (
        "UBND tỉnh", "Ủy ban nhân dân tỉnh", "vn/lang-son/ubnd",
    )  # fmt: skip


def test_a_recipient_is_one_body_or_lists_several(read: Document) -> None:
    found = [(item.agency.id if item.agency else None, [body.id for body in item.agencies]) for item in read.recipients]
    assert found == [
        (None, []),
        ("vn/lang-son/ubnd", []),
        ("vn/lang-son/so-tai-chinh", []),
        (None, ["vn/lang-son/so-xay-dung", "vn/lang-son/so-cong-thuong"]),
    ]


def test_ids_are_those_of_the_document_and_of_what_it_cites(read: Document) -> None:
    assert read.id == "vn/lang-son/so-ke-hoach-va-dau-tu/phat-dong/2023/173"
    assert [cited.target for cited in read.citations] == ["vn/lang-son/ubnd/ke-hoach/2023/12"]


def test_without_a_province_a_body_of_every_province_stays_open() -> None:
    made = document("Phát động trồng rừng.", "Nơi nhận:", "- UBND tỉnh;", "- Lưu: VT.", "GIÁM ĐỐC", "Lò Văn Sơn")
    assert [(item.agency, item.agencies) for item in made.recipients] == [(None, ())]
