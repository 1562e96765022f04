"""Clients that mean harm, each in a thread: they send what is dear, broken, forged or never ends, and read no answer to its end."""

import itertools
import socket
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager, suppress
from http.client import HTTPException
from threading import Event, Lock
from urllib.parse import urlsplit

from support.browser.headless_client import Remote

# A mapping with many keys, that many others are: little to send, and much to read.
_DEAR = b"users:\n  a: &a {" + b", ".join(b"k%d: 1" % n for n in range(2_000)) + b"}\n"
_DEAR += b"".join(b"  b%d: *a\n" % n for n in range(300))
# Seconds after which they lose interest.
_PATIENCE = 20


class Hostile:
    """All of them, and the *statuses* that they were answered with."""

    def __init__(self, address: str) -> None:
        """Turn against the server at *address*."""
        parts = urlsplit(address)
        self._place = (parts.hostname or "", parts.port or 80)
        self._address = address
        self._lock = Lock()
        self.statuses: set[int] = set()
        self.acts = 0
        self.is_over = Event()

    def harm(self, first: int) -> None:
        """Do one thing after the other, from the *first* on, until it is over."""
        ways: tuple[Callable[[], int | None], ...] = (
            lambda: self._send(b"POST", b"/api/v1/imports", _DEAR, claimed=len(_DEAR)),
            lambda: self._send(b"POST", b"/api/v1/diagrams", b"{", claimed=1_000_000, reads=False),
            lambda: self._send(b"GET", b"/" + b"%00../" * 50, b"", claimed=0),
            lambda: self._send(b"PUT", b"/api/v1/diagrams/x", b"{}", claimed=2),
            lambda: self._say(b"\x16\x03\x01" + bytes(range(256))),
            lambda: self._say(b"GET / HTTP/1.1\r\nHost: ..\r\n\r\n"),
            self._read_a_page,
        )
        for act in itertools.islice(itertools.cycle(ways), first, None):
            if self.is_over.is_set():
                return
            with suppress(OSError, HTTPException):
                status = act()
                with self._lock:
                    self.acts += 1
                    self.statuses |= {status} if status else set()

    def _send(self, method: bytes, path: bytes, body: bytes, *, claimed: int, reads: bool = True) -> int | None:
        head = b"%s %s HTTP/1.1\r\nHost: lab\r\nContent-Length: %d\r\nConnection: close\r\n\r\n" % (
            method,
            path,
            claimed,
        )
        return self._say(head + body, reads=reads)

    def _say(self, words: bytes, *, reads: bool = True) -> int | None:
        """Say *words* and return the status, or hang up without having read anything."""
        with socket.create_connection(self._place, timeout=_PATIENCE) as connection:
            connection.sendall(words)
            answer = connection.recv(64) if reads else b""
        return int(answer[9:12]) if answer.startswith(b"HTTP/1.1 ") else None

    def _read_a_page(self) -> int:
        return Remote(self._address).fetch("GET", "/convert")[0]


@contextmanager
def run_hostile(address: str, count: int) -> Iterator[Hostile]:
    """Yield *count* hostile clients of the server at *address*, at work meanwhile."""
    hostile = Hostile(address)
    with ThreadPoolExecutor(count) as pool:
        working = [pool.submit(hostile.harm, number) for number in range(count)]
        try:
            yield hostile
        finally:
            hostile.is_over.set()
        for each in working:
            each.result()
