"""Saves, opens and generations a second with 1, 8 and 32 clients on Postgres, beside a bare Flask route.

Both are served alike: gunicorn, two processes of eight threads. The clients stand on the same machine and cost time too.
"""

import http.client
import json
import os
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory
from urllib.parse import urlsplit

from flask import Flask

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT / "tests"))

from labmapper.web.examples import load_examples  # noqa: E402
from support.databases import run_postgres  # noqa: E402 - found by the line above
from support.server import ANNOUNCEMENT  # noqa: E402

SECONDS = 5.0
CLIENTS = (1, 8, 32)
_BARE = "Bare route is at "

bare = Flask(__name__)


@bare.get("/")
def answer() -> dict[str, str]:
    """Answer what costs nothing."""
    return {"status": "ok"}


@dataclass
class Client:
    """One guest on one kept connection, with a diagram of their own."""

    address: str
    headers: dict[str, str] = field(default_factory=lambda: {"Content-Type": "application/json"})
    diagram: str = ""
    revision: int = 1

    def __post_init__(self) -> None:
        """Connect."""
        self._connection = http.client.HTTPConnection(urlsplit(self.address).netloc, timeout=60)

    def ask(self, method: str, path: str, body: bytes | None = None, **headers: str) -> bytes:
        """Return the body of the answer; raise RuntimeError where it is a refusal."""
        try:
            self._connection.request(method, path, body, self.headers | headers)
            response = self._connection.getresponse()
        except ConnectionError:  # the server has closed a connection that was idle
            self._connection.close()
            self._connection.request(method, path, body, self.headers | headers)
            response = self._connection.getresponse()
        content = response.read()
        for cookie in response.headers.get_all("Set-Cookie", []):
            self.headers["Cookie"] = cookie.split(";")[0]
        if response.status >= http.client.BAD_REQUEST:
            raise RuntimeError(f"{method} {path}: {response.status} {content[:200]!r}")
        return content

    def begin(self) -> None:
        """Become a guest with a diagram."""
        self.headers["X-CSRFToken"] = json.loads(self.ask("GET", "/api/v1/session"))["csrf_token"]
        self.diagram = json.loads(self.ask("POST", "/api/v1/diagrams", BODY))["id"]

    def save(self) -> None:
        """Save the diagram."""
        path = f"/api/v1/diagrams/{self.diagram}"
        self.revision = json.loads(self.ask("PUT", path, BODY, **{"If-Match": f'"{self.revision}"'}))["revision"]

    def load(self) -> None:
        """Open the diagram."""
        self.ask("GET", f"/api/v1/diagrams/{self.diagram}")

    def generate(self) -> None:
        """Generate the mapping."""
        self.ask("POST", f"/api/v1/diagrams/{self.diagram}/mappings", b"{}")

    def look(self) -> None:
        """Ask the bare route."""
        self.ask("GET", "/")


BODY = json.dumps({"diagram": load_examples()[0]}).encode()


def measure(clients: list[Client], act: Callable[[Client], None]) -> tuple[float, float]:
    """Return how often a second *clients* together *act*, and the median milliseconds that one takes."""
    times: list[float] = []
    end = time.perf_counter() + SECONDS

    def work(client: Client) -> None:
        while (started := time.perf_counter()) < end:
            act(client)
            times.append(time.perf_counter() - started)

    threads = [threading.Thread(target=work, args=(client,)) for client in clients]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return len(times) / SECONDS, sorted(times)[len(times) // 2] * 1000


@contextmanager
def run(command: list[str], announcement: str, **environment: str) -> Iterator[str]:
    """Yield the address that *command* prints after *announcement*."""
    with subprocess.Popen(
        command, env=os.environ | environment, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
    ) as process:
        try:
            line = next(line for line in process.stdout or () if line.startswith(announcement))
            yield line.removeprefix(announcement).strip().rstrip("/")
        finally:
            process.terminate()


def compare(labmapper: str, bare_route: str) -> None:
    """Print the table."""
    print(f"{'':10}{'clients':>8}{'per second':>12}{'median ms':>11}")
    for name, address, act in (
        ("bare", bare_route, Client.look),
        ("save", labmapper, Client.save),
        ("open", labmapper, Client.load),
        ("generate", labmapper, Client.generate),
    ):
        for number in CLIENTS:
            clients = [Client(address) for _ in range(number)]
            if name != "bare":
                for client in clients:
                    client.begin()
            rate, milliseconds = measure(clients, act)
            print(f"{name:10}{number:8}{rate:12.0f}{milliseconds:11.1f}", flush=True)


def serve_bare() -> None:
    """Serve the bare route as Labmapper is served."""
    from gunicorn.app.base import BaseApplication  # noqa: PLC0415 - only the server's process needs it

    class Server(BaseApplication):  # type: ignore[misc] # gunicorn carries no types
        def load_config(self) -> None:
            options = {
                "bind": "127.0.0.1:0",
                "workers": 2,
                "threads": 8,
                "worker_class": "gthread",
                "loglevel": "warning",
            }
            for name, value in options.items():
                self.cfg.set(name, value)
            self.cfg.set("when_ready", lambda arbiter: print(_BARE + str(arbiter.LISTENERS[0]), flush=True))

        def load(self) -> Flask:
            return bare

    Server().run()


def main() -> None:
    """Start everything and compare."""
    with run_postgres() as url, TemporaryDirectory() as directory:
        settings = {"LABMAPPER_DATABASE_URL": url.replace("+psycopg2", ""), "LABMAPPER_DATA_DIR": directory}
        command = [sys.executable, "-m", "labmapper"]
        subprocess.run([*command, "db", "upgrade"], env=os.environ | settings, check=True)
        with (
            run(
                [*command, "serve"], ANNOUNCEMENT, **settings, LABMAPPER_PORT="0", LABMAPPER_LOG_LEVEL="WARNING"
            ) as labmapper,
            run([sys.executable, __file__, "bare"], _BARE) as bare_route,
        ):
            compare(labmapper, bare_route)


if __name__ == "__main__":
    serve_bare() if sys.argv[1:] == ["bare"] else main()
