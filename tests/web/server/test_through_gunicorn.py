"""Requests that nobody types, to the server that people start: each has an answer in words, never a bare failure."""

import base64
import json
from collections.abc import Iterator
from contextlib import ExitStack, suppress
from http.client import HTTPConnection, HTTPResponse
from urllib.parse import quote, urlsplit

import pytest

from labmapper.app import prepare
from support.browser.headless_client import Remote
from support.labs.drawings import CONFIG, draw_lab
from support.server.databases import build_config, make_database
from support.server.server import name_settings, run_server

TITLES = ["日本語の演習", "Übung “1”", "مختبر", "🧪", 'a"b;c\\d', "  ", "..", "%2e%2e/x", "e\u0301"]


@pytest.fixture(scope="module", params=["sqlite", "postgres"])
def address(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Yield the address of a server with a proxy before it, as its settings say."""
    directory = tmp_path_factory.mktemp("server")
    settings = {"LABMAPPER_PROXIES": "1"}
    with ExitStack() as made:
        if request.param == "postgres":
            config = build_config(
                directory, made.enter_context(make_database(request.getfixturevalue("postgres_server")))
            )
            prepare(config, migrate=True)
            settings |= name_settings(config)
        yield made.enter_context(run_server(directory, settings=settings))


def send(address: str, target: str, **headers: str) -> tuple[HTTPResponse, bytes]:
    """Send a GET with *headers*, whose Host may be anything, and return the answer and its body."""
    parts = urlsplit(address)
    connection = HTTPConnection(parts.hostname or "", parts.port or 80, timeout=60)
    connection.putrequest("GET", target, skip_host=True, skip_accept_encoding=True)
    for name, value in ({"Host": parts.netloc} | headers).items():
        connection.putheader(name.replace("_", "-") if name != "SCRIPT_NAME" else name, value)
    connection.endheaders()
    answer = connection.getresponse()
    body = answer.read()
    connection.close()
    return answer, body


def spell_cursor(value: object) -> str:
    return base64.urlsafe_b64encode(json.dumps([value, "token"]).encode()).decode().rstrip("=")


CURSORS = [
    "x",
    "%00",
    "%F0%9F%A7%AA",
    quote("\u0661\u0662\u0663"),
    "A" * 3000,
    base64.urlsafe_b64encode(b"[" * 2900).decode(),
    spell_cursor("0001-01-01T00:00:00+14:00"),
    spell_cursor("9999-12-31T23:59:59-14:00"),
    spell_cursor("2026-11-21"),
    spell_cursor("2026-11-21T12:00:00"),
    spell_cursor("20261121T120000+0000"),
    spell_cursor("2026-W47-6T12:00:00Z"),
    spell_cursor("\uff12\uff10\uff12\uff16-11-21T12:00:00Z"),
    spell_cursor("2026-11-21T12:00:00.123456789Z\x00"),
    spell_cursor("a\x00b"),
    spell_cursor(7),
    spell_cursor(None),
    spell_cursor(["2026-11-21T12:00:00Z"]),
]


def test_titles_in_every_script_are_names_of_downloads(address: str) -> None:
    guest = Remote(address)
    for title in TITLES:
        status, made = guest.ask("POST", "/api/v1/diagrams", {"diagram": draw_lab(title)})
        assert status == 201, (title, made)
        cookies = "; ".join(f"{cookie.name}={cookie.value}" for cookie in guest.cookies)
        answer, body = send(address, f"/diagrams/{made['id']}/history/1/diagram.json", Cookie=cookies)

        assert answer.status == 200, title
        assert json.loads(body)["title"] == title
        named = answer.headers["Content-Disposition"]
        assert named.isascii()
        assert named.startswith('attachment; filename="')


@pytest.mark.parametrize("host", ["..", "a..b", "[::1", "lab.example:x", "lab example", "-" * 300, "%"])
def test_hosts_that_cannot_be_one(address: str, host: str) -> None:
    for headers in ({"Host": host}, {"X_Forwarded_Host": host}):
        answer, body = send(address, "/account", **headers)

        assert answer.status == 400, body
        assert b"Traceback" not in body
        assert b"Internal Server Error" not in body


def test_no_header_of_a_request_moves_the_pages(address: str) -> None:
    for name in ("X_Forwarded_Prefix", "SCRIPT_NAME", "Script_Name"):
        answer, _ = send(address, "/account", **{name: "//evil.example"})

        assert answer.status == 302
        assert (answer.headers["Location"] or "").startswith("/login?"), name


def test_cursors_that_no_list_named(address: str) -> None:
    guest = Remote(address)
    _, made = guest.ask("POST", "/api/v1/diagrams", {"diagram": draw_lab()})
    lists = [f"/api/v1/diagrams?sort={sort}&cursor=" for sort in ("updated", "created", "title")]
    lists += [f"/api/v1/diagrams/{made['id']}/{kind}?cursor=" for kind in ("mappings", "revisions")]
    lists += [f"/diagrams?{name}=" for name in ("cursor", "q", "sort")]
    lists += [f"/diagrams/{made['id']}/history?{name}=" for name in ("cursor", "mappings")]
    lists += [f"/diagrams/{made['id']}/history/1?since="]
    cookies = "; ".join(f"{cookie.name}={cookie.value}" for cookie in guest.cookies)

    failed = [
        (path, cursor, answer.status)
        for path in lists
        for cursor in CURSORS
        for answer, _ in [send(address, path + cursor, Cookie=cookies)]
        if answer.status >= 500
    ]

    assert failed == []


TEXTS = [
    "a\x00b",
    "\x00",
    "\u0662\u0660\u0662\u0666-\u0660\u0661-\u0660\u0661",
    "0000-00-00",
    "9999-99-99",
    "\ud800",
    "2026-11-21T25:61",
    "1e309",
    "-0",
]


def test_texts_with_nul_and_dates_that_are_none(address: str) -> None:
    guest = Remote(address)
    _, made = guest.ask("POST", "/api/v1/diagrams", {"diagram": draw_lab()})
    place = f"/api/v1/diagrams/{made['id']}"
    failed: list[object] = []
    for text in TEXTS:
        requests: list[tuple[str, str, object]] = [
            ("POST", "/api/v1/diagrams", {"diagram": draw_lab(text)}),
            ("POST", "/api/v1/preview", {"diagram": draw_lab(text)}),
            ("PATCH", place, {"title": text}),
            ("PUT", f"{place}/revisions/1", {"name": text}),
            ("POST", f"{place}/exports/slips", {"date": text, "line": text, "address": text}),
            ("POST", f"{place}/exports/guacamole-postgresql", {"valid_from": text, "timezone": text, "lab": text}),
            ("POST", f"{place}/exports/guacamole-json", {"ends": text, "key": text}),
        ]
        for method, path, body in requests:
            status, answer = guest.fetch(method, path, body)
            if status >= 500:
                failed.append((method, path, text, status, answer))
        if "\ud800" not in text:
            for path, fields in (
                ("/login", {"username": text, "password": text}),
                ("/register", {"username": text, "password": f"quiet violet lantern {text}"}),
                (f"/diagrams/{made['id']}/rename", {"title": text}),
                (f"/diagrams/{made['id']}/history/1/name", {"name": text}),
                ("/convert", {"text": CONFIG.decode() + text}),
            ):
                if "Something went wrong in Labmapper" in guest.submit(path, **fields):
                    failed.append(("POST", path, text, 500, fields))

    assert failed == []


def test_a_save_whose_revision_was_taken_away_is_explained_to_people(address: str) -> None:
    guest = Remote(address)
    _, made = guest.ask("POST", "/api/v1/diagrams", {"diagram": draw_lab()})

    status, answer = guest.ask("PUT", f"/api/v1/diagrams/{made['id']}", {"diagram": draw_lab("Newer")})

    assert (status, answer["error"]["code"]) == (428, "revision-missing")
    assert "Nothing was saved: the header If-Match" in answer["error"]["message"]


def test_files_that_stream_are_not_kept_by_a_proxy(address: str) -> None:
    guest = Remote(address)
    _, made = guest.ask("POST", "/api/v1/diagrams", {"diagram": draw_lab()})
    cookies = "; ".join(f"{cookie.name}={cookie.value}" for cookie in guest.cookies)

    answer, _ = send(address, f"/api/v1/diagrams/{made['id']}/exports/config", Cookie=cookies)

    assert answer.headers["X-Accel-Buffering"] == "no"


def send_chunks(address: str, sizes: list[int]) -> tuple[int, str]:
    """Send a drawing in chunks of *sizes*, the last of which has the rest, and return what is answered."""
    parts, headers = urlsplit(address), Remote(address).build_headers() | {"Content-Type": "application/json"}
    body = json.dumps({"diagram": draw_lab("x")}).encode()
    pieces, start = [], 0
    for size in sizes:
        pieces.append(body[start : start + size] or b" " * size)
        start += size
    connection = HTTPConnection(parts.hostname or "", parts.port or 80, timeout=120)
    with suppress(ConnectionError):  # it is closed before all has been sent
        connection.request(
            "POST", "/api/v1/diagrams", iter([*pieces, body[start:] or b" "]), headers, encode_chunked=True
        )
    answer = connection.getresponse()
    said = answer.read().decode()
    connection.close()
    return answer.status, said


@pytest.mark.parametrize("sizes", [[], [1] * 200, [16] * 30_000, [50_000] * 20])
def test_a_body_in_chunks_is_read(address: str, sizes: list[int]) -> None:
    assert send_chunks(address, sizes)[0] == 201


def test_a_body_in_very_small_chunks_is_refused_long_before_its_end(address: str) -> None:
    status, said = send_chunks(address, [1] * 200_000)

    assert status == 400
    assert "The body comes in very small chunks." in said
