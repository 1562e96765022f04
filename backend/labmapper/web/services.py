"""What a request works with: the settings, and the store on this request's database session."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import cast

from flask import Flask, current_app

from labmapper.config import Config
from labmapper.persistence.accounts.attempts import Attempts
from labmapper.persistence.accounts.log_ins import LogIns
from labmapper.persistence.accounts.tokens import Tokens
from labmapper.persistence.accounts.users import Users
from labmapper.persistence.database.connection import db
from labmapper.persistence.diagrams import Diagrams
from labmapper.persistence.lab_files import LabFiles
from labmapper.persistence.mappings import Mappings
from labmapper.persistence.pictures import Pictures
from labmapper.persistence.quotas import measure_guests
from labmapper.persistence.revisions import Revisions
from labmapper.persistence.sealing.encryption import Cipher
from labmapper.persistence.store import Limit, Limits, Store, read_clock
from labmapper.persistence.total_space import TotalSpace
from labmapper.persistence.uploads import Uploads

_NAME = "labmapper"


@dataclass(slots=True)
class Services:
    """What the app holds for all requests; tests set the *clock*, and where metrics are on they *count* events of security."""

    config: Config
    cipher: Cipher
    total: TotalSpace
    clock: Callable[[], datetime] = read_clock
    count_event: Callable[[str, str], None] = lambda event, code: None  # noqa: ARG005 - where nobody counts


def init_services(app: Flask, config: Config, cipher: Cipher) -> None:
    """Let *app* hold *config* and *cipher* for its requests."""
    app.extensions[_NAME] = Services(config, cipher, TotalSpace(config, measure_guests))


def get_services(app: Flask | None = None) -> Services:
    """Return the services of *app*, or of the app that serves this request."""
    return cast("Services", (app or current_app).extensions[_NAME])


def get_config() -> Config:
    """Return the settings."""
    return get_services().config


def get_store() -> Store:
    """Return the store on the database session of this request."""
    services = get_services()
    return Store(db.session, services.cipher, build_limits(services.config), services.total, services.clock)


def check_room() -> None:
    """Raise NoRoom where nothing new can be kept."""
    get_services().total.check(db.session, is_guest=False)


def build_limits(config: Config) -> Limits:
    """Return how much *config* lets people keep."""
    return Limits(
        Limit(config.guest_diagrams, config.guest_space), Limit(config.account_diagrams, config.account_space)
    )


def get_diagrams() -> Diagrams:
    """Return the saved diagrams."""
    return Diagrams(get_store())


def get_lab_files() -> LabFiles:
    """Return the lab files that are kept with diagrams."""
    return LabFiles(get_store())


def get_mappings() -> Mappings:
    """Return the generated mappings."""
    return Mappings(get_store())


def get_pictures() -> Pictures:
    """Return the pictures that lie on diagrams."""
    return Pictures(get_store())


def get_revisions() -> Revisions:
    """Return the history of the diagrams."""
    return Revisions(get_store())


def get_uploads() -> Uploads:
    """Return the uploads of the fallback page."""
    return Uploads(get_store())


def get_tokens() -> Tokens:
    """Return the personal tokens for scripts."""
    return Tokens(get_store())


def get_log_ins() -> LogIns:
    """Return the log-ins."""
    return LogIns(get_store(), get_config())


def get_users() -> Users:
    """Return the people with an account."""
    return Users(get_store())


def get_attempts() -> Attempts:
    """Return the failed log-ins."""
    return Attempts(get_store())
