import json

import pytest
from rich.console import Console
from searched import put_all, written
from sqlalchemy import insert, select, update

from pipeline.archive.schema import changes, documents
from pipeline.archive.search_command import similar_json, similar_shown
from pipeline.archive.similar import Similar, similar
from pipeline.archive.store import Archive, reading, writing

DIGITAL = "Đẩy mạnh chuyển đổi số, dữ liệu số, hạ tầng số và cơ sở dữ liệu tại huyện Văn Lãng. " * 3
FOREST = "Trồng cây gây rừng, phòng cháy chữa cháy rừng, bảo vệ kiểm lâm. " * 3
TEXTS = (
    written(f"Kế hoạch một\n{DIGITAL}", code="1/KH-A"),
    written(f"Kế hoạch hai\n{DIGITAL} Tổ chức tuyên truyền.", code="2/KH-A"),
    written(f"Kế hoạch ba\n{FOREST}", code="3/KH-A"),
    written(f"Kế hoạch bốn\n{FOREST} Chuyển đổi số trong kiểm lâm.", code="4/KH-A"),
    written(f"Kế hoạch một\n{DIGITAL}", code="1/KH-A", copy="bản sao"),
)


@pytest.fixture
def found(archive: Archive) -> tuple[Similar, ...]:
    """What is like the first document, of which the last is a copy."""
    put_all(archive, TEXTS)
    with writing(archive) as connection:
        keys = [_key(archive, one.source.sha256) for one in TEXTS]
        connection.execute(update(documents).where(documents.c.key == keys[4]).values(twin_of=keys[0]))
        connection.execute(insert(changes), [{"document": keys[4]}])
    return similar(archive, keys[0])


def _key(archive: Archive, sha256: str) -> int:
    with reading(archive) as connection:
        return int(connection.execute(select(documents.c.key).where(documents.c.sha256 == sha256)).scalar_one())


def test_what_speaks_of_the_same_comes_first(found: tuple[Similar, ...]) -> None:
    assert [one.code for one in found[:2]] == ["1/KH-A", "2/KH-A"]
    assert found[0].score == pytest.approx(1, abs=0.01)
    assert "3/KH-A" not in {one.code for one in found if one.score > 0.3}


def test_the_reason_is_given(found: tuple[Similar, ...]) -> None:
    assert {"cơ sở dữ liệu", "hạ tầng"} <= set(found[1].words)
    assert not {"rừng", "kiểm lâm"} & set(found[1].words)


def test_a_copy_is_marked(found: tuple[Similar, ...]) -> None:
    assert [one.twin for one in found[:2]] == [True, False]


def test_answers_can_be_shown(found: tuple[Similar, ...]) -> None:
    console = Console(width=120, record=True)
    console.print(similar_shown(found, "vi"))
    assert "bản khác của chính văn bản này" in console.export_text()
    assert json.loads(json.dumps(similar_json(found)))[0]["twin"] is True


def test_an_unknown_key_is_refused(archive: Archive) -> None:
    with pytest.raises(KeyError):
        similar(archive, 1)


def test_a_document_alone_has_none_like_it(archive: Archive) -> None:
    put_all(archive, [TEXTS[0], written("1")])
    assert similar(archive, _key(archive, TEXTS[0].source.sha256)) == ()
    assert similar(archive, _key(archive, written("1").source.sha256)) == ()
