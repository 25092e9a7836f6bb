"""Make the table of compound words from readable documents: which syllables are one word (`chuyển đổi`, `thi đua`).

    python bench/compounds.py FILE_OR_FOLDER … [--labels vbpl.jsonl] > parsers/knowledge/compounds.csv

underthesea cuts each paragraph into words. Kept are words of two to four syllables that stand in several documents and
are not written as names, so that no document and no person can be read from the table. Scans are left out: what was
recognised must not teach spelling.
"""

from __future__ import annotations

import argparse
import csv
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from underthesea import word_tokenize
from word_pairs import texts

from parsers.vietnamese.names import is_family
from parsers.vietnamese.syllables import is_syllable
from parsers.vietnamese.unicode import bare, clean, key

DOCUMENTS = 3
"""Fewest documents in which a compound must stand."""

LONGEST = 4
"""Most syllables of a compound; what is longer is two words joined by mistake."""


def compounds(text: str) -> Iterator[str]:
    """Give the compounds of a text in small letters; paragraphs in capitals are left out, their words are joined."""
    for paragraph in text.split("\n"):
        if paragraph.strip() and not paragraph.isupper():
            for word in word_tokenize(paragraph):
                syllables = clean(word).split()
                if 2 <= len(syllables) <= LONGEST and _is_common(syllables):
                    yield " ".join(syllables).lower()


def _is_common(syllables: list[str]) -> bool:
    """Say whether a word is no name: all but its first letter are small, and each syllable is Vietnamese."""
    rest = syllables[0][1:] + "".join(syllables[1:])
    named = syllables[0][:1].isupper() and is_family(syllables[0]) and len(syllables) > 2
    return rest.islower() and all(map(is_syllable, syllables)) and not named and bool(bare(rest).isascii())


def main() -> None:
    arguments = argparse.ArgumentParser(description="Make the table of compound words.")
    arguments.add_argument("paths", nargs="+", type=Path)
    arguments.add_argument("--labels", type=Path)
    asked = arguments.parse_args()
    documents: Counter[str] = Counter()
    spelt: dict[str, Counter[str]] = {}
    for text in texts(asked.paths, asked.labels):
        found = Counter(compounds(text))
        documents.update({key(word) for word in found})
        for word, times in found.items():
            spelt.setdefault(key(word), Counter())[word] += times
    table = csv.writer(sys.stdout, lineterminator="\n")
    table.writerow(["compound"])
    kept = (spelt[one].most_common(1)[0][0] for one, count in documents.items() if count >= DOCUMENTS)
    table.writerows([word] for word in sorted(kept))


if __name__ == "__main__":
    main()
