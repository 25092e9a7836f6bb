"""Values of the graph: works, links and the places in which a link is said."""

from __future__ import annotations

from typing import NamedTuple

from pipeline.graph.ranks import Rank, issuer_of, rank

STRUCTURAL = ("implements", "basis", "amends", "replaces", "repeals", "attached")
"""Relations that say how documents hang together; a mere mention does not."""

UPWARD = ("implements", "basis")
"""Relations that lead to what a document rests on."""

CHANGING = ("amends", "replaces", "repeals")
"""Relations by which a later document changes an earlier one."""


class Work(NamedTuple):
    """A document as such.

    id: canonical. key: of its best copy in the archive; None for a placeholder, known by citation only. issuer: name.
    cited: how many citations in the archive mean it. steps: links from the document that was asked for, below 0 for
    what it rests on and above 0 for what rests on it.
    """

    id: str
    key: int | None = None
    doc_type: str | None = None
    code: str | None = None
    issued_on: str | None = None
    issuer: str | None = None
    issuer_id: str | None = None
    title: str | None = None
    cited: int = 0
    steps: int = 0

    @property
    def placeholder(self) -> bool:
        """Say whether it is known by citation only."""
        return self.key is None

    @property
    def rank(self) -> Rank:
        """Say how high its issuer stands."""
        found = rank(self.issuer_id)
        return found if self.issuer_id and found.number < 99 else rank(issuer_of(self.id))

    @property
    def name(self) -> str:
        """Give what people call it: its code, else its title, else its id."""
        return self.code or self.title or self.id


class Place(NamedTuple):
    """Where something is said: words, label path of the section (`II/1/a`), page from 1."""

    raw: str | None = None
    section: str | None = None
    page: int | None = None


class Link(NamedTuple):
    """What is said of two works.

    said_by: id of the document in which it stands; another than source where a third document says it.
    places: where it stands there, in the order of its text.
    """

    source: str
    target: str
    relation: str
    said_by: str
    places: tuple[Place, ...] = ()


class Graph(NamedTuple):
    """Works and the links between them.

    around: id of the document that was asked for; None for a whole archive. left_out: works that a limit kept out.
    """

    works: tuple[Work, ...] = ()
    links: tuple[Link, ...] = ()
    around: str | None = None
    left_out: int = 0
