"""Write the audited families and their truth from their descriptions: `python -m corpus.audits.build`.

Gives `documents/NAME.txt` and `gold/FAMILY.json` beside this module. Rule of the place: the same descriptions give the
same bytes.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

from corpus import render_text
from corpus.audits import FAMILIES, documents, family, gold
from corpus.audits.family import truth


def texts(name: str) -> Iterator[tuple[str, str]]:
    """Give the names and texts of a family's files, the directive first."""
    for file, plan in family(name).plans():
        yield f"{file}.txt", render_text.render(plan, FAMILIES[name])


def written_truth(name: str) -> str:
    """Give the truth of a family as it stands in its file."""
    return json.dumps(truth(family(name)), ensure_ascii=False, indent=1) + "\n"


def main() -> None:
    """Write all families into the package."""
    for folder in (documents(), gold()):
        Path(folder).mkdir(exist_ok=True)
    for name in FAMILIES:
        for file, text in texts(name):
            (documents() / file).write_text(text, encoding="utf-8", newline="\n")
        (gold() / f"{name}.json").write_text(written_truth(name), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
