"""The application: what all commands share, the options that mean the same everywhere, and how failures are told."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from enum import StrEnum
from typing import Annotated

import typer

from pipeline.words import Lang

app = typer.Typer(
    name="vanban",
    help="Read Vietnamese administrative documents (văn bản hành chính) and say what is in them, as JSON.",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)


class Recognise(StrEnum):
    """Which pages are recognised."""

    auto = "auto"
    always = "always"
    never = "never"


Language = Annotated[Lang, typer.Option("--lang", help="Language of labels and messages.")]
Verbose = Annotated[bool, typer.Option("--verbose", "-v", help="Show the traceback of each failure.")]


def _version(asked: bool) -> None:
    if asked:
        from models.version import version

        typer.echo(f"vanban {version()}")
        raise typer.Exit


@app.callback()
def options(
    _: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Show the version and stop.")
    ] = False,
) -> None:
    """Read Vietnamese administrative documents (văn bản hành chính) and say what is in them, as JSON.

    Example: vanban extract plans/ -o json/
    """


@contextmanager
def stopping() -> Iterator[None]:
    """End orderly and with the shell's code on Ctrl-C and when asked to, so that processes and drafts are removed."""
    import signal

    def ended(number: int, _: object) -> None:
        raise SystemExit(128 + number)

    before = {number: signal.signal(number, ended) for number in (signal.SIGINT, signal.SIGTERM)}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


@contextmanager
def failing(lang: str, verbose: bool) -> Iterator[None]:
    """Turn a Failure into one line and its exit code."""
    from models import Failure

    try:
        yield
    except Failure as failure:
        from pipeline.console import say

        if verbose:
            import traceback

            typer.echo(traceback.format_exc(), err=True, nl=False)
        say(failure.line(lang))
        raise typer.Exit(failure.cause.exit_code) from None


def printed(shown: object) -> None:
    """Print to standard output; where that is no terminal, as wide as a wide one."""
    from rich.console import Console

    console = Console()
    (console if console.is_terminal else Console(width=120)).print(shown)
