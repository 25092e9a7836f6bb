"""Agencies: who a printed name means, which bodies a list names, and what came before and after."""

from __future__ import annotations

import time

import pytest

from parsers.agencies import Context, Step, context_of, expand, issuer, line, parts, resolve, split
from parsers.agencies.resolving import _resolved

NOWHERE = Context()
FINANCE = Context("vn/lang-son/so-tai-chinh", "Sở Tài chính tỉnh Lạng Sơn", "lang-son", "province", "2026-02-10")
COMMITTEE = Context("vn/lao-cai/ubnd", "Ủy ban nhân dân tỉnh Lào Cai", "lao-cai", "province", "2026-05-04")
OLD = FINANCE._replace(date="2023-06-01")
MINISTRY = Context("vn/bo-xay-dung", "Bộ Xây dựng", None, "central", "2024-05-10")
CITY = Context("vn/ha-noi/ubnd", "Ủy ban nhân dân thành phố Hà Nội", "ha-noi", "province", "2026-05-04")
COMMUNE = Context(
    "vn/lao-cai/xa-bac-ha/ubnd", "Ủy ban nhân dân xã Bắc Hà", "lao-cai", "commune", "2026-05-04"
)  # fmt: skip

NAMES = [
    pytest.param("Sở Tài chính tỉnh Lạng Sơn", NOWHERE, "vn/lang-son/so-tai-chinh", "exact", id="full name"),
    pytest.param("SỞ TÀI CHÍNH TỈNH LẠNG SƠN", NOWHERE, "vn/lang-son/so-tai-chinh", "exact", id="capitals"),
    pytest.param("uỷ ban nhân dân tỉnh Cà Mau", NOWHERE, "vn/ca-mau/ubnd", "exact", id="tone on the other vowel"),
    pytest.param("UBND TỈNH LẠNG SƠN", NOWHERE, "vn/lang-son/ubnd", "abbreviation", id="abbreviated head"),
    pytest.param("SKH&ĐT", OLD, "vn/lang-son/so-ke-hoach-va-dau-tu", "abbreviation", id="letters with an ampersand"),
    pytest.param("SKHĐT", OLD, "vn/lang-son/so-ke-hoach-va-dau-tu", "abbreviation", id="letters of a symbol"),
    pytest.param("Sở GD&ĐT", FINANCE, "vn/lang-son/so-giao-duc-va-dao-tao", "abbreviation", id="head and letters"),
    pytest.param("TTg", NOWHERE, "vn/thu-tuong-chinh-phu", "abbreviation", id="the Prime Minister's letters"),
    pytest.param("TU", FINANCE, "vn/lang-son/tinh-uy", "abbreviation", id="two letters read whole"),
    pytest.param("Bộ Lao động, Thương binh và Xã hội", NOWHERE, "vn/bo-lao-dong-thuong-binh-va-xa-hoi", "exact",
                 id="comma for dash"),
    pytest.param("Sở Tài nguyên Môi trường", OLD, "vn/lang-son/so-tai-nguyen-va-moi-truong", "exact",
                 id="`và` left out"),
    pytest.param("Sở Y tế", FINANCE, "vn/lang-son/so-y-te", "exact", id="province of the setting"),
    pytest.param("Sở Y tế Cà Mau", FINANCE, "vn/ca-mau/so-y-te", "exact", id="printed province before the setting's"),
    pytest.param("UBND tỉnh", COMMITTEE, "vn/lao-cai/ubnd", "relative", id="level alone"),
    pytest.param("UBND thành phố", CITY, "vn/ha-noi/ubnd", "relative", id="`thành phố` in a city under the centre"),
    pytest.param("Thành ủy Hà Nội", NOWHERE, "vn/ha-noi/tinh-uy", "exact", id="a city's committee has the same slug"),
    pytest.param("Sở", FINANCE, "vn/lang-son/so-tai-chinh", "relative", id="head alone is the issuer"),
    pytest.param("Văn phòng", FINANCE, "vn/lang-son/so-tai-chinh/van-phong", "relative", id="office of the issuer"),
    pytest.param("Văn phòng", COMMITTEE, "vn/lao-cai/van-phong-ubnd", "relative", id="office with a row of its own"),
    pytest.param("Thanh tra", FINANCE, "vn/lang-son/so-tai-chinh/thanh-tra", "relative", id="inside a department"),
    pytest.param("Thanh tra", COMMITTEE, "vn/lao-cai/thanh-tra", "exact", id="beside a committee"),
    pytest.param("Thanh tra Bộ Y tế", FINANCE, "vn/bo-y-te/thanh-tra", "exact", id="inside a body named after it"),
    pytest.param("Phòng Tin học", FINANCE, "vn/lang-son/so-tai-chinh/phong-tin-hoc", "named", id="room of the issuer"),
    pytest.param("Ban Nội chính", COMMITTEE, "vn/lao-cai/ban-noi-chinh-tinh-uy", "relative", id="the Party's left out"),
    pytest.param("Bộ Chính trị (khóa XIII)", NOWHERE, "vn/trung-uong-dang/bo-chinh-tri", "exact",
                 id="term in brackets"),
    pytest.param("Hội Nông dân", COMMITTEE, "vn/lao-cai/hoi-nong-dan", "exact", id="body of the setting's level"),
    pytest.param("Hội Nông dân", MINISTRY, "vn/hoi-nong-dan-viet-nam", "exact", id="body of the centre's level"),
    pytest.param("Chi cục Kiểm lâm thuộc Sở Tài chính", COMMITTEE, "vn/lao-cai/chi-cuc-kiem-lam", "exact",
                 id="a body of the table is one with the body above it and without"),
    pytest.param("Cục Mộc bản thuộc Bộ Y tế", COMMITTEE, "vn/cuc-moc-ban", "named", id="so is an own name"),
    pytest.param("Bệnh viện Đồi Mây thuộc Bộ Y tế", COMMITTEE, "vn/bo-y-te/benh-vien-doi-may", "named",
                 id="of a central body, in no province"),
    pytest.param("UBND huyện Hữu Lũng", OLD, "vn/lang-son/huyen-huu-lung/ubnd", "abbreviation", id="district"),
    pytest.param("UBND xã Bắc Hà", COMMITTEE, "vn/lao-cai/xa-bac-ha/ubnd", "abbreviation", id="commune"),
    pytest.param("UBND xã", COMMUNE, "vn/lao-cai/xa-bac-ha/ubnd", "relative", id="the setting's own commune"),
    pytest.param("Chi cục Thuế khu vực VI", COMMITTEE, "vn/chi-cuc-thue-khu-vuc-vi", "exact", id="region by number"),
    pytest.param("Sở Thông tin và Truyển thông", OLD, "vn/lang-son/so-thong-tin-va-truyen-thong", "fuzzy",
                 id="slip of the pen"),
]  # fmt: skip


@pytest.mark.parametrize(("name", "context", "expected", "how"), NAMES)
def test_a_name_means_one_agency(name: str, context: Context, expected: str, how: str) -> None:
    found = resolve(name, context)
    assert (found.agency and found.agency.id, found.how, found.candidates) == (expected, how, ())


POSTS = [
    pytest.param("Chủ tịch UBND tỉnh", COMMITTEE, "vn/lao-cai/ubnd", "Chủ tịch Ủy ban nhân dân tỉnh Lào Cai",
                 id="post in a body"),
    pytest.param("Lãnh đạo Sở", FINANCE, "vn/lang-son/so-tai-chinh", "Lãnh đạo Sở Tài chính tỉnh Lạng Sơn",
                 id="post in a relative body"),
    pytest.param("Giám đốc", FINANCE, "vn/lang-son/so-tai-chinh", "Giám đốc Sở Tài chính tỉnh Lạng Sơn",
                 id="post alone is the issuer's"),
    pytest.param("Bộ trưởng Bộ Công Thương", COMMITTEE, "vn/bo-cong-thuong", "Bộ trưởng Bộ Công Thương",
                 id="minister"),
    pytest.param("Thứ trưởng Trần Thị Bình", MINISTRY, "vn/bo-xay-dung", "Thứ trưởng Bộ Xây dựng",
                 id="person's name set aside"),
    pytest.param("Phó CT UBND tỉnh - Lê Văn Cường", COMMITTEE, "vn/lao-cai/ubnd",
                 "Phó Chủ tịch Ủy ban nhân dân tỉnh Lào Cai", id="person after a dash"),
    pytest.param("CVP UBND tỉnh", COMMITTEE, "vn/lao-cai/van-phong-ubnd",
                 "Chánh Văn phòng Ủy ban nhân dân tỉnh Lào Cai", id="the office goes with its chief"),
    pytest.param("đồng chí Phó Thủ tướng Chính phủ Lê Văn Cường", NOWHERE, "vn/chinh-phu",
                 "Phó Thủ tướng Chính phủ", id="person after the body"),
]  # fmt: skip


@pytest.mark.parametrize(("name", "context", "expected", "shown"), POSTS)
def test_a_post_is_held_in_a_body(name: str, context: Context, expected: str, shown: str) -> None:
    found = resolve(name, context)
    assert found.agency is not None
    assert (found.agency.id, found.agency.kind, found.agency.name, found.how) == (expected, "post", shown, "post")


GROUPS = [
    pytest.param("các sở, ban, ngành", FINANCE, "vn/lang-son/cac-so-ban-nganh", id="of the province"),
    pytest.param("Các Sở, ngành liên quan", FINANCE, "vn/lang-son/cac-so-ban-nganh", id="other wording, same slug"),
    pytest.param("các phòng CM", FINANCE, "vn/lang-son/so-tai-chinh/cac-phong-chuyen-mon", id="of the issuer"),
    pytest.param("các phòng chuyên môn thuộc Sở Y tế", COMMITTEE, "vn/lao-cai/so-y-te/cac-phong-chuyen-mon",
                 id="of a body named after it"),
    pytest.param("UBND các xã, phường", FINANCE, "vn/lang-son/ubnd-cap-xa", id="all communes"),
    pytest.param("UBND cấp xã", FINANCE, "vn/lang-son/ubnd-cap-xa", id="`cấp xã` is the same"),
    pytest.param("UBND các huyện, thành phố", OLD, "vn/lang-son/ubnd-cap-huyen", id="all districts"),
    pytest.param("UBND các tỉnh, thành phố trực thuộc TW", MINISTRY, "vn/ubnd-cap-tinh", id="all provinces"),
    pytest.param("các bộ, cơ quan ngang bộ", COMMITTEE, "vn/cac-bo-nganh", id="of the centre"),
    pytest.param("Thủ trưởng các sở, ban, ngành", FINANCE, "vn/lang-son/cac-so-ban-nganh", id="heads of a group"),
    pytest.param("các cơ sở lưu trú", FINANCE, "vn/lang-son/cac-co-so-luu-tru", id="by its quantifier"),
]  # fmt: skip


@pytest.mark.parametrize(("name", "context", "expected"), GROUPS)
def test_bodies_named_together_are_a_group(name: str, context: Context, expected: str) -> None:
    found = resolve(name, context).agency
    assert found is not None
    assert (found.id, found.kind) == (expected, "group")


@pytest.mark.parametrize(
    ("name", "context"),
    [
        pytest.param("Như trên", FINANCE, id="a reference to the list above"),
        pytest.param("Như Điều 3", FINANCE, id="a reference to an article"),
        pytest.param("", FINANCE, id="nothing"),
        pytest.param("Chính phủ điện tử", FINANCE, id="a name with words that are no place"),
        pytest.param("Hội nghị toàn quốc", FINANCE, id="an event"),
        pytest.param("Nguyễn Văn An", FINANCE, id="a person"),
        pytest.param("UBND huyện Hữu Lũng", NOWHERE, id="a district without its province"),
        pytest.param("Sở", NOWHERE, id="a relative name without a setting"),
        pytest.param("Bộ trưởng", FINANCE, id="a post that the issuer does not have"),
    ],
)
def test_what_names_no_known_body_gives_none(name: str, context: Context) -> None:
    assert resolve(name, context) == (None, (), None)


def test_ambiguous_stays_ambiguous() -> None:
    letters = resolve("BCT", NOWHERE)
    assert letters.agency is None
    assert {one.id for one in letters.candidates} == {"vn/bo-cong-thuong", "vn/trung-uong-dang/bo-chinh-tri"}
    assert len(resolve("Sở Nội vụ", NOWHERE).candidates) == 34
    assert len(resolve("Sở Nội vụ", NOWHERE, "2024-11-05").candidates) == 63
    assert all(one.post == "Chủ tịch" for one in resolve("Chủ tịch UBND tỉnh", NOWHERE).candidates)


DATES = [
    pytest.param("Sở Tài chính tỉnh Cà Mau", "2024-11-XX", ("", "2025-02-28"), id="before the departments merged"),
    pytest.param("Sở Tài chính tỉnh Cà Mau", "2025-05-01", ("2025-03-01", "2025-06-30"), id="four months"),
    pytest.param("Sở Tài chính tỉnh Cà Mau", "2026", ("2025-07-01", ""), id="after the provinces merged"),
    pytest.param("Sở Tài chính tỉnh Cà Mau", None, ("2025-07-01", ""), id="no date means the newest"),
    pytest.param("Sở Tài chính tỉnh Lạng Sơn", "2026", ("2025-03-01", ""), id="a province that was kept"),
    pytest.param("UBND tỉnh Bắc Kạn", "2026", ("", "2025-06-30"), id="an ended body keeps its printed name"),
    pytest.param("Bộ Giao thông vận tải", "2026", ("", "2025-02-28"), id="an ended ministry too"),
]


@pytest.mark.parametrize(("name", "date", "life"), DATES)
def test_the_period_is_that_of_the_date(name: str, date: str | None, life: tuple[str, str]) -> None:
    found = resolve(name, NOWHERE, date).agency
    assert found is not None
    assert (found.valid_from, found.valid_to) == life


@pytest.mark.parametrize("province", ["thua-thien-hue", "hue"])
def test_the_province_is_called_as_it_was_on_the_date(province: str) -> None:
    setting = Context(province=province)
    assert [resolve("Sở Y tế", setting, year).agency.id for year in ("2024", "2025")] == [  # type: ignore[union-attr]
        "vn/thua-thien-hue/so-y-te",
        "vn/hue/so-y-te",
    ]


def test_a_city_of_a_province_is_no_province() -> None:
    found = [
        resolve("UBND thành phố Huế", Context(province="thua-thien-hue"), year).agency for year in ("2024", "2025")
    ]
    assert [one and one.id for one in found] == ["vn/thua-thien-hue/thanh-pho-hue/ubnd", "vn/hue/ubnd"]


def test_numbers_of_chairman_and_standing_committee_are_the_body_s() -> None:
    named = ("Chủ tịch UBND tỉnh", "Ban Thường vụ Tỉnh ủy", "Bộ Chính trị", "Sở Y tế")
    found = [resolve(name, COMMITTEE).agency for name in named]
    assert [one and one.numbering for one in found] == [
        "vn/lao-cai/ubnd",
        "vn/lao-cai/tinh-uy",
        "vn/trung-uong-dang",
        "vn/lao-cai/so-y-te",
    ]


LISTS = [
    pytest.param("Sở Văn hóa, Thể thao và Du lịch", ["Sở Văn hóa, Thể thao và Du lịch"], id="one name with a comma"),
    pytest.param("Sở Nội vụ, Sở Tài chính và UBND các xã, phường", ["Sở Nội vụ", "Sở Tài chính", "UBND các xã, phường"],
                 id="commas between and inside"),
    pytest.param("các Sở: Tài chính, Xây dựng", ["Sở Tài chính", "Sở Xây dựng"], id="head before a colon"),
    pytest.param("Các Sở, ngành: Nội vụ, Công an tỉnh", ["Sở Nội vụ", "Công an tỉnh"], id="head only where it fits"),
    pytest.param("các sở, ban, ngành, UBND các xã", ["các sở, ban, ngành", "UBND các xã"], id="one `các`, one group"),
    pytest.param("HĐND, UBND các huyện", ["HĐND các huyện", "UBND các huyện"], id="place printed once"),
    pytest.param("Đảng ủy, UBND các xã", ["Đảng ủy các xã", "UBND các xã"], id="a list is not one name of the table"),
    pytest.param("Bộ trưởng Bộ Giáo dục và Đào tạo", ["Bộ trưởng Bộ Giáo dục và Đào tạo"], id="a post and its body"),
    pytest.param("Chủ tịch, các PCT UBND tỉnh", ["Chủ tịch Ủy ban nhân dân tỉnh", "các PCT UBND tỉnh"],
                 id="body printed once"),
    pytest.param("UBND các tỉnh Cao Bằng, Sơn La", ["UBND các tỉnh Cao Bằng", "UBND tỉnh Sơn La"], id="provinces"),
    pytest.param("Sở Nội vụ (Phòng TĐKT, VP); Sở Y tế", ["Sở Nội vụ (Phòng TĐKT, VP)", "Sở Y tế"], id="brackets hold"),
    pytest.param("VPCP: BTCN, các PCN", ["VPCP: BTCN, các PCN"], id="what follows a body's colon is inside it"),
]  # fmt: skip


@pytest.mark.parametrize(("names", "expected"), LISTS)
def test_a_list_is_split_into_its_bodies(names: str, expected: list[str]) -> None:
    assert list(split(names)) == expected


@pytest.mark.parametrize("names", [case.values[0] for case in LISTS])
def test_parts_stand_where_they_are_printed(names: str) -> None:
    assert [names[part.start : part.end] for part in parts(names)] == [part.raw for part in parts(names)]


SPELT = [
    pytest.param("UBND TỈNH LẠNG SƠN", "Ủy ban nhân dân tỉnh Lạng Sơn", id="capitals and letters"),
    pytest.param("SỞ KẾ HOẠCH VÀ ĐẦU TƯ", "Sở Kế hoạch và Đầu tư", id="a syllable that looks like an abbreviation"),
    pytest.param("UỶ BAN NHÂN DÂN THÀNH PHỐ HỒ CHÍ MINH", "Ủy ban nhân dân Thành phố Hồ Chí Minh", id="named city"),
    pytest.param("ĐẢNG ỦY XÃ VĂN LÃNG", "Đảng ủy xã Văn Lãng", id="commune"),
    pytest.param("THÀNH ỦY HÀ NỘI", "Thành ủy Hà Nội", id="a city's committee"),
    pytest.param("TRUNG TÂM KHUYẾN NÔNG", "Trung tâm Khuyến nông", id="own name"),
    pytest.param("UBND tỉnh", "Ủy ban nhân dân tỉnh", id="no province is added"),
    pytest.param("Sở GD&ĐT", "Sở Giáo dục và Đào tạo", id="letters after the head"),
    pytest.param("Sở Nội vụ (Phòng TĐKT)", "Sở Nội vụ (Phòng Thi đua - Khen thưởng)", id="brackets stay"),
]


@pytest.mark.parametrize(("name", "expected"), SPELT)
def test_a_name_is_spelt_out(name: str, expected: str) -> None:
    assert expand(name) == expected


ISSUERS = [
    pytest.param("SỞ Y TẾ", "UBND TỈNH CÀ MAU", "Cà Mau", "vn/ca-mau/so-y-te", id="province of the governing body"),
    pytest.param("VĂN PHÒNG", "BỘ TƯ PHÁP", "Hà Nội", "vn/bo-tu-phap/van-phong", id="office of the governing body"),
    pytest.param("BAN TỔ CHỨC", "BAN CHẤP HÀNH TRUNG ƯƠNG", "Hà Nội", "vn/trung-uong-dang/ban-to-chuc", id="Party"),
    pytest.param("SỞ Y TẾ", None, "Cà Mau", "vn/ca-mau/so-y-te", id="province of the place of issue"),
    pytest.param("BỘ Y TẾ", None, "Hà Nội", "vn/bo-y-te", id="a ministry is not of the place"),
    pytest.param("SỞ Y TẾ", None, "Thủ Dầu Một", None, id="a town is no province"),
]


@pytest.mark.parametrize(("name", "governing", "place", "expected"), ISSUERS)
def test_the_letterhead_says_the_issuer(name: str, governing: str | None, place: str, expected: str | None) -> None:
    found = issuer(name, governing, place, "2026-03-02").agency
    assert (found and found.id) == expected


def test_the_issuer_is_the_setting_of_the_other_names() -> None:
    found = issuer("SỞ Y TẾ", "UBND TỈNH CÀ MAU", "Cà Mau", "2026-03-02").agency
    assert context_of(found, "2026-03-02") == Context(
        "vn/ca-mau/so-y-te", "Sở Y tế tỉnh Cà Mau", "ca-mau", "province", "2026-03-02"
    )


def steps(found: tuple[Step, ...]) -> list[tuple[str, str, str]]:
    return [(step.link.on, step.link.scope, step.agency.id) for step in found]


LINES = [
    pytest.param("vn/lang-son/so-ke-hoach-va-dau-tu", [("2025-03-01", "merge", "vn/lang-son/so-tai-chinh")],
                 id="departments merge"),
    pytest.param("vn/bac-kan/ubnd", [("2025-07-01", "merge", "vn/thai-nguyen/ubnd")], id="provinces merge"),
    pytest.param("vn/thua-thien-hue/ubnd", [("2025-01-01", "full", "vn/hue/ubnd")], id="a province is renamed"),
    pytest.param("vn/lang-son/ubnd-cap-huyen", [("2025-07-01", "ended", "vn/lang-son/ubnd"),
                 ("2025-07-01", "ended", "vn/lang-son/ubnd-cap-xa")], id="the district level ends"),
    pytest.param("vn/uy-ban-dan-toc", [("2025-03-01", "merge", "vn/bo-dan-toc-va-ton-giao")], id="a ministry is new"),
    pytest.param("vn/bo-y-te", [], id="what goes on has no successor"),
]  # fmt: skip


@pytest.mark.parametrize(("identity", "expected"), LINES)
def test_a_line_leads_to_today(identity: str, expected: list[tuple[str, str, str]]) -> None:
    found = line(identity)
    assert found is not None
    assert steps(found.after) == expected


def test_a_line_goes_on_through_both_mergers() -> None:
    found = line("vn/yen-bai/so-giao-thong-van-tai")
    assert found is not None
    assert steps(found.after) == [("2025-03-01", "merge", "vn/yen-bai/so-xay-dung")]
    assert steps(found.after[0].steps) == [("2025-07-01", "merge", "vn/lao-cai/so-xay-dung")]


def test_a_line_leads_back() -> None:
    found = line("vn/lao-cai/so-tu-phap")
    assert found is not None
    assert steps(found.before) == [
        ("2025-07-01", "merge", "vn/lao-cai/so-tu-phap"),
        ("2025-07-01", "merge", "vn/yen-bai/so-tu-phap"),
    ]
    assert line("vn/no-such-body") is None


def test_a_district_s_line_keeps_its_name() -> None:
    agency = resolve("UBND huyện Hữu Lũng, tỉnh Lạng Sơn", NOWHERE, "2024").agency
    assert agency is not None
    found = line(agency)
    assert found is not None
    assert found.agency.name == "Ủy ban nhân dân huyện Hữu Lũng"
    assert [step.agency.id for step in found.after] == ["vn/lang-son/ubnd", "vn/lang-son/ubnd-cap-xa"]


def test_a_part_taken_over_is_named_and_not_followed() -> None:
    found = line("vn/bo-lao-dong-thuong-binh-va-xa-hoi")
    assert found is not None
    scopes = {step.link.scope for step in found.after}
    assert scopes == {"main", "part"}
    assert all(step.steps == () for step in found.after if step.link.scope == "part")


def test_entities_carry_their_links() -> None:
    found = resolve("Sở Giao thông vận tải tỉnh Cà Mau").agency
    assert found is not None
    assert [(one.id, one.status) for one in found.successors] == [("vn/ca-mau/so-xay-dung", "confirmed")]


def test_resolving_is_quick() -> None:
    for case in NAMES:
        resolve(case.values[0], case.values[1])
    _resolved.cache_clear()
    start = time.perf_counter()
    for case in NAMES[:-1]:
        resolve(case.values[0], case.values[1])
    assert (time.perf_counter() - start) / len(NAMES) < 0.0005
