"""A browser without a screen, for servers that are processes of their own."""

import json
from http.cookiejar import CookieJar
from typing import Any
from urllib.error import HTTPError
from urllib.request import HTTPCookieProcessor, ProxyHandler, Request, build_opener

_SECONDS = 20


class Remote:
    """Keeps its cookies and sends the CSRF token with every write."""

    def __init__(self, address: str) -> None:
        self.address = address
        self.cookies = CookieJar()
        self._opener = build_opener(HTTPCookieProcessor(self.cookies), ProxyHandler({}))
        self._token = ""

    def ask(self, method: str, path: str, body: object = None, **headers: str) -> tuple[int, Any]:
        """Return the status and the JSON of the answer; raise OSError where there is none."""
        if method != "GET" and not self._token:
            self._token = self.ask("GET", "/api/v1/session")[1]["csrf_token"]
        data = None if body is None else json.dumps(body).encode()
        sent = {"Content-Type": "application/json", "X-CSRFToken": self._token} | headers
        try:
            with self._opener.open(Request(self.address + path, data, sent, method=method), timeout=_SECONDS) as answer:
                return answer.status, json.loads(answer.read() or b"null")
        except HTTPError as error:
            with error:
                return error.code, json.loads(error.read() or b"null")

    def save(self, diagram_id: str, revision: int, diagram: object) -> tuple[int, Any]:
        path = f"/api/v1/diagrams/{diagram_id}"
        return self.ask("PUT", path, {"diagram": diagram}, **{"If-Match": f'"{revision}"'})
