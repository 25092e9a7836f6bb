"""Resolution: citations of one document resolved against each other and the law table."""

from __future__ import annotations

import re
from datetime import date
from itertools import pairwise

import pytest
from made_text import cited, text

from models import Citation, Header, IssuingAgency
from parsers.knowledge import rows
from parsers.plausibility import implausible
from parsers.resolution import back_references, resolve

HEADER = Header(
    issuing_agencies=(IssuingAgency(raw="ỦY BAN NHÂN DÂN TỈNH SƠN LA", name="Ủy ban nhân dân tỉnh Sơn La"),),
    number="12",
    symbol="KH-UBND",
    issued_on="2024-05-20",
    doc_type="kế hoạch",
)


def read(words: str, header: Header = HEADER) -> tuple[Citation, ...]:
    return resolve(tuple(cited(words)), text(*words.split("\n")).value, header)


def issued(on: str | None) -> Header:
    return HEADER.model_copy(update={"issued_on": on})


def told(citation: Citation) -> tuple[str | None, str | None, str | None, str] | None:
    known = citation.resolved
    return (known.code, known.issued_on, known.issuer, known.origin) if known else None


FULL = "Chỉ thị số 08-CT/TW ngày 02/3/2021 của Ban Bí thư về an toàn."
MENTIONS = [
    pytest.param(f"{FULL} Thực hiện Chỉ thị số 08-CT/TW.", 1, ("08-CT/TW", "2021-03-02", "Ban Bí thư", "mention"),
                 id="a short repeat takes date and issuer"),
    pytest.param(f"Thực hiện Chỉ thị số 08-CT/TW.\n{FULL}", 0, ("08-CT/TW", "2021-03-02", "Ban Bí thư", "mention"),
                 id="the full mention may come later"),
    pytest.param(f"{FULL} Chỉ thị số 09-CT/TW.", 1, None, id="another number takes nothing"),
    pytest.param(f"{FULL} Kết luận số 08-KL/TW.", 1, None, id="another symbol takes nothing"),
    pytest.param("Quyết định số 05/QĐ-UBND ngày 02/02/2022. Quyết định số 05/QĐ-UBND ngày 03/02/2023."
                 " Theo Quyết định số 05/QĐ-UBND.", 2, None, id="two dates leave a repeat open"),
    pytest.param("Quyết định số 05/QĐ-UBND ngày 02/02/2022 của UBND tỉnh Lai Châu; Quyết định số 05/QĐ-UBND của UBND"
                 " tỉnh Sơn La.", 1, None, id="another issuer is another document"),
    pytest.param(f"{FULL} Chỉ thị số 08-CT/TW ngày 02/3/2021.", 1, ("08-CT/TW", "2021-03-02", "Ban Bí thư", "mention"),
                 id="a missing issuer is taken"),
    pytest.param(f"{FULL} Theo Chỉ thị số 08.", 1, ("08-CT/TW", "2021-03-02", "Ban Bí thư", "mention"),
                 id="type and number alone mean the only code that has them"),
    pytest.param(f"{FULL} Chỉ thị số 08/CT-UBND ngày 01/02/2024 của UBND tỉnh. Theo Chỉ thị số 08.", 2, None,
                 id="two codes with one type and number leave it open"),
]  # fmt: skip


@pytest.mark.parametrize(("words", "index", "expected"), MENTIONS)
def test_a_short_repeat_takes_what_the_full_mention_says(
    words: str, index: int, expected: tuple[str, str, str, str] | None
) -> None:
    assert told(read(words)[index]) == expected


ALIASES = [
    pytest.param("sau đây gọi tắt là Nghị quyết 57", id="gọi tắt là"),
    pytest.param("sau đây viết tắt là Nghị quyết 57", id="viết tắt là"),
    pytest.param("gọi là Nghị quyết số 57", id="gọi là"),
]


@pytest.mark.parametrize("alias", ALIASES)
def test_an_alias_stands_for_the_document_cited_before_it(alias: str) -> None:
    found = read(
        f"Nghị quyết số 57-NQ/TW ngày 22/12/2024 của Bộ Chính trị về khoa học ({alias}). Nghị quyết số 57/NQ-CP ngày"
        " 21/4/2023 của Chính phủ.\nTriển khai Nghị quyết 57 của Bộ Chính trị."
    )
    assert told(found[-1]) == ("57-NQ/TW", "2024-12-22", "Bộ Chính trị", "alias")
    assert found[-1].code == "57"
    assert found[-1].target == found[0].target == "vn/trung-uong-dang/nghi-quyet/khoa-13/57"


def test_an_alias_of_a_body_names_no_document() -> None:
    found = read("Quyết định số 57/QĐ-UBND ngày 01/3/2024 của UBND tỉnh (gọi tắt là Ban Tổ chức). Đề án số 57.")
    assert found[-1].resolved is None


LAWS = [
    pytest.param("Luật Thi đua, khen thưởng năm 2022", "2024-05-20", "06/2022/QH15", id="by name and year"),
    pytest.param("Luật Thi đua, khen thưởng ngày 26 tháng 11 năm 2003", "2024-05-20", "15/2003/QH11", id="by day"),
    pytest.param("Luật Thi đua, khen thưởng", "2024-01-01", "06/2022/QH15", id="the edition in force on the day"),
    pytest.param("Luật Thi đua, khen thưởng", "2023-12-31", "15/2003/QH11", id="the edition in force the day before"),
    pytest.param("Luật Thi đua, khen thưởng", "2023-XX-XX", "15/2003/QH11", id="one edition throughout the year"),
    pytest.param("Luật Đất đai", "2024-XX-XX", None, id="two editions in the year stay open"),
    pytest.param("Luật Đất đai", None, None, id="no date of the citing document"),
    pytest.param("Luật Đất đai", "1995-01-01", None, id="before the first edition of the table"),
    pytest.param("Luật Tổ chức chính quyền địa phương", "2025-04-30", "65/2025/QH15", id="an edition of four months"),
    pytest.param("Luật Đất đai năm 1993", "2024-05-20", None, id="a year of which the table has no edition"),
    pytest.param("Luật Dự trữ quốc gia", "2026-05-20", None, id="a later edition whose start is not known"),
    pytest.param("Bộ luật Dân sự", "2024-05-20", "91/2015/QH13", id="a code"),
    pytest.param("Luật Hộ tịch", "2024-05-20", "60/2014/QH13", id="an edition that is passed but not in force"),
]


@pytest.mark.parametrize(("name", "issued_on", "expected"), LAWS)
def test_a_law_by_name_gets_the_number_of_its_edition(name: str, issued_on: str | None, expected: str | None) -> None:
    found = read(f"Căn cứ {name};", issued(issued_on))[0]
    assert (found.resolved.code if found.resolved else None) == expected
    assert found.code is None


def test_a_law_named_in_full_once_is_that_edition_throughout() -> None:
    found = read("Căn cứ Luật Đất đai năm 2013;\nTheo Luật Đất đai thì", issued("2025-01-10"))
    assert told(found[1]) == ("45/2013/QH13", "2013-11-29", "Quốc hội", "law-table")


def test_without_a_date_the_day_of_what_is_cited_bounds_the_edition() -> None:
    found = read("Chỉ thị số 01/CT-UBND ngày 07/01/2026 của UBND tỉnh. Theo Luật Tiếp công dân thì", issued(None))
    assert told(found[1]) == ("42/2013/QH13", "2013-11-25", "Quốc hội", "law-table")


PARENTS = [
    pytest.param("Kế hoạch số 32-KH/TU ngày 16/01/2024 của Tỉnh ủy thực hiện Chỉ thị số 41-CT/TW ngày 26/12/2023",
                 [1, None], id="thực hiện"),
    pytest.param("Kết luận số 01-KL/TW ngày 18/5/2021 về tiếp tục thực hiện Chỉ thị số 05-CT/TW", [1, None],
                 id="về tiếp tục thực hiện"),
    pytest.param("Nghị định số 33/2012/NĐ-CP sửa đổi, bổ sung một số điều của Nghị định số 45/2010/NĐ-CP", [1, None],
                 id="sửa đổi"),
    pytest.param("Nghị định số 45/2010/NĐ-CP được sửa đổi, bổ sung bởi Nghị định số 33/2012/NĐ-CP", [None, 0],
                 id="được sửa đổi: the second amends the first"),
    pytest.param("Nghị định số 78/2025/NĐ-CP quy định chi tiết thi hành Luật Lưu trữ được sửa đổi, bổ sung bởi"
                 " Nghị định số 187/2025/NĐ-CP", [1, None, 0], id="a decree amends the decree, not the law before it"),
    pytest.param("Nghị định số 19/2024/NĐ-CP quy định chi tiết một số điều của Luật Giá", [1, None],
                 id="quy định chi tiết"),
    pytest.param("Chỉ thị số 41-CT/TW ngày 26/12/2023 của Bộ Chính trị về thi đua; Kế hoạch số 32-KH/TU", [None, None],
                 id="a list is no nesting"),
    pytest.param("Chỉ thị số 41-CT/TW ngày 26/12/2023 và Kế hoạch số 32-KH/TU", [None, None], id="nor is và"),
    pytest.param("Nghị định số 126/2024/NĐ-CP quy định về hội, thay thế Nghị định số 45/2010/NĐ-CP", [None, None],
                 id="what is replaced is not carried out"),
    pytest.param("Nghị quyết số 02-NQ/TU ngày 01/02/2022 của Tỉnh ủy về du lịch. Thực hiện Chỉ thị số 05-CT/TW",
                 [None, None], id="a new sentence"),
    pytest.param("Kế hoạch số 8/KH-UBND ngày 02/02/2024 về chuyển đổi số (kèm theo Quyết định số 9/QĐ-UBND)",
                 [None, None], id="kèm theo is not theo"),
]  # fmt: skip


@pytest.mark.parametrize(("words", "expected"), PARENTS)
def test_a_document_said_to_carry_out_another_points_to_it(words: str, expected: list[int | None]) -> None:
    assert [citation.target_parent for citation in read(words)] == expected


def test_what_was_issued_with_a_resolution_is_its_component() -> None:
    found = read("Đề án số 13 về khoáng sản (ban hành kèm theo Nghị quyết số 35-NQ/TU ngày 29/12/2023 của Tỉnh ủy)")
    assert found[0].target == "vn/son-la/tinh-uy/nghi-quyet/nk-2020-2025/35/!de-an-13"


def test_what_is_printed_stays_as_printed() -> None:
    words = f"{FULL} Thực hiện Chỉ thị số 08-CT/TW và Luật Giá."
    before, after = cited(words), read(words)
    keep = {"resolved", "target", "target_parent"}
    assert [c.model_dump(exclude=keep) for c in before] == [c.model_dump(exclude=keep) for c in after]


def test_a_target_is_given_for_a_known_cycle_only() -> None:
    dated, open_year = read("Quyết định số 7/QĐ-UBND ngày 02/02/2024; Quyết định số 9/QĐ-UBND")
    assert dated.target == "vn/son-la/ubnd/quyet-dinh/2024/7"
    assert open_year.target is None


BACK = [
    pytest.param("Nghị quyết số 1/NQ-CP. Thực hiện Nghị quyết nêu trên, các sở làm.", [("back", 0)], id="nêu trên"),
    pytest.param("Nghị quyết số 1/NQ-CP. Thực hiện Nghị quyết trên, các sở làm.", [("back", 0)], id="trên"),
    pytest.param("Nghị quyết số 1/NQ-CP. Nghị quyết số 2/NQ-CP. Nghị quyết nói trên.", [("back", 1)], id="the nearest"),
    pytest.param("Nghị quyết số 1/NQ-CP. Chỉ thị số 2/CT-TTg. Nghị quyết nêu trên.", [("back", 0)], id="of its type"),
    pytest.param("Chỉ thị số 1/CT-TTg. Chỉ thị của UBND tỉnh. Chỉ thị nêu trên.", [("back", None)],
                 id="a document that is not identified blocks the reach"),
    pytest.param("Chỉ thị nêu trên.", [("back", None)], id="none before it"),
    pytest.param("Kế hoạch này có hiệu lực.", [("self", None)], id="the document itself"),
    pytest.param("Nghị quyết số 1/NQ-CP. Các nghị quyết trên địa bàn tỉnh.", [], id="a place is no reference"),
]  # fmt: skip


@pytest.mark.parametrize(("words", "expected"), BACK)
def test_a_back_reference_means_the_nearest_document_of_its_type(
    words: str, expected: list[tuple[str, int | None]]
) -> None:
    found = back_references(text(words).value, read(words))
    assert [(reference.kind, reference.citation) for reference in found] == expected
    assert all(words[r.span.start : r.span.end] == r.raw for r in found)


@pytest.mark.parametrize(("itself", "expected"), [("kế hoạch", [("back", 0)]), ("nghị quyết", [("self", None)])])
def test_this_document_of_another_type_is_the_one_cited(itself: str, expected: list[tuple[str, int | None]]) -> None:
    words = "Nghị quyết số 1/NQ-CP có hiệu lực. Nghị quyết này quy định rõ."
    found = back_references(text(words).value, read(words), itself)
    assert [(reference.kind, reference.citation) for reference in found] == expected


WARNINGS = [
    pytest.param("Chỉ thị số 8/CT-TTg ngày 21/5/2024", "cited-after-issue", id="cited before it was issued"),
    pytest.param("Nghị định số 15/2018/NĐ-CP ngày 02/02/2019", "code-year-mismatch", id="year of symbol and of date"),
    pytest.param("Nghị quyết số 198/2023/QH13", "assembly-term-mismatch", id="term of the National Assembly"),
    pytest.param("Chỉ thị số 34-CT/TW ngày 07/4/2014 của Bộ Chính trị (khóa XII)", "party-term-mismatch",
                 id="term of the Party"),
    pytest.param("Luật Đất đai ngày 18/02/2024", "law-date-mismatch", id="day of a law"),
    pytest.param("Luật Đấu thầu năm 2013", "law-replaced", id="a law replaced before the day of the document"),
    pytest.param("Chỉ thị số 8/CT-TTg ngày 21/4/2024; Chỉ thị số 8/CT-TTg ngày 22/4/2024", "conflicting-dates",
                 id="one code with two days"),
]  # fmt: skip


@pytest.mark.parametrize(("words", "code"), WARNINGS)
def test_what_cannot_be_right_is_told(words: str, code: str) -> None:
    assert [warning.code for warning in implausible(read(words), HEADER)] == [code]


PLAUSIBLE = [
    pytest.param("Chỉ thị số 8/CT-TTg ngày 20/5/2024", id="of the same day"),
    pytest.param("Chỉ thị số 8/CT-TTg ngày 21/4/2024; Chỉ thị số 8/CT-TTg ngày 21/4/2023", id="numbers of two years"),
    pytest.param("Nghị quyết số 5/2021/QH14; Nghị quyết số 5/2021/QH15", id="both terms of a year of elections"),
    pytest.param("Luật Đất đai ngày 29/11/2013", id="an edition in force"),
    pytest.param("Luật Xây dựng năm 2014; Luật Đấu thầu", id="laws in force"),
    pytest.param("Chỉ thị số 34-CT/TW ngày 07/4/2014 của Bộ Chính trị (khóa XI)", id="the term of the day"),
]


@pytest.mark.parametrize("words", PLAUSIBLE)
def test_what_can_be_right_is_not_told(words: str) -> None:
    assert implausible(read(words), HEADER) == ()


NUMBER = re.compile(r"\d{2,3}/(?P<year>\d{4})/(?:PL-)?(?P<body>QH|UBTVQH)(?P<term>\d{1,2})")


@pytest.mark.parametrize("row", [pytest.param(row, id=row["number"] or row["passed"]) for row in rows("laws")])
def test_a_row_of_the_law_table_is_consistent(row: dict[str, str]) -> None:
    passed = date.fromisoformat(row["passed"])
    effective, valid_to = (date.fromisoformat(row[c]) if row[c] else None for c in ("effective", "valid_to"))
    assert row["status"] in ("confirmed", "known", "unconfirmed")
    assert effective is None or effective >= passed
    assert valid_to is None or valid_to >= (effective or passed)
    if row["kind"] == "hiến pháp":
        return
    match = NUMBER.fullmatch(row["number"])
    assert match is not None
    assert (match["body"] == "UBTVQH") == (row["kind"] == "pháp lệnh")
    opened = {r["term"]: int(r["opens_from"]) for r in rows("terms") if r["body"] == "quoc-hoi"}
    assert opened[match["term"]] <= passed.year <= opened.get(str(int(match["term"]) + 1), 9999)
    assert int(match["year"]) == passed.year


def test_the_law_that_replaces_another_begins_when_that_one_ends() -> None:
    by_number = {row["number"]: row for row in rows("laws") if row["number"]}
    for row in rows("laws"):
        for number in filter(None, row["replaced_by"].split(";")):
            begins = date.fromisoformat(by_number[number]["effective"])
            assert (begins - date.fromisoformat(row["valid_to"])).days == 1


def test_editions_of_one_name_do_not_overlap() -> None:
    plain = [row for row in rows("laws") if "sửa đổi" not in row["name"] and row["effective"]]
    for name in {row["name"] for row in plain}:
        known = sorted((row for row in plain if row["name"] == name), key=lambda row: row["effective"])
        for earlier, later in pairwise(known):
            assert earlier["valid_to"]
            assert earlier["valid_to"] < later["effective"]
