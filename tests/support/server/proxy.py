"""A small reverse proxy, as one would put before two servers: it asks each whether it is ready, and sends people to those."""

import socket
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from http.client import HTTPConnection, HTTPException
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from itertools import count
from urllib.parse import urlsplit

_ASK_EVERY = 0.1
_SECONDS = 120
_HOP = {"connection", "keep-alive", "transfer-encoding"}


class Backends:
    """The servers behind the proxy, and which of them said that they are ready."""

    def __init__(self, addresses: list[str]) -> None:
        self.addresses = addresses
        self.ready: set[str] = set()
        self._turn = count()
        self._end = threading.Event()

    def watch(self) -> None:
        """Ask all of them over and over until the end."""
        while not self._end.wait(_ASK_EVERY):
            self.ready = {each for each in self.addresses if _is_ready(each)}

    def pick(self) -> str:
        """Return one that is ready, each in its turn; wait for one where there is none."""
        deadline = time.monotonic() + _SECONDS
        while time.monotonic() < deadline:
            ready = sorted(self.ready)
            if ready:
                return ready[next(self._turn) % len(ready)]
            time.sleep(_ASK_EVERY)
        raise TimeoutError("no server is ready")

    def wait_until(self, address: str, *, is_ready: bool) -> None:
        """Wait until the proxy knows whether the server at *address* is ready."""
        deadline = time.monotonic() + _SECONDS
        while (address in self.ready) != is_ready:
            assert time.monotonic() < deadline, f"{address} is not as it should be"
            time.sleep(_ASK_EVERY)

    def end(self) -> None:
        self._end.set()


@contextmanager
def run_proxy(addresses: list[str]) -> Iterator[tuple[str, Backends]]:
    """Yield the address of a proxy before the servers at *addresses*, and what it knows of them."""
    backends = Backends(addresses)

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def handle_one_request(self) -> None:
            with suppress(ConnectionError):
                super().handle_one_request()

        def pass_on(self) -> None:
            body = self.rfile.read(int(self.headers.get("Content-Length", "0")))
            parts = urlsplit(backends.pick())
            connection = HTTPConnection(parts.hostname or "", parts.port or 80, timeout=_SECONDS)
            try:
                connection.request(self.command, self.path, body, dict(self.headers))
                answer = connection.getresponse()
                content = answer.read()
            except (OSError, HTTPException) as error:
                self.send_error(502, type(error).__name__)
                return
            finally:
                connection.close()
            self.send_response(answer.status)
            for name, value in answer.getheaders():
                if name.lower() not in _HOP | {"content-length"}:
                    self.send_header(name, value)
            self.send_header("Content-Length", str(len(content)))
            self.end_headers()
            self.wfile.write(content)

        do_GET = do_POST = do_PUT = do_PATCH = do_DELETE = pass_on  # noqa: N815 - the names that http.server looks for

        def log_message(self, *_: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    for target in (server.serve_forever, backends.watch):
        threading.Thread(target=target, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}", backends
    finally:
        backends.end()
        server.shutdown()
        server.server_close()


def find_free_port() -> int:
    """Return a port on which nobody listens just now."""
    with socket.create_server(("127.0.0.1", 0)) as probe:
        port: int = probe.getsockname()[1]
        return port


def _is_ready(address: str) -> bool:
    parts = urlsplit(address)
    connection = HTTPConnection(parts.hostname or "", parts.port or 80, timeout=10)
    try:
        connection.request("GET", "/readyz")
        return connection.getresponse().status == 200
    except (OSError, HTTPException):
        return False
    finally:
        connection.close()
