"""Write the sample documents and their gold from their descriptions: `python -m corpus.build`.

Takes `corpus.samples.SAMPLES`, gives `documents/NAME.{txt|md,docx,pdf}` and `gold/NAME.json`. Scans, which are PDFs
too, are called `NAME.scan.pdf` and have their gold `NAME.scan.json`. Leaves
`gold/NAME.tasks.json` as it is: that is written by hand.
Rule of the place: the same descriptions give the same bytes.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

import corpus
from corpus import render_docx, render_markdown, render_pdf, render_text
from corpus.annotate import annotation
from corpus.manner import Manner
from corpus.plan import Plan
from corpus.samples import SAMPLES


def _scanned(plan: Plan, dpi: int) -> bytes:
    """Give a scan; what works on pictures is loaded only where one is made."""
    from corpus import render_scan

    return render_scan.render(plan, dpi)


FORMS: dict[str, Callable[[Plan, Manner], bytes]] = {
    "txt": lambda plan, manner: render_text.render(plan, manner.dump).encode(),
    "md": lambda plan, manner: render_markdown.render(plan, manner.markup).encode(),
    "docx": lambda plan, manner: render_docx.render(plan, manner.automatic),
    "pdf": lambda plan, manner: render_pdf.render(plan),
    "scan": lambda plan, manner: _scanned(plan, 300),
    "scan200": lambda plan, manner: _scanned(plan, 200),
    "scan300": lambda plan, manner: _scanned(plan, 300),
}
"""The one table of forms: name of the form, which is the file's suffix unless it is a scan, and what writes it."""


def written_gold(gold: dict[str, Any]) -> str:
    """Give gold as it stands in its file: readable, one space of indent."""
    return json.dumps(gold, ensure_ascii=False, indent=1) + "\n"


def write(
    folder: Path, gold_folder: Path, name: str, plan: Plan, manner: Manner, forms: Sequence[str]
) -> Iterator[Path]:
    """Write one document in each form and its gold, which names the stem's first form; give the documents' paths."""
    first: dict[str, Path] = {}
    for form in forms:
        path = folder / (f"{name}.{form}.pdf" if form.startswith("scan") else f"{name}.{form}")
        path.write_bytes(FORMS[form](plan, manner))
        first.setdefault(path.stem, path)
        yield path
    for stem, path in first.items():
        gold = written_gold(annotation(plan, path.name))
        (gold_folder / f"{stem}.json").write_text(gold, encoding="utf-8", newline="\n")


def main() -> None:
    """Write all samples into the package."""
    folder, gold_folder = corpus.documents(), corpus.gold()
    for place in (folder, gold_folder):
        place.mkdir(exist_ok=True)
    for sample in SAMPLES:
        for path in write(folder, gold_folder, sample.name, sample.plan(), sample.manner(), sample.forms()):
            print(path.name, path.stat().st_size)


if __name__ == "__main__":
    main()
