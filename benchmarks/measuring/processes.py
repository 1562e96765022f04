"""Running a command and measuring what it cost: wall-clock seconds and peak memory."""

import os
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path
from statistics import median


@dataclass(frozen=True, slots=True)
class Cost:
    """*seconds* from start to end, *memory* at its peak in MiB."""

    seconds: float
    memory: float


def run_module(name: str, *arguments: str, folder: Path) -> Cost:
    """Return what ``python -m name arguments`` costs in *folder*; raise CalledProcessError where it fails."""
    command = [sys.executable, "-m", name, *arguments]
    # An installed package has its bytecode; so must this one, whatever the surroundings say.
    env = {key: value for key, value in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"}
    started = time.perf_counter()
    with subprocess.Popen(command, cwd=folder, env=env, stdout=subprocess.DEVNULL) as process:
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    seconds = time.perf_counter() - started
    if process.returncode:
        raise subprocess.CalledProcessError(process.returncode, command)
    return Cost(seconds, usage.ru_maxrss / 1024)


def find_middle(costs: list[Cost]) -> Cost:
    """Return the median time and the largest memory of *costs*."""
    return Cost(median(cost.seconds for cost in costs), max(cost.memory for cost in costs))
