"""The report of a comparison: what binds first, words struck through and underlined, years side by side."""

from __future__ import annotations

import io

import docx
import pytest
from lxml import html

from models.agency import Agency, PrintedAgency
from models.citation import Citation
from models.comparison import (
    Boilerplate,
    Compared,
    Comparison,
    FieldChange,
    Piece,
    ReferenceChange,
    SectionChange,
    Side,
    TargetChange,
    TaskChange,
)  # fmt: skip
from models.span import Span
from models.task import Target, Task
from pipeline.report.html_page import page
from pipeline.report.of_comparison import report_of_comparison, report_of_comparisons
from pipeline.report.values import Report, text_of
from pipeline.report.word_file import word_file
from pipeline.report.workbook import workbook

SPAN = Span(start=0, end=4, page=3)
ODD = '<img src="https://example.org/x.png"> & =1+1'


def compared(year: int) -> Compared:
    return Compared(
        id=f"vn/lang-son/so-tai-chinh/ke-hoach/{year}/7", name=f"{year}.pdf", code=f"7/KH-STC-{year}",
        doc_type="kế hoạch",
        title="Thi đua", issuer=Agency(name="Sở Tài chính"), issued_on=f"{year}-02-01", year=year,
    )  # fmt: skip


def target(value: float) -> Target:
    return Target(
        raw=f"đạt {value}%", span=SPAN, section="II/1", indicator="hồ sơ đúng hạn", comparator="at_least", value=value,
        unit="%",
    )  # fmt: skip


def task(lead: str, deadline: str) -> Task:
    body = PrintedAgency(raw=lead, name=lead)
    return Task(
        raw="tổ chức hội nghị", span=SPAN, section="V/4", lead=(body,), action="tổ chức hội nghị", deadline=deadline
    )


def cites(raw: str) -> Citation:
    return Citation(raw=raw, span=SPAN)


def side(path: str, title: str, text: str = "chữ") -> Side:
    return Side(path=path, title=title, text=text, span=SPAN)


def made(year: int = 2025) -> Comparison:
    words = (Piece(kind="same", text="Đẩy mạnh"), Piece(kind="dropped", text="thi đua"), Piece(kind="added", text=ODD))
    purpose = SectionChange(
        kind="reworded", before=side("I", "MỤC ĐÍCH"), after=side("I", "MỤC ĐÍCH, YÊU CẦU"), likeness=0.8, words=words
    )
    if year > 2025:
        purpose = SectionChange(kind="dropped", before=side("I", "MỤC ĐÍCH, YÊU CẦU"))
    return Comparison(
        before=compared(year - 1),
        after=compared(year),
        parent=compared(2020),
        sections=(
            purpose,
            SectionChange(kind="new", after=side("II", f"KINH PHÍ {year}")),
            SectionChange(kind="kept", before=side("III", "TỔ CHỨC"), after=side("III", "TỔ CHỨC"), likeness=1),
        ),
        references=(ReferenceChange(kind="replaced", before=cites("Nghị định 91"), after=cites("Nghị định 98")),),
        targets=(
            TargetChange(kind="raised", before=target(90), after=target(92.5)),
            TargetChange(kind="lowered", before=target(98), after=target(95)),
            TargetChange(kind="kept", before=target(1), after=target(1)),
        ),
        tasks=(
            TaskChange(
                kind="changed", before=task("Văn phòng", "2024-06-30"), after=task("Phòng Nội vụ", "2025-08-31"),
                aspects=("lead", "deadline"),
            ),
        ),
        fields=(FieldChange(field="signer", before=("Nguyễn Văn An",), after=("Trần Thị Bình",)),),
        boilerplate=Boilerplate(before=0.625, parent=0.1),
    )  # fmt: skip


@pytest.fixture(scope="module")
def report() -> Report:
    return report_of_comparison(made())


def test_what_was_weakened_comes_first_and_what_was_kept_is_not_listed(report: Report) -> None:
    assert [row.tone for row in report.findings.rows] == ["lowered", "changed", "replaced", "raised", "new"]
    assert text_of(report.findings.rows[0].cells[2]) == "Hạ xuống: hồ sơ đúng hạn: ít nhất 98 % → ít nhất 95 %"


def test_numbers_are_written_as_they_are_here(report: Report) -> None:
    assert "ít nhất 92,5 %" in text_of(report.findings.rows[3].cells[2])


def test_a_task_says_what_changed_in_it(report: Report) -> None:
    words = text_of(report.findings.rows[1].cells[2])
    assert "chủ trì: Văn phòng → Phòng Nội vụ" in words
    assert "thời hạn: 30/06/2024 → 31/08/2025" in words


def test_the_summary_says_how_much_is_word_for_word(report: Report) -> None:
    assert report.summary[0].startswith("62 %")
    assert "Đề mục: 1 giữ nguyên, 1 sửa đổi, 1 mới." in report.summary


def test_each_change_shows_where_it_stands_in_both(report: Report) -> None:
    targets = next(table for table in report.tables if table.title == "Chỉ tiêu")
    assert [text_of(cell) for cell in targets.rows[0].cells[1:]] == [
        "mục II/1, trang 3\n“đạt 90%”",
        "mục II/1, trang 3\n“đạt 92.5%”",
    ]


def test_words_are_struck_through_and_underlined(report: Report) -> None:
    tree = html.fromstring(page(report))
    cell = tree.xpath("//section[h2='Từng mục, từng chữ']//tbody/tr[1]/td[3]")[0]
    assert [each.text_content() for each in cell.xpath("./del | ./ins")] == ["thi đua", ODD]
    assert cell.text_content() == f"Đẩy mạnh thi đua {ODD}"
    assert tree.xpath("//img") == []


def test_a_long_passage_shows_what_stands_beside_a_change() -> None:
    words = (
        Piece(kind="same", text="đầu " * 40 + "trước"),
        Piece(kind="added", text="mới"),
        Piece(kind="same", text="sau " + "cuối " * 40),
    )
    change = SectionChange(kind="reworded", before=side("I", "A"), after=side("I", "A"), words=words)
    report = report_of_comparison(made().model_copy(update={"sections": (change,)}))
    shown = text_of(report.tables[-1].rows[0].cells[1])
    assert shown.startswith("[…] đầu")
    assert "đầu trước mới sau cuối" in shown
    assert shown.endswith("cuối […]")


def test_a_heading_that_was_kept_over_other_words_is_changed() -> None:
    below = SectionChange(kind="new", after=side("III/-", "", "Việc mới"))
    more = made().model_copy(update={"sections": (*made().sections, below)})
    matrix = report_of_comparisons([more]).matrix
    assert matrix
    assert dict(matrix.rows)["III TỔ CHỨC"] == ("changed",)


def test_words_are_struck_through_and_underlined_in_word(report: Report) -> None:
    document = docx.Document(io.BytesIO(word_file(report)))
    cells = [cell for table in document.tables for cell in table._cells]
    runs = [run for cell in cells for line in cell.paragraphs for run in line.runs if run.text in ("thi đua", ODD)]
    assert [(run.font.strike, run.underline) for run in runs] == [(True, False), (False, True)]


def test_a_workbook_keeps_text_as_text(report: Report) -> None:
    assert workbook(report).startswith(b"PK")


def test_a_line_of_years_is_one_report() -> None:
    report = report_of_comparisons([made(2025), made(2026)])
    assert report.title.endswith("7/KH-STC-2026")
    assert report.matrix
    assert report.matrix.columns == ("2025", "2026")
    rows = dict(report.matrix.rows)
    assert rows["I MỤC ĐÍCH, YÊU CẦU"] == ("changed", "dropped")
    assert rows["III TỔ CHỨC"] == ("kept", "kept")
    assert rows["II KINH PHÍ 2026"] == (None, "new")
    assert len(report.findings.rows) == 5 + 6
    assert workbook(report).startswith(b"PK")


def test_one_step_is_a_line_too() -> None:
    assert report_of_comparisons([made()]).findings == report_of_comparison(made()).findings
    with pytest.raises(ValueError, match="no comparison"):
        report_of_comparisons([])
