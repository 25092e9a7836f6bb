"""The header: issuer, number and symbol, place and day, type and subject.

Takes the text, gives the Header and where it ends. A blank in the file stays a blank
(Nghị định 30/2020/NĐ-CP, Phụ lục I, mục II; Party documents: Hướng dẫn 36-HD/VPTW).
"""

from __future__ import annotations

import re
from typing import NamedTuple

from models import Evidence, Header, IssuingAgency, PrintedAgency
from parsers import agency_names
from parsers.agency_names import Name
from parsers.confidence import sure
from parsers.headings import heading
from parsers.knowledge import doc_types, type_of_symbol
from parsers.letterhead import SUBJECT, Classed, addressed, classed, number, place_and_day
from parsers.text import Text
from parsers.title import Subject, authority, subject, type_line
from parsers.vietnamese.unicode import dashes, is_caps

_LETTERHEAD = frozenset({"motto", "number", "date", "subject"})


class Head(NamedTuple):
    """The header and the paragraphs it takes up: the letterhead ends before `title`, all of it before `end`."""

    header: Header
    title: tuple[int, int] | None
    end: int


def read(text: Text) -> Head:
    """Read the header of a text."""
    found = type_line(text)
    letter = _addressed(text)
    stop = found.paragraph if found else letter if letter is not None else _body(text)
    parts = classed(text, stop)
    if found is None and letter is None and not any(part.kind in _LETTERHEAD for part in parts):
        return Head(Header(), None, 0)
    values: dict[str, object] = {}
    evidence: dict[str, Evidence] = {}
    _number(text, parts, values, evidence)
    _date(text, parts, values, evidence)
    for kind in ("urgency", "secrecy"):
        for part in parts:
            if part.kind == kind:
                values[kind] = text.value[part.start : part.end]
                evidence[kind] = _evidence(text, part.start, part.end)
    values["is_draft"] = any(part.kind == "draft" for part in parts)
    symbol = str(values.get("symbol") or "")
    if found:
        values["doc_type"] = found.name
        evidence["doc_type"] = _evidence(text, found.start, found.end)
        title = subject(text, found)
        end = title.end if title else found.paragraph + 1
        title = _heading(text, title, values, evidence) if title and "number" not in values else title
        ranges = [(title.start, title.stop)] if title else []
    else:
        ranges = _letter_subject(text, parts)
        named = type_of_symbol().get(re.split(r"[-–/]", symbol)[0]) if symbol else None
        if symbol or ranges or letter is not None:
            values["doc_type"] = named if named and "-" in dashes(symbol) else "công văn"
        end = stop
    if ranges:
        values["title"] = " ".join(" ".join(text.value[s:e] for s, e in ranges).split()).rstrip(" .;,:-_*")
        evidence["title"] = _evidence(text, *_run(text, ranges))
    _agencies(text, parts, values, evidence)
    if not values.get("issuing_agencies"):
        _authority(text, end, values, evidence)
    return Head(Header(**values, evidence=evidence), ranges[0] if ranges else None, end)


def _run(text: Text, ranges: list[tuple[int, int]]) -> tuple[int, int]:
    """Give the first range with those that follow it without a word between."""
    start, end = ranges[0]
    for begin, stop in ranges[1:]:
        if text.value[end:begin].strip():
            break
        end = stop
    return start, end


def _evidence(text: Text, start: int, end: int, rule: str = "header") -> Evidence:
    stamped = any(
        run.origin == "annotation" and run.text.strip() in text.value[start:end]
        for line in text.paragraphs[text.paragraph_at(start)].lines
        for run in line.runs
    )
    return Evidence.model_construct(
        span=text.span(start, end), confidence=sure(rule), rule=rule, origin="annotation" if stamped else "text"
    )


def _addressed(text: Text) -> int | None:
    for index, paragraph in enumerate(text.paragraphs[:40]):
        if addressed(text.value[paragraph.start : paragraph.end]) is not None:
            return index
    return None


def _body(text: Text) -> int:
    """Give the first paragraph that looks like running text: a long one that is not in capitals."""
    for index, paragraph in enumerate(text.paragraphs[:40]):
        words = text.value[paragraph.start : paragraph.end]
        if len(words) > 90 and not is_caps(words) and not SUBJECT.match(words) and not number(words):
            return index
    return min(len(text.paragraphs), 12)


def _number(text: Text, parts: list[Classed], values: dict[str, object], evidence: dict[str, Evidence]) -> None:
    part = next((part for part in parts if part.kind == "number"), None)
    if part is None:
        return
    match = number(text.value[part.start : part.end])
    if match is None:
        if digits := re.search(r"\d+", text.value[part.start : part.end]):
            values["number"] = digits[0]
            evidence["number"] = _evidence(text, part.start + digits.start(), part.start + digits.end())
        return
    if match["number"]:
        values["number"] = match["number"]
        evidence["number"] = _evidence(text, part.start + match.start("number"), part.start + match.end("number"))
    start, end = part.start + match.start("symbol"), part.start + match.end("symbol")
    printed = re.sub(r"\s+", "", text.value[start:end]).rstrip(".,;")
    values["symbol"] = printed
    evidence["symbol"] = _evidence(text, start, end)
    if match["number"]:
        values["code"] = f"{match['number']}{match['mark'] or '/'}{printed}"


def _date(text: Text, parts: list[Classed], values: dict[str, object], evidence: dict[str, Evidence]) -> None:
    for part in parts:
        if part.kind != "date":
            continue
        printed = place_and_day(text.value[part.start : part.end])
        if printed is None:
            continue
        if printed.place:
            start, end = (part.start + offset for offset in printed.place)
            values["place"] = text.value[start:end].strip(" ,.;")
            evidence["place"] = _evidence(text, start, end)
        if printed.day and printed.raw:
            values["issued_on"] = printed.day
            evidence["issued_on"] = _evidence(text, part.start + printed.raw[0], part.start + printed.raw[1])
        return


def _heading(text: Text, title: Subject, values: dict[str, object], evidence: dict[str, Evidence]) -> Subject | None:
    """Take issuer, number and day from a title that opens with them; give the rest of it, None if there is none."""
    found = heading(text.value[title.start : title.stop])
    if found is None or "issued_on" in values:
        return title
    spans = {"number": found.number, "symbol": found.symbol, "issuing_agencies": found.issuer, "issued_on": found.raw}
    words = {}
    for field, span in spans.items():
        if span:
            words[field] = " ".join(text.value[title.start + span[0] : title.start + span[1]].split())
            evidence[field] = _evidence(text, title.start + span[0], title.start + span[1])
    values["number"] = words["number"]
    values["issued_on"] = found.day
    if "symbol" in words:
        values["symbol"] = words["symbol"]
        values["code"] = f"{words['number']}{found.mark}{words['symbol']}"
    if "issuing_agencies" in words:
        name = words["issuing_agencies"]
        values["issuing_agencies"] = (IssuingAgency(raw=name, name=name),)
    start = title.start + found.rest
    return title._replace(start=start) if start < title.stop else None


def _authority(text: Text, end: int, values: dict[str, object], evidence: dict[str, Evidence]) -> None:
    """Infer the issuer from the line that names who decides, below the title (`ỦY BAN NHÂN DÂN TỈNH …`)."""
    found = authority(text, end)
    if found is not None and "doc_type" in values:
        name = " ".join(text.value[found[0] : found[1]].split())
        values["issuing_agencies"] = (IssuingAgency(raw=name, name=name, inferred=True),)
        evidence["issuing_agencies"] = _evidence(text, *found, "header.inferred").model_copy(update={"origin": "body"})


def _letter_subject(text: Text, parts: list[Classed]) -> list[tuple[int, int]]:
    """Give the ranges of a letter's subject (trích yếu công văn, ô 5b), without its `V/v` or `Về`.

    A line of it that is wider than its column comes after the place and day.
    """
    first = next((index for index, part in enumerate(parts) if part.kind == "subject"), None)
    if first is None:
        return []
    match = SUBJECT.match(text.value, parts[first].start)
    begin = match.end() if match and match[0].strip(" :'‘’`").lower() != "về việc" else parts[first].start
    ranges = [(begin, parts[first].end)]
    ranges += [(part.start, part.end) for part in parts[first + 1 :] if part.kind in ("subject", "other")]
    return ranges


def _agencies(text: Text, parts: list[Classed], values: dict[str, object], evidence: dict[str, Evidence]) -> None:
    if not any(part.kind in ("motto", "number", "date") for part in parts) and "doc_type" not in values:
        return
    lines = [
        Name(text.value[p.start : p.end].strip(), p.start, p.end, _bold(text, p)) for p in parts if p.kind == "agency"
    ]
    symbol = str(values.get("symbol") or "")
    kinds = (re.split(r"[-–/]", symbol)[0], str(values.get("doc_type") or ""))
    joint = any(t.joint and (kinds[0] in t.symbols or kinds[1] == t.name) for t in doc_types())
    names = agency_names.names(lines, symbol)
    together = agency_names.by_symbol(names, symbol)
    governing, issuing = agency_names.ranked(names, joint=joint)
    if len(together) > 1:
        governing, issuing = next(iter(names[: names.index(together[0])]), None), together
    if governing:
        values["governing_agency"] = PrintedAgency(raw=governing.words, name=governing.words)
        evidence["governing_agency"] = _evidence(text, governing.start, governing.end)
    if issuing:
        values["issuing_agencies"] = tuple(IssuingAgency(raw=name.words, name=name.words) for name in issuing)
        evidence["issuing_agencies"] = _evidence(text, issuing[0].start, issuing[-1].end)


def _bold(text: Text, part: Classed) -> bool | None:
    runs = [run for line in text.paragraphs[part.paragraph].lines for run in line.runs]
    return runs[0].bold if runs and runs[0].size else None
