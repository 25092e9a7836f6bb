"""What is said of an agency: the entity itself, its links in time, the setting it is named in, and the answer.

All are frozen. Dates are ISO 8601, a month or a year where no more is known, empty where the table has no bound.
"""

from __future__ import annotations

from typing import Literal, NamedTuple

How = Literal["exact", "abbreviation", "post", "relative", "named", "fuzzy"]
"""exact: a name of the table. abbreviation: its letters. post: a post in the body. relative: read with the setting.
named: an own name that is not in the table, placed by its first word. fuzzy: the nearest name of the table."""


class Context(NamedTuple):
    """The setting in which a name is printed.

    issuer, name: id and canonical name of the body that issues the document.
    province: slug of its province; level: its level; date: date of the document in EDTF.
    """

    issuer: str | None = None
    name: str | None = None
    province: str | None = None
    level: str | None = None
    date: str | None = None


class Link(NamedTuple):
    """A body before or after another: since when, what part of it, on what basis, how sure."""

    id: str
    name: str
    on: str
    scope: str
    basis: str
    note: str
    status: str


class Entity(NamedTuple):
    """An agency in one period of its life (cơ quan, tổ chức).

    id: stable, the same for all periods of one name in one place (`vn/lang-son/so-tai-chinh`).
    post: the post, where a post in the body is meant; id is the body's then, kind is `post`.
    numbering: id of the body whose numbers its documents bear.
    """

    id: str
    name: str
    kind: str
    level: str
    province: str | None = None
    parent: str | None = None
    valid_from: str = ""
    valid_to: str = ""
    numbering: str = ""
    post: str | None = None
    predecessors: tuple[Link, ...] = ()
    successors: tuple[Link, ...] = ()
    status: str = ""


class Resolution(NamedTuple):
    """What a name means: one agency, or the candidates when more than one fits, or neither."""

    agency: Entity | None = None
    candidates: tuple[Entity, ...] = ()
    how: How | None = None


class Step(NamedTuple):
    """One step of a line: the link, the entity it leads to, and what comes before or after that."""

    link: Link
    agency: Entity
    steps: tuple[Step, ...] = ()


class Line(NamedTuple):
    """An agency with all that came before it and all that came after it."""

    agency: Entity
    before: tuple[Step, ...]
    after: tuple[Step, ...]
