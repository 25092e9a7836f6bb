"""Sketches as they are stored: what finds the twins of a document, in some 1,100 bytes.

Takes and gives `pipeline.twins.Sketch`. The hashes keep 32 of their 64 bits: two different ones meet once in four
billion times, and hundreds of them are compared.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from pipeline.twin_facts import Facts
from pipeline.twins import PLACES, Sketch

if TYPE_CHECKING:
    from numpy import uint64
    from numpy.typing import NDArray


def packed(sketch: Sketch) -> bytes:
    """Give the bytes of a sketch."""
    import numpy

    places = (sketch.places & numpy.uint64(0xFFFFFFFF)).astype("<u4").tobytes()
    facts = {**sketch.facts._asdict(), "years": sorted(sketch.facts.years)}
    told = {"name": sketch.name, "words": sketch.words, "facts": facts, "worth": sketch.worth}
    return places + json.dumps(told, ensure_ascii=False).encode()


def unpacked(data: bytes) -> Sketch:
    """Read the bytes that `packed` wrote."""
    told = json.loads(data[4 * PLACES :])
    facts = Facts(**{**told["facts"], "years": frozenset(told["facts"]["years"])})
    return Sketch(told["name"], told["words"], _places(data[: 4 * PLACES]), facts, tuple(told["worth"]))


def _places(data: bytes) -> NDArray[uint64]:
    import numpy

    return numpy.frombuffer(data, "<u4").astype(numpy.uint64)
