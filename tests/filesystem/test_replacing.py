"""Writing over a file: at once or not at all, in place, through links, into pipes and devices."""

import os
import stat
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from labmapper.filesystem.replacing import write_over


@pytest.fixture
def target(tmp_path: Path) -> Path:
    """Return a file that was there before."""
    file = tmp_path / "user-mapping.xml"
    file.write_text("old content")
    file.chmod(0o640)
    return file


def write(target: Path, content: bytes = b"new", *, in_place: bool = False) -> tuple[str, ...]:
    return write_over(str(target), [content], mode=0o640, in_place=in_place)


def break_off() -> Iterator[bytes]:
    yield b"half"
    raise RuntimeError("power cut")


@pytest.mark.parametrize("in_place", [False, True])
def test_a_write_that_breaks_off_leaves_the_old_file_and_no_draft(target: Path, in_place: bool) -> None:
    with pytest.raises(RuntimeError, match="power cut"):
        write_over(str(target), break_off(), mode=0o640, in_place=in_place)

    assert [path.read_text() for path in target.parent.iterdir()] == ["old content"]


@pytest.mark.parametrize("in_place", [False, True])
def test_two_writes_within_a_second_have_different_times(target: Path, in_place: bool) -> None:
    times = []
    for _ in range(3):
        write(target, in_place=in_place)
        times.append(int(target.stat().st_mtime))

    assert len(set(times)) == 3


def test_a_new_file_gets_the_mode_that_is_asked_for(tmp_path: Path) -> None:
    assert write(tmp_path / "new.xml") == ()

    assert stat.S_IMODE((tmp_path / "new.xml").stat().st_mode) == 0o640


def test_a_symbolic_link_is_followed_and_stays(target: Path) -> None:
    link = target.with_name("link.xml")
    link.symlink_to(target.name)

    write(link)

    assert link.is_symlink()
    assert target.read_text() == "new"


def test_a_link_to_a_file_that_is_not_there_makes_that_file(tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    (tmp_path / "link.xml").symlink_to("folder/real.xml")

    write(tmp_path / "link.xml")

    assert (tmp_path / "link.xml").is_symlink()
    assert (tmp_path / "folder" / "real.xml").read_text() == "new"


def test_links_that_lead_in_a_circle_are_refused(tmp_path: Path) -> None:
    (tmp_path / "a").symlink_to("b")
    (tmp_path / "b").symlink_to("a")

    with pytest.raises(OSError, match="symbolic links"):
        write(tmp_path / "a")


def test_a_pipe_gets_the_content_and_stays_a_pipe(tmp_path: Path) -> None:
    pipe, got = tmp_path / "pipe", []
    os.mkfifo(pipe)
    reader = threading.Thread(target=lambda: got.append(pipe.read_bytes()), daemon=True)
    reader.start()

    write(pipe)
    reader.join(10)

    assert got == [b"new"]
    assert stat.S_ISFIFO(pipe.stat().st_mode)


def test_a_device_is_written_into_and_stays_a_device(tmp_path: Path) -> None:
    full = tmp_path / "full"
    try:
        os.mknod(full, stat.S_IFCHR | 0o600, os.makedev(1, 7))
    except PermissionError:  # root alone makes devices
        full.symlink_to("/dev/full")

    with pytest.raises(OSError, match="No space left"):
        write(full)

    assert stat.S_ISCHR(full.stat().st_mode)


@pytest.mark.parametrize("form", ["/dev/fd/{}", "/proc/self/fd/{}"])
def test_a_descriptor_is_written_into_where_it_stands(tmp_path: Path, form: str) -> None:
    with (tmp_path / "log").open("wb", buffering=0) as file:
        file.write(b"before ")
        write(Path(form.format(file.fileno())))
        file.write(b" after")

    assert (tmp_path / "log").read_bytes() == b"before new after"


@pytest.mark.parametrize("name", [".", "folder", "folder/", "not-there/"])
def test_a_folder_is_no_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    (tmp_path / "folder").mkdir()
    monkeypatch.chdir(tmp_path)

    with pytest.raises(IsADirectoryError):
        write_over(name, [b"new"], mode=0o640)

    assert [path.name for path in tmp_path.iterdir()] == ["folder"]


def test_in_place_keeps_the_file_itself_whatever_the_sizes(target: Path) -> None:
    number = target.stat().st_ino

    for content in (b"longer than what was there before", b"short"):
        write(target, content, in_place=True)

        assert target.read_bytes() == content
    assert target.stat().st_ino == number


def test_in_place_is_newer_than_what_was_read_of_its_half(target: Path) -> None:
    os.utime(target, (1, 1))

    write(target, in_place=True)

    # Whoever read it while it was written saw a time up to now: the whole file is read again.
    assert target.stat().st_mtime > target.stat().st_ctime


def test_without_room_a_file_that_is_written_in_place_stays_as_it_was(
    target: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(descriptor: int, offset: int, length: int) -> None:
        os.ftruncate(descriptor, offset + 1)
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.posix_fallocate", refuse)

    with pytest.raises(OSError, match="No space left"):
        write(target, b"much longer than what was there before", in_place=True)

    assert target.read_text() == "old content"


def test_other_names_of_the_file_are_told(target: Path) -> None:
    target.with_name("other.xml").hardlink_to(target)

    (sentence,) = write(target)

    assert "hard links" in sentence
    assert "--in-place" in sentence
    assert target.with_name("other.xml").read_text() == "old content"


def test_a_file_that_everybody_can_read_is_told(target: Path) -> None:
    target.chmod(0o644)

    assert write(target) == ("everybody on this machine can read it, as the file before (mode 644)",)


def test_a_long_name_has_room_for_a_draft(tmp_path: Path) -> None:
    write(tmp_path / ("x" * 255))

    assert (tmp_path / ("x" * 255)).read_text() == "new"
