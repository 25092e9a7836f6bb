"""How many names mean a known agency, and how many citations a known document, on real files.

Takes files or folders (the shared corpus and the wild files where none are named), prints the shares and, with
--open, each name that stayed open.
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from models import Document, Failure
from parsers import agencies, parse
from parsers.vietnamese.unicode import key

SHARED = Path(__file__).parents[2] / "shared"
REFERRING = ("như ", "lưu", "các thành viên", "cá nhân")
"""Recipients that name no body of their own: `Như trên`, `Như Điều 3`."""


def documents(paths: list[Path]) -> Iterator[Document]:
    files = [file for path in paths for file in (sorted(path.iterdir()) if path.is_dir() else [path])]
    for file in files:
        if file.suffix == ".csv" or not file.is_file():
            continue
        try:
            yield parse(file)
        except Failure:
            continue


def names(document: Document) -> Iterator[tuple[str, str, bool]]:
    """Give kind, name and whether it is resolved."""
    for body in document.header.issuing_agencies:
        yield "issuing agency", body.raw, body.id is not None
    for cited in document.citations:
        if cited.issuer:
            yield "citation issuer", cited.issuer.raw, cited.issuer.id is not None
        if cited.code and cited.issued_on:
            yield "citation with code and date", cited.raw, cited.target is not None
    for item in (*document.recipients, *document.addressees):
        if not key(item.name).startswith(tuple(map(key, REFERRING))):
            listed = agencies.split(item.name)
            for place, name in enumerate(listed):
                yield "recipient", name, item.agency is not None or place < len(item.agencies)


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    arguments.add_argument("paths", nargs="*", type=Path)
    arguments.add_argument("--open", action="store_true", help="list what stayed open")
    given = arguments.parse_args()
    total, known, left = Counter[str](), Counter[str](), list[tuple[str, str, str]]()
    for document in documents(given.paths or [SHARED / "corpus", SHARED / "wild"]):
        for kind, name, resolved in names(document):
            total[kind] += 1
            known[kind] += resolved
            if not resolved:
                left.append((kind, document.source.name, name))
    for kind, count in total.items():
        print(f"{kind:32}{known[kind]:5} of {count:5}  {known[kind] / count:.3f}")
    if given.open:
        print(*("  ".join(entry) for entry in left), sep="\n")


if __name__ == "__main__":
    main()
