"""Processor seconds of all that this process has started: servers, a browser, and what these start in turn. Linux only."""

import os
from collections import defaultdict
from pathlib import Path

_TICKS = os.sysconf("SC_CLK_TCK")
# Where the fields stand in /proc/PID/stat behind the name of the command: its parent, and its times with those of who has ended.
_PARENT, _TIMES = 1, slice(11, 15)


def read_processor_seconds() -> float:
    """Return what all descendants of this process have taken of the processors by now."""
    times: dict[int, float] = {}
    children: dict[int, list[int]] = defaultdict(list)
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            fields = stat.read_text(encoding="utf-8", errors="replace").rpartition(")")[2].split()
        except OSError:  # it has ended meanwhile
            continue
        number = int(stat.parent.name)
        times[number] = sum(map(int, fields[_TIMES])) / _TICKS
        children[int(fields[_PARENT])].append(number)
    found, total = [*children[os.getpid()]], 0.0
    while found:
        number = found.pop()
        total += times[number]
        found += children[number]
    return total
