"""Symbols taken apart: `2025/QH15`, `NQ/TW`, `PĐ-SKHĐT`, `UBND-NC` into year, type, bodies, term.

Takes number and symbol as printed, gives the parts that make a key. The first letters are the type where the
table of types knows them, and the body otherwise: a state letter (công văn) has no type in its symbol
(Nghị định 30/2020/NĐ-CP, Phụ lục I, mục II.3; Phụ lục III).
"""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from parsers.knowledge import rows
from parsers.vietnamese.unicode import dashes

_NUMBER = re.compile(r"0*(?P<figures>\d+(?:\.\d{1,2})?)(?P<letter>[a-zđ]?)")
_YEAR = re.compile(r"(?P<year>(?:19|20)\d{2})/(?P<rest>.+)")
_ASSEMBLY = re.compile(r"(?:(?P<type>PL|NQ)-)?(?P<body>QH|UBTVQH)(?P<term>\d{1,2})")
_TERM = re.compile(r"(?P<body>[^\W\d_]{3,})(?P<term>\d{1,2})")
_STANDARD = re.compile(r"(?P<kind>QCVN|TCVN|QCĐP)(?P<number>\d[\d.\-]*):(?P<year>\d{4})(?:/(?P<body>\w+))?")
_LETTER = "CV"
_CYRILLIC = str.maketrans("АВЕКМНОРСТХ", "ABEKMHOPCTX")


class Symbol(NamedTuple):
    """The parts of a symbol.

    year: printed in it, as in all legal normative documents. letters: of the type, None in a state letter.
    bodies: letters of the issuers, the lead body first. term: figures after a body (`QH15` → 15).
    """

    year: int | None
    letters: str | None
    bodies: tuple[str, ...]
    term: int | None = None


class Standard(NamedTuple):
    """The parts of a technical standard's code: `QCVN 122:2024/BGTVT`."""

    kind: str
    number: str
    year: int
    body: str | None


def number(printed: str) -> str | None:
    """Give a number without leading zeros, its decimals and letter kept, or None if it is none."""
    match = _NUMBER.fullmatch(printed.lower())
    return match["figures"] + match["letter"].replace("đ", "d") if match else None


def symbol(printed: str) -> Symbol | None:
    """Take a symbol apart, or give None where no body's letters stand in it; Cyrillic look-alikes are read as Latin."""
    folded = dashes(printed).replace(" ", "").translate(_CYRILLIC)
    dated = _YEAR.fullmatch(folded)
    year, rest = (int(dated["year"]), dated["rest"]) if dated else (None, folded)
    assembly = _ASSEMBLY.fullmatch(rest)
    if assembly:
        return Symbol(year, assembly["type"], (assembly["body"],), int(assembly["term"]))
    parts = [part for part in re.split(r"[-/]", rest) if part]
    letters = _type_letters(parts[0]) if len(parts) > 1 else None
    bodies = parts[1:] if letters else parts
    if not bodies or not any(c.isalpha() for c in bodies[0]):
        return None
    termed = _TERM.fullmatch(bodies[0])
    if termed is None:
        return Symbol(year, letters, tuple(bodies))
    return Symbol(year, letters, (termed["body"], *bodies[1:]), int(termed["term"]))


def standard(code: str) -> Standard | None:
    """Take the code of a technical standard apart, or give None if it is none."""
    match = _STANDARD.fullmatch(code.replace(" ", ""))
    if match is None:
        return None
    figures = "-".join(part.lstrip("0") or "0" for part in re.split(r"[-.]", match["number"].strip("-.")))
    return Standard(match["kind"], figures, int(match["year"]), match["body"])


@cache
def type_letters() -> dict[str, tuple[tuple[str, ...], tuple[str, ...]]]:
    """Give names of state and of Party types for the letters of a type, the first of a tuple the usual one."""
    found: dict[str, tuple[list[str], list[str]]] = {}
    for row in rows("doc_types"):
        for letters in filter(None, row["symbols"].split(";")):
            state, party = found.setdefault(letters.upper(), ([], []))
            families = row["family"].split(";")
            if families != ["party"]:
                state.append(row["name"])
            if "party" in families:
                party.append(row["name"])
    return {letters: (tuple(state), tuple(party)) for letters, (state, party) in found.items()}


def _type_letters(part: str) -> str | None:
    folded = part.upper()
    return folded if folded in type_letters() or folded == _LETTER else None
