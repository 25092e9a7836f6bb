"""Identity: the key of a document by its header, and of the document that a citation means."""

from __future__ import annotations

import re

import pytest

from models import Citation, Header, IssuingAgency, PrintedAgency, Resolved, Span
from parsers import identity
from parsers.identity.cycles import days, possible_terms, year_cycles
from parsers.identity.issuers import Own, issuer_slug
from parsers.identity.places import Place, place
from parsers.identity.symbols import Symbol, number, symbol
from parsers.knowledge import rows

PROVINCE = Own("vn/lang-son/ubnd", "UBND", "lang-son", None, days("2024-05-20"))
MERGED = Own("vn/lao-cai/ubnd", "UBND", "lao-cai", None, days("2026-02-10"))
COMMUNE = Own("vn/tay-ninh/xa-phuoc-ly/ubnd", "UBND", "tay-ninh", "xa-phuoc-ly", days("2025-12-09"))


def cited(
    code: str | None,
    doc_type: str | None = None,
    issued_on: str | None = None,
    issuer: str | None = None,
    raw: str | None = None,
    resolved: Resolved | None = None,
) -> Citation:
    split = re.match(r"(\d[\d.]*[a-zđ]?)[/-](.+)", code) if code else None
    agency = PrintedAgency(raw=issuer, name=issuer) if issuer else None
    return Citation(
        raw=raw or code or "",
        span=Span(start=0, end=1),
        doc_type=doc_type,
        code=code,
        number=split[1] if split else code,
        symbol=split[2] if split else None,
        issued_on=issued_on,
        issuer=agency,
        resolved=resolved,
    )


def path(citation: Citation, own: Own = PROVINCE) -> str | None:
    found = identity.of_citation(citation, own)
    return found.path() if found else None


CITED = [
    pytest.param(cited("08/CT-TTg", "chỉ thị", "2020-03-01"), "vn/thu-tuong-chinh-phu/chi-thi/2020/8",
                 id="state documents count by the year of their date, without leading zeros"),
    pytest.param(cited("30/2020/NĐ-CP", "nghị định"), "vn/chinh-phu/nghi-dinh/qppl-2020/30",
                 id="normative documents count by the year in the symbol"),
    pytest.param(cited("20/2019/QĐ-TTg", "quyết định"), "vn/thu-tuong-chinh-phu/quyet-dinh/qppl-2019/20",
                 id="a normative decision is not the decision of that number and year"),
    pytest.param(cited("20/QĐ-TTg", "quyết định", "2019-01-04"), "vn/thu-tuong-chinh-phu/quyet-dinh/2019/20",
                 id="an individual decision is not the normative one"),
    pytest.param(cited("66.7/2025/NQ-CP", "nghị quyết"), "vn/chinh-phu/nghi-quyet/qppl-2025/66.7", id="decimals stay"),
    pytest.param(cited("06/2022/QH15", "luật"), "vn/quoc-hoi/luat/qh15-2022/6", id="a law by term and year"),
    pytest.param(cited("71/2006/QH11", "nghị quyết"), "vn/quoc-hoi/nghi-quyet/qh11-2006/71",
                 id="the type word parts resolutions from laws of one number"),
    pytest.param(cited("45/2019/QH14", "bộ luật"), "vn/quoc-hoi/luat/qh14-2019/45", id="codes and laws share a book"),
    pytest.param(cited("45/2019/QH14"), None, id="a law's symbol without a type word stays open"),
    pytest.param(cited("26/2005/PL-UBTVQH11"), "vn/uy-ban-thuong-vu-quoc-hoi/phap-lenh/qh11-2005/26",
                 id="letters of the type before the body"),
    pytest.param(cited("1279/NQ-UBTVQH15", "nghị quyết", "2024-11-14"),
                 "vn/uy-ban-thuong-vu-quoc-hoi/nghi-quyet/qh15/1279", id="one book for the whole term"),
    pytest.param(cited("18-NQ/TW", "nghị quyết", "2017-10-25"), "vn/trung-uong-dang/nghi-quyet/khoa-12/18",
                 id="Party numbers count by the term of the date"),
    pytest.param(cited("18-NQ/TW", "nghị quyết", None, "Ban Chấp hành Trung ương khóa XIII"),
                 "vn/trung-uong-dang/nghi-quyet/khoa-13/18", id="a printed term is enough"),
    pytest.param(cited("37-QĐ/TW", "quy định", "2021-10-25"), "vn/trung-uong-dang/quy-dinh/khoa-13/37",
                 id="the type word tells quy định from quyết định"),
    pytest.param(cited("12-NQ/TU", "nghị quyết", "2022-06-01", "Tỉnh ủy"),
                 "vn/lang-son/tinh-uy/nghi-quyet/nk-2020-2025/12", id="a provincial committee by its own term"),
    pytest.param(cited("12-NQ/TU", "nghị quyết", "2020-10-05", "Tỉnh ủy"),
                 "vn/lang-son/tinh-uy/nghi-quyet/unknown~nk-2015-2020~nk-2020-2025/12",
                 id="in the months of congresses two terms fit"),
    pytest.param(cited("120/UBND-TH", "công văn", "2024-02-01", "UBND tỉnh"), "vn/lang-son/ubnd/cong-van/2024/120",
                 id="a letter has no type in its symbol"),
    pytest.param(cited("77/BNV-TCBC", "hướng dẫn", "2024-02-01"), "vn/bo-noi-vu/cong-van/2024/77",
                 id="a letter stays a letter whatever it is called"),
    pytest.param(cited("118/TTg", "quyết định", "1996-02-27"), "vn/thu-tuong-chinh-phu/quyet-dinh/1996/118",
                 id="an old decision without letters of a type"),
    pytest.param(cited("05/CT-UBND", "chỉ thị", "2024-01-09", "Chủ tịch UBND tỉnh"), "vn/lang-son/ubnd/chi-thi/2024/5",
                 id="the symbol's body, not the post in the text"),
    pytest.param(cited("10/QĐ-UBND", "quyết định", "2024-01-09", "UBND tỉnh Cao Bằng"),
                 "vn/cao-bang/ubnd/quyet-dinh/2024/10", id="the printed province wins over the document's own"),
    pytest.param(cited("10/QĐ-UBND", "quyết định", "2024-01-09", "UBND huyện Văn Quan"),
                 "vn/lang-son/huyen-van-quan/ubnd/quyet-dinh/2024/10", id="the printed level"),
    pytest.param(cited("10/QĐ-UBND", "quyết định", "2024-01-09", "UBND xã"), None, id="a level without a name"),
    pytest.param(cited("88/QĐ-UBND", "quyết định"), "vn/lang-son/ubnd/quyet-dinh/unknown/88",
                 id="no date: the year is not guessed"),
    pytest.param(cited("31/SKH&ĐT-TH", "công văn", "2024-03-02"),
                 "vn/lang-son/so-ke-hoach-va-dau-tu/cong-van/2024/31", id="one body under several spellings"),
    pytest.param(cited("16/HNM", "công văn", "2024-03-02"), "vn/lang-son/_hnm/cong-van/2024/16",
                 id="letters nobody can spell out stay letters"),
    pytest.param(cited("18/TB-VP", "thông báo", "2024-03-02"), None, id="letters of a body that every agency has"),
    pytest.param(cited("577/CT-THNV", "công văn", "2013-04-23", "Cục Thuế tỉnh Hà Tĩnh"),
                 "vn/ha-tinh/cuc-thue/cong-van/2013/577", id="CT is a tax office in a letter"),
    pytest.param(cited("15a/KH-STC", "kế hoạch", "2024-03-02"), "vn/lang-son/so-tai-chinh/ke-hoach/2024/15a",
                 id="a number with a letter"),
    pytest.param(cited("QCVN122:2024/BGTVT"), "vn/bo-giao-thong-van-tai/quy-chuan-ky-thuat-quoc-gia/2024/122",
                 id="a technical standard"),
    pytest.param(cited("06/TT-BTС", "thông tư", "2024-03-02"), "vn/bo-tai-chinh/thong-tu/2024/6",
                 id="a Cyrillic letter in a symbol"),
    pytest.param(cited("45/25010/NĐ-CP", "nghị định", "2010-04-21"), None, id="a misprinted year gives no id"),
    pytest.param(cited("7", "chỉ thị", resolved=Resolved(code="07-CT/TW", issued_on="2021-12-01", origin="alias")),
                 "vn/trung-uong-dang/chi-thi/khoa-13/7", id="what was resolved counts"),
]  # fmt: skip


@pytest.mark.parametrize(("citation", "expected"), CITED)
def test_the_id_of_a_cited_document(citation: Citation, expected: str | None) -> None:
    assert path(citation) == expected


CONGRESSES = [
    pytest.param("Nghị quyết Đại hội XIII của Đảng", "vn/trung-uong-dang/nghi-quyet-dai-hoi/khoa-13", id="short"),
    pytest.param("Nghị quyết Đại hội lần thứ XIII của Đảng", "vn/trung-uong-dang/nghi-quyet-dai-hoi/khoa-13",
                 id="with its ordinal"),
    pytest.param("Nghị quyết Đại hội đại biểu toàn quốc lần thứ XIII của Đảng",
                 "vn/trung-uong-dang/nghi-quyet-dai-hoi/khoa-13", id="in full"),
    pytest.param("Nghị quyết Đại hội Đảng bộ tỉnh lần thứ XVII", "vn/lang-son/tinh-uy/nghi-quyet-dai-hoi/khoa-17",
                 id="the document's own province"),
    pytest.param("Nghị quyết Đại hội Đảng bộ tỉnh Lào Cai lần thứ I", "vn/lao-cai/tinh-uy/nghi-quyet-dai-hoi/khoa-1",
                 id="a province by name"),
    pytest.param("Nghị quyết Hội nghị Trung ương 5 khóa XII", None, id="a plenum adopts several resolutions"),
    pytest.param("Nghị quyết Đại hội X Công đoàn thành phố", None, id="a congress of another organisation"),
]  # fmt: skip


@pytest.mark.parametrize(("raw", "expected"), CONGRESSES)
def test_however_a_congress_is_named_its_resolution_has_one_id(raw: str, expected: str | None) -> None:
    assert path(cited(None, "nghị quyết", raw=raw)) == expected


def test_a_commune_reads_its_own_bodies() -> None:
    resolution = cited("21-NQ/ĐU", "nghị quyết", "2025-10-30", "Ban Chấp hành Đảng bộ xã")
    assert path(resolution, COMMUNE) == "vn/tay-ninh/xa-phuoc-ly/dang-uy/nghi-quyet/nk-2025-2030/21"


RESTARTS = [
    pytest.param("05/2025/QĐ-UBND", "2025-07-01", "vn/lao-cai/ubnd/quyet-dinh/qppl-2025-07/5", id="after the merger"),
    pytest.param("05/2025/QĐ-UBND", "2025-01-20", "vn/lao-cai/ubnd/quyet-dinh/qppl-2025/5", id="before it"),
    pytest.param("05/2025/QĐ-UBND", None, "vn/lao-cai/ubnd/quyet-dinh/unknown~qppl-2025~qppl-2025-07/5", id="open"),
    pytest.param("05/2026/QĐ-UBND", None, "vn/lao-cai/ubnd/quyet-dinh/qppl-2026/5", id="the year after"),
]


@pytest.mark.parametrize(("code", "issued_on", "expected"), RESTARTS)
def test_a_merged_province_began_its_numbers_again(code: str, issued_on: str | None, expected: str) -> None:
    assert path(cited(code, "quyết định", issued_on, "UBND tỉnh"), MERGED) == expected


def header(
    issuer: str, symbol: str | None, number: str | None = "12", governing: str | None = None, **fields: str
) -> Header:
    return Header(
        governing_agency=PrintedAgency(raw=governing, name=governing) if governing else None,
        issuing_agencies=(IssuingAgency(raw=issuer, name=issuer),),
        number=number,
        symbol=symbol,
        **({"issued_on": "2024-03-04", "doc_type": "kế hoạch"} | fields),
    )


HEADERS = [
    pytest.param(header("SỞ CÔNG THƯƠNG", "KH-SCT", governing="UBND TỈNH SƠN LA"),
                 "vn/son-la/so-cong-thuong/ke-hoach/2024/12", id="a department below its province"),
    pytest.param(header("ỦY BAN NHÂN DÂN TỈNH SƠN LA", "KH-UBND"), "vn/son-la/ubnd/ke-hoach/2024/12", id="a province"),
    pytest.param(header("SỞ CÔNG THƯƠNG", "KH-SCT", place="Sơn La"), "vn/son-la/so-cong-thuong/ke-hoach/2024/12",
                 id="the place names the province"),
    pytest.param(header("BỘ NỘI VỤ", "KH-BNV", place="Hà Nội"), "vn/bo-noi-vu/ke-hoach/2024/12",
                 id="a ministry sits in Hà Nội but is not of it"),
    pytest.param(header("VĂN PHÒNG", "KH-VP", governing="BỘ TƯ PHÁP"), "vn/bo-tu-phap/van-phong/ke-hoach/2024/12",
                 id="an office is told apart by its parent"),
    pytest.param(header("BỘ LAO ĐỘNG - THƯƠNG BINH VÀ XÃ HỘI", "KH-LĐTBXH"),
                 "vn/bo-lao-dong-thuong-binh-va-xa-hoi/ke-hoach/2024/12", id="xã hội is no commune"),
    pytest.param(header("ỦY BAN NHÂN DÂN XÃ PHƯỚC LÝ", "KH-UBND", place="Phước Lý"), None,
                 id="a commune whose province is not named"),
    pytest.param(header("SỞ CÔNG THƯƠNG", "KH-SCT", None, "UBND TỈNH SƠN LA"), None, id="a blank number gives no id"),
    pytest.param(header("SỞ CÔNG THƯƠNG", "KH-SCT", "12", "UBND TỈNH SƠN LA", issued_on="XXXX-03-04"), None,
                 id="no year, no id"),
    pytest.param(header("SỞ CÔNG THƯƠNG", "KH-SCT", "12", "UBND TỈNH SƠN LA", issued_on="2024-XX-XX"),
                 "vn/son-la/so-cong-thuong/ke-hoach/2024/12", id="the year is enough"),
    pytest.param(header("TỈNH ỦY CAO BẰNG", "KH/TU", "32", issued_on="2026-01-16"),
                 "vn/cao-bang/tinh-uy/ke-hoach/nk-2025-2030/32", id="a Party committee by its term"),
]  # fmt: skip


@pytest.mark.parametrize(("heading", "expected"), HEADERS)
def test_the_id_of_a_document_by_its_header(heading: Header, expected: str | None) -> None:
    found = identity.of_document(heading)
    assert (found.path() if found else None) == expected


def test_a_province_known_from_elsewhere_is_taken() -> None:
    found = identity.of_document(header("SỞ CÔNG THƯƠNG", "KH-SCT"), "son-la")
    assert found is not None
    assert found.issuer == "vn/son-la/so-cong-thuong"


def test_the_only_province_that_is_cited_stands_in_for_a_missing_header() -> None:
    one = cited("01/CT-UBND", issuer="Chủ tịch UBND tỉnh Sơn La")
    other = cited("02/CT-UBND", issuer="UBND tỉnh Lai Châu")
    assert identity.own(Header(), None, (one,)).province == "son-la"
    assert identity.own(Header(), None, (one, other)).province is None


SYMBOLS = [
    ("PĐ-SKHĐT", Symbol(None, "PĐ", ("SKHĐT",))),
    ("2025/QH15", Symbol(2025, None, ("QH",), 15)),
    ("NQ-UBTVQH15", Symbol(None, "NQ", ("UBTVQH",), 15)),
    ("CT/TW", Symbol(None, "CT", ("TW",))),
    ("UBND-NC", Symbol(None, None, ("UBND", "NC"))),
    ("2015/TTLT-BCA-BGDĐT", Symbol(2015, "TTLT", ("BCA", "BGDĐT"))),
    ("BC-UBVHXH15", Symbol(None, "BC", ("UBVHXH",), 15)),
    ("HD–HĐTĐKT", Symbol(None, "HD", ("HĐTĐKT",))),
    ("2020", None),
]


@pytest.mark.parametrize(("printed", "expected"), SYMBOLS)
def test_a_symbol_is_taken_apart(printed: str, expected: Symbol | None) -> None:
    assert symbol(printed) == expected


@pytest.mark.parametrize(
    ("printed", "expected"), [("05", "5"), ("173", "173"), ("66.7", "66.7"), ("15a", "15a"), ("9Đ", "9d"), ("x", None)]
)
def test_a_number_loses_its_leading_zeros_only(printed: str, expected: str | None) -> None:
    assert number(printed) == expected


PLACES = [
    ("UBND tỉnh Lào Cai", Place("lao-cai", None, "province")),
    ("UBND tỉnh", Place(None, None, "province")),
    ("Đảng ủy xã Văn Lãng, tỉnh Lạng Sơn", Place("lang-son", "xa-van-lang", "unit")),
    ("ỦY BAN NHÂN DÂN PHƯỜNG 12", Place(None, "phuong-12", "unit")),
    ("UBND thành phố Vinh", Place(None, "thanh-pho-vinh", "unit")),
    ("UBND Thành phố Hồ Chí Minh", Place("ho-chi-minh", None, "province")),
    ("Sở Lao động - Thương binh và Xã hội", Place()),
    ("Tỉnh ủy Lạng Sơn", Place("lang-son", None, "province")),
]


@pytest.mark.parametrize(("words", "expected"), PLACES)
def test_a_name_says_where_its_body_belongs(words: str, expected: Place) -> None:
    assert place(words) == expected


@pytest.mark.parametrize(
    ("body", "edtf", "expected"),
    [
        ("quoc-hoi", "2021", ("qh14", "qh15")),
        ("quoc-hoi", "2023", ("qh15",)),
        ("trung-uong", "2015-12-31", ("khoa-11",)),
        ("trung-uong", "2016-01-28", ("khoa-11", "khoa-12")),
        ("trung-uong", "2016-01-29", ("khoa-12",)),
        ("tinh-uy", "2018-05-01", ("nk-2015-2020",)),
    ],
)
def test_a_day_tells_the_term(body: str, edtf: str, expected: tuple[str, ...]) -> None:
    assert possible_terms(body, days(edtf)) == expected


def test_terms_follow_one_another() -> None:
    for body in {row["body"] for row in rows("terms")}:
        opened = [(days(row["opens_from"]), days(row["opens_by"])) for row in rows("terms") if row["body"] == body]
        assert opened == sorted(opened, key=lambda pair: str(pair))
        assert all(first.first and by.last and first.first <= by.last for first, by in opened)


def test_every_symbol_of_the_table_gives_an_issuer() -> None:
    for row in rows("symbol_issuers"):
        found = issuer_slug((row["code"],), None, PROVINCE)
        if row["scope"] in ("central", "province"):
            assert found
            assert found.endswith(f"/{row['slug']}")


def test_a_code_of_the_table_stands_for_one_body() -> None:
    codes = [code for row in rows("symbol_issuers") for code in (row["code"], *row["variants"].split(";")) if code]
    assert len(codes) == len(set(codes))


def test_an_issuer_of_a_central_or_provincial_code_is_an_agency() -> None:
    agencies = {row["slug"] for row in rows("agencies")}
    listed = {row["slug"] for row in rows("symbol_issuers") if row["scope"] in ("central", "province")}
    assert listed <= agencies


def test_a_year_without_a_date_gives_no_cycle() -> None:
    assert year_cycles("vn/chinh-phu", None, days(None)) == ()
