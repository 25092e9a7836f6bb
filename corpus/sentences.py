"""Sentences of the generator: a pattern with slots becomes words, dates and citations, with their gold.

Takes a pattern of `corpus.words` and a source of chance, gives a `Text`. Rule of the place: what fills a slot is
made together with what it means; no string is read back to find out.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from random import Random
from typing import cast, get_args

from corpus import cited, dated, words
from corpus.dated import DayForm
from corpus.plan import Cite, Relation, Text, When, say

SLOT = re.compile(r"\{(\w+)\}")
DAY_FORMS = cast("tuple[DayForm, ...]", get_args(DayForm))


@dataclass(frozen=True)
class Setting:
    """What the sentences of one document share: chance, year, subject, and its way of printing days."""

    rng: Random
    year: int
    subject: str
    day_form: DayForm


def setting(rng: Random) -> Setting:
    """Choose what the sentences of one document share."""
    form = rng.choices(DAY_FORMS, weights=(8, 2, 3, 1, 1))[0]
    return Setting(rng, rng.choice((2023, 2024, 2025, 2026)), rng.choice(words.SUBJECTS), form)


def filled(pattern: str, here: Setting) -> Text:
    """Fill the slots of a pattern."""
    parts = SLOT.split(pattern)
    return say(*(SLOTS[part](here) if place % 2 else part for place, part in enumerate(parts) if part))


def some_day(here: Setting, before: bool = False) -> tuple[int, int, int]:
    """Give a day of the document's year, or of one of the three years before."""
    back = here.rng.randint(1, 3) if before else 0
    return here.year - back, here.rng.randint(1, 12), here.rng.randint(1, 28)


def citation(here: Setting, relation: Relation = "mentions") -> Cite:
    """A document by number, in full, or short as in a later mention."""
    rng = here.rng
    if rng.random() < 0.5:
        word, code, day, owner = rng.choice([row for row in words.CENTRAL if row[2][0] < here.year])
        of: str | None = owner
    else:
        word, pattern, of = rng.choice(words.LOCAL)
        code, day = pattern.replace("{n}", f"{rng.randint(1, 480):02}"), some_day(here, before=True)
    when = dated.day(*day, here.day_form) if rng.random() < 0.85 else None
    comma = "," if when and rng.random() < (0.5 if "/TW" in code or "/TU" in code else 0.1) else ""
    colon = 1 if relation in ("basis", "implements") else 0
    number_word = rng.choices((" số ", " số: ", " "), weights=(12, colon, 2))[0]
    code = code.replace("/", " / ", 1) if rng.random() < 0.04 else code
    owner_shown = of if rng.random() < 0.9 else None
    return cited.cite(word, code, when, owner_shown, relation=relation, number_word=number_word, comma=comma)


def earlier_decision(here: Setting) -> Cite:
    """The decision that this one replaces."""
    when = dated.day(*some_day(here, before=True), here.day_form)
    return cited.cite("Quyết định", f"{here.rng.randint(1, 900):02}/QĐ-UBND", when, relation="replaces")


def law(here: Setting, relation: Relation = "mentions") -> Cite:
    """A law by name: with its year, its day, its number, or bare."""
    name, year, day, code = here.rng.choice([row for row in words.LAWS if row[1] < here.year])
    form = here.rng.choice(("year", "day", "code", "bare"))
    if form == "day":
        return cited.law(name, day=dated.day(*day, here.day_form), relation=relation)
    if form == "code" and code:
        return cited.law(name, code=code, relation=relation)
    return cited.law(name, year if form == "year" else None, relation=relation)


def pinpoint(here: Setting, relation: Relation = "mentions") -> Text:
    """A provision of a law or of a document."""
    source = law(here, relation) if here.rng.random() < 0.4 else citation(here, relation)
    return cited.at(here.rng.choice(words.PINPOINTS), source)


def _list(here: Setting) -> Text:
    rows = [row for row in words.CENTRAL if row[0] == "Nghị định"]
    first, second = here.rng.sample(rows, 2)
    lead = cited.cite("Nghị định", first[1])
    word = here.rng.choice(("", "số "))
    return say(lead, here.rng.choice((", ", " và ")), cited.again(lead, second[1], number_word=word))


def _congress(here: Setting) -> Cite:
    return cited.congress(*here.rng.choice(words.CONGRESSES))


def _deadline(here: Setting) -> When:
    cue = here.rng.choice(("trước ngày ", "chậm nhất ngày "))
    return dated.day(*some_day(here), here.day_form, cue)


def _between(here: Setting) -> When:
    first, last = sorted((some_day(here), some_day(here)))
    return dated.between(first, last if last > first else (here.year + 1, 1, 5))


def _period(here: Setting) -> When:
    cue, length = here.rng.choice((("giai đoạn ", 4), ("nhiệm kỳ ", 5), ("năm học ", 1)))
    dash = here.rng.choice((" - ", "-", "–", " – "))
    return dated.years(here.year, here.year + length, cue, dash)


SLOTS: dict[str, Callable[[Setting], str | When | Cite | Text]] = {
    "subject": lambda here: here.subject,
    "cite": citation,
    "law": law,
    "pinpoint": pinpoint,
    "list": _list,
    "congress": _congress,
    "month": lambda here: dated.month(here.year, here.rng.randint(1, 12), here.rng.random() < 0.5),
    "quarter": lambda here: dated.quarter(here.year, here.rng.randint(1, 4), here.rng.random() < 0.5),
    "half": lambda here: dated.half(here.year, here.rng.random() < 0.5),
    "deadline": _deadline,
    "until": lambda here: dated.until(*some_day(here), here.rng.choice(("long", "slash"))),
    "between": _between,
    "period": _period,
    "yearless": lambda here: dated.yearless(here.rng.randint(1, 12), here.rng.randint(1, 28)),
    "percent": lambda here: str(here.rng.randint(50, 99)),
    "count": lambda here: f"{here.rng.randint(2, 30):02}",
}


def related(text: Text, relation: Relation) -> Text:
    """Give a text whose citations stand in one relation to the document."""
    return tuple(replace(piece, relation=relation) if isinstance(piece, Cite) else piece for piece in text)
