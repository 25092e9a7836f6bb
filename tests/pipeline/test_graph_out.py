"""The graph goes out: Mermaid, GraphML, JSON and a page that needs nothing else, whatever a title says."""

from __future__ import annotations

import base64
import hashlib
import io
import json
import re
from collections.abc import Iterator

import networkx
import pytest
from graph_archive import DIRECTIVE, LAW, LONELY, ODD, OFFICE, document, filled, key_of
from lxml import html

from pipeline.archive.store import Archive
from pipeline.day_words import day
from pipeline.export import MissingExtra
from pipeline.graph.build import graph
from pipeline.graph.command import written
from pipeline.graph.json_out import as_json, graphml, lineage_json
from pipeline.graph.labels import label
from pipeline.graph.layout import layout, thinned
from pipeline.graph.lineage import lineage
from pipeline.graph.mermaid import mermaid
from pipeline.graph.page import page
from pipeline.graph.values import Graph, Link, Work

STRANGE = "vn/lang-son/so-y-te/ke-hoach/2024/4"


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Archive]:
    odd = document(STRANGE, ((DIRECTIVE, "implements", None),), title=ODD)
    made = filled(tmp_path_factory.mktemp("graph") / "archive", (odd,))
    yield made
    made.close()


@pytest.fixture(scope="module")
def whole(archive: Archive) -> Graph:
    return graph(archive)


@pytest.fixture(scope="module")
def shown(archive: Archive) -> str:
    return page(graph(archive, key_of(STRANGE)))


DAYS = [
    pytest.param("2023-01-31", "31/01/2023", id="a day"),
    pytest.param("2024-11-XX", "11/2024", id="a month"),
    pytest.param("2024-XX-XX", "2024", id="a year"),
    pytest.param("2024-04", "04/2024", id="a month as such"),
    pytest.param("XXXX-12-15", "15/12", id="a day of every year"),
    pytest.param("2021/2025", "2021 – 2025", id="a period"),
    pytest.param("../2026-12-31", "… – 31/12/2026", id="a period without a beginning"),
    pytest.param("sau Tết", "sau Tết", id="anything else stays"),
    pytest.param(None, None, id="nothing"),
]


@pytest.mark.parametrize(("edtf", "expected"), DAYS)
def test_a_day_is_written_as_it_is_here(edtf: str | None, expected: str | None) -> None:
    assert day(edtf) == expected


def test_a_box_says_code_type_and_day() -> None:
    work = Work(OFFICE, 1, "kế hoạch", "7/KH-STC", "2024-05-06", title="Tên")
    assert label(work) == ("7/KH-STC", "kế hoạch · 06/05/2024")
    assert label(Work("~5-ct-tw")) == ("~5-ct-tw",)


def test_mermaid_has_a_box_for_each_and_an_arrow_for_each(whole: Graph) -> None:
    lines = mermaid(whole).splitlines()
    assert lines[0] == "flowchart BT"
    assert sum('["' in line and "subgraph" not in line for line in lines) == len(whole.works)
    assert sum("|" in line for line in lines) == len(whole.links)
    assert sum(":::placeholder" in line for line in lines) == sum(work.placeholder for work in whole.works)


def test_mermaid_lets_no_title_out_of_its_box() -> None:
    text = mermaid(Graph((Work("a", 1, title='x"] --> b; click b "javascript:1" <b>'),)))
    assert [line for line in text.splitlines() if "click" in line] == ['    n0["x#34;#93; --#62; b#59; click b#8230;"]']


def test_graphml_is_read_back(whole: Graph) -> None:
    out = io.BytesIO()
    graphml(whole, out)
    read = networkx.read_graphml(io.BytesIO(out.getvalue()), force_multigraph=True)
    assert set(read) == {work.id for work in whole.works}
    assert {(source, target, data["relation"]) for source, target, data in read.edges(data=True)} == {
        link[:3] for link in whole.links
    }
    assert {data["page"] for *_, data in read.edges(data=True)} == {2}


def test_json_says_what_is_odd_and_keeps_keys_inside(whole: Graph) -> None:
    plain = json.loads(json.dumps(as_json(whole)))
    assert plain["findings"]["orphans"] == [LONELY]
    assert all("key" not in each for each in plain["documents"])
    assert {each["tier"] for each in plain["documents"] if each["id"] == LAW} == {"assembly"}


def test_a_lineage_goes_out_as_json(archive: Archive) -> None:
    plain = json.loads(json.dumps(lineage_json(lineage(archive, key_of(OFFICE)))))
    assert plain["chain"][-1]["id"] == OFFICE
    assert len(plain["links"]) == len(plain["chain"]) - 1


def test_every_box_has_a_place_of_its_own_and_the_highest_stand_on_top(whole: Graph) -> None:
    placed = layout(whole)
    assert len(set(placed.places.values())) == len(whole.works)
    assert placed.places[LAW][1] < placed.places[DIRECTIVE][1] < placed.places[OFFICE][1]
    assert layout(whole) == placed


def test_a_page_of_too_many_keeps_what_was_asked_for() -> None:
    works = tuple(Work(f"w{number}", number, steps=number) for number in range(50))
    links = tuple(Link(f"w{number}", "w49", "basis", f"w{number}") for number in range(40))
    less = thinned(Graph(works, links, around="w7"), 10)
    assert (len(less.works), less.left_out) == (10, 40)
    assert less.works[0].id == "w7"
    assert {end for link in less.links for end in link[:2]} <= {work.id for work in less.works}


def test_a_page_fetches_nothing_and_runs_only_its_own_scripts(shown: str) -> None:
    tree = html.fromstring(shown)
    assert tree.xpath("//link | //img | //iframe | //object | //*[@src] | //*[@href]") == []
    assert "url(" not in "".join(tree.xpath("//style/text()"))
    policy = tree.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")[0]
    assert policy.startswith("default-src 'none'")
    scripts = re.findall(r"<script>(.*?)</script>", shown, re.DOTALL)
    hashes = [base64.b64encode(hashlib.sha256(each.encode()).digest()).decode() for each in scripts]
    assert re.findall(r"'sha256-([^']+)'", policy) == hashes
    assert len(hashes) == 2


def test_a_title_from_a_stranger_stays_a_title(shown: str) -> None:
    tree = html.fromstring(shown)
    assert len(tree.xpath("//script")) == 3
    data = json.loads(tree.xpath("//script[@id='data']/text()")[0])
    assert ODD in next(node for node in data["nodes"] if node["id"] == STRANGE)["facts"]
    assert "<" not in tree.xpath("//script[@id='data']/text()")[0]


def test_a_page_can_be_read_without_its_drawing(shown: str) -> None:
    cells = html.fromstring(shown).xpath("//table/tbody/tr[1]/td")
    assert [cell.text_content() for cell in cells] == ["4/KE-HOACH", "thực hiện", "1/CHI-THI", "trang 2: implements 1"]


LANGS = [pytest.param("vi", "Sơ đồ văn bản", id="Vietnamese"), pytest.param("en", "Graph of documents", id="English")]


@pytest.mark.parametrize(("lang", "words"), LANGS)
def test_a_page_speaks_the_language_asked_for(whole: Graph, lang: str, words: str) -> None:
    tree = html.fromstring(page(whole, lang))
    assert words in tree.xpath("//h1/text()")[0]
    assert tree.xpath("//*[@lang]")[0].get("lang") == lang


def test_relations_are_told_by_more_than_their_colour(shown: str) -> None:
    from pipeline.graph.page import STYLES

    looks = [(style.width, style.dashes, style.arrow) for style in STYLES.values()]
    assert len(set(looks)) == len(looks)


FORMATS = [
    pytest.param("mermaid", b"flowchart BT", id="mermaid"),
    pytest.param("graphml", b"<?xml", id="graphml"),
    pytest.param("json", b"{", id="json"),
    pytest.param("html", b"<!doctype html>", id="html"),
]


@pytest.mark.parametrize(("name", "start"), FORMATS)
def test_each_format_is_written(whole: Graph, name: str, start: bytes) -> None:
    out = io.BytesIO()
    written(whole, name, out)
    assert out.getvalue().startswith(start)
    again = io.BytesIO()
    written(whole, name, again)
    assert out.getvalue() == again.getvalue()


def test_a_library_that_is_not_installed_is_named(whole: Graph, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("pipeline.graph.page.find_spec", lambda name: None)
    with pytest.raises(MissingExtra, match=r"vanban\[graph\]"):
        page(whole)
