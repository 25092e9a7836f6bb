"""Which files are read, and what their results are called."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from zipfile import ZipFile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.inputs import files, opened, result_names

NAMES = [
    pytest.param(["a/plan.pdf", "a/note.pdf"], ["plan.json", "note.json"], id="the stem is enough"),
    pytest.param(["a/plan.pdf", "a/plan.docx"], ["plan.pdf.json", "plan.docx.json"], id="stems meet: the suffix too"),
    pytest.param(
        ["2023/plan.pdf", "2024/plan.pdf"],
        ["2023_plan.pdf.json", "2024_plan.pdf.json"],
        id="names meet: the folder too",
    ),
    pytest.param(
        ["x/2023/plan.pdf", "y/2023/plan.pdf"],
        ["x_2023_plan.pdf.json", "y_2023_plan.pdf.json"],
        id="folders meet: the folder above too",
    ),
    pytest.param(
        ["a/Plan.pdf", "b/plan.docx"], ["Plan.pdf.json", "plan.docx.json"], id="letter case does not part names"
    ),
    pytest.param(
        ["a/plan.pdf", "a/plan.docx", "a/plan.pdf.txt"],
        ["a_plan.pdf.json", "plan.docx.json", "plan.pdf.txt.json"],
        id="a longer name may meet a stem",
    ),
    pytest.param(
        ["a/k\u1ebf.pdf", "a/ke\u0302\u0301.txt"], ["kế.pdf.json", "ke\u0302\u0301.txt.json"], id="Unicode form"
    ),
]


@pytest.mark.parametrize(("paths", "expected"), NAMES)
def test_result_names(paths: list[str], expected: list[str]) -> None:
    assert list(result_names([Path("/r") / path for path in paths]).values()) == expected


def test_results_of_members_are_named_like_those_of_files_in_folders(folder: Callable[..., Path]) -> None:
    root = folder(**{"box.zip": "", "a!b.txt": ""})
    paths = [root / "box.zip!plan.pdf", root / "box.zip!2024/plan.pdf", root / "box.zip!note.txt", root / "a!b.txt"]
    names = ["box.zip_plan.pdf.json", "2024_plan.pdf.json", "note.json", "a!b.json"]
    assert list(result_names(paths).values()) == names


def test_containers_are_folders_of_documents(folder: Callable[..., Path]) -> None:
    root = folder(**{"a.txt": "words", "z.txt": "words", "torn.zip": "PK\x03\x04 and no more"})
    with ZipFile(root / "box.zip", "w") as box:
        box.writestr("2024/plan.txt", "words")
        box.writestr("../note.txt", "words")
    expected = ["a.txt", "box.zip!2024/plan.txt", "box.zip!note.txt", "torn.zip", "z.txt"]
    assert [path.relative_to(root).as_posix() for path in opened(files([root]))] == expected


def test_a_name_that_is_taken_is_not_given() -> None:
    assert list(result_names([Path("/r/a.json")], taken=["a.json"]).values()) == ["a.json.json"]


PIECES = st.sampled_from(["a", "b", "A", "a.pdf", "b.pdf", "a.pdf.txt", "a_b"])


@given(st.lists(st.lists(PIECES, min_size=1, max_size=4).map(lambda parts: Path("/", *parts)), unique=True, max_size=8))
def test_no_two_results_share_a_name_unless_the_paths_differ_in_letter_case_alone(paths: list[Path]) -> None:
    names = result_names(paths)
    distinct = {str(path).casefold().replace("/", "_") for path in paths}
    if len(distinct) == len(paths):
        assert len({name.casefold() for name in names.values()}) == len(paths)


def test_folders_are_searched_in_order_without_hidden_and_json_files(folder: Callable[..., Path]) -> None:
    root = folder(
        **{"b.txt": "", "a/z.pdf": "", "a/.x.txt": "", ".git/c.txt": "", "a/old.json": "", "out/d.txt": "", "c.doc": ""}
    )
    found = files([root], leave_out=root / "out")
    assert [path.relative_to(root).as_posix() for path in found] == ["b.txt", "c.doc", "a/z.pdf"]


def test_a_file_named_twice_is_read_once_and_a_missing_one_is_kept(folder: Callable[..., Path]) -> None:
    root = folder(**{"b.txt": ""})
    missing = root / "no.pdf"
    assert files([root, root / "b.txt", root / "." / "b.txt", missing]) == [root / "b.txt", missing]
