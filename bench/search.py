"""How fast passages are found: an archive of made-up documents, its index, and a mix of queries against it.

    python bench/search.py [--passages 20000 1000000] [--folder FOLDER | --server URL] [--queries 40]

A passage is 29 compound words and 50 syllables of the tables, the k-th as rare as 1 / (k + 41) and 1 / (k + 5): so a
compound stands in about as many passages as one of its rank does in real documents (the 16th in 14 of 100, the 158th
in 4), and `và` in 7 of 10. A document has 20 passages. Queries draw their words as often as they stand in the text;
facets and what is shown of ten hits are in the time. Prints a table: p50 and p95 in milliseconds of the first time
that each query is asked, and of the fastest of several, which tells less of what else the machine has to do.
"""

from __future__ import annotations

import argparse
import shutil
import statistics
import tempfile
import time
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
from sqlalchemy import insert

from parsers.knowledge import doc_types, rows
from parsers.vietnamese.slugs import slug
from parsers.vietnamese.unicode import ascii_key
from pipeline.archive import indexing
from pipeline.archive.codes import code_key
from pipeline.archive.filters import Filters
from pipeline.archive.schema import (
    agencies,
    changes,
    citations,
    document_agencies,
    documents,
    passages,
    recipients,
    signers,
)
from pipeline.archive.search import search
from pipeline.archive.searcher import folder_of
from pipeline.archive.store import Archive, is_url, open_archive, writing

PASSAGES, COMPOUNDS, SYLLABLES = 20, 29, 50
ROLES = tuple(sorted({row["role"] for row in rows("section_roles")}))
TYPES = tuple(one.name for one in doc_types())
BODIES = tuple(f"vn/tinh-{place}/so-{body}" for place in range(34) for body in range(14))
NAMES = ("Nguyễn Văn An", "Trần Thị Bình", "Lê Hoàng Cường", "Phạm Minh Đức", "Vũ Thị Hạnh")


class Words(NamedTuple):
    """Words and how probable each is."""

    words: Any
    weights: Any

    def drawn(self, rng: np.random.Generator, *size: int) -> Any:
        return rng.choice(self.words, size=size, p=self.weights)


def drawn_from(words: Iterable[str], flat: int) -> Words:
    """Give words in an order of their own, the k-th as probable as 1 / (k + flat)."""
    found = np.array(sorted(set(words)), dtype=object)
    np.random.default_rng(1).shuffle(found)
    weights = 1 / (np.arange(len(found)) + flat)
    return Words(found, weights / weights.sum())


def fill(archive: Archive, count: int, rng: np.random.Generator) -> None:
    """Put made-up documents with so many passages into an archive."""
    compounds, syllables = compound_words(), drawn_from((row["word"] for row in rows("word_pairs")), 5)
    tables = (documents, document_agencies, citations, signers, recipients, passages, changes)
    for start in range(0, count // PASSAGES, 500):
        made: dict[str, list[dict[str, Any]]] = {table.name: [] for table in tables}
        for key in range(start, min(start + 500, count // PASSAGES)):
            drawn = (compounds.drawn(rng, PASSAGES, COMPOUNDS), syllables.drawn(rng, PASSAGES, SYLLABLES))
            words = rng.permuted(np.concatenate(drawn, axis=1), axis=1)
            document(key, [" ".join(row) for row in words], rng, made)
        with writing(archive) as connection:
            if not start:
                connection.execute(insert(agencies), [{"id": body, "name": body, "line": body} for body in BODIES])
            for table in tables:
                connection.execute(insert(table), made[table.name])


def compound_words() -> Words:
    return drawn_from((row["compound"] for row in rows("compounds")), 41)


def document(key: int, texts: list[str], rng: np.random.Generator, made: dict[str, list[dict[str, Any]]]) -> None:
    """Add the rows of one document."""
    body, kind, year = BODIES[key % len(BODIES)], TYPES[key % 7], 2010 + key % 17
    code = f"{key % 3000 + 1}/KH-UBND"
    made["documents"].append(
        {
            "key": key, "id": f"{body}/ke-hoach/{year}/{key}", "sha256": f"{key:064x}", "name": f"{key}.pdf",
            "code": code, "code_key": code_key(code), "issued_on": f"{year}-05-06", "issued_from": f"{year}-05-06",
            "issued_to": f"{year}-05-06", "year": year, "doc_type": kind, "doc_type_key": slug(kind), "issuer": body,
            "issuer_name": body, "title": texts[0][:80],
        }
    )  # fmt: skip
    of = {"document": key, "ordinal": 0}
    made["document_agencies"].append({**of, "part": "issuing", "agency": body, "name": body})
    cited = f"{int(rng.zipf(1.5)) % 5000 + 1}/QĐ-TTg"
    made["citations"].append({**of, "raw": cited, "code": cited, "code_key": code_key(cited)})
    name = NAMES[key % len(NAMES)]
    made["signers"].append({**of, "name": name, "name_key": ascii_key(name)})
    made["recipients"] += [
        {"document": key, "ordinal": n, "part": "recipient", "name": f"Sở {n} tỉnh", "name_key": f"so {n} tinh"}
        for n in range(12)
    ]
    for n, text in enumerate(texts):
        text = f"{text} {cited}" if n == 1 else text
        made["passages"].append(
            {"document": key, "ordinal": n, "text": text, "start_at": 0, "end_at": len(text),
             "role": ROLES[(key + n) % len(ROLES)], "path": f"I/{n}"}
        )  # fmt: skip
    made["changes"].append({"document": key})


def queries(rng: np.random.Generator, count: int) -> Iterator[tuple[str, str, Filters]]:
    """Give kind, query and filters."""
    compounds = compound_words()

    def word() -> str:
        return str(compounds.drawn(rng, 1)[0])

    for _ in range(count):
        yield "one word", word(), Filters()
        yield "two words", f"{word()} {word()}", Filters()
        yield "four words", " ".join(word() for _ in range(4)), Filters()
        yield "phrase", f'"{word()}"', Filters()
        yield "without marks", ascii_key(f"{word()} {word()}"), Filters()
        yield "OR, NOT", f"({word()} OR {word()}) -{word().split()[0]}", Filters()
        yield "prefix", f"{word()} {word()[:2]}*", Filters()
        yield "code", f"{int(rng.integers(1, 400))}/QD-TTg", Filters()
        body = BODIES[int(rng.integers(len(BODIES)))]
        yield "word, agency, years", word(), Filters(agencies=(body,), years=((2020, 2024),))
        yield "word, type, role", word(), Filters(types=(TYPES[int(rng.integers(7))],), roles=("plan.organisation",))
        yield "word, cites, signer", word(), Filters(cites=("2/QĐ-TTg",), signers=(NAMES[0],))


def measured(archive: Archive, count: int, times: int) -> None:
    """Ask the queries and print the table: the first time each is asked, and the fastest of all."""
    first: dict[str, list[float]] = {}
    fastest: dict[str, list[float]] = {}
    totals: dict[str, list[float]] = {}
    for one in NAMES:
        search(archive, one)
    for kind, text, filters in queries(np.random.default_rng(2), count):
        found = [search(archive, text, filters) for _ in range(times)]
        for name in (kind, "all"):
            first.setdefault(name, []).append(found[0].seconds * 1000)
            fastest.setdefault(name, []).append(min(one.seconds for one in found) * 1000)
            totals.setdefault(name, []).append(found[0].total)
    print(f"{'kind':24}{'p50 ms':>9}{'p95':>8}{'max':>8}{'fastest p50':>13}{'p95':>8}{'median found':>14}")
    for kind in (*(kind for kind in first if kind != "all"), "all"):
        (p50, p95), (least50, least95) = (
            (statistics.median(each), statistics.quantiles(each, n=20)[-1]) for each in (first[kind], fastest[kind])
        )
        middle = statistics.median(totals[kind])
        print(f"{kind:24}{p50:9.1f}{p95:8.1f}{max(first[kind]):8.1f}{least50:13.1f}{least95:8.1f}{middle:14.0f}")


def built(place: str, count: int) -> Archive:
    """Give the archive at a place, filled and with its index, and say how long that took."""
    fresh = is_url(place) or not Path(place).exists()
    archive = open_archive(place, create=True)
    begun = time.perf_counter()
    if fresh:
        fill(archive, count, np.random.default_rng(1))
    filled = time.perf_counter()
    indexing.catch_up(archive)
    took = time.perf_counter() - filled
    files = folder_of(archive).iterdir() if archive.folder else ()
    size = sum(file.stat().st_size for file in files) / 2**20
    print(f"\n{count:,} passages: index built in {took:.1f} s, {size:.0f} MiB (filled in {filled - begun:.1f} s)")
    return archive


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    arguments.add_argument("--passages", nargs="+", type=int, default=[20_000, 1_000_000])
    arguments.add_argument("--folder", type=Path, help="where archives are made and kept; else they are thrown away")
    arguments.add_argument("--server", help="URL of an empty PostgreSQL database, in place of folders")
    arguments.add_argument("--queries", type=int, default=40, help="of each kind")
    arguments.add_argument("--times", type=int, default=3, help="that each query is asked")
    asked = arguments.parse_args()
    folder = asked.folder or Path(tempfile.mkdtemp())
    try:
        for count in asked.passages:
            archive = built(asked.server or str(folder / str(count)), count)
            measured(archive, asked.queries, asked.times)
            archive.close()
    finally:
        if asked.folder is None:
            shutil.rmtree(folder)


if __name__ == "__main__":
    main()
