"""Standard streams, full disks and signals: no traceback, no usage where nothing is wrong with it, nothing left behind."""

import signal
import subprocess
from pathlib import Path

import pytest

from support.labs.drawings import GOLDEN
from support.server.command_line import run
from support.server.processes import COMMAND, get_settings, run_shell

EXAMPLE = (GOLDEN / "usermapper-example" / "config.yaml").read_bytes()
EXPECTED = (GOLDEN / "usermapper-example" / "user-mapping.xml").read_bytes()
FULL = "Error: Standard output cannot be written: No space left on device.\n"
TOO_LARGE = "user-mapping.xml cannot be written: File too large."


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the folder of the test, with the example and a link to standard output in it.

    Tests write to the link: were it ever mistaken for a file, root would lose a file of the test and no device.
    """
    (tmp_path / "out").symlink_to("/dev/stdout")
    (tmp_path / "config.yaml").write_bytes(EXAMPLE)
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["convert", "-o", ""], "Error: An empty name is no file. Name one, or - for standard output.\n"),
        (["convert", "-i", ""], "Error: An empty name is no file. Name one, or - for standard input.\n"),
        (["convert", "-o", "."], "Error: . cannot be written: Is a directory.\n"),
        (["convert", "-o", "new/"], "Error: new/ cannot be written: Is a directory.\n"),
        (["convert", "-i", "."], "Error: . cannot be read: Is a directory.\n"),
        (["convert", "-o", "config.yaml/x.xml"], "Error: config.yaml/x.xml cannot be written: Not a directory.\n"),
        (["convert", "-i", "no.yaml"], "Error: no.yaml cannot be read: No such file or directory.\n"),
        (["check", ""], "Error: An empty name is no file. Name one, or - for standard input.\n"),
    ],
)
def test_what_is_no_file_ends_in_one_sentence_without_usage(arguments: list[str], message: str) -> None:
    result = run(*arguments)

    assert (result.exit_code, result.output) == (2, message)
    assert sorted(path.name for path in Path().iterdir()) == ["config.yaml", "out"]


@pytest.mark.parametrize(
    ("script", "code", "message"),
    [
        ("$LABMAPPER convert -o - >&-", 2, "Error: Standard output cannot be written: it is closed.\n"),
        ("$LABMAPPER convert -i - <&-", 2, "Error: Standard input cannot be read: it is closed.\n"),
        ("$LABMAPPER check - <&-", 2, "Error: Standard input cannot be read: it is closed.\n"),
        ("$LABMAPPER convert -o out >&-", 2, "Error: out cannot be written: Bad file descriptor.\n"),
        ("$LABMAPPER convert -o - >/dev/full", 2, FULL),
        ("$LABMAPPER check >/dev/full", 2, FULL),
        ("$LABMAPPER formats >/dev/full", 2, FULL),
        ("$LABMAPPER convert --help >/dev/full", 2, FULL),
        ("$LABMAPPER convert -o - --to credentials >/dev/full", 2, FULL),
        ("$LABMAPPER check >&-", 0, ""),
        ("$LABMAPPER convert 2>&-", 0, ""),
    ],
)
def test_streams_that_are_closed_or_full_end_in_one_sentence(
    folder: Path, script: str, code: int, message: str
) -> None:
    done = run_shell(script, folder)

    assert (done.returncode, done.stderr.decode()) == (code, message)


@pytest.mark.parametrize("command", ["convert -o -", "convert -o out", "check --json", "formats", "convert --help"])
def test_whoever_stops_reading_hears_nothing_of_it(folder: Path, command: str) -> None:
    # Made long enough that the pipe is shut before it is written to.
    done = run_shell(f"(sleep 0.5; $LABMAPPER {command}) | head -c 0", folder)

    assert done.stderr == b""


def test_standard_output_is_written_into_under_its_other_names(folder: Path) -> None:
    for name in ("out", "/dev/fd/1", "/proc/self/fd/1"):
        assert (
            run_shell(f"echo before; $LABMAPPER convert -o {name} --to user-mapping", folder).stdout
            == b"before\n" + EXPECTED
        )


def test_a_program_can_take_the_file_from_the_shell(folder: Path) -> None:
    done = run_shell("$LABMAPPER convert -o >(cat > copy.xml) --to user-mapping; sleep 0.5", folder)

    assert (done.returncode, (folder / "copy.xml").read_bytes()) == (0, EXPECTED)


def test_a_full_disk_leaves_the_old_file_no_draft_and_prints_no_usage(folder: Path) -> None:
    (folder / "user-mapping.xml").write_text("old")

    done = run_shell("ulimit -f 8; exec $LABMAPPER convert", folder)

    assert (done.returncode, done.stderr.decode()) == (2, f"Error: {TOO_LARGE}\n")
    assert (folder / "user-mapping.xml").read_text() == "old"
    assert sorted(path.name for path in folder.iterdir()) == ["config.yaml", "out", "user-mapping.xml"]


def test_a_full_disk_leaves_no_empty_seed(folder: Path) -> None:
    (folder / "config.yaml").write_bytes(EXAMPLE.replace(b"password: welcome", b"password: random"))

    done = run_shell("ulimit -f 0; exec $LABMAPPER convert -o - --seed-file seed", folder)

    assert (done.returncode, done.stderr.decode()) == (2, "Error: The seed file seed cannot be used: File too large.\n")
    assert sorted(path.name for path in folder.iterdir()) == ["config.yaml", "out"]


def test_a_full_disk_leaves_no_half_of_a_backup(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LABMAPPER_DATA_DIR", str(folder / "data"))
    run("db", "upgrade")

    done = run_shell("ulimit -f 8; exec $LABMAPPER db backup copy.db", folder)

    assert done.returncode == 1
    assert b"copy.db cannot be written" in done.stderr
    assert sorted(path.name for path in folder.iterdir()) == ["config.yaml", "data", "out"]


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP, signal.SIGINT])
def test_a_signal_leaves_no_draft_with_passwords(folder: Path, number: signal.Signals) -> None:
    text = EXAMPLE.replace(b"quantity: 10", b"quantity: 9000", 1)
    (folder / "config.yaml").write_bytes(text)
    # A run in the background, as by nohup, ignores some signals, and a process inherits that.
    before = signal.signal(number, signal.SIG_DFL if number is not signal.SIGINT else signal.default_int_handler)
    process = subprocess.Popen([*COMMAND, "convert"], cwd=folder, env=get_settings(), stderr=subprocess.DEVNULL)
    signal.signal(number, before)
    while process.poll() is None and not any(
        path.name.startswith(".") and path.stat().st_size for path in folder.iterdir()
    ):
        pass

    process.send_signal(number)

    assert process.wait(300) == (1 if number is signal.SIGINT else 128 + number)
    assert sorted(path.name for path in folder.iterdir()) == ["config.yaml", "out"]


def test_who_ignores_a_signal_goes_on_ignoring_it(folder: Path) -> None:
    done = run_shell("trap '' HUP; $LABMAPPER convert & sleep 0.05; kill -HUP $!; wait $!", folder)

    assert done.returncode == 0
    assert (folder / "user-mapping.xml").read_bytes() == EXPECTED
