"""A graph as one HTML page that needs nothing else: boxes to move and click, a search, a legend, and a table.

Takes a graph and a language, gives the page. vis-network draws it, as the package gravis carries it; nothing is
fetched when the page is looked at, and its policy forbids it. Rule of the place: titles come from strangers; they reach
the page as escaped markup or as JSON in which no tag can begin.
"""

from __future__ import annotations

import base64
import hashlib
import json
from importlib import resources
from importlib.util import find_spec
from pathlib import Path
from string import Template
from textwrap import wrap
from typing import Any, NamedTuple

from pipeline.day_words import day
from pipeline.export import MissingExtra
from pipeline.graph.labels import label
from pipeline.graph.layout import layout, thinned
from pipeline.graph.values import Graph, Link, Place, Work
from pipeline.markup import Html, escaped, joined, tag, visible
from pipeline.words import word

MOST = 400
"""Boxes on a page; more cannot be read."""
POLICY = "default-src 'none'; img-src data:; style-src 'unsafe-inline'; script-src {scripts}; base-uri 'none'"
"""vis-network writes the style of its own parts."""
_LIBRARY = "_internal/plotting/third_party/vis-network/vis-network.min.def.js"
_LOADER = "var vis={},regeneratorRuntime,require={defined:()=>false};function define(name,needs,make){make(vis)}\n"
"""What the library is given in place of a loader of modules, and a name that it would else make by evaluating text."""


class Style(NamedTuple):
    """A line: colour, dashes and arrow each tell the relation, so that it reads in grey too."""

    color: str
    width: float
    dashes: tuple[int, ...] = ()
    arrow: str = "arrow"


STYLES = {
    "implements": Style("#1f4e8c", 3.2),
    "basis": Style("#4f6d8f", 1.2),
    "amends": Style("#b45309", 2, (10, 5), "vee"),
    "replaces": Style("#a11d33", 2.4, (2, 4), "box"),
    "repeals": Style("#5b1a8c", 2.4, (12, 4, 2, 4), "bar"),
    "attached": Style("#2f7d4f", 2, (5, 3), "circle"),
    "mentions": Style("#8a9099", 1, (1, 5), "vee"),
}


def page(graph: Graph, lang: str = "vi", most: int = MOST) -> str:
    """Give the page.

    lang: `vi` or `en`, for labels. most: boxes that are drawn; the rest is counted. Raises MissingExtra.
    """
    drawn = thinned(graph, most)
    scripts = (_LOADER + library(), _template("graph.js"))
    heading = _heading(drawn, lang)
    parts = {
        "lang": escaped(lang),
        "policy": POLICY.format(scripts=" ".join(f"'sha256-{_digest(each)}'" for each in scripts)),
        "style": _template("graph.css"),
        "name": escaped(heading),
        "heading": escaped(heading),
        "facts": escaped(_facts(drawn, lang)),
        "legend": _legend(drawn, lang),
        "table": _table(drawn, lang),
        "data": _data(drawn, lang),
        "library": scripts[0],
        "code": scripts[1],
        "legend_heading": escaped(word("graph.legend", lang)),
        "links_heading": escaped(word("graph.links", lang)),
        "zoom_in": escaped(word("graph.in", lang)),
        "zoom_out": escaped(word("graph.out", lang)),
        **{name: escaped(word(f"graph.{name}", lang)) for name in ("search", "fit", "script", "hint")},
    }
    return Template(_template("graph.html")).substitute(parts)


def library() -> str:
    """Give the script of vis-network as the package gravis carries it; the package itself is not run.

    Raises MissingExtra.
    """
    found = find_spec("gravis")
    if not found or not found.submodule_search_locations:
        raise MissingExtra("html", "graph")
    return (Path(found.submodule_search_locations[0]) / _LIBRARY).read_text("utf-8")


def _template(name: str) -> str:
    return resources.files("pipeline").joinpath("templates", name).read_text("utf-8")


def _digest(script: str) -> str:
    return base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()


def _heading(graph: Graph, lang: str) -> str:
    centre = next((work for work in graph.works if work.id == graph.around), None)
    about = word("graph.around", lang).format(name=centre.name) if centre else word("graph.whole", lang)
    return f"{word('graph', lang)} · {about}"


def _facts(graph: Graph, lang: str) -> str:
    facts = [word("graph.count", lang).format(works=len(graph.works), links=len(graph.links))]
    if graph.left_out:
        facts.append(word("graph.left_out", lang).format(count=graph.left_out))
    return " · ".join(facts)


def _legend(graph: Graph, lang: str) -> Html:
    count = {relation: sum(link.relation == relation for link in graph.links) for relation in STYLES}
    lines = [
        tag(
            "li",
            tag(
                "label",
                tag("input", type="checkbox", checked=True, data_relation=relation),
                _sample(STYLES[relation]),
                word(f"relation.{relation}", lang),
                tag("span", str(number), class_="n"),
            ),
        )
        for relation, number in count.items()
        if number
    ]
    boxes = (
        ("centre", "#fff0b8", "none", "3"),
        ("held", "#e9eff7", "none", "1.5"),
        ("placeholder", "#fff", "4 3", "1.5"),
    )
    lines += [
        tag("li", tag("label", _box(*look), word(f"graph.{name}", lang)))
        for name, *look in boxes
        if name != "centre" or graph.around
    ]
    return tag("ul", *lines, class_="key")


def _sample(style: Style) -> Html:
    drawn = tag(
        "line", x1="1", y1="7", x2="43", y2="7", stroke=style.color, stroke_width=str(style.width),
        stroke_dasharray=" ".join(map(str, style.dashes)) or None,
    )  # fmt: skip
    return tag("svg", drawn, width="44", height="14", aria_hidden="true")


def _box(fill: str, dashes: str, width: str) -> Html:
    drawn = tag(
        "rect", x="8", y="2", width="28", height="11", rx="2", fill=fill, stroke="#2f3a48", stroke_width=width,
        stroke_dasharray=dashes,
    )  # fmt: skip
    return tag("svg", drawn, width="44", height="15", aria_hidden="true")


def _table(graph: Graph, lang: str) -> Html:
    names = {work.id: work.name for work in graph.works}
    head = tag("tr", *(tag("th", word(key, lang)) for key in ("graph.from", "relation", "graph.to", "graph.where")))
    rows = (
        tag(
            "tr",
            tag("td", names[link.source]),
            tag("td", word(f"relation.{link.relation}", lang)),
            tag("td", names[link.target]),
            tag(
                "td",
                " · ".join(filter(None, (_by(link, names, lang), *(_in_words(each, lang) for each in link.places)))),
            ),
        )
        for link in graph.links
    )
    return tag("table", tag("thead", head), tag("tbody", joined(rows)))


def _data(graph: Graph, lang: str) -> str:
    """Give what the script draws as JSON in which no tag can begin or end."""
    placed = layout(graph)
    names = {work.id: work.name for work in graph.works}
    bands = [
        {"top": b.top, "bottom": b.bottom, "lines": wrap(word(f"rank.{b.rank.tier}", lang), 20)} for b in placed.bands
    ]
    data = {
        "around": graph.around,
        "nodes": [_node(work, graph, placed.places[work.id], lang) for work in graph.works],
        "edges": [_edge(link, names, lang) for link in graph.links],
        "bands": bands,
        "styles": {relation: style._asdict() for relation, style in STYLES.items()},
        "words": {
            "none": word("graph.none", lang),
            "says": word("graph.says", lang),
            "said": word("graph.said", lang),
            "relations": {relation: word(f"relation.{relation}", lang) for relation in STYLES},
        },
    }
    plain = visible(json.dumps(data, ensure_ascii=False))
    return plain.replace("&", "\\u0026").replace("<", "\\u003c").replace(">", "\\u003e")


def _node(work: Work, graph: Graph, place: tuple[float, float], lang: str) -> dict[str, Any]:
    about = " · ".join(filter(None, (work.doc_type, day(work.issued_on), work.issuer)))
    cited = word("graph.cited", lang).format(count=work.cited) if work.cited else None
    facts = (about, work.title if work.title != work.name else None, cited, work.id)
    return {
        "id": work.id,
        "name": work.name,
        "label": "\n".join(label(work)),
        "facts": [each for each in facts if each] + ([word("graph.placeholder", lang)] if work.placeholder else []),
        "x": place[0],
        "y": place[1],
        "held": not work.placeholder,
        "centre": work.id == graph.around,
    }


def _edge(link: Link, names: dict[str, str], lang: str) -> dict[str, Any]:
    return {
        "source": link.source,
        "target": link.target,
        "relation": link.relation,
        "by": _by(link, names, lang),
        "places": [{"where": _where(place, lang), "raw": place.raw} for place in link.places],
    }


def _by(link: Link, names: dict[str, str], lang: str) -> str | None:
    told = link.said_by != link.source
    return word("graph.by", lang).format(name=names.get(link.said_by, link.said_by)) if told else None


def _where(place: Place, lang: str) -> str:
    section = word("graph.section", lang).format(section=place.section) if place.section else None
    page = word("graph.page", lang).format(page=place.page) if place.page else None
    return ", ".join(filter(None, (section, page)))


def _in_words(place: Place, lang: str) -> str:
    return ": ".join(filter(None, (_where(place, lang), place.raw)))
