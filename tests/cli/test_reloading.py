"""A checkout of its own is changed while it is served."""

import re
import shutil
import socket
import time
from collections.abc import Callable, Iterator
from http.client import HTTPException
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

import pytest

from labmapper import paths
from support.server.server import PLAIN, run_server

pytestmark = pytest.mark.long

PACKAGE = Path(paths.__file__).parent
SECONDS = 120


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """Return a copy of what is served, in the places of a checkout, and of what is compiled of it: it is of the same age."""
    root = tmp_path / "checkout"
    for source, target in (
        (PACKAGE, "backend/labmapper"),
        (paths.TEMPLATES, "templates"),
        (paths.STATIC, "frontend/static"),
        (paths.MIGRATIONS, "migrations"),
        (paths.TRANSLATIONS, "translations"),
    ):
        shutil.copytree(source, root / target)
    (root / "pyproject.toml").touch()
    return root


@pytest.fixture
def address(checkout: Path, tmp_path: Path) -> Iterator[str]:
    with socket.create_server(("127.0.0.1", 0)) as probe:
        port = probe.getsockname()[1]
    settings = {"PYTHONPATH": str(checkout / "backend")}
    with run_server(tmp_path, port, settings, ["--reload"], command=PLAIN) as address:
        yield address


def fetch(url: str) -> str:
    with urlopen(url, timeout=SECONDS) as answer:
        text: str = answer.read().decode()
    return text


def fetch_static(address: str, name: str) -> str:
    """Return the static file *name*, as the page of the log-in names it by now."""
    found = re.search(r"/static/\w+/", fetch(f"{address}/login"))
    assert found is not None
    return fetch(f"{address}{found[0]}{name}")


def replace(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def wait_for(is_there: Callable[[], bool]) -> bool:
    """Return whether *is_there* becomes true; a process that starts again may end a connection."""
    end = time.monotonic() + SECONDS
    while time.monotonic() < end:
        try:
            if is_there():
                return True
        except (URLError, ConnectionError, HTTPException):
            pass
        time.sleep(0.1)
    return False


def test_a_changed_file_is_served_at_once(checkout: Path, address: str) -> None:
    template, style, script = (
        checkout / name for name in ("templates/login.html", "frontend/static/css/new.css", "frontend/static/js/new.js")
    )
    assert "Changed" not in fetch(f"{address}/login")

    replace(template, "No account yet?", "Changed")
    style.write_text("b { color: red }", encoding="utf-8")
    script.write_text("new Thing();", encoding="utf-8")

    assert "Changed" in fetch(f"{address}/login")
    assert fetch_static(address, "css/new.css") == "b { color: red }"
    assert fetch_static(address, "js/new.js") == "new Thing();"


def test_changed_python_starts_the_server_again(checkout: Path, address: str) -> None:
    assert "well" not in fetch(f"{address}/healthz")

    replace(checkout / "backend/labmapper/web/server/health.py", '_WELL = "ok"', '_WELL = "well"')

    assert wait_for(lambda: "well" in fetch(f"{address}/healthz"))


def test_it_needs_a_port(tmp_path: Path) -> None:
    with (
        pytest.raises(RuntimeError, match="set LABMAPPER_PORT"),
        run_server(tmp_path, 0, options=["--reload"], command=PLAIN),
    ):
        pass
