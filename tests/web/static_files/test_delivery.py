import gzip
from collections.abc import Callable
from dataclasses import replace

import brotli
import pytest
from flask import Flask

from labmapper.config import Config
from labmapper.web.security import POLICY
from labmapper.web.static_files.assets import load_assets
from support.server.people import Browser

ADDRESS = f"/static/{load_assets().key}"
MAIN = f"{ADDRESS}/js/main.js"
PACKED = {"Accept-Encoding": "gzip, deflate"}


def test_who_takes_brotli_gets_the_smallest(nobody: Browser) -> None:
    answer = nobody.get(MAIN, headers={"Accept-Encoding": "gzip, deflate, br, zstd"})

    assert answer.headers["Content-Encoding"] == "br"
    assert brotli.decompress(answer.data) == nobody.get(MAIN).data
    assert len(answer.data) < len(nobody.get(MAIN, headers=PACKED).data)


def test_who_takes_gzip_gets_that(nobody: Browser) -> None:
    answer = nobody.get(MAIN, headers=PACKED)

    assert answer.headers["Content-Encoding"] == "gzip"
    assert answer.headers["Content-Length"] == str(len(answer.data))
    assert gzip.decompress(answer.data) == nobody.get(MAIN).data


@pytest.mark.parametrize("encodings", [None, "", "identity", "zstd", "gzip;q=0", "gzip;q=0, br;q=0, *", "*;q=0"])
def test_who_does_not_gets_it_plain(nobody: Browser, encodings: str | None) -> None:
    answer = nobody.get(MAIN, headers={} if encodings is None else {"Accept-Encoding": encodings})

    assert "Content-Encoding" not in answer.headers
    assert b"startEditor" in answer.data


@pytest.mark.parametrize("headers", [{}, PACKED], ids=["plain", "packed"])
def test_it_is_kept_for_good_and_is_the_same_for_everybody(alice: Browser, headers: dict[str, str]) -> None:
    answer = alice.get(MAIN, headers=headers)

    assert answer.headers["Vary"] == "Accept-Encoding"
    assert answer.headers["Cache-Control"] == "public, immutable, max-age=31536000"
    assert "Set-Cookie" not in answer.headers


@pytest.mark.parametrize(
    ("name", "content_type"),
    [
        ("js/main.js", "text/javascript; charset=utf-8"),
        ("css/panels.css", "text/css; charset=utf-8"),
        ("img/logo.svg", "image/svg+xml; charset=utf-8"),
        ("data/catalogue.json", "application/json"),
    ],
)
def test_every_kind_of_file_says_what_it_is(nobody: Browser, name: str, content_type: str) -> None:
    answer = nobody.get(f"{ADDRESS}/{name}", headers=PACKED)

    assert answer.headers["Content-Type"] == content_type
    assert answer.headers["X-Content-Type-Options"] == "nosniff"


@pytest.mark.parametrize("headers", [{}, PACKED], ids=["plain", "packed"])
def test_who_has_it_already_does_not_get_it_again(nobody: Browser, headers: dict[str, str]) -> None:
    tag = nobody.get(MAIN, headers=headers).headers["ETag"]

    answer = nobody.get(MAIN, headers=headers | {"If-None-Match": tag})

    assert (answer.status_code, answer.data) == (304, b"")
    assert answer.headers["Vary"] == "Accept-Encoding"


def test_the_compressed_and_the_plain_are_not_taken_for_each_other(nobody: Browser) -> None:
    tag = nobody.get(MAIN, headers=PACKED).headers["ETag"]

    assert nobody.get(MAIN, headers={"If-None-Match": tag}).status_code == 200


def test_a_head_tells_what_a_get_would(nobody: Browser) -> None:
    answer = nobody.client.head(MAIN, headers=PACKED)

    assert answer.data == b""
    assert answer.headers["Content-Length"] == nobody.get(MAIN, headers=PACKED).headers["Content-Length"]


def test_a_part_is_answered_with_the_whole(nobody: Browser) -> None:
    answer = nobody.get(MAIN, headers=PACKED | {"Range": "bytes=0-9"})

    assert answer.status_code == 200
    assert gzip.decompress(answer.data) == nobody.get(MAIN).data


@pytest.mark.parametrize(
    "address",
    [
        "/static/0.1.0/js/main.js",
        f"{ADDRESS}/js/nothing.js",
        f"{ADDRESS}/js",
        f"{ADDRESS}/js/../../base.html",
        f"{ADDRESS}/js/%2e%2e/%2e%2e/base.html",
        f"{ADDRESS}/..%5c..%5cbase.html",
        f"{ADDRESS}/%2fetc/passwd",
    ],
)
def test_nothing_else_is_there_and_nobody_keeps_that(nobody: Browser, address: str) -> None:
    answer = nobody.client.get(address, follow_redirects=True)

    assert answer.status_code == 404
    assert answer.headers["Cache-Control"] == "no-store"
    assert answer.headers["Content-Security-Policy"] == POLICY


def test_documents_alone_carry_what_documents_heed(nobody: Browser) -> None:
    assert "Content-Security-Policy" not in nobody.get(MAIN).headers
    assert nobody.get(f"{ADDRESS}/img/logo.svg").headers["Content-Security-Policy"] == POLICY


def test_pages_and_answers_of_the_api_are_never_compressed(alice: Browser) -> None:
    for address in ("/", "/account", "/api/v1/session", "/api/v1/openapi.json"):
        assert "Content-Encoding" not in alice.get(address, headers=PACKED).headers, address


def test_under_a_path_of_the_host_files_are_named_there(make_app: Callable[[Config], Flask], config: Config) -> None:
    client = make_app(replace(config, path="/lab", proxies=1)).test_client()

    page = client.get("http://localhost/login").text

    assert f'src="/lab{ADDRESS}/js/pages.js"' in page
