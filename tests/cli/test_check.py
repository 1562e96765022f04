"""Checking several files at once, and in colour where somebody looks."""

import json
import os
import pty
import subprocess
from pathlib import Path

import pytest

from support.labs.drawings import GOLDEN
from support.server.command_line import run
from support.server.processes import COMMAND, get_settings

EXAMPLE = (GOLDEN / "usermapper-example" / "config.yaml").read_bytes()
BROKEN = EXAMPLE.replace(b"quantity: 10", b"quantity: many")
RED, YELLOW, PLAIN = "\x1b[31m\x1b[1m", "\x1b[33m\x1b[1m", "\x1b[0m"


@pytest.fixture(autouse=True)
def _files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for name, content in (("good.yaml", EXAMPLE), ("bad.yaml", BROKEN), ("worse.yaml", BROKEN)):
        Path(name).write_bytes(content)


def test_each_of_several_files_is_told_with_its_name() -> None:
    result = run("check", "good.yaml", "bad.yaml", "worse.yaml")

    assert result.exit_code == 1
    assert result.stdout == "good.yaml: 12 users, 15 devices, 180 connections.\n"
    lines = [line for line in result.stderr.splitlines() if "many" in line]
    assert [line.partition(":")[0] for line in lines] == ["bad.yaml", "worse.yaml"]


def test_several_sound_files_end_well() -> None:
    assert run("check", "good.yaml", "good.yaml").exit_code == 0


def test_a_file_that_cannot_be_read_keeps_none_of_the_others_from_being_checked() -> None:
    result = run("check", "missing.yaml", "good.yaml")

    assert result.exit_code == 2
    assert result.stderr == "Error: missing.yaml cannot be read: No such file or directory.\n"
    assert result.stdout.startswith("good.yaml: 12 users")


def test_without_a_name_it_checks_config_yaml() -> None:
    Path("good.yaml").rename("config.yaml")

    assert run("check").stdout == "12 users, 15 devices, 180 connections.\n"


def test_as_json_each_problem_of_several_files_names_its_file() -> None:
    result = run("check", "--json", "good.yaml", "bad.yaml", "worse.yaml")

    assert result.exit_code == 1
    assert {problem["file"] for problem in json.loads(result.stdout)["problems"]} == {"bad.yaml", "worse.yaml"}


IN_CHINESE = EXAMPLE.replace(b"name_prefix: R", "name_prefix: 路由".encode(), 1)
KEY = "00112233445566778899aabbccddeeff"


@pytest.mark.parametrize(
    ("target", "code"),
    [
        (None, "name-shuts-page"),
        ("guacamole-json", "name-shuts-page"),
        ("guacamole-postgresql", None),
        ("guacamole-mysql", None),
        ("slips", None),
    ],
)
def test_a_name_is_judged_for_the_output_that_is_meant(target: str | None, code: str | None) -> None:
    Path("named.yaml").write_bytes(IN_CHINESE)

    result = run("check", "named.yaml", *(["--for", target] if target else []))

    assert result.exit_code == int(code is not None)
    assert ("[name-shuts-page]" in result.stderr) == (code is not None)


def test_what_one_output_alone_cannot_hold_is_told_for_it() -> None:
    lab = EXAMPLE.replace(b"username_prefix: student", b"username_prefix: " + "s\U0001f600".encode(), 1)
    Path("emoji.yaml").write_bytes(lab)

    codes = {
        target: {
            each["code"]
            for each in json.loads(run("check", "--json", "--for", target, "emoji.yaml").stdout)["problems"]
        }
        for target in ("user-mapping", "guacamole-postgresql", "guacamole-mysql", "guacamole-import")
    }

    assert [target for target, found in codes.items() if "database-character" in found] == ["guacamole-mysql"]
    assert "import-without-passwords" in codes["guacamole-import"]


def test_options_of_the_output_are_judged_as_far_as_they_are_given() -> None:
    alone = run("check", "good.yaml", "--for", "guacamole-json")
    wrong = run("check", "good.yaml", "--for", "guacamole-json", "--set", f"key={KEY}0", "--set", "hours=4")
    Path("key").write_text(f"{KEY}\n")
    right = run("check", "good.yaml", "--for", "guacamole-json", "--set", "key=@key", "--set", "address=ftp://x/")
    unknown = run("check", "good.yaml", "--for", "guacamole-mysql", "--set", "hours=4")
    beside_errors = run("check", "bad.yaml", "--for", "guacamole-mysql", "--set", "hours=4")

    assert (alone.exit_code, alone.stdout) == (0, "12 users, 15 devices, 180 connections.\n")
    assert (wrong.exit_code, wrong.stdout, wrong.stderr.count("[output-option]"), KEY in wrong.output) == (
        1,
        "",
        1,
        False,
    )
    assert (right.exit_code, right.stderr.count("[output-option]"), "ftp://x/" in right.stderr) == (1, 1, True)
    for each in (unknown, beside_errors):
        assert (each.exit_code, "There is no option 'hours' here." in each.stderr) == (2, True)


def look_at(*arguments: str, **settings: str) -> str:
    """Return what a terminal shows of the command with *arguments*."""
    ours, theirs = pty.openpty()
    subprocess.run(
        [*COMMAND, *arguments],
        env={**get_settings(), **settings},
        stdout=theirs,
        stderr=theirs,
        timeout=300,
        check=False,
    )
    os.close(theirs)
    with os.fdopen(ours, "rb", buffering=0) as terminal:
        return terminal.read(1 << 16).decode()


def test_a_terminal_shows_errors_in_red_and_warnings_in_yellow() -> None:
    Path("both.yaml").write_bytes(BROKEN.replace(b"username_suffix: '01'", b"username_suffix: 01", 1))

    shown = look_at("check", "both.yaml")

    assert f"{RED}error:{PLAIN} " in shown
    assert f"{YELLOW}warning:{PLAIN} " in shown


def test_who_wants_no_colour_gets_none() -> None:
    assert "\x1b" not in look_at("check", "bad.yaml", NO_COLOR="1")


def test_files_and_pipes_get_no_colour() -> None:
    assert "\x1b" not in run("check", "bad.yaml").stderr


def test_one_of_something_is_called_so() -> None:
    lab = {
        "nodes": [
            {"id": "d", "type": "device", "label": "R1", "connections": [{"protocol": "ssh", "host": "10.0.0.1"}]},
            {"id": "u", "type": "users", "label": "ann", "count": 1},
        ]
    }
    Path("one.json").write_text(json.dumps(lab), encoding="utf-8")

    assert run("check", "one.json").stdout == "1 user, 1 device, 1 connection.\n"
