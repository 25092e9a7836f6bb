import io
import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from made_documents import rows_of
from rich.console import Console
from searched import put_all, written
from sqlalchemy import delete, insert, update

from models import Cause, Failure
from parsers import agencies
from pipeline.archive import indexing
from pipeline.archive.filters import Filters, years_of
from pipeline.archive.passages import passages
from pipeline.archive.query import QueryError
from pipeline.archive.schema import changes, documents
from pipeline.archive.search import search
from pipeline.archive.search_command import as_json, shown
from pipeline.archive.searcher import folder_of
from pipeline.archive.store import Archive, open_archive, writing

PLANS = (
    written(
        "Kế hoạch thi đua yêu nước năm 2024\nCăn cứ Quyết định số 2437 /QĐ -TTg ngày 04/11/2023.\n"
        "I. MỤC ĐÍCH\nĐẩy mạnh chuyển đổi số trong các cơ quan.\n"
        "II. TỔ CHỨC THỰC HIỆN\nSở Nội vụ chủ trì, uỷ quyền cho đơn vị; thúy liễu.",
        code="02/KH-UBND",
        signers=("Nguyễn Văn An",),
        recipients=("Sở Tài chính tỉnh Lạng Sơn",),
        cites=("2437/QĐ-TTg",),
        roles=(("I. MỤC ĐÍCH", "plan.purpose"), ("II. TỔ CHỨC THỰC HIỆN", "plan.organisation")),
    ),
    written(
        "Phát động phong trào ở tỉnh\nChuyển mùa, thay đổi giống lúa, tăng số vụ; kỹ thuật, hòa giải, lý luận, quy chế",
        code="15/PĐ-SKHĐT",
        day="2022-03-01",
        doc_type="phát động",
        issuer=("vn/lang-son/so-ke-hoach-va-dau-tu", "Sở Kế hoạch và Đầu tư tỉnh Lạng Sơn"),
        signers=("Trần Thị Ân",),
        recipients=("Các phòng, ban",),
    ),
    written(
        "Thông báo về an ninh mạng\nVụ án được khởi tố; kẻ gian bị bắt.",
        code="7/TB-PX",
        day="2026-01-15",
        doc_type="thông báo",
        issuer=(None, "Phòng Xưa"),
    ),
)


@pytest.fixture(scope="module", params=["sqlite", "postgresql"])
def plans(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Archive]:
    """An archive with the plans that no test changes."""
    if request.param == "sqlite":
        place = str(tmp_path_factory.mktemp("plans") / "archive")
    else:
        place = request.getfixturevalue("server").format(name="postgres")
    archive = open_archive(place, create=True)
    put_all(archive, PLANS)
    indexing.catch_up(archive)
    yield archive
    archive.close()


@pytest.fixture
def filled(archive: Archive) -> Archive:
    """An archive with the plans, its index up to date."""
    put_all(archive, PLANS)
    indexing.catch_up(archive)
    return archive


def codes(archive: Archive, text: str, filters: Filters = Filters()) -> list[str | None]:  # noqa: B008
    """The codes of the documents found, each once, the best first."""
    return list(dict.fromkeys(hit.code for hit in search(archive, text, filters, limit=50).hits))


PLAN, LAUNCH, NOTICE = "02/KH-UBND", "15/PĐ-SKHĐT", "7/TB-PX"

FOUND = [
    pytest.param("chuyển đổi số", [PLAN, LAUNCH], id="all words; next to each other they come first"),
    pytest.param('"chuyển đổi số"', [PLAN], id="a phrase"),
    pytest.param("ke hoach thi dua", [PLAN], id="without marks"),
    pytest.param("án", [NOTICE], id="a tone counts where it is typed"),
    pytest.param('"vụ an"', [], id="another tone is another word"),
    pytest.param("hoà giải", [LAUNCH], id="tone placement"),
    pytest.param("ủy quyền", [PLAN], id="tone placement of uy"),
    pytest.param("kĩ lí qui", [LAUNCH], id="i for y"),
    pytest.param("thúi", [], id="thúy is not thúi"),
    pytest.param("thuý", [PLAN], id="thúy is thuý"),
    pytest.param("2437/QD-TTg", [PLAN], id="a code without marks"),
    pytest.param("số 2437/QĐ-TTg", [PLAN], id="a code with the word before it"),
    pytest.param("2/KH-UBND", [PLAN], id="its own code, zeros left out"),
    pytest.param("thi đua OR khởi tố", [PLAN, NOTICE], id="OR"),
    pytest.param("số -kế", [LAUNCH, PLAN], id="NOT holds for the passage"),
    pytest.param("(thi đua HOẶC hòa) KHÔNG lúa", [PLAN], id="brackets"),
    pytest.param("kh* tố", [NOTICE], id="a beginning"),
    pytest.param("khở*", [NOTICE], id="a beginning with a tone"),
    pytest.param("hoahoahoa", [], id="nothing"),
    pytest.param("", [NOTICE, PLAN, LAUNCH], id="no query: the newest first"),
]


@pytest.mark.parametrize(("text", "expected"), FOUND)
def test_found(plans: Archive, text: str, expected: list[str]) -> None:
    assert sorted(codes(plans, text), key=str) == sorted(expected)
    if expected[:1] and text in ("chuyển đổi số", ""):
        assert codes(plans, text) == expected


FILTERS = [
    pytest.param(Filters(agencies=("UBND tỉnh Lạng Sơn",)), [PLAN], id="an agency by name"),
    pytest.param(Filters(agencies=("vn/lang-son/ubnd",)), [PLAN], id="an agency by id"),
    pytest.param(Filters(agencies=("Sở Tài chính tỉnh Lạng Sơn",)), [LAUNCH], id="an agency by its successor"),
    pytest.param(Filters(agencies=("Sở Kế hoạch và Đầu tư tỉnh Lạng Sơn",)), [LAUNCH], id="an agency of its time"),
    pytest.param(Filters(agencies=("phong xua",)), [NOTICE], id="an unknown agency by its words"),
    pytest.param(Filters(agencies=("Phòng Xứa",)), [], id="marks of a name must agree"),
    pytest.param(Filters(types=("kế hoạch", "TB")), [NOTICE, PLAN], id="types by name and letters"),
    pytest.param(Filters(years=((2023, 2026),)), [NOTICE, PLAN], id="years"),
    pytest.param(Filters(roles=("plan.organisation",)), [PLAN], id="a role"),
    pytest.param(Filters(roles=("organisation",)), [PLAN], id="a role by its last part"),
    pytest.param(Filters(cites=("2437/QD-TTg",)), [PLAN], id="what it cites"),
    pytest.param(Filters(signers=("nguyen an",)), [PLAN], id="a signer without marks, words in order"),
    pytest.param(Filters(signers=("An Nguyễn",)), [], id="a signer in another order"),
    pytest.param(Filters(signers=("Thị An",)), [], id="a signer with other marks"),
    pytest.param(Filters(recipients=("Sở Tài chính",)), [PLAN], id="a recipient"),
    pytest.param(Filters(after="2024-05-06"), [NOTICE, PLAN], id="from a day on"),
    pytest.param(Filters(before="2024-05"), [PLAN, LAUNCH], id="up to a month"),
    pytest.param(Filters(after="2023", before="2025", types=("KH",)), [PLAN], id="several filters"),
]


@pytest.mark.parametrize(("filters", "expected"), FILTERS)
def test_filters(plans: Archive, filters: Filters, expected: list[str]) -> None:
    assert sorted(codes(plans, "", filters), key=str) == sorted(expected)


def test_counts(plans: Archive) -> None:
    found = search(plans, "", limit=1)
    assert (found.total, found.documents, len(found.hits)) == (sum(len(list(passages(d))) for d in PLANS), 3, 1)
    assert {value.label: value.passages for value in found.facets["year"]} == {"2024": 3, "2022": 1, "2026": 1}
    assert {value.value for value in found.facets["type"]} == {"ke-hoach", "phat-dong", "thong-bao"}
    assert agencies.find("vn/lang-son/ubnd") is not None
    assert "Ủy ban nhân dân tỉnh Lạng Sơn" in {value.label for value in found.facets["agency"]}
    assert {value.value for value in found.facets["role"]} == {"plan.purpose", "plan.organisation"}


def test_pages_of_an_answer_follow_each_other(plans: Archive) -> None:
    whole = [(hit.key, hit.start) for hit in search(plans, "", limit=50).hits]
    parts = [(hit.key, hit.start) for at in range(len(whole)) for hit in search(plans, "", limit=1, offset=at).hits]
    assert sorted(parts) == sorted(whole)


def test_hits_show_where_they_stand(plans: Archive) -> None:
    hit = search(plans, '"chuyển đổi số"').hits[0]
    assert (hit.path, hit.heading, hit.role) == ("I", "MỤC ĐÍCH", "plan.purpose")
    assert [hit.text[start:end] for start, end in hit.highlights] == ["chuyển đổi số"]
    assert PLANS[0].text[hit.start : hit.end] == hit.text
    assert hit.file == "02-KH-UBND.txt"


MARKED = [
    pytest.param("ke hoach dua", ["Kế hoạch", "đua"], id="words without marks"),
    pytest.param("2437/QD-TTg", ["2437 /QĐ -TTg"], id="a code as printed"),
    pytest.param("nư* -lúa", ["nước"], id="a beginning, not what must not be there"),
]


@pytest.mark.parametrize(("text", "expected"), MARKED)
def test_highlights_are_the_same_on_both_backends(plans: Archive, text: str, expected: list[str]) -> None:
    hit = search(plans, text).hits[0]
    assert [hit.text[start:end] for start, end in hit.highlights] == expected


def test_copies_are_left_out_unless_asked_for(filled: Archive) -> None:
    with writing(filled) as connection:
        keys = {row.name: row.key for row in connection.execute(documents.select())}
        best, copy = keys["02-KH-UBND.txt"], keys["7-TB-PX.txt"]
        connection.execute(update(documents).where(documents.c.key == copy).values(twin_of=best))
        connection.execute(insert(changes), [{"document": copy}])
    indexing.catch_up(filled)
    assert NOTICE not in codes(filled, "")
    assert NOTICE in codes(filled, "", Filters(copies=True))


def test_the_index_follows_the_archive(filled: Archive) -> None:
    late = written("Công văn về đê điều", code="9/UBND-NN", doc_type="công văn")
    put_all(filled, [late])
    assert indexing.behind(filled) == 1
    assert search(filled, "").behind == 1
    assert indexing.catch_up(filled) == 1
    assert codes(filled, "đê điều") == ["9/UBND-NN"]
    with writing(filled) as connection:
        key = rows_of(late)["documents"][0]["key"]
        connection.execute(delete(documents).where(documents.c.key == key))
        connection.execute(insert(changes), [{"document": key}])
    indexing.catch_up(filled)
    assert search(filled, "đê điều").total == 0
    assert indexing.catch_up(filled) == 0


def test_taking_in_the_same_twice_changes_nothing(filled: Archive) -> None:
    before = as_json(search(filled, ""))
    put_all(filled, PLANS)
    indexing.catch_up(filled)
    indexing.rebuild(filled)
    after = as_json(search(filled, ""))
    assert {**after, "seconds": 0} == {**before, "seconds": 0}


def test_a_search_makes_the_index_that_is_missing(archive: Archive) -> None:
    put_all(archive, PLANS)
    assert indexing.behind(archive) is None
    assert codes(archive, "thi đua") == [PLAN]


ODD = [
    pytest.param("", Filters(signers=("\0\udce9 Nguyễn" + " a" * 300,)), id="a long name that is no text"),
    pytest.param("", Filters(agencies=("vn/\0", "\udce9"), roles=("'",), types=("[",)), id="values that are none"),
    pytest.param("x" * 1900 + "*", Filters(cites=("(.*",)), id="a long beginning"),
    pytest.param("a " * 900, Filters(recipients=("(.*)+",)), id="many words"),
    pytest.param('"\\ \' :* & | <-> !"', Filters(), id="what the backends write themselves"),
]


@pytest.mark.parametrize(("text", "filters"), ODD)
def test_odd_values_find_nothing_and_break_nothing(plans: Archive, text: str, filters: Filters) -> None:
    assert search(plans, text, filters).total in (0, len(search(plans, "", limit=50).hits))


def test_no_more_is_given_than_can_be(plans: Archive) -> None:
    for limit, offset in ((10, 10**9), (-1, 0), (0, -1)):
        with pytest.raises(ValueError, match="offset"):
            search(plans, "", limit=limit, offset=offset)
    assert search(plans, "", limit=0).hits == ()


def test_an_empty_archive_finds_nothing(archive: Archive) -> None:
    found = search(archive, "thi đua")
    assert (found.total, found.documents, found.hits) == (0, 0, ())


@pytest.mark.parametrize("text", ["x AND", "(a"])
def test_a_query_that_cannot_be_read_is_refused(plans: Archive, text: str) -> None:
    with pytest.raises(QueryError):
        search(plans, text)


def test_a_day_that_is_none_is_refused(plans: Archive) -> None:
    with pytest.raises(ValueError, match="31/12"):
        search(plans, "", Filters(before="31/12"))


@pytest.mark.parametrize(
    ("typed", "years"),
    [("2024", (2024, 2024)), ("2023..2026", (2023, 2026)), ("2023..", (2023, 9999)), ("..2026", (0, 2026))],
)
def test_years(typed: str, years: tuple[int, int]) -> None:
    assert years_of(typed) == years


@pytest.mark.parametrize("typed", ["", "..", "24", "2023-2026", "20232026"])
def test_years_that_are_none(typed: str) -> None:
    with pytest.raises(ValueError, match="no year"):
        years_of(typed)


def _in_folder(tmp_path: Path) -> Archive:
    archive = open_archive(str(tmp_path / "archive"), create=True)
    put_all(archive, PLANS)
    indexing.catch_up(archive)
    return archive


DAMAGE = [
    pytest.param("vanban.json", b"{", id="its state"),
    pytest.param("meta.json", b"{", id="its list of parts"),
    pytest.param("*.idx", b"", id="its words"),
    pytest.param("*.fast", b"\0" * 64, id="its numbers"),
]


@pytest.mark.parametrize(("files", "content"), DAMAGE)
def test_a_damaged_index_is_made_anew(tmp_path: Path, files: str, content: bytes) -> None:
    archive = _in_folder(tmp_path)
    for file in folder_of(archive).glob(files):
        file.write_bytes(content)
    assert codes(archive, "thi đua") == [PLAN]
    archive.close()


def test_an_index_of_another_form_is_made_anew(tmp_path: Path) -> None:
    archive = _in_folder(tmp_path)
    state = folder_of(archive) / "vanban.json"
    state.write_text(json.dumps({"form": "0", "seq": 3}), "utf-8")
    assert indexing.behind(archive) is None
    assert indexing.catch_up(archive) == len(PLANS)
    archive.close()


def test_one_process_writes_the_index(tmp_path: Path) -> None:
    import fcntl

    archive = _in_folder(tmp_path)
    put_all(archive, [written("Một văn bản nữa")])
    with folder_of(archive).with_name("index.lock").open("ab") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        with pytest.raises(Failure) as failure:
            indexing.catch_up(archive)
        assert failure.value.cause is Cause.BUSY
        assert search(archive, "thi đua").behind == 1
    archive.close()


def test_what_is_shown_has_no_control_characters(archive: Archive) -> None:
    put_all(archive, [written("Kế hoạch \x1b[31m đỏ[bold]\x07", code="1/KH-X")])
    found = search(archive, "đỏ")
    console = Console(width=100, record=True, file=io.StringIO())
    console.print(shown(found, "vi"))
    text = console.export_text()
    assert "1 đoạn trong 1 văn bản" in text
    assert "đỏ[bold]" in text
    assert not {"\x1b", "\x07"} & set(text)
    assert json.loads(json.dumps(as_json(found)))["passages"][0]["code"] == "1/KH-X"
