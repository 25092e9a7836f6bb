"""graph: the graph of an archive or around one document, in the format that is asked for.

Takes a graph, writes it to a stream; gives a lineage as lines for the terminal. Rule of the place: a format is a row.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import BinaryIO

from pipeline.graph.findings import findings
from pipeline.graph.json_out import as_json, graphml
from pipeline.graph.labels import label
from pipeline.graph.lineage import Lineage
from pipeline.graph.mermaid import mermaid
from pipeline.graph.page import page
from pipeline.graph.values import Graph
from pipeline.words import word

Write = Callable[[Graph, BinaryIO, str], object]


def _as_text(make: Callable[[Graph, str], str]) -> Write:
    return lambda graph, out, lang: out.write(make(graph, lang).encode("utf-8", "replace"))


FORMATS: dict[str, Write] = {
    "mermaid": _as_text(mermaid),
    "graphml": lambda graph, out, lang: graphml(graph, out),
    "html": _as_text(page),
    "json": _as_text(lambda graph, lang: json.dumps(as_json(graph), ensure_ascii=False, indent=1) + "\n"),
}
"""What writes a graph, by the name of the format."""


def written(graph: Graph, name: str, out: BinaryIO, lang: str = "vi") -> None:
    """Write a graph.

    name: of FORMATS. out: is written to and stays open. lang: `vi` or `en`, for labels.
    Raises KeyError: there is no such format; MissingExtra: the page needs the package that carries its library.
    """
    FORMATS[name](graph, out, lang)


def summary(graph: Graph, lang: str = "vi") -> str:
    """Give one line on what a graph holds and what is odd in it."""
    found = findings(graph)
    odd = ((len(found.cycles), "cycles"), (len(found.orphans), "orphans"), (len(found.rootless), "rootless"))
    facts = [word("graph.count", lang).format(works=len(graph.works), links=len(graph.links))]
    facts += [f"{count} {word(f'graph.{name}', lang)}" for count, name in odd if count]
    if graph.left_out:
        facts.append(word("graph.left_out", lang).format(count=graph.left_out))
    return "; ".join(facts)


def lineage_lines(found: Lineage, lang: str = "vi") -> list[str]:
    """Give the chain of a lineage from the top, one document a line, as plain text from strangers."""
    lines = []
    for depth, work in enumerate(found.chain):
        mark = f" ({word('graph.placeholder', lang)})" if work.placeholder else ""
        tier = word(f"rank.{work.rank.tier}", lang)
        lines.append(f"{'   ' * depth}{'└─ ' if depth else ''}{tier}: {' · '.join(label(work))}{mark}")
    return lines
