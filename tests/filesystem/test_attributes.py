"""What takes the place of a file has its owner, group, mode and access control list, or it is told what it lost."""

import os
import stat
import struct
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

from labmapper.filesystem.replacing import write_over
from support.labs.drawings import GOLDEN
from support.server.processes import NOBODY, open_folder, run_as_nobody

EXAMPLE = GOLDEN / "usermapper-example"
IS_ROOT = os.geteuid() == 0
needs_root = pytest.mark.skipif(not IS_ROOT, reason="root alone gives files to others")
ACCESS, INHERITED = "system.posix_acl_access", "system.posix_acl_default"


def write_list(*entries: tuple[int, int, int]) -> bytes:
    """Return an access control list of (tag, rights, id) as Linux keeps it."""
    return struct.pack("<I", 2) + b"".join(struct.pack("<HHI", *entry) for entry in entries)


NO_ID = 0xFFFFFFFF
# user::rw-, user:1001:r--, group::r--, mask::r--, other::---
WITH_TOMCAT = write_list((0x01, 6, NO_ID), (0x02, 4, 1001), (0x04, 4, NO_ID), (0x10, 4, NO_ID), (0x20, 0, NO_ID))


@pytest.fixture
def target(tmp_path: Path) -> Path:
    file = tmp_path / "user-mapping.xml"
    file.write_text("old")
    file.chmod(0o640)
    return file


def write(target: Path) -> tuple[str, ...]:
    return write_over(str(target), [b"new"], mode=0o640)


def set_label(path: Path, name: str, value: bytes) -> None:
    try:
        os.setxattr(path, name, value)
    except OSError as error:
        pytest.skip(f"this file system has no {name}: {error.strerror}")


def find_own_group() -> int:
    """Return a group that files do not get by themselves and that may be given to them."""
    if IS_ROOT:
        return 33
    others = [group for group in os.getgroups() if group != os.getegid()]
    if not others:
        pytest.skip("whoever runs this is in one group only")
    return others[0]


@pytest.mark.parametrize("mode", [0o600, 0o640, 0o660, 0o2640])
def test_the_mode_stays(target: Path, mode: int) -> None:
    target.chmod(mode)

    assert write(target) == ()

    assert stat.S_IMODE(target.stat().st_mode) == mode


def test_the_group_stays(target: Path) -> None:
    group = find_own_group()
    os.chown(target, -1, group)

    assert write(target) == ()

    assert target.stat().st_gid == group
    assert target.read_text() == "new"


@needs_root
def test_the_owner_stays(target: Path) -> None:
    os.chown(target, 1001, 33)

    assert write(target) == ()

    assert (target.stat().st_uid, target.stat().st_gid) == (1001, 33)


def test_the_access_control_list_stays(target: Path) -> None:
    set_label(target, ACCESS, WITH_TOMCAT)

    assert write(target) == ()

    assert os.getxattr(target, ACCESS) == WITH_TOMCAT
    assert stat.S_IMODE(target.stat().st_mode) == 0o640


def test_the_list_that_a_folder_hands_down_is_not_added(target: Path) -> None:
    set_label(target.parent, INHERITED, WITH_TOMCAT)

    assert write(target) == ()

    assert ACCESS not in os.listxattr(target)
    assert stat.S_IMODE(target.stat().st_mode) == 0o640


@needs_root
def test_the_label_of_selinux_stays(target: Path) -> None:
    set_label(target, "security.selinux", b"system_u:object_r:tomcat_etc_t:s0\0")

    assert write(target) == ()

    assert os.getxattr(target, "security.selinux").startswith(b"system_u:object_r:tomcat_etc_t:s0")


def refuse(*_: object) -> None:
    raise PermissionError(1, "Operation not permitted")


def test_a_list_that_cannot_be_kept_is_told(target: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    set_label(target, ACCESS, WITH_TOMCAT)
    monkeypatch.setattr("os.setxattr", refuse)

    assert write(target) == ("its access control list is lost",)


@pytest.fixture
def shared() -> Iterator[Path]:
    with open_folder() as folder:
        yield folder


def convert_as_nobody(folder: Path, *options: str, groups: Sequence[int] = ()) -> tuple[int, list[str]]:
    """Convert the example over user-mapping.xml in *folder*; return the exit code and the lines that were told."""
    data = (EXAMPLE / "config.yaml").read_bytes()
    done = run_as_nobody("convert", "-i", "-", *options, folder=folder, data=data, groups=groups)
    return done.returncode, done.stderr.decode().splitlines()


def make_target(folder: Path, owner: int, group: int, mode: int) -> Path:
    target = folder / "user-mapping.xml"
    target.write_text("old")
    os.chown(target, owner, group)
    target.chmod(mode)
    return target


@needs_root
def test_whoever_may_not_give_files_away_is_told_what_is_lost(shared: Path) -> None:
    target = make_target(shared, 1234567, 7654321, 0o640)

    code, lines = convert_as_nobody(shared)

    assert code == 0
    assert [line.partition(" and is ")[0] for line in lines] == [
        "user-mapping.xml: warning: its group was 7654321",
        "user-mapping.xml: warning: its owner was 1234567",
    ]
    assert all("(65534) now" in line for line in lines)
    assert (target.stat().st_uid, stat.S_IMODE(target.stat().st_mode)) == (NOBODY, 0o640)


@needs_root
def test_a_group_of_ones_own_is_kept_without_being_root(shared: Path) -> None:
    target = make_target(shared, NOBODY, 33, 0o640)

    assert convert_as_nobody(shared, groups=[33]) == (0, [])

    assert (target.stat().st_uid, target.stat().st_gid) == (NOBODY, 33)


@needs_root
def test_who_may_write_the_file_and_not_its_folder_is_told_of_in_place(shared: Path) -> None:
    target = make_target(shared, 0, 33, 0o660)
    shared.chmod(0o755)

    code, lines = convert_as_nobody(shared, groups=[33])

    assert code == 2
    assert lines[0].startswith("Error: user-mapping.xml cannot be written: Permission denied. You may not make files")
    assert "--in-place writes into the file that is there." in lines[0]
    assert convert_as_nobody(shared, "--in-place", groups=[33]) == (0, [])
    assert (target.stat().st_uid, target.stat().st_gid) == (0, 33)
    assert target.read_bytes() == (EXAMPLE / "user-mapping.xml").read_bytes()
