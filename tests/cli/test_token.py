"""Tokens from the command line, on an embedded database of their own."""

from pathlib import Path

import pytest

from labmapper.app import create_app
from labmapper.cli.settings import get_config
from labmapper.persistence.database.connection import dispose
from support.server.command_line import run


@pytest.fixture(autouse=True)
def _on_an_installation_of_its_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LABMAPPER_DATA_DIR", str(tmp_path))
    monkeypatch.delenv("LABMAPPER_DATABASE_URL", raising=False)
    assert run("user", "create", "alice", "--password", "four random words 4").exit_code == 0


def ask(secret: str) -> int:
    app = create_app(get_config())
    try:
        return app.test_client().get("/api/v1/tokens", headers={"Authorization": f"Bearer {secret}"}).status_code
    finally:
        dispose(app)


def test_a_token_is_made_works_is_listed_and_revoked() -> None:
    made = run("token", "create", "alice", "--name", "nightly backup")
    secret = made.output.strip()

    assert ask(secret) == 200
    identity, made_on, expires, used, scope, name = run("token", "list", "alice").output.strip().split("\t")
    assert (made_on < expires, used, scope, name) == (True, made_on, "all", "nightly backup")
    assert run("token", "revoke", "alice", identity).output == f"The token {identity} is revoked.\n"
    assert run("token", "list", "alice").output == ""
    assert ask(secret) == 401


def test_a_token_may_be_for_reading_and_for_some_days() -> None:
    run("token", "create", "alice", "--name", "lists", "--scope", "read", "--days", "1")

    assert run("token", "list", "alice").output.split("\t")[3:5] == ["never", "read"]
    assert run("token", "create", "alice", "--name", "x", "--days", "0").exit_code == 2


def test_what_is_not_there_is_told() -> None:
    assert "There is no account called bob." in run("token", "create", "bob", "--name", "x").output
    assert "alice has no token nothing." in run("token", "revoke", "alice", "nothing").output


@pytest.mark.parametrize("name", ["", " ", "x" * 101, "a\tb"])
def test_a_name_that_lists_cannot_show_is_refused(name: str) -> None:
    assert run("token", "create", "alice", "--name", name).exit_code == 1
    assert run("token", "list", "alice").output == ""
