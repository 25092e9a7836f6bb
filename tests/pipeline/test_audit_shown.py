"""What of an audit is shown: signs without colour, findings first, explanations, plain data, tables."""

from __future__ import annotations

import io
import json

import pytest
from audited import audited
from rich.console import Console

from models.audit import Audit
from pipeline.audit.shown import SIGNS, as_json, frames, names_of, shown


def printed(answer: Audit, lang: str = "vi", *, explain: bool = False) -> str:
    console = Console(file=io.StringIO(), width=160, color_system=None)
    console.print(shown(answer, lang, explain=explain))
    return str(console.file.getvalue())  # type: ignore[attr-defined]


def test_findings_come_before_the_matrix() -> None:
    text = printed(audited("duoi_nuoc"))
    assert text.index("Chưa ban hành") < text.index("Ban hành muộn") < text.index("Mức độ đáp ứng từng yêu cầu")


def test_the_matrix_reads_without_colour() -> None:
    text = printed(audited("duoi_nuoc"))
    row = next(line for line in text.splitlines() if "xã Tân Hồng" in line and "2026-03-24" in line)
    assert row.split()[-9:] == ["2026-03-24", "21", "○", "✓", "–", "○", "·", "·", "–"]
    assert len(set(SIGNS.values())) == len(SIGNS)


def test_late_ones_are_marked_and_silent_ones_told() -> None:
    text = printed(audited("duoi_nuoc"))
    assert any("Lấp Vò" in line and "27!" in line for line in text.splitlines())
    assert any("Sở Giáo dục" in line and "chưa có" in line for line in text.splitlines())


@pytest.mark.parametrize(("lang", "words"), [("vi", "thời hạn muộn hơn"), ("en", "later: 2026-07-15")])
def test_reasons_are_told_in_both_languages(lang: str, words: str) -> None:
    assert words in printed(audited("duoi_nuoc"), lang)


def test_an_explanation_shows_both_sides_and_the_scores() -> None:
    text = printed(audited("phong_chay"), explain=True)
    assert "từ ngữ" in text
    assert "yêu cầu: " in text
    assert "gần nhất: " in text
    assert "Cách chấm" not in printed(audited("phong_chay"))


def test_many_requirements_go_into_further_tables() -> None:
    answer = audited("rac_thai_nhua")
    many = tuple(one.model_copy(update={"id": f"T{place}"}) for place, one in enumerate(answer.requirements * 2, 1))
    text = printed(answer.model_copy(update={"requirements": many}))
    assert text.count("Ban hành  ") == 2


def test_an_audit_without_findings_says_so() -> None:
    assert "Không có phát hiện nào." in printed(audited("phong_chay").model_copy(update={"findings": ()}))


def test_markup_of_a_document_is_text() -> None:
    answer = audited("phong_chay")
    titled = answer.directive.model_copy(update={"title": "[bold]x[/bold] \x1b[31m"})
    text = printed(answer.model_copy(update={"directive": titled}))
    assert "[bold]x[/bold]" in text
    assert "\x1b" not in text


def test_as_json_is_the_audit() -> None:
    answer = audited("phong_chay")
    assert Audit.model_validate(json.loads(json.dumps(as_json(answer)))) == answer


def test_frames_have_a_row_for_each_thing() -> None:
    answer = audited("phong_chay")
    tables = frames(answer)
    assert len(tables["matrix"]) == len(answer.matrix)
    assert set(tables["findings"]["kind"]) == {one.kind for one in answer.findings}
    assert frames(answer.model_copy(update={"references": ()}))["references"].empty


def test_agencies_stand_in_the_order_of_their_documents() -> None:
    names = list(names_of(audited("phong_chay")))
    assert names[:2] == ["vn/lam-dong/so-xay-dung", "vn/lam-dong/xa-don-duong/ubnd"]
    assert names[-1] == "vn/lam-dong/so-cong-thuong"
