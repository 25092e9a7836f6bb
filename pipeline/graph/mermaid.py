"""Mermaid: a graph as the text of a flowchart, for a page of Markdown.

Takes a graph and a language, gives text. Rule of the place: ids are numbered and labels are entities where Mermaid
reads a sign of its own, so that no title can break out of its box (https://mermaid.js.org/syntax/flowchart.html).
"""

from __future__ import annotations

from collections import defaultdict

from pipeline.graph.labels import label
from pipeline.graph.relatives import order
from pipeline.graph.values import Graph, Work
from pipeline.markup import visible
from pipeline.words import word

ARROWS = {"mentions": "-.->", "basis": "-->", "implements": "==>"}
"""Arrows by relation; what changes a document has a cross at its end, and the others are plain."""
CHANGE = "--x"


def mermaid(graph: Graph, lang: str = "vi") -> str:
    """Give a flowchart, the highest bodies on top, one box for each tier; placeholders are dashed."""
    works = sorted(graph.works, key=order)
    names = {work.id: f"n{number}" for number, work in enumerate(works)}
    lines = ["flowchart BT", "  classDef placeholder stroke-dasharray:5 4,fill:#fff,color:#333"]
    lines += ["  classDef centre stroke-width:4px,fill:#fff3c4,color:#000"]
    tiers: dict[str, list[Work]] = defaultdict(list)
    for work in works:
        tiers[work.rank.tier].append(work)
    for number, (tier, members) in enumerate(tiers.items()):
        lines.append(f'  subgraph t{number}["{_safe(word(f"rank.{tier}", lang))}"]')
        lines += (f'    {names[work.id]}["{_box(work)}"]{_class(graph, work)}' for work in members)
        lines.append("  end")
    for link in graph.links:
        relation = word(f"relation.{link.relation}", lang)
        lines.append(f"  {names[link.source]} {_arrow(link.relation)}|{_safe(relation)}| {names[link.target]}")
    return "\n".join(lines) + "\n"


def _arrow(relation: str) -> str:
    return ARROWS.get(relation, CHANGE if relation in ("amends", "replaces", "repeals") else "---")


def _class(graph: Graph, work: Work) -> str:
    return ":::centre" if work.id == graph.around else ":::placeholder" if work.placeholder else ""


def _box(work: Work) -> str:
    return "<br/>".join(map(_safe, label(work)))


def _safe(text: str) -> str:
    """Give words with every sign but letters, digits and a few as an entity code, as Mermaid has them."""
    return "".join(each if each.isalnum() or each in " -/.,:" else f"#{ord(each)};" for each in visible(text))
