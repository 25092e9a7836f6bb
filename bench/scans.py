"""How well scans are read: letters, fields and pages a second, on scans of the project's own and on real ones.

    python bench/scans.py [--count N] [--seed S] [--dpi 300|200] [--jobs N] [--shared FOLDER] [--no-gold] [--bare]
                          [--errors] [--json] [--keep FOLDER]

Own scans: generated documents, printed, stamped, signed and scanned by `corpus.render_scan`. What was recognised is
compared line by line with the printed page (its digital PDF), overall and by kind of damage, and the fields with
their gold by `pipeline.evaluate`; the same documents read from the digital PDF say what the fields can reach.
Gold: documents of shared/corpus without a text layer, judged by shared/gold/score.py.
`--bare` reads with plain Tesseract instead, to see what the reader adds. A measurement, not a test: it says
which targets are met and always ends with 0.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import multiprocessing
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from pathlib import Path
from typing import Any, NamedTuple

from rapidfuzz.distance import Levenshtein
from scan_lines import differences, matched, squeezed
from scan_samples import Sample, made

from models import Cause, Failure, Source
from parsers import document, readers
from parsers.layout import Layout, Line, Page, Run
from parsers.readers.options import Options
from pipeline.evaluate import CORE, Evaluation, evaluate

SHARED = Path(__file__).resolve().parents[2] / "shared"
CER, FIELDS, GOLD, SPEED = 0.003, 0.95, 0.80, 1.2
"""The targets: share of letters wrong at most; macro F1 on own and on real scans, pages a second at least."""
TESSDATA = "/usr/share/tesseract-ocr/5/tessdata"
SHOWN = 25
"""Wrong stretches and lines listed, the commonest first."""

Json = dict[str, Any]


class Reading(NamedTuple):
    """What became of one file: the lines of each page, its JSON (empty if it failed), why it failed, CPU seconds."""

    path: Path
    pages: tuple[tuple[str, ...], ...]
    text: str
    cause: str = ""
    seconds: float = 0.0


class Tally(NamedTuple):
    """Lines compared: how many, without any fault, letters printed, letters wrong."""

    lines: int = 0
    right: int = 0
    letters: int = 0
    wrong: int = 0

    @property
    def rate(self) -> float:
        return self.wrong / max(1, self.letters)

    def plus(self, letters: int, wrong: int) -> Tally:
        return Tally(self.lines + 1, self.right + (not wrong), self.letters + letters, self.wrong + wrong)


def words_of(page: Page) -> tuple[str, ...]:
    return tuple(filter(None, map(squeezed, [*(line.text for line in page.lines), *page.furniture, *page.stamps])))


def read(bare: bool, path: Path) -> Reading:
    """Read one file; a failure is a value."""
    start = time.process_time()
    return tried(bare, path)._replace(seconds=time.process_time() - start)


def tried(bare: bool, path: Path) -> Reading:
    data = path.read_bytes()
    pages: tuple[tuple[str, ...], ...] = ()
    try:
        layout = plainly(data) if bare else readers.read(data, path.name, Options())
        pages = tuple(map(words_of, layout.pages))
        made_from = Source(
            name=path.name, sha256=hashlib.sha256(data).hexdigest(), media_type=layout.media_type,
            pages=len(layout.pages), reader=layout.reader,
        )  # fmt: skip
        return Reading(path, pages, document.assemble(layout, made_from).model_dump_json(by_alias=True))
    except Failure as failure:
        return Reading(path, pages, "", failure.cause.name)


def plainly(data: bytes) -> Layout:
    """Read a scan with Tesseract as it comes: lines in its order, without boxes."""
    os.environ["OMP_THREAD_LIMIT"] = "1"
    import pypdfium2
    import tesserocr

    pages: list[Page] = []
    with tesserocr.PyTessBaseAPI(path=TESSDATA, lang="vie", psm=tesserocr.PSM.AUTO) as engine:
        for number, page in enumerate(pypdfium2.PdfDocument(data), start=1):
            engine.SetImage(page.render(scale=300 / 72, grayscale=True).to_pil())
            lines = filter(None, map(squeezed, engine.GetUTF8Text().splitlines()))
            pages.append(Page(tuple(Line((Run(line),)) for line in lines), number))
    return Layout(tuple(pages), "application/pdf", "tesseract", paged=True)


def spread(work: Callable[[Any], Any], items: Iterable[Any], jobs: int) -> tuple[list[Any], float]:
    """Do work on all cores; give the results in order and the seconds it took, start of the processes aside."""
    with ProcessPoolExecutor(jobs, mp_context=multiprocessing.get_context("spawn")) as pool:
        list(pool.map(abs, range(jobs * 4)))
        start = time.perf_counter()
        return list(pool.map(work, items)), time.perf_counter() - start


def compared(samples: Sequence[Sample], readings: Sequence[Reading]) -> tuple[dict[str, Tally], Json]:
    """Compare lines; give the tallies, `all` and one for each kind of damage, and what went wrong most.

    lost: lines of which nothing was found, which count as wholly wrong. extra: letters read beyond those printed.
    """
    tallies: dict[str, Tally] = defaultdict(Tally)
    stretches: Counter[tuple[str, str]] = Counter()
    examples: dict[tuple[str, str], str] = {}
    worst: list[tuple[int, str, str, str]] = []
    extra = 0
    for sample, reading in zip(samples, readings, strict=True):
        for number, page in enumerate(sample.pages):
            got = reading.pages[number] if number < len(reading.pages) else ()
            extra += max(0, sum(map(len, got)) - sum(len(line.words) for line in page))
            for line, found in zip(page, matched([line.words for line in page], got), strict=True):
                wrong = Levenshtein.distance(line.words, found or "")
                for kind in ("all", *line.kinds):
                    tallies[kind] = tallies[kind].plus(len(line.words), wrong)
                if wrong:
                    under = [kind for kind in line.kinds if kind.startswith("under the ")]
                    where = ", ".join([f"{sample.path.stem} page {number + 1}", sample.look.mode, *under])
                    worst.append((wrong, where, line.words, found or ""))
                    for fault in differences(line.words, found) if found else ():
                        stretches[fault.printed, fault.read] += 1
                        examples.setdefault((fault.printed, fault.read), f"{where}: …{fault.around}…")
    return tallies, {
        "lost": [(where, line) for _, where, line, found in worst if not found],
        "extra": extra,
        "stretches": [(count, *pair, examples[pair]) for pair, count in stretches.most_common(4 * SHOWN)],
        "worst": sorted(worst, reverse=True)[: 4 * SHOWN],
    }


def judged(place: Path, readings: Sequence[Reading], name: str) -> Evaluation:
    """Write what was extracted beside the gold and compare."""
    folder = place / name
    folder.mkdir(exist_ok=True)
    for reading in readings:
        if reading.text:
            (folder / f"{reading.path.stem}.json").write_text(reading.text, encoding="utf-8")
    return evaluate(place / "gold", folder)


def of_own(place: Path, asked: argparse.Namespace) -> Json:
    """Make, read and judge own scans."""
    work = partial(made, place, asked.seed, asked.dpi)
    samples, spent = spread(work, range(asked.count), asked.jobs)
    pages = sum(len(sample.pages) for sample in samples)
    print(f"made {len(samples)} scans, {pages} pages, {spent:.0f} s", file=sys.stderr)
    readings, spent = spread(partial(read, asked.bare), [sample.path for sample in samples], asked.jobs)
    tallies, faults = compared(samples, readings)
    fields = judged(place, readings, "json")
    digital = [read(False, place / "digital" / sample.path.name) for sample in samples]
    return {
        "documents": len(samples), "pages": pages, "pages_per_second": pages / spent,
        "cpu_seconds_per_page": sum(reading.seconds for reading in readings) / max(1, pages),
        "tallies": {kind: {**tally._asdict(), "rate": tally.rate} for kind, tally in tallies.items()},
        "faults": faults,
        "failed": [f"{reading.path.name}: {reading.cause}" for reading in readings if reading.cause],
        "fields": fields.as_json(errors=True),
        "digital": judged(place, digital, "json-digital").as_json(),
    }  # fmt: skip


def of_gold(shared: Path, place: Path, jobs: int, bare: bool) -> Json:
    """Read the real scans that have gold; give the figures of the gold's own scorer and its list of differences."""
    gold, extracted = place / "real-gold", place / "real-json"
    files = [
        path for path in sorted((shared / "corpus").glob("*.pdf")) if (shared / "gold" / f"{path.stem}.json").exists()
    ]
    files = [path for path in files if is_scan(path)]
    readings, spent = spread(partial(read, bare), files, jobs)
    for folder in (gold, extracted):
        folder.mkdir()
    for reading in readings:
        for beside in (shared / "gold").glob(f"{reading.path.stem}.*json"):
            shutil.copy(beside, gold)
        if reading.text:
            (extracted / f"{reading.path.stem}.json").write_text(reading.text, encoding="utf-8")
    command = [sys.executable, str(shared / "gold" / "score.py"), str(gold), str(extracted)]
    found, listed = (
        subprocess.run([*command, switch], check=True, capture_output=True, text=True).stdout
        for switch in ("--json", "--errors")
    )
    pages = sum(len(reading.pages) for reading in readings)
    return {
        **json.loads(found), "pages": pages, "pages_per_second": pages / spent,
        "errors": listed.split("\nfield  ")[0].splitlines(),
        "failed": [f"{reading.path.name}: {reading.cause}" for reading in readings if reading.cause],
    }  # fmt: skip


def is_scan(path: Path) -> bool:
    """Say whether a PDF has no text layer."""
    try:
        readers.read(path.read_bytes(), path.name, Options(ocr="never"))
    except Failure as failure:
        return failure.cause is Cause.NO_TEXT
    return False


def show_own(found: Json, errors: bool) -> None:
    print(f"{'lines of own scans':26} {'lines':>6} {'right':>6} {'letters':>8} {'wrong':>6} {'CER':>8}")
    for kind, row in sorted(found["tallies"].items(), key=lambda item: (item[0] != "all", -item[1]["rate"])):
        print(f"{kind:26} {row['lines']:6} {row['right']:6} {row['letters']:8} {row['wrong']:6} {row['rate']:8.3%}")
    faults = found["faults"]
    print(f"lines lost {len(faults['lost'])}, letters beyond those printed {faults['extra']}\n")
    print(f"{'read wrongly':>5}  {'printed':>12} → {'read':12}  for example")
    for count, printed, seen, example in faults["stretches"][: None if errors else SHOWN]:
        print(f"{count:12}  {printed!r:>12} → {seen!r:12}  {example}")
    print("\nworst lines")
    for wrong, where, printed, seen in faults["worst"][: None if errors else SHOWN]:
        print(f"{wrong:4} {where}\n     {printed}\n     {seen or '(lost)'}")
    show_fields("own scans", found["fields"], found["digital"])
    print(
        f"{found['pages']} pages, {found['pages_per_second']:.2f} a second, "
        f"{found['cpu_seconds_per_page']:.2f} CPU seconds each"
    )
    print(*found["failed"], *(found["fields"]["errors"] if errors else ()), sep="\n")


def show_fields(name: str, scans: Json, digital: Json | None = None) -> None:
    title = f"F1 of fields, {scans['documents']} {name}"
    print(f"\n{title:34} {'scan':>7} {'digital PDF' if digital else ''}")
    for field in CORE:
        if field in scans["fields"]:
            beside = f"{digital['fields'][field]['f1']:7.3f}" if digital and field in digital["fields"] else ""
            print(f"{field:34} {scans['fields'][field]['f1']:7.3f} {beside}")
    beside = f"{digital['macro_f1']:7.3f}" if digital else ""
    print(f"{'macro':34} {scans['macro_f1']:7.3f} {beside}")


def targets(own: Json, real: Json | None) -> list[tuple[str, float, str, float, bool]]:
    """Give each target: what, how much, at most or at least, what it should be, whether it is met."""
    rate = own["tallies"]["all"]["rate"]
    rows = [("line CER", rate, "<=", CER, rate <= CER)]
    least = [("macro F1, own scans", own["fields"]["macro_f1"], FIELDS), ("pages/s", own["pages_per_second"], SPEED)]
    least += [("macro F1, real scans", real["macro_f1"], GOLD)] if real else []
    return rows + [(what, value, ">=", wanted, value >= wanted) for what, value, wanted in least]


def main() -> None:
    arguments = argparse.ArgumentParser(description="How well scans are read.")
    arguments.add_argument("--count", type=int, default=24, help="own scans to make (default 24)")
    arguments.add_argument("--seed", type=int, default=7, help="seed of the own scans (default 7)")
    arguments.add_argument("--dpi", type=int, default=300, choices=(200, 300), help="dots an inch (default 300)")
    arguments.add_argument("--jobs", type=int, default=os.cpu_count(), help="processes (default: one a core)")
    arguments.add_argument("--shared", type=Path, default=SHARED, help="folder with gold/ and corpus/")
    arguments.add_argument("--no-gold", action="store_true", help="leave the real scans out")
    arguments.add_argument("--bare", action="store_true", help="read with plain Tesseract instead")
    arguments.add_argument("--errors", action="store_true", help="list all differences")
    arguments.add_argument("--json", action="store_true", help="print the figures as JSON")
    arguments.add_argument("--keep", type=Path, help="keep scans, gold and JSON in this folder")
    asked = arguments.parse_args()
    with tempfile.TemporaryDirectory() as temporary:
        place = asked.keep or Path(temporary)
        own = of_own(place, asked)
        has_gold = (asked.shared / "gold" / "score.py").exists() and not asked.no_gold
        real = of_gold(asked.shared, Path(temporary), asked.jobs, asked.bare) if has_gold else None
    rows = targets(own, real)
    if asked.json:
        print(json.dumps({"own": own, "gold": real, "targets": rows}, ensure_ascii=False, indent=1))
        return
    show_own(own, asked.errors)
    if real:
        show_fields("real scans", real)
        print(*real["failed"], *(real["errors"] if asked.errors else ()), sep="\n")
    print()
    for what, value, sign, wanted, met in rows:
        print(f"{what:24} {value:8.4f}   target {sign} {wanted:6}  {'met' if met else 'NOT met'}")


if __name__ == "__main__":
    main()
