"""Archives to test on: one in SQLite, one on a PostgreSQL server that is installed and started for the tests."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import create_engine, text

from pipeline.archive.store import Archive, open_archive

BINARIES = sorted(Path("/usr/lib/postgresql").glob("*/bin"))
"""Where Debian puts the programs of the server."""
NEEDED = "VANBAN_TEST_SERVERS"
"""Set by `make test`: a server that is missing is then a fault and no reason to skip."""


def _as_server(command: list[str], **more: object) -> None:
    """Run a program of the server; as another user where we are root, which it refuses to run as."""
    user = ["runuser", "-u", "postgres", "--"] if os.geteuid() == 0 else []
    subprocess.run([*user, *command], check=True, capture_output=True, cwd="/", timeout=120, **more)  # type: ignore[call-overload]


@pytest.fixture(scope="session")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The URL of an empty PostgreSQL server, without the name of a database."""
    if not BINARIES:
        missing = "PostgreSQL is not installed: apt-get install postgresql"
        if os.environ.get(NEEDED):
            pytest.fail(missing)
        pytest.skip(missing)
    # the name of a socket may have some hundred bytes only
    folder = Path(subprocess.run(["mktemp", "-d"], check=True, capture_output=True, text=True).stdout.strip())
    data = folder / "data"
    if os.geteuid() == 0:
        shutil.chown(folder, "postgres")
    control = [str(BINARIES[-1] / "pg_ctl"), "-D", str(data), "-s", "-w"]
    settings = f"-c listen_addresses='' -c unix_socket_directories={folder} -c fsync=off"
    try:
        user = "vanban"
        initdb = [
            str(BINARIES[-1] / "initdb"),
            "-D",
            str(data),
            "-A",
            "trust",
            "-U",
            user,
            "-E",
            "UTF8",
            "--locale=C.UTF-8",
        ]
        _as_server(initdb)
        _as_server([*control, "-o", settings, "-l", str(folder / "log"), "start"])
        try:
            yield f"postgresql://{user}@/{{name}}?host={folder}"
        finally:
            _as_server([*control, "-m", "immediate", "stop"])
    finally:
        shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture
def database(server: str, request: pytest.FixtureRequest) -> Iterator[str]:
    """The URL of a new, empty database."""
    name = f"test_{abs(hash(request.node.nodeid)):x}"
    admin = create_engine(
        server.format(name="postgres").replace("postgresql:", "postgresql+psycopg:"), isolation_level="AUTOCOMMIT"
    )
    with admin.connect() as connection:
        connection.execute(text(f"DROP DATABASE IF EXISTS {name} WITH (FORCE)"))
        connection.execute(text(f"CREATE DATABASE {name}"))
    yield server.format(name=name)
    with admin.connect() as connection:
        connection.execute(text(f"DROP DATABASE {name} WITH (FORCE)"))
    admin.dispose()


@pytest.fixture(params=["sqlite", "postgresql"])
def place(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """Where a new archive may be made, in each of the databases."""
    return str(tmp_path / "archive") if request.param == "sqlite" else str(request.getfixturevalue("database"))


@pytest.fixture
def archive(place: str) -> Iterator[Archive]:
    """A new archive in each of the databases."""
    made = open_archive(place, create=True)
    yield made
    made.close()
