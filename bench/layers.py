"""What the text layers of PDF pages are worth: the share of syllables by which they are judged, page by page.

    python bench/layers.py [FILE_OR_FOLDER …]

Default: ../shared/wild and ../shared/corpus. Shows how far good layers and broken ones lie apart, and with that how
much room the threshold has (parsers/vietnamese/quality.py).
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from pathlib import Path

import pypdfium2

from parsers.readers.page_grades import JUDGED
from parsers.readers.pdf_pages import read_page
from parsers.vietnamese.quality import LEAST_SYLLABLES, syllable_share
from pipeline import inputs

SHARED = Path(__file__).resolve().parents[2] / "shared"


def main() -> None:
    arguments = argparse.ArgumentParser(description="Judge the text layers of PDF pages.")
    arguments.add_argument("paths", nargs="*", type=Path, default=[SHARED / "wild", SHARED / "corpus"])
    asked = arguments.parse_args()
    if missing := [str(path) for path in asked.paths if not path.exists()]:
        sys.exit(f"not there: {', '.join(missing)}")
    grades: Counter[str] = Counter()
    shares: Counter[int] = Counter()
    for path in inputs.files(asked.paths):
        if path.suffix.lower() != ".pdf":
            continue
        with pypdfium2.PdfDocument(path) as document:
            for index in range(len(document)):
                page = read_page(document, index)
                grades[page.grade] += 1
                share, words = syllable_share("\n".join(line.text for line in page.lines))
                if words >= JUDGED:
                    shares[int(20 * share)] += 1
    print("share of syllables   pages")
    for step in range(21):
        mark = " ← threshold" if step == int(20 * LEAST_SYLLABLES) else ""
        bar = "#" * min(shares[step], 60)
        print(f"{step / 20:.2f} – {min(step / 20 + 0.05, 1):.2f}       {shares[step]:5}  {bar}{mark}")
    print("\n" + ", ".join(f"{grade} {count}" for grade, count in grades.most_common()))


if __name__ == "__main__":
    main()
