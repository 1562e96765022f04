"""Atomic writes: a temporary file beside the target, put in its place when complete and removed after a failure."""

import os
import secrets
import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import IO, NoReturn

_BUFFER = 1 << 20


@contextmanager
def temporary_file_beside(path: Path, mode: int) -> Iterator[IO[bytes]]:
    """Give a new file in the folder of *path*, made with *mode*; its ``name`` is its path.

    It is gone at the end, unless it was renamed; after SIGTERM and SIGHUP too, which end the program by SystemExit.
    Raises OSError where there can be none.
    """
    temporary = path.with_name(f".labmapper.{secrets.token_hex(8)}")
    with _ending_in_order():
        try:
            with open(temporary, "xb", _BUFFER, opener=lambda name, flags: os.open(name, flags, mode)) as file:
                yield file
        finally:
            temporary.unlink(missing_ok=True)


def make_once(path: Path, content: bytes) -> None:
    """Write *content* to the file *path*, for its owner only, unless it is there; half a file is never seen.

    A symbolic link is followed. Raises OSError where it cannot be written.
    """
    target = Path(os.path.realpath(path))
    with temporary_file_beside(target, 0o600) as file:
        file.write(content)
        finish(file)
        with suppress(FileExistsError):  # another process was first, and its file counts
            place_new(file, target)


def place_new(file: IO[bytes], target: Path) -> None:
    """Give the temporary *file* its place *target*; raise FileExistsError where something is there already."""
    try:
        target.hardlink_to(file.name)
    except FileExistsError:
        raise
    except OSError:
        Path(file.name).rename(target)  # no hard links in this file system


def finish(file: IO[bytes]) -> None:
    """Close *file* when its content is on the disk; raise OSError where there is no room for it."""
    file.flush()
    os.fsync(file.fileno())
    file.close()


@contextmanager
def _ending_in_order() -> Iterator[None]:
    """Let signals that end the program raise SystemExit meanwhile; those that somebody else takes or ignores stay his."""
    mine: list[signal.Signals] = []
    if threading.current_thread() is threading.main_thread():
        mine = [each for each in (signal.SIGTERM, signal.SIGHUP) if signal.getsignal(each) is signal.SIG_DFL]
    for each in mine:
        signal.signal(each, _end)
    try:
        yield
    finally:
        for each in mine:
            signal.signal(each, signal.SIG_DFL)


def _end(number: int, _frame: object) -> NoReturn:
    raise SystemExit(128 + number)
