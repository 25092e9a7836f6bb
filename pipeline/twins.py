"""Twins: the same document in several files, a DOCX and its signed PDF or a scan, told by what it says.

Takes documents, gives groups. Rule of the place: two files are one document if they have one identity or nearly the
same words, and never if number, day of issue or the years in the title contradict each other. Documents are compared
only where they share an identity or a part of their sketch, so that time grows with their number and not its square.
Source of the sketch: A. Broder, On the resemblance and containment of documents (1997); P. Li, A. Owen, C. Zhang,
One permutation hashing (2012).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import combinations
from typing import TYPE_CHECKING, Literal, NamedTuple
from zlib import crc32

from models import Document
from parsers.vietnamese.unicode import ascii_key
from pipeline.twin_facts import Facts, agreements, contradictions, facts

if TYPE_CHECKING:
    from numpy import uint64
    from numpy.typing import NDArray

Grade = Literal["identical", "same", "near"]
"""The same words; the same document; a draft of it or a copy with other words in it."""

SHINGLE = 3
"""Syllables of a shingle: short, so that an error of recognition spoils few of them."""
PLACES, ROWS = 256, 8
"""Places of a sketch, and how many of them make one band: two documents alike by 0.75 share one 97 times in 100."""
IDENTIFIED, ALIKE, ALIKE_SCANNED, NEAR = 0.3, 0.9, 0.7, 0.6
"""Least likeness of one document: by its identity, by its words, by words that were recognised; and of a draft."""
CROWD, NEIGHBOURS = 24, 12
"""In a bucket of more documents than this, each is compared with so many that are next by day and number."""

_WORD = re.compile(r"[a-z0-9]+")
_ORDER: dict[Grade, int] = {"identical": 0, "same": 1, "near": 2}


class Sketch(NamedTuple):
    """What is kept of a document to compare it.

    words: hash of its folded words. places: least hash of its shingles in each place. facts: what it says of itself.
    worth: rank as the copy to keep, the highest is best.
    """

    name: str
    words: int
    places: NDArray[uint64]
    facts: Facts
    worth: tuple[int, ...]


class Member(NamedTuple):
    """A document of a group. place: where it stands among those given. grade, likeness (0…1): against the best one."""

    place: int
    grade: Grade
    likeness: float


class Group(NamedTuple):
    """Files that are one document.

    id: its canonical id, None where no file tells it. grade: the weakest of its members. best: index of the one to
    keep: signed before digital before recognised, issued before draft.
    """

    id: str | None
    grade: Grade
    best: int
    members: tuple[Member, ...]


def twins(documents: Iterable[Document]) -> tuple[Group, ...]:
    """Give the groups of two documents or more that are one, in the order of their first document."""
    return grouped([sketch(document) for document in documents])


def sketch(document: Document) -> Sketch:
    """Give what is kept of a document."""
    syllables = _WORD.findall(ascii_key(document.text))
    source = document.source
    signed = any(signature.intact is not False for signature in source.signatures)
    origin = ("ocr", "mixed", "digital").index(source.text_origin)
    told = facts(document)
    issued = told.number is not None and not document.header.is_draft
    return Sketch(
        source.name,
        crc32(" ".join(syllables).encode()),
        _places(syllables),
        told,
        (signed, issued, origin, sum(map(bool, told)), source.pages is not None, len(syllables)),
    )


@lru_cache(maxsize=65536)
def _hash(syllable: str) -> int:
    return crc32(syllable.encode()) * 0x9E3779B97F4A7C15 % 2**64


def _places(syllables: Sequence[str]) -> NDArray[uint64]:
    """Hash every shingle once; each falls into one place, which keeps the least."""
    import numpy

    hashes = numpy.array([_hash(syllable) for syllable in syllables], dtype=numpy.uint64)
    count = max(1, len(hashes) - SHINGLE + 1) if len(hashes) else 0
    mixed = numpy.zeros(count, dtype=numpy.uint64)
    for step in range(min(SHINGLE, len(hashes))):
        mixed = (mixed ^ hashes[step : step + count]) * numpy.uint64(0xFF51AFD7ED558CCD)
        mixed ^= mixed >> numpy.uint64(33)
    empty = numpy.iinfo(numpy.uint64).max
    places = numpy.full(PLACES, empty, dtype=numpy.uint64)
    numpy.minimum.at(places, (mixed % numpy.uint64(PLACES)).astype(numpy.intp), mixed // numpy.uint64(PLACES))
    filled = numpy.flatnonzero(places != empty)
    if 0 < len(filled) < PLACES:
        following = filled[numpy.searchsorted(filled, numpy.arange(PLACES)) % len(filled)]
        distance = (following - numpy.arange(PLACES)) % PLACES
        places = places[following] + distance.astype(numpy.uint64)
    return places


def likeness(one: Sketch, other: Sketch) -> float:
    """Give the share of shingles that two documents have in common, 0…1, within some hundredths."""
    return float((one.places == other.places).mean())


def graded(one: Sketch, other: Sketch) -> tuple[Grade, float] | None:
    """Say how two documents are one, None where they are two."""
    alike = likeness(one, other)
    scanned = one.facts.recognised or other.facts.recognised
    against = contradictions(one.facts, other.facts)
    misread = scanned and alike >= ALIKE_SCANNED and agreements(one.facts, other.facts)
    if against > (1 if misread else 0):
        return None
    draft = one.facts.draft != other.facts.draft
    if one.words == other.words and not draft:
        return "identical", 1.0
    known = one.facts.id is not None and one.facts.id == other.facts.id and alike >= IDENTIFIED
    if not draft and (known or alike >= (ALIKE_SCANNED if scanned else ALIKE)):
        return "same", alike
    unnumbered = one.facts.number is None or other.facts.number is None
    return ("near", alike) if alike >= NEAR and (draft or unnumbered) else None


def grouped(sketches: Sequence[Sketch]) -> tuple[Group, ...]:
    """Give the groups of two sketches or more that are one document."""
    pairs = {pair for bucket in _buckets(sketches) for pair in _compared(sketches, bucket)}
    found = [(grade, a, b) for a, b in pairs if (grade := graded(sketches[a], sketches[b])) is not None]
    found.sort(key=lambda entry: (_ORDER[entry[0][0]], -entry[0][1], entry[1], entry[2]))
    belongs = {index: [index] for _, a, b in found for index in (a, b)}
    for _, a, b in found:
        left, right = belongs[a], belongs[b]
        if left is not right and _agree(sketches, left, right):
            left += right
            belongs |= dict.fromkeys(right, left)
    groups = {id(members): sorted(members) for members in belongs.values() if len(members) > 1}
    return tuple(_group(sketches, members) for members in sorted(groups.values()))


def _buckets(sketches: Sequence[Sketch]) -> Iterator[list[int]]:
    """Give the documents that share an identity, all words, or a band of the sketch."""
    buckets: dict[object, list[int]] = {}
    for index, one in enumerate(sketches):
        buckets.setdefault(one.words, []).append(index)
        if one.facts.id:
            buckets.setdefault(one.facts.id, []).append(index)
        for start in range(0, PLACES, ROWS):
            buckets.setdefault((start, one.places[start : start + ROWS].tobytes()), []).append(index)
    return (bucket for bucket in buckets.values() if len(bucket) > 1)


def _compared(sketches: Sequence[Sketch], bucket: list[int]) -> Iterator[tuple[int, int]]:
    if len(bucket) <= CROWD:
        yield from combinations(bucket, 2)
        return
    near = sorted(bucket, key=lambda index: (sketches[index].facts.day or "", sketches[index].facts.number or ""))
    for place, index in enumerate(near):
        yield from ((min(index, other), max(index, other)) for other in near[place + 1 : place + 1 + NEIGHBOURS])


def _agree(sketches: Sequence[Sketch], left: list[int], right: list[int]) -> bool:
    """Say whether nothing in two groups contradicts: a draft may be like two documents and is only one of them."""
    return all(
        contradictions(one, other) == 0 or ((one.recognised or other.recognised) and agreements(one, other))
        for one in (sketches[a].facts for a in left)
        for other in (sketches[b].facts for b in right)
    )


def _group(sketches: Sequence[Sketch], members: list[int]) -> Group:
    best = max(members, key=lambda index: (sketches[index].worth, -index))
    told = [Member(index, *_against(sketches[best], sketches[index])) for index in members]
    known = [sketches[index].facts.id for index in (best, *members)]
    return Group(
        next((one for one in known if one), None),
        max((m.grade for m in told), key=_ORDER.__getitem__),
        best,
        tuple(told),
    )


def _against(best: Sketch, one: Sketch) -> tuple[Grade, float]:
    return ("identical", 1.0) if one is best else graded(best, one) or ("near", likeness(best, one))
