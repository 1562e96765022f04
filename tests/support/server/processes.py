"""The command line as a process of its own, for what a process alone has: standard streams, signals, another user."""

import os
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from support.labs.drawings import GOLDEN

EXAMPLE = GOLDEN / "usermapper-example" / "config.yaml"
COMMAND = (sys.executable, "-m", "labmapper")
# Seconds; a computer that runs many tests at once is slow to start a process.
_PATIENCE = 300
# A user and group without any rights; root alone may become them.
NOBODY = 65534
# A first run imports what is needed: the interpreter may lie where nobody else may look.
_BECOME_NOBODY = f"""
import os, sys
from support.server.command_line import run
from labmapper.cli import main
run("convert", "-i", sys.argv.pop(1), "-o", "-")
os.setgroups([int(group) for group in sys.argv.pop(1).split(",") if group])
os.setgid({NOBODY})
os.setuid({NOBODY})
main()
"""


def get_settings() -> dict[str, str]:
    """Return the variables with which a shell finds the command as ``$LABMAPPER``."""
    found = {"LABMAPPER": " ".join(COMMAND), "PYTHONPATH": os.pathsep.join(sys.path), "PYTHONDONTWRITEBYTECODE": "1"}
    return {**os.environ, **found}


def run_shell(script: str, folder: Path) -> subprocess.CompletedProcess[bytes]:
    """Run *script* with bash in *folder*; ``$LABMAPPER`` is the command."""
    command = ["bash", "-c", script]
    return subprocess.run(command, cwd=folder, env=get_settings(), capture_output=True, timeout=_PATIENCE, check=False)


def run_as_nobody(
    *arguments: str, folder: Path, data: bytes, groups: Sequence[int] = ()
) -> subprocess.CompletedProcess[bytes]:
    """Run the command with *arguments* in *folder* as a user without rights, who is in *groups* too; needs root."""
    command = [sys.executable, "-c", _BECOME_NOBODY, str(EXAMPLE), ",".join(map(str, groups)), *arguments]
    return subprocess.run(
        command, cwd=folder, env=get_settings(), input=data, capture_output=True, timeout=_PATIENCE, check=False
    )


@contextmanager
def open_folder() -> Iterator[Path]:
    """Give a folder in which everybody may make files; the folders of pytest are for their owner alone."""
    with TemporaryDirectory() as name:
        Path(name).chmod(0o777)
        yield Path(name)
