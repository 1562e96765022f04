"""Accounts and upkeep from the command line, on an embedded database of their own."""

from pathlib import Path

import pytest
from click.testing import Result

from labmapper.cli.settings import open_store
from labmapper.persistence.accounts.attempts import Attempts, Guess
from labmapper.persistence.accounts.users import Users
from support.server.command_line import run

PASSWORD = "four random words 4"
OTHER_PASSWORD = "seven green ladders"


@pytest.fixture(autouse=True)
def _on_an_installation_of_its_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LABMAPPER_DATA_DIR", str(tmp_path))
    monkeypatch.delenv("LABMAPPER_DATABASE_URL", raising=False)


def _create(name: str = "alice") -> Result:
    return run("user", "create", name, "--password", PASSWORD)


def _can_log_in(password: str) -> bool:
    with open_store() as store:
        return Users(store).check("alice", password) is not None


def test_an_account_is_made_listed_and_deleted() -> None:
    assert _create().output == "alice can log in.\n"
    assert run("user", "list").output.split("\t")[0::2] == ["alice", "active\n"]
    assert run("user", "delete", "alice", "--yes").output == "alice is deleted.\n"
    assert run("user", "list").output == ""


def test_the_password_is_asked_for_twice_and_never_shown() -> None:
    result = run("user", "create", "alice", data=f"{PASSWORD}\n{PASSWORD}\n")

    assert result.exit_code == 0
    assert PASSWORD not in result.output


def test_an_account_is_shut_out_and_let_in_again() -> None:
    _create()

    assert run("user", "disable", "alice").exit_code == 0
    assert "disabled" in run("user", "list").output
    assert run("user", "enable", "alice").exit_code == 0
    assert "active" in run("user", "list").output


def test_a_new_password_takes_the_place_of_the_old_one() -> None:
    _create()

    result = run("user", "reset-password", "alice", "--password", OTHER_PASSWORD)

    assert (result.exit_code, result.output) == (0, "alice has a new password.\n")
    assert _can_log_in(OTHER_PASSWORD)
    assert not _can_log_in(PASSWORD)


def test_a_new_password_is_asked_for_twice_and_never_shown() -> None:
    _create()

    result = run("user", "reset-password", "alice", data=f"{OTHER_PASSWORD}\n{OTHER_PASSWORD}\n")

    assert result.exit_code == 0
    assert OTHER_PASSWORD not in result.output
    assert _can_log_in(OTHER_PASSWORD)


def test_deleting_asks_first() -> None:
    _create()

    assert run("user", "delete", "alice", data="n\n").exit_code == 1
    assert "alice" in run("user", "list").output


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["create", "alice", "--password", PASSWORD], "There is an account called alice already."),
        (["create", "bob", "--password", "short"], "Use at least 12 characters."),
        (["disable", "bob"], "There is no account called bob."),
        (["reset-password", "bob", "--password", PASSWORD], "There is no account called bob."),
    ],
)
def test_what_cannot_be_done_is_said_in_one_sentence(arguments: list[str], message: str) -> None:
    _create()

    result = run("user", *arguments)

    assert result.exit_code == 1
    assert message in result.stderr


def test_purging_says_what_it_removed() -> None:
    result = run("purge")

    assert result.exit_code == 0
    assert result.output.startswith("Removed: diagrams of guests 0, ")


def test_the_database_can_be_brought_up_to_date_by_hand() -> None:
    assert run("db", "upgrade").output == "The database is up to date.\n"


def test_a_setting_that_cannot_be_used_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LABMAPPER_PORT", "many")

    result = run("serve")

    assert result.exit_code == 1
    assert "LABMAPPER_PORT" in result.stderr


def test_an_account_is_unlocked() -> None:
    _create()
    guess = Guess("10.0.0.1", "alice")
    with open_store() as store:
        while Attempts(store).admit(guess):
            pass

    assert run("user", "unlock", "alice").output == "alice can try again.\n"

    with open_store() as store:
        assert Attempts(store).admit(guess)
