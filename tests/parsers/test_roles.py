"""Roles of sections: what a heading is for (SPEC §9.4)."""

from __future__ import annotations

import pytest
from made_text import text

from models import Section
from parsers import roles
from parsers.sections import tree

TITLES = [
    pytest.param("MỤC ĐÍCH, YÊU CẦU", "plan.purpose_requirements", id="a combined title has a combined role"),
    pytest.param(
        "Mục đích và yêu cầu của đợt trồng rừng", "plan.purpose_requirements", id="what the plan is about may follow"
    ),
    pytest.param("Mục đích", "plan.purpose", id="purpose"),
    pytest.param("YÊU CẦU", "plan.requirements", id="requirements"),
    pytest.param("Chủ đề năm 2027", "plan.theme", id="a year may follow"),
    pytest.param("MỤC TIÊU, CHỈ TIÊU ĐẾN NĂM 2030", "plan.objectives", id="objectives with targets"),
    pytest.param("Một số chỉ tiêu chủ yếu", "plan.targets", id="targets"),
    pytest.param("NỘI DUNG, NHIỆM VỤ, GIẢI PHÁP", "plan.content", id="the longest known beginning wins"),
    pytest.param("NHIỆM VỤ VÀ GIẢI PHÁP TRỌNG TÂM", "plan.tasks", id="tasks with solutions"),
    pytest.param("Thời gian tập huấn", "plan.time", id="time"),
    pytest.param("Địa điểm", "plan.time_place", id="place"),
    pytest.param("ĐẢM BẢO KINH PHÍ TRỒNG RỪNG", "plan.funding", id="a leading verb is set aside"),
    pytest.param("Công tác tuyên truyền về phòng cháy rừng", "plan.propaganda", id="`công tác` is set aside"),
    pytest.param("Tổ chức thực hiện", "plan.organisation", id="organisation"),
    pytest.param("TỔ CHỨC THƯC HIỆN", "plan.organisation", id="an accent lost by the typist"),
    pytest.param("TÓ CHỨC THỰC HIỆN", "plan.organisation", id="an accent misread"),
    pytest.param("Tổ chức triển khai trồng mới ba loại cây bản địa", None, id="a sentence that only begins alike"),
    pytest.param("Cây giống và kỹ thuật", None, id="an unseen title has no role"),
]


@pytest.mark.parametrize(("title", "expected"), TITLES)
def test_a_title_says_its_role(title: str, expected: str | None) -> None:
    given = roles.role_of(title)
    assert (given.role if given else None) == expected


def given(doc_type: str | None, *lines: str) -> dict[str, str | None]:
    made = text(*lines)
    found: dict[str, str | None] = {}

    def walk(sections: tuple[Section, ...], above: str) -> None:
        for section in sections:
            path = f"{above}/{section.label}".strip("/")
            found[path] = section.role
            walk(section.children, path)

    walk(roles.assign(made, tree(made, 0, len(made.paragraphs)), doc_type), "")
    return found


PLACES = [
    pytest.param(
        "kế hoạch",
        ["IV. TỔ CHỨC THỰC HIỆN", "1. Sở Xây dựng", "- Cấp phép.", "2. Kinh phí thực hiện: ngân sách xã."],
        {"IV": "plan.organisation", "IV/1": "plan.assignee_block", "IV/2": "plan.funding"},
        id="assignees stand under the organisation, other roles beside them",
    ),
    pytest.param(
        "kế hoạch",
        ["I. TỔ CHỨC THỰC HIỆN", "1. Giao Phòng Kinh tế làm các việc sau:", "- Đo đất."],
        {"I": "plan.organisation", "I/1": "plan.assignee_block"},
        id="a heading that hands out a task is an assignee's",
    ),
    pytest.param(
        "chỉ thị",
        ["1. Sở Y tế:", "a) Tiêm phòng.", "2. Các xã quét dọn đường làng.", "3. Tổ chức thực hiện:", "a) Báo cáo."],
        {"1": "directive.assign", "2": "directive.assign", "3": "plan.organisation"},
        id="the numbered duties of a directive",
    ),
    pytest.param(
        "quyết định",
        [
            "Điều 1. Phê duyệt Đề án cấp nước bản Pom.",
            "Điều 2. Bãi bỏ Quyết định số 3/QĐ-UBND.",
            "Điều 3. Quyết định này có hiệu lực từ ngày ký.",
            "Điều 4. Chánh Văn phòng và các xã chịu trách nhiệm thi hành Quyết định này.",
        ],
        {
            "Điều 1": "decision.approve",
            "Điều 2": "decision.repeal",
            "Điều 3": "plan.effect",
            "Điều 4": "decision.responsible",
        },
        id="untitled articles of a decision by their wording",
    ),
    pytest.param(
        "báo cáo",
        ["I. KẾT QUẢ ĐẠT ĐƯỢC", "1. Đã trồng rừng."],
        {"I": "report.results"},
        id="results in a report",
    ),
    pytest.param(
        "kế hoạch",
        ["I. KẾT QUẢ ĐẠT ĐƯỢC", "1. Đã trồng rừng."],
        {"I": "doc.context"},
        id="results in a plan are context",
    ),
]


@pytest.mark.parametrize(("doc_type", "lines", "expected"), PLACES)
def test_a_section_has_the_role_of_its_place(doc_type: str, lines: list[str], expected: dict[str, str]) -> None:
    found = given(doc_type, *lines)
    assert {path: found[path] for path in expected} == expected


def test_sections_without_a_role_keep_null() -> None:
    assert given("kế hoạch", "I. CÂY GIỐNG", "1. Gieo ở vườn ươm.") == {"I": None, "I/1": None}
