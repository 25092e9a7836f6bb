"""How many names mean a known agency, how many citations a known document, and whether both ends of a join agree.

Takes files or folders (the shared corpus and the wild files where none are named), prints the shares and, with
--open, each name that stayed open. A document's id agrees with its issuing agency where it names that agency or the
one whose numbers it bears; a citation agrees with a document of the same code and day where its target is that id.
"""

from __future__ import annotations

import argparse
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path

from models import Document, Failure
from models.document_id import from_path
from parsers import agencies, parse
from parsers.vietnamese.slugs import slug
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


def agreeing(document: Document) -> Iterator[tuple[str, str, bool]]:
    """Give for a document and each of its citations that has an id whether its issuer is the agency printed."""
    bodies = document.header.issuing_agencies
    if bodies and bodies[0].id and document.id.startswith("vn/"):
        same = is_book(document.id, bodies[0].id, document.header.issued_on)
        yield "id by its issuing agency", document.id, same
    for cited in document.citations:
        if cited.target and cited.code and cited.issuer and cited.issuer.id:
            same = is_book(cited.target, cited.issuer.id, cited.issued_on)
            yield "target by its issuer", f"{cited.target} {cited.issuer.raw}", same


def is_book(path: str, agency: str, date: str | None) -> bool:
    """Say whether a document stands in the book of an agency: its own, or the one in which its numbers stand."""
    known = agencies.find(agency, date or "")
    return from_path(path).issuer in (agency, known.numbering if known else None)


def joined(read: list[Document]) -> Iterator[tuple[str, str, bool]]:
    """Give each citation, by code and day, of another document that was read, and whether its target is that one."""
    ids = defaultdict[tuple[str, str], set[str]](set)
    for document in read:
        if document.header.code and document.header.issued_on and document.id.startswith("vn/"):
            ids[slug(document.header.code), document.header.issued_on].add(document.id)
    for document in read:
        for cited in document.citations:
            others = ids.get((slug(cited.code or ""), cited.issued_on or ""), set()) - {document.id}
            if others:
                yield "citation of a document read", f"{cited.raw}: {cited.target} {others}", cited.target in others


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    arguments.add_argument("paths", nargs="*", type=Path)
    arguments.add_argument("--open", action="store_true", help="list what stayed open")
    given = arguments.parse_args()
    total, known, left = Counter[str](), Counter[str](), list[tuple[str, str, str]]()
    read = list(documents(given.paths or [SHARED / "corpus", SHARED / "wild"]))
    found = [(one.source.name, *each) for one in read for each in (*names(one), *agreeing(one))]
    for source, kind, name, resolved in (*found, *(("", *each) for each in joined(read))):
        total[kind] += 1
        known[kind] += resolved
        if not resolved:
            left.append((kind, source, name))
    for kind, count in total.items():
        print(f"{kind:32}{known[kind]:5} of {count:5}  {known[kind] / count:.3f}")
    if given.open:
        print(*("  ".join(entry) for entry in left), sep="\n")


if __name__ == "__main__":
    main()
