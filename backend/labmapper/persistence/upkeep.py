"""Removing what has expired. Running it twice, or in several processes at once, does no harm."""

from dataclasses import dataclass
from datetime import timedelta

from labmapper.config import Config
from labmapper.persistence.diagrams import Diagrams
from labmapper.persistence.log_ins import LogIns
from labmapper.persistence.mappings import Mappings
from labmapper.persistence.rate_counters import RateCounters
from labmapper.persistence.store import Store
from labmapper.persistence.uploads import Uploads

_UPLOAD_AGE = timedelta(days=1)
_UNFINISHED_AGE = timedelta(hours=6)


@dataclass(frozen=True, slots=True)
class Purged:
    """How much was removed."""

    guest_diagrams: int
    trashed_diagrams: int
    uploads: int
    unfinished_mappings: int
    ended_log_ins: int


def purge(store: Store, config: Config) -> Purged:
    """Remove from *store* what is older than the settings *config* allow."""
    diagrams = Diagrams(store)
    RateCounters(store).purge()
    return Purged(
        guest_diagrams=diagrams.purge_guests(timedelta(days=config.guest_days)),
        trashed_diagrams=diagrams.purge_trash(timedelta(days=config.trash_days)),
        uploads=Uploads(store).purge(_UPLOAD_AGE),
        unfinished_mappings=Mappings(store).purge_unfinished(_UNFINISHED_AGE),
        ended_log_ins=LogIns(store, config).purge(),
    )
