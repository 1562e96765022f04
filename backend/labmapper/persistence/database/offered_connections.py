"""How many connections to Postgres the processes of the server may take together: max_connections and who else needs some.

Each process has at most one for each of its threads, and one for ``/readyz``. Where Postgres offers less, each process has its share
and its threads wait for one another: whoever asked Postgres for one more would be refused.
"""

from dataclasses import dataclass

from sqlalchemy import create_engine, text
from sqlalchemy.pool import NullPool

from labmapper.config import Config, count_threads_aside

# Backups, the command line and whoever looks after the database.
_FOR_OTHERS = 5
_READINESS = 1
_OFFERED = text(
    "SELECT least(current_setting('max_connections')::int - current_setting('superuser_reserved_connections')::int"
    " - coalesce(current_setting('reserved_connections', true)::int, 0), nullif(rolconnlimit, -1), nullif(datconnlimit, -1))"
    " FROM pg_roles, pg_database WHERE rolname = current_user AND datname = current_database()"
)


@dataclass(frozen=True, slots=True)
class Share:
    """What all threads of a server want, what Postgres offers everybody, and how many that leaves each process."""

    wanted: int
    offered: int
    each: int

    @property
    def is_short(self) -> bool:
        """Whether threads have to wait for one another."""
        return self.wanted > self.offered - _FOR_OTHERS


def count_wanted(config: Config) -> int:
    """Return how many connections the server of *config* takes when all its threads are busy."""
    takes, computes = config.threads + 2 * count_threads_aside(config.threads), config.threads
    return config.workers * (takes + computes + 2 * _READINESS)


def find_share(config: Config) -> Share:
    """Return what the server of *config* wants of its Postgres, and what it can have."""
    with create_engine(config.database_url, poolclass=NullPool).connect() as connection:
        offered = connection.execute(_OFFERED).scalar_one()
    each = (offered - _FOR_OTHERS) // (2 * config.workers) - _READINESS
    return Share(count_wanted(config), offered, max(1, each))
