"""The tables: whole, without doubles, in the words the parsers need."""

from __future__ import annotations

import csv
import re
from collections import Counter
from datetime import date
from importlib.resources import files

import pytest

from parsers.confidence import sure
from parsers.knowledge import agency_heads, doc_types, honorifics, posts, rows, type_of_symbol
from parsers.vietnamese.unicode import clean, key

TABLES = sorted(
    entry.name.removesuffix(".csv") for entry in files("parsers.knowledge").iterdir() if entry.name.endswith(".csv")
)
KEYS = {
    "agency_heads": ("head",), "comma_names": ("name",), "confidence": ("rule",), "doc_types": ("name",),
    "format_regimes": ("id",), "format_rules": ("id",), "honorifics": ("honorific",),
    "laws": ("name", "number", "passed"), "posts": ("post",),
}  # fmt: skip


@pytest.mark.parametrize("table", TABLES)
def test_a_table_is_well_formed(table: str) -> None:
    with files("parsers.knowledge").joinpath(f"{table}.csv").open(encoding="utf-8", newline="") as source:
        heading, *lines = csv.reader(source)
    assert all(heading)
    assert len(set(heading)) == len(heading)
    assert {len(line) for line in lines} == {len(heading)}
    assert all(cell == clean(cell).strip() for line in lines for cell in line)


@pytest.mark.parametrize("table", [name for name in TABLES if name in KEYS])
def test_a_key_occurs_once(table: str) -> None:
    seen = Counter(tuple(row[column] for column in KEYS[table]) for row in rows(table))
    assert [entry for entry, count in seen.items() if count > 1] == []


@pytest.mark.parametrize("table", TABLES)
def test_a_table_that_is_read_once_gives_the_same_rows(table: str) -> None:
    assert rows(table) is rows(table)


def test_every_type_has_a_name_and_letters_for_its_symbol() -> None:
    assert all(doc_type.name == doc_type.name.lower() for doc_type in doc_types())
    letters = re.compile(r"[A-ZĐ][\wĐđ]*")
    assert all(letters.fullmatch(symbol) for doc_type in doc_types() for symbol in doc_type.symbols)


def test_types_come_longest_first_so_that_the_longest_wins() -> None:
    lengths = [len(doc_type.name) for doc_type in doc_types()]
    assert lengths == sorted(lengths, reverse=True)


SYMBOLS = [
    ("KH", "kế hoạch"),
    ("PĐ", "phát động"),
    ("QĐ", "quyết định"),
    ("NQ", "nghị quyết"),
    ("CT", "chỉ thị"),
    ("NĐ", "nghị định"),
    ("TT", "thông tư"),
    ("HĐ", "hợp đồng"),
    ("TTr", "tờ trình"),
    ("CĐ", "công điện"),
    ("TTLT", "thông tư liên tịch"),
    ("VBHN", "văn bản hợp nhất"),
    ("CTr", "chương trình"),
    ("KL", "kết luận"),
    ("L", "lệnh"),
]


@pytest.mark.parametrize(("symbol", "name"), SYMBOLS)
def test_the_first_row_settles_an_ambiguous_symbol(symbol: str, name: str) -> None:
    assert type_of_symbol()[symbol] == name


DECREE = (
    "nghị quyết",
    "quyết định",
    "chỉ thị",
    "quy chế",
    "quy định",
    "thông cáo",
    "thông báo",
    "hướng dẫn",
    "chương trình",
    "kế hoạch",
    "phương án",
    "đề án",
    "dự án",
    "báo cáo",
    "biên bản",
    "tờ trình",
    "hợp đồng",
    "công văn",
    "công điện",
    "bản ghi nhớ",
    "bản thỏa thuận",
    "giấy ủy quyền",
    "giấy mời",
    "giấy giới thiệu",
    "giấy nghỉ phép",
    "phiếu gửi",
    "phiếu chuyển",
    "phiếu báo",
    "thư công",
)


def test_the_29_types_of_the_decree_are_there() -> None:
    assert len(DECREE) == 29
    assert set(DECREE) <= {doc_type.name for doc_type in doc_types()}


def test_numbers_of_laws_are_well_formed_and_fit_their_year() -> None:
    shape = re.compile(r"(\d{1,3}/)(\d{4})/(?:QH|PL-UBTVQH|UBTVQH)\d{1,2}|\d{1,3}(?:-LCT/HĐNN\d|-L/CTN|/\w+)|")
    for row in rows("laws"):
        match = shape.fullmatch(row["number"])
        assert match, row["number"]
        if match[2] and row["passed"]:
            assert match[2] == row["passed"][:4], row["name"]


def test_the_term_in_a_law_number_fits_its_year() -> None:
    began = {"QH11": 2002, "QH12": 2007, "QH13": 2011, "QH14": 2016, "QH15": 2021, "QH16": 2026}
    for row in rows("laws"):
        term = re.search(r"QH\d+$", row["number"])
        if term and row["passed"] and term[0] in began:
            assert began[term[0]] <= int(row["passed"][:4]) <= began[term[0]] + 5, row["number"]


def test_a_law_takes_effect_after_it_is_passed() -> None:
    for row in rows("laws"):
        if row["passed"] and row["effective"]:
            assert date.fromisoformat(row["passed"]) <= date.fromisoformat(row["effective"]), row["name"]


def test_laws_are_named_by_their_kind() -> None:
    assert all(key(row["name"]).startswith(key(row["kind"])) for row in rows("laws"))


def test_posts_of_the_signature_block_are_there() -> None:
    wanted = (
        "CHỦ TỊCH",
        "PHÓ CHỦ TỊCH",
        "GIÁM ĐỐC",
        "PHÓ GIÁM ĐỐC",
        "CHÁNH VĂN PHÒNG",
        "PHÓ CHÁNH VĂN PHÒNG",
        "TRƯỞNG BAN",
        "PHÓ TRƯỞNG BAN",
        "BỘ TRƯỞNG",
        "THỨ TRƯỞNG",
        "CỤC TRƯỞNG",
        "CHI CỤC TRƯỞNG",
        "VỤ TRƯỞNG",
        "HIỆU TRƯỞNG",
        "VIỆN TRƯỞNG",
        "CHÁNH THANH TRA",
        "TRƯỞNG PHÒNG",
        "BÍ THƯ",
        "PHÓ BÍ THƯ",
        "CHỦ NHIỆM",
        "TỔNG GIÁM ĐỐC",
        "CHỈ HUY TRƯỞNG",
        "CHÍNH ỦY",
        "TỔNG BIÊN TẬP",
        "CHÁNH ÁN",
        "THỦ TƯỚNG",
    )
    assert {key(post) for post in wanted} <= posts()


def test_longer_honorifics_and_heads_are_tried_first() -> None:
    for table in (honorifics(), agency_heads()):
        assert [len(entry) for entry in table] == sorted(map(len, table), reverse=True)


def test_confidences_are_shares() -> None:
    assert all(0 < float(row["confidence"]) <= 1 for row in rows("confidence"))


def test_an_unknown_rule_has_no_confidence() -> None:
    with pytest.raises(KeyError):
        sure("no.such.rule")
