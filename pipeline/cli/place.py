"""The archive on the command line: the option that names it, and how it is opened and closed."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Annotated, NoReturn

import typer

if TYPE_CHECKING:
    from pipeline.archive.ingest import Tally
    from pipeline.archive.store import Archive

Where = Annotated[
    str | None,
    typer.Option(
        "--archive",
        "-A",
        envvar="VANBAN_ARCHIVE",
        show_envvar=True,
        metavar="DIR|URL",
        help="The archive: a folder, or postgresql://user@host/database. By default ./vanban-archive.",
    ),
]


@contextmanager
def archive_at(archive: str | None, *, create: bool = False) -> Iterator[Archive]:
    """Open the archive that is named, by default that of the environment or the working folder; close it at the end."""
    from pipeline.archive.store import opened

    with opened(archive, create=create) as place:
        yield place


def ended(tally: Tally, *, as_json: bool) -> NoReturn:
    """Print the tally where it is wanted, and end with its exit code."""
    if as_json:
        from pipeline.archive.telling import tally_json

        typer.echo(json.dumps(tally_json(tally), indent=1))
    raise typer.Exit(tally.exit_code)
