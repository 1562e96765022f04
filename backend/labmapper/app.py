"""The Flask app factory, and gunicorn configured to run it."""

import gc
import logging
import socket
import threading

from flask import Flask
from flask.json.provider import DefaultJSONProvider
from flask_migrate import Migrate
from gunicorn.app.base import BaseApplication
from gunicorn.arbiter import Arbiter
from gunicorn.workers.base import Worker
from sqlalchemy.exc import OperationalError, SQLAlchemyError
from werkzeug.middleware.proxy_fix import ProxyFix

from labmapper import paths
from labmapper.config import Config
from labmapper.persistence.database.connection import db, dispose, init_database
from labmapper.persistence.database.schema import SchemaError, check_keys, check_schema, upgrade
from labmapper.persistence.sealing.encryption import EncryptionError
from labmapper.persistence.sealing.keyring import load_keyring
from labmapper.persistence.upkeep import purge
from labmapper.web.routes import init_web
from labmapper.web.server.logs import configure_logging
from labmapper.web.server.slow_clients import Worker as PatientWorker
from labmapper.web.services import get_services, get_store, init_services
from labmapper.web.static_files.assets import get_assets

_UPKEEP_SECONDS = 3600
# How many more objects there are before Python looks for garbage among them: about what a drawing of 1,000 nodes makes.
_NEW_OBJECTS = 50_000

_log = logging.getLogger("labmapper.upkeep")


class _Json(DefaultJSONProvider):
    """Writes JSON as it was drawn: keys in their order, letters as themselves."""

    ensure_ascii = False
    sort_keys = False


def create_app(config: Config) -> Flask:
    """Return the app for *config*. It needs its database only when the first request comes."""
    app = Flask(
        "labmapper",
        template_folder=str(paths.TEMPLATES),
        static_folder=None,  # init_web sends them, compressed
    )
    keyring = load_keyring(config)
    app.config.update(
        SECRET_KEY=keyring.secret_key,
        MAX_CONTENT_LENGTH=config.max_body,
        MAX_FORM_MEMORY_SIZE=config.max_body,
        MAX_FORM_PARTS=100,
        PREFERRED_URL_SCHEME="https" if config.is_behind_tls else "http",
    )
    app.json = _Json(app)
    if config.proxies:
        count = config.proxies
        app.wsgi_app = ProxyFix(  # type: ignore[method-assign] # as Flask documents it
            app.wsgi_app, x_for=count, x_proto=count, x_host=count, x_prefix=count
        )
    init_database(app, config)
    Migrate(app, db, directory=str(paths.MIGRATIONS))
    init_services(app, config, keyring.cipher)
    init_web(app, config)
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


def serve(config: Config) -> None:
    """Run the server of *config* until it is stopped, with its database made ready before.

    Raises:
        StartError: The address, the database or the data directory cannot be used.
    """
    _check_address(config)
    prepare(config)
    get_assets(config).pack()
    _Server(config).run()


def _check_address(config: Config) -> None:
    """Make sure that nobody else listens where the server shall; gunicorn itself would only try again and again."""
    family = socket.AF_INET6 if ":" in config.host else socket.AF_INET
    with socket.socket(family) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((config.host, config.port))
        except OSError as error:
            raise StartError(
                f"Labmapper cannot listen at {config.host}, port {config.port}: {error.strerror}. "
                "Stop the program that does, or choose others with LABMAPPER_HOST and LABMAPPER_PORT."
            ) from error


class _Server(BaseApplication):  # type: ignore[misc] # gunicorn carries no types
    """gunicorn, with its settings from ours. Each worker makes an app of its own: connections are not shared."""

    def __init__(self, config: Config) -> None:
        self._config = config
        super().__init__()

    def load_config(self) -> None:
        host = f"[{self._config.host}]" if ":" in self._config.host else self._config.host
        settings = {
            "bind": f"{host}:{self._config.port}",
            "workers": self._config.workers,
            "worker_class": PatientWorker,
            "threads": self._config.threads,
            "timeout": 120,
            "graceful_timeout": 30,
            "keepalive": 5,
            "loglevel": "warning",
            "control_socket_disable": True,
            "when_ready": _announce,
            "post_worker_init": _begin_work,
        }
        for name, value in settings.items():
            if name in self.cfg.settings:  # older ones have no control socket to disable
                self.cfg.set(name, value)

    def load(self) -> Flask:
        configure_logging(self._config.log_level)
        return create_app(self._config)


def _announce(arbiter: Arbiter) -> None:
    for listener in arbiter.LISTENERS:
        print(f"Labmapper is at {listener}/", flush=True)  # noqa: T201 - said to who started it


def tune_collector() -> None:
    """Let Python look for garbage among what requests make only, and seldom.

    Checking a drawing makes so many objects that it would look several times; what stays for as long as the process is
    not worth looking at.
    """
    gc.collect()
    gc.freeze()
    gc.set_threshold(_NEW_OBJECTS)


def _begin_work(worker: Worker) -> None:
    """Let *worker* collect garbage among its requests only, and remove what has expired, at once and then every hour."""
    tune_collector()
    app: Flask = worker.wsgi
    threading.Thread(target=_keep_up, args=(app,), daemon=True, name="upkeep").start()


def _keep_up(app: Flask) -> None:
    pause = threading.Event()
    while True:
        with app.app_context():
            try:
                purge(get_store(), get_services().config)
            except SQLAlchemyError as error:
                _log.warning("upkeep", extra={"event": "upkeep", "error": type(error).__name__})
        pause.wait(_UPKEEP_SECONDS)
