"""``labmapper convert --update``: a drawing is brought up to a newer file of its lab."""

import json
from pathlib import Path

import pytest

from support.server.command_line import run

LAB = "name: lab\ntopology:\n  nodes:\n    r1: {kind: linux, mgmt-ipv4: 10.0.0.1}\n    r2: {kind: linux, mgmt-ipv4: 10.0.0.2}\n"
NEWER = LAB.replace("10.0.0.1", "10.0.0.9").replace("r2:", "r3:")


@pytest.fixture(autouse=True)
def _with_a_drawing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("old.clab.yml").write_text(LAB)
    Path("new.clab.yml").write_text(NEWER)
    assert run("convert", "-i", "old.clab.yml", "-o", "lab.json").exit_code == 0


def read_hosts() -> dict[str, str]:
    return {node["label"]: node["connections"][0]["host"] for node in json.loads(Path("lab.json").read_text())["nodes"]}


def test_what_is_new_comes_in_and_all_else_is_told() -> None:
    result = run("convert", "-i", "new.clab.yml", "--update", "lab.json", "-o", "lab.json")

    assert result.exit_code == 0
    assert read_hosts() == {"r1": "10.0.0.1", "r2": "10.0.0.2", "r3": "10.0.0.2"}
    assert "lab.json is updated:\n  r3 added.\n" in result.output
    assert "--remove-gone would mean:\n  r2 removed.\n" in result.output
    assert "--prefer-file would mean:\n  r1: host now 10.0.0.9.\n" in result.output


@pytest.mark.parametrize("how", [("--prefer-file",), ("--before", "old.clab.yml")])
def test_what_the_file_has_changed_comes_in_where_one_says_so(how: tuple[str, ...]) -> None:
    run("convert", "-i", "new.clab.yml", "--update", "lab.json", *how, "--remove-gone", "-o", "lab.json")

    assert read_hosts() == {"r1": "10.0.0.9", "r3": "10.0.0.2"}


def test_what_is_no_drawing_is_not_updated() -> None:
    Path("broken.json").write_text('{"schema": 1, "nodes": 7}')

    result = run("convert", "-i", "new.clab.yml", "--update", "broken.json", "-o", "out.json")

    assert (result.exit_code, Path("out.json").exists()) == (2, False)
    assert "broken.json cannot be read as a drawing." in result.output


def test_choices_of_an_update_need_one() -> None:
    result = run("convert", "-i", "new.clab.yml", "--remove-gone", "-o", "lab.json")

    assert result.exit_code == 2
    assert "need --update" in result.output
