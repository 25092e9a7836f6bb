"""LibreOffice kept running: takes a file's bytes and its import filter, gives the DOCX that LibreOffice makes of it.

Rule of the place: nothing of the user is touched and nothing outlives us. Each process of ours has one LibreOffice with
a profile, a folder and a session of its own; a guard waits on a pipe from us and, when we close it or die in any way,
kills that session and removes the folder. Macros, links and the network are off in the profile.

A start takes one to five seconds, a file through a running LibreOffice under 0.1 s. A document of ours keeps it open;
files come through its own hand-over, so no port and no library of LibreOffice's is needed.
"""

from __future__ import annotations

import atexit
import hashlib
import os
import shutil
import subprocess
import tempfile
import threading
import time
from pathlib import Path
from typing import IO, NamedTuple
from xml.sax.saxutils import quoteattr

from models import Cause, Failure

STARTING = 60
"""Longest time in seconds that LibreOffice may take to start."""
CONVERTING = 120
"""Longest time in seconds that one file may take."""
ENDING = 5
"""Longest time in seconds that we wait until its folder is gone."""
MOST_FILES = 200
"""Files after which LibreOffice is started anew, because it grows."""

_PROGRAMS = ("soffice", "libreoffice")
_KEPT = "kept-open.txt"
"""The document that keeps LibreOffice open; the lock it puts beside it shows that files may come."""
_GUARD = """
exec 3<&0
{ read -r _ <&3; kill -s KILL -- "-$1"; rm -rf -- "$2" "$3"; sleep 0.2; rm -rf -- "$2" "$3"; } &
"""
"""The guard. It leaves the shell that starts it, so that whoever kills us with all our children does not kill it."""
_OFF = (
    ("Office.Common/Security/Scripting", "MacroSecurityLevel", "3"),
    ("Office.Common/Security/Scripting", "DisableMacrosExecution", "true"),
    ("Office.Common/Security/Scripting", "BlockUntrustedRefererLinks", "true"),
    ("Office.Writer/Content/Update", "Link", "0"),
    ("Office.Calc/Content/Update", "Link", "1"),
    ("Inet/Settings", "ooInetProxyType", "2"),
    *(("Inet/Settings", f"ooInet{kind}ProxyName", "127.0.0.1") for kind in ("HTTP", "HTTPS", "FTP")),
    *(("Inet/Settings", f"ooInet{kind}ProxyPort", "9") for kind in ("HTTP", "HTTPS", "FTP")),
)
"""Settings of the profile: no macro, no link followed, a proxy that is not there (port 9 is `discard`)."""


class Office(NamedTuple):
    """A running LibreOffice.

    program: its path. process: leader of its session. guard: writes to the guard, which waits until that is closed.
    turns: suffixes of the files done.
    """

    program: str
    folder: Path
    process: subprocess.Popen[bytes]
    guard: IO[bytes]
    turns: list[str]


_running: dict[int, Office] = {}
"""By the id of our process, so that a fork does not take its parent's."""
_lock = threading.Lock()


def to_docx(data: bytes, name: str, suffix: str, import_filter: str) -> bytes:
    """Convert one file.

    name: for messages only. suffix: `.doc`. import_filter: LibreOffice's name for the format, so that a damaged file
    is refused and not read as plain text.
    Raises Failure: TOOL_MISSING, TOOL_FAILED.
    """
    program = next(filter(None, map(shutil.which, _PROGRAMS)), None)
    if program is None:
        raise Failure(Cause.TOOL_MISSING, name, "soffice")
    with _lock:
        kept = os.getpid() in _running
        made = _converted(_office(program, name), data, name, suffix, import_filter)
        if made is None and kept and not _is_running():
            made = _converted(_office(program, name), data, name, suffix, import_filter)  # it had died before
    if made is None:
        raise Failure(Cause.TOOL_FAILED, name, "LibreOffice gave no file")
    return made


def close() -> None:
    """End the LibreOffice of this process, if there is one, and remove its folder."""
    office = _running.pop(os.getpid(), None)
    if office is not None:
        _end(office)


def _converted(office: Office, data: bytes, name: str, suffix: str, import_filter: str) -> bytes | None:
    """Give the DOCX, None where LibreOffice made none; the file has a name of ours."""
    work = Path(tempfile.mkdtemp(dir=office.folder))
    source, target = work / f"document{suffix}", work / "document.docx"
    try:
        source.write_bytes(data)
        what = [
            f"--infilter={import_filter}",
            "--convert-to",
            "docx:MS Word 2007 XML",
            "--outdir",
            str(work),
            str(source),
        ]
        client = _process(office.program, office.folder, *what)
        office.turns.append(suffix)
        try:
            client.wait(CONVERTING)
        except subprocess.TimeoutExpired as error:
            close()
            raise Failure(Cause.TOOL_FAILED, name, f"LibreOffice: no answer in {CONVERTING} s") from error
        finally:
            _kill(client)
        return target.read_bytes() if target.is_file() and target.stat().st_size else None
    finally:
        shutil.rmtree(work, ignore_errors=True)


def _office(program: str, name: str) -> Office:
    """Give the running LibreOffice, started if there is none, if it has died or has done its share."""
    office = _running.get(os.getpid())
    if office and office.program == program and _is_running() and len(office.turns) < MOST_FILES:
        return office
    close()
    office = _started(program)
    _running[os.getpid()] = office
    deadline = time.monotonic() + STARTING
    while not (_socket(folder := office.folder).exists() and (folder / f".~lock.{_KEPT}#").exists()):
        if office.process.poll() is not None or time.monotonic() > deadline:
            seen = office.process.returncode
            close()
            how = f"no answer in {STARTING} s" if seen is None else f"ended with {seen} at its start"
            raise Failure(Cause.TOOL_FAILED, name, f"LibreOffice: {how}")
        time.sleep(0.02)
    return office


def _started(program: str) -> Office:
    folder = Path(tempfile.mkdtemp(prefix="vanban-office-"))
    user = folder / "profile" / "user"
    user.mkdir(parents=True)
    (user / "registrymodifications.xcu").write_text(_settings(), "utf-8")
    (folder / _KEPT).write_text("vanban", "ascii")
    process = _process(program, folder, str(folder / _KEPT))
    starter = subprocess.Popen(
        ["/bin/sh", "-c", _GUARD, "guard", str(process.pid), str(folder), str(_socket(folder))],
        stdin=subprocess.PIPE, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True,
    )  # fmt: skip
    assert starter.stdin is not None
    starter.wait()
    return Office(program, folder, process, starter.stdin, [])


def _is_running() -> bool:
    office = _running.get(os.getpid())
    return office is not None and office.process.poll() is None


def _end(office: Office) -> None:
    """Let the guard do its work and wait until it is done."""
    office.guard.close()
    office.process.wait()
    deadline = time.monotonic() + ENDING
    while office.folder.exists() and time.monotonic() < deadline:
        time.sleep(0.01)


def _kill(client: subprocess.Popen[bytes]) -> None:
    """Kill a client with all it started; one that has ended has left nothing."""
    if client.poll() is None:
        os.killpg(client.pid, 9)
        client.wait()


def _process(program: str, folder: Path, *what: str) -> subprocess.Popen[bytes]:
    """Start LibreOffice in a session of its own, our folder as its home, with nothing of our environment."""
    own = {"PATH": os.environ.get("PATH", os.defpath), "LANG": "C.UTF-8", "SAL_USE_VCLPLUGIN": "svp"}
    places = dict.fromkeys(("HOME", "TMPDIR", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_RUNTIME_DIR"), str(folder))
    profile = f"-env:UserInstallation={_url(folder)}"
    return subprocess.Popen(
        [program, profile, "--headless", "--invisible", "--norestore", "--nologo", *what],
        env=own | places, cwd=folder, start_new_session=True,
        stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
    )  # fmt: skip


def _url(folder: Path) -> str:
    return (folder / "profile").as_uri()


def _socket(folder: Path) -> Path:
    """Give the socket at which LibreOffice takes files; its name is made of the user and the profile."""
    digest = hashlib.md5(_url(folder).encode("utf-16-le"), usedforsecurity=False).digest()
    return Path(f"/tmp/OSL_PIPE_{os.getuid()}_SingleOfficeIPC_" + "".join(f"{byte:x}" for byte in digest))


def _settings() -> str:
    items = "".join(
        f'<item oor:path={quoteattr(f"/org.openoffice.{path}")}><prop oor:name="{key}" oor:op="fuse">'
        f"<value>{value}</value></prop></item>"
        for path, key, value in _OFF
    )
    return (
        '<?xml version="1.0" encoding="UTF-8"?><oor:items xmlns:oor="http://openoffice.org/2001/registry" '
        f'xmlns:xs="http://www.w3.org/2001/XMLSchema">{items}</oor:items>'
    )


atexit.register(close)
