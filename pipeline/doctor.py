"""doctor: what this machine has of what vanban can use.

Takes nothing, gives one Check a tool: what it is for, whether it is there, which version, how to get it. Nothing is
installed and nothing is loaded; programs are asked for their version, and one that hangs counts as broken.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterable, Iterator
from importlib import metadata, util
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal, NamedTuple

from parsers.readers import ocr_data
from pipeline.words import word

if TYPE_CHECKING:
    from rich.console import RenderableType

SECONDS = 20
"""Longest that a program may take to tell its version."""
LEAST_DISK = 2**30
"""Bytes free for temporary files: pages as pictures, converted documents."""
LEAST_MEMORY = 2 * 2**30
"""Bytes of memory that one large scan may take."""

State = Literal["ok", "missing", "broken", "short"]
"""`broken`: it is there but does not answer; `short`: there is too little of it."""


class Tool(NamedTuple):
    """A row of the table of tools.

    name: of the program, Python module or file. purpose: key of what it is for. get: command that brings it.
    required: whether kinds of file that vanban promises to read need it; the rest are extras.
    """

    name: str
    kind: Literal["module", "program", "data"]
    purpose: str
    get: str
    required: bool = True


class Check(NamedTuple):
    """What was found of a tool, or of the machine: state, version or amount, where."""

    name: str
    purpose: str
    state: State
    found: str
    place: str
    get: str
    required: bool


TOOLS = (
    Tool("pypdfium2", "module", "pdf", "pip install pypdfium2"),
    Tool("docx", "module", "docx", "pip install python-docx"),
    Tool("lxml", "module", "docx", "pip install lxml"),
    Tool("tesserocr", "module", "ocr", "pip install tesserocr"),
    Tool("vie.traineddata", "data", "ocr", f"apt install {ocr_data.PACKAGE}"),
    Tool("soffice", "program", "office", "apt install libreoffice-writer-nogui"),
    Tool("antiword", "program", "doc", "apt install antiword", required=False),
    Tool("pyhanko", "module", "signatures", "pip install pyhanko"),
    Tool("python_calamine", "module", "sheets", "pip install python-calamine"),
    Tool("underthesea", "module", "words", "pip install 'vanban[nlp]'", required=False),
    Tool("spacy", "module", "spacy", "pip install 'vanban[nlp]'", required=False),
    Tool("sqlalchemy", "module", "archive", "pip install sqlalchemy"),
    Tool("alembic", "module", "archive", "pip install alembic"),
    Tool("tantivy", "module", "search", "pip install tantivy"),
    Tool("psycopg", "module", "postgres", "pip install 'vanban[postgres]'", required=False),
    Tool("pandas", "module", "pandas", "pip install 'vanban[tables]'", required=False),
    Tool("pyarrow", "module", "parquet", "pip install 'vanban[tables]'", required=False),
    Tool("xlsxwriter", "module", "excel", "pip install 'vanban[tables]'", required=False),
    Tool("ray", "module", "cluster", "pip install 'vanban[cluster]'", required=False),
    Tool("reportlab", "module", "samples", "pip install 'vanban[samples]'", required=False),
)

_VERSION: dict[str, tuple[str, ...]] = {"soffice": ("--version",), "antiword": ()}
"""How a program is asked for its version; antiword tells it when called without a file."""
_DISTRIBUTIONS = {"docx": "python-docx"}
_MARKS = {"ok": ("✓", "green"), "missing": ("✗", "red"), "broken": ("✗", "red"), "short": ("!", "yellow")}


def checks(tools: Iterable[Tool] = TOOLS) -> Iterator[Check]:
    """Look for each tool, then at the machine."""
    look: dict[str, Callable[[str], tuple[State, str, str]]] = {"module": _module, "program": _program, "data": _data}
    for tool in tools:
        state, found, place = look[tool.kind](tool.name)
        yield Check(tool.name, tool.purpose, state, found, place, tool.get, tool.required)
    yield from _machine()


def complete(found: Iterable[Check]) -> bool:
    """Say whether all that is required is there."""
    return all(check.state == "ok" for check in found if check.required)


def as_json(found: Iterable[Check], lang: str) -> dict[str, Any]:
    """Give the checks as plain data."""
    listed = tuple(found)
    rows = [{**check._asdict(), "purpose": word(f"doctor.{check.purpose}", lang)} for check in listed]
    return {"complete": complete(listed), "checks": rows}


def shown(found: Iterable[Check], lang: str) -> RenderableType:
    """Give the checks for the terminal; those that are missing with the command that brings them."""
    from rich.console import Group
    from rich.table import Table
    from rich.text import Text

    listed = tuple(found)
    table = Table.grid(padding=(0, 2))
    for check in listed:
        mark, colour = _MARKS[check.state]
        colour = colour if check.required or check.state == "ok" else "yellow"
        about = Text(word(f"doctor.{check.purpose}", lang), style="dim")
        table.add_row(Text(mark, style=colour), Text(check.name), Text(check.found), about)
    missing = [check for check in listed if check.state != "ok"]
    lines = [Text(f"  {command}") for command in dict.fromkeys(check.get for check in missing if check.get)]
    told = [Text(word("doctor.complete" if complete(listed) else "doctor.incomplete", lang))]
    return Group(table, Text(""), *told, *([Text(word("doctor.get", lang)), *lines] if lines else []))


def _module(name: str) -> tuple[State, str, str]:
    spec = util.find_spec(name)
    if spec is None:
        return "missing", "", ""
    place = str(Path(spec.origin).parent) if spec.origin else ""
    try:
        return "ok", metadata.version(_DISTRIBUTIONS.get(name, name)), place
    except metadata.PackageNotFoundError:
        return "ok", "", place


def _program(name: str) -> tuple[State, str, str]:
    place = shutil.which(name)
    if place is None:
        return "missing", "", ""
    call = [place, *_VERSION.get(name, ("--version",))]
    with tempfile.TemporaryDirectory() as home:  # office programs make a profile where they start
        try:
            done = subprocess.run(
                call,
                capture_output=True,
                timeout=SECONDS,
                check=False,
                stdin=subprocess.DEVNULL,
                env={**os.environ, "HOME": home},
            )
        except (OSError, subprocess.TimeoutExpired):
            return "broken", "", place
    numbers = [
        each.strip("(),")
        for each in (done.stdout + done.stderr).decode("utf-8", "replace").split()
        if each.strip("(),")[:1].isdigit() and "." in each
    ]
    return ("ok", numbers[0], place) if numbers else ("broken", "", place)


def _data(_: str) -> tuple[State, str, str]:
    place = ocr_data.folder()
    return ("ok", "", str(place)) if place else ("missing", "", "")


def _machine() -> Iterator[Check]:
    """Say what the machine has: Python, processors, memory, space for temporary files."""
    from pipeline.batch import cores

    temporary = tempfile.gettempdir()
    free, held = shutil.disk_usage(temporary).free, _memory()
    yield Check("python", "python", "ok", ".".join(map(str, sys.version_info[:3])), sys.executable, "", True)
    yield Check("cores", "cores", "ok", str(cores()), "", "", False)
    yield Check("memory", "memory", "ok" if held >= LEAST_MEMORY else "short", _gibibytes(held), "", "", False)
    yield Check("disk", "disk", "ok" if free >= LEAST_DISK else "short", _gibibytes(free), temporary, "", False)


def _memory() -> int:
    return os.sysconf("SC_PHYS_PAGES") * os.sysconf("SC_PAGE_SIZE")


def _gibibytes(amount: int) -> str:
    return f"{amount / 2**30:.1f} GiB"
