"""The values of the API as JSON Schema; the diagram's is made from its model."""

from functools import cache

from labmapper.core.arrangement.tidy import STYLES
from labmapper.core.description import PARTS
from labmapper.core.drawing.document import Diagram
from labmapper.formats import registry
from labmapper.persistence.accounts.tokens import MAX_DAYS, MAX_TOKEN_NAME, SCOPES
from labmapper.web.api.openapi.schema_parts import (
    COORDINATE,
    FLAG,
    NO_NUMBER,
    NO_TEXT,
    NO_TIME,
    NUMBER,
    TEXT,
    TEXTS,
    TIME,
    Schema,
    build_list,
    build_map,
    build_object,
    describe_options,
    refer,
)
from labmapper.web.diagrams.documents import MAX_TITLE

# What a sentence names: texts, numbers and lists of texts.
_FACTS: Schema = {
    "type": "object",
    "additionalProperties": {"anyOf": [TEXT, NUMBER, TEXTS]},
}
_CHANGES = {"changes": TEXTS, "records": build_list("Change")}
_INFO = {
    "id": TEXT,
    "title": TEXT,
    "revision": NUMBER,
    "created_at": TIME,
    "updated_at": TIME,
    "deleted_at": NO_TIME,
}
_STORED_FILE = {"size": NUMBER, "sha256": TEXT, "created_at": TIME}
_REVISION = {"number": NUMBER, "name": NO_TEXT, "created_at": TIME, "is_current": FLAG}
_SCOPE: Schema = {"type": "string", "enum": list(SCOPES)}
_TOKEN = {
    "id": TEXT,
    "name": TEXT,
    "scope": _SCOPE,
    "created_at": TIME,
    "expires_at": NO_TIME,
    "used_at": NO_TIME,
}


@cache
def _build_diagram_schema() -> Schema:
    return Diagram.model_json_schema(ref_template="#/components/schemas/{model}")


def build_schemas() -> dict[str, Schema]:
    """Return all schemas by their names."""
    diagram = _build_diagram_schema().copy()
    parts: dict[str, Schema] = diagram.pop("$defs")
    schemas = parts | {"Diagram": diagram}
    for build in (
        _build_diagrams,
        _build_revisions,
        _build_mappings,
        _build_previews,
        _build_tools,
        _build_files,
        _build_parts_of_files,
        _build_accounts,
        _build_problems,
    ):
        schemas |= build()
    return schemas


def _build_diagrams() -> dict[str, Schema]:
    return {
        "DiagramInfo": build_object(**_INFO),
        "SavedDiagram": build_object(**_INFO, diagram=refer("Diagram")),
        "DiagramPage": build_object(diagrams=build_list("DiagramInfo"), next=NO_TEXT),
        "NewDiagram": build_object(diagram=refer("Diagram")),
        "Rotation": build_object(group=TEXT, username=NO_TEXT) | {"required": ["group"]},
        "NewTitle": build_object(title={"type": "string", "minLength": 1, "maxLength": MAX_TITLE}),
    }


def _build_revisions() -> dict[str, Schema]:
    return {
        "Revision": build_object(**_REVISION),
        "SavedRevision": build_object(**_REVISION, diagram=refer("Diagram")),
        "RevisionPage": build_object(revisions=build_list("Revision"), next=NO_TEXT),
        "RevisionName": {"type": "object", "properties": {"name": NO_TEXT}, "additionalProperties": False},
        "RevisionChanges": build_object(since=NO_NUMBER, **_CHANGES),
    }


def _build_mappings() -> dict[str, Schema]:
    return {
        "Mapping": build_object(
            id=TEXT,
            revision=NUMBER,
            users=NUMBER,
            devices=NUMBER,
            connections=NUMBER,
            options=build_object(guacamole=TEXT, hashing=TEXT),
            format=TEXT,
            file_name=TEXT,
            **_STORED_FILE,
            url=TEXT,
        ),
        "MappingPage": build_object(mappings=build_list("Mapping"), next=NO_TEXT),
        "MappingChanges": build_object(since=NO_TEXT, **_CHANGES),
        "LabFile": build_object(id=TEXT, name=TEXT, format=TEXT, **_STORED_FILE),
        "LabFileList": build_object(files=build_list("LabFile")),
        "Picture": build_object(id=TEXT, media_type=TEXT, width=NUMBER, height=NUMBER, size=NUMBER),
        "Nothing": build_object(),
    }


def _build_previews() -> dict[str, Schema]:
    return {
        "Question": build_object(
            diagram=refer("Diagram"),
            id=NO_TEXT,
            reveal=FLAG,
            limit=NUMBER,
            parts={"type": "array", "items": {"type": "string", "enum": [*PARTS, *registry.list_previewed()]}},
        )
        | {"required": ["diagram"]},
        "Preview": build_object(
            summary=refer("Summary"),
            problems=build_list("Problem"),
            expansion=build_map(refer("Expansion")),
            reach=build_map(TEXTS),
            dependents=build_map(NUMBER),
            **dict.fromkeys(registry.list_previewed(), refer("Excerpt")),
        )
        | {"required": ["summary", "problems"]},
        "Summary": build_object(users=NUMBER, devices=NUMBER, connections=NUMBER),
        "Excerpt": build_object(text=TEXT, truncated=FLAG, problems=build_list("Problem"))
        | {"required": ["text", "truncated"]},
        "Expansion": build_object(
            count=NUMBER,
            copies=NUMBER,
            items=build_list("ExpandedItem"),
            ends=build_list("ExpandedCopy"),
        )
        | {"required": ["count", "items"]},
        "ExpandedCopy": build_object(user=TEXT, items=build_list("ExpandedItem")),
        "ExpandedItem": {
            "type": "object",
            "properties": {"name": TEXT, "host": TEXT},
            "required": ["name"],
            "additionalProperties": False,
        },
    }


def _build_tools() -> dict[str, Schema]:
    return {
        "Arrange": build_object(
            diagram=refer("Diagram"),
            style={"type": "string", "enum": list(STYLES)},
            items=TEXTS | {"type": ["array", "null"]},
        )
        | {"required": ["diagram", "style"]},
        "Arrangement": build_object(
            nodes=build_map(build_object(x=COORDINATE, y=COORDINATE)),
            zones=build_map(build_object(x=COORDINATE, y=COORDINATE, width=COORDINATE, height=COORDINATE)),
            shapes=build_map(build_object(x=COORDINATE, y=COORDINATE, width=COORDINATE, height=COORDINATE)),
        ),
        "Compare": build_object(old=refer("Diagram"), new=refer("Diagram")),
        "Changes": build_object(**_CHANGES),
    }


def _build_files() -> dict[str, Schema]:
    return {
        "ExportOptions": {
            "type": "object",
            "properties": describe_options(each for known in registry.list_writable() for each in known.write_options),
            "additionalProperties": False,
        },
        "Imported": build_object(
            format=TEXT,
            diagram=refer("Diagram"),
            problems=build_list("Problem"),
            summary=refer("Contents"),
            options=build_list("FormatOption"),
        ),
        "Updated": build_object(
            format=TEXT,
            diagram=refer("Diagram"),
            problems=build_list("Problem"),
            options=build_list("FormatOption"),
            given=build_map(TEXT),
            former=NO_TEXT,
            known=NUMBER,
            changes=refer("Changes"),
            gone=refer("Changes"),
            kept=refer("Changes"),
        ),
    }


def _build_parts_of_files() -> dict[str, Schema]:
    return {
        "Contents": build_object(
            devices=NUMBER,
            networks=NUMBER,
            cables=NUMBER,
            zones=NUMBER,
            notes=NUMBER,
            shapes=NUMBER,
            connections=NUMBER,
            lacking=NUMBER,
            without_address=TEXTS,
        ),
        "FormatOption": build_object(
            name=TEXT,
            label=TEXT,
            kind={"type": "string", "enum": ["text", "number", "flag", "choice"]},
            default={"anyOf": [TEXT, NUMBER, FLAG, {"type": "null"}]},
            choices=TEXTS,
            choiceLabels=TEXTS,
            least=NUMBER,
            most=NUMBER,
            hint=TEXT,
            isSecret=FLAG,
            hasLines=FLAG,
        ),
    }


def _build_accounts() -> dict[str, Schema]:
    return {
        "PasswordChange": build_object(current=TEXT, new=TEXT),
        "Proof": build_object(password=TEXT),
        "Token": build_object(**_TOKEN),
        "TokenList": build_object(tokens=build_list("Token")),
        "TokenWish": build_object(
            name={"type": "string", "minLength": 1, "maxLength": MAX_TOKEN_NAME},
            password=TEXT,
            scope=_SCOPE,
            days={"type": "integer", "minimum": 1, "maximum": MAX_DAYS},
        )
        | {"required": ["name", "password"]},
        "NewToken": build_object(**_TOKEN, token=TEXT),
        "Session": build_object(signed_in=FLAG, username=NO_TEXT, csrf_token=TEXT),
    }


def _build_problems() -> dict[str, Schema]:
    return {
        "Problem": build_object(
            code=TEXT,
            variant=TEXT,
            severity={"type": "string", "enum": ["error", "warning"]},
            message=TEXT,
            hint=TEXT,
            facts=_FACTS,
            item=NO_TEXT,
            field=NO_TEXT,
            line=NO_NUMBER,
            column=NO_NUMBER,
            tells_line={"type": "boolean", "description": "Whether the message begins with the line."},
        ),
        "Change": build_object(code=TEXT, variant=TEXT, message=TEXT, facts=_FACTS, details=build_list("Change")),
        "Error": {
            "type": "object",
            "properties": {
                "error": build_object(code=TEXT, message=TEXT, problems=build_list("Problem")),
                "revision": NUMBER,
                "document": TEXT,
                "format": TEXT,
            },
            "required": ["error"],
        },
    }
