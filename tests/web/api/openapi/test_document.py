"""The OpenAPI document is compared with the real routes, and with what they really answer."""

import json
import re
from collections.abc import Iterator
from typing import Any

import pytest
from flask import Flask
from openapi_spec_validator import validate

from labmapper.core.pictures.picture import MEDIA_TYPES
from labmapper.formats import registry
from labmapper.web.api.openapi.document import OPERATIONS
from support.labs.drawings import CONFIG, draw_lab
from support.labs.pictures import make_png
from support.server.people import PASSWORD, Browser

DOCUMENT = "/api/v1/openapi.json"


def check(value: Any, schema: dict[str, Any], schemas: dict[str, Any], where: str = "answer") -> None:
    """Fail unless *value* is what *schema* says: types, keys that must be, and keys that may be."""
    if "$ref" in schema:
        name = schema["$ref"].rpartition("/")[2]
        if name != "Diagram":  # its model has checked it
            check(value, schemas[name], schemas, where)
        return
    if "anyOf" in schema:
        return  # facts, and what an option is without being told
    kinds = {"string": str, "integer": int, "boolean": bool, "array": list, "object": dict, "null": type(None)}
    wanted = schema.get("type", [])
    allowed = tuple(kinds[kind] for kind in ([wanted] if isinstance(wanted, str) else wanted))
    assert not allowed or isinstance(value, allowed), where
    for position, item in enumerate(value if isinstance(value, list) else []):
        check(item, schema["items"], schemas, f"{where}.{position}")
    if isinstance(value, dict):
        properties = schema.get("properties", {})
        assert set(schema.get("required", ())) <= set(value), where
        assert schema.get("additionalProperties", True) or set(value) <= set(properties), where
        for key in properties.keys() & value.keys():
            check(value[key], properties[key], schemas, f"{where}.{key}")


def read_document(browser: Browser) -> dict[str, Any]:
    document: dict[str, Any] = browser.get(DOCUMENT).get_json()
    return document


def test_every_route_is_described_and_nothing_else(app: Flask, nobody: Browser) -> None:
    routes = {
        (method.lower(), re.sub(r"<(?:[^:>]+:)?(\w+)>", r"{\1}", rule.rule))
        for rule in app.url_map.iter_rules()
        if rule.rule.startswith("/api/")
        for method in (rule.methods or set()) - {"HEAD", "OPTIONS"}
    }

    described = {(method, path) for path, methods in read_document(nobody)["paths"].items() for method in methods}

    assert described == routes
    assert len(OPERATIONS) == len(routes)


def test_every_reference_leads_somewhere(nobody: Browser) -> None:
    document = read_document(nobody)

    references = set(re.findall(r"'#/components/schemas/(\w+)'", str(document)))

    assert references <= set(document["components"]["schemas"])
    assert {"Diagram", "Device", "Error", "Problem"} <= references


def test_the_document_keeps_to_the_specification(nobody: Browser) -> None:
    validate(read_document(nobody))


def test_generators_find_what_they_ask_for(nobody: Browser) -> None:
    document = read_document(nobody)

    # openapi-generator refuses a licence without it.
    assert document["info"]["license"]["identifier"] == "Apache-2.0"
    assert document["servers"] == [{"url": "http://localhost"}]
    for schema in iter_schemas(document):
        assert "enum" not in schema or schema.get("type") == "string"
    for operation in iter_operations(document):
        assert len(operation["tags"]) == 1
        assert {"401", "429", "503", "default"} <= set(operation["responses"])


def test_every_media_type_says_what_it_holds(nobody: Browser) -> None:
    document = read_document(nobody)

    for operation in iter_operations(document):
        for carrier in (operation.get("requestBody", {}), *operation["responses"].values()):
            assert all(content["schema"] for content in carrier.get("content", {}).values())


def test_every_refusal_has_a_name(nobody: Browser) -> None:
    document = read_document(nobody)
    named = document["components"]["responses"]

    for operation in iter_operations(document):
        for status, answer in operation["responses"].items():
            if status == "default" or int(status) >= 400:
                assert answer["$ref"].rpartition("/")[2] in named
    assert "Retry-After" in named["Busy"]["headers"]
    assert "Retry-After" in named["TooMany"]["headers"]
    assert "WWW-Authenticate" in named["Unauthorized"]["headers"]


def iter_operations(document: dict[str, Any]) -> Iterator[dict[str, Any]]:
    for methods in document["paths"].values():
        yield from methods.values()


def iter_schemas(value: Any) -> Iterator[dict[str, Any]]:
    """Yield every object in *value* that may be a schema."""
    if isinstance(value, dict):
        yield value
    for each in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        yield from iter_schemas(each)


def test_every_operation_has_a_sentence(nobody: Browser) -> None:
    for path in read_document(nobody)["paths"].values():
        for operation in path.values():
            assert operation["summary"].endswith(".")


def make_things(browser: Browser, path: str, *, is_trashed: bool) -> dict[str, str]:
    """Let *browser* have a diagram and one of each thing that *path* names or lists; return their ids by their names in a path."""
    diagram = browser.create_diagram(draw_lab())
    things = {"diagram_id": diagram, "number": "1", "format_name": "config"}
    if is_trashed:
        browser.delete(f"/api/v1/diagrams/{diagram}")
    for kind, where, sent in (
        ("mapping", f"/api/v1/diagrams/{diagram}/mappings", {"json": {}}),
        ("file", f"/api/v1/diagrams/{diagram}/files", {"data": CONFIG}),
        ("picture", f"/api/v1/diagrams/{diagram}/pictures", {"data": make_png()}),
        ("token", "/api/v1/tokens", {"json": {"name": "backup", "password": PASSWORD}}),
    ):
        if f"/{kind}s" in path:
            things[f"{kind}_id"] = browser.post(where, **sent).get_json()["id"]
    return things


@pytest.mark.parametrize("name", sorted(OPERATIONS))
def test_a_route_answers_as_described(alice: Browser, name: str) -> None:
    document = read_document(alice)
    path, method, operation = next(
        (path, method, operation)
        for path, methods in document["paths"].items()
        for method, operation in methods.items()
        if operation["operationId"] == name
    )
    places = make_things(alice, path, is_trashed=name in {"restore_diagram", "erase_diagram"})
    bodies: dict[str | None, dict[str, Any]] = {
        "NewDiagram": {"json": {"diagram": draw_lab()}},
        "Question": {"json": {"diagram": draw_lab()}},
        "Arrange": {"json": {"diagram": draw_lab(), "style": "force"}},
        "Compare": {"json": {"old": draw_lab(), "new": draw_lab()}},
        "NewTitle": {"json": {"title": "New"}},
        "PasswordChange": {"json": {"current": PASSWORD, "new": "seven green ladders"}},
        "Proof": {"json": {"password": PASSWORD}},
        "TokenWish": {"json": {"name": "nightly", "password": PASSWORD}},
        "RevisionName": {"json": {"name": "Kept"}},
        "Rotation": {"json": {"group": "n2"}},
        "Nothing": {"json": {}},
        "ExportOptions": {"json": {}},
        "application/octet-stream": {"data": CONFIG},
        "multipart/form-data": {
            "data": {"file": CONFIG.decode(), "diagram": json.dumps(draw_lab())},
            "content_type": "multipart/form-data",
        },
        None: {},
    }
    body = {"data": make_png()} if name == "keep_picture" else bodies[OPERATIONS[name].takes]
    headers = {"If-Match": '"1"'} if OPERATIONS[name].needs_revision else {}

    with alice.write(method.upper(), path.format(**places), headers=headers, **body) as answer:
        assert answer.status_code < 400, answer.status
        described = operation["responses"][str(answer.status_code)].get("content", {})
        gives_any_format = OPERATIONS[name].formats == "written"
        wanted = {each.media_type for each in registry.list_writable()} if gives_any_format else {answer.mimetype}
        wanted = {*MEDIA_TYPES} if name == "show_picture" else wanted
        assert (wanted if answer.data else set()) == set(described)
        assert answer.mimetype in {*wanted, ""}
        for content in described.values():
            if content["schema"].get("format") != "binary":
                check(answer.get_json(), content["schema"], document["components"]["schemas"])


def test_an_error_answers_as_described(nobody: Browser) -> None:
    schemas = read_document(nobody)["components"]["schemas"]

    for answer in (nobody.get("/api/v1/nothing"), nobody.post("/api/v1/diagrams", json={"diagram": {"nodes": 1}})):
        check(answer.get_json(), schemas["Error"], schemas)
