"""The store: where an archive lies, and how it is opened, locked and written.

Takes the folder of an archive (SQLite) or the URL of a PostgreSQL database, gives an Archive. Rule of the place: what
is written is written in one transaction or not at all, and one command writes at a time; another is refused clearly.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any, Literal

from sqlalchemy import Connection, Engine, create_engine, event, text
from sqlalchemy.engine import make_url
from sqlalchemy.exc import DatabaseError, DBAPIError, SQLAlchemyError

from models import Cause, Failure

if TYPE_CHECKING:
    from sqlalchemy.engine import URL

VARIABLE = "VANBAN_ARCHIVE"
"""Environment variable that names the archive."""
DEFAULT = "vanban-archive"
"""Folder of the archive, in the working folder, where nothing is said."""
DATABASE = "archive.db"
HEAD = "0001"
"""Version of the tables that this program reads and writes."""

LOCK = 0x76616E62616E
"""Number of the advisory lock on PostgreSQL; those that follow it are for writers of shards."""
_PATIENCE = 30_000
"""Milliseconds that SQLite waits for another writer's transaction."""

_PRAGMAS = (
    "foreign_keys = ON",
    f"busy_timeout = {_PATIENCE}",
    "synchronous = NORMAL",  # with WAL: a power cut may take back the last documents, which are then read again
    "cache_size = -65536",
    "wal_autocheckpoint = 8192",
)

Dialect = Literal["sqlite", "postgresql"]


@dataclass(frozen=True)
class Archive:
    """An open archive.

    place: as the user names it, without a password. folder: of an archive in SQLite, None on a server.
    """

    place: str
    engine: Engine
    folder: Path | None

    @property
    def dialect(self) -> Dialect:
        """Say which database it is in."""
        return "sqlite" if self.folder else "postgresql"

    def close(self) -> None:
        """Close its connections."""
        self.engine.dispose()


def place_of(asked: str | None) -> str:
    """Give the place of the archive: as asked, else from the environment, else in the working folder."""
    return asked or os.environ.get(VARIABLE) or DEFAULT


def is_url(place: str) -> bool:
    """Say whether a place is the URL of a database."""
    return place.startswith(("postgresql:", "postgresql+psycopg:", "postgres:"))


@contextmanager
def opened(asked: str | None = None, *, create: bool = False) -> Iterator[Archive]:
    """Open an archive and close it; see `open_archive`."""
    archive = open_archive(asked, create=create)
    try:
        yield archive
    finally:
        archive.close()


def open_archive(asked: str | None = None, *, create: bool = False) -> Archive:
    """Open an archive, bringing its tables up to this version.

    asked: a folder, or `postgresql://user@host/database`. create: make it if there is none.
    Raises Failure: NOT_FOUND; UNREACHABLE, the server; NOT_ARCHIVE, something else or of a newer version; UNWRITABLE.
    """
    place = place_of(asked)
    archive = _on_server(place) if is_url(place) else _in_folder(Path(place), create=create)
    try:
        with translated(archive.place):
            _ready(archive, create=create)
    except BaseException:
        archive.close()
        raise
    return archive


@contextmanager
def trial(asked: str | None = None) -> Iterator[Archive]:
    """Open an archive to look at it; where there is none, an empty one that is gone afterwards."""
    try:
        archive = open_archive(asked)
    except Failure as failure:
        if failure.cause is not Cause.NO_ARCHIVE:
            raise
        with TemporaryDirectory(prefix="vanban-") as folder, opened(folder, create=True) as archive:
            yield archive
        return
    try:
        yield archive
    finally:
        archive.close()


def _in_folder(folder: Path, *, create: bool) -> Archive:
    if folder.name == DATABASE and folder.is_file():
        folder = folder.parent
    database = folder / DATABASE
    if not database.is_file():
        if not create:
            raise Failure(Cause.NO_ARCHIVE, str(folder))
        try:
            folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise Failure(Cause.UNWRITABLE, str(folder), error.strerror or "") from error
    engine = create_engine(f"sqlite:///{database}", connect_args={"timeout": _PATIENCE / 1000})
    event.listen(engine, "connect", _prepared)
    event.listen(engine, "begin", _begun)
    return Archive(str(folder), engine, folder)


def _prepared(connection: Any, _: object) -> None:
    """Leave transactions to us, tables included, and turn on what SQLite leaves off."""
    connection.isolation_level = None
    for pragma in _PRAGMAS:
        connection.execute(f"PRAGMA {pragma}")


def _begun(connection: Connection) -> None:
    """Take the right to write at once where we shall write, so that no transaction fails half way for want of it."""
    writes = connection.get_execution_options().get("writes", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


def _on_server(place: str) -> Archive:
    url = server_url(place)
    try:
        engine = create_engine(url, pool_pre_ping=True)
    except ModuleNotFoundError as error:
        raise Failure(Cause.TOOL_MISSING, shown(url), "pip install 'vanban[postgres]'") from error
    return Archive(shown(url), engine, None)


def server_url(place: str) -> URL:
    """Give the URL with the driver that we use."""
    try:
        return make_url(place).set(drivername="postgresql+psycopg")
    except SQLAlchemyError as error:
        raise Failure(Cause.NOT_FOUND, place.partition("@")[2] or place, "URL") from error


def shown(url: URL) -> str:
    """Give a URL as it may be shown, without its password."""
    return url.set(drivername="postgresql").render_as_string(hide_password=True)


def _ready(archive: Archive, *, create: bool) -> None:
    """See to it that the tables are those of this version."""
    with archive.engine.connect() as connection:
        found = _version(connection)
    if found == HEAD:
        return
    if found is None and not create:
        raise Failure(Cause.NO_ARCHIVE, archive.place)
    from pipeline.archive.migrations.upgrade import known, upgrade

    if found is not None and found not in known():
        raise Failure(Cause.NOT_ARCHIVE, archive.place, f"version {found}, this program knows up to {HEAD}")
    with writer(archive):
        if archive.folder:
            with archive.engine.connect() as connection:
                connection.connection.driver_connection.execute("PRAGMA journal_mode = WAL")  # type: ignore[union-attr]
        with writing(archive) as connection:
            upgrade(connection)


def _version(connection: Connection) -> str | None:
    from sqlalchemy import inspect

    if not inspect(connection).has_table("alembic_version"):
        return None
    return connection.execute(text("SELECT version_num FROM alembic_version")).scalar()


@contextmanager
def writing(archive: Archive) -> Iterator[Connection]:
    """Give a connection in a transaction that is committed at the end, or leaves no trace.

    Raises Failure: UNWRITABLE, a full disk among the reasons; BUSY; UNREACHABLE; NOT_ARCHIVE, it is damaged.
    """
    with translated(archive.place), archive.engine.connect() as plain:
        connection = plain.execution_options(writes=True)
        with connection.begin():
            yield connection


@contextmanager
def reading(archive: Archive) -> Iterator[Connection]:
    """Give a connection that sees the archive as it is now, whatever is written meanwhile."""
    with translated(archive.place), archive.engine.connect() as connection:
        if not archive.folder:
            connection = connection.execution_options(isolation_level="REPEATABLE READ")
        yield connection


@contextmanager
def translated(place: str) -> Iterator[None]:
    """Turn what a database says into a Failure with advice."""
    try:
        yield
    except DBAPIError as error:
        said = str(error.orig).strip().splitlines()[0][:200] if error.orig else type(error).__name__
        raise Failure(_cause(error, said), place, said) from error


_SAID = (
    (("disk is full", "No space left", "disk I/O error", "readonly", "unable to open", "read-only"), Cause.UNWRITABLE),
    (("database is locked",), Cause.BUSY),
    (("not a database", "malformed"), Cause.NOT_ARCHIVE),
)


def _cause(error: DBAPIError, said: str) -> Cause:
    for words, cause in _SAID:
        if any(word in said for word in words):
            return cause
    if getattr(error.orig, "sqlstate", None) in ("53100", "25006"):  # disk full, read-only
        return Cause.UNWRITABLE
    if error.connection_invalidated or "connect" in said:
        return Cause.UNREACHABLE
    return Cause.NOT_ARCHIVE if isinstance(error, DatabaseError) else Cause.INTERNAL


@contextmanager
def writer(archive: Archive) -> Iterator[None]:
    """Be the one command that writes into the archive; the right ends with the process, however it ends.

    Raises Failure (BUSY): another command is.
    """
    with _file_lock(archive.folder) if archive.folder else _server_lock(archive):
        yield


@contextmanager
def _file_lock(folder: Path) -> Iterator[None]:
    import fcntl

    try:
        file = (folder / "lock").open("a+b")
    except OSError as error:
        raise Failure(Cause.UNWRITABLE, str(folder), error.strerror or "") from error
    with file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            file.seek(0)
            holder = file.read(64).decode("ascii", "replace").strip()
            raise Failure(Cause.BUSY, str(folder), f"process {holder}" if holder else "") from error
        with suppress(OSError):  # a full disk: the lock holds all the same, only the number is not told
            file.truncate(0)
            file.write(str(os.getpid()).encode())
            file.flush()
        yield


@contextmanager
def _server_lock(archive: Archive) -> Iterator[None]:
    with translated(archive.place), archive.engine.connect() as connection:
        if not connection.execute(text("SELECT pg_try_advisory_lock(:n)"), {"n": LOCK}).scalar():
            raise Failure(Cause.BUSY, archive.place)
        connection.commit()
        try:
            yield
        finally:
            connection.execute(text("SELECT pg_advisory_unlock(:n)"), {"n": LOCK})
            connection.commit()
