"""Files that are mounted by themselves, as ``docker run -v ./user-mapping.xml:/etc/guacamole/user-mapping.xml`` does.

Such a mount holds the file and not its name: what takes the place of the file by a rename is not seen there.
"""

import re
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

_PROCESSES = Path("/proc")
_ESCAPED = re.compile(r"\\([0-7]{3})")


class Mount(NamedTuple):
    """One line of ``mountinfo``: the folder or file *root* of the file system *device* is seen at *point*."""

    device: str
    root: Path
    point: Path


def find_lone_mounts(path: Path) -> list[Path]:
    """Return the places where the file *path*, without symbolic links, is mounted by itself.

    For root also those in containers of this machine. Where the system does not tell, none.
    """
    own = _read(_PROCESSES / "self")
    covering = max(
        (each for each in own if path.is_relative_to(each.point)), key=lambda each: len(each.point.parts), default=None
    )
    if covering is None:
        return []
    file = covering.device, covering.root / path.relative_to(covering.point)
    return sorted(
        {each.point for mounts in (own, *_read_others()) for each in mounts if (each.device, each.root) == file}
    )


def parse_mounts(text: str) -> list[Mount]:
    """Return the mounts in *text*, the last one of a place first, which is the one that is seen."""
    return [
        Mount(fields[2], _unescape(fields[3]), _unescape(fields[4]))
        for line in reversed(text.splitlines())
        if (fields := line.split())
    ]


def _read(process: Path) -> list[Mount]:
    with suppress(OSError):
        return parse_mounts((process / "mountinfo").read_text(encoding="utf-8", errors="surrogateescape"))
    return []


def _read_others() -> Iterator[list[Mount]]:
    """Yield the mounts of every other view of the file system that this person may look at."""
    seen: set[int] = set()
    for process in _PROCESSES.glob("[0-9]*"):
        with suppress(OSError):
            view = (process / "ns/mnt").stat().st_ino
            if view not in seen:
                seen.add(view)
                yield _read(process)


def _unescape(field: str) -> Path:
    return Path(_ESCAPED.sub(lambda match: chr(int(match[1], 8)), field))
