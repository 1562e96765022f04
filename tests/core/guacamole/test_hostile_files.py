"""Whole files: the same bytes each time, newer than before, and empty ones."""

import os
import stat
from itertools import starmap
from pathlib import Path

from click.testing import CliRunner

from labmapper.cli import main
from labmapper.core.pipeline import Compilation
from support.labs.hostile import CONFIG, alice, build, complain, complain_config, draw, load, read, router, write


def test_a_file_written_again_is_strictly_newer_whole_and_private(tmp_path: Path) -> None:
    source, target = tmp_path / "config.yaml", tmp_path / "user-mapping.xml"
    source.write_text(CONFIG)
    arguments = ["convert", "-i", str(source), "-o", str(target)]

    def convert() -> os.stat_result:
        assert CliRunner().invoke(main, arguments).exit_code == 0
        return target.stat()

    # The second within the same second as the first, the third after a file from the future.
    first, second = convert(), convert()
    os.utime(target, (second.st_mtime + 3600, second.st_mtime + 3600))
    third = convert()

    assert int(first.st_mtime) < int(second.st_mtime)
    assert second.st_mtime + 3600 < third.st_mtime
    assert len({each.st_ino for each in (first, second)}) == 2
    assert stat.S_IMODE(third.st_mode) & ~0o640 == 0
    assert sorted(path.name for path in tmp_path.iterdir()) == ["config.yaml", "user-mapping.xml"]


def test_a_byte_order_mark_and_windows_line_ends_are_no_part_of_anything() -> None:
    outcomes = list(starmap(read, [(CONFIG,), (b"\xef\xbb\xbf" + CONFIG.encode(),), (CONFIG.replace("\n", "\r\n"),)]))

    compilations = [outcome for outcome in outcomes if isinstance(outcome, Compilation)]
    assert len(compilations) == 3
    assert len({write(compilation) for compilation in compilations}) == 1


def test_latin_1_is_told_and_not_mangled() -> None:
    assert complain_config(CONFIG.replace("welcome", "wéll").encode("latin-1")) == {"yaml-not-utf8": "error"}


def test_a_lab_without_users_is_a_valid_file_with_a_warning() -> None:
    drawing = {"schema": 1, "nodes": [router()]}

    assert load(drawing).authorizations == {}
    assert complain(drawing)["no-users"].severity == "warning"


def test_the_same_drawing_gives_the_same_bytes() -> None:
    drawing = draw(
        alice(), devices=[router("R2", "a", host="10.0.0.2"), router("R1", "b"), router("r1", "c", host="h")]
    )

    data = write(build(drawing))

    assert data == write(build(drawing))
    assert [data.index(name) for name in (b'"R2"', b'"R1"', b'"r1"')] == sorted(
        data.index(name) for name in (b'"R2"', b'"R1"', b'"r1"')
    )
