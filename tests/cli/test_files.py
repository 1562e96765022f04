"""Writing a file at once or not at all."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from labmapper.cli.files import write_atomically


def _break_off() -> Iterator[bytes]:
    yield b"half"
    raise RuntimeError("power cut")


def test_a_write_that_breaks_off_leaves_the_old_file_and_no_draft(tmp_path: Path) -> None:
    target = tmp_path / "user-mapping.xml"
    target.write_text("old")

    with pytest.raises(RuntimeError, match="power cut"):
        write_atomically(str(target), _break_off())

    assert [path.read_text() for path in tmp_path.iterdir()] == ["old"]


def test_two_writes_within_a_second_have_different_times(tmp_path: Path) -> None:
    target = tmp_path / "user-mapping.xml"

    times = []
    for _ in range(3):
        write_atomically(str(target), [b"x"])
        times.append(int(target.stat().st_mtime))

    assert len(set(times)) == 3
