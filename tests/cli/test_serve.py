"""Starting the server where it cannot be."""

import socket
from pathlib import Path

import pytest
from click.testing import CliRunner

from labmapper.cli import main


def test_a_port_that_is_taken_is_named_with_the_setting(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        monkeypatch.setenv("LABMAPPER_PORT", str(port))
        monkeypatch.setenv("LABMAPPER_DATA_DIR", str(tmp_path))

        result = CliRunner().invoke(main, ["serve"])

    assert result.exit_code == 1
    assert f"cannot listen at 127.0.0.1, port {port}: Address already in use." in result.stderr
    assert "LABMAPPER_PORT" in result.stderr


def test_an_option_wins_over_the_setting(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LABMAPPER_PORT", "1")
    monkeypatch.setenv("LABMAPPER_DATA_DIR", str(tmp_path))
    with socket.create_server(("127.0.0.2", 0)) as taken:
        port = taken.getsockname()[1]

        result = CliRunner().invoke(main, ["serve", "--host", "127.0.0.2", "--port", str(port)])

    assert f"cannot listen at 127.0.0.2, port {port}" in result.stderr


def test_a_port_that_is_none_is_refused() -> None:
    assert CliRunner().invoke(main, ["serve", "--port", "70000"]).exit_code == 2
