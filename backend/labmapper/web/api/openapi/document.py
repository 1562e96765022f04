"""The API described by itself, as an OpenAPI document: one line of the table for each route, the rest from the app."""

import inspect
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

from flask import Blueprint, Response, current_app, jsonify, request
from werkzeug.routing import Rule

from labmapper import __version__
from labmapper.core.pictures.picture import MEDIA_TYPES
from labmapper.formats import registry
from labmapper.persistence.listing import MAX_PAGE_SIZE, SORTS
from labmapper.web.api.openapi.described_errors import ANY_ROUTE, WITH_BODY, WITH_PLACES, build_responses, list_refusals
from labmapper.web.api.openapi.schema_parts import (
    LAB_FILE_NAME,
    REQUEST_KEY,
    REVISION,
    REVISION_TAG,
    TEXT,
    TOKEN,
    Schema,
    describe_options,
    refer,
)
from labmapper.web.api.openapi.schemas import build_schemas
from labmapper.web.diagrams.queries import FLAGS

api = Blueprint("openapi", __name__)

_PLACE = re.compile(r"<(?:(\w+)(?:\([^)]*\))?:)?(\w+)>")
_JSON = "application/json"
_ANY_FORMAT, _ANY_PICTURE = "*/*", "image/*"
_FILE: Schema = {"type": "string", "format": "binary"}


@dataclass(frozen=True, slots=True)
class Operation:
    """What a route takes and gives beside what every route does.

    *gives* is a schema's name or a content type, None where the answer has no body; *query* has a schema for each name.
    With *formats* it takes the name of a format that can be read or written, and the options of all of these.
    What *has_parts* is a file of which single bytes can be asked for. *refuses* are the statuses of refusals that others
    do not have.
    """

    gives: str | None
    status: int = 200
    takes: str | None = None
    query: Mapping[str, Schema] = field(default_factory=dict)
    formats: Literal["read", "written"] | None = None
    needs_revision: bool = False
    may_come_again: bool = False
    has_parts: bool = False
    refuses: tuple[int, ...] = ()


_MADE_BEFORE = "An earlier request with this Idempotency-Key has made it; this one has made nothing."
_LISTED: Mapping[str, Schema] = {
    "q": TEXT,
    "sort": {"type": "string", "enum": list(SORTS)},
    "trash": {"type": "string", "enum": list(FLAGS)},
    "limit": {"type": "integer", "minimum": 1, "maximum": MAX_PAGE_SIZE},
    "cursor": TEXT,
}
# A flag in the address.
_SAID: Schema = {"type": "string", "enum": ["true", "false"]}
_PART = "The bytes that the header Range asks for."
_OCTETS, _FORM = "application/octet-stream", "multipart/form-data"
# What an update takes beside the newer file: the drawing, as JSON, and the file that was read before.
_UPDATED: Mapping[str, Schema] = {"diagram": TEXT, "before": {"type": "string", "format": "binary"}}
_UPDATING: Mapping[str, Schema] = {"prefer_file": _SAID, "remove_gone": _SAID, "kept_with": TOKEN}
OPERATIONS = {
    "list_diagrams": Operation("DiagramPage", query=_LISTED),
    "create_diagram": Operation("DiagramInfo", 201, takes="NewDiagram", may_come_again=True, refuses=(409,)),
    "load_diagram": Operation("SavedDiagram"),
    "save_diagram": Operation("DiagramInfo", takes="NewDiagram", needs_revision=True, refuses=(409,)),
    "rename_diagram": Operation("DiagramInfo", takes="NewTitle", refuses=(409, 412)),
    "duplicate_diagram": Operation("DiagramInfo", 201, may_come_again=True, refuses=(409, 422)),
    "delete_diagram": Operation(None, 204),
    "restore_diagram": Operation(None, 204),
    "erase_diagram": Operation(None, 204),
    "export_all": Operation("application/zip"),
    "list_revisions": Operation("RevisionPage", query={"cursor": REVISION}),
    "load_revision": Operation("SavedRevision"),
    "name_revision": Operation("Revision", takes="RevisionName"),
    "compare_revision": Operation("RevisionChanges", query={"since": REVISION}),
    "restore_revision": Operation("DiagramInfo", needs_revision=True, refuses=(409, 422)),
    "rotate_passwords": Operation("DiagramInfo", takes="Rotation", refuses=(409, 412)),
    "create_mapping": Operation("Mapping", 201, takes="Nothing", may_come_again=True, refuses=(409,)),
    "list_mappings": Operation("MappingPage", query={"cursor": TEXT, "of": TEXT}),
    "download_mapping": Operation("application/xml", has_parts=True),
    "download_output": Operation("application/octet-stream", has_parts=True),
    "compare_mapping": Operation("MappingChanges"),
    "delete_mapping": Operation(None, 204),
    "keep_file": Operation(
        "LabFile", 201, takes=_OCTETS, query={"name": LAB_FILE_NAME}, formats="read", refuses=(409,)
    ),
    "list_files": Operation("LabFileList"),
    "download_file": Operation(_OCTETS),
    "delete_file": Operation(None, 204),
    "keep_picture": Operation("Picture", 201, takes=_OCTETS, refuses=(409,)),
    "show_picture": Operation(_ANY_PICTURE),
    "list_credentials": Operation("text/csv", refuses=(422,)),
    "list_mapping_credentials": Operation("text/csv", refuses=(422,)),
    "export_diagram": Operation(_ANY_FORMAT, formats="written", refuses=(400, 422)),
    "export_diagram_with_options": Operation(_ANY_FORMAT, takes="ExportOptions", formats="written", refuses=(409,)),
    "preview": Operation("Preview", takes="Question", refuses=(404, 409)),
    "arrange_diagram": Operation("Arrangement", takes="Arrange"),
    "compare_diagrams": Operation("Changes", takes="Compare"),
    "import_file": Operation("Imported", takes=_OCTETS, formats="read"),
    "import_any_file": Operation("Imported", takes=_OCTETS, formats="read"),
    "update_from_file": Operation("Updated", takes=_FORM, query=_UPDATING, formats="read", refuses=(404,)),
    "change_password": Operation(None, 204, takes="PasswordChange", refuses=(409,)),
    "end_sessions": Operation(None, 204),
    "delete_account": Operation(None, 204, takes="Proof", refuses=(409,)),
    "list_tokens": Operation("TokenList"),
    "create_token": Operation("NewToken", 201, takes="TokenWish", refuses=(403, 409, 422)),
    "revoke_token": Operation(None, 204),
    "show_session": Operation("Session"),
    "show_openapi": Operation(_JSON),
}


@api.get("/openapi.json")
def show_openapi() -> Response:
    """Describe this API as an OpenAPI document."""
    return jsonify(build_document())


def build_document() -> dict[str, Any]:
    """Return the OpenAPI document of the app that serves this request."""
    paths: dict[str, dict[str, Any]] = {}
    for rule in current_app.url_map.iter_rules():
        if rule.endpoint.startswith("api."):
            path = paths.setdefault(_PLACE.sub(r"{\2}", rule.rule), {})
            for method in sorted((rule.methods or set()) - {"HEAD", "OPTIONS"}):
                path[method.lower()] = _describe(rule)
    return {
        "openapi": "3.1.0",
        "info": {
            "title": "Labmapper",
            "version": __version__,
            "license": {"name": "Apache-2.0", "identifier": "Apache-2.0"},
        },
        "servers": [{"url": request.root_url.rstrip("/")}],
        "paths": paths,
        "components": {
            "schemas": build_schemas(),
            "responses": build_responses(),
            "securitySchemes": _build_schemes(),
        },
        "security": [{"token": []}, {"session": []}, {}],
    }


def _build_schemes() -> dict[str, Any]:
    return {
        "token": {
            "type": "http",
            "scheme": "bearer",
            "description": "A personal token, made on the account page or by an operator.",
        },
        "session": {
            "type": "apiKey",
            "in": "cookie",
            "name": current_app.config["SESSION_COOKIE_NAME"],
            "description": "The browser's session. Every write also needs the header X-CSRFToken, from GET /api/v1/session.",
        },
    }


def _describe(rule: Rule) -> dict[str, Any]:
    _, subject, name = rule.endpoint.split(".")
    operation = OPERATIONS[name]
    described: dict[str, Any] = {
        "operationId": name,
        "tags": [subject],
        "summary": (inspect.getdoc(current_app.view_functions[rule.endpoint]) or "").split("\n")[0],
        "parameters": [*_list_places(rule), *_list_options(operation)],
        "responses": {
            str(operation.status): {"description": "As asked.", **_carry(operation.gives)},
            **({"200": {"description": _MADE_BEFORE, **_carry(operation.gives)}} if operation.may_come_again else {}),
            **({"206": {"description": _PART, **_carry(operation.gives)}} if operation.has_parts else {}),
            **list_refusals(_list_statuses(rule, operation)),
        },
    }
    if operation.takes:
        described["requestBody"] = {"required": True, **_carry_in(operation)}
    return described


def _list_statuses(rule: Rule, operation: Operation) -> Iterator[int]:
    """Yield with what the *operation* of *rule* may be refused."""
    yield from (*ANY_ROUTE, *operation.refuses)
    yield from WITH_PLACES if rule.arguments else ()
    yield from WITH_BODY if operation.takes else ()
    yield from (400, 412, 428) if operation.needs_revision else ()
    yield from (400,) if operation.query or operation.may_come_again else ()
    yield from (416,) if operation.has_parts else ()


def _carry_in(operation: Operation) -> dict[str, Any]:
    """Return the body that *operation* takes; a file comes as it is, or as a part of a form with what is said about it."""
    if operation.formats != "read":
        return _carry(operation.takes)
    parts = {"file": _FILE, **(_UPDATED if operation.takes == _FORM else {})}
    given = {**operation.query, **_list_format_query(operation)}
    form = {
        "type": "object",
        "properties": parts | given,
        "required": ["file", *(["diagram"] if len(parts) > 1 else [])],
    }
    content = {_FORM: {"schema": form}}
    return {"content": content if operation.takes == _FORM else {_OCTETS: {"schema": _FILE}, **content}}


def _carry(content: str | None) -> dict[str, Any]:
    if content is None:
        return {}
    if content == _ANY_FORMAT:
        return {"content": {each.media_type: {"schema": _FILE} for each in registry.list_writable()}}
    if content == _ANY_PICTURE:
        return {"content": {media_type: {"schema": _FILE} for media_type in MEDIA_TYPES}}
    if content == _JSON:
        return {"content": {_JSON: {"schema": {"type": "object"}}}}
    if "/" in content:
        return {"content": {content: {"schema": _FILE}}}
    return {"content": {_JSON: {"schema": refer(content)}}}


def _list_places(rule: Rule) -> list[dict[str, Any]]:
    return [
        {"name": name, "in": "path", "required": True, "schema": _describe_place(kind, name)}
        for kind, name in _PLACE.findall(rule.rule)
    ]


def _describe_place(kind: str, name: str) -> Schema:
    if name == "format_name":
        return {"type": "string", "enum": [each.name for each in registry.list_writable()]}
    return REVISION if kind == "int" else TOKEN


def _list_format_query(operation: Operation) -> dict[str, Schema]:
    """Return what may stand in the query string of an operation that takes formats: what is secret may not."""
    if operation.formats == "read":
        readable = registry.list_readable()
        options = describe_options(option for each in readable for option in each.read_options)
        return {"format": {"type": "string", "enum": [each.name for each in readable]}, **options}
    if operation.formats == "written" and operation.takes is None:
        offered = (option for each in registry.list_writable() for option in each.write_options)
        return describe_options(option for option in offered if not option.is_secret)
    return {}


def _list_options(operation: Operation) -> list[dict[str, Any]]:
    options: list[dict[str, Any]] = [
        {"name": name, "in": "query", "schema": schema}
        for name, schema in {**operation.query, **_list_format_query(operation)}.items()
    ]
    if operation.needs_revision:
        about = "The revision that the save is based on, in quotes."
        options.append(
            {"name": "If-Match", "in": "header", "required": True, "schema": REVISION_TAG, "description": about}
        )
    if operation.may_come_again:
        about = "Of your choice, a new one for each thing. The same request may then come again and makes no twin."
        options.append({"name": "Idempotency-Key", "in": "header", "schema": REQUEST_KEY, "description": about})
    return options
