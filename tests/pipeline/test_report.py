"""Reports: what is in the file is what was found, it needs nothing else, and no words of a stranger get out of it."""

from __future__ import annotations

import io
import re
import zipfile
from datetime import date
from itertools import pairwise
from pathlib import Path

import docx
import pytest
from lxml import etree, html
from made_audit import AGENCIES, ASKED, GRADED, ODD, made_audit
from python_calamine import CalamineWorkbook

from models.audit import Audit
from models.failure import Failure
from pipeline.export import MissingExtra
from pipeline.report.charts import chart
from pipeline.report.html_page import page
from pipeline.report.of_audit import report_of_audit
from pipeline.report.tones import GRADES, LOOKS, Look
from pipeline.report.values import Bars, Event, Report, Table, Timeline, text_of
from pipeline.report.word_file import word_file
from pipeline.report.workbook import workbook
from pipeline.report.writing import UnknownKind, write_report


@pytest.fixture(scope="module")
def audit() -> Audit:
    return made_audit()


@pytest.fixture(scope="module")
def report(audit: Audit) -> Report:
    return report_of_audit(audit)


@pytest.fixture(scope="module")
def shown(report: Report) -> html.HtmlElement:
    return html.fromstring(page(report))


def brightness(colour: str) -> float:
    """Relative luminance (WCAG 2.2)."""
    parts = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    linear = [each / 12.92 if each <= 0.04045 else ((each + 0.055) / 1.055) ** 2.4 for each in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def test_the_worse_a_grade_the_darker_it_is_in_grey() -> None:
    light = [brightness(LOOKS[grade].fill) for grade in GRADES]
    assert all(better - worse > 0.1 for better, worse in pairwise(light))
    assert len({LOOKS[grade].sign for grade in GRADES}) == len(GRADES)


@pytest.mark.parametrize("seen", [pytest.param(seen, id=tone) for tone, seen in LOOKS.items()])
def test_a_sign_can_be_read_on_its_ground(seen: Look) -> None:
    low, high = sorted((brightness(seen.fill), brightness(seen.ink)))
    assert (high + 0.05) / (low + 0.05) >= 4.5


def test_the_gravest_comes_first(report: Report) -> None:
    tones = [row.tone for row in report.findings.rows]
    assert tones == sorted(tones, key=["error", "warning", "note"].index)
    assert [text_of(row.cells[0]) for row in report.findings.rows] == [str(n) for n in range(1, len(tones) + 1)]


def test_every_finding_shows_section_page_and_words(report: Report) -> None:
    where = [text_of(row.cells[3]) for row in report.findings.rows]
    assert all(re.search(r"trang \d", each) and "“" in each for each in where)
    assert "mục II/4, trang 2" in where[0]


def test_the_matrix_holds_every_grade_and_those_who_are_silent(report: Report) -> None:
    assert report.matrix
    rows = dict(report.matrix.rows)
    assert report.matrix.columns == tuple(name for name, *_ in ASKED)
    assert {name: rows[name] for agency, name in AGENCIES.items() if agency in GRADED} == {
        AGENCIES[agency]: grades for agency, grades in GRADED.items()
    }
    assert set(rows[AGENCIES["vn/lang-son/so-noi-vu"]]) == {"absent"}


def test_days_stand_in_order_and_the_silent_last(report: Report) -> None:
    assert report.timeline
    assert [event.tone for event in report.timeline.events] == ["in_time", "in_time", "late", "absent", "undated"]
    assert report.timeline.due == (date(2024, 2, 15), "Hạn")


def test_the_summary_counts(report: Report) -> None:
    assert report.summary[0] == "4/5 cơ quan phải thực hiện đã ban hành văn bản, 1 cơ quan chậm hạn."
    assert "đáp ứng 61 %" in report.summary[1]


def test_no_grade_is_without_its_evidence(report: Report, audit: Audit) -> None:
    grades = next(table for table in report.tables if len(table.rows) == len(audit.matrix))
    assert all("trang" in text_of(row.cells[3]) for row in grades.rows)
    assert all(text_of(row.cells[4]) != "—" for row in grades.rows if row.tone != "missing")


def test_a_page_fetches_nothing_and_runs_nothing(shown: html.HtmlElement) -> None:
    assert shown.xpath("//script | //link | //img | //iframe | //object | //*[@src]") == []
    links = shown.xpath("//*/@href | //*/@*[name()='xlink:href']")
    assert [each for each in links if not str(each).startswith("#")] == []
    assert all(
        "url(" not in each.replace("url(#", "") and "@import" not in each for each in shown.xpath("//style/text()")
    )
    assert shown.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")[0].startswith("default-src 'none'")


def test_words_of_a_stranger_stay_words(shown: html.HtmlElement) -> None:
    text = " ".join(shown.text_content().split())
    assert text.count(f"Sở Nội vụ {ODD}") >= 3
    assert shown.xpath("//svg//*[local-name()='text'][contains(., 'script')]")


def test_what_is_found_comes_before_all_else(shown: html.HtmlElement) -> None:
    headings = [each.text_content() for each in shown.xpath("//h2")]
    assert headings[:4] == [
        "Những điều phát hiện",
        "Bảng đối chiếu cơ quan – yêu cầu",
        "Thời điểm ban hành so với hạn",
        "Mức đáp ứng theo cơ quan",
    ]


def test_the_matrix_of_the_page_says_by_signs_what_it_says_in_colour(shown: html.HtmlElement) -> None:
    signs = [cell.text for cell in shown.xpath("//table[@class='matrix']/tbody/tr[3]/td")]
    assert signs == [LOOKS[grade].sign for grade in GRADED["vn/lang-son/so-giao-duc-va-dao-tao"]]


def test_a_broad_matrix_goes_on_below(report: Report) -> None:
    assert report.matrix
    broad = report.matrix._replace(
        columns=tuple(map(str, range(40))), rows=(("Sở", tuple("covered" for _ in range(40))),)
    )
    tables = html.fromstring(page(report._replace(matrix=broad))).xpath("//table[@class='matrix']")
    assert [len(table.xpath(".//td")) for table in tables] == [16, 16, 8]


def test_a_report_speaks_english_where_asked(audit: Audit) -> None:
    english = report_of_audit(audit, "en")
    assert english.over == "Audit report"
    assert "95% is lower" in text_of(english.findings.rows[0].cells[2])


def test_a_workbook_is_read_back(report: Report) -> None:
    data = workbook(report)
    book = CalamineWorkbook.from_filelike(io.BytesIO(data))
    assert book.sheet_names[:3] == ["Tổng quan", "Những điều phát hiện", "Bảng đối chiếu cơ quan – yêu"]
    matrix = book.get_sheet_by_name(book.sheet_names[2]).to_python()
    assert matrix[1][:4] == ["Cơ quan", "T1", "T2", "T3"]
    assert matrix[4][1:] == [LOOKS[grade].sign for grade in GRADED["vn/lang-son/so-giao-duc-va-dao-tao"]]
    days = book.get_sheet_by_name(book.sheet_names[3]).to_python()
    assert days[3][1] == date(2024, 1, 25)
    findings = book.get_sheet_by_name(book.sheet_names[1]).to_python()
    assert len(findings) == len(report.findings.rows) + 2


def test_a_workbook_has_no_formula_and_no_link(report: Report) -> None:
    with zipfile.ZipFile(io.BytesIO(workbook(report))) as file:
        sheets = [file.read(name) for name in file.namelist() if name.startswith("xl/worksheets/sheet")]
        outside = [name for name in file.namelist() if "externalLink" in name]
        relations = b"".join(file.read(name) for name in file.namelist() if name.endswith(".rels"))
    assert all(b"<f>" not in sheet and b"<hyperlink" not in sheet for sheet in sheets)
    assert outside == []
    assert b'TargetMode="External"' not in relations


def test_a_word_file_is_read_back(report: Report) -> None:
    document = docx.Document(io.BytesIO(word_file(report)))
    headings = [each.text for each in document.paragraphs if each.style and each.style.name == "Heading 1"]
    assert headings[0] == "Những điều phát hiện"
    assert len(document.inline_shapes) == 2
    matrix = next(table for table in document.tables if table.cell(0, 1).text == "T1")
    assert [cell.text for cell in matrix.rows[3].cells][1:] == [
        LOOKS[grade].sign for grade in GRADED["vn/lang-son/so-giao-duc-va-dao-tao"]
    ]
    section = document.sections[0]
    assert (section.page_width.mm, section.page_height.mm) == pytest.approx((210, 297), abs=0.1)
    assert ODD in " ".join(cell.text for table in document.tables for cell in table._cells)


def test_the_head_of_a_table_stands_on_every_page_of_word(report: Report) -> None:
    with zipfile.ZipFile(io.BytesIO(word_file(report))) as file:
        tree = etree.fromstring(file.read("word/document.xml"))
    heads = tree.findall(".//{*}tblHeader")
    assert len(heads) == len(tree.findall(".//{*}tbl")) - 1  # all but the scope


KINDS = [pytest.param(".html", b"<!doctype html>", id="page"), pytest.param(".xlsx", b"PK", id="workbook"),
         pytest.param(".docx", b"PK", id="Word")]  # fmt: skip


@pytest.mark.parametrize(("suffix", "start"), KINDS)
def test_the_suffix_says_what_is_written(report: Report, tmp_path: Path, suffix: str, start: bytes) -> None:
    out = tmp_path / f"report{suffix.upper()}"
    write_report(report, out)
    assert out.read_bytes().startswith(start)


def test_another_suffix_is_refused(report: Report, tmp_path: Path) -> None:
    with pytest.raises(UnknownKind):
        write_report(report, tmp_path / "report.pdf")
    with pytest.raises(Failure):
        write_report(report, Path("/proc/report.html"))


EMPTY = Report("vi", "Báo cáo", "Trống", (), (), Table("Phát hiện", ("TT",), note="Không có."))


@pytest.mark.parametrize("make", [pytest.param(page, id="page"), pytest.param(workbook, id="workbook"),
                                  pytest.param(word_file, id="Word")])  # fmt: skip
def test_a_report_of_nothing_is_one(make: object) -> None:
    assert make(EMPTY)  # type: ignore[operator]


DRAWN = [
    pytest.param(Timeline("Ngày", events=(Event("a", None, "absent"),)), id="nobody did anything"),
    pytest.param(
        Timeline("Ngày", (date(2024, 1, 1), "x"), None, (Event("$a_{", date(2024, 1, 1), "late"),)), id="one day"
    ),
    pytest.param(Bars("Số", (("a", (("covered", 0),)),)), id="all counts are nothing"),
    pytest.param(Bars("Số", (("ạ" * 90, (("covered", 3), ("missing", 200))),)), id="long name, slim piece"),
]


@pytest.mark.parametrize("about", DRAWN)
def test_whatever_is_drawn_is_a_picture_and_the_same_again(about: Timeline | Bars) -> None:
    drawn = chart(about)
    assert etree.fromstring(drawn).tag.endswith("svg")
    assert drawn == chart(about)
    assert chart(about, kind="png").startswith(b"\x89PNG")


def test_a_library_that_is_not_installed_is_named(report: Report, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("pipeline.report.charts.find_spec", lambda name: None)
    with pytest.raises(MissingExtra, match=r"vanban\[report\]"):
        page(report)
