"""Opening files: any format that is read, as a diagram. Nothing is stored."""

from dataclasses import asdict
from typing import Any

from flask import Blueprint, Response, jsonify

from labmapper.core.drawing.contents import count_contents
from labmapper.core.drawing.document import Diagram, render_diagram
from labmapper.formats.topology.archives.archive import is_archive as is_zip
from labmapper.web.api.file_parts import FILE, decode_parts, read_parts
from labmapper.web.file_import import draw_import, get_readable, read_import
from labmapper.web.language.text import get_catalogue, t
from labmapper.web.refusals import Refusal

api = Blueprint("imports", __name__)

# So many devices without an address are named.
_MOST_NAMED = 200


@api.post("/imports")
def import_file() -> Response:
    """Return the diagram that a file holds or means, what is in it, its format with options, and all problems of reading it."""
    parts, given = read_parts()
    data = parts.pop(FILE, b"")
    given |= decode_parts(parts)
    if not data:
        raise Refusal(400, "empty", t("The file is empty. Choose a diagram document or a config.yaml."))
    imported = read_import(data, get_readable(given.pop("format", None), data), given)
    diagram, problems = draw_import(imported)
    is_archive = is_zip(data)
    return jsonify(
        format=imported.format.name,
        diagram=render_diagram(diagram),
        problems=[problem.as_json(get_catalogue().messages) for problem in problems],
        summary=_summarise(diagram),
        options=[option.as_json(t) for option in imported.format.read_options if is_archive or not option.of_archives],
    )


@api.post("/import")
def import_any_file() -> Response:
    """Do the same under the name that this had before."""
    return import_file()


def _summarise(diagram: Diagram) -> dict[str, Any]:
    contents = asdict(count_contents(diagram))
    lacking = contents["without_address"]
    return contents | {"without_address": lacking[:_MOST_NAMED], "lacking": len(lacking)}
