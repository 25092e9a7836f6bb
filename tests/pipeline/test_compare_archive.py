"""Comparing documents of an archive: lines of succession, movements, names; and what is shown of it."""

from __future__ import annotations

import io
import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from filled import filled, put
from made_plans import plan
from rich.console import Console

from models import Document, Failure
from pipeline.archive.store import Archive, opened
from pipeline.compare import command
from pipeline.compare.lines import Issued, best_line, line_of, of_movement
from pipeline.compare.loading import loaded, successors
from pipeline.compare.shown import as_json, shown
from pipeline.likeness import weighed

OLD = {"issuer": "SỞ KẾ HOẠCH VÀ ĐẦU TƯ", "letters": "SKHĐT"}
HOUSES = ("I. NHIỆM VỤ", "- Sửa chữa nhà ở cho hộ nghèo tại các xã biên giới.")
MOVEMENT = ("I. NHIỆM VỤ", "- Hưởng ứng phong trào thi đua “Vì người nghèo - Không để ai bị bỏ lại phía sau”.")


@pytest.fixture
def archive(tmp_path: Path) -> Iterator[Archive]:
    """Three years of one line, a plan of another subject, and one of another agency."""
    documents = [
        plan(2023, *HOUSES, number=11, **OLD),
        plan(2024, *HOUSES, number=12, **OLD),
        plan(2024, *HOUSES, number=13, title="Kiểm kê tài sản công của cơ quan", **OLD),
        plan(2026, *HOUSES, number=14),
        plan(2025, *MOVEMENT, number=15, issuer="SỞ Y TẾ", letters="SYT"),
        plan(2026, *MOVEMENT, number=16, issuer="SỞ NỘI VỤ", letters="SNV"),
    ]
    with opened(str(tmp_path / "archive"), create=True) as place:
        yield put(place, documents)


def numbers(found: list[Document]) -> list[str | None]:
    return [document.header.number for document in found]


LINES = [
    pytest.param("Sở Tài chính tỉnh Lạng Sơn", (2020, 2030), None, ["11", "12", "14"], id="by its name of today"),
    pytest.param("Sở Kế hoạch và Đầu tư tỉnh Lạng Sơn", (2020, 2030), None, ["11", "12", "14"], id="by its old name"),
    pytest.param("vn/lang-son/so-tai-chinh", (2024, 2026), None, ["12", "14"], id="only these years"),
    pytest.param("vn/lang-son/so-tai-chinh", (2024, 2024), "kiểm kê tài sản", ["13"], id="only titles like this"),
]


@pytest.mark.parametrize(("agency", "years", "title", "expected"), LINES)
def test_a_line_follows_succession_and_has_one_plan_a_year(
    archive: Archive, agency: str, years: tuple[int, int], title: str | None, expected: list[str]
) -> None:
    assert numbers(loaded(archive, line_of(archive, agency, ("kế hoạch",), years, title))) == expected


def test_an_agency_without_documents_is_refused(archive: Archive) -> None:
    with pytest.raises(Failure):
        line_of(archive, "Sở Xây dựng tỉnh Lạng Sơn", (), (2020, 2030))


def test_the_documents_of_a_movement_come_from_all_agencies_the_oldest_first(archive: Archive) -> None:
    assert numbers(loaded(archive, of_movement(archive, "vì người nghèo"))) == ["15", "16"]
    assert numbers(loaded(archive, of_movement(archive, "vì người nghèo", (2026, 2026)))) == ["16"]


def test_of_several_plans_a_year_those_are_taken_that_are_most_alike() -> None:
    titles = [(2023, "giảm nghèo bền vững"), (2024, "kiểm kê tài sản"), (2024, "giảm nghèo"), (2025, "hộ nghèo")]
    found = [Issued(key, year, "a", "a", weighed(title)) for key, (year, title) in enumerate(titles)]
    assert best_line(found, {}) == (0, 2, 3)


def test_who_replaced_whom_is_read_from_the_archive(tmp_path: Path) -> None:
    end = ("I. HIỆU LỰC", "1. Kế hoạch này thay thế Kế hoạch số 12/KH-STC ngày 15/02/2024 của Sở Tài chính.")
    new = plan(2025, *end, number=20)
    known = successors(filled(tmp_path / "archive", [new]))
    replaced = [cited.target for cited in new.citations if cited.relation == "replaces"]
    assert [set(known(target)) for target in replaced if target] == [{new.id}]
    assert not known("vn/nowhere")


class TestCommand:
    def test_names_are_files_or_what_the_archive_knows(self, archive: Archive, tmp_path: Path) -> None:
        file = tmp_path / "plan.json"
        file.write_text(plan(2027, *HOUSES, number=30).model_dump_json(), encoding="utf-8")
        [found] = command.of_names(["14/KH-STC", str(file)], archive=archive.place)
        assert (found.before.year, found.after.year) == (2026, 2027)

    def test_a_line_is_compared_year_by_year(self, archive: Archive) -> None:
        found = command.of_line("vn/lang-son/so-tai-chinh", ("KH",), (2020, 2030), archive=archive.place)
        assert [(one.before.year, one.after.year) for one in found] == [(2023, 2024), (2024, 2026)]
        assert [change.succession for change in found[1].fields if change.field == "issuer"] == [True]

    def test_a_movement_is_compared_with_its_first_document(self, archive: Archive) -> None:
        [found] = command.of_one_movement("vì người nghèo", archive=archive.place)
        assert (found.before.year, found.after.year) == (2025, 2026)

    def test_one_document_alone_is_refused(self, archive: Archive) -> None:
        with pytest.raises(ValueError, match="two documents"):
            command.of_names(["14/KH-STC"], archive=archive.place)
        with pytest.raises(Failure):
            command.of_line("vn/lang-son/so-tai-chinh", (), (2026, 2026), archive=archive.place)


def page(archive: Archive, lang: str) -> str:
    out = io.StringIO()
    found = command.of_line("vn/lang-son/so-tai-chinh", ("KH",), (2024, 2026), archive=archive.place)
    Console(file=out, width=200, no_color=True).print(shown(found, lang))
    return out.getvalue()


SHOWN = [
    pytest.param("vi", "cùng một dòng kế thừa", id="in Vietnamese"),
    pytest.param("en", "one line of succession", id="in English"),
]


@pytest.mark.parametrize(("lang", "words"), SHOWN)
def test_a_comparison_reads_without_colours(archive: Archive, lang: str, words: str) -> None:
    said = page(archive, lang)
    assert words in said
    assert "12/KH-SKHĐT" in said
    assert "→" in said


def test_json_holds_the_records_without_boxes(archive: Archive) -> None:
    found = command.of_line("vn/lang-son/so-tai-chinh", ("KH",), (2024, 2026), archive=archive.place)
    written = json.dumps(as_json(found))
    assert '"boxes"' not in written
    assert json.loads(written)[0]["boilerplate"]["before"] == found[0].boilerplate.before
