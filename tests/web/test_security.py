from collections.abc import Callable
from dataclasses import replace
from io import BytesIO
from typing import Any

import pytest
from flask import Flask, request
from werkzeug.test import TestResponse

from labmapper.config import MEBIBYTE, Config
from labmapper.web.security import POLICY, is_safe_target
from support.labs.drawings import CONFIG, draw_lab
from support.labs.pictures import make_png
from support.server.people import HERE, PASSWORD, Browser


@pytest.mark.parametrize("path", ["/", "/login", "/nothing", "/healthz", "/api/v1/diagrams", "/api/v1/nothing"])
def test_every_answer_carries_the_headers(nobody: Browser, path: str) -> None:
    headers = nobody.get(path).headers

    assert headers["Content-Security-Policy"] == POLICY
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["X-Frame-Options"] == "DENY"
    assert headers["Referrer-Policy"] == "same-origin"
    assert headers["Cache-Control"] == "no-store"
    assert "Strict-Transport-Security" not in headers


def test_the_policy_lets_nothing_run_inline() -> None:
    assert "default-src 'none'" in POLICY
    assert "unsafe" not in POLICY
    assert "frame-ancestors 'none'" in POLICY


@pytest.mark.parametrize("path", ["/", "/login", "/register", "/diagrams", "/convert", "/account", "/nothing"])
def test_no_page_has_inline_scripts_styles_or_handlers(alice: Browser, path: str) -> None:
    alice.create_diagram(draw_lab())
    page = alice.client.get(path, follow_redirects=True).text

    scripts = [part.split(">")[0] for part in page.split("<script")[1:]]
    assert all("src=" in script or 'type="application/json"' in script for script in scripts)
    assert "<style" not in page
    assert " style=" not in page
    assert " onclick=" not in page


def test_static_files_may_be_kept(nobody: Browser) -> None:
    path = nobody.get("/").text.split('rel="stylesheet" href="')[1].split('"')[0]

    with nobody.get(path) as answer:
        assert answer.status_code == 200
        assert answer.headers.get("Cache-Control") != "no-store"


def test_what_an_answer_says_itself_is_not_said_again(alice: Browser) -> None:
    diagram = alice.create_diagram(draw_lab())
    picture = alice.post(f"/api/v1/diagrams/{diagram}/pictures", data=make_png()).get_json()["id"]
    style = alice.get("/convert").text.split('rel="stylesheet" href="')[1].split('"')[0]
    small = f"/diagrams/{diagram}/thumbnail.svg?revision=1"
    paths = [style, small, f"/api/v1/diagrams/{diagram}/pictures/{picture}", "/login"]

    twice = {path: found for path in paths if (found := find_twice(alice.get(path)))}

    assert twice == {}


def find_twice(answer: TestResponse) -> set[str]:
    """Return the headers that *answer* has more than once."""
    names = [name.lower() for name, _ in answer.headers]
    return {name for name in names if names.count(name) > 1}


def test_the_session_cookie_is_closed_to_scripts_and_other_sites(guest: Browser) -> None:
    answer = guest.post("/api/v1/diagrams", json={"diagram": draw_lab()})

    cookie = answer.headers["Set-Cookie"]
    assert "HttpOnly" in cookie
    assert "SameSite=Lax" in cookie
    assert "Secure" not in cookie
    assert "Expires" in cookie


def test_behind_tls_cookies_are_secure_and_browsers_are_told_to_stay(
    make_app: Callable[[Config], Flask], config: Config
) -> None:
    client = make_app(replace(config, is_behind_tls=True)).test_client()

    answer = client.get("/login", base_url="https://lab.example")

    cookie = answer.headers["Set-Cookie"]
    assert cookie.startswith("__Host-labmapper=")
    assert {"Secure", "HttpOnly", "Path=/"} <= set(cookie.split("; "))
    assert "Domain" not in cookie
    assert answer.headers["Strict-Transport-Security"].startswith("max-age=31536000")


@pytest.mark.parametrize("is_behind_tls", [False, True])
def test_the_cookie_that_remembers_is_closed_to_scripts_and_other_sites(
    make_app: Callable[[Config], Flask], config: Config, *, is_behind_tls: bool
) -> None:
    app = make_app(replace(config, is_behind_tls=is_behind_tls))
    Browser(app.test_client()).enter("Alice")
    scheme = "https" if is_behind_tls else "http"
    options: dict[str, Any] = {
        "base_url": f"{scheme}://lab.example",
        "headers": {"Referer": f"{scheme}://lab.example/login"},
    }
    client = app.test_client()
    token = client.get("/api/v1/session", **options).get_json()["csrf_token"]

    answer = client.post(
        "/login", data={"username": "Alice", "password": PASSWORD, "remember": "y", "csrf_token": token}, **options
    )

    prefix = "__Host-" if is_behind_tls else ""
    for kind in ("remember", "known"):
        (cookie,) = [
            each for each in answer.headers.getlist("Set-Cookie") if each.startswith(f"{prefix}labmapper-{kind}=")
        ]
        assert {"HttpOnly", "SameSite=Lax", "Path=/"} <= set(cookie.split("; "))
        assert ("Secure" in cookie.split("; ")) is is_behind_tls
        assert "Expires=" in cookie


@pytest.mark.parametrize(
    ("referrer", "told"),
    [
        (None, "Let it send the header Referer to this site"),
        ("https://other.example/editor", "does not come from a page of https://lab.example"),
        ("https://lab.example/editor", ""),
    ],
)
def test_behind_tls_a_write_from_no_page_of_ours_is_told_why_it_is_refused(
    make_app: Callable[[Config], Flask], config: Config, referrer: str | None, told: str
) -> None:
    client = make_app(replace(config, is_behind_tls=True)).test_client()
    token = client.get("/api/v1/session", base_url="https://lab.example").get_json()["csrf_token"]
    headers = {"X-CSRFToken": token} | ({"Referer": referrer} if referrer else {})

    answer = client.post(
        "/api/v1/diagrams", base_url="https://lab.example", headers=headers, json={"diagram": draw_lab()}
    )

    if told:
        assert (answer.status_code, answer.get_json()["error"]["code"]) == (400, "referrer")
        assert told in answer.get_json()["error"]["message"]
    else:
        assert answer.status_code == 201


def test_a_guest_of_before_the_cookies_had_a_prefix_keeps_the_work(
    make_app: Callable[[Config], Flask], config: Config, guest: Browser
) -> None:
    guest.create_diagram(draw_lab("Drawn before"))
    former = guest.client.get_cookie("labmapper")
    assert former is not None
    later = make_app(replace(config, is_behind_tls=True)).test_client()

    lists = []
    for value in (former.value, f"{former.value}x"):
        later.set_cookie("labmapper", value, domain="lab.example", secure=True)
        lists.append(later.get("/api/v1/diagrams", base_url="https://lab.example", headers=HERE).get_json()["diagrams"])

    assert [[each["title"] for each in listed] for listed in lists] == [["Drawn before"], []]


@pytest.mark.parametrize(
    "path",
    [
        "/login",
        "/register",
        "/account/password",
        "/account/delete",
        "/account/tokens",
        "/account/end-sessions",
        "/logout",
    ],
)
@pytest.mark.parametrize("kind", ["application/x-www-form-urlencoded", "multipart/form-data; boundary=x"])
def test_a_form_that_is_too_large_is_refused(
    make_app: Callable[[Config], Flask], config: Config, path: str, kind: str
) -> None:
    browser = Browser(make_app(replace(config, max_body=1024 * 1024)).test_client()).enter("Alice")

    answer = browser.post(path, data=bytes(1024 * 1024 + 1), content_type=kind)

    assert answer.status_code == 413
    assert "This is larger than 1 MiB. Send a smaller file." in answer.text
    assert browser.get("/api/v1/session").get_json()["username"] == "Alice"


@pytest.mark.parametrize("path", ["/login", "/convert", "/account/password"])
def test_a_form_of_very_many_fields_is_refused_before_they_are_told_apart(nobody: Browser, path: str) -> None:
    kind = "application/x-www-form-urlencoded"

    few, many = (nobody.post(path, data=b"a=b&" * number, content_type=kind) for number in (999, 1000))

    assert few.status_code != 413
    assert (many.status_code, "The form has more than 1000 fields." in many.text) == (413, True)


def test_a_form_that_is_not_in_parts_may_be_a_mebibyte_whatever_else_one_may_send(alice: Browser) -> None:
    kind = "application/x-www-form-urlencoded"

    short, long = (
        alice.post("/account/password", data=b"a=".ljust(MEBIBYTE + more, b"b"), content_type=kind) for more in (0, 1)
    )

    assert short.status_code == 422
    assert (long.status_code, "This is larger than 1 MiB." in long.text) == (413, True)


# Of those that are not refused, the beginning was taken for the whole.
@pytest.mark.parametrize(
    ("path", "content_type", "allowed"),
    [
        ("/api/v1/import", "application/octet-stream", 4 * MEBIBYTE),
        ("/api/v1/imports", "application/x-www-form-urlencoded", 4 * MEBIBYTE),
        ("/api/v1/diagrams", "application/json", 4 * MEBIBYTE),
        ("/login", "application/x-www-form-urlencoded", MEBIBYTE),
    ],
)
def test_what_comes_in_chunks_is_refused_where_it_is_longer_than_it_may_be(
    guest: Browser, path: str, content_type: str, allowed: int
) -> None:
    in_chunks = {"HTTP_TRANSFER_ENCODING": "chunked", "wsgi.input_terminated": True}

    long, short = (
        guest.post(
            path,
            input_stream=BytesIO(CONFIG.ljust(length)),
            content_length=None,
            content_type=content_type,
            environ_overrides=in_chunks | {"CONTENT_LENGTH": ""},
        )
        for length in (allowed + 10, allowed - 10)
    )

    assert long.status_code == 413
    assert short.status_code != 413


def test_a_file_that_a_script_sends_as_a_form_is_a_file(alice: Browser) -> None:
    kind = "application/x-www-form-urlencoded"  # as curl says of everything that it is not told of

    answer = alice.post("/api/v1/imports", data=CONFIG + b"# &" * 1000 + b"%" * MEBIBYTE, content_type=kind)

    assert answer.status_code == 200


def test_a_form_that_comes_where_nothing_is_written_is_not_told_apart(app: Flask) -> None:
    form = {"data": "a=b", "content_type": "application/x-www-form-urlencoded"}

    with app.test_request_context("/login", method="GET", **form):
        assert not request.form
    with app.test_request_context("/login", method="POST", **form):
        assert request.form["a"] == "b"


def test_a_proxy_is_believed_only_where_one_is_configured(make_app: Callable[[Config], Flask], config: Config) -> None:
    headers = {"X-Forwarded-Proto": "https", "X-Forwarded-Host": "lab.example", "X-Forwarded-For": "10.9.9.9"}

    plain = make_app(config).test_client().get("/account", headers=headers).location
    behind = make_app(replace(config, proxies=1)).test_client().get("/account", headers=headers).location

    assert plain == behind == "/login?next=%2Faccount"


@pytest.mark.parametrize("target", ["/", "/diagrams/abc?x=1#y", "/a//b", "/@evil.example"])
def test_targets_on_this_site_are_safe(target: str) -> None:
    assert is_safe_target(target)


@pytest.mark.parametrize(
    "target",
    [
        "",
        "x",
        "//evil.example",
        "///evil.example",
        "/\\evil.example",
        "\\/evil.example",
        "https:evil",
        "/\n/x",
        "/\x00",
        " /x",
    ],
)
def test_targets_elsewhere_are_not(target: str) -> None:
    assert not is_safe_target(target)


@pytest.mark.parametrize("path", ["/convert", "/api/v1/imports"])
@pytest.mark.parametrize("filename", ["", '; filename="x"'])
def test_a_form_with_a_part_without_a_name_is_refused(alice: Browser, path: str, filename: str) -> None:
    body = f"--part\r\nContent-Disposition: form-data{filename}\r\n\r\nx\r\n--part--\r\n"

    answer = alice.post(path, data=body, content_type="multipart/form-data; boundary=part")

    assert (answer.status_code, "has no name" in answer.text) == (400, True)
