"""Identity: the key of a document by its header, and of the document that a citation means."""

from __future__ import annotations

import re

import pytest

from models import Citation, Header, IssuingAgency, PrintedAgency, Resolved, Span
from parsers import agencies, identity
from parsers.identity.cycles import days, possible_terms, year_cycles
from parsers.identity.issuers import Own, issuer_slug
from parsers.identity.places import Place, place
from parsers.identity.symbols import Symbol, number, symbol
from parsers.knowledge import rows


def issued(name: str, place: str, unit: str | None, date: str) -> Own:
    """Give the setting of a plan of a People's Committee."""
    body = agencies.issuer(name, None, place, date).agency
    assert body is not None
    return Own(body.id, "UBND", body.province, unit, days(date), agencies.context_of(body, date))


PROVINCE = issued("UBND tỉnh Lạng Sơn", "Lạng Sơn", None, "2024-05-20")
MERGED = issued("UBND tỉnh Lào Cai", "Lào Cai", None, "2026-02-10")
COMMUNE = issued("UBND xã Phước Lý", "Tây Ninh", "xa-phuoc-ly", "2025-12-09")


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


SON_LA = header("ỦY BAN NHÂN DÂN TỈNH SƠN LA", "KH-UBND", issued_on="2026-02-02")
HEALTH = header("SỞ Y TẾ", "KH-SYT", governing="UBND TỈNH SƠN LA", issued_on="2026-02-02")
FARMING = header("SỞ NÔNG NGHIỆP VÀ MÔI TRƯỜNG", "KH-SNNMT", governing="UBND TỈNH SƠN LA", issued_on="2026-02-02")
MINISTRY = header("BỘ NỘI VỤ", "KH-BNV", place="Hà Nội", issued_on="2026-02-02")
BAC_HA = header("ỦY BAN NHÂN DÂN XÃ BẮC HÀ", "KH-UBND", governing="TỈNH LÀO CAI", issued_on="2026-02-02")
HUE = header("ỦY BAN NHÂN DÂN THÀNH PHỐ HUẾ", "KH-UBND", place="Huế", issued_on="2025-02-02")
OFFICE = header("VĂN PHÒNG", "TB-VPUBND", governing="UBND TỈNH SƠN LA", doc_type="thông báo")
STANDING = header("THƯỜNG TRỰC HỘI ĐỒNG NHÂN DÂN TỈNH SƠN LA", "KH-HĐND")
PREVENTION = header("CỤC Y TẾ DỰ PHÒNG", "KH-DP", governing="BỘ Y TẾ", place="Hà Nội")
UNION = header("CÔNG ĐOÀN GIÁO DỤC", "KH-CĐGD", governing="LIÊN ĐOÀN LAO ĐỘNG TỈNH SƠN LA")
FORESTS = header("CHI CỤC KIỂM LÂM", "KH-CCKL", governing="SỞ NÔNG NGHIỆP VÀ MÔI TRƯỜNG", place="Sơn La")
CENTRE = header("TRUNG TÂM GIÁM ĐỊNH Y KHOA", "KH-TTGĐYK", governing="SỞ Y TẾ TỈNH SƠN LA")
OLD_HUE = header("ỦY BAN NHÂN DÂN TỈNH THỪA THIÊN HUẾ", "KH-UBND")
OLD_HUE_HEALTH = header("SỞ Y TẾ", "KH-SYT", governing="UBND TỈNH THỪA THIÊN HUẾ")
LAND = header("SỞ TÀI NGUYÊN VÀ MÔI TRƯỜNG", "KH-STNMT", governing="UBND TỈNH SƠN LA")

JOINS = [
    pytest.param(LAND, None, SON_LA, "vn/son-la/so-tai-nguyen-va-moi-truong", id="letters and the citing province"),
    pytest.param(LAND, "Sở", FARMING, "vn/son-la/so-tai-nguyen-va-moi-truong", id="letters of what the Sở was before"),
    pytest.param(UNION, None, SON_LA, "vn/son-la/cong-doan-giao-duc", id="letters that the table of agencies knows"),
    pytest.param(UNION, "Công đoàn Giáo dục tỉnh", HEALTH, "vn/son-la/cong-doan-giao-duc", id="below a body or not"),
    pytest.param(header("THANH TRA CHÍNH PHỦ", "KH-TTCP"), None, SON_LA, "vn/thanh-tra-chinh-phu",
                 id="letters of two central bodies mean the one that bears them"),
    pytest.param(header("THANH TRA", "KH-TTr", governing="BỘ Y TẾ"), "Thanh tra Bộ Y tế", HEALTH,
                 "vn/bo-y-te/thanh-tra", id="inside a ministry"),
    pytest.param(header("PHÒNG KẾ HOẠCH", "KH-PKH", governing="SỞ Y TẾ TỈNH SƠN LA"), "Phòng Kế hoạch Sở Y tế", SON_LA,
                 "vn/son-la/so-y-te/phong-ke-hoach", id="inside a department"),
    pytest.param(PREVENTION, "Cục Y tế dự phòng", SON_LA, "vn/cuc-y-te-du-phong", id="an own name"),
    pytest.param(PREVENTION, "Cục Y tế dự phòng - Bộ Y tế", SON_LA, "vn/cuc-y-te-du-phong", id="with its ministry"),
    pytest.param(PREVENTION, "Cục trưởng Cục Y tế dự phòng", HEALTH, "vn/cuc-y-te-du-phong", id="its head"),
    pytest.param(CENTRE, "Trung tâm Giám định y khoa", HEALTH, "vn/son-la/trung-tam-giam-dinh-y-khoa",
                 id="a provincial unit"),
    pytest.param(CENTRE, "Trung tâm Giám định y khoa thuộc Sở Y tế", SON_LA, "vn/son-la/trung-tam-giam-dinh-y-khoa",
                 id="with its department"),
    pytest.param(FORESTS, "Chi cục Kiểm lâm thuộc Sở Nông nghiệp và Môi trường", SON_LA, "vn/son-la/chi-cuc-kiem-lam",
                 id="a body of the table with the body above it"),
    pytest.param(FORESTS, "Chi cục Kiểm lâm tỉnh Sơn La", MINISTRY, "vn/son-la/chi-cuc-kiem-lam", id="from afar"),
    pytest.param(header("BAN CHỈ ĐẠO CHUYỂN ĐỔI SỐ", "KH-BCĐ", governing="UBND TỈNH SƠN LA"),
                 "Ban Chỉ đạo Chuyển đổi số tỉnh", HEALTH, "vn/son-la/ban-chi-dao-chuyen-doi-so",
                 id="a steering committee of the province"),
    pytest.param(header("BAN CHỈ ĐẠO CHUYỂN ĐỔI SỐ", "KH-BCĐ", governing="SỞ Y TẾ TỈNH SƠN LA"),
                 "Ban Chỉ đạo Chuyển đổi số Sở Y tế", SON_LA, "vn/son-la/so-y-te/ban-chi-dao-chuyen-doi-so",
                 id="and that of a department"),
    pytest.param(header("BAN CHỈ ĐẠO QUỐC GIA VỀ ĐỌC SÁCH, GIỮ RỪNG", "KH-BCĐQG", place="Hà Nội"),
                 "Ban Chỉ đạo quốc gia về đọc sách, giữ rừng", SON_LA,
                 "vn/ban-chi-dao-quoc-gia-ve-doc-sach-giu-rung", id="a comma inside an own name"),
    pytest.param(header("BAN QUẢN LÝ KHU KINH TẾ CỬA KHẨU ĐÔI MƠ - SƠN LA", "KH-KKTCK", governing="UBND TỈNH SƠN LA"),
                 "Ban Quản lý Khu kinh tế cửa khẩu Đôi Mơ - Sơn La", HEALTH,
                 "vn/son-la/ban-quan-ly-khu-kinh-te-cua-khau-doi-mo-son-la", id="a province after a dash is no person"),
    pytest.param(header("TRƯỜNG ĐẠI HỌC CẦN THƠ", "KH-ĐHCT", governing="BỘ GIÁO DỤC VÀ ĐÀO TẠO", place="Cần Thơ"),
                 "Hiệu trưởng Trường Đại học Cần Thơ", SON_LA, "vn/truong-dai-hoc-can-tho",
                 id="a university is of no province"),
    pytest.param(OFFICE, "Chủ tịch UBND tỉnh", HEALTH, "vn/son-la/van-phong-ubnd", id="letters before a post"),
    pytest.param(OFFICE, "Văn phòng UBND tỉnh", HEALTH, "vn/son-la/van-phong-ubnd", id="an office by name"),
    pytest.param(STANDING, "Thường trực HĐND tỉnh", SON_LA, "vn/son-la/hdnd", id="the book of the Council"),
    pytest.param(STANDING, None, SON_LA, "vn/son-la/hdnd", id="the same by letters"),
    pytest.param(header("THƯỜNG TRỰC HỘI ĐỒNG NHÂN DÂN", "KH-TTHĐND", governing="TỈNH SƠN LA"),
                 "Thường trực HĐND tỉnh", SON_LA, "vn/son-la/thuong-truc-hdnd", id="a book of its own"),
    pytest.param(header("BAN THƯỜNG VỤ TỈNH ỦY SƠN LA", "KH/TU"), "Ban Thường vụ Tỉnh ủy", SON_LA, "vn/son-la/tinh-uy",
                 id="the book of the Party's committee"),
    pytest.param(header("ĐẢNG ỦY ỦY BAN NHÂN DÂN TỈNH", "KH/ĐU", governing="TỈNH ỦY SƠN LA", issued_on="2025-11-04"),
                 "Đảng ủy UBND tỉnh", HEALTH, "vn/son-la/dang-uy-uy-ban-nhan-dan", id="one Party committee of several"),
    pytest.param(header("ĐẢNG ỦY XÃ BẮC HÀ", "KH/ĐU", governing="TỈNH ỦY LÀO CAI", issued_on="2025-11-04"),
                 "Đảng ủy xã", BAC_HA, "vn/lao-cai/xa-bac-ha/dang-uy", id="of the commune"),
    pytest.param(header("HUYỆN ỦY VĂN QUAN", "KH/HU", governing="TỈNH ỦY LẠNG SƠN"),
                 "Huyện ủy Văn Quan, tỉnh Lạng Sơn", MINISTRY, "vn/lang-son/huyen-van-quan/huyen-uy",
                 id="a district's committee by its short name"),
    pytest.param(header("CỤC THỐNG KÊ TỈNH SƠN LA", "KH-CTK"), "Cục Thống kê tỉnh", SON_LA, "vn/son-la/cuc-thong-ke",
                 id="a name of the centre and of the province"),
    pytest.param(header("BAN THI ĐUA - KHEN THƯỞNG", "KH-BTĐKT", governing="SỞ NỘI VỤ TỈNH SƠN LA"),
                 "Ban Thi đua - Khen thưởng tỉnh", SON_LA, "vn/son-la/ban-thi-dua-khen-thuong",
                 id="letters of the centre and of the province"),
    pytest.param(OLD_HUE, "UBND tỉnh", HUE, "vn/thua-thien-hue/ubnd", id="before the province was renamed"),
    pytest.param(OLD_HUE, None, HUE, "vn/thua-thien-hue/ubnd", id="the same by its own letters"),
    pytest.param(OLD_HUE_HEALTH, "Sở Y tế", HUE, "vn/thua-thien-hue/so-y-te", id="its department by name"),
    pytest.param(OLD_HUE_HEALTH, None, HUE, "vn/thua-thien-hue/so-y-te", id="its department by letters"),
]  # fmt: skip


@pytest.mark.parametrize(("heading", "printed", "citing", "issuer"), JOINS)
def test_a_citation_ends_at_the_id_of_the_cited_document(
    heading: Header, printed: str | None, citing: Header, issuer: str
) -> None:
    itself = identity.of_document(heading)
    joint = "-" if "/" in (heading.symbol or "") else "/"
    citation = cited(f"{heading.number}{joint}{heading.symbol}", heading.doc_type, heading.issued_on, printed)
    assert itself is not None
    assert itself.issuer == issuer
    assert identity.of_citation(citation, identity.own(citing)) == itself


def test_letters_of_another_body_win_over_a_careless_name() -> None:
    decree = cited("07/2015/NĐ-CP", "nghị định", "2015-02-03", "Thủ tướng Chính phủ")
    circular = cited("09/2024/TT-BGTVT", "thông tư", "2024-03-04", "Bộ Xây dựng")
    assert path(decree) == "vn/chinh-phu/nghi-dinh/qppl-2015/7"
    assert path(circular) == "vn/bo-giao-thong-van-tai/thong-tu/qppl-2024/9"


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


@pytest.mark.parametrize(
    "row",
    [pytest.param(row, id=row["code"]) for row in rows("symbol_issuers") if row["scope"] in ("central", "province")],
)
def test_a_body_of_the_table_of_symbols_is_that_of_the_table_of_agencies(row: dict[str, str]) -> None:
    where, above = (PROVINCE.context, "vn/lang-son") if row["scope"] == "province" else (agencies.Context(), "vn")
    found = agencies.resolve(row["name"], where).agency
    assert found is not None
    assert found.id == f"{above}/{row['slug']}"


def test_a_year_without_a_date_gives_no_cycle() -> None:
    assert year_cycles("vn/chinh-phu", None, days(None)) == ()
