"""Servers of the tests, each forked from one process that has imported all of Labmapper: importing is two thirds of a start."""

import atexit
import json
import os
import signal
import socket
import subprocess
import sys
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from select import select
from threading import Lock
from typing import IO, Any

_ROOT = Path(__file__).parents[3]
# Without the modules beside the launcher, which are none of Labmapper's.
_LAUNCHER = (sys.executable, "-P", str(Path(__file__).with_name("launcher.py")), str(_ROOT / "build" / "compressed"))


@dataclass(frozen=True, slots=True)
class ForkedServer:
    """One server, with as much of `subprocess.Popen` as the tests use."""

    pid: int
    stdout: IO[str]
    # Nothing is ever written to it: it is closed when the server has ended.
    end: IO[bytes]

    def terminate(self) -> None:
        self._send(signal.SIGTERM)

    def kill(self) -> None:
        self._send(signal.SIGKILL)

    def communicate(self, timeout: float) -> None:
        """Wait until the server has ended.

        Raises:
            TimeoutError: It has not, within *timeout* seconds.
        """
        if not self._is_over(timeout):
            raise TimeoutError(f"The server did not end within {timeout} seconds.")
        self.stdout.close()
        self.end.close()

    def _is_over(self, timeout: float = 0) -> bool:
        return bool(select([self.end], [], [], timeout)[0])

    def _send(self, what: signal.Signals) -> None:
        if not self._is_over():
            with suppress(ProcessLookupError):
                os.kill(self.pid, what)


@dataclass(frozen=True, slots=True)
class _Launcher:
    """The process that servers are forked from, and what it is told by."""

    process: "subprocess.Popen[bytes]"
    control: socket.socket
    lock: Lock = field(default_factory=Lock)

    def fork(self, options: Sequence[str], environment: Mapping[str, str], errors: IO[Any]) -> ForkedServer:
        (stdout, out), (end, over) = os.pipe(), os.pipe()
        request = json.dumps({"options": options, "environment": environment})
        with self.lock:
            socket.send_fds(self.control, [b"+"], [out, errors.fileno(), over])
            self.control.sendall(f"{request}\n".encode())
            pid = int(self.control.recv(64))
        os.close(out)
        os.close(over)
        return ForkedServer(pid, open(stdout, encoding="utf-8"), open(end, "rb"))  # noqa: PTH123 - closed at the end

    def close(self) -> None:
        self.control.close()
        self.process.wait()


def fork_server(options: Sequence[str], environment: Mapping[str, str], errors: IO[Any]) -> ForkedServer:
    """Start ``labmapper serve`` with *options* in *environment*; what it says goes to *errors*."""
    return _get_launcher().fork(options, environment, errors)


@cache
def _get_launcher() -> _Launcher:
    ours, theirs = socket.socketpair()
    with theirs:
        number = theirs.fileno()
        process = subprocess.Popen([*_LAUNCHER, str(number)], pass_fds=[number], stdin=subprocess.DEVNULL)
    launcher = _Launcher(process, ours)
    atexit.register(launcher.close)
    return launcher
