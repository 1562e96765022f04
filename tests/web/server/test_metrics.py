"""Counts for Prometheus, of all processes together, at an address of their own."""

import os
import re
import signal
import socket
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from flask import Flask

from labmapper.app import StartError, serve
from labmapper.config import Config, load_config
from support.browser.headless_client import Remote
from support.labs.drawings import draw_lab
from support.server.people import Browser
from support.server.proxy import find_free_port
from support.server.server import find_workers, run_server

PORT = 9100
AT_METRICS = {"environ_overrides": {"SERVER_PORT": str(PORT)}}


@pytest.fixture
def counting(make_app: Callable[[Config], Flask], config: Config) -> Flask:
    return make_app(replace(config, metrics_port=PORT, proxies=1))


def count(text: str, sample: str, **labels: str) -> float:
    """Return the sum of what *text* says of *sample*, with those *labels*."""
    wanted = [f'{name}="{value}"' for name, value in labels.items()]
    lines = re.findall(rf"^{sample}(?:\{{(.*)\}})? (\S+)$", text, re.MULTILINE)
    return sum(float(value) for found, value in lines if all(each in found for each in wanted))


def test_nothing_is_counted_or_shown_unless_a_port_is_named(app: Flask) -> None:
    assert app.test_client().get("/metrics").status_code == 404
    assert app.test_client().get("/metrics", **AT_METRICS).status_code == 404


def test_requests_are_counted_by_route_and_nothing_that_tells_who_asked(counting: Flask) -> None:
    browser = Browser(counting.test_client()).enter("Alice")
    token = browser.create_diagram(draw_lab("Hidden"))
    for _ in range(3):
        browser.get(f"/api/v1/diagrams/{token}")
    browser.client.open("/login", method="BREW")
    browser.get("/livez")

    shown = browser.client.get("/metrics", **AT_METRICS).text

    route = "/api/v1/diagrams/<token:diagram_id>"
    assert count(shown, "labmapper_requests_total", route=route, method="GET", status="2xx") == 3
    assert count(shown, "labmapper_request_seconds_count", route=route) == 3
    assert count(shown, "labmapper_requests_total", method="other") == 1
    assert count(shown, "labmapper_requests_in_progress") == 0
    assert "livez" not in shown
    for secret in (token, "Hidden", "Alice", "127.0.0.1"):
        assert secret not in shown


def test_what_concerns_security_is_counted(counting: Flask) -> None:
    browser = Browser(counting.test_client())
    browser.get("/api/v1/diagrams", headers={"Authorization": "Bearer nobodys"})
    browser.log_in("Alice", "wrong")

    shown = browser.client.get("/metrics", **AT_METRICS).text

    assert count(shown, "labmapper_security_events_total", event="token-refused", code="bad-token") == 1
    assert count(shown, "labmapper_security_events_total", event="log-in-failed") == 1


@pytest.mark.parametrize("headers", [{}, {"Host": f"localhost:{PORT}"}, {"X-Forwarded-Host": f"localhost:{PORT}"}])
def test_no_header_opens_them_at_the_public_address(counting: Flask, headers: dict[str, str]) -> None:
    assert counting.test_client().get("/metrics", headers=headers).status_code == 404


def test_their_address_shows_nothing_else(counting: Flask) -> None:
    assert counting.test_client().get("/login", **AT_METRICS).status_code == 404
    assert counting.test_client().post("/metrics", **AT_METRICS).status_code == 404


def test_all_processes_count_together_and_one_that_ended_is_not_forgotten(tmp_path: Path) -> None:
    port = find_free_port()
    settings = {"LABMAPPER_METRICS_PORT": str(port), "LABMAPPER_WORKERS": "2", "TMPDIR": str(tmp_path)}
    with run_server(tmp_path, settings=settings) as address:
        metrics = Remote(f"http://127.0.0.1:{port}")
        for _ in range(12):
            assert Remote(address).ask("GET", "/api/v1/session")[0] == 200

        assert count_sessions(metrics) == 12
        os.kill(find_workers(tmp_path)[0], signal.SIGKILL)
        for _ in range(6):
            assert Remote(address).ask("GET", "/api/v1/session")[0] == 200

        assert count_sessions(metrics) == 18
        assert Remote(address).download("/metrics").startswith(b"<!doctype html>")
        assert list(tmp_path.glob("labmapper-metrics-*")) != []

    assert list(tmp_path.glob("labmapper-metrics-*")) == []


def count_sessions(metrics: Remote) -> float:
    return count(metrics.download("/metrics").decode(), "labmapper_requests_total", route="/api/v1/session")


def test_a_port_that_is_taken_is_named_with_its_setting(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        environment = {"LABMAPPER_DATA_DIR": str(tmp_path), "LABMAPPER_PORT": "0", "LABMAPPER_METRICS_PORT": str(port)}

        with pytest.raises(StartError, match="LABMAPPER_METRICS_PORT"):
            serve(load_config(environment))
