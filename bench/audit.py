"""How right the audit is, and how fast: on the project's own families, through parser and archive.

    python bench/audit.py [--families NAME …] [--errors] [--json]
    python bench/audit.py --archive DIR        time over an archive of many documents, into a copy of which they are put

Findings of each kind are compared with the truth by agency and what they are about; precision, recall and the share of
children that were found. Ends with 1 if a target is missed.
"""

from __future__ import annotations

import argparse
import json
import shutil
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import product
from pathlib import Path
from typing import Any

from corpus import words
from corpus.audits import FAMILIES
from corpus.audits import family as described
from corpus.audits.build import texts
from corpus.audits.family import plan, truth
from corpus.render_text import render
from models import Document
from models.audit import Audit
from parsers import parse_bytes
from pipeline.archive.putting import put
from pipeline.archive.rows import key_of, rows
from pipeline.archive.store import opened, writer, writing
from pipeline.audit import audit, audit_files

PRECISION, RECALL, CHILDREN, SECONDS = 0.95, 0.90, 1.0, 2.0
"""The targets."""
ROUNDS = 5
CROWDED, CROWD = "duoi_nuoc", 150
"""The family to which so many plans more are put, to see how the time grows with them."""

Json = dict[str, Any]
Fact = tuple[str, str, str]
"""Kind of a finding, agency, what it is about."""


def parsed(name: str) -> dict[str, Document]:
    """Give the documents of a family by file, the directive first."""
    return {file.removesuffix(".txt"): parse_bytes(text.encode(), file) for file, text in texts(name)}


def expected(told: Json) -> Iterator[Fact]:
    """Give the findings that are true of a family."""
    yield from (("not_issued", agency, "") for agency in told["silent"])
    for child in told["children"]:
        agency = child["agency"]
        if child["days_late"]:
            yield "late", agency, ""
        if child["wrong_reference"]:
            yield "wrong_reference", agency, ""
        yield from ((grade, agency, key) for key, grade in child["grades"].items() if grade != "covered")
        yield from (("missing_part", agency, part) for part, there in child["parts"].items() if not there)
        yield from (("outdated", agency, code) for code in child["outdated"])


def found(answer: Audit, told: Json) -> Iterator[Fact]:
    """Give the findings of an audit in the words of the truth."""
    keys = {}
    for one in answer.requirements:
        quote = " ".join(one.place.quote.split())
        keys[one.id] = next((each["key"] for each in told["requirements"] if each["quote"] in quote), one.id)
    for finding in answer.findings:
        about = keys.get(finding.about or "", finding.about or "")
        yield finding.kind, finding.agency, about


def share(part: int, whole: int) -> float:
    return round(part / whole, 4) if whole else 1.0


def counted(facts: Iterable[tuple[set[Fact], set[Fact]]]) -> dict[str, Counter[str]]:
    """Count by kind what was right, what was said wrongly, and what was left unsaid."""
    counts: dict[str, Counter[str]] = {}
    for have, want in facts:
        for name, some in (("right", have & want), ("wrong", have - want), ("left", want - have)):
            for kind, _, _ in some:
                counts.setdefault(kind, Counter())[name] += 1
                counts.setdefault("all", Counter())[name] += 1
    return counts


def quality(names: Iterable[str], errors: bool) -> Json:
    """Give precision and recall of each kind of finding, and the share of grades and children that are right."""
    facts, children, grades = [], Counter[str](), Counter[str]()
    for name in names:
        told: Json = truth(described(name))
        directive, *others = parsed(name).values()
        answer = audit_files(directive, others)
        have, want = set(found(answer, told)), set(expected(told))
        facts.append((have, want))
        by_agency = {child["agency"]: child for child in told["children"]}
        children["found"] += sum(child.agency in by_agency for child in answer.children)
        children["wrong"] += sum(child.agency not in by_agency for child in answer.children)
        children["all"] += len(by_agency)
        keys = {fact[1:]: fact[0] for fact in have}
        for agency, child in by_agency.items():
            for key, grade in child["grades"].items():
                grades["all"] += 1
                grades["right"] += keys.get((agency, key), "covered") == grade
        if errors:
            for one in sorted(have ^ want):
                print(f"{name}: {'wrong' if one in have else 'left '} {' '.join(one)}", file=sys.stderr)
    counts = counted(facts)
    return {
        "children": {**children, "share": share(children["found"], children["all"])},
        "grades": {**grades, "share": share(grades["right"], grades["all"])},
        "findings": {
            kind: {
                "count": count["right"] + count["left"],
                "precision": share(count["right"], count["right"] + count["wrong"]),
                "recall": share(count["right"], count["right"] + count["left"]),
            }
            for kind, count in sorted(counts.items())
        },
    }


def crowd(count: int) -> Iterator[Document]:
    """Give more plans of communes that carry the crowded family's directive out."""
    directive = described(CROWDED)
    model = directive.replies[-1]
    for number, (first, second) in zip(range(count), product(words.COMMUNES, words.GIVEN), strict=False):
        name = f"{first} {second}"
        issuer = ("ỦY BAN NHÂN DÂN", f"XÃ {name.upper()}")
        reply = replace(model, number=f"{number + 100}", house=replace(model.house, issuer=issuer, place=name))
        yield parse_bytes(render(plan(directive, reply), FAMILIES[CROWDED]).encode(), f"{number}.txt")


def speed(place: Path) -> Json:
    """Give the seconds of an audit over a copy of an archive into which the families were put."""
    with tempfile.TemporaryDirectory(dir=place.parent) as folder:
        shutil.copy(place / "archive.db", folder)
        keys = {}
        with opened(folder) as archive, writer(archive), writing(archive) as connection:
            for name in FAMILIES:
                documents = list(parsed(name).values()) + (list(crowd(CROWD)) if name == CROWDED else [])
                keys[name] = key_of(documents[0].source.sha256)
                for one in documents:
                    put(connection, rows(one, one.model_dump_json(by_alias=True).encode()))
        times: dict[str, list[float]] = {}
        for name, key in keys.items():
            for _ in range(ROUNDS):
                began = time.perf_counter()
                with opened(folder) as archive:
                    answer = audit(archive, key)
                times.setdefault(name, []).append(round(time.perf_counter() - began, 3))
            print(f"{name}: {len(answer.children)} children, {len(answer.matrix)} grades", file=sys.stderr)
    return {name: {"first": each[0], "best": min(each), "worst": max(each)} for name, each in times.items()}


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--families", nargs="*", default=list(FAMILIES), choices=list(FAMILIES))
    parser.add_argument("--archive", type=Path)
    parser.add_argument("--errors", action="store_true")
    parser.add_argument("--json", action="store_true")
    asked = parser.parse_args()
    if asked.archive:
        times = speed(asked.archive)
        print(json.dumps(times, indent=1))
        return 0 if all(each["worst"] <= SECONDS for each in times.values()) else 1
    figures = quality(asked.families, asked.errors)
    if asked.json:
        print(json.dumps(figures, indent=1))
    else:
        print(f"children found {figures['children']['share']:.1%} of {figures['children']['all']}; "
              f"grades right {figures['grades']['share']:.1%} of {figures['grades']['all']}")  # fmt: skip
        for kind, each in figures["findings"].items():
            print(f"{kind:16} {each['count']:4}  precision {each['precision']:.3f}  recall {each['recall']:.3f}")
    every = figures["findings"]["all"]
    met = every["precision"] >= PRECISION and every["recall"] >= RECALL and figures["children"]["share"] >= CHILDREN
    return 0 if met and not figures["children"]["wrong"] else 1


if __name__ == "__main__":
    sys.exit(main())
