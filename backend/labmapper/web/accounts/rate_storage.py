"""Where rates are counted: in the database, for the library that compares them with limits, or in Valkey by its address."""

from datetime import timedelta
from hashlib import sha256

from limits.storage import Storage, storage_from_string
from sqlalchemy.exc import SQLAlchemyError

from labmapper.config import Config
from labmapper.persistence.database.connection import abandon_session
from labmapper.persistence.rate_counters import RateCounters
from labmapper.web.services import get_store


class DatabaseStorage(Storage):
    """The counters of the database as the library asks for them. Addresses are kept as digests."""

    STORAGE_SCHEME = None

    @property
    def base_exceptions(self) -> type[Exception]:
        """Return what goes wrong with a database."""
        return SQLAlchemyError

    def incr(self, key: str, expiry: int, amount: int = 1) -> int:
        """Count *amount* more under *key*, for *expiry* seconds since the first, and return how many that are."""
        try:
            return RateCounters(get_store()).add(_digest(key), amount, timedelta(seconds=expiry))
        except SQLAlchemyError:
            abandon_session()  # the request goes on without
            raise

    def get(self, key: str) -> int:
        """Return how many are counted under *key*."""
        found = RateCounters(get_store()).find(_digest(key))
        return found[0] if found else 0

    def get_expiry(self, key: str) -> float:
        """Return when what is counted under *key* is forgotten, in seconds since 1970."""
        found = RateCounters(get_store()).find(_digest(key))
        return (found[1] if found else get_store().clock()).timestamp()

    def check(self) -> bool:
        """Say that it can be asked: without the database nothing here answers."""
        return True

    def reset(self) -> int:
        """Forget what no longer counts."""
        return RateCounters(get_store()).purge()

    def clear(self, key: str) -> None:
        """Forget what is counted under *key*."""
        RateCounters(get_store()).forget(_digest(key))


def make_storage(config: Config) -> Storage:
    """Return where *config* wants rates to be counted."""
    if config.rates_url is None:
        return DatabaseStorage(wrap_exceptions=True)
    # One client speaks to both: Valkey is what became of Redis.
    url = config.rates_url.replace("redis", "valkey", 1)
    storage = storage_from_string(url, wrap_exceptions=True, socket_connect_timeout=1, socket_timeout=1)
    if not isinstance(storage, Storage):
        raise TypeError(url.partition(":")[0])
    return storage


def _digest(key: str) -> str:
    return sha256(key.encode("utf-8", "surrogatepass")).hexdigest()
