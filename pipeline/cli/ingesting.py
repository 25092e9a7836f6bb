"""Filling an archive, and what is in it: ingest, status."""

from __future__ import annotations

import json
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from pipeline.cli.app import Language, Recognise, Verbose, app, failing, printed, stopping
from pipeline.cli.place import Where, archive_at, ended
from pipeline.words import Lang, word

if TYPE_CHECKING:
    from pipeline.archive.ingest import How, Tally
    from pipeline.archive.store import Archive
    from pipeline.workers import Limits, Pool


class Again(StrEnum):
    """What is tried again."""

    failed = "failed"


class Engine(StrEnum):
    """Where shards are read."""

    local = "local"
    ray = "ray"


@app.command()
def ingest(
    paths: Annotated[
        list[str], typer.Argument(help="Files, folders that are searched all the way down, or URLs (s3://box/2024).")
    ],
    archive: Where = None,
    jobs: Annotated[int | None, typer.Option("--jobs", "-j", min=1, help="Processes; by default all cores.")] = None,
    retry: Annotated[Again | None, typer.Option("--retry", help="Also read what failed before.")] = None,
    outdated: Annotated[
        bool, typer.Option("--outdated", help="Also read what another version of vanban has read.")
    ] = False,
    force: Annotated[bool, typer.Option("--force", help="Read everything again.")] = False,
    keep: Annotated[
        bool, typer.Option("--keep-files", help="Keep the files themselves too, named by their content.")
    ] = False,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Only say what would be read.")] = False,
    watch: Annotated[
        bool, typer.Option("--watch", help="Go on: take in files as they come, each once it is whole.")
    ] = False,
    every: Annotated[float, typer.Option("--every", min=0.1, help="--watch: seconds between two looks.")] = 5.0,
    engine: Annotated[
        Engine | None, typer.Option("--engine", help="Work by shards: on this machine, or on a Ray cluster.")
    ] = None,
    address: Annotated[
        str | None, typer.Option("--address", help="ray: HOST:PORT of the cluster; else one is started here.")
    ] = None,
    shards: Annotated[
        str | None, typer.Option("--shards", metavar="DIR|URL", help="Write, or keep, the shards as Parquet here.")
    ] = None,
    size: Annotated[int, typer.Option("--shard-size", min=1, max=10_000, help="Files of a shard.")] = 200,
    part: Annotated[str, typer.Option("--part", help="Do only this share of the shards: 3/16.")] = "1/1",
    as_json: Annotated[bool, typer.Option("--json", help="Print the result as JSON.")] = False,
    ocr: Annotated[
        Recognise, typer.Option("--ocr", help="Pages to recognise: those without good text, all, or none.")
    ] = Recognise.auto,
    timeout: Annotated[float, typer.Option("--timeout", min=0.1, help="Seconds that one file may take.")] = 120,
    memory: Annotated[float, typer.Option("--memory", min=0.1, help="Gibibytes that one file may take.")] = 4,
    lang: Language = Lang.vi,
    verbose: Verbose = False,
) -> None:
    """Take documents into an archive, which is made if there is none.

    A file is read once: one that has not changed, or whose bytes were read from another place, is passed over. Stop \
it whenever you like, or pull the plug; the same command goes on where it was.

    Twins (a DOCX and its signed PDF, copies, drafts) are found and told apart from the best copy.

    By shards (--engine, --shards, --part, or URLs) the same work is done on many machines: each shard is written \
once, into Parquet, PostgreSQL or an archive here. It needs the extra cluster.

    Examples:

    vanban ingest plans/ --archive plans.vanban

    vanban ingest inbox/ --watch --archive postgresql://vanban@db/archive

    vanban ingest s3://archive/2024 --engine ray --address head:6379 --archive postgresql://vanban@db/archive
    """
    from pipeline.archive.extraction import MODULES, READ
    from pipeline.workers import Limits, Pool

    with stopping(), failing(lang, verbose):
        from parsers.readers.options import Options as Reading
        from pipeline import batch
        from pipeline.archive.ingest import How
        from pipeline.archive.planning import Wish

        jobs = jobs or batch.cores()
        wish = Wish(failed=retry is not None, outdated=outdated, force=force, ocr=ocr.value)
        how = How(wish, Reading(ocr.value), jobs, keep)
        limits = Limits(timeout, int(memory * 2**30))
        if engine or shards or part != "1/1" or any("://" in path for path in paths):
            if watch or dry_run or keep:
                raise typer.BadParameter("not by shards", param_hint="--watch, --dry-run, --keep-files")
            tally = _by_shards(
                paths, archive, shards, (engine or Engine.local).value, address, size, part, how, limits, lang
            )
            ended(tally, as_json=as_json)
        places = [Path(path) for path in paths]
        if dry_run:
            _planned(places, archive, how, lang, as_json=as_json)
            raise typer.Exit
        with archive_at(archive, create=True) as place, Pool(READ, limits, MODULES) as pool:
            if watch:
                _watched(place, places, pool, how, every, lang, verbose=verbose)
            else:
                ended(_ingested(place, places, pool, how, lang, verbose=verbose), as_json=as_json)


def _by_shards(
    paths: list[str], archive: str | None, shards: str | None, engine: str, address: str | None, size: int, part: str,
    how: How, limits: Limits, lang: str,
) -> Tally:  # fmt: skip
    from pipeline.shards.command import ingested, part_of
    from pipeline.shards.engines import Where as On
    from pipeline.shards.run import Asked

    try:
        share = part_of(part)
    except ValueError as error:
        raise typer.BadParameter(part, param_hint="--part") from error
    on = On(how.jobs, address)
    return ingested(Asked(paths, archive, shards, engine, on, size, share, how.wish, how.options, limits), lang)


def _ingested(place: Archive, paths: list[Path], pool: Pool, how: How, lang: str, *, verbose: bool) -> Tally:
    """Take in the files, with a bar, and say what became of them."""
    from pipeline import console, inputs
    from pipeline.archive.ingest import ingest as taken
    from pipeline.archive.telling import following, summary

    files = inputs.opened(inputs.files(paths, leave_out=place.folder), how.jobs)
    if not files:
        console.say(word("no-files", lang))
    with following(len(files), lang, verbose=verbose) as tell:
        tally = taken(place, files, pool, how, tell)
    for line in summary(tally, lang) if files else ():
        console.say(line)
    return tally


def _watched(
    place: Archive, paths: list[Path], pool: Pool, how: How, every: float, lang: str, *, verbose: bool
) -> None:
    from pipeline import console
    from pipeline.archive.watch import whole

    console.say(word("archive.watching", lang).format(places=", ".join(map(str, paths))))
    for fresh in whole(paths, every):
        if fresh:
            _ingested(place, fresh, pool, how, lang, verbose=verbose)


def _planned(paths: list[Path], archive: str | None, how: How, lang: str, *, as_json: bool) -> None:
    from pipeline import inputs
    from pipeline.archive.ingest import plan
    from pipeline.archive.store import trial
    from pipeline.archive.telling import plan_json, plan_lines

    with trial(archive) as place:
        plans = plan(place, inputs.opened(inputs.files(paths, leave_out=place.folder), how.jobs), how.wish)
        if as_json:
            typer.echo(json.dumps(plan_json(plans), ensure_ascii=False, indent=1))
            return
        for line in plan_lines(plans, lang):
            typer.echo(line)


@app.command()
def status(
    archive: Where = None,
    failed: Annotated[bool, typer.Option("--failed", help="List each file that failed, and why.")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Print it as JSON.")] = False,
    lang: Language = Lang.vi,
    verbose: Verbose = False,
) -> None:
    """Show what is in an archive, what failed and why.

    Example: vanban status --archive plans.vanban --failed
    """
    with failing(lang, verbose), archive_at(archive) as place:
        from pipeline.archive import telling
        from pipeline.archive.status import failures
        from pipeline.archive.status import status as told

        if as_json:
            shown = telling.status_json(told(place), failures(place), lang)
            typer.echo(json.dumps(shown, ensure_ascii=False, indent=1))
            return
        printed(telling.status_shown(told(place), lang))
        for one in failures(place) if failed else ():
            typer.echo(one.line(lang))
