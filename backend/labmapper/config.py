"""The settings: read once from ``LABMAPPER_*`` variables, then passed on as one value.

A secret ``X`` may also be named by ``X_FILE``, the path of a file that holds it, as container secrets do.
Every complaint names the variable, so that it can be mended without reading this module.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from importlib.util import find_spec
from pathlib import Path
from typing import TypeVar

PREFIX = "LABMAPPER_"
MEBIBYTE = 1024 * 1024

_Choice = TypeVar("_Choice")

# What stands in an address as it is, in parts that are neither empty nor lead elsewhere.
_PATH = re.compile(r"/|(?:/(?!\.{1,2}(?:/|$))[A-Za-z0-9._~-]+)+/?")

_SECRETS = ("DATABASE_URL", "SECRET_KEY", "ENCRYPTION_KEYS", "RATES_URL")
_PLAIN = (
    "ACCOUNT_DIAGRAMS",
    "ACCOUNT_MIB",
    "ALL_GUESTS_MIB",
    "DATABASE_MIB",
    "DATA_DIR",
    "DRAIN_SECONDS",
    "FREE_MIB",
    "GUEST_BODY_MIB",
    "GUEST_DAYS",
    "GUEST_DIAGRAMS",
    "GUEST_MIB",
    "GUESTS_PER_HOUR",
    "HEAVY_PER_MINUTE",
    "HOST",
    "LOGIN_HOURS",
    "LOGIN_IDLE_HOURS",
    "LOG_LEVEL",
    "MAX_BODY_MIB",
    "METRICS_HOST",
    "METRICS_PORT",
    "PATH",
    "PORT",
    "PROXIES",
    "REGISTRATION",
    "REGISTRATIONS_PER_HOUR",
    "REMEMBER_DAYS",
    "REMEMBER_IDLE_DAYS",
    "THREADS",
    "TLS",
    "TRANSLATIONS",
    "TRASH_DAYS",
    "UPLOADS_PER_MINUTE",
    "WORKERS",
)
SETTINGS = tuple(sorted([*_PLAIN, *_SECRETS, *(f"{name}_FILE" for name in _SECRETS)]))


_RATES = ("valkey://", "valkeys://", "valkey+unix://", "redis://", "rediss://", "redis+unix://")


class ConfigError(ValueError):
    """A setting is missing, misspelt or out of range; the message names the variable."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Config:
    """Everything that differs between two installations.

    Without *secret_key* and *encryption_keys* both are made once and kept in *data_directory*. *are_sources_plain* is for
    the server that developers use, and no variable sets it: scripts and styles go out as they are written. *path* is the part of
    the address before every page, as in ``/labmapper``, or nothing. *most_connections* is how many a process may have to its database,
    or 0 where nobody counts; no variable sets it, for the server asks Postgres.
    """

    data_directory: Path
    database_url: str
    secret_key: str | None = None
    encryption_keys: str | None = None
    host: str = "127.0.0.1"
    port: int = 8000
    path: str = ""
    metrics_host: str = "127.0.0.1"
    metrics_port: int = 0
    drain_seconds: int = 0
    workers: int = 2
    threads: int = 8
    most_connections: int = 0
    is_behind_tls: bool = False
    proxies: int = 0
    is_registration_open: bool = True
    login_idle_hours: int = 4
    login_hours: int = 12
    remember_idle_days: int = 14
    remember_days: int = 30
    guest_days: int = 30
    trash_days: int = 30
    guest_diagrams: int = 100
    guest_space: int = 200 * MEBIBYTE
    all_guests_space: int = 20_480 * MEBIBYTE
    account_diagrams: int = 20_000
    account_space: int = 10_240 * MEBIBYTE
    free_space: int = 512 * MEBIBYTE
    database_space: int = 0
    guests_per_hour: int = 300
    registrations_per_hour: int = 100
    uploads_per_minute: int = 60
    heavy_per_minute: int = 600
    rates_url: str | None = None
    max_body: int = 16 * MEBIBYTE
    guest_body: int = 4 * MEBIBYTE
    translations: Path | None = None
    are_sources_plain: bool = False
    log_level: str = "INFO"

    @property
    def is_embedded(self) -> bool:
        """Return whether the database is a SQLite file that this installation looks after itself."""
        return self.database_url.startswith("sqlite:")

    @property
    def connections(self) -> int:
        """How many connections to the database one process may have: one for each of its threads, or fewer where there are not so many."""
        threads = self.threads + 2 * count_threads_aside(self.threads)
        return min(threads, self.most_connections or threads)


def count_threads_aside(threads: int) -> int:
    """Return how many threads a process with so many *threads* has beside them for long bodies, and again for passwords."""
    return max(1, threads // 4)


def load_config(env: Mapping[str, str]) -> Config:
    """Return the settings that the variables *env* hold.

    Raises:
        ConfigError: A variable is misspelt or holds what it cannot mean.
    """
    _check_names(env)
    read = _Reader(env)
    data_directory = read.path("DATA_DIR", _find_default_directory(env))
    return Config(
        data_directory=data_directory,
        database_url=_check_url(read.secret("DATABASE_URL"), data_directory),
        secret_key=_check_secret_key(read.secret("SECRET_KEY")),
        encryption_keys=read.secret("ENCRYPTION_KEYS"),
        host=read.text("HOST", "127.0.0.1"),
        port=read.number("PORT", 8000, 0, 65535),
        path=_check_path(read.text("PATH", "/")),
        metrics_host=read.text("METRICS_HOST", "127.0.0.1"),
        metrics_port=_check_metrics_port(read),
        drain_seconds=read.number("DRAIN_SECONDS", 0, 0, 300),
        workers=read.number("WORKERS", 2, 1, 64),
        threads=read.number("THREADS", 8, 1, 256),
        is_behind_tls=read.choice("TLS", {"yes": True, "no": False}, "no"),
        proxies=read.number("PROXIES", 0, 0, 10),
        is_registration_open=read.choice("REGISTRATION", {"open": True, "closed": False}, "open"),
        login_idle_hours=read.number("LOGIN_IDLE_HOURS", 4, 1, 10_000),
        login_hours=read.number("LOGIN_HOURS", 12, 1, 10_000),
        remember_idle_days=read.number("REMEMBER_IDLE_DAYS", 14, 1, 3650),
        remember_days=read.number("REMEMBER_DAYS", 30, 1, 3650),
        guest_days=read.number("GUEST_DAYS", 30, 1, 3650),
        trash_days=read.number("TRASH_DAYS", 30, 1, 3650),
        guest_diagrams=read.number("GUEST_DIAGRAMS", 100, 1, 1_000_000),
        guest_space=read.number("GUEST_MIB", 200, 1, 1_000_000) * MEBIBYTE,
        all_guests_space=read.number("ALL_GUESTS_MIB", 20_480, 1, 100_000_000) * MEBIBYTE,
        account_diagrams=read.number("ACCOUNT_DIAGRAMS", 20_000, 1, 1_000_000),
        account_space=read.number("ACCOUNT_MIB", 10_240, 1, 1_000_000) * MEBIBYTE,
        free_space=read.number("FREE_MIB", 512, 0, 100_000_000) * MEBIBYTE,
        database_space=read.number("DATABASE_MIB", 0, 0, 100_000_000) * MEBIBYTE,
        guests_per_hour=read.number("GUESTS_PER_HOUR", 300, 1, 1_000_000),
        registrations_per_hour=read.number("REGISTRATIONS_PER_HOUR", 100, 1, 1_000_000),
        uploads_per_minute=read.number("UPLOADS_PER_MINUTE", 60, 1, 1_000_000),
        heavy_per_minute=read.number("HEAVY_PER_MINUTE", 600, 1, 1_000_000),
        rates_url=_check_rates_url(read.secret("RATES_URL")),
        max_body=read.number("MAX_BODY_MIB", 16, 1, 1024) * MEBIBYTE,
        guest_body=read.number("GUEST_BODY_MIB", 4, 1, 1024) * MEBIBYTE,
        translations=read.directory("TRANSLATIONS"),
        log_level=read.choice("LOG_LEVEL", {name: name for name in ("DEBUG", "INFO", "WARNING", "ERROR")}, "INFO"),
    )


class _Reader:
    """Reads one kind of value each from the variables, with complaints that name the variable."""

    def __init__(self, env: Mapping[str, str]) -> None:
        self._env = env

    def text(self, name: str, default: str) -> str:
        return self._env.get(PREFIX + name, "").strip() or default

    def path(self, name: str, default: Path) -> Path:
        given = self._env.get(PREFIX + name, "").strip()
        return Path(given).expanduser().resolve() if given else default

    def directory(self, name: str) -> Path | None:
        given = self._env.get(PREFIX + name, "").strip()
        if given and not Path(given).is_dir():
            raise ConfigError(f"{PREFIX}{name} is '{given}', which is not a directory.")
        return Path(given).resolve() if given else None

    def number(self, name: str, default: int, least: int, most: int) -> int:
        given = self.text(name, str(default))
        if not given.isascii() or not given.isdigit() or not least <= int(given) <= most:
            raise ConfigError(f"{PREFIX}{name} is '{given}'; it must be a whole number from {least} to {most}.")
        return int(given)

    def choice(self, name: str, choices: Mapping[str, _Choice], default: str) -> _Choice:
        given = self.text(name, default)
        if given not in choices:
            raise ConfigError(f"{PREFIX}{name} is '{given}'; it must be one of: {', '.join(choices)}.")
        return choices[given]

    def secret(self, name: str) -> str | None:
        """Return the secret from the variable or from the file it names; never both."""
        plain, file = self._env.get(PREFIX + name, ""), self._env.get(f"{PREFIX}{name}_FILE", "")
        if plain and file:
            raise ConfigError(f"{PREFIX}{name} and {PREFIX}{name}_FILE are both set; keep one of them.")
        if not file:
            return plain.strip() or None
        try:
            content = Path(file).read_text(encoding="utf-8").strip()
        except (OSError, UnicodeDecodeError) as error:
            raise ConfigError(f"{PREFIX}{name}_FILE names '{file}', which cannot be read: {error}.") from error
        if not content:
            raise ConfigError(f"{PREFIX}{name}_FILE names '{file}', which is empty.")
        return content


def _check_names(env: Mapping[str, str]) -> None:
    """Refuse a variable that is one slip away from a setting; others may belong to the surroundings."""
    for variable in env:
        name = variable.removeprefix(PREFIX)
        if name == variable or name in SETTINGS:
            continue
        for meant in get_close_matches(name, SETTINGS, n=1, cutoff=0.85):
            raise ConfigError(f"{variable} is not a setting. Did you mean {PREFIX}{meant}?")


def _find_default_directory(env: Mapping[str, str]) -> Path:
    base = env.get("XDG_DATA_HOME", "")
    return (Path(base) if base else Path.home() / ".local" / "share") / "labmapper"


def _check_url(url: str | None, data_directory: Path) -> str:
    if url is None:
        return f"sqlite:///{data_directory / 'labmapper.db'}"
    if url.startswith(("postgresql://", "postgres://")):
        return "postgresql+psycopg2://" + url.split("://", 1)[1]
    if url.startswith(("postgresql+psycopg2://", "sqlite:///")):
        return url
    raise ConfigError(
        f"{PREFIX}DATABASE_URL must begin with 'postgresql://' or 'sqlite:///'; it begins with '{url.split(':', 1)[0][:20]}:'."
    )


def _check_path(path: str) -> str:
    """Return *path*, under which the pages lie, without the slash at its end."""
    if not _PATH.fullmatch(path):
        raise ConfigError(f"{PREFIX}PATH is '{path}'; it must be '/' or a path such as '/labmapper'.")
    return path.rstrip("/")


def _check_metrics_port(read: "_Reader") -> int:
    """Return the port of the metrics, 0 where there are none; the public address must never show them."""
    port = read.number("METRICS_PORT", 0, 0, 65535)
    if port and port == read.number("PORT", 8000, 0, 65535):
        raise ConfigError(f"{PREFIX}METRICS_PORT is {port}, as {PREFIX}PORT is; the metrics need a port of their own.")
    return port


def _check_rates_url(url: str | None) -> str | None:
    if url is None:
        return None
    if not url.startswith(_RATES):
        raise ConfigError(f"{PREFIX}RATES_URL must begin with 'valkey://' or 'redis://', or with 'valkeys://' for TLS.")
    if find_spec("valkey") is None:
        raise ConfigError(f"{PREFIX}RATES_URL needs a package that is not installed: pip install 'labmapper[valkey]'.")
    return url


def _check_secret_key(key: str | None) -> str | None:
    if key is not None and len(key) < 32:  # noqa: PLR2004 - said in the message
        raise ConfigError(
            f"{PREFIX}SECRET_KEY is {len(key)} characters long; it must be at least 32 random characters."
        )
    return key
