"""Rates: how often an address, and each person behind it, may begin as a guest, register, upload, or let the server compute.

Many people may sit behind one address, as in a school: it may do ten times of what one of them may. What computes is
counted in tens, so that a preview does not cost a write, and what is counted for a person by address too; uploads in twentieths of
what one may. Who was refused is refused by the process until it is over.
"""

import logging
import math
import threading
import time
from collections import Counter
from dataclasses import dataclass
from typing import cast

from flask import Flask, current_app
from limits import RateLimitItem, RateLimitItemPerHour, RateLimitItemPerMinute
from limits.errors import StorageError
from limits.strategies import FixedWindowRateLimiter

from labmapper.config import Config
from labmapper.persistence.database.faults import describe_fault
from labmapper.web.accounts.client_address import find_address
from labmapper.web.accounts.rate_storage import make_storage
from labmapper.web.accounts.security_log import log_event
from labmapper.web.language.text import lazy
from labmapper.web.refusals import Refusal
from labmapper.web.services import get_services

_NAME = "labmapper_rates"
# How much more an address may than one of the people behind it.
PEOPLE = 10
# What computes is counted so many at a time.
BATCH = 10
# In so many shares of what a person may, uploads are counted: each is a write, so that three of sixty cost one.
_SHARES = 20
# So many addresses and people a process keeps in mind at most.
_MOST_KEYS = 20_000
# Seconds for which a counter that does not answer is not asked again: each question waits for it.
_REST = 10.0

_log = logging.getLogger("labmapper.security")


@dataclass(frozen=True, slots=True)
class Rate:
    """How often *name* may be done by one address, and by one person; a *batch* is counted at once, *sentence* refuses."""

    name: str
    sentence: str
    by_address: RateLimitItem
    by_person: RateLimitItem | None = None
    batch: int = 1


_TOO_MANY_GUESTS = lazy("Many people have begun without an account from your address. Log in, or try again in an hour.")
_TOO_MANY_ACCOUNTS = lazy(
    "Many accounts were made from your address. Try again in an hour, or ask whoever runs this Labmapper."
)
_TOO_MANY_UPLOADS = lazy("So many files in so short a time are too much. Try again in a minute.")
_TOO_MUCH_WORK = lazy("The server has computed much for you just now. Try again in a minute; nothing was changed.")


class Rates:
    """The rates of an app."""

    def __init__(self, config: Config) -> None:
        """Count as *config* says."""
        self._limiter = FixedWindowRateLimiter(make_storage(config))
        self._lock = threading.Lock()
        self._pending: Counter[str] = Counter()
        self._refused: dict[str, float] = {}
        self._rests_until = 0.0
        self.guests = Rate("guests", _TOO_MANY_GUESTS, RateLimitItemPerHour(config.guests_per_hour))
        self.registrations = Rate(
            "registrations", _TOO_MANY_ACCOUNTS, RateLimitItemPerHour(config.registrations_per_hour)
        )
        share = min(BATCH, max(1, config.uploads_per_minute // _SHARES))
        self.uploads = _make_shared("uploads", _TOO_MANY_UPLOADS, config.uploads_per_minute, share)
        self.heavy = _make_shared("heavy", _TOO_MUCH_WORK, config.heavy_per_minute, batch=BATCH)

    def spend(self, rate: Rate, person: str | None = None) -> None:
        """Count one of *rate* for the address that asks, and for the *person* behind it.

        Raises:
            Refusal: That is one too many.
        """
        is_known = bool(rate.by_person and person)
        # Who is counted as a person costs the database one write, not two: the address is so much wider.
        batch = max(rate.batch, BATCH) if is_known else rate.batch
        waits = [self._count(rate, rate.by_address, "address", find_address(), batch)]
        if rate.by_person and person:
            waits.append(self._count(rate, rate.by_person, "person", person, rate.batch))
        wait = max(waits)
        if wait:
            log_event("limit-hit", code=f"too-many-{rate.name}")
            raise Refusal(429, "too-many", rate.sentence, retry_after=wait)

    def _count(self, rate: Rate, limit: RateLimitItem, kind: str, value: str, batch: int) -> int:
        """Return for how many seconds *value*, which is of that *kind*, has to wait, 0 for not at all; *batch* are counted at once."""
        names = (rate.name, kind, value)
        key = limit.key_for(*names)
        wait = self._refused.get(key, 0) - time.monotonic()
        if wait > 0:
            return math.ceil(wait)
        amount = self._collect(key, batch)
        if not amount or time.monotonic() < self._rests_until:
            return 0
        try:
            if self._limiter.hit(limit, *names, cost=amount):
                return 0
            over = self._limiter.get_window_stats(limit, *names).reset_time
        except StorageError as error:
            _log.error("rates", extra={"event": "rates-not-counted", **describe_fault(error.storage_error)})
            self._rests_until = time.monotonic() + _REST
            return 0  # better open than shut where nobody counts
        return self._refuse(key, min(over - get_services().clock().timestamp(), limit.get_expiry()))

    def _collect(self, key: str, batch: int) -> int:
        """Return how many to count under *key* now: a full *batch* or none yet."""
        if batch == 1:
            return 1
        with self._lock:
            if len(self._pending) > _MOST_KEYS:
                self._pending.clear()
            self._pending[key] += 1
            return self._pending.pop(key) if self._pending[key] >= batch else 0

    def _refuse(self, key: str, seconds: float) -> int:
        wait = max(1, math.ceil(seconds))
        if len(self._refused) > _MOST_KEYS:
            self._refused.clear()
        self._refused[key] = time.monotonic() + wait
        return wait


def init_rates(app: Flask, config: Config) -> None:
    """Let *app* count rates as *config* says."""
    app.extensions[_NAME] = Rates(config)


def get_rates() -> Rates:
    """Return the rates of the app that serves this request."""
    return cast("Rates", current_app.extensions[_NAME])


def _make_shared(name: str, sentence: str, per_minute: int, batch: int = 1) -> Rate:
    by_address, by_person = RateLimitItemPerMinute(per_minute * PEOPLE), RateLimitItemPerMinute(per_minute)
    return Rate(name, sentence, by_address, by_person, batch)
