"""Relatives: what stands directly above, below and beside one document of a graph.

Takes a graph and an id, gives works by kind. Rule of the place: what a third document tells counts too, and each work
is given once for each kind, in the order of rank and day.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from pipeline.graph.values import CHANGING, UPWARD, Graph, Work


class Relatives(NamedTuple):
    """Works beside one.

    parents: what it implements or rests on. children: what implements it or rests on it. changes, changed_by: amended
    or repealed. replaces, replaced_by: the later one stands for the earlier. attached: to it, or it to them.
    """

    parents: tuple[Work, ...] = ()
    children: tuple[Work, ...] = ()
    changes: tuple[Work, ...] = ()
    changed_by: tuple[Work, ...] = ()
    replaces: tuple[Work, ...] = ()
    replaced_by: tuple[Work, ...] = ()
    attached: tuple[Work, ...] = ()


def relatives(graph: Graph, work: str) -> Relatives:
    """Give what stands beside a work; of one that is not in the graph nothing."""
    changing = tuple(each for each in CHANGING if each != "replaces")
    known = {each.id: each for each in graph.works}

    def ahead(*relations: str) -> set[str]:
        return {link.target for link in graph.links if link.source == work and link.relation in relations}

    def behind(*relations: str) -> set[str]:
        return {link.source for link in graph.links if link.target == work and link.relation in relations}

    def works(ids: Iterable[str]) -> tuple[Work, ...]:
        return tuple(sorted((known[each] for each in ids if each in known), key=order))

    return Relatives(
        parents=works(ahead(*UPWARD)),
        children=works(behind(*UPWARD)),
        changes=works(ahead(*changing)),
        changed_by=works(behind(*changing)),
        replaces=works(ahead("replaces")),
        replaced_by=works(behind("replaces")),
        attached=works(ahead("attached") | behind("attached")),
    )


def order(work: Work) -> tuple[int, str, str]:
    """Give what sorts works: the highest issuer first, then the earliest day; without one last."""
    return (work.rank.number, work.issued_on or "~", work.id)
