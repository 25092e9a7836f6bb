"""The first year of a pair, and how the next year changes it.

Takes a source of chance, gives a `Year`, and from a `Year` the next one with the names of the leaves that moved.
Rule of the place: chance is asked in a fixed order, so that the same seed gives the same pair.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from random import Random

from corpus import dated
from corpus.cited import cite, law
from corpus.comparisons import wording as w
from corpus.comparisons.content import Aim, Chapter, Duty, Leaf, Year
from corpus.houses import person
from corpus.plan import Cite

Spare = dict[str, list[Leaf]]
"""Leaves of each chapter that the first year has not."""


def first_year(rng: Random) -> tuple[Year, Spare]:
    """Make up the first year."""
    year = rng.choice((2022, 2023, 2024, 2025))
    spare: Spare = {}
    purposes, requirements = (
        _taken(rng, spare, name, _plain(name, rows), 2) for name, rows in (("p", w.PURPOSES), ("r", w.REQUIREMENTS))
    )
    aims = [Leaf(f"a{n}", Aim(what, rng.choice(values[:3]), unit)) for n, (what, unit, values) in enumerate(w.TARGETS)]
    groups = rng.sample(w.GROUPS, rng.choice((2, 3)))
    contents = _taken(rng, spare, "c", _plain("c", w.CONTENTS), rng.randint(3, 4) * len(groups))
    chapters = (
        Chapter("purposes", w.TITLES["purposes"], (), (
            Chapter("purpose", ("Mục đích",), purposes), Chapter("requirements", ("Yêu cầu",), requirements),
        )),
        Chapter("targets", w.TITLES["targets"], _taken(rng, spare, "a", aims, rng.randint(4, 6))),
        Chapter("contents", w.TITLES["contents"], (), tuple(
            Chapter(f"g{n}", (title,), (*contents[n::len(groups)], *_formula(n))) for n, title in enumerate(groups)
        )),
        Chapter("money", w.TITLES["money"], tuple(_plain("m", w.MONEY))),
        Chapter("organisation", w.TITLES["organisation"], _taken(rng, spare, "d", _duties(rng), rng.randint(4, 6))),
    )  # fmt: skip
    laws = [Leaf(f"l{n}", _law(rng, row, 0)) for n, row in enumerate(w.LAWS)]
    standing = [
        Leaf(f"s{n}", cite(word, code, dated.day(*day), of)) for n, (word, code, day, of) in enumerate(w.STANDING)
    ]
    basis = (*rng.sample(laws, rng.randint(1, 2)), *_taken(rng, spare, "s", standing, rng.randint(1, 3)))
    subject = rng.choice(w.SUBJECTS)
    return Year(year, subject, basis, _parent(rng, year), chapters, person(rng)), spare


def next_year(rng: Random, old: Year, spare: Spare) -> tuple[Year, set[str]]:
    """Give the plan of the next year, and the names of what stands elsewhere in it."""
    moved: set[str] = set()
    chapters = [_retitled(rng, _changed(rng, chapter, spare, moved)) for chapter in old.chapters]
    contents = next(n for n, chapter in enumerate(chapters) if chapter.name == "contents")
    chapters[contents] = _across(rng, chapters[contents], moved)
    if rng.random() < 0.5:
        n = rng.randrange(len(w.EXTRAS))
        titles, sentences = w.EXTRAS[n]
        chapters.insert(rng.randint(1, len(chapters) - 1), Chapter(f"x{n}", titles, (Leaf(f"xl{n}", sentences),)))
    if rng.random() < 0.2:
        chapters = [chapter for chapter in chapters if chapter.name != "money"]
    signer = person(rng) if rng.random() < 0.5 else old.signer
    year = old.year + 1
    return Year(year, old.subject, _basis(rng, old, spare), _parent(rng, year), tuple(chapters), signer), moved


def _plain(letter: str, rows: Iterable[tuple[str, ...]]) -> list[Leaf]:
    return [Leaf(f"{letter}{n}", row) for n, row in enumerate(rows)]


def _formula(group: int) -> list[Leaf]:
    return [Leaf(f"f{group}", w.FORMULA)]


def _duties(rng: Random) -> list[Leaf]:
    leads = rng.sample(w.LEADS, len(w.TASKS))
    found = []
    for n, (actions, lead) in enumerate(zip(w.TASKS, leads, strict=True)):
        support = rng.choice(w.SUPPORTS) if rng.random() < 0.6 else None
        due = (rng.randint(3, 12), rng.randint(1, 28)) if rng.random() < 0.6 else None
        found.append(Leaf(f"d{n}", Duty(lead, actions[0], support, due)))
    return found


def _taken(rng: Random, spare: Spare, name: str, leaves: list[Leaf], count: int) -> tuple[Leaf, ...]:
    chosen = rng.sample(leaves, min(count, len(leaves)))
    spare[name] = [leaf for leaf in leaves if leaf not in chosen]
    return tuple(chosen)


def _law(rng: Random, row: tuple[str, str, tuple[int, int, int], str, tuple[int, int, int]], edition: int) -> Cite:
    name, *editions = row[0], (row[1], row[2]), (row[3], row[4])
    code, day = editions[edition]
    return law(name, code=code, day=dated.day(*day), relation="basis")


def _parent(rng: Random, year: int) -> Cite:
    day = dated.day(year, 1, rng.randint(5, 28))
    return cite("Kế hoạch", f"{rng.randint(1, 90):02}/KH-UBND", day, "Ủy ban nhân dân tỉnh", relation="implements")


def _basis(rng: Random, old: Year, spare: Spare) -> tuple[Leaf, ...]:
    """Give the lines of the opening: a law gives way to its successor, a document goes, another comes."""
    found = []
    for leaf in old.basis:
        chance = rng.random()
        if leaf.name.startswith("l") and chance < 0.5:
            leaf = replace(leaf, says=_law(rng, w.LAWS[int(leaf.name[1:])], 1), wording=1)
        if leaf.name.startswith("l") or chance < 0.7:
            found.append(leaf)
    if rng.random() < 0.5 and spare["s"]:
        found.append(rng.choice(spare["s"]))
    return tuple(found)


def _retitled(rng: Random, chapter: Chapter) -> Chapter:
    return replace(chapter, wording=1) if len(chapter.titles) > 1 and rng.random() < 0.25 else chapter


def _changed(rng: Random, chapter: Chapter, spare: Spare, moved: set[str]) -> Chapter:
    """Change the leaves of a chapter and of those below it: drop, reword, put in, put in another order."""
    below = tuple(_changed(rng, one, spare, moved) for one in chapter.chapters)
    if chapter.name == "money" or not chapter.leaves:
        leaves = tuple(_reworded(rng, leaf) for leaf in chapter.leaves)
        return replace(chapter, leaves=leaves, chapters=below)
    kept = [_reworded(rng, leaf) for leaf in chapter.leaves if rng.random() > 0.15] or [chapter.leaves[0]]
    if len(kept) > 3 and rng.random() < 0.3:
        leaf = kept.pop(0)
        kept.append(leaf)
        moved.add(leaf.name)
    pool = spare.get(chapter.leaves[0].name[0], [])
    if pool and rng.random() < 0.5:
        kept.insert(rng.randint(0, len(kept)), pool.pop(rng.randrange(len(pool))))
    return replace(chapter, leaves=tuple(kept), chapters=below)


def _across(rng: Random, contents: Chapter, moved: set[str]) -> Chapter:
    """Put a leaf of one group into another."""
    groups = list(contents.chapters)
    source, target = rng.sample(range(len(groups)), 2)
    free = [leaf for leaf in groups[source].leaves if leaf.name not in moved and leaf.name[0] != "f"]
    if rng.random() < 0.5 and len(groups[source].leaves) > 2 and free:
        leaf = rng.choice(free)
        groups[source] = replace(groups[source], leaves=tuple(one for one in groups[source].leaves if one != leaf))
        groups[target] = replace(groups[target], leaves=(*groups[target].leaves, leaf))
        moved.add(leaf.name)
    return replace(contents, chapters=tuple(groups))


def _reworded(rng: Random, leaf: Leaf) -> Leaf:
    said = leaf.says
    if isinstance(said, Aim):
        return replace(leaf, says=_aim(rng, leaf, said))
    if isinstance(said, Duty):
        return replace(leaf, says=_duty(rng, leaf, said))
    chance = rng.random()
    return replace(leaf, wording=1 if chance < 0.3 else 2) if chance < 0.4 else leaf


def _aim(rng: Random, leaf: Leaf, aim: Aim) -> Aim:
    values = w.TARGETS[int(leaf.name[1:])][2]
    return replace(aim, value=rng.choice(values)) if rng.random() < 0.7 else aim


def _duty(rng: Random, leaf: Leaf, duty: Duty) -> Duty:
    if rng.random() < 0.2:
        duty = replace(duty, lead=rng.choice([one for one in w.LEADS if one != duty.lead]))
    if rng.random() < 0.2:
        duty = replace(duty, support=rng.choice([None, *w.SUPPORTS]))
    if rng.random() < 0.2:
        duty = replace(duty, due=None if duty.due and rng.random() < 0.3 else (rng.randint(3, 12), rng.randint(1, 28)))
    if rng.random() < 0.25:
        duty = replace(duty, action=w.TASKS[int(leaf.name[1:])][1])
    return duty
