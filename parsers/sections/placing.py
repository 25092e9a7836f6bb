"""Where a marker goes: it continues a list, or it opens one below what is open.

Takes the readings of a marker and the open nodes, gives the reading that fits and the depth at which it hangs.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from parsers.sections.markers import RANK, Marker, follows


@dataclass
class Node:
    """A section being built: open until its end is known."""

    marker: Marker
    start: int
    title: str | None
    end: int = 0
    children: list[Node] = field(default_factory=list)


def place(readings: list[Marker], stack: list[Node]) -> tuple[Marker, int] | None:
    """Choose a reading and the depth at which it hangs: where it continues a list, else where it opens one."""
    if next_one := continues(readings, stack):
        return next_one
    for marker in readings:
        if marker.value in (1, None) and not (marker.kind == "roman" and marker.label == "C"):
            return marker, _open_depth(marker, stack)
    for marker in readings:
        depth = next((d for d in range(len(stack) - 1, 0, -1) if _same_list(marker, stack[d].marker)), 0)
        if depth:
            return marker, depth
    for marker in readings:
        if _opens_late(marker):
            return marker, _open_depth(marker, stack)
    return None


def continues(readings: list[Marker], stack: list[Node]) -> tuple[Marker, int] | None:
    """Choose the reading that is the next item of an open list, the innermost first."""
    for depth in range(len(stack) - 1, 0, -1):
        for marker in readings:
            if _same_list(marker, stack[depth].marker) and follows(marker, stack[depth].marker):
                return marker, depth
    return None


def _same_list(marker: Marker, last: Marker) -> bool:
    return marker.kind == last.kind and marker.style == last.style


def _opens_late(marker: Marker) -> bool:
    """Say whether a marker may open a list although it is not the first: its list began out of sight.

    Articles are numbered through all chapters.
    """
    if marker.kind in ("decimal", "article"):
        return True
    if marker.kind in ("roman", "upper"):
        return marker.value is not None and 1 < marker.value <= 12 and marker.label not in ("C", "D", "L", "M")
    return marker.kind in ("arabic", "letter") and marker.value is not None and marker.value <= 4


def _open_depth(marker: Marker, stack: list[Node]) -> int:
    """Give the depth at which a new list opens: below what is open, but not below a deeper kind.

    A first item of a kind that is open further up is a list inside the open item; twice is enough, a third
    takes the place of the second.
    """
    depth = len(stack)
    alike = [d for d in range(1, len(stack)) if _same_list(marker, stack[d].marker)]
    if len(alike) > 1 and marker.kind != "bullet":
        return alike[-1]
    nested = bool(alike)
    while depth > 1:
        top = stack[depth - 1].marker
        if top.kind == marker.kind:
            if marker.kind == "decimal" and top.style < marker.style:
                return depth
            if marker.kind == "bullet" and top.style != marker.style:
                known = next((d for d in range(depth - 1, 0, -1) if _same_list(marker, stack[d].marker)), None)
                return known if known else depth
            depth -= 1
            if not nested or marker.kind != "arabic":
                continue
            return depth
        if RANK[top.kind] > RANK[marker.kind] or (RANK[top.kind] == RANK[marker.kind]):
            if nested and marker.kind in ("arabic", "letter") and top.kind in ("letter", "parenthesis", "decimal"):
                return depth
            depth -= 1
            continue
        break
    return depth
