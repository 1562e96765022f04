"""The command line as scripts use it: files, standard input and output, exit codes and messages."""

import json
import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from labmapper.cli.convert import show_progress
from labmapper.core.guacamole.loader import load_user_mapping
from support.labs.drawings import CONFIG, GOLDEN, draw_pods
from support.server.command_line import run

EXAMPLE = (GOLDEN / "usermapper-example" / "config.yaml").read_bytes()
EXPECTED = (GOLDEN / "usermapper-example" / "user-mapping.xml").read_bytes()
PLACE = ("item", "field", "line", "column")
RANDOM = EXAMPLE.replace(b"password: welcome", b"password: random")


@pytest.fixture(autouse=True)
def _in_a_folder_of_its_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def test_without_options_it_reads_config_yaml_and_writes_user_mapping_xml() -> None:
    Path("config.yaml").write_bytes(EXAMPLE)

    result = run("convert")

    assert (result.exit_code, result.output) == (0, "")
    assert Path("user-mapping.xml").read_bytes() == EXPECTED


def test_a_dash_is_standard_input_and_output() -> None:
    result = run("convert", "-i", "-", "-o", "-", data=EXAMPLE)

    assert (result.exit_code, result.stdout_bytes) == (0, EXPECTED)


def test_a_diagram_converts_to_xml_and_to_yaml() -> None:
    diagram = GOLDEN / "classroom" / "diagram.json"

    for target in ("out.xml", "out.yaml"):
        assert run("convert", "-i", str(diagram), "-o", target).exit_code == 0

    assert "student10" in load_user_mapping([Path("out.xml").read_bytes()]).authorizations
    assert Path("out.yaml").read_bytes() == (GOLDEN / "classroom" / "config.yaml").read_bytes()


def test_what_a_config_has_not_of_the_drawing_is_said_and_nothing_is_said_of_what_loses_nothing() -> None:
    diagram = str(GOLDEN / "classroom" / "diagram.json")

    told = run("convert", "-i", diagram, "-o", "out.yaml").stderr

    assert "note: A config.yaml has the people and the devices, not the drawing: title, places," in told
    assert "note:" not in run("convert", "-i", diagram, "-o", "out.json").stderr
    assert "note:" not in run("convert", "-i", "out.yaml", "-o", "again.yaml").stderr


@pytest.mark.parametrize("target", ["again.yaml", "diagram.json"])
def test_a_config_that_is_written_again_without_its_comments_says_so(target: str) -> None:
    Path("config.yaml").write_bytes(b"# Thursday\n" + CONFIG)

    result = run("convert", "-o", target)

    assert result.exit_code == 0
    assert "config.yaml:1: warning: the comment of the file is not kept" in result.output


def test_comments_are_no_matter_where_the_file_has_none() -> None:
    Path("config.yaml").write_bytes(b"# Thursday\n" + CONFIG)

    assert "comments" not in run("convert", "-o", "user-mapping.xml").output


def test_what_yaml_cannot_say_is_not_written() -> None:
    drawing = draw_pods()
    drawing["nodes"][0]["connections"][0]["host"] = "10.{pod}.$5"
    Path("diagram.json").write_text(json.dumps(drawing))

    result = run("convert", "-i", "diagram.json", "-o", "config.yaml")

    assert result.exit_code == 2
    assert "A config.yaml cannot say 10.{pod}.${n+4}" in result.output
    assert not Path("config.yaml").exists()


def test_a_config_converts_to_a_diagram_that_means_the_same() -> None:
    assert run("convert", "-i", "-", "-o", "lab.json", data=EXAMPLE).exit_code == 0

    result = run("convert", "-i", "lab.json", "-o", "-")

    ours, theirs = (load_user_mapping([data]).authorizations for data in (result.stdout_bytes, EXPECTED))
    assert ours == theirs


def test_the_list_of_credentials_has_everybody_with_the_password() -> None:
    result = run("convert", "-i", "-", "-o", "-", "--to", "credentials", data=EXAMPLE)

    lines = result.stdout.splitlines()
    assert lines[:2] == ["username,password,group", "trainer01,trainers-only,trainers"]
    assert len(lines) == 13


def test_an_error_writes_nothing_and_names_file_and_line() -> None:
    Path("user-mapping.xml").write_text("old")

    result = run("convert", "-i", str(GOLDEN / "broken-config" / "config.yaml"))

    assert result.exit_code == 1
    assert "config.yaml:3: error: users.students.quantity is 'many', not a number." in result.stderr
    assert Path("user-mapping.xml").read_text() == "old"


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["-i", "missing.yaml"], "missing.yaml cannot be read: No such file or directory."),
        (["-o", "nowhere/out.xml"], "nowhere/out.xml cannot be written: No such file or directory."),
        (["--wrong"], "No such option"),
    ],
)
def test_wrong_usage_exits_with_2_and_says_why(arguments: list[str], message: str) -> None:
    Path("config.yaml").write_bytes(EXAMPLE)

    result = run("convert", *arguments)

    assert result.exit_code == 2
    assert message in result.stderr


def test_what_is_more_than_can_be_drawn_leaves_no_diagram_and_says_so() -> None:
    Path("config.yaml").write_bytes(CONFIG.replace(b"name_prefix: R", b"name_prefix: " + b"R" * 70_000))

    result = run("convert", "-o", "lab.json")

    assert result.exit_code == 2
    assert "lab.json cannot be written. This is more than can be drawn" in result.stderr
    assert not Path("lab.json").exists()


def test_a_new_file_is_readable_by_its_group_only() -> None:
    assert run("convert", "-i", "-", data=EXAMPLE).exit_code == 0

    assert stat.S_IMODE(Path("user-mapping.xml").stat().st_mode) == 0o640


def test_a_file_that_is_written_over_keeps_its_mode_and_is_newer_than_before() -> None:
    target = Path("user-mapping.xml")
    target.write_text("old")
    target.chmod(0o660)
    future = target.stat().st_mtime + 3600
    os.utime(target, (future, future))

    result = run("convert", "-i", "-", data=EXAMPLE)

    assert (result.exit_code, result.output) == (0, "")
    assert stat.S_IMODE(target.stat().st_mode) == 0o660
    assert target.stat().st_mtime > future
    assert list(Path().iterdir()) == [target]


@pytest.mark.skipif(os.geteuid() != 0, reason="root alone gives files to others")
def test_root_leaves_the_file_to_the_web_server() -> None:
    target = Path("user-mapping.xml")
    target.write_text("old")
    os.chown(target, 0, 33)
    target.chmod(0o640)

    assert run("convert", "-i", "-", data=EXAMPLE).output == ""

    kept = target.stat()
    assert (kept.st_uid, kept.st_gid, stat.S_IMODE(kept.st_mode)) == (0, 33, 0o640)


def test_a_diagram_converts_to_a_diagram_that_keeps_its_places() -> None:
    diagram = GOLDEN / "classroom" / "diagram.json"

    assert run("convert", "-i", str(diagram), "-o", "copy.json").exit_code == 0

    places = [
        {node["id"]: (node["x"], node["y"]) for node in json.loads(path.read_bytes())["nodes"]}
        for path in (diagram, Path("copy.json"))
    ]
    assert places[0] == places[1]


def test_a_config_is_converted_without_what_only_drawings_and_servers_need() -> None:
    Path("config.yaml").write_bytes(EXAMPLE)
    code = "import sys\ntry: from labmapper.cli import main; main(['convert'])\nexcept SystemExit: print(*sys.modules)"

    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.split()

    assert "labmapper.formats.registry" in loaded
    assert not {"pydantic", "networkx", "numpy", "flask", "sqlalchemy"}.intersection(loaded)


def test_random_passwords_differ_from_run_to_run_without_a_seed_file() -> None:
    runs = {run("convert", "-i", "-", "-o", "-", data=RANDOM).stdout_bytes for _ in range(2)}

    assert len(runs) == 2


def test_a_seed_file_keeps_random_passwords_and_is_private() -> None:
    runs = {run("convert", "-i", "-", "-o", "-", "--seed-file", "seed", data=RANDOM).stdout_bytes for _ in range(2)}

    assert len(runs) == 1
    assert stat.S_IMODE(Path("seed").stat().st_mode) == 0o600


def test_a_file_that_is_no_seed_is_refused() -> None:
    Path("seed").write_text("hello")

    result = run("convert", "-i", "-", "-o", "-", "--seed-file", "seed", data=RANDOM)

    assert result.exit_code == 2
    assert "seed is no seed file" in result.stderr


def test_check_tells_the_size_of_a_sound_lab() -> None:
    result = run("check", "-", data=EXAMPLE)

    assert (result.exit_code, result.stdout) == (0, "12 users, 15 devices, 180 connections.\n")


def test_check_as_json_has_every_problem_with_its_place() -> None:
    result = run("check", "--json", str(GOLDEN / "broken-drawing" / "diagram.json"))

    problems = json.loads(result.stdout)["problems"]
    assert result.exit_code == 1
    assert {"code", "variant", "severity", "message", "hint", "facts", "tells_line", *PLACE} == set(problems[0])
    assert ("pod-nested", "z2", "pod") in {(each["code"], each["item"], each["field"]) for each in problems}


@pytest.mark.parametrize(
    "data",
    [
        *(b"{", b"[]", b'{"schema": 99}', b'{"nodes": [{"id": "x"}]}', b"\xff\xfe\x00", b"[" * 10**5),
        *(b'{"nodes": ' + b"[" * 10**5, b'{"schema": %s}' % (b"1" * 5000)),
    ],
)
def test_check_survives_whatever_it_is_given(data: bytes) -> None:
    result = run("check", "-", data=data)

    assert result.exit_code == 1
    assert "error" in result.stderr
    assert "Traceback" not in result.stderr


def test_formats_lists_what_is_read_and_written() -> None:
    result = run("formats")

    assert "reads   config        usermapper config.yaml (.yaml, .yml)" in result.stdout
    assert "writes  user-mapping  Apache Guacamole user-mapping.xml (.xml)" in result.stdout


def test_formats_tells_an_option_that_several_have_once() -> None:
    lines = [line.strip() for line in run("formats").stdout.splitlines()]

    assert sum(line.startswith("host: Address of the emulator's host") for line in lines) == 1
    assert lines.count("rule, addresses, missing, logins: as for drawio") > 5
    assert lines.count("host: as for gns3") > 3
    told = [line for line in lines if ": " in line and "as for" not in line]
    assert len(told) == len(set(told))


def test_a_terminal_is_told_how_far_it_is_when_it_takes_a_while(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    seconds = iter(range(1000))
    monkeypatch.setattr("labmapper.cli.convert.time.monotonic", lambda: float(next(seconds)))
    monkeypatch.setattr("sys.stderr.isatty", lambda: True, raising=False)

    chunks = list(show_progress(iter([b"<user-mapping>\n", b"    <authorize >", b"x", b"    <authorize >"]), 2))

    shown = capsys.readouterr().err
    assert len(chunks) == 4
    assert "\r1 of 2 users written" in shown
    assert shown.endswith("\r2 of 2 users written\n")


def test_a_quick_run_on_a_terminal_says_nothing(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("sys.stderr.isatty", lambda: True, raising=False)

    assert list(show_progress(iter([b"    <authorize >"]), 1)) == [b"    <authorize >"]
    assert capsys.readouterr().err == ""
