"""Postgres' own programs, wherever they are installed."""

from pathlib import Path

import pytest

from labmapper.persistence.database import postgres_tools
from labmapper.persistence.database.postgres_tools import ToolError, find_tool


def install(folder: Path, version: str, name: str = "pg_dump") -> Path:
    """Put a program into *folder* that says it has *version*."""
    folder.mkdir(parents=True)
    (folder / name).write_text(f"#!/bin/sh\necho '{name} (PostgreSQL) {version}'\n")
    (folder / name).chmod(0o755)
    return folder / name


@pytest.fixture(autouse=True)
def _bare(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let no program of this machine be found."""
    monkeypatch.setenv("PATH", str(tmp_path / "bin"))
    monkeypatch.setattr(postgres_tools, "_PLACES", (f"{tmp_path}/postgresql/*/bin",))
    monkeypatch.setattr(postgres_tools, "_PACKAGE", "no_such_package")


def test_the_one_in_the_path_is_taken_where_none_is_newer(tmp_path: Path) -> None:
    install(tmp_path / "postgresql" / "9" / "bin", "9.6.24")
    install(tmp_path / "postgresql" / "17" / "bin", "17.2")
    program = install(tmp_path / "bin", "17.2")

    assert find_tool("pg_dump") == program


def test_else_the_newest_is_taken(tmp_path: Path) -> None:
    install(tmp_path / "bin", "15.18 (Debian 15.18-0+deb12u1)")
    install(tmp_path / "postgresql" / "9" / "bin", "9.6.24")
    newest = install(tmp_path / "postgresql" / "17" / "bin", "17.2")
    install(tmp_path / "postgresql" / "18" / "bin", "18.0", "psql")

    assert find_tool("pg_dump") == newest


def test_where_there_is_none_the_message_says_what_to_install() -> None:
    with pytest.raises(ToolError, match=r"pg_dump is not installed here; .* apt install postgresql-client"):
        find_tool("pg_dump")
