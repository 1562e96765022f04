"""The Flask app factory, and gunicorn configured to run it."""

import gc
import logging
import socket
from collections.abc import Callable
from dataclasses import replace
from typing import Any
from wsgiref.types import WSGIApplication

from flask import Flask
from flask.json.provider import DefaultJSONProvider
from flask_migrate import Migrate
from sqlalchemy.exc import OperationalError
from werkzeug.middleware.proxy_fix import ProxyFix

from labmapper import paths
from labmapper.config import Config
from labmapper.persistence.database.connection import db, dispose, init_database
from labmapper.persistence.database.offered_connections import find_share
from labmapper.persistence.database.schema import SchemaError, check_key_file, check_keys, check_schema, upgrade
from labmapper.persistence.sealing.encryption import EncryptionError
from labmapper.persistence.sealing.keyring import load_keyring
from labmapper.web.routes import init_web
from labmapper.web.server.addresses import PlainHosts, SubPath
from labmapper.web.server.gunicorn_server import Server
from labmapper.web.server.heavy_requests import refuse_heavy_requests
from labmapper.web.server.logs import configure_logging
from labmapper.web.server.metrics import end_counting, share_counts
from labmapper.web.server.upkeep import begin_upkeep
from labmapper.web.server.workers import Worker
from labmapper.web.services import get_services, init_services
from labmapper.web.static_files.assets import get_assets

# How many more objects there are before Python looks for garbage among them: about what a drawing of 1,000 nodes makes; where
# drawings are compiled, one of 8,000, for it would look at one of 5,000 five times.
_NEW_OBJECTS = 50_000
_NEW_OBJECTS_COMPUTING = 400_000

_log = logging.getLogger("labmapper.server")


class _Json(DefaultJSONProvider):
    """Writes JSON as it was drawn: keys in their order, letters as themselves."""

    ensure_ascii = False
    sort_keys = False


class _App(Flask):
    """Flask, which would look at every function at every call whether it is asynchronous: none is."""

    def ensure_sync(self, func: Callable[..., Any]) -> Callable[..., Any]:
        """Return *func* as it is."""
        return func


def create_app(config: Config) -> Flask:
    """Return the app for *config*. It needs its database only when the first request comes."""
    app = _App(
        "labmapper",
        template_folder=str(paths.TEMPLATES),
        static_folder=None,  # init_web sends them, compressed
    )
    check_key_file(config)
    keyring = load_keyring(config)
    app.config.update(
        SECRET_KEY=keyring.secret_key,
        MAX_CONTENT_LENGTH=config.max_body,
        MAX_FORM_MEMORY_SIZE=config.max_body,
        MAX_FORM_PARTS=100,
        PREFERRED_URL_SCHEME="https" if config.is_behind_tls else "http",
        APPLICATION_ROOT=config.path or "/",
    )
    app.json = _Json(app)
    app.wsgi_app = _stand_before(app.wsgi_app, config)  # type: ignore[assignment,method-assign] # as Flask documents it
    init_database(app, config)
    Migrate(app, db, directory=str(paths.MIGRATIONS))
    init_services(app, config, keyring.cipher)
    init_web(app, config)
    return app


def _stand_before(app: WSGIApplication, config: Config) -> WSGIApplication:
    """Return *app* behind what looks at the address of each request: first what proxies say of it, then the path, then the host."""
    app = PlainHosts(app)
    if config.path:
        app = SubPath(app, config.path)
    if config.proxies:
        # No X-Forwarded-Prefix: proxies pass on what clients send of it, and the path is a setting.
        app = ProxyFix(app, x_for=config.proxies, x_proto=config.proxies, x_host=config.proxies)
    return app


class StartError(Exception):
    """The server cannot start; the message says why and what to do."""


def prepare(config: Config, *, migrate: bool | None = None) -> None:
    """Bring the database up to date, and make sure that what is stored can be used.

    Without a word about *migrate*, only an embedded database is brought up to date.

    Raises:
        StartError: It cannot, and nothing was changed.
    """
    try:
        app = create_app(config)
        try:
            if config.is_embedded if migrate is None else migrate:
                upgrade(app, config)
            check_schema(app)
            check_keys(app, get_services(app).cipher)
        finally:
            dispose(app)
    except (EncryptionError, SchemaError) as error:
        raise StartError(str(error)) from error
    except OperationalError as error:
        raise StartError(f"The database does not answer: {str(error.orig).strip()}") from error
    except OSError as error:
        raise StartError(f"The data directory {config.data_directory} cannot be used: {error.strerror}.") from error


def _share_connections(config: Config) -> Config:
    """Return *config* with no more connections for each process than its share of what Postgres offers; say where that is short."""
    share = None if config.is_embedded else find_share(config)
    if share is None or not share.is_short:
        return config
    _log.warning(
        "Postgres offers %d connections and all threads want %d: each process takes %d at most, and its threads wait for one another. "
        "Raise max_connections, or lower LABMAPPER_THREADS or LABMAPPER_WORKERS",
        share.offered,
        share.wanted,
        share.each,
        extra={"event": "connections-short"},
    )
    return replace(config, most_connections=share.each)


def serve(config: Config) -> None:
    """Run the server of *config* until it is stopped, with its database made ready before.

    Raises:
        StartError: The address, the database or the data directory cannot be used.
    """
    _check_address(config.host, config.port, "LABMAPPER_HOST and LABMAPPER_PORT")
    if config.metrics_port:
        _check_address(config.metrics_host, config.metrics_port, "LABMAPPER_METRICS_HOST and LABMAPPER_METRICS_PORT")
        share_counts()
    configure_logging(config.log_level)
    try:
        prepare(config)
        config = _share_connections(config)
        get_assets(config).pack()
    except BaseException:
        end_counting()
        raise
    Server(config, lambda: _load(config), _begin_work).run()


def _check_address(host: str, port: int, settings: str) -> None:
    """Make sure that nobody else listens where the server shall; gunicorn itself would only try again and again."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError as error:
            raise StartError(
                f"Labmapper cannot listen at {host}, port {port}: {error.strerror}. "
                f"Stop the program that does, or choose others with {settings}."
            ) from error


def _load(config: Config) -> Flask:
    """Return the app of a worker."""
    configure_logging(config.log_level)
    return create_app(config)


def tune_collector(*, computes: bool = False) -> None:
    """Let Python look for garbage among what requests make only, and seldom.

    Checking a drawing makes so many objects that it would look several times; what stays for as long as the process is
    not worth looking at.
    """
    gc.collect()
    gc.freeze()
    gc.set_threshold(_NEW_OBJECTS_COMPUTING if computes else _NEW_OBJECTS)


def _begin_work(worker: Worker) -> None:
    """Let *worker* collect garbage among its requests only. One that computes does nothing else, the others compute nothing."""
    tune_collector(computes=worker.computes)
    if not worker.computes:
        refuse_heavy_requests(worker.wsgi)
        begin_upkeep(worker.wsgi)
