"""Labels: a work in the few words that stand in its box.

Takes a work, gives lines. Rule of the place: lines are plain text from strangers; who puts them into a page
escapes them.
"""

from __future__ import annotations

from pipeline.day_words import day
from pipeline.graph.values import Work
from pipeline.marks import short

WIDTH = 30
"""Letters of a line."""


def label(work: Work) -> tuple[str, ...]:
    """Give code (else title, else id), and type with day of issue."""
    about = " · ".join(filter(None, (work.doc_type, day(work.issued_on))))
    return tuple(filter(None, (short(work.name, WIDTH), short(about, WIDTH))))
