"""The content of a plan in one year: chapters, and the leaves that stand in them, each with a name of its own.

Takes nothing but values, gives the words of a leaf. Rule of the place: the same name in two years is the same leaf,
whatever its words; that is how truth knows what became of it.
"""

from __future__ import annotations

from dataclasses import dataclass

from corpus import dated
from corpus.plan import Cite, Text, say


@dataclass(frozen=True)
class Duty:
    """A task: its doers, what is to be done, day and month by which."""

    lead: str
    action: str
    support: str | None = None
    due: tuple[int, int] | None = None


@dataclass(frozen=True)
class Aim:
    """A target: what is measured, value, unit."""

    indicator: str
    value: int
    unit: str


@dataclass(frozen=True)
class Leaf:
    """A sentence, a task or a target. name: the same in both years. wording: which of its two wordings."""

    name: str
    says: tuple[str, ...] | Duty | Aim | Cite
    wording: int = 0


@dataclass(frozen=True)
class Chapter:
    """A heading with leaves or further headings below it."""

    name: str
    titles: tuple[str, ...]
    leaves: tuple[Leaf, ...] = ()
    chapters: tuple[Chapter, ...] = ()
    wording: int = 0

    @property
    def title(self) -> str:
        """Give its title in the wording of the year."""
        return self.titles[min(self.wording, len(self.titles) - 1)]


@dataclass(frozen=True)
class Year:
    """A plan in one year. basis: lines of the opening. parent: the document it carries out."""

    year: int
    subject: str
    basis: tuple[Leaf, ...]
    parent: Cite
    chapters: tuple[Chapter, ...]
    signer: str


def words(leaf: Leaf, year: Year) -> Text:
    """Give the words of a leaf in its year."""
    said = leaf.says
    if isinstance(said, Cite):
        return say("Căn cứ ", said, ";")
    if isinstance(said, Aim):
        return (f"{said.indicator} đạt từ {_figure(said.value)} {said.unit} trở lên.".replace(" %", "%"),)
    if isinstance(said, Duty):
        return _duty(said, year)
    sentence = said[min(leaf.wording, len(said) - 1)]
    return (sentence.replace("{subject}", year.subject).replace("{year}", str(year.year)),)


def _duty(duty: Duty, year: Year) -> Text:
    helped = f" chủ trì, phối hợp với {duty.support} " if duty.support else " chủ trì "
    if duty.due is None:
        return (f"{duty.lead}{helped}{duty.action}.",)
    month, day = duty.due
    due = dated.day(year.year, month, day, cue="trước ngày ")
    return say(f"{duty.lead}{helped}{duty.action}; hoàn thành ", due, ".")


def _figure(value: int) -> str:
    return f"{value:,}".replace(",", ".")
