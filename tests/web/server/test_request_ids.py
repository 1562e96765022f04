"""Each request has a name that people can tell to whoever runs the server."""

import json
import logging
from collections.abc import Callable
from dataclasses import replace

import pytest
from flask import Flask

from labmapper.config import Config
from labmapper.web.server.logs import JsonFormatter
from labmapper.web.server.request_ids import HEADER
from support.server.people import Browser


def test_the_answer_and_the_log_name_the_same_request(nobody: Browser, caplog: pytest.LogCaptureFixture) -> None:
    formatted: list[str] = []
    handler = logging.Handler()
    handler.setFormatter(JsonFormatter())
    handler.emit = lambda record: formatted.append(handler.format(record))  # type: ignore[method-assign]
    logging.getLogger("labmapper").addHandler(handler)
    with caplog.at_level(logging.INFO, "labmapper"):
        names = [nobody.get("/login").headers[HEADER] for _ in range(2)]
    logging.getLogger("labmapper").removeHandler(handler)

    assert [json.loads(line)["request"] for line in formatted] == names
    assert names[0] != names[1]


def test_nobody_but_a_proxy_names_a_request(make_app: Callable[[Config], Flask], config: Config) -> None:
    given = {HEADER: "from-the-proxy"}
    bare, behind = make_app(config).test_client(), make_app(replace(config, proxies=1)).test_client()

    assert bare.get("/login", headers=given).headers[HEADER] != given[HEADER]
    assert behind.get("/login", headers=given).headers[HEADER] == given[HEADER]


@pytest.mark.parametrize("name", ["short", "with a blank", "x" * 65, "<script>alert(1)</script>"])
def test_a_name_that_is_none_is_replaced(make_app: Callable[[Config], Flask], config: Config, name: str) -> None:
    client = make_app(replace(config, proxies=1)).test_client()

    assert client.get("/login", headers={HEADER: name}).headers[HEADER] != name


def test_the_page_of_a_failure_names_the_request(app: Flask) -> None:
    def break_down() -> str:
        raise RuntimeError

    app.add_url_rule("/broken", "broken", break_down)
    app.testing = False

    answer = app.test_client().get("/broken")

    assert answer.status_code == 500
    assert answer.headers[HEADER] in answer.text
