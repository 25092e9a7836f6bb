"""What is read and what the results are called.

Takes the paths of the command line, gives the files to read, sorted, each once, and a name for each result. A container
(ZIP, mail) is a folder of documents; the address of one in it is a path: `inbox/box.zip!2024/plan.pdf`.
Two results never share a name, not even on a file system that ignores letter case or Unicode form.
"""

from __future__ import annotations

import os
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing
from pathlib import Path

from parsers.readers.containers import HEAD, split, suspected

CONTENTS = "pipeline.reading:contents"


def files(paths: Iterable[Path], leave_out: Path | None = None, *, or_json: bool = False) -> list[Path]:
    """Give the files to read: those named, and all below the folders named.

    Hidden files and folders, JSON files and everything below `leave_out` are passed over inside folders. A path
    that does not exist is kept, so that its failure is reported.

    or_json: a folder that holds JSON files gives these, and only these.
    """
    found: dict[Path, Path] = {}
    for path in paths:
        for each in _inside(path, leave_out, or_json) if path.is_dir() else [path]:
            found.setdefault(each.resolve(), each)
    return list(found.values())


def opened(found: Sequence[Path], jobs: int = 1) -> list[Path]:
    """Give the files, in the place of each container the addresses of the documents in it.

    Containers are opened in a process of its own; one that cannot be opened is kept, so that its failure is reported.
    """
    suspects = [path for path in found if _suspected(path)]
    if not suspects:
        return list(found)
    from pipeline.workers import Pool

    with Pool(CONTENTS) as listing, closing(listing.map(suspects, jobs)) as listed:
        inside: dict[Path, tuple[Path, ...]] = {ended.task: ended.result for ended in listed if ended.result}
    return [each for path in found for each in inside.get(path, (path,))]


def _suspected(path: Path) -> bool:
    try:
        with path.open("rb") as file:
            return suspected(file.read(HEAD), path.name)
    except OSError:
        return False


def _inside(folder: Path, leave_out: Path | None, or_json: bool) -> list[Path]:
    below = list(_below(folder, leave_out))
    json = [path for path in below if path.suffix.lower() == ".json"]
    return json if or_json and json else [path for path in below if path.suffix.lower() != ".json"]


def _below(folder: Path, leave_out: Path | None) -> Iterator[Path]:
    closed = leave_out.resolve() if leave_out else None
    if closed == folder.resolve():
        closed = None
    for top, folders, names in os.walk(folder):
        here = Path(top)
        folders[:] = sorted(n for n in folders if not n.startswith(".") and (here / n).resolve() != closed)
        for name in sorted(names):
            if not name.startswith("."):
                yield here / name


def result_names(paths: Sequence[Path], taken: Iterable[str] = ()) -> dict[Path, str]:
    """Give each file the shortest free name for its result, without folder.

    `plan.json`; where stems meet `plan.docx.json`; where names meet too, the folders above come before it:
    `2023_plan.docx.json`. `taken` are names that no result may have.
    """
    ladders = {path: _ladder(path) for path in paths}
    steps = dict.fromkeys(paths, 0)
    closed = {_same(name) for name in taken}
    while True:
        names = {path: ladders[path][steps[path]] for path in paths}
        count = Counter(_same(name) for name in names.values())
        clash = [p for p, name in names.items() if count[_same(name)] > 1 or _same(name) in closed]
        climbing = [p for p in clash if steps[p] + 1 < len(ladders[p])]
        if not climbing:
            return names
        for path in climbing:
            steps[path] += 1


def _ladder(path: Path) -> list[str]:
    file, inside = split(path)
    path = file / inside
    folders = [part for part in path.resolve().parent.parts if part != path.anchor]
    above = ["_".join([*folders[-n:], path.name]) for n in range(1, len(folders) + 1)]
    return [f"{stem}.json" for stem in (path.stem, path.name, *above)]


def _same(name: str) -> str:
    return unicodedata.normalize("NFC", name).casefold()
