"""Make the table of word pairs from readable documents: which syllable follows which, where it was seen often.

    python bench/word_pairs.py FILE_OR_FOLDER … [--labels vbpl.jsonl] > parsers/knowledge/word_pairs.csv

Only pairs of syllables that stand in several documents are kept, so that no document can be read from the table.
Scans are left out: what was recognised must not teach recognition.
"""

from __future__ import annotations

import argparse
import csv
import json
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

from models import Failure
from parsers import parse
from parsers.readers.options import Options
from parsers.vietnamese.syllables import is_syllable
from parsers.vietnamese.unicode import ascii_key, clean
from pipeline import inputs

TIMES, DOCUMENTS = 3, 2
"""Fewest times and fewest documents in which a pair must stand."""

RARE = 25
"""A pair this many times rarer than another with the same letters, marks aside, is a slip of the pen."""

_BREAK = re.compile(r"[^\w\s]|\n|\d+")
_WORD = re.compile(r"[^\W_]+")


def texts(paths: list[Path], labels: Path | None) -> Iterator[str]:
    """Give the text of each readable document, and of each labelled one."""
    for path in inputs.files(paths):
        try:
            yield parse(path, Options(ocr="never")).text
        except Failure as failure:
            print(failure.line("en"), file=sys.stderr)
    if labels:
        for line in labels.read_text("utf-8").splitlines():
            yield clean(json.loads(line)["text"])


def pairs(text: str) -> Iterator[tuple[str, str]]:
    """Give the pairs of syllables that follow each other with nothing but a space between."""
    for part in _BREAK.split(text):
        words = [word.lower() for word in _WORD.findall(part)]
        yield from (pair for pair in pairwise(words) if all(map(is_syllable, pair)))


def _letters(pair: tuple[str, str]) -> tuple[str, str]:
    return ascii_key(pair[0]), ascii_key(pair[1])


def main() -> None:
    arguments = argparse.ArgumentParser(description="Make the table of word pairs.")
    arguments.add_argument("paths", nargs="+", type=Path)
    arguments.add_argument("--labels", type=Path)
    asked = arguments.parse_args()
    times: Counter[tuple[str, str]] = Counter()
    documents: Counter[tuple[str, str]] = Counter()
    for text in texts(asked.paths, asked.labels):
        found = Counter(pairs(text))
        times.update(found)
        documents.update(found.keys())
    most: Counter[tuple[str, str]] = Counter()
    for pair, count in times.items():
        most[_letters(pair)] = max(most[_letters(pair)], count)
    followers: defaultdict[str, list[str]] = defaultdict(list)
    for first, second in sorted(times):
        count = times[first, second]
        slip = count * RARE < most[_letters((first, second))]
        if count >= TIMES and documents[first, second] >= DOCUMENTS and not slip:
            followers[first].append(second)
    table = csv.writer(sys.stdout, lineterminator="\n")
    table.writerow(["word", "followers"])
    table.writerows((word, " ".join(after)) for word, after in sorted(followers.items()))


if __name__ == "__main__":
    main()
