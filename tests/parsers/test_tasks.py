"""Tasks: who must do what by when (SPEC §12.1, §9.5; GUIDELINES, tasks)."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from made_text import text

from models import Task
from parsers import roles
from parsers.layout import Cell, Line, Run
from parsers.sections import tree
from parsers.tasks import tasks
from parsers.tasks.bodies import split

Lead = tuple[str | None, str, tuple[str, ...]]


def read(*lines: str | Line, doc_type: str = "kế hoạch", issuers: tuple[str, ...] = (), before: int = 0) -> list[Task]:
    """Read the tasks of lines that are paragraphs; the first `before` of them stand before the sections."""
    made = text(*lines)
    sections = roles.assign(made, tree(made, before, len(made.paragraphs)), doc_type)
    start = made.paragraphs[before].start if before < len(made.paragraphs) else len(made.value)
    return tasks(made, sections, (0, start), issuers)


def leads(found: list[Task]) -> list[Lead]:
    return [(t.section, t.mode, tuple(body.raw for body in t.lead)) for t in found]


SENTENCES = [
    pytest.param("Giao Sở Y tế có trách nhiệm cấp thuốc cho các trạm.", "assign", ("Sở Y tế",), id="handed out"),
    pytest.param("Sở Y tế chủ trì, phối hợp với Công an xã kiểm tra chợ.", "assign", ("Sở Y tế",), id="in charge"),
    pytest.param("Đề nghị Hội Nông dân xã vận động hội viên.", "request", ("Hội Nông dân xã",), id="requested"),
    pytest.param(
        "Yêu cầu Trưởng các thôn, Công an xã trực đêm.", "order", ("Trưởng các thôn", "Công an xã"), id="ordered"
    ),
    pytest.param("Căn cứ Kế hoạch này, Sở Y tế mua vắc xin.", "assign", ("Sở Y tế",), id="after an adverbial"),
    pytest.param(
        "Hằng năm các xã tổng kết phong trào.", "assign", ("các xã",), id="after a recurrence without a comma"
    ),
    pytest.param("Nếu có vướng mắc các đơn vị báo cáo về Sở.", "assign", ("các đơn vị",), id="in the closing formula"),
    pytest.param("Lịch trực do Văn phòng lập hằng tuần.", "assign", ("Văn phòng",), id="a passive with its doer"),
    pytest.param("Ban Chỉ đạo cấp xã rà soát các hộ.", "assign", ("Ban Chỉ đạo cấp xã",), id="a verb inside a name"),
    pytest.param(
        "Phòng Tổ chức cán bộ lập danh sách.", "assign", ("Phòng Tổ chức cán bộ",), id="a verb in a room's name"
    ),
    pytest.param("Sở Y tế (cơ quan thường trực) tổng hợp số liệu.", "assign", ("Sở Y tế",), id="brackets are left out"),
    pytest.param(
        "UBND xã yêu cầu các thôn quét dọn đường làng.", "order", ("các thôn",), id="who orders is not who does"
    ),
]


@pytest.mark.parametrize(("sentence", "mode", "names"), SENTENCES)
def test_a_sentence_with_a_doer_is_a_task(sentence: str, mode: str, names: tuple[str, ...]) -> None:
    assert leads(read("I. NỘI DUNG", f"1. {sentence}")) == [("I/1", mode, names)]


NONE = [
    pytest.param("Nâng cao tinh thần trách nhiệm, thi đua hoàn thành nhiệm vụ.", id="an exhortation to everyone"),
    pytest.param("Toàn thể cán bộ, công chức nỗ lực hoàn thành nhiệm vụ.", id="everyone is nobody"),
    pytest.param("Các xã đã trồng xong rừng phòng hộ.", id="what is done"),
    pytest.param("Hội nghị tổ chức tại nhà văn hóa.", id="a word that only begins like a body"),
    pytest.param("Báo cáo kết quả về cấp trên.", id="a verb that begins like a body"),
    pytest.param("Phòng, chống cháy rừng trong mùa khô.", id="another such verb"),
    pytest.param("Trồng cây (Sở Y tế chăm sóc) ở sân trạm.", id="a doer only in brackets"),
    pytest.param("Các đơn vị vi phạm bị trừ 10 điểm.", id="a scoring rule"),
    pytest.param("Khen thưởng theo phong trào do UBND tỉnh phát động.", id="who launched is not who does"),
]


@pytest.mark.parametrize("sentence", NONE)
def test_a_sentence_without_a_doer_is_none(sentence: str) -> None:
    assert read("I. NỘI DUNG", f"1. {sentence}") == []


PLACES = [
    pytest.param(
        ["IV. TỔ CHỨC THỰC HIỆN", "1. Phòng Kinh tế", "- Cấp cây giống. Hướng dẫn kỹ thuật.", "- Báo cáo kết quả."],
        [("IV/1", "assign", ("Phòng Kinh tế",))] * 2,
        id="a heading with bullets gives one task a bullet",
    ),
    pytest.param(
        ["IV. TỔ CHỨC THỰC HIỆN", "1. Đề nghị Hội Phụ nữ: vận động hội viên. Tổ chức hội thi nấu ăn."],
        [("IV/1", "request", ("Hội Phụ nữ",))] * 2,
        id="a run-in heading gives one task a sentence",
    ),
    pytest.param(
        ["IV. TỔ CHỨC THỰC HIỆN", "1. Sở Y tế cấp thuốc cho trạm. Hướng dẫn cách dùng. Kinh phí do xã chi."],
        [("IV/1", "assign", ("Sở Y tế",))] * 2,
        id="a sentence without subject goes on with the doer before it",
    ),
    pytest.param(
        [
            "IV. TỔ CHỨC THỰC HIỆN",
            "1. Phòng Kinh tế",
            "- Cấp cây giống.",
            "- Trưởng thôn chịu trách nhiệm chăm sóc cây.",
        ],
        [("IV/1", "assign", ("Phòng Kinh tế",)), ("IV/1", "assign", ("Trưởng thôn",))],
        id="a bullet may name a doer of its own",
    ),
    pytest.param(
        ["IV. TỔ CHỨC THỰC HIỆN", "1. Phòng Kinh tế", "- Yêu cầu các đơn vị nộp hồ sơ."],
        [("IV/1", "assign", ("Phòng Kinh tế",))],
        id="under a heading an order is what its doer does",
    ),
    pytest.param(
        [
            "IV. TỔ CHỨC THỰC HIỆN",
            "1. Giao phòng Kinh tế thực hiện các việc sau:",
            "2. Đo đất ở bãi bồi.",
            "3. Vẽ bản đồ.",
        ],
        [(f"IV/{n}", "assign", ("phòng Kinh tế",)) for n in (1, 2, 3)],
        id="a lead-in names the doer of the items after it",
    ),
    pytest.param(
        [
            "IV. TỔ CHỨC THỰC HIỆN",
            "1. Phòng Kinh tế",
            "- Cấp cây giống.",
            "Trên đây là Kế hoạch trồng cây. Yêu cầu các xã nghiêm túc triển khai thực hiện./.",
        ],
        [("IV/1", "assign", ("Phòng Kinh tế",)), ("IV/1", "order", ("các xã",))],
        id="the closing paragraph stands apart from the heading above it",
    ),
    pytest.param(
        [
            "II. NHIỆM VỤ",
            "1. Trồng rừng ở đồi trọc.",
            "- Đơn vị chủ trì: Sở Y tế; Công an xã.",
            "- Đơn vị phối hợp: Các thôn.",
            "- Thời gian thực hiện: Quý II/2026.",
        ],
        [("II/1", "assign", ("Sở Y tế", "Công an xã"))],
        id="labelled lines make one task",
    ),
    pytest.param(
        [
            "II. DẠY NGHỀ",
            "1. Nội dung",
            "a) Mở lớp.",
            "2. Cơ quan chủ trì, phối hợp",
            "a) Cơ quan chủ trì",
            "- Sở Y tế.",
            "b) Cơ quan phối hợp: Các thôn.",
        ],
        [("II/2", "assign", ("Sở Y tế",))],
        id="a section of leads makes one task of what is above it",
    ),
    pytest.param(
        ["IV. CHẤM ĐIỂM", "1. Trừ 05 điểm trong các trường hợp sau:", "- Các đơn vị gửi báo cáo chậm."],
        [],
        id="cases are no tasks",
    ),
]


@pytest.mark.parametrize(("lines", "expected"), PLACES)
def test_tasks_stand_where_their_doer_is_named(lines: list[str], expected: list[Lead]) -> None:
    assert leads(read(*lines)) == expected


def test_below_an_order_all_is_ordered_but_what_has_its_own_word() -> None:
    found = read(
        "Để phòng dịch, Chủ tịch UBND tỉnh yêu cầu:",
        "1. Sở Y tế mua vắc xin.",
        "2. Đề nghị Hội Nông dân tuyên truyền.",
        "3. Giao Công an tỉnh trực chốt.",
        doc_type="chỉ thị",
        before=1,
    )
    assert [task.mode for task in found] == ["order", "request", "assign"]


def test_a_lead_in_before_the_sections_names_the_doer_of_all_below() -> None:
    found = read(
        "UBND tỉnh yêu cầu Trưởng các thôn thực hiện tốt các việc sau:",
        "1. Dọn vệ sinh.",
        "2. Sở Y tế phun thuốc.",
        doc_type="chỉ thị",
        before=1,
    )
    assert leads(found) == [("1", "order", ("Trưởng các thôn",)), ("2", "order", ("Sở Y tế",))]


def test_the_issuer_itself_does_it() -> None:
    own = read("I. NỘI DUNG", "1. Sở Y tế mua vắc xin.", issuers=("SỞ Y TẾ",))
    assert [task.mode for task in own] == ["self"]


def test_articles_of_a_decision_name_who_carries_it_out() -> None:
    found = read(
        "Điều 2. Các ông (bà): Chánh Văn phòng; Giám đốc Sở Y tế; Trưởng các thôn chịu trách nhiệm thi hành "
        "Quyết định này./.",
        doc_type="quyết định",
    )
    assert leads(found) == [("Điều 2", "assign", ("Chánh Văn phòng", "Giám đốc Sở Y tế", "Trưởng các thôn"))]


def row(number: int, *cells: str) -> list[Line]:
    """Give the lines of a row; a cell that is empty or merged with the one above has none."""
    return [
        Line((Run(words),), role="table", cell=Cell(0, number, column), ends=True)
        for column, words in enumerate(cells)
        if words
    ]


def test_rows_of_a_task_table_are_tasks() -> None:
    heads = ("STT", "Nội dung công việc", "Cơ quan chủ trì", "Cơ quan phối hợp", "Thời gian thực hiện", "Sản phẩm")
    table = [
        *row(0, *heads),
        *row(1, "1", "Khoan giếng ở bản Pom", "Sở Y tế; Công an xã", "Các thôn", "Tháng 5/2026", "Giếng"),
        *row(2, "2", "Lắp bơm", "", "", "Thường xuyên", ""),
    ]
    first, second = read("I. NHIỆM VỤ", *table)
    assert leads([first]) == [("I", "assign", ("Sở Y tế", "Công an xã"))]
    assert (first.action, first.deadline, first.output) == ("Khoan giếng ở bản Pom", "2026-05", "Giếng")
    assert [body.raw for body in first.support] == ["Các thôn"]
    assert (second.action, second.deadline) == ("Lắp bơm", None)
    assert leads([second]) == leads([first])


def test_a_table_without_a_column_of_doers_gives_none() -> None:
    assert read("I. KINH PHÍ", *row(0, "STT", "Nội dung", "Số tiền"), *row(1, "1", "Khoan giếng", "5.000")) == []


DETAILS = [
    pytest.param("Sở Y tế nộp báo cáo trước ngày 15/12/2026.", "deadline", "2026-12-15", id="before a day"),
    pytest.param("Sở Y tế khoan giếng, hoàn thành trong tháng 8 năm 2026.", "deadline", "2026-08", id="within a month"),
    pytest.param(
        "Sở Y tế xử lý dứt điểm xong trong quý II năm 2026.", "deadline", "2026-04/2026-06", id="in a quarter"
    ),
    pytest.param(
        "Sở Y tế thực hiện Quyết định số 5/QĐ-UBND ngày 02/3/2026.", "deadline", None, id="the day of a citation"
    ),
    pytest.param("Sở Y tế lập dự án giai đoạn 2026 - 2030.", "deadline", None, id="a period is no deadline"),
    pytest.param("Sở Y tế mua thuốc, phát cho dân.", "action", "mua thuốc, phát cho dân", id="from the verb on"),
    pytest.param("Sở Y tế rà soát trạm cũ, trạm hỏng.", "object", "trạm cũ", id="what is acted on"),
    pytest.param("Các xã nêu cao tinh thần thi đua.", "measurable", False, id="an exhortation cannot be measured"),
    pytest.param("Các xã lập danh sách hộ nghèo.", "measurable", True, id="a list can"),
]


@pytest.mark.parametrize(("sentence", "field", "expected"), DETAILS)
def test_a_task_has_its_details(sentence: str, field: str, expected: object) -> None:
    (task,) = read("I. NỘI DUNG", f"1. {sentence}")
    assert getattr(task, field) == expected


def test_a_long_action_is_cut_at_a_comma() -> None:
    words = ", ".join(["mua thêm thuốc cho trạm"] * 12)
    (task,) = read("I. NỘI DUNG", f"1. Sở Y tế {words}.")
    assert len(task.action.split()) <= 40
    assert task.action.endswith("cho trạm")


HELPERS = [
    pytest.param("phối hợp với Sở Xây dựng, Công an xã sửa đường.", ["Sở Xây dựng", "Công an xã"], id="up to the verb"),
    pytest.param("phối hợp chặt chẽ với các thôn trong việc đắp đê.", ["các thôn"], id="up to what it is about"),
    pytest.param("phối hợp tổ chức hội thi.", [], id="nobody is named"),
    pytest.param("phối hợp với các nhà thầu, hoàn thiện hồ sơ.", ["các nhà thầu"], id="up to the next thing to do"),
]


@pytest.mark.parametrize(("words", "expected"), HELPERS)
def test_helpers_are_those_after_phoi_hop(words: str, expected: list[str]) -> None:
    (task,) = read("I. NỘI DUNG", f"1. Sở Y tế {words}")
    assert [body.raw for body in task.support] == expected


def test_advice_is_given_for_somebody() -> None:
    (task,) = read("I. NỘI DUNG", "1. Sở Y tế tham mưu cho UBND tỉnh ban hành quy chế.")
    assert [body.raw for body in task.beneficiary] == ["UBND tỉnh"]


LISTS = [
    pytest.param("Sở Văn hóa, Thể thao và Du lịch", ["Sở Văn hóa, Thể thao và Du lịch"], id="commas inside a name"),
    pytest.param(
        "các sở, ban, ngành và địa phương", ["các sở, ban, ngành và địa phương"], id="generic nouns under one `các`"
    ),
    pytest.param(
        "Các sở, ban, ngành; UBND các xã, phường", ["Các sở, ban, ngành", "UBND các xã, phường"], id="a semicolon"
    ),
    pytest.param("Sở Y tế và đơn vị liên quan", ["Sở Y tế", "đơn vị liên quan"], id="a name and a generic noun"),
    pytest.param(
        "các phòng chuyên môn, Thanh tra Sở", ["các phòng chuyên môn", "Thanh tra Sở"], id="a name after a list"
    ),
    pytest.param("Giám đốc các sở và Thủ trưởng các ban", ["Giám đốc các sở", "Thủ trưởng các ban"], id="two posts"),
    pytest.param("Thủ trưởng các cơ quan, đơn vị", ["Thủ trưởng các cơ quan, đơn vị"], id="one post over several"),
    pytest.param(
        "các phòng, ban chuyên môn, đơn vị trực thuộc",
        ["các phòng, ban chuyên môn", "đơn vị trực thuộc"],
        id="each with words of its own",
    ),
]


@pytest.mark.parametrize(("printed", "expected"), LISTS)
def test_a_list_is_parted_where_a_new_body_begins(printed: str, expected: list[str]) -> None:
    assert split(printed) == expected


PIECES = (
    "1. ",
    "- ",
    "Sở Y tế",
    "các xã, phường",
    " chủ trì",
    ", phối hợp với ",
    "yêu cầu",
    ":",
    "; ",
    "(",
    "“",
    ". ",
    "trước ngày 5/6/2026",
    "Căn cứ ",
    "đề nghị ",
    "do ",
    "100%",
    " ",
    "báo cáo",
)


@settings(max_examples=150, deadline=None)
@given(st.lists(st.lists(st.sampled_from(PIECES), min_size=1, max_size=9).map("".join), min_size=1, max_size=6))
def test_any_text_gives_tasks_that_stand_in_it(lines: list[str]) -> None:
    made = text(*lines)
    for task in tasks(made, tree(made, 0, len(made.paragraphs)), (0, len(made.value))):
        assert made.value[task.span.start : task.span.end] == task.raw
        assert task.lead
