"""Removes what has expired, once an hour while the server runs. Where that is unusually much, the clock may be wrong, and it waits."""

import logging
import threading
import time
from dataclasses import asdict

from flask import Flask
from sqlalchemy.exc import SQLAlchemyError

from labmapper.persistence.database.faults import describe_fault
from labmapper.persistence.upkeep import count_expired, purge
from labmapper.web.services import get_services, get_store

_PAUSE = 3600.0
# Whoever runs the server has so long to look at its clock. Then what has expired goes, however much: it may be the holidays.
PATIENCE = 24 * 3600.0

_log = logging.getLogger("labmapper.upkeep")


def begin_upkeep(app: Flask) -> None:
    """Let a thread of its own look after the database of *app*, at once and then every hour."""
    threading.Thread(target=_keep_up, args=(app,), daemon=True, name="upkeep").start()


def remove_expired(app: Flask, running: float) -> bool:
    """Remove what has expired, and return whether that was done; *running* are the seconds since the server began.

    It waits where more than a tenth of all would go, and says so in the log, until the server has run for a day.
    """
    with app.app_context():
        config = get_services().config
        try:
            expired = count_expired(get_store(), config)
            if expired.is_suspicious and running < PATIENCE:
                _log.warning(
                    "more than a tenth of all diagrams has expired: is the clock right? They are removed when the server "
                    "has run for a day, or now by 'labmapper purge'",
                    extra={"event": "purge-held", "diagrams": asdict(expired)},
                )
                return False
            purge(get_store(), config)
        except SQLAlchemyError as error:
            _log.warning("upkeep", extra={"event": "upkeep", **describe_fault(error)})
            return False
        return True


def _keep_up(app: Flask) -> None:
    # The monotonic clock does not jump where the other one does.
    begun, pause = time.monotonic(), threading.Event()
    while True:
        remove_expired(app, time.monotonic() - begun)
        pause.wait(_PAUSE)
