"""Removing what has expired. Running it twice, or in several processes at once, does no harm."""

from dataclasses import dataclass
from datetime import timedelta

from labmapper.config import Config
from labmapper.persistence.accounts.log_ins import LogIns
from labmapper.persistence.expiry import ExpiredDiagrams
from labmapper.persistence.mappings import Mappings
from labmapper.persistence.rate_counters import RateCounters
from labmapper.persistence.store import Store
from labmapper.persistence.uploads import Uploads

_UPLOAD_AGE = timedelta(days=1)
_UNFINISHED_AGE = timedelta(hours=6)
# So few diagrams may go without a question, whatever part of all they are.
_FEW = 20
_PART = 10


@dataclass(frozen=True, slots=True)
class Purged:
    """How much was removed, or would be."""

    guest_diagrams: int
    trashed_diagrams: int
    uploads: int
    unfinished_mappings: int
    ended_log_ins: int


@dataclass(frozen=True, slots=True)
class Expired:
    """How many diagrams have expired by the clock, guests' and those in the trash, of how many altogether."""

    guest_diagrams: int
    trashed_diagrams: int
    all_diagrams: int

    @property
    def is_suspicious(self) -> bool:
        """Return whether so much would go that the clock may be wrong: more than a tenth of all, and not a few."""
        expired = self.guest_diagrams + self.trashed_diagrams
        return expired > _FEW and expired * _PART > self.all_diagrams


def count_expired(store: Store, config: Config) -> Expired:
    """Return how many diagrams ``purge`` would remove."""
    diagrams = ExpiredDiagrams(store)
    return Expired(
        guest_diagrams=diagrams.count_guests(timedelta(days=config.guest_days)),
        trashed_diagrams=diagrams.count_trash(timedelta(days=config.trash_days)),
        all_diagrams=diagrams.count_all(),
    )


def purge(store: Store, config: Config) -> Purged:
    """Remove from *store* what is older than the settings *config* allow."""
    diagrams = ExpiredDiagrams(store)
    RateCounters(store).purge()
    return Purged(
        guest_diagrams=diagrams.purge_guests(timedelta(days=config.guest_days)),
        trashed_diagrams=diagrams.purge_trash(timedelta(days=config.trash_days)),
        uploads=Uploads(store).purge(_UPLOAD_AGE),
        unfinished_mappings=Mappings(store).purge_unfinished(_UNFINISHED_AGE),
        ended_log_ins=LogIns(store, config).purge(),
    )
