import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from support.server.command_line import run


@pytest.fixture(autouse=True)
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the data directory of the test."""
    monkeypatch.setenv("LABMAPPER_DATA_DIR", str(tmp_path / "data"))
    return tmp_path / "data"


def test_an_upgrade_makes_the_database(data: Path) -> None:
    assert run("db", "upgrade").output == "The database is up to date.\n"
    assert (data / "labmapper.db").is_file()


def test_a_database_that_does_not_answer_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LABMAPPER_DATABASE_URL", "postgresql://nobody@127.0.0.1:1/none")

    result = run("db", "upgrade")

    assert result.exit_code == 1
    assert "The database does not answer" in result.output


def test_a_backup_is_a_database_of_its_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    run("db", "upgrade")

    assert run("db", "backup", str(tmp_path / "copy.db")).exit_code == 0

    monkeypatch.setenv("LABMAPPER_DATABASE_URL", f"sqlite:///{tmp_path / 'copy.db'}")
    assert run("user", "list").exit_code == 0


@pytest.mark.parametrize("name", ["data/labmapper.db", "no/such/folder/copy.db"])
def test_a_backup_that_cannot_be_made_says_why(tmp_path: Path, name: str) -> None:
    run("db", "upgrade")

    result = run("db", "backup", str(tmp_path / name))

    assert result.exit_code == 1
    assert result.output.startswith("Error: ")


def test_a_copy_is_put_back_and_what_was_there_is_kept_beside_it(tmp_path: Path) -> None:
    run("db", "upgrade")
    run("db", "backup", str(tmp_path / "copy.db"))
    run("user", "create", "alice", "--password", "quiet violet lantern 42")

    result = run("db", "restore", "--yes", str(tmp_path / "copy.db"))

    assert result.exit_code == 0, result.output
    assert "What was there before is in " in result.output
    assert run("user", "list").output == ""
    (before,) = tmp_path.glob("before-restore-*.db")
    run("db", "restore", "--yes", str(before))
    assert run("user", "list").output.startswith("alice\t")


def test_nothing_is_put_back_without_a_yes(tmp_path: Path) -> None:
    run("db", "upgrade")
    run("db", "backup", str(tmp_path / "copy.db"))

    result = run("db", "restore", str(tmp_path / "copy.db"), data="n\n")

    assert result.exit_code == 1
    assert list(tmp_path.glob("before-restore-*")) == []


def test_a_copy_of_an_older_version_says_that_it_must_be_upgraded(tmp_path: Path) -> None:
    run("db", "upgrade")
    run("db", "backup", str(tmp_path / "copy.db"))
    with closing(sqlite3.connect(tmp_path / "copy.db")) as database:
        database.execute("UPDATE alembic_version SET version_num = '0001'")
        database.commit()

    result = run("db", "restore", "--yes", str(tmp_path / "copy.db"))

    assert result.exit_code == 0
    assert "The database is at revision 0001; this version needs" in result.output
