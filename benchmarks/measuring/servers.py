"""What is measured: ``labmapper serve`` on a database that waits for the disk, and a bare Flask route, served alike."""

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from tempfile import TemporaryDirectory

from flask import Flask, Response, jsonify, request

from support.server.databases import run_postgres
from support.server.server import ANNOUNCEMENT, UNHURRIED

_BARE = "The bare route is at "
# With so many threads 32 clients may wait for a seat; with fewer some are asked to come again.
THREADS = 64
DATABASES = ("postgres", "sqlite")
_ALIKE = {"bind": "127.0.0.1:0", "threads": THREADS, "worker_class": "gthread", "loglevel": "warning"}

bare = Flask(__name__)


@bare.get("/")
def answer() -> dict[str, str]:
    """Answer what costs nothing."""
    return {"status": "ok"}


@bare.post("/")
def answer_back() -> Response:
    """Answer what was sent, read as JSON and written again."""
    return jsonify(request.get_json())


@bare.get("/visit/<int:size>")
def answer_page(size: int) -> str:
    """Answer a page with one script of *size* bytes, which asks once and shows the answer."""
    return f'<!doctype html><script type="module" src="/script/{size}"></script><p id="status"></p>'


@bare.get("/script/<int:size>")
def answer_script(size: int) -> Response:
    """Answer that script."""
    script = "fetch('/').then(a=>a.json()).then(a=>{document.getElementById('status').textContent=`1 ${a.status}`});//"
    response = Response(script.ljust(size, "."), content_type="text/javascript")
    response.cache_control.max_age = 3600
    return response


@contextmanager
def make_settings(database: str = "postgres") -> Iterator[dict[str, str]]:
    """Yield the settings of a Labmapper on a *database* of its own, one of DATABASES, brought up to date."""
    with ExitStack() as stack:
        directory = stack.enter_context(TemporaryDirectory())
        settings = UNHURRIED | {
            "LABMAPPER_DATA_DIR": directory,
            "LABMAPPER_PORT": "0",
            "LABMAPPER_LOG_LEVEL": "WARNING",
        }
        if database == "postgres":
            url = stack.enter_context(run_postgres(spares_disk=False))
            settings["LABMAPPER_DATABASE_URL"] = url.replace("+psycopg2", "")
        subprocess.run(
            [sys.executable, "-m", "labmapper", "db", "upgrade"],
            env=os.environ | settings,
            check=True,
            stdout=subprocess.DEVNULL,
        )
        yield settings


@contextmanager
def serve_labmapper(settings: dict[str, str]) -> Iterator[str]:
    """Yield the address of a server with *settings*."""
    with _run([sys.executable, "-m", "labmapper", "serve"], ANNOUNCEMENT, settings) as address:
        yield address


@contextmanager
def serve_bare() -> Iterator[str]:
    """Yield the address of the bare route."""
    with _run([sys.executable, __file__], _BARE, {}) as address:
        yield address


@contextmanager
def serve_usermapper_web(folder: str) -> Iterator[str]:
    """Yield the address of usermapper-web, one process that keeps its files in *folder*."""
    settings = {"TMPDIR": folder, "PYTHONPATH": os.pathsep.join(sys.path)}
    with _run([sys.executable, "-m", "measuring.usermapper_web"], "usermapper-web is at ", settings) as address:
        yield address


@contextmanager
def _run(command: list[str], announcement: str, settings: dict[str, str]) -> Iterator[str]:
    """Yield the address that *command* prints after *announcement*."""
    with subprocess.Popen(command, env=os.environ | settings, stdout=subprocess.PIPE, text=True) as process:
        try:
            line = next(line for line in process.stdout or () if line.startswith(announcement))
            yield line.removeprefix(announcement).strip().rstrip("/")
        finally:
            process.terminate()


def run_flask(app: Flask, announcement: str, *, workers: int) -> None:
    """Serve *app* by the gunicorn that serves Labmapper, with as many threads, and print its address after *announcement*."""
    from gunicorn.app.base import BaseApplication  # noqa: PLC0415 - only the server's process needs it

    class Server(BaseApplication):  # type: ignore[misc] # gunicorn carries no types
        def load_config(self) -> None:
            for name, value in (_ALIKE | {"workers": workers}).items():
                self.cfg.set(name, value)
            self.cfg.set("when_ready", lambda arbiter: print(announcement + str(arbiter.LISTENERS[0]), flush=True))

        def load(self) -> Flask:
            return app

    Server().run()


if __name__ == "__main__":
    run_flask(bare, _BARE, workers=2)
