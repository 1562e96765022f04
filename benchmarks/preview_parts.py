"""What the answer to one change consists of on the server: the milliseconds of the processor for each part, in one process.

As ``parts.py`` measures saves, but nothing here waits for a database, so other processes hardly touch the figures. The
columns are what the drawer shows: nothing, the XML, the YAML.
"""

import json
import time
from collections.abc import Callable

from compile import draw
from flask import Flask
from flask.sessions import SecureCookieSessionInterface
from flask.testing import FlaskClient
from flask_wtf.csrf import CSRFProtect
from measuring.stopwatch import Stopwatch
from parts import REST, expect_success, measure, run_app, show

from labmapper.core.drawing.document import render_diagram
from labmapper.formats import guacamole_user_mapping, usermapper_config
from labmapper.web import previews as files
from labmapper.web.api import previews as answers

# Nodes, and how often each answer is measured.
SIZES = {200: 40, 1_000: 16, 5_000: 4}
SHOWN: dict[str, list[str]] = {"closed": [], "XML": ["xml"], "YAML": ["yaml"]}


def watch_preview(stopwatch: Stopwatch, app: Flask) -> None:
    """Let *stopwatch* time the parts of a preview of *app*."""
    for part, owner, *names in (
        ("session and CSRF token", SecureCookieSessionInterface, "open_session", "save_session"),
        ("session and CSRF token", CSRFProtect, "protect"),
        ("JSON to and from text", json, "loads", "dumps"),
        ("read and check", answers, "find_diagram_quickly"),
        ("compile and find problems", answers, "compile_diagram"),
        ("how counts expand", answers, "describe"),
        ("hide secrets", files, "mask_lab"),
    ):
        stopwatch.watch(part, owner, *names)
    stopwatch.watch_pieces("write the XML", guacamole_user_mapping, "render_mapping")
    stopwatch.watch("write the YAML", usermapper_config, "render_config")
    stopwatch.watch(REST, app, "wsgi_app")


def build_question(client: FlaskClient, nodes: int, shown: list[str]) -> Callable[[], object]:
    """Return what asks about a drawing of *nodes* nodes while the drawer shows the files *shown*."""
    body = json.dumps({"diagram": render_diagram(draw(nodes)), "parts": ["expansion", *shown]})
    token = client.get("/api/v1/session").get_json()["csrf_token"]
    headers = {"X-CSRFToken": token, "Content-Type": "application/json"}

    def ask() -> object:
        return expect_success(client.post("/api/v1/preview", data=body, headers=headers))

    return ask


def main() -> None:
    """Measure and print."""
    with run_app() as app:
        stopwatch = Stopwatch(time.thread_time)
        watch_preview(stopwatch, app)
        for nodes, times in SIZES.items():
            questions = {name: build_question(app.test_client(), nodes, shown) for name, shown in SHOWN.items()}
            columns = {name: measure(stopwatch, ask, times) for name, ask in questions.items()}
            show(f"a preview of {nodes:,} nodes", columns)


if __name__ == "__main__":
    main()
