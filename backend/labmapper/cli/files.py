"""Reading and writing files for the command line; ``-`` is standard input or output."""

import os
import sys
from collections.abc import Iterable
from contextlib import suppress
from errno import EACCES, EBADF, EDQUOT, EFBIG, EIO, ENOSPC
from pathlib import Path
from typing import BinaryIO, TextIO

import click

from labmapper.filesystem.replacing import find_descriptor, write_over

STANDARD = "-"

# Guacamole reads the file through its group; nobody else may see the passwords.
MODE = 0o640
PRIVATE = 0o600

_FULL = {EDQUOT, EFBIG, EIO, ENOSPC}
_NO_NAME = "An empty name is no file. Name one, or - for standard {}."


class FileError(click.ClickException):
    """A file that cannot be read or written. Nothing is wrong with how the command was called, so it is not explained."""

    exit_code = 2


def read_bytes(name: str) -> bytes:
    """Return the content of the file *name*; raise FileError where it cannot be read."""
    if not name:
        raise FileError(_NO_NAME.format("input"))
    try:
        return _open(sys.stdin).read() if name == STANDARD else Path(name).read_bytes()
    except OSError as error:
        shown = "Standard input" if name == STANDARD else name
        raise FileError(f"{shown} cannot be read: {error.strerror}.") from error


def write_bytes(name: str, chunks: Iterable[bytes], *, mode: int = MODE, in_place: bool = False) -> None:
    """Write *chunks* to the file *name*, at once or not at all, and tell what could not be kept of the file before.

    Raises FileError where it cannot be written, and BrokenPipeError where nobody reads standard output any more.
    """
    if not name:
        raise FileError(_NO_NAME.format("output"))
    try:
        if name == STANDARD:
            _write_to_output(chunks)
        else:
            for sentence in write_over(name, chunks, mode=mode, in_place=in_place):
                click.echo(f"{name}: warning: {sentence}.", err=True)
    except OSError as error:
        if isinstance(error, BrokenPipeError) and (name == STANDARD or find_descriptor(name) == 1):
            raise
        raise FileError(_explain(name, error, in_place=in_place)) from error


def is_lack_of_room(error: OSError) -> bool:
    """Return whether *error* says that a stream, not a named file, takes no more."""
    return error.filename is None and error.errno in _FULL


def forget_output() -> None:
    """Let what standard output still holds go nowhere; Python would try to write it, and fail again, when it ends."""
    with suppress(OSError):
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, sys.stdout.fileno())
        os.close(nowhere)


def _write_to_output(chunks: Iterable[bytes]) -> None:
    stream = _open(sys.stdout)
    try:
        stream.writelines(chunks)
        stream.flush()
    except OSError:
        forget_output()
        raise


def _open(stream: TextIO | None) -> BinaryIO:
    if stream is None:  # closed by whoever called, as by >&-
        raise OSError(EBADF, "it is closed")
    return stream.buffer


def _explain(name: str, error: OSError, *, in_place: bool) -> str:
    shown = "Standard output" if name == STANDARD else name
    may_write = error.errno == EACCES and not in_place and os.access(name, os.W_OK)
    cure = " You may not make files in its folder; --in-place writes into the file that is there." if may_write else ""
    return f"{shown} cannot be written: {error.strerror}.{cure}"
