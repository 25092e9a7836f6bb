"""The rules of evaluation, field by field (GUIDELINES.md of the gold): which keys are compared, as tables.

Takes the gold and the extracted JSON of one document, gives verdicts. Adding a field is adding a row.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from difflib import SequenceMatcher
from typing import Any, NamedTuple

from pipeline.folding import fold, named_key
from pipeline.verdicts import Json, Verdict, compared, judged

ALIKE = 0.95
"""Share of like characters from which a title counts as alike."""

_ROMAN = re.compile(r"^(Phần [^/]+/)?[IVXL]+$")
_UBND = ("ubnd", fold("Ủy ban nhân dân"))


def raw(value: Any) -> str | None:
    """Give the printed words of a value that is a string or an object with `raw`."""
    return value.get("raw") if isinstance(value, dict) else value


def name(value: Any) -> str | None:
    """Give the name of a value that is a string or an object with `name`."""
    return value.get("name") if isinstance(value, dict) else value


def labelled(sections: Sequence[Json] | None, above: str = "") -> Iterator[tuple[str, Json]]:
    """Give path and section for all sections in reading order; bullets hand their children to the section above."""
    for section in sections or ():
        path = above
        if section.get("kind") != "bullet" and section.get("label"):
            path = f"{above}/{section['label']}" if above else str(section["label"])
            yield path, section
        yield from labelled(section.get("children"), path)


def issuing(header: Json) -> str | None:
    """Give the printed issuers, joined; those inferred are not printed."""
    printed = (raw(agency) for agency in header.get("issuing_agencies") or () if not agency.get("inferred"))
    return " + ".join(filter(None, printed)) or None


def citation_key(citation: Json) -> str:
    """Give what identifies a citation: its code, without one its name."""
    return fold(citation["code"]) if citation.get("code") else named_key(citation["raw"])


def recipient_key(recipient: Json) -> tuple[str, str]:
    """Give name and purpose, folded."""
    return fold(recipient.get("name")), fold(recipient.get("purpose"))


HEADER: dict[str, Callable[[Json], str | None]] = {
    "governing_agency": lambda header: raw(header.get("governing_agency")),
    "issuing_agency": issuing,
    **{
        field: lambda header, field=field: header.get(field)  # type: ignore[misc]
        for field in ("number", "symbol", "place", "issued_on", "doc_type", "title")
    },
}
"""Fields of the gold header and where the extracted header has them."""


class Bag(NamedTuple):
    """A field that holds many: the keys in gold, the keys in the extraction."""

    field: str
    gold: Callable[[Json], Iterable[Hashable]]
    got: Callable[[Json], Iterable[Hashable]]
    listed: bool = True


def _wanted_paths(gold: Json) -> list[str]:
    return [section["path"] for section in gold["sections"]]


def _found_paths(got: Json) -> list[str]:
    return [path for path, _ in labelled(got.get("sections"))]


def _roman(paths: Iterable[str]) -> Iterator[str]:
    return filter(_ROMAN.match, paths)


def _coded(document: Json) -> Iterator[str]:
    return (fold(each["code"]) for each in document.get("citations") or () if each.get("code"))


def _named(document: Json) -> Iterator[str]:
    return (named_key(each["raw"]) for each in document.get("citations") or () if not each.get("code"))


def _dates(document: Json) -> Iterator[str | None]:
    return (each.get("edtf") for each in document.get("dates") or ())


def _signers(document: Json) -> Iterator[str]:
    return (fold(each.get("name")) for each in document.get("signers") or ())


def _recipients(document: Json) -> Iterator[tuple[str, str]]:
    return map(recipient_key, document.get("recipients") or ())


def _addressees(document: Json) -> Iterator[str]:
    return (fold(name(each)) for each in document.get("addressees") or ())


BAGS: tuple[Bag, ...] = (
    Bag("sections", _wanted_paths, _found_paths),
    Bag("sections.roman", lambda gold: _roman(_wanted_paths(gold)), lambda got: _roman(_found_paths(got)), False),
    Bag("citations.coded", _coded, _coded),
    Bag("citations.named", _named, _named),
    Bag("dates", _dates, _dates),
    Bag("signers.name", _signers, _signers),
    Bag("recipients", _recipients, _recipients),
    Bag("addressees", _addressees, _addressees),
)


def fields(gold: Json, got: Json) -> Iterator[Verdict]:
    """Give the verdicts on one document, all but tasks, targets and roles."""
    yield from header(gold["header"], got.get("header") or {})
    for bag in BAGS:
        yield compared(bag.field, bag.gold(gold), bag.got(got), listed=bag.listed)
    yield from section_titles(gold, got)
    yield from citation_details(gold, got)
    yield from signer_positions(gold, got)
    yield from archive(gold, got)


def header(gold: Json, got: Json) -> Iterator[Verdict]:
    """Compare the header; a blank rightly left blank earns nothing."""
    for field, read in HEADER.items():
        want, have = gold.get(field), read(got)
        if not fold(want) and not fold(have):
            continue
        right = fold(want) == fold(have)
        if field == "title":
            near = SequenceMatcher(None, fold(want), fold(have), autojunk=False).ratio() >= ALIKE
            yield judged("header.title (95 % alike)", near, want, have, listed=False)
        yield judged(f"header.{field}", right, want, have)
        yield judged("header", right, want, have, listed=False)
    if wanted := gold.get("issuer_from_body"):
        names = [fold(agency.get("name")).replace(*_UBND) for agency in got.get("issuing_agencies") or ()]
        right = any(fold(wanted).replace(*_UBND) in each for each in names)
        yield judged("header.issuer_from_body", right, wanted, names)


def section_titles(gold: Json, got: Json) -> Iterator[Verdict]:
    """Compare the titles of the paths that both have; of sections with one path the first counts."""
    want = dict(reversed([(each["path"], each["title"]) for each in gold["sections"]]))
    have = dict(reversed([(path, each.get("title")) for path, each in labelled(got.get("sections"))]))
    for path in sorted(want.keys() & have.keys()):
        right = fold(want[path]) == fold(have[path])
        yield judged("sections.title", right, f"{path} {want[path]}", f"{path} {have[path]}")


def paired(gold: Iterable[Json], got: Iterable[Json], key: Callable[[Json], Hashable]) -> Iterator[tuple[Json, Json]]:
    """Pair items of one key, in order, each once."""
    pool: defaultdict[Hashable, list[Json]] = defaultdict(list)
    for item in got:
        pool[key(item)].append(item)
    for item in gold:
        if pool[key(item)]:
            yield item, pool[key(item)].pop(0)


def citation_details(gold: Json, got: Json) -> Iterator[Verdict]:
    """Compare type, day, issuer (of coded ones), relation and pinpoint (where gold has one) of paired citations."""
    for want, have in paired(gold["citations"], got.get("citations") or (), citation_key):
        due = {"doc_type": True, "issued_on": True, "issuer": want.get("code"), "relation": True}
        for detail in [*filter(due.get, due), *(["pinpoint"] if want.get("pinpoint") else [])]:
            wanted, found = want.get(detail), raw(have.get(detail))
            about = want["raw"][:50]
            right = fold(wanted) == fold(found)
            yield judged(f"citations.{detail}", right, f"{wanted} of {about}", f"{found} of {about}")


def signer_positions(gold: Json, got: Json) -> Iterator[Verdict]:
    """Compare post and capacity of the signers whose names agree."""
    for want in gold["signers"]:
        same = (each for each in got.get("signers") or () if fold(each.get("name")) == fold(want["name"]))
        if have := next(same, None):
            yield judged("signers.position", _post(want) == _post(have), _post(want), _post(have))


def _post(signer: Json) -> tuple[str, list[str]]:
    return fold(signer.get("position")), [fold(line) for line in signer.get("capacity") or ()]


def archive(gold: Json, got: Json) -> Iterator[Verdict]:
    """Compare units, in order, and drafter, where either side has units."""
    want, have = gold.get("archive") or {}, got.get("archive") or {}
    if want.get("units") or have.get("units"):
        yield judged("archive", archive_key(want) == archive_key(have), archive_key(want), archive_key(have))


def archive_key(note: Json) -> tuple[list[str], str]:
    """Give units and drafter, folded."""
    return [fold(unit) for unit in note.get("units") or ()], fold(note.get("drafter"))
