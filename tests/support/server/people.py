"""The cast: Alice owns the drawing, Bob has an account too, a guest has a session, and nobody has not even that."""

from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import cache
from typing import Any

from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from labmapper.persistence.accounts.log_ins import Place
from labmapper.persistence.accounts.users import fold_username, hash_password
from labmapper.persistence.database.connection import db
from labmapper.persistence.database.tables import UserRow
from labmapper.web.services import get_log_ins

PASSWORD = "quiet violet lantern 42"
# What a browser says of a request by a page of ours.
HERE = {"Sec-Fetch-Site": "same-origin"}
# An answer that is sent in pieces comes to its end, also where a test looks at its head only.
WHOLE = {"buffered": True}


def _build_user(username: str) -> UserRow:
    return UserRow(
        username=username,
        username_key=fold_username(username),
        password_hash=_hash_password(),
        is_disabled=False,
        created_at=datetime.now(UTC),
    )


@cache
def _hash_password() -> str:
    return hash_password(PASSWORD)


@dataclass(frozen=True, slots=True)
class Browser:
    """A browser that sends the CSRF token with every write, as the pages and the editor do, and says where it is."""

    client: FlaskClient
    # The CSRF token by the session that it belongs to.
    tokens: dict[str, str] = field(default_factory=dict, compare=False)

    def get(self, path: str, **options: Any) -> TestResponse:
        return self.client.get(path, headers=HERE | options.pop("headers", {}), **WHOLE | options)

    def write(self, method: str, path: str, **options: Any) -> TestResponse:
        headers = {"X-CSRFToken": self.read_token()} | HERE | options.pop("headers", {})
        return self.client.open(path, method=method, headers=headers, **WHOLE | options)

    def post(self, path: str, **options: Any) -> TestResponse:
        return self.write("POST", path, **options)

    def put(self, path: str, **options: Any) -> TestResponse:
        return self.write("PUT", path, **options)

    def delete(self, path: str, **options: Any) -> TestResponse:
        return self.write("DELETE", path, **options)

    def read_token(self) -> str:
        """Return the CSRF token; the same session is not asked twice, for every write needs it."""
        before = self.client.get_cookie("labmapper")
        if before and before.value in self.tokens:
            return self.tokens[before.value]
        token: str = self.client.get("/api/v1/session").get_json()["csrf_token"]
        after = self.client.get_cookie("labmapper")
        if after:
            self.tokens[after.value] = token
        return token

    def register(self, username: str, password: str = PASSWORD) -> "Browser":
        answer = self.post("/register", data={"username": username, "password": password})
        assert answer.status_code == 303, answer.text
        return self

    def enter(self, username: str) -> "Browser":
        """Begin as somebody who has registered and logged in before; quicker than doing it through the pages."""
        with self.client.application.app_context():
            row = _build_user(username)
            db.session.add(row)
            db.session.commit()
            secret = get_log_ins().begin(row, Place("Firefox, Linux", "127.0.0.1"))
        with self.client.session_transaction() as session:
            session["_user_id"], session["_fresh"] = secret, True
        return self

    def log_in(self, username: str, password: str = PASSWORD, **fields: str) -> TestResponse:
        return self.post("/login", data={"username": username, "password": password} | fields)

    def create_diagram(self, diagram: dict[str, Any]) -> str:
        answer = self.post("/api/v1/diagrams", json={"diagram": diagram})
        assert answer.status_code == 201, answer.text
        token: str = answer.get_json()["id"]
        return token

    def save(self, diagram_id: str, revision: int, diagram: dict[str, Any]) -> TestResponse:
        path = f"/api/v1/diagrams/{diagram_id}"
        return self.put(path, json={"diagram": diagram}, headers={"If-Match": f'"{revision}"'})

    def list_titles(self, query: str = "") -> list[str]:
        answer = self.get(f"/api/v1/diagrams{query}").get_json()
        return [diagram["title"] for diagram in answer["diagrams"]]
