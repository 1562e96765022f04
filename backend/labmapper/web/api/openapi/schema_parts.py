"""What schemas of the API are made of: texts and numbers, and objects, lists and maps of other schemas."""

from collections.abc import Iterable
from typing import Any

from labmapper.formats.options import Option
from labmapper.persistence.lab_files import MAX_NAME

Schema = dict[str, Any]

TEXT: Schema = {"type": "string"}
REQUEST_KEY: Schema = {"type": "string", "pattern": "^[!-~]{1,64}$"}
LAB_FILE_NAME: Schema = {"type": "string", "minLength": 1, "maxLength": MAX_NAME}
TOKEN: Schema = {"type": "string", "pattern": "^[A-Za-z0-9_-]{1,64}$"}
REVISION: Schema = {"type": "integer", "minimum": 0, "maximum": 2_147_483_647}
REVISION_TAG: Schema = {"type": "string", "pattern": '^"[0-9]{1,9}"$'}
NUMBER: Schema = {"type": "integer"}
COORDINATE: Schema = {"type": "number"}
FLAG: Schema = {"type": "boolean"}
TIME: Schema = {"type": "string", "format": "date-time"}
NO_TEXT: Schema = {"type": ["string", "null"]}
NO_NUMBER: Schema = {"type": ["integer", "null"]}
NO_TIME: Schema = {"type": ["string", "null"], "format": "date-time"}
TEXTS: Schema = {"type": "array", "items": TEXT}


def refer(name: str) -> Schema:
    """Return the reference to the schema *name*."""
    return {"$ref": f"#/components/schemas/{name}"}


def build_object(**properties: Schema) -> Schema:
    """Return the schema of an object that has all of *properties* and nothing else."""
    return {"type": "object", "properties": properties, "required": list(properties), "additionalProperties": False}


def build_list(name: str) -> Schema:
    """Return the schema of a list of *name*."""
    return {"type": "array", "items": refer(name)}


def build_map(values: Schema) -> Schema:
    """Return the schema of an object with any keys and such *values*."""
    return {"type": "object", "additionalProperties": values}


def describe_options(options: Iterable[Option]) -> dict[str, Schema]:
    """Return the schema of each of *options* by its name; formats may mean different things by one name."""
    schemas: dict[str, list[Schema]] = {}
    for option in options:
        described, known = option.as_schema() | {"description": option.label}, schemas.setdefault(option.name, [])
        if described not in known:
            known.append(described)
    return {name: each[0] if len(each) == 1 else {"anyOf": each} for name, each in schemas.items()}
