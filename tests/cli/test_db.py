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
