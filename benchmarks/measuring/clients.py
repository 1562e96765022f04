"""Clients, each in a process of its own, so that only the machine bounds how much they ask."""

import http.client
import json
import re
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from multiprocessing.pool import Pool
from typing import Any
from urllib.parse import urlsplit

WARM_UP = 1.0


@dataclass
class Client:
    """One guest on one connection, with a diagram of their own once they have begun."""

    address: str
    document: bytes = field(repr=False)
    diagram: str = ""
    location: str = ""
    revision: int = 1
    headers: dict[str, str] = field(default_factory=lambda: {"Content-Type": "application/json"})
    connection: http.client.HTTPConnection | None = None

    def ask(self, method: str, path: str, body: bytes | None = None, **headers: str) -> bytes:
        """Return the body of the answer; raise RuntimeError where it is a refusal."""
        if self.connection is None:
            self.connection = http.client.HTTPConnection(urlsplit(self.address).netloc, timeout=60)
        self.connection.request(method, path, body, self.headers | headers)
        response = self.connection.getresponse()
        content = response.read()
        for cookie in response.headers.get_all("Set-Cookie", []):
            self.headers["Cookie"] = cookie.split(";")[0]
        self.location = response.headers.get("Location", "") or self.location
        if response.status >= http.client.BAD_REQUEST:
            raise RuntimeError(f"{method} {path}: {response.status} {content[:200]!r}")
        return content

    def follow(self, path: str, fields: dict[str, str], name: str, content: bytes) -> str:
        """Send a form with *fields* and a file, read the page that it leads to, and return the path of that."""
        parts = [f'Content-Disposition: form-data; name="{each}"\r\n\r\n{value}' for each, value in fields.items()]
        parts.append(f'Content-Disposition: form-data; name="{name}"; filename="config.yaml"\r\n\r\n{content.decode()}')
        body = "".join(f"--part\r\n{part}\r\n" for part in parts) + "--part--\r\n"
        self.ask("POST", path, body.encode(), **{"Content-Type": "multipart/form-data; boundary=part"})
        self.ask("GET", self.location)
        return self.location

    def enter(self) -> None:
        """Become a guest."""
        self.headers["X-CSRFToken"] = json.loads(self.ask("GET", "/api/v1/session"))["csrf_token"]

    def begin(self) -> None:
        """Become a guest with a diagram."""
        self.enter()
        self.diagram = json.loads(self.ask("POST", "/api/v1/diagrams", self.document))["id"]

    def save(self) -> None:
        """Save the diagram."""
        based_on = {"If-Match": f'"{self.revision}"'}
        answer: dict[str, Any] = json.loads(
            self.ask("PUT", f"/api/v1/diagrams/{self.diagram}", self.document, **based_on)
        )
        self.revision = answer["revision"]

    def load(self) -> None:
        """Open the diagram."""
        self.ask("GET", f"/api/v1/diagrams/{self.diagram}")

    def generate(self) -> None:
        """Generate the mapping."""
        self.ask("POST", f"/api/v1/diagrams/{self.diagram}/mappings", b"{}")

    def generate_anew(self) -> None:
        """Save the diagram with another title, and generate the mapping of what nobody has compiled yet."""
        title = f'"title": "{self.diagram} {self.revision}"'.encode()
        self.document = re.sub(rb'"title": "[^"]*"', title, self.document, count=1)
        self.save()
        self.generate()

    def look(self) -> None:
        """Ask the bare route."""
        self.ask("GET", "/")


@dataclass(frozen=True, slots=True)
class Work:
    """What one client does: *act* again and again, counted from *start* to *end* by the clock that never goes back."""

    client: Client
    act: Callable[[Client], None]
    start: float
    end: float


@dataclass(frozen=True, slots=True)
class Yield:
    """What came of it: the *seconds* of each act that was done in time, and what went wrong."""

    seconds: list[float]
    errors: list[str]


@dataclass(frozen=True, slots=True)
class Crowd:
    """Clients out of *pool*, who save and open *document*, and are counted for *seconds*."""

    pool: Pool
    document: bytes
    seconds: float

    def ask(
        self, address: str, act: Callable[[Client], None], number: int, begins: Callable[[Client], None] | None
    ) -> Yield:
        """Return what comes of *number* clients of *address* who *act* at the same time, after a warm-up and what *begins*."""
        clients = [Client(address, self.document) for _ in range(number)]
        if begins is not None:
            clients = self.pool.map(begin, [(client, begins) for client in clients], chunksize=1)
        start = time.monotonic() + WARM_UP
        works = [Work(client, act, start, start + self.seconds) for client in clients]
        # Each is still at work when the last begins, so that every client has a process to itself.
        results = self.pool.map(run, works, chunksize=1)
        return Yield(
            [each for result in results for each in result.seconds],
            [each for result in results for each in result.errors],
        )


def begin(prepared: tuple[Client, Callable[[Client], None]]) -> Client:
    """Return a client that is ready to act; another process takes over, on a connection of its own."""
    client, begins = prepared
    begins(client)
    client.connection = None
    return client


def run(work: Work) -> Yield:
    """Do *work*."""
    result = Yield([], [])
    try:
        while (started := time.monotonic()) < work.end:
            work.act(work.client)
            ended = time.monotonic()
            if work.start <= ended <= work.end:
                result.seconds.append(ended - started)
    except (OSError, RuntimeError, http.client.HTTPException) as error:
        result.errors.append(f"{type(error).__name__}: {error}")
    return result
