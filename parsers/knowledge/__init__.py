"""The state as tables: what the parsers know is rows here, and patterns are made from them.

Each table is a CSV beside this module; each function gives one table in the form its users need, read once.
"""

from __future__ import annotations

import csv
import re
from functools import cache
from importlib.resources import files
from typing import NamedTuple

from parsers.vietnamese.unicode import key


@cache
def rows(table: str) -> tuple[dict[str, str], ...]:
    """Give the rows of a table as dictionaries by column name."""
    return tuple(csv.DictReader(files(__package__).joinpath(f"{table}.csv").read_text("utf-8").splitlines()))


@cache
def cue(name: str) -> str:
    """Give the cue words of one kind as a pattern: any of them, the longest first, whole words only.

    A word is not taken where one of its `unless_before` words follows.
    """
    found = sorted((row for row in rows("cues") if row["cue"] == name), key=lambda row: -len(row["words"]))
    if not found:
        raise KeyError(name)
    return f"(?:{'|'.join(map(_one_cue, found))})(?!\\w)"


@cache
def comma_names() -> str:
    """Give the parts of agencies' names that hold commas as a pattern, any case, the longest first."""
    names = sorted((row["name"] for row in rows("comma_names")), key=len, reverse=True)
    return "(?i:" + "|".join(re.escape(name).replace(r"\ ", r"\s+") for name in names) + ")"


def _one_cue(row: dict[str, str]) -> str:
    words = re.escape(row["words"]).replace(r"\ ", r"\s+")
    unless = "|".join(filter(None, row["unless_before"].split(";")))
    return rf"{words}(?!\s+(?:{unless})(?!\w))" if unless else words


class DocType(NamedTuple):
    """A type of document: its name in lower case, the letters that stand for it in symbols.

    heads: it may stand above a title. cited: it may stand before a code. joint: several bodies issue it.
    """

    name: str
    symbols: tuple[str, ...]
    heads: bool
    cited: bool
    joint: bool


@cache
def doc_types() -> tuple[DocType, ...]:
    """Give the types of documents, the longest name first."""
    types = (
        DocType(
            r["name"],
            tuple(filter(None, r["symbols"].split(";"))),
            heads=r["heads"] == "yes",
            cited=r["cited"] == "yes",
            joint="joint" in r["family"],
        )
        for r in rows("doc_types")
    )
    return tuple(sorted(types, key=lambda t: -len(t.name)))


@cache
def type_of_symbol() -> dict[str, str]:
    """Give the type's name for the letters of a symbol (`KH` → `kế hoạch`); the first row wins."""
    found: dict[str, str] = {}
    for row in rows("doc_types"):
        for symbol in filter(None, row["symbols"].split(";")):
            found.setdefault(symbol, row["name"])
    return found


@cache
def posts() -> frozenset[str]:
    """Give the keys of signing posts."""
    return frozenset(key(row["post"]) for row in rows("posts"))


@cache
def honorifics() -> tuple[str, ...]:
    """Give ranks and titles that may stand before a name, the longest first."""
    return tuple(sorted((row["honorific"] for row in rows("honorifics")), key=len, reverse=True))


@cache
def agency_heads() -> tuple[str, ...]:
    """Give the keys of words with which the name of an agency begins, the longest first."""
    return tuple(sorted((key(row["head"]) for row in rows("agency_heads")), key=len, reverse=True))
