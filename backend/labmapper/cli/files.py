"""Reading and writing files for the command line; ``-`` is standard input or output."""

import os
import secrets
import sys
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

STANDARD = "-"

# Guacamole reads the file through its group; nobody else may see the passwords.
MODE = 0o640


def read_bytes(name: str) -> bytes:
    """Return the content of the file *name*; raise OSError where it cannot be read."""
    return sys.stdin.buffer.read() if name == STANDARD else Path(name).read_bytes()


def write_atomically(name: str, chunks: Iterable[bytes]) -> None:
    """Write *chunks* to the file *name*, at once or not at all; raise OSError where that fails.

    The new file takes the place of the old one by a rename in the same folder, and its time of change is at least a
    whole second later: ``FileAuthenticationProvider`` rereads only a file that is strictly newer, and Java 8 counts
    whole seconds.
    """
    if name == STANDARD:
        sys.stdout.buffer.writelines(chunks)
        sys.stdout.buffer.flush()
        return
    target = Path(name)
    draft = target.with_name(f".{target.name}.{secrets.token_hex(6)}")
    try:
        with os.fdopen(os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, MODE), "wb", 1 << 20) as file:
            file.writelines(chunks)
        _make_newer(draft, target)
        draft.replace(target)
    finally:
        with suppress(FileNotFoundError):
            draft.unlink()


def _make_newer(draft: Path, target: Path) -> None:
    with suppress(FileNotFoundError):
        least = int(target.stat().st_mtime) + 1
        if draft.stat().st_mtime < least:
            os.utime(draft, (least, least))
