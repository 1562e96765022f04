"""What the API answers with."""

from collections.abc import Sequence
from typing import Any

from flask import Response, jsonify, url_for

from labmapper.core.changes.change import Change
from labmapper.persistence.diagrams import DiagramInfo
from labmapper.persistence.mappings import MAPPING, MappingInfo
from labmapper.web.formatting import render_time
from labmapper.web.language.text import get_catalogue

NO_CONTENT = ("", 204)


def render_changes(changes: Sequence[Change]) -> dict[str, Any]:
    """Return *changes* as sentences for people, and as codes with facts for programs."""
    messages = get_catalogue().messages
    return {
        "changes": [change.render(messages) for change in changes],
        "records": [change.as_json(messages) for change in changes],
    }


def render_info(info: DiagramInfo) -> dict[str, Any]:
    """Return a diagram as lists show it."""
    return {
        "id": info.id,
        "title": info.title,
        "revision": info.revision,
        "created_at": render_time(info.created_at),
        "updated_at": render_time(info.updated_at),
        "deleted_at": render_time(info.deleted_at),
    }


def render_mapping_info(diagram: str, info: MappingInfo) -> dict[str, Any]:
    """Return a mapping of *diagram* as lists show it, with the address of the file."""
    return {
        "id": info.id,
        "revision": info.facts.revision,
        "users": info.facts.users,
        "devices": info.facts.devices,
        "connections": info.facts.connections,
        "options": info.facts.options,
        "format": info.facts.format,
        "file_name": info.facts.file_name,
        "size": info.size,
        "sha256": info.sha256,
        "created_at": render_time(info.created_at),
        "url": url_for(f"api.mappings.{name_download(info)}", diagram_id=diagram, mapping_id=info.id),
    }


def name_download(info: MappingInfo) -> str:
    """Return the name of the route that downloads *info*: a mapping has one that tells its file."""
    return "download_mapping" if info.facts.format == MAPPING else "download_output"


def answer_saved(body: dict[str, Any], revision: int, status: int = 200) -> Response:
    """Return *body* with the revision as its entity tag."""
    response = jsonify(body)
    response.status_code = status
    response.set_etag(str(revision))
    return response
