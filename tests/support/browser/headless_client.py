"""A browser without a screen, for servers that are processes of their own."""

import json
from http.cookiejar import CookieJar
from typing import Any
from urllib.error import HTTPError
from urllib.parse import urlencode
from urllib.request import HTTPCookieProcessor, ProxyHandler, Request, build_opener

# Machines may be busy, and a large file is made before its answer comes.
_SECONDS = 600


class Remote:
    """Keeps its cookies and sends the CSRF token with every write."""

    def __init__(self, address: str) -> None:
        self.address = address
        self.cookies = CookieJar()
        self._opener = build_opener(HTTPCookieProcessor(self.cookies), ProxyHandler({}))
        self._token = ""

    def ask(self, method: str, path: str, body: object = None, **headers: str) -> tuple[int, Any]:
        """Return the status and the JSON of the answer; raise OSError where there is none."""
        status, content = self.fetch(method, path, body, **headers)
        return status, json.loads(content or b"null")

    def fetch(self, method: str, path: str, body: object = None, **headers: str) -> tuple[int, bytes]:
        """Return the status and what the answer holds; raise OSError where there is none."""
        if method != "GET" and not self._token:
            self._token = self._read_token()
        data = None if body is None else json.dumps(body).encode()
        sent = {"Content-Type": "application/json", "X-CSRFToken": self._token} | headers
        return self._send(Request(self.address + path, data, sent, method=method))

    def save(self, diagram_id: str, revision: int, diagram: object) -> tuple[int, Any]:
        path = f"/api/v1/diagrams/{diagram_id}"
        return self.ask("PUT", path, {"diagram": diagram}, **{"If-Match": f'"{revision}"'})

    def download(self, path: str) -> bytes:
        """Return what is at *path*, whatever the status."""
        return self._send(Request(self.address + path))[1]

    def submit(self, path: str, **fields: str) -> str:
        """Send a form and return the page that comes of it."""
        sent = {"X-CSRFToken": self._read_token()}
        self._token = ""  # whoever logs in or out gets another
        return self._send(Request(self.address + path, urlencode(fields).encode(), sent))[1].decode()

    def build_headers(self) -> dict[str, str]:
        """Return what a write of this browser carries, for a test that sends it on a connection of its own."""
        token = self._read_token()
        return {"Cookie": "; ".join(f"{cookie.name}={cookie.value}" for cookie in self.cookies), "X-CSRFToken": token}

    def _read_token(self) -> str:
        token: str = self.ask("GET", "/api/v1/session")[1]["csrf_token"]
        return token

    def _send(self, request: Request) -> tuple[int, bytes]:
        try:
            with self._opener.open(request, timeout=_SECONDS) as answer:
                return answer.status, answer.read()
        except HTTPError as error:
            with error:
                return error.code, error.read()
