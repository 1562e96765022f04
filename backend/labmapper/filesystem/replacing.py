"""Writing over a file: at once, in place, or into a pipe or device; what it had is kept."""

import os
import re
import shutil
import signal
import stat
import tempfile
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from errno import EINVAL, EISDIR, EOPNOTSUPP
from pathlib import Path

from labmapper.filesystem.attributes import keep_attributes
from labmapper.filesystem.mounts import find_lone_mounts
from labmapper.filesystem.temporary_files import finish, temporary_file_beside

_IN_MEMORY = 16 * 1024 * 1024
_MOST_LINKS = 40
_DESCRIPTOR = re.compile(r"/dev/(?:fd/(\d+)|(stdout)|(stderr))|/proc/self/fd/(\d+)")
_MOUNTED = (
    "this file is mounted by itself at {}, where a rename is not seen, so it was written in place, as --in-place does. "
    "Log-ins may fail while that lasts. Mount its folder instead to have the file replaced at once"
)
_LINKED = "other names of this file (hard links) still lead to the old content. --in-place writes for all of them"
_OPEN = "everybody on this machine can read it, as the file before (mode {:o})"
_UNDISTURBED = {signal.SIGTERM, signal.SIGHUP, signal.SIGINT}


def write_over(name: str, chunks: Iterable[bytes], *, mode: int, in_place: bool = False) -> tuple[str, ...]:
    """Write *chunks* to what is called *name*, and return what whoever uses that file has to know, a sentence each.

    A file is replaced at once or not at all and keeps its owner, group, mode and access control list. *in_place* writes
    into the file that is there; so does a file that is mounted by itself, which a rename would miss. A new file gets
    *mode*. Symbolic links are followed; pipes, devices and descriptors as ``/dev/stdout`` are written into.

    Raises OSError where that cannot be done; then nothing has changed.
    """
    descriptor = find_descriptor(name)
    if descriptor is not None:
        with os.fdopen(os.dup(descriptor), "wb") as stream:
            stream.writelines(chunks)
        return ()
    path, old = Path(os.path.realpath(name)), _stat(name)
    if name.endswith("/") or (old and stat.S_ISDIR(old.st_mode)):
        raise IsADirectoryError(EISDIR, os.strerror(EISDIR), name)
    if old is None:
        return _replace(path, chunks, mode)
    if not stat.S_ISREG(old.st_mode):
        with path.open("wb") as stream:
            stream.writelines(chunks)
        return ()
    lost = _write_in_place(path, chunks) if in_place else _write_over_file(path, chunks, old)
    return (*lost, _OPEN.format(stat.S_IMODE(old.st_mode))) if old.st_mode & stat.S_IROTH else lost


def find_descriptor(name: str) -> int | None:
    """Return the open file of this process that *name* means, or None."""
    for _ in range(_MOST_LINKS):
        match = _DESCRIPTOR.fullmatch(name)
        if match:
            return 1 if match[2] else 2 if match[3] else int(match[1] or match[4])
        if not Path(name).is_symlink():
            break
        name = str(Path(name).parent / Path(name).readlink())
    return None


def _stat(name: str) -> os.stat_result | None:
    try:
        return Path(name).stat()
    except FileNotFoundError:
        return None


def _write_over_file(path: Path, chunks: Iterable[bytes], old: os.stat_result) -> tuple[str, ...]:
    mounts = find_lone_mounts(path)
    if mounts:
        _write_in_place(path, chunks)
        return (_MOUNTED.format(" and ".join(str(point) for point in mounts)),)
    lost = _replace(path, chunks, 0o600, old)
    return (*lost, _LINKED) if old.st_nlink > 1 else lost


def _replace(path: Path, chunks: Iterable[bytes], mode: int, old: os.stat_result | None = None) -> tuple[str, ...]:
    """Let a new file take the place of *path* by a rename in the same folder; return what it could not keep."""
    lost: tuple[str, ...] = ()
    with temporary_file_beside(path, mode) as file:
        if old is not None:
            lost = keep_attributes(path, file.fileno())
        file.writelines(chunks)
        if old is None:
            file.close()  # a crash of the machine can cost nothing that was there before
        else:
            finish(file)
            _make_newer(Path(file.name), old.st_mtime)
        Path(file.name).replace(path)
    return lost


def _write_in_place(path: Path, chunks: Iterable[bytes]) -> tuple[str, ...]:
    """Write over the content of the file *path*, when all of it is there and has room."""
    with (
        tempfile.SpooledTemporaryFile(_IN_MEMORY) as whole,
        os.fdopen(os.open(path, os.O_WRONLY), "wb") as file,
    ):
        for chunk in chunks:  # writelines would keep all of it in memory
            whole.write(chunk)
        size = whole.tell()
        whole.seek(0)
        with _undisturbed():
            old = os.fstat(file.fileno())
            _reserve(file.fileno(), old.st_size, size)
            shutil.copyfileobj(whole, file)
            file.truncate()
            finish(file)
            # Half of it may have been read meanwhile: the whole is newer than that, too.
            _make_newer(path, max(old.st_mtime, path.stat().st_mtime))
    return ()


def _reserve(descriptor: int, old: int, new: int) -> None:
    """Make room for *new* bytes in a file of *old* bytes; raise OSError, the file as it was, where there is none."""
    if new <= old or not hasattr(os, "posix_fallocate"):
        return
    try:
        os.posix_fallocate(descriptor, old, new - old)
    except OSError as error:
        os.ftruncate(descriptor, old)
        if error.errno not in (EINVAL, EOPNOTSUPP):  # file systems that cannot reserve
            raise


@contextmanager
def _undisturbed() -> Iterator[None]:
    """Let signals that end the program wait: half a file would lock everybody out."""
    before = signal.pthread_sigmask(signal.SIG_BLOCK, _UNDISTURBED)
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _make_newer(path: Path, than: float) -> None:
    """Give *path* a time of change that is at least a whole second later.

    Guacamole's ``FileAuthenticationProvider`` rereads only a file that is strictly newer, and Java 8 counts whole
    seconds.
    """
    least = int(than) + 1
    if path.stat().st_mtime >= least:
        return
    try:
        os.utime(path, (least, least))
    except PermissionError:  # only its owner sets a time; whoever may write to it may say "now"
        time.sleep(max(0.0, min(1.0, least - time.time())))
        os.utime(path)
