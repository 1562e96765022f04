"""What a request weighs is known before its body is read."""

import pytest
from flask import Flask

from labmapper.web.server.weights import HASHING, HEAVY, HEAVY_BODY, Weight, weigh

FORM = {"CONTENT-TYPE": "application/x-www-form-urlencoded; charset=utf-8"}


def test_every_heavy_route_is_one(app: Flask) -> None:
    assert set(app.view_functions) >= HEAVY | HASHING


@pytest.mark.parametrize(
    ("method", "path", "headers", "weight"),
    [
        ("POST", "/api/v1/preview", {}, Weight.HEAVY),
        ("POST", "/api/v1/previe%77", {}, Weight.HEAVY),
        ("GET", "/diagrams/x/thumbnail.svg", {}, Weight.HEAVY),
        ("GET", "/api/v1/diagrams/x/exports/config", {"ACCEPT": "*/*"}, Weight.HEAVY),
        ("PUT", "/api/v1/diagrams/x", {"CONTENT-LENGTH": str(HEAVY_BODY)}, Weight.HEAVY),
        ("POST", "/login", {"TRANSFER-ENCODING": "chunked"}, Weight.HEAVY),
        ("POST", "/login", FORM | {"CONTENT-LENGTH": "100000"}, Weight.HEAVY),
        ("POST", "/login", FORM | {"CONTENT-LENGTH": "100"}, Weight.HASHING),
        ("PUT", "/api/v1/diagrams/x", {"CONTENT-LENGTH": str(HEAVY_BODY - 1)}, Weight.LONG),
        ("PUT", "/api/v1/diagrams/x", {"CONTENT-LENGTH": "5000"}, Weight.LIGHT),
        ("GET", "/login", {}, Weight.LIGHT),
        ("GET", "/livez", {}, Weight.LIGHT),
        ("OPTIONS", "/api/v1/preview", {}, Weight.LIGHT),
        ("DELETE", "/api/v1/preview", {}, Weight.LIGHT),
        ("GET", "/nothing/of/the/kind", {}, Weight.LIGHT),
    ],
)
def test_what_a_request_weighs_is_known_by_its_head(
    app: Flask, method: str, path: str, headers: dict[str, str], weight: Weight
) -> None:
    assert weigh(app, method, path, headers.items()) is weight


def test_below_a_path_heads_are_weighed_with_that_path_and_without(app: Flask) -> None:
    app.config["APPLICATION_ROOT"] = "/labmapper"

    assert weigh(app, "POST", "/labmapper/api/v1/preview", ()) is Weight.HEAVY
    assert weigh(app, "POST", "/api/v1/preview", ()) is Weight.HEAVY
    assert weigh(app, "GET", "/labmapper/livez", ()) is Weight.LIGHT
