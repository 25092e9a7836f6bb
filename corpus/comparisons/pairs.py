"""Pairs of plans of one agency in two years, written as text, with the truth of what changed.

Takes a seed, gives both texts and the truth; `python -m corpus.comparisons.pairs FOLDER [COUNT] [SEED]` writes them.
Rule of the place: every sentence is the project's own; truth comes from what was changed and is never read back.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from random import Random
from typing import Literal, NamedTuple

from corpus import dated, render_text
from corpus import words as names
from corpus.comparisons.content import Aim, Chapter, Duty, Leaf, Year, words
from corpus.comparisons.truth import ReferenceTruth, SectionTruth, TargetTruth, TaskTruth, Truth
from corpus.comparisons.yearly import first_year, next_year
from corpus.plan import Archive, Cite, Letterhead, Node, Plan, Recipient, Signer, plain, say
from corpus.render_text import Dump
from corpus.sections import basis, dash, head, item, para

ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII")


class Pair(NamedTuple):
    """Two plans as text, and what changed from one to the other."""

    before: str
    after: str
    truth: Truth


class Placed(NamedTuple):
    """A leaf or heading as it is printed."""

    text: str
    leaf: Leaf | None


def pair(seed: str) -> Pair:
    """Make up a pair; the same seed gives the same."""
    rng = Random(seed)
    province, (department, letters) = rng.choice(names.PROVINCES), rng.choice(names.DEPARTMENTS[:-1])
    old, spare = first_year(rng)
    new, moved = next_year(rng, old, spare)
    texts = [render_text.render(_plan(rng, year, province, department, letters), _dump(rng)) for year in (old, new)]
    return Pair(texts[0], texts[1], _truth(old, new, department, moved))


def line(seed: str, count: int) -> tuple[str, ...]:
    """Make up the plans of one agency in so many years, one after the other; the same seed gives the same."""
    rng = Random(seed)
    province, (department, letters) = rng.choice(names.PROVINCES), rng.choice(names.DEPARTMENTS[:-1])
    year, spare = first_year(rng)
    years = [year]
    while len(years) < count:
        years.append(next_year(rng, years[-1], spare)[0])
    return tuple(render_text.render(_plan(rng, each, province, department, letters), _dump(rng)) for each in years)


def write(folder: Path, count: int, seed: int) -> Iterator[Path]:
    """Write pairs into a folder; give the paths of their truths."""
    folder.mkdir(parents=True, exist_ok=True)
    for place in range(count):
        made = pair(f"{seed}/{place}")
        for name, text in (("before", made.before), ("after", made.after)):
            (folder / f"{place:04}.{name}.txt").write_text(text, encoding="utf-8", newline="\n")
        path = folder / f"{place:04}.truth.json"
        path.write_text(json.dumps(made.truth.as_json(), ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
        yield path


def _plan(rng: Random, year: Year, province: str, department: str, letters: str) -> Plan:
    return Plan(
        letterhead=Letterhead(
            governing=(f"UBND TỈNH {province.upper()}",),
            issuers=((department.upper(),),),
            number=f"{rng.randint(10, 99)}",
            symbol=f"/KH-{letters}",
            place=province,
            date=dated.day(year.year, 2, rng.randint(1, 27), "long"),
        ),
        doc_type="kế hoạch",
        type_line="KẾ HOẠCH",
        title=(f"Triển khai công tác {year.subject} năm {year.year}",),
        opening=(*(basis(words(leaf, year)) for leaf in year.basis), para(*_opening(year, department))),
        body=tuple(_chapter(chapter, f"{label}.", year) for label, chapter in zip(ROMAN, year.chapters, strict=False)),
        closing=(para(_closing(department)),),
        signers=(Signer("GIÁM ĐỐC", year.signer),),
        recipients=(Recipient("UBND tỉnh", "để b/c"), Recipient("Các phòng, đơn vị thuộc Sở", "để t/h")),
        archive=Archive(("VT", "TH")),
    )


def _opening(year: Year, department: str) -> tuple[str | Cite, ...]:
    start, end = "Thực hiện ", f" về {year.subject}, {department} xây dựng Kế hoạch triển khai như sau:"
    return start, year.parent, end


def _closing(department: str) -> str:
    return f"Trên đây là Kế hoạch của {department}; nếu có vướng mắc, các đơn vị phản ánh kịp thời để xem xét./."


def _chapter(chapter: Chapter, label: str, year: Year) -> Node:
    if chapter.chapters:
        below = tuple(_chapter(one, f"{n}.", year) for n, one in enumerate(chapter.chapters, 1))
        return head(label, chapter.title, *below)
    return head(label, chapter.title, *(_leaf(leaf, n, year) for n, leaf in enumerate(chapter.leaves, 1)))


def _leaf(leaf: Leaf, number: int, year: Year) -> Node:
    text = say(*words(leaf, year))
    if leaf.name[0] in "mx":
        return para(text)
    return item(f"{number}.", text) if leaf.name[0] == "d" else dash(text)


def _dump(rng: Random) -> Dump:
    return Dump(
        width=rng.choice((75, 80, None)), double=rng.random() < 0.4, head=rng.choice(("columns", "stacked", "rows"))
    )


def _printed(year: Year, department: str) -> dict[str, Placed]:
    """Give all that is printed in a year by its name."""
    found = {leaf.name: Placed(plain(words(leaf, year)), leaf) for leaf in year.basis}
    found["opening"] = Placed(plain(say(*_opening(year, department))), None)
    found["closing"] = Placed(_closing(department), None)

    def walk(chapter: Chapter) -> None:
        found[chapter.name] = Placed(chapter.title, None)
        found.update({leaf.name: Placed(plain(words(leaf, year)), leaf) for leaf in chapter.leaves})
        for one in chapter.chapters:
            walk(one)

    for chapter in year.chapters:
        walk(chapter)
    return found


def _truth(old: Year, new: Year, department: str, moved: set[str]) -> Truth:
    before, after = _printed(old, department), _printed(new, department)
    sections, targets, tasks = [], [], []
    for name in dict.fromkeys((*before, *after)):
        one, other = before.get(name), after.get(name)
        texts = (one.text if one else None, other.text if other else None)
        sections.append(SectionTruth(_kind(*texts, moved=name in moved), *texts, _nth(before, name), _nth(after, name)))
        said = tuple(placed.leaf.says if placed and placed.leaf else None for placed in (one, other))
        if any(isinstance(each, Aim) for each in said):
            targets.append(_target(said[0], said[1], texts))
        if any(isinstance(each, Duty) for each in said):
            tasks.append(_task(said[0], said[1], texts))
        if name[0] == "f":
            tasks.append(_report(texts))
    return Truth(tuple(sections), tuple(targets), tuple(tasks), tuple(_references(old, new)))


def _nth(printed: dict[str, Placed], name: str) -> int:
    """Give how many times the words of a name stand before it in the same plan."""
    earlier = list(printed)[: list(printed).index(name)] if name in printed else []
    return sum(printed[one].text == printed[name].text for one in earlier)


def _kind(
    before: str | None, after: str | None, *, moved: bool
) -> Literal["kept", "reworded", "moved", "new", "dropped"]:
    if before is None or after is None:
        return "new" if before is None else "dropped"
    return "moved" if moved else "kept" if before == after else "reworded"


def _target(old: object, new: object, texts: tuple[str | None, str | None]) -> TargetTruth:
    if not isinstance(old, Aim) or not isinstance(new, Aim):
        return TargetTruth("dropped" if isinstance(old, Aim) else "new", *texts)
    if old.value == new.value:
        return TargetTruth("kept", *texts)
    return TargetTruth("raised" if new.value > old.value else "lowered", *texts)


def _task(old: object, new: object, texts: tuple[str | None, str | None]) -> TaskTruth:
    if not isinstance(old, Duty) or not isinstance(new, Duty):
        return TaskTruth("dropped" if isinstance(old, Duty) else "new", *texts)
    sides = {"lead": "lead", "support": "support", "deadline": "due", "action": "action"}
    aspects = tuple(name for name, field in sides.items() if getattr(old, field) != getattr(new, field))
    return TaskTruth("changed" if aspects else "kept", *texts, aspects)


def _report(texts: tuple[str | None, str | None]) -> TaskTruth:
    """Say what became of the duty to report, which has no other words than its sentence."""
    kind = _kind(*texts, moved=False)
    if kind in ("new", "dropped"):
        return TaskTruth("new" if kind == "new" else "dropped", *texts)
    return TaskTruth("kept", *texts) if kind == "kept" else TaskTruth("changed", *texts, ("action",))


def _references(old: Year, new: Year) -> Iterator[ReferenceTruth]:
    before, after = (
        {leaf.name: leaf.says for leaf in year.basis if isinstance(leaf.says, Cite)} for year in (old, new)
    )
    for name in dict.fromkeys((*before, *after)):
        one, other = (side[name].code if name in side else None for side in (before, after))
        if one != other:
            yield ReferenceTruth("replaced" if one and other else "dropped" if one else "added", one, other)
    yield ReferenceTruth("replaced", old.parent.code, new.parent.code)


def main() -> None:
    """Write pairs into the folder that is named."""
    folder, *numbers = sys.argv[1:]
    count, seed = (int(number) for number in (*numbers, *("40", "0")[len(numbers) :]))
    for path in write(Path(folder), count, seed):
        print(path.name)


if __name__ == "__main__":
    main()
