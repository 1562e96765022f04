"""Writes the values of the API as TypeScript types, which tsc holds the editor's code against: `make api-types`.

They come from the schemas of the OpenAPI document, so that each shape is declared once. The file declares types only and
is never sent to a browser.
"""

from collections.abc import Iterator
from pathlib import Path

from labmapper.core.drawing.document import Diagram
from labmapper.formats import registry
from labmapper.web.api.openapi.schema_parts import Schema
from labmapper.web.api.openapi.schemas import build_schemas

TARGET = Path(__file__).parents[1] / "frontend/static/js/server/api-types.d.ts"

_HEADER = "// The values of the API, made from its OpenAPI document by `make api-types`. Do not edit.\n"
_PLAIN = {"string": "string", "integer": "number", "number": "number", "boolean": "boolean", "null": "null"}
_INDENT = "  "


def render_types() -> str:
    """Return the declarations of all schemas, by name. Of a diagram, what the server sends: nothing is left out."""
    schemas = build_schemas()
    diagram = Diagram.model_json_schema(mode="serialization", ref_template="#/components/schemas/{model}")
    schemas |= diagram.pop("$defs") | {"Diagram": diagram}
    _leave_formats_open(schemas)
    return _HEADER + "".join(f"\n{_declare(name, schemas[name])}" for name in sorted(schemas))


def _leave_formats_open(schemas: dict[str, Schema]) -> None:
    """Take out of *schemas* what lists the formats: another one changes nothing in the browser's sources."""
    for name in registry.list_previewed():
        schemas["Preview"]["properties"].pop(name)
    schemas["Question"]["properties"]["parts"]["items"] = {"type": "string"}
    schemas["ExportOptions"] = {"type": "object"}


def _declare(name: str, schema: Schema) -> str:
    if _is_record(schema):
        return f"export interface {name} {_render(schema)}\n"
    return f"export type {name} = {_render(schema)};\n"


def _render(schema: Schema, depth: int = 0) -> str:
    """Return the type of what *schema* describes, for a place that is indented *depth* times."""
    if "$ref" in schema:
        return str(schema["$ref"]).rpartition("/")[2]
    if "const" in schema or "enum" in schema:
        return " | ".join(_quote(value) for value in schema.get("enum", [schema.get("const")]))
    for key in ("anyOf", "oneOf"):
        if key in schema:
            return " | ".join(dict.fromkeys(_render(each, depth) for each in schema[key]))
    kinds = schema.get("type", [])
    return " | ".join(_render_kind(kind, schema, depth) for kind in ([kinds] if isinstance(kinds, str) else kinds))


def _render_kind(kind: str, schema: Schema, depth: int) -> str:
    if kind == "array":
        item = _render(schema["items"], depth)
        return f"({item})[]" if " | " in item else f"{item}[]"
    if kind != "object":
        return _PLAIN[kind]
    if _is_record(schema):
        return "\n".join(["{", *_list_properties(schema, depth + 1), f"{_INDENT * depth}}}"])
    rest = schema.get("additionalProperties", True)
    return (
        f"Record<string, {_render(rest, depth) if isinstance(rest, dict) else 'never' if rest is False else 'unknown'}>"
    )


def _list_properties(schema: Schema, depth: int) -> Iterator[str]:
    required = schema.get("required", ())
    for name, each in schema["properties"].items():
        yield f"{_INDENT * depth}{name}{'' if name in required else '?'}: {_render(each, depth)};"


def _is_record(schema: Schema) -> bool:
    return bool(schema.get("properties"))


def _quote(value: object) -> str:
    return f"'{value}'" if isinstance(value, str) else str(value)


if __name__ == "__main__":
    TARGET.write_text(render_types(), encoding="utf-8")
