"""Comparing two documents: what became of sections, targets, tasks, references and fields."""

from __future__ import annotations

import pytest
from made_plans import plan

from models.comparison import Comparison, Piece, SectionChange
from pipeline.compare import compare, compare_line, frames
from pipeline.compare.boilerplate import share
from pipeline.compare.matter import matter
from pipeline.compare.units import units
from pipeline.compare.wording import keys, worded
from pipeline.compare.years import moved_by, planned

HOUSES = "- Sửa chữa nhà ở cho hộ nghèo tại các xã biên giới."
LOANS = "- Cho vay vốn ưu đãi để hộ cận nghèo mua trâu, bò sinh sản."
SCHOOL = "- Miễn học phí cho học sinh trường dân tộc nội trú."
CLINIC = "- Cấp thẻ bảo hiểm y tế cho người dân thôn đặc biệt khó khăn."


def body(*lines: str, title: str = "NHIỆM VỤ", number: str = "II") -> tuple[str, ...]:
    return ("I. MỤC ĐÍCH", "- Nâng cao thu nhập của người dân vùng cao.", f"{number}. {title}", *lines)


def kinds(found: Comparison) -> list[tuple[str, str]]:
    """Give for each section that was not kept its kind and first words."""
    return [(one.kind, _text(one)) for one in found.sections if one.kind != "kept"]


def _text(one: SectionChange) -> str:
    side = one.after or one.before
    assert side is not None
    return " ".join(side.text.split()[:3])


SECTIONS = [
    pytest.param(body(HOUSES, LOANS), body(HOUSES, LOANS), [], id="nothing changed"),
    pytest.param(
        body(HOUSES, LOANS),
        body(HOUSES.replace("biên giới", "biên giới và xã an toàn khu"), LOANS),
        [("reworded", "Sửa chữa nhà")],
        id="words were added",
    ),
    pytest.param(
        body(HOUSES, LOANS), body(HOUSES, LOANS, SCHOOL), [("new", "Miễn học phí")], id="a new one stands last"
    ),
    pytest.param(
        body(HOUSES, SCHOOL, LOANS), body(HOUSES, LOANS), [("dropped", "Miễn học phí")], id="one in the middle dropped"
    ),
    pytest.param(
        body(HOUSES, LOANS, SCHOOL, CLINIC),
        body(LOANS, SCHOOL, CLINIC, HOUSES),
        [("moved", "Sửa chữa nhà")],
        id="the one that jumped moved, not those it jumped over",
    ),
    pytest.param(
        body(HOUSES, LOANS),
        (*body()[:2], "II. ĐỐI TƯỢNG", "Người dân sinh sống tại xã vùng cao.", *body(HOUSES, LOANS, number="III")[2:]),
        [("new", "ĐỐI TƯỢNG"), ("new", "Người dân sinh")],
        id="numbers that shift are no change",
    ),
    pytest.param(
        body(HOUSES, LOANS),
        body(HOUSES, LOANS, title="NHIỆM VỤ, GIẢI PHÁP"),
        [("reworded", "NHIỆM VỤ, GIẢI")],
        id="a heading in other words keeps what stands below it",
    ),
]


@pytest.mark.parametrize(("before", "after", "expected"), SECTIONS)
def test_sections(before: tuple[str, ...], after: tuple[str, ...], expected: list[tuple[str, str]]) -> None:
    assert kinds(compare(plan(2024, *before), plan(2024, *after))) == expected


def test_a_document_does_not_differ_from_itself() -> None:
    document = plan(2024, *body(HOUSES, LOANS))
    found = compare(document, document, document)
    assert {one.kind for one in found.sections} == {"kept"}
    assert (found.references, found.fields) == ((), ())
    assert (found.boilerplate.before, found.boilerplate.parent) == (1.0, 1.0)


def test_every_section_of_both_documents_is_told_once() -> None:
    before, after = plan(2024, *body(HOUSES, SCHOOL, LOANS)), plan(2025, *body(LOANS, CLINIC, HOUSES))
    found = compare(before, after)
    for document, name in ((before, "before"), (after, "after")):
        sides = sorted((side for one in found.sections if (side := getattr(one, name))), key=lambda s: s.span.start)
        assert [document.text[side.span.start : side.span.end] for side in sides] == [side.text for side in sides]
        assert [side.span.start for side in sides] == [unit.start for unit in units(document)]


def target(value: str) -> tuple[str, ...]:
    return ("I. CHỈ TIÊU", f"- Tỷ lệ hộ nghèo được vay vốn đạt từ {value} trở lên.", "II. NHIỆM VỤ", HOUSES)


TARGETS = [
    pytest.param("80%", "85%", "raised", id="a greater value"),
    pytest.param("80%", "75%", "lowered", id="a smaller value"),
    pytest.param("80%", "80%", "kept", id="the same value"),
    pytest.param("80%", "300 triệu đồng", "changed", id="another unit is neither more nor less"),
]


@pytest.mark.parametrize(("before", "after", "kind"), TARGETS)
def test_targets(before: str, after: str, kind: str) -> None:
    found = compare(plan(2024, *target(before)), plan(2025, *target(after)))
    assert [one.kind for one in found.targets] == [kind]


def test_a_target_without_its_like_is_new_or_dropped() -> None:
    before, after = plan(2024, *target("80%")), plan(2025, *target("80%")[2:])
    assert [one.kind for one in compare(before, after).targets] == ["dropped"]
    assert [one.kind for one in compare(after, before).targets] == ["new"]


def duty(words: str) -> tuple[str, ...]:
    return ("I. MỤC ĐÍCH", HOUSES, "II. TỔ CHỨC THỰC HIỆN", f"1. {words}")


LOANED = "rà soát danh sách hộ nghèo đề nghị vay vốn"
TASKS = [
    pytest.param(
        f"Sở Y tế chủ trì {LOANED}; hoàn thành trước ngày 10/6/2024.",
        f"Sở Y tế chủ trì {LOANED}; hoàn thành trước ngày 10/6/2025.",
        [("kept", ())],
        id="a deadline that moved with the year",
    ),
    pytest.param(
        f"Sở Y tế chủ trì {LOANED}; hoàn thành trước ngày 10/6/2024.",
        f"Sở Y tế chủ trì {LOANED}; hoàn thành trước ngày 10/9/2025.",
        [("changed", ("deadline",))],
        id="a later deadline",
    ),
    pytest.param(
        f"Sở Y tế chủ trì {LOANED}.",
        f"Sở Nội vụ chủ trì {LOANED}.",
        [("changed", ("lead",))],
        id="another lead",
    ),
    pytest.param(
        f"Sở Y tế chủ trì, phối hợp với Công an tỉnh {LOANED}.",
        f"Sở Y tế chủ trì, phối hợp với Thanh tra tỉnh {LOANED}.",
        [("changed", ("support",))],
        id="another helper",
    ),
    pytest.param(
        f"Sở Y tế chủ trì {LOANED}.",
        f"Sở Y tế chủ trì {LOANED}, công khai tại nhà văn hóa thôn.",
        [("changed", ("action",))],
        id="more to do",
    ),
    pytest.param(
        f"Sở Y tế chủ trì {LOANED}.",
        "Sở Nội vụ chủ trì trao giải cuộc thi ảnh đẹp về biển đảo.",
        [("new", ()), ("dropped", ())],
        id="another task",
    ),
]


@pytest.mark.parametrize(("before", "after", "expected"), TASKS)
def test_tasks(before: str, after: str, expected: list[tuple[str, tuple[str, ...]]]) -> None:
    found = compare(plan(2024, *duty(before)), plan(2025, *duty(after)))
    assert [(one.kind, one.aspects) for one in found.tasks] == expected


REFERENCES = [
    pytest.param(
        "Căn cứ Luật Lưu trữ số 01/2011/QH13 ngày 11/11/2011;",
        "Căn cứ Luật Lưu trữ số 33/2024/QH15 ngày 21/6/2024;",
        [("replaced", "law-table")],
        id="a law gave way to the one that replaced it",
    ),
    pytest.param(
        "Thực hiện Kế hoạch số 15/KH-UBND ngày 20/01/2024 của UBND tỉnh về giảm nghèo;",
        "Thực hiện Kế hoạch số 31/KH-UBND ngày 18/01/2025 của UBND tỉnh về giảm nghèo;",
        [("replaced", "place")],
        id="next year's plan in the same place",
    ),
    pytest.param(
        "Căn cứ Nghị định số 61/2018/NĐ-CP ngày 23/4/2018 của Chính phủ;",
        "Căn cứ Chỉ thị số 34-CT/TW ngày 07/4/2014 của Bộ Chính trị;",
        [("dropped", None), ("added", None)],
        id="a document of another kind is no successor",
    ),
    pytest.param(
        "Căn cứ Nghị định số 61/2018/NĐ-CP ngày 23/4/2018 của Chính phủ;",
        "Căn cứ Nghị định số 61/2018/NĐ-CP của Chính phủ;",
        [],
        id="the same document, printed short",
    ),
]


@pytest.mark.parametrize(("before", "after", "expected"), REFERENCES)
def test_references(before: str, after: str, expected: list[tuple[str, str | None]]) -> None:
    found = compare(plan(2024, before, "", *body(HOUSES)), plan(2025, after, "", *body(HOUSES)))
    assert [(one.kind, one.by) for one in found.references] == expected


def test_a_successor_is_known_from_the_archive() -> None:
    before = plan(2024, "Căn cứ Quyết định số 10/QĐ-TTg ngày 05/01/2022 của Thủ tướng Chính phủ;", "", *body(HOUSES))
    after = plan(2025, *body(HOUSES), "- Thực hiện Quyết định số 99/QĐ-TTg ngày 05/01/2025 của Thủ tướng Chính phủ.")
    old, new = before.citations[0].target, after.citations[0].target
    assert old
    assert new
    known = {old: {new}}
    [change] = compare(before, after, successors=lambda one: known.get(one, set())).references
    assert (change.kind, change.by) == ("replaced", "relation")


def test_an_agency_that_took_over_is_one_line_of_succession() -> None:
    before = plan(2023, *body(HOUSES), issuer="SỞ KẾ HOẠCH VÀ ĐẦU TƯ", letters="SKHĐT")
    fields = {one.field: one for one in compare(before, plan(2026, *body(HOUSES))).fields}
    assert fields["issuer"].succession
    assert not fields["title"].succession
    assert "place" not in fields


WORDINGS = [
    pytest.param("Hoà bình, ổn định", "Hòa bình ổn định", [], id="spelling and stops are no change"),
    pytest.param(
        "sửa chữa nhà ở cho hộ nghèo",
        "sửa chữa nhà ở cho hộ cận nghèo",
        [("same", "sửa chữa nhà ở cho hộ"), ("added", "cận"), ("same", "nghèo")],
        id="a word more",
    ),
    pytest.param(
        "trồng cây chè và nuôi cá",
        "trồng rừng keo và chăn bò",
        [("same", "trồng"), ("dropped", "cây chè và nuôi cá"), ("added", "rừng keo và chăn bò")],
        id="a crumb between two changes goes with them",
    ),
]


@pytest.mark.parametrize(("before", "after", "expected"), WORDINGS)
def test_wording(before: str, after: str, expected: list[tuple[str, str]]) -> None:
    assert [(piece.kind, piece.text) for piece in worded(before, after)] == expected


def test_pieces_give_back_both_texts() -> None:
    before, after = "giao Sở Y tế chủ trì, báo cáo trước ngày 10", "giao Sở Nội vụ chủ trì, tổng hợp trước ngày 15"
    pieces = worded(before, after)
    for text, other in ((before, "added"), (after, "dropped")):
        assert keys(" ".join(_words(piece, other) for piece in pieces)) == keys(text)


def _words(piece: Piece, other: str) -> str:
    return "" if piece.kind == other else piece.text


SHARES = [
    pytest.param("một hai ba bốn năm sáu bảy tám chín mười", 1.0, id="word for word"),
    pytest.param("một hai ba bốn năm sáu bảy xong rồi đó", 0.7, id="a run of seven of ten words"),
    pytest.param("một hai ba rồi bốn năm sáu rồi bảy tám", 0.0, id="short runs are no copy"),
]


@pytest.mark.parametrize(("copy", "expected"), SHARES)
def test_boilerplate(copy: str, expected: float) -> None:
    source = keys("một hai ba bốn năm sáu bảy tám chín mười")
    assert share([source], [keys(copy)]) == expected


def test_the_matter_of_a_task_has_no_doers_and_no_deadline() -> None:
    words = f"Sở Y tế chủ trì, phối hợp với Công an tỉnh {LOANED}; hoàn thành trước ngày 10/6/2024."
    document = plan(2024, *duty(words))
    assert keys(matter(document.tasks[0], document.dates)) == keys(LOANED)


YEARS = [
    pytest.param("Triển khai công tác năm 2026", "2025-12-30", 2026, id="the year of the title"),
    pytest.param("Chương trình giai đoạn 2021 - 2025", "2021-03-02", 2021, id="a period is no year"),
    pytest.param(None, None, None, id="nothing is known"),
]


@pytest.mark.parametrize(("title", "issued", "expected"), YEARS)
def test_the_year_a_document_plans_for(title: str | None, issued: str | None, expected: int | None) -> None:
    assert planned(title, issued) == expected


def test_days_move_by_years() -> None:
    assert moved_by("2024-06-10/2024-12-31", 2) == "2026-06-10/2026-12-31"


def test_a_line_is_compared_pair_by_pair_and_gives_frames() -> None:
    line = compare_line([plan(year, *target(value)) for year, value in ((2023, "70%"), (2024, "75%"), (2025, "72%"))])
    tables = frames(line)
    assert list(tables["targets"]["kind"]) == ["raised", "lowered"]
    assert list(tables["targets"]["after_value"]) == [75.0, 72.0]
    assert len(tables["sections"]) == sum(len(one.sections) for one in line)
    assert list(frames([])["references"].columns)[:2] == ["before_id", "after_id"]
