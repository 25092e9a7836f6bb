"""Pieces: a long run of values cut into lists of so many, for questions that take only some at a time."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import TypeVar

T = TypeVar("T")


def pieces(values: Iterable[T], size: int) -> Iterator[list[T]]:
    """Give the values in lists of `size`, the last one shorter; no empty one."""
    rest = iter(values)
    while piece := list(islice(rest, size)):
        yield piece
