import json
import logging
import socket
import sys
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from labmapper.web.server.logs import JsonFormatter, configure_logging
from support.labs.drawings import draw_lab
from support.server.people import PASSWORD, Browser
from support.server.server import run_server


def read_lines(caplog: pytest.LogCaptureFixture) -> list[dict[str, object]]:
    return [
        json.loads(JsonFormatter().format(record)) for record in caplog.records if record.name == "labmapper.requests"
    ]


def test_a_request_is_one_line_of_json(alice: Browser, caplog: pytest.LogCaptureFixture) -> None:
    token = alice.create_diagram(draw_lab())

    with caplog.at_level(logging.INFO, "labmapper"):
        alice.get(f"/diagrams/{token}?secret=x")

    (line,) = read_lines(caplog)
    assert (line["method"], line["route"], line["status"]) == ("GET", "/diagrams/<token:diagram_id>", 200)
    assert line["who"] == "user"
    assert isinstance(line["milliseconds"], float)


def test_no_secret_and_no_id_is_logged(alice: Browser, caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.DEBUG):
        alice.log_in("Alice")
        token = alice.create_diagram(draw_lab(password="class-password"))
        alice.post("/api/v1/preview", json={"diagram": draw_lab(), "id": token, "reveal": True})

    logged = "".join(json.dumps(line) for line in read_lines(caplog)) + caplog.text
    for secret in (PASSWORD, "class-password", "router-secret", token):
        assert secret not in logged


def test_watching_and_static_files_are_not_logged(nobody: Browser, caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.INFO, "labmapper"):
        nobody.get("/healthz")
        nobody.get("/static/x")

    assert [line["route"] for line in read_lines(caplog)] == [None]


def test_a_line_break_in_a_message_stays_in_its_line() -> None:
    record = logging.LogRecord("labmapper", logging.INFO, "", 0, "two\nlines", None, None)

    assert "\n" not in JsonFormatter().format(record)


def test_the_level_is_that_of_the_settings() -> None:
    logger = logging.getLogger("labmapper")
    before = logger.handlers, logger.level, logger.propagate

    configure_logging("WARNING")

    assert logger.level == logging.WARNING
    assert isinstance(logger.handlers[0].formatter, JsonFormatter)
    logger.handlers, logger.propagate = before[0], before[2]
    logger.setLevel(before[1])


def test_what_gunicorn_says_is_a_line_of_json_too(tmp_path: Path) -> None:
    with run_server(tmp_path) as address:
        parts = urlsplit(address)
        with socket.create_connection((parts.hostname or "", parts.port or 80), timeout=60) as connection:
            connection.sendall(b"GET / HTTP/1.1\r\n" + b"Header: x\r\n" * 1000 + b"\r\n")
            refused = connection.recv(100)

    lines = [json.loads(line) for line in (tmp_path / "server.log").read_text().splitlines()]
    assert b" 431 " in refused
    assert ["Invalid request" in line["message"] for line in lines if line["logger"] == "gunicorn.error"] == [True]


def fail() -> None:
    raise ValueError("router-secret")


def test_a_failure_is_named_with_its_place_and_without_its_text() -> None:
    try:
        fail()
    except ValueError:
        record = logging.LogRecord("x", logging.ERROR, "x.py", 1, "it failed", (), sys.exc_info())

    line = json.loads(JsonFormatter().format(record))

    assert line["error"] == "ValueError"
    assert line["at"].endswith("in fail")
    assert "router-secret" not in str(line)
