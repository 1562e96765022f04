"""Labmapper as people start it: ``labmapper serve``, a process of its own on a free port with an empty data directory.

Only it is forked where Labmapper is imported already, what it compresses is kept from one start to the next, and passwords are
hashed quickly.
"""

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from threading import Timer
from typing import IO

from labmapper.config import Config
from support.server.forked_servers import ForkedServer, fork_server

# As people start it, in every respect.
PLAIN = (sys.executable, "-m", "labmapper")
ANNOUNCEMENT = "Labmapper is at "
# Machines may be busy: what starts, starts as soon as it can.
START_SECONDS = 300
# All the people of a test come from one address, and are in a hurry.
UNHURRIED = {
    f"LABMAPPER_{name}": "1000000"
    for name in ("GUESTS_PER_HOUR", "REGISTRATIONS_PER_HOUR", "UPLOADS_PER_MINUTE", "HEAVY_PER_MINUTE")
}


class NotServing(RuntimeError):
    """The server ended, or did not begin; the message is what it said."""


@contextmanager
def run_server(
    directory: Path,
    port: int = 0,
    settings: Mapping[str, str] | None = None,
    options: Sequence[str] = (),
    *,
    command: Sequence[str] = (),
) -> Iterator[str]:
    """Yield the address, without a slash at its end, of a server that keeps in *directory* what *settings* put nowhere else.

    It is the *command* ``serve`` with *options*, or forked without one, and listens on *port*, or on one that is free; when this is
    over it has ended.

    Raises:
        NotServing: The server does not print its address within five minutes.
    """
    environment = {name: value for name, value in os.environ.items() if not name.startswith("LABMAPPER_")}
    environment |= UNHURRIED | {
        "LABMAPPER_DATA_DIR": str(directory / "data"),
        "LABMAPPER_PORT": str(port),
        "LABMAPPER_WORKERS": "1",
    }
    environment |= settings or {}
    log = directory / "server.log"
    _wait_for(port)
    with log.open("w", encoding="utf-8") as errors:
        process = _start(command, options, environment, errors)
    try:
        yield _read_address(process, log)
    finally:
        process.terminate()
        process.communicate(timeout=START_SECONDS)


def _start(
    command: Sequence[str], options: Sequence[str], environment: Mapping[str, str], errors: IO[str]
) -> "subprocess.Popen[str] | ForkedServer":
    if not command:
        return fork_server(options, environment, errors)
    words = [*command, "serve", *options]
    return subprocess.Popen(words, env=environment, stdout=subprocess.PIPE, stderr=errors, text=True)


def name_settings(config: Config) -> dict[str, str]:
    """Return the settings that give a server the database and the keys of *config*."""
    return {
        "LABMAPPER_DATABASE_URL": config.database_url,
        "LABMAPPER_SECRET_KEY": config.secret_key or "",
        "LABMAPPER_ENCRYPTION_KEYS": config.encryption_keys or "",
    }


def find_workers(directory: Path) -> list[int]:
    """Return the processes that answer for the server in *directory*: the children of the one that writes its log."""
    found = _list_processes(directory)
    return [process for process, parent in found.items() if parent in found]


def kill_server(directory: Path) -> None:
    """Kill the whole server in *directory*: first the process that would start others again, then those that answer.

    One that was started meanwhile is killed too: it would keep the port for a while.
    """
    while found := _list_processes(directory):
        for process in sorted(found, key=lambda each: found[each] in found):
            with suppress(ProcessLookupError):
                os.kill(process, signal.SIGKILL)


def _list_processes(directory: Path) -> dict[int, int]:
    """Return each process that writes the log of the server in *directory*, with its parent."""
    found = {}
    for process in Path("/proc").glob("[0-9]*"):
        with suppress(OSError, IndexError):
            parent = int((process / "stat").read_text().rsplit(")", 1)[1].split()[1])
            if (process / "fd" / "2").readlink() == directory / "server.log":
                found[int(process.name)] = parent
    return found


def _wait_for(port: int) -> None:
    """Wait until nobody listens on *port* any more: what was killed closes what it had open a moment later."""
    end = time.monotonic() + START_SECONDS
    while port and time.monotonic() < end:
        with suppress(OSError), socket.create_server(("127.0.0.1", port)):
            return
        time.sleep(0.01)


def _read_address(process: "subprocess.Popen[str] | ForkedServer", log: Path) -> str:
    timer = Timer(START_SECONDS, process.kill)
    timer.start()
    try:
        for line in process.stdout or ():
            if line.startswith(ANNOUNCEMENT):
                return line.removeprefix(ANNOUNCEMENT).strip().rstrip("/")
    finally:
        timer.cancel()
    raise NotServing(f"labmapper serve did not start:\n{log.read_text(encoding='utf-8')}")
