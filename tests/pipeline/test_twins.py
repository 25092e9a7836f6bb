"""Twins: files that are one document, whatever their format; other years and other documents are not."""

from __future__ import annotations

import json
import random
from functools import cache

import pytest
from typer.testing import CliRunner

import corpus
from models import Cause, Document
from parsers import parse
from pipeline.cli import app
from pipeline.twins import Group, twins

STEM = "phat_dong_giao_thong"


@cache
def sample(name: str) -> Document:
    return parse(str(next(file for file in corpus.documents().iterdir() if file.name == name)))


@cache
def samples() -> tuple[Document, ...]:
    kinds = (".txt", ".md", ".docx", ".pdf")
    return tuple(
        sample(name) for name in sorted(f.name for f in corpus.documents().iterdir() if f.name.endswith(kinds))
    )


def garbled(document: Document, share: float) -> Document:
    """Give a document as recognition reads it: a share of its words with a wrong letter."""
    rng = random.Random(1)
    words = [word[:-1] + "x" if rng.random() < share else word for word in document.text.split(" ")]
    return document.model_copy(
        update={"text": " ".join(words), "source": document.source.model_copy(update={"text_origin": "ocr"})}
    )


def headed(document: Document, **fields: object) -> Document:
    return document.model_copy(
        update={"header": document.header.model_copy(update=fields), "id": f"sha256/{abs(hash(str(fields))):016x}"}
    )


def test_each_sample_is_one_document_in_three_formats() -> None:
    names = [document.source.name.split(".")[0] for document in samples()]
    groups = twins(samples())
    assert [{names[one.place] for one in group.members} for group in groups] == [
        {name} for name in dict.fromkeys(names)
    ]
    assert {len(group.members) for group in groups} == {3}


def test_the_digital_pdf_is_kept() -> None:
    (group,) = twins([sample(f"{STEM}.txt"), sample(f"{STEM}.pdf"), garbled(sample(f"{STEM}.docx"), 0.05)])
    assert (group.best, group.id) == (1, sample(f"{STEM}.pdf").id)


def test_the_signed_one_is_kept_before_all() -> None:
    from models import Signature

    plain = sample(f"{STEM}.pdf")
    scan = garbled(plain, 0.02)
    signed = scan.model_copy(update={"source": scan.source.model_copy(update={"signatures": (Signature(),)})})
    (group,) = twins([plain, signed])
    assert group.best == 1


PAIRS = [
    pytest.param({}, "identical", id="the same words"),
    pytest.param({"number": None, "code": None}, "identical", id="the number is stamped on the other file"),
    pytest.param({"issued_on": "2026-XX-XX"}, "identical", id="a day left blank"),
    pytest.param({"number": "9"}, None, id="another number"),
    pytest.param({"issued_on": "2020-01-05"}, None, id="another day"),
    pytest.param({"title": "Phong trào năm 1999"}, None, id="another year in the title"),
    pytest.param({"is_draft": True, "number": None}, "near", id="a draft"),
]


@pytest.mark.parametrize(("fields", "grade"), PAIRS)
def test_what_tells_two_documents_apart(fields: dict[str, object], grade: str | None) -> None:
    document = headed(sample(f"{STEM}.pdf"), title="Phong trào năm 2026")
    found = [group.grade for group in twins([document, headed(document, **fields)])]
    assert found == ([grade] if grade else [])


@pytest.mark.parametrize("share", [0.01, 0.03, 0.05])
def test_errors_of_recognition_do_not_hide_a_twin(share: float) -> None:
    document = headed(sample("trong_cay_xanh.docx"))
    assert [group.grade for group in twins([document, garbled(document, share)])] == ["same"]


def test_a_wrong_figure_in_a_scan_is_forgiven_once() -> None:
    document = headed(sample("trong_cay_xanh.docx"))
    scan = garbled(document, 0.02)
    assert len(twins([document, headed(scan, number="46")])) == 1
    assert twins([document, headed(scan, number="46", issued_on="2019-02-01")]) == ()


def test_a_draft_joins_only_one_of_two_documents() -> None:
    one = headed(sample(f"{STEM}.pdf"), number="1")
    other, draft = headed(one, number="2"), headed(one, number=None)
    groups: tuple[Group, ...] = twins([one, other, draft])
    assert [[member.place for member in group.members] for group in groups] == [[0, 2]]


def test_no_documents_have_no_twins() -> None:
    assert twins([]) == ()
    assert twins([sample(f"{STEM}.pdf")]) == ()


def path(name: str) -> str:
    return str(next(file for file in corpus.documents().iterdir() if file.name == name))


def test_the_command_gives_json() -> None:
    files = [path(f"{STEM}.docx"), path(f"{STEM}.pdf"), path("trong_cay_xanh.txt")]
    result = CliRunner().invoke(app, ["twins", *files, "--json"])
    found = json.loads(result.stdout)
    assert (result.exit_code, found["files"]) == (0, 3)
    (group,) = found["groups"]
    assert (group["grade"], group["best"]) == ("same", files[1])
    assert [one["file"] for one in group["members"]] == files[:2]


@pytest.mark.parametrize(("lang", "words"), [("vi", "bản nên giữ"), ("en", "the one to keep")])
def test_the_command_shows_the_file_to_keep(lang: str, words: str) -> None:
    result = CliRunner().invoke(app, ["twins", path(f"{STEM}.docx"), path(f"{STEM}.pdf"), "--lang", lang])
    assert words in result.stdout


def test_a_bad_file_is_told_and_the_rest_is_grouped() -> None:
    result = CliRunner().invoke(app, ["twins", "gone.pdf", path(f"{STEM}.docx"), path(f"{STEM}.pdf"), "--json"])
    assert result.exit_code == Cause.NOT_FOUND.exit_code
    assert len(json.loads(result.stdout)["groups"]) == 1


FORM = "Bổ nhiệm vào ngạch Thanh tra viên và xếp lương đối với {}"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param(
            {"title": FORM.format("ông Võ Văn Dương"), "number": None, "issued_on": "2025-01-XX"},
            {"title": FORM.format("bà Lê Thị Kim Yến")},
            id="of another person, the number unread",
        ),
        pytest.param(
            {"number": None, "issued_on": "2023-05-XX"},
            {"issued_on": "2023-07-24"},
            id="of another month, the number unread",
        ),
    ],
)  # fmt: skip
def test_a_form_filled_in_twice_is_two_documents(one: dict[str, object], other: dict[str, object]) -> None:
    scan = garbled(sample(f"{STEM}.pdf"), 0.02)
    assert twins([headed(scan, **one), headed(scan, **other)]) == ()


def test_a_title_that_recognition_spoilt_is_still_that_title() -> None:
    scan = garbled(sample(f"{STEM}.pdf"), 0.02)
    spoilt = headed(scan, title=FORM.format("ông Vỏ Văn Duơng"), number=None)
    assert len(twins([headed(scan, title=FORM.format("ông Võ Văn Dương")), spoilt])) == 1
