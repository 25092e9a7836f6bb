"""Number and symbol: forms, order, agreement with type and issuer.

Takes a Paper, gives the rules that are broken (Nghị định 30/2020/NĐ-CP, Phụ lục I, ô 3; Phụ lục III; Hướng dẫn
36-HD/VPTW, ô 3). Each body fixes its own letters, so that those of the issuer are only ever a hint.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from models.conformity import Family
from parsers.knowledge import doc_types, type_of_symbol
from parsers.vietnamese.unicode import ascii_initial, dashes
from pipeline.conformance.paper import Hit, Line, Paper

_LINE = re.compile(
    r"(?P<label>(?:Số|SỐ|số))(?P<colon>\s*[:.;]?)\s*(?P<number>\d{1,5}(?:\.\d{1,2})?[a-zđ]?)?(?P<gap>[\s.…_]*)"
    r"(?P<mark>[/-])(?P<after>\s*)(?P<symbol>(?=[\d/-]*\s?[A-ZĐƯ])[A-ZĐƯ0-9][\w&.]*(?:\s?[/-]\s?[A-ZĐƯ0-9][\w&.]*)*)"
)
_ONLY = re.compile(r"\W*Số\s*[:.]?\s*(?P<number>\d{1,5})\W*")
_YEAR = re.compile(r"(?P<year>(?:19|20)\d\d)/")
_MAY_HOLD_YEAR = frozenset(("quyết định", "nghị quyết", "chỉ thị", "quy định", "văn bản hợp nhất"))
_YEARS = frozenset(("nghị định", "thông tư", "thông tư liên tịch"))
_LETTERS = frozenset(("công văn",))


def numbers(paper: Paper, family: Family) -> Iterator[Hit]:
    """Check number and symbol."""
    header = paper.document.header
    found = _printed(paper)
    if found is None:
        yield from _without(paper)
        return
    line, match = found
    start, end = line.start + match.start(), line.start + match.end()
    shown = " ".join(paper.document.text[start:end].split())
    if header.number is None and match["number"] is None:
        yield Hit("blank-number", start, end, shown)
    elif match["number"]:
        yield from _form(match, line, shown, family)
    if header.symbol:
        yield from _symbol(paper, header.symbol, start, end, family)


def _printed(paper: Paper) -> tuple[Line, re.Match[str]] | None:
    """Give the line of the letterhead that has number and symbol."""
    at = paper.document.header.evidence.get("symbol")
    for line in paper.head:
        match = _LINE.search(dashes(line.words))
        if match and (at is None or at.span is None or line.start <= at.span.start <= line.end):
            return line, match
    return None


def _without(paper: Paper) -> Iterator[Hit]:
    if not paper.letterhead or paper.document.header.symbol:
        return
    alone = next((line for line in paper.head if _ONLY.fullmatch(line.words)), None)
    if alone:
        yield Hit("missing-symbol", alone.start, alone.end, alone.words)
    elif not paper.document.header.number and not re.search(r"\b[Ss][oO06]\s*:", paper.folded[:600]):
        yield Hit("missing-number")


def _form(match: re.Match[str], line: Line, shown: str, family: Family) -> Iterator[Hit]:
    start, end = line.start + match.start("number"), line.start + match.end("symbol")
    number, symbol = match["number"], re.sub(r"\s", "", match["symbol"])
    code = line.words[match.start("number") : match.end("symbol")]
    if re.match(r"[1-9](?!\d)", number):
        yield Hit("number-zero", start, end, code, f"0{number}{match['mark']}{symbol}")
    colon = ":" in match["colon"]
    if not colon and match["label"] == "Số":
        yield Hit("number-colon", line.start + match.start(), end, shown)
    if colon:
        yield Hit("number-colon-party", line.start + match.start(), end, shown)
    if re.search(r"\s", match["symbol"]) or match["gap"].strip(".…_") or match["after"]:
        yield Hit("number-spaces", start, end, code, f"{number}{match['mark']}{symbol}")
    kind = re.match(r"[^\W\d]+", symbol)
    if kind and kind[0] in type_of_symbol():
        rest = symbol[kind.end() :]
        if match["mark"] == "-" and rest.startswith("/"):
            yield Hit("number-order", start, end, code, f"{number}/{kind[0]}-{rest[1:]}")
        if match["mark"] == "/" and rest.startswith("-"):
            yield Hit("number-order-party", start, end, code, f"{number}-{kind[0]}/{rest[1:]}")


def _symbol(paper: Paper, symbol: str, start: int, end: int, family: Family) -> Iterator[Hit]:
    """Check the symbol against type and issuer."""
    header = paper.document.header
    symbol, kind = dashes(symbol).replace(" ", ""), header.doc_type or ""
    year = _YEAR.match(symbol)
    named = symbol[year.end() :] if year else symbol
    first = re.split(r"[-/]", named)[0]
    if year and kind not in _MAY_HOLD_YEAR:
        number = header.number or "…"
        yield Hit("symbol-year", start, end, f"{number}/{symbol}", f"{number}/{named}")
    if not year and kind in _YEARS:
        issued = (header.issued_on or "")[:4]
        yield Hit(
            "legal-year", start, end, f"{header.number or '…'}/{symbol}", f"{header.number or '…'}/{issued}/{symbol}"
        )
    if kind in _LETTERS:
        if family == "state" and first == "CV" and len(named) > 2:
            yield Hit("symbol-letter", start, end, symbol, named[3:] or "…")
        return
    yield from _of_type(first, kind, symbol, start, end)
    yield from _of_issuer(paper, named, start, end)


def _of_type(first: str, kind: str, symbol: str, start: int, end: int) -> Iterator[Hit]:
    letters = next((one.symbols for one in doc_types() if one.name == kind), ())
    if letters and first not in letters and (other := type_of_symbol().get(first)) and other != kind:
        yield Hit("symbol-type", start, end, symbol, f"{kind} ({letters[0]})")


def _of_issuer(paper: Paper, named: str, start: int, end: int) -> Iterator[Hit]:
    """Hint at a symbol none of whose letters can be the issuer's initials, in their order."""
    groups = re.split(r"[-/]", named)
    agencies = paper.document.header.issuing_agencies
    if len(groups) != 2 or len(agencies) != 1 or agencies[0].inferred or groups[0] not in type_of_symbol():
        return
    letters = re.sub(r"[^A-ZĐ]", "", groups[1])
    initials = [ascii_initial(word).upper() for word in re.findall(r"[^\W\d_]+", agencies[0].name)]
    waiting = iter(initials)
    if len(letters) > 1 and letters[0] not in initials and not all(one in waiting for one in letters):
        yield Hit("symbol-issuer", start, end, named, agencies[0].name)
