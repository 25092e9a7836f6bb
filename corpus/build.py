"""Write the sample documents and their gold from their descriptions: `python -m corpus.build`.

Takes `corpus.samples.SAMPLES`, gives `documents/NAME.{txt|md,docx,pdf}` and `gold/NAME.json`. Leaves
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

FORMS: dict[str, Callable[[Plan, Manner], bytes]] = {
    "txt": lambda plan, manner: render_text.render(plan, manner.dump).encode(),
    "md": lambda plan, manner: render_markdown.render(plan, manner.markup).encode(),
    "docx": lambda plan, manner: render_docx.render(plan, manner.automatic),
    "pdf": lambda plan, manner: render_pdf.render(plan),
}
"""The one table of forms: suffix of the file, and what writes it."""


def written_gold(gold: dict[str, Any]) -> str:
    """Give gold as it stands in its file: readable, one space of indent."""
    return json.dumps(gold, ensure_ascii=False, indent=1) + "\n"


def write(
    folder: Path, gold_folder: Path, name: str, plan: Plan, manner: Manner, forms: Sequence[str]
) -> Iterator[Path]:
    """Write one document in each form and its gold, which names the first form; give the documents' paths."""
    for form in forms:
        path = folder / f"{name}.{form}"
        path.write_bytes(FORMS[form](plan, manner))
        yield path
    gold = written_gold(annotation(plan, f"{name}.{forms[0]}"))
    (gold_folder / f"{name}.json").write_text(gold, encoding="utf-8", newline="\n")


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
