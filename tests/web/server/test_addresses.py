"""Hosts that cannot be one, and pages that lie under a path of their host."""

import re
from collections.abc import Callable
from dataclasses import replace

import pytest
from flask import Flask

from labmapper.config import Config
from support.labs.drawings import draw_lab
from support.server.people import PASSWORD, Browser


@pytest.mark.parametrize(
    "host",
    ["localhost", "127.0.0.1:8000", "[::1]:8000", "lab.example.org", "lab_1.example.org.", "xn--bcher-kva.example"],
)
def test_a_host_that_can_be_one_is_served(app: Flask, host: str) -> None:
    assert app.test_client().get("/login", headers={"Host": host}).status_code == 200


@pytest.mark.parametrize(
    "host", ["..", "a..b", "lab.example:80:80", "lab example", "[lab]", "a" * 64, "bücher.example", "/"]
)
def test_a_host_that_cannot_be_one_is_refused_in_words(app: Flask, host: str) -> None:
    answer = app.test_client().get("/login", headers={"Host": host})

    assert answer.status_code == 400
    assert answer.text == "The request names a host that cannot be one. Check the address.\n"


def test_a_proxy_cannot_name_such_a_host_or_scheme_either(make_app: Callable[[Config], Flask], config: Config) -> None:
    client = make_app(replace(config, proxies=1)).test_client()

    for headers in ({"X-Forwarded-Host": ".."}, {"X-Forwarded-Proto": "javascript"}):
        assert client.get("/login", headers=headers).status_code == 400


def test_no_header_says_where_the_pages_lie(make_app: Callable[[Config], Flask], config: Config) -> None:
    client = make_app(replace(config, proxies=1)).test_client()

    answer = client.get("/account", headers={"X-Forwarded-Prefix": "//evil.example", "X-Forwarded-For": "10.0.0.1"})

    assert answer.headers["Location"].startswith("/login")


@pytest.fixture
def below(make_app: Callable[[Config], Flask], config: Config) -> Flask:
    """Return the app under a path of its host."""
    return make_app(replace(config, path="/labmapper", is_behind_tls=True))


@pytest.mark.parametrize("asked", ["/labmapper/login", "/login"], ids=["path-left", "path-taken-away"])
def test_every_address_of_a_page_lies_under_the_path(below: Flask, asked: str) -> None:
    page = below.test_client().get(f"https://localhost{asked}").text

    addresses = re.findall(r'(?:href|src|action)="(/[^"]*)"', page)
    assert len(addresses) > 5
    assert [address for address in addresses if not address.startswith("/labmapper/")] == []


def test_the_path_alone_leads_to_the_editor(below: Flask) -> None:
    answer = below.test_client().get("https://localhost/labmapper")

    assert (answer.status_code, answer.headers["Location"]) == (308, "/labmapper/")


def test_cookies_and_hsts_say_nothing_to_the_rest_of_the_host(below: Flask) -> None:
    browser = Browser(below.test_client())
    browser.client.environ_base["wsgi.url_scheme"] = "https"

    answer = browser.client.get("https://localhost/labmapper/register")
    paths = re.findall(r"Path=([^;]+)", "; ".join(answer.headers.getlist("Set-Cookie")))

    assert paths
    assert set(paths) <= {"/labmapper", "/labmapper/"}
    assert "Strict-Transport-Security" not in answer.headers


def test_who_logs_in_stays_under_the_path(make_app: Callable[[Config], Flask], config: Config) -> None:
    browser = Browser(make_app(replace(config, path="/labmapper")).test_client())
    asked = browser.get("/labmapper/account")
    assert asked.headers["Location"] == "/labmapper/login?next=%2Flabmapper%2Faccount"
    browser.register("Alice")

    cookies = browser.client.get("/labmapper/account").status_code
    made = browser.post("/labmapper/api/v1/diagrams", json={"diagram": draw_lab()})

    assert (cookies, made.status_code) == (200, 201)
    assert browser.log_in("Alice", PASSWORD).headers["Location"].startswith("/labmapper/")
