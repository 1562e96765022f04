"""``labmapper.formats.late_import``: functions that are imported when they are called first."""

import subprocess
import sys

import pytest

from labmapper.formats.late_import import import_late


def test_a_function_that_is_imported_late_does_what_the_function_does() -> None:
    assert import_late("os.path:join")("lab", "r1") == "lab/r1"


def test_a_function_that_is_not_there_is_told_by_the_first_call() -> None:
    call = import_late("os.path:join_nothing")

    with pytest.raises(AttributeError, match="join_nothing"):
        call()


def test_a_start_imports_no_reader_and_no_writer() -> None:
    told = subprocess.run(
        [sys.executable, "-c", "import sys, labmapper.formats.registry; print(*sys.modules)"],
        check=True,
        capture_output=True,
        text=True,
    ).stdout.split()

    assert "labmapper.formats.registry" in told
    readers = {name for name in told if name.startswith("labmapper.formats.") and name.endswith(".reader")}
    assert readers == {"labmapper.formats.labmapper_diagram.reader", "labmapper.formats.usermapper_config.reader"}
    assert not {"labmapper.formats.guacamole_database.script", "labmapper.formats.hand_outs.slips"}.intersection(told)
