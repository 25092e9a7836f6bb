"""The generator: same seed, same files; each document on its own; gold beside it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from corpus.generate import generate

FORMS = ("txt", "md", "docx", "pdf")


def contents(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


def test_the_same_seed_gives_the_same_files(tmp_path: Path) -> None:
    for name in ("first", "second"):
        list(generate(tmp_path / name, 6, 7, FORMS))
    assert contents(tmp_path / "first") == contents(tmp_path / "second")


def test_another_seed_gives_other_files(tmp_path: Path) -> None:
    list(generate(tmp_path / "first", 3, 1))
    list(generate(tmp_path / "second", 3, 2))
    assert contents(tmp_path / "first") != contents(tmp_path / "second")


def test_more_documents_change_none_of_the_first(tmp_path: Path) -> None:
    list(generate(tmp_path / "few", 3, 5))
    list(generate(tmp_path / "many", 6, 5))
    few, many = contents(tmp_path / "few"), contents(tmp_path / "many")
    assert few.items() <= many.items()


def test_gold_stands_beside_each_document(tmp_path: Path) -> None:
    paths = list(generate(tmp_path, 4, 3, ("md", "txt")))
    assert [path.name for path in paths] == [f"{n:05}.{form}" for n in range(4) for form in ("md", "txt")]
    for path in paths:
        gold = json.loads((tmp_path / "gold" / f"{path.stem}.json").read_text(encoding="utf-8"))
        assert gold["file"] == f"{path.stem}.md"


@pytest.mark.parametrize("formats", [(), ("doc",), ("txt", "odt")], ids=["none", "unknown", "one unknown"])
def test_formats_are_a_closed_set(tmp_path: Path, formats: tuple[str, ...]) -> None:
    with pytest.raises(ValueError, match="formats are"):
        list(generate(tmp_path, 1, 1, formats))


def test_many_documents_vary_every_convention(tmp_path: Path) -> None:
    list(generate(tmp_path, 250, 11))
    golds = [json.loads(path.read_text(encoding="utf-8")) for path in sorted((tmp_path / "gold").iterdir())]
    headers = [gold["header"] for gold in golds]
    capacities = {line.split()[0] for gold in golds for signer in gold["signers"] for line in signer["capacity"]}
    assert capacities >= {"TM.", "KT.", "TL.", "TUQ.", "T/M"}
    assert {header["doc_type"] for header in headers} == {
        "kế hoạch", "phát động", "hướng dẫn", "chỉ thị", "quyết định", "công văn",
    }  # fmt: skip
    assert any(header["number"] is None for header in headers)
    assert any("issuer_from_body" in header for header in headers)
    assert any(" + " in (header["issuing_agency"] or "") for header in headers)
    assert any(signer.get("honorific") for gold in golds for signer in gold["signers"])
    paths = {section["path"].split("/")[0] for gold in golds for section in gold["sections"]}
    assert paths >= {"I", "1", "A", "Điều 1", "Kèm theo", "Phụ lục", "Phụ lục II"}
    texts = [path.read_text(encoding="utf-8") for path in sorted(tmp_path.glob("*.txt"))]
    for sign in ("Uỷ ban", "Ủy ban", " – ", "\n2 \n", "ĐẢNG CỘNG SẢN", "Lưu VT", "STT", "I- ", "I/ "):
        assert any(sign in text for text in texts), sign
