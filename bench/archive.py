"""The archive: how fast it is filled, how much it takes, and whether it can be broken.

    python bench/archive.py [--count 20000] [--jobs 2] [--folder DIR] [--archive DIR_OR_URL]
    python bench/archive.py --kills 10 --count 600

Makes documents (a third text, a third DOCX, a third PDF), if the folder does not hold them yet, and takes them into a
new archive with the command itself; gives documents and pages a second, the peak of resident memory of the command
and all its processes, and the size of the database and of the index beside that of the files.

With --kills, the command is killed (SIGKILL) at that many random moments, then run to its end, and the archive
compared with one that was filled undisturbed. Ends with 1 if they differ.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from random import Random

from corpus.build import FORMS
from corpus.compose import compose
from pipeline import memory
from pipeline.archive.fingerprint import fingerprint
from pipeline.archive.store import is_url, opened

MIX = ("txt", "docx", "pdf")
SEED = 23


def make(folder: Path, count: int) -> None:
    """Make the documents that are not there yet, each in one of the forms."""
    folder.mkdir(parents=True, exist_ok=True)
    for place in range(count):
        form = MIX[place % len(MIX)]
        path = folder / f"{place // 1000:03}" / f"{place:06}.{form}"
        if not path.exists():
            path.parent.mkdir(exist_ok=True)
            path.write_bytes(FORMS[form](*compose(Random(f"{SEED}/{place}"))))


def command(folder: Path, archive: str, jobs: int) -> subprocess.Popen[bytes]:
    words = ["ingest", str(folder), "-A", archive, "-j", str(jobs), "--json", "--lang", "en"]
    return subprocess.Popen(
        [sys.executable, "-m", "pipeline.cli", *words],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        start_new_session=True,
    )


def size(folder: Path) -> int:
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())


def filled(folder: Path, archive: str, jobs: int) -> None:
    """Fill the archive once and print the figures."""
    began, peak, after = time.monotonic(), 0, 0.0
    running = command(folder, archive, jobs)
    while running.poll() is None:
        peak = max(peak, memory.resident(running.pid))
        time.sleep(0.25)
    seconds = time.monotonic() - began
    out, errors = running.communicate()
    if running.returncode:
        sys.exit(errors.decode())
    told = json.loads(out)
    print(f"documents {told['done']:,} in {seconds:.0f} s: {told['done'] / seconds:.1f} documents/s, "
          f"{told['pages'] / seconds:.1f} pages/s, {jobs} processes; {told['twins']} twins")  # fmt: skip
    print(f"peak memory of all processes {peak / 2**20:,.0f} MiB")
    print(f"files {size(folder) / 2**20:,.0f} MiB")
    if not is_url(archive):
        place = Path(archive)
        for name in ("archive.db", "index"):
            part = place / name
            print(f"{name} {(size(part) if part.is_dir() else part.stat().st_size) / 2**20:,.0f} MiB")
    after = time.monotonic()
    command(folder, archive, jobs).communicate()
    print(f"the same command again, nothing to do: {time.monotonic() - after:.1f} s")


def broken(folder: Path, jobs: int, kills: int) -> bool:
    """Fill one archive undisturbed and one with kills; say whether they are the same."""
    with tempfile.TemporaryDirectory(dir=folder.parent) as place:
        whole, other = f"{place}/whole", f"{place}/broken"
        began = time.monotonic()
        command(folder, whole, jobs).communicate()
        once = time.monotonic() - began
        moments = random.Random(kills)
        for number in range(kills):
            running = command(folder, other, jobs)
            moment = moments.uniform(0.0, 2.2 * once / kills)
            time.sleep(moment)
            ended = running.poll() is not None
            if not ended:
                os.killpg(running.pid, signal.SIGKILL)
            running.wait()
            with opened(other, create=True) as archive:
                count = fingerprint(archive)["documents"].partition(":")[0]
            print(f"kill {number + 1:2} after {moment:5.1f} s: {count} documents{' (it had ended)' if ended else ''}")
        command(folder, other, jobs).communicate()
        with opened(whole) as one, opened(other) as two:
            left, right = fingerprint(one), fingerprint(two)
        for name in left:
            if left[name] != right[name]:
                print(f"DIFFERENT {name}: {left[name]} {right[name]}")
        print(f"{len(left)} tables compared, {'the same' if left == right else 'NOT the same'}; "
              f"{left['documents'].partition(':')[0]} documents")  # fmt: skip
        return left == right


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--count", type=int, default=20_000)
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--kills", type=int, default=0)
    parser.add_argument("--folder", type=Path, default=Path("out/bench-archive/files"))
    parser.add_argument("--archive", default="out/bench-archive/archive")
    asked = parser.parse_args()
    folder = asked.folder / str(asked.count)
    make(folder, asked.count)
    if asked.kills:
        return 0 if broken(folder, asked.jobs, asked.kills) else 1
    if not is_url(asked.archive):
        shutil.rmtree(asked.archive, ignore_errors=True)
    filled(folder, asked.archive, asked.jobs)
    return 0


if __name__ == "__main__":
    sys.exit(main())
