"""Random passwords of which only hashes would be left are not lost without a word."""

import csv
import stat
from pathlib import Path

import pytest

from labmapper.cli import lost_passwords
from labmapper.core.guacamole.loader import load_user_mapping
from support.labs.drawings import GOLDEN
from support.server.command_line import run

PLAIN = (GOLDEN / "usermapper-example" / "config.yaml").read_bytes().replace(b"password: welcome", b"password: random")
HASHED = PLAIN + b"\nguacamole:\n    version: 1.6.0\n    hashing: sha256\n"


@pytest.fixture(autouse=True)
def _in_a_folder_of_its_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("config.yaml").write_bytes(HASHED)


def read_passwords(name: str) -> dict[str, str]:
    with Path(name).open(newline="") as file:
        return {row["username"]: row["password"] for row in csv.DictReader(file)}


def test_hashes_of_passwords_that_nobody_will_know_are_told_with_the_cure() -> None:
    result = run("convert")

    assert result.exit_code == 0
    assert "nobody will ever know the random passwords" in result.stderr
    assert "--passwords passwords.csv" in result.stderr
    assert "--seed-file" in result.stderr


def test_the_passwords_are_written_beside_the_hashes_for_their_owner_only() -> None:
    result = run("convert", "--passwords", "list.csv")

    mapping = load_user_mapping([Path("user-mapping.xml").read_bytes()]).authorizations
    passwords = read_passwords("list.csv")
    assert result.exit_code == 0
    assert "nobody will ever know" not in result.stderr
    assert len(passwords) == 12
    assert all(mapping[name].accepts(password) for name, password in passwords.items())
    assert stat.S_IMODE(Path("list.csv").stat().st_mode) == 0o600


def test_passwords_and_mapping_do_not_go_into_one_file() -> None:
    assert run("convert", "-o", "-", "--passwords", "-").exit_code == 2


def test_where_the_passwords_cannot_be_written_the_old_mapping_stays() -> None:
    Path("user-mapping.xml").write_text("old")

    result = run("convert", "--passwords", "nowhere/list.csv")

    assert result.exit_code == 2
    assert Path("user-mapping.xml").read_text() == "old"


@pytest.mark.parametrize(("answer", "is_written"), [("y\n", True), ("\n", True), ("n\n", False)])
def test_at_a_terminal_one_is_asked(monkeypatch: pytest.MonkeyPatch, answer: str, is_written: bool) -> None:
    monkeypatch.setattr(lost_passwords, "_is_terminal", lambda: True)

    result = run("convert", data=answer)

    assert result.exit_code == 0
    assert Path("passwords.csv").exists() == is_written


@pytest.mark.parametrize(
    ("content", "options"),
    [
        (PLAIN, []),
        (HASHED.replace(b"password: random", b"password: welcome"), []),
        (HASHED, ["--seed-file", "seed"]),
        (HASHED, ["-o", "list.csv"]),
        (HASHED, ["-o", "lab.json"]),
    ],
)
def test_where_the_passwords_are_known_nothing_is_said(content: bytes, options: list[str]) -> None:
    Path("config.yaml").write_bytes(content)

    assert "nobody will ever know" not in run("convert", *options).stderr
