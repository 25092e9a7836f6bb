"""Make the table of word weights: how little a word tells that most documents use.

    python bench/word_weights.py FILE_OR_FOLDER … [--labels vbpl.jsonl] > parsers/knowledge/word_weights.csv

Counted is in how many documents a folded syllable or compound stands; the weight is the logarithm of its rarity, as a
share of the greatest. Kept are single syllables and compounds of the table that stand in several documents, so that no
document and no person can be read from it. Words that are not in the table weigh 1.
"""

from __future__ import annotations

import argparse
import csv
import sys
from collections import Counter
from math import log
from pathlib import Path

from word_pairs import texts

from pipeline.likeness import terms

DOCUMENTS = 3
"""Fewest documents in which a word must stand."""


def main() -> None:
    arguments = argparse.ArgumentParser(description="Make the table of word weights.")
    arguments.add_argument("paths", nargs="+", type=Path)
    arguments.add_argument("--labels", type=Path)
    asked = arguments.parse_args()
    documents: Counter[str] = Counter()
    count = 0
    for text in texts(asked.paths, asked.labels):
        documents.update({term for each in terms(text) for term in each if not any(map(str.isdigit, term))})
        count += 1
    rarest = log((count + 1) / DOCUMENTS)
    table = csv.writer(sys.stdout, lineterminator="\n")
    table.writerow(["word", "weight"])
    kept = sorted((word, times) for word, times in documents.items() if times >= DOCUMENTS)
    table.writerows((word, f"{log((count + 1) / times) / rarest:.3f}") for word, times in kept)


if __name__ == "__main__":
    main()
