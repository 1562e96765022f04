"""Files that are mounted by themselves are found, and written so that the change is seen there."""

import subprocess
from pathlib import Path

import pytest

from labmapper.filesystem import mounts
from labmapper.filesystem.mounts import find_lone_mounts
from support.labs.drawings import GOLDEN
from support.server.processes import run_shell

EXAMPLE = GOLDEN / "usermapper-example"
TABLE = """\
27 1 254:0 / / rw,relatime - ext4 /dev/vda rw
40 27 254:7 / /srv rw - ext4 /dev/vdb rw
41 27 254:7 /lab/user\\040mapping.xml /etc/guacamole/user-mapping.xml rw - ext4 /dev/vdb rw
42 27 254:0 /lab/user\\040mapping.xml /elsewhere rw - ext4 /dev/vda rw
"""


@pytest.mark.parametrize(
    ("path", "points"),
    [
        ("/srv/lab/user mapping.xml", ["/etc/guacamole/user-mapping.xml"]),
        ("/etc/guacamole/user-mapping.xml", ["/etc/guacamole/user-mapping.xml"]),
        ("/lab/user mapping.xml", ["/elsewhere"]),
        ("/srv/lab/other.xml", []),
    ],
)
def test_the_table_of_mounts_tells_where_a_file_is_seen(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, path: str, points: list[str]
) -> None:
    (tmp_path / "self").mkdir()
    (tmp_path / "self" / "mountinfo").write_text(TABLE)
    monkeypatch.setattr(mounts, "_PROCESSES", tmp_path)

    assert find_lone_mounts(Path(path)) == [Path(point) for point in points]


def test_the_mounts_of_containers_are_found_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for process, table in (("self", TABLE.splitlines()[0]), ("77", "9 1 254:0 /lab.xml /in/container rw - ext4 x rw")):
        (tmp_path / process / "ns").mkdir(parents=True)
        (tmp_path / process / "ns" / "mnt").touch()
        (tmp_path / process / "mountinfo").write_text(table + "\n")
    monkeypatch.setattr(mounts, "_PROCESSES", tmp_path)

    assert find_lone_mounts(Path("/lab.xml")) == [Path("/in/container")]


def test_a_system_that_does_not_tell_has_none(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(mounts, "_PROCESSES", tmp_path / "nothing")

    assert find_lone_mounts(Path("/lab.xml")) == []


@pytest.mark.parametrize("name", ["mounted.xml", "source.xml"])
def test_a_file_that_is_mounted_by_itself_is_written_in_place_with_a_warning(tmp_path: Path, name: str) -> None:
    if subprocess.run(["unshare", "--user", "--map-root-user", "--mount", "true"], check=False).returncode:
        pytest.skip("mounts of one's own are not allowed here")
    for file in ("mounted.xml", "source.xml"):
        (tmp_path / file).write_text("old")
        (tmp_path / file).chmod(0o640)
    inside = f"mount --bind source.xml mounted.xml && $LABMAPPER convert -i {EXAMPLE}/config.yaml -o {name} && cat mounted.xml"

    done = run_shell(f'unshare --user --map-root-user --mount bash -c "{inside}"', tmp_path)

    assert done.returncode == 0
    assert done.stdout == (EXAMPLE / "user-mapping.xml").read_bytes()
    assert f"warning: this file is mounted by itself at {tmp_path}/mounted.xml" in done.stderr.decode()
    assert b"--in-place" in done.stderr
