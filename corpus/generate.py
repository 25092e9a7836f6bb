"""Any number of documents with gold, each following its own mix of the conventions.

Takes a folder, a count, a seed and the forms wanted, gives the documents' paths as they are written; gold goes to
`folder/gold`. Rule of the place: a document depends on the seed and its place alone; more of them change none.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from random import Random

from corpus.build import FORMS, write
from corpus.compose import compose


def generate(folder: Path, count: int, seed: int, formats: Sequence[str] = ("txt",)) -> Iterator[Path]:
    """Write documents and their gold; give the documents' paths one by one.

    folder: made if it is not there. count: how many documents. seed: the same seed gives the same files.
    formats: of `txt`, `md`, `docx`, `pdf` and, as scans without a text layer, `scan` (300 dpi), `scan200`, `scan300`;
    each document is written in all of them and gold names the first. A scan is `NAME.scan.pdf` with gold of its own.
    Raises ValueError if a format is not one of these or none is given.
    """
    unknown = [form for form in formats if form not in FORMS]
    if unknown or not formats:
        raise ValueError(f"formats are {', '.join(FORMS)}; got {', '.join(formats) or 'none'}")
    gold = folder / "gold"
    gold.mkdir(parents=True, exist_ok=True)
    for place in range(count):
        plan, manner = compose(Random(f"{seed}/{place}"))
        yield from write(folder, gold, f"{place:05}", plan, manner, formats)
