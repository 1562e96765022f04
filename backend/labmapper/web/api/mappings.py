"""Mappings over HTTP: generate, list, download, delete."""

from flask import Blueprint, Response, jsonify, request

from labmapper.core.pipeline import Compilation, render_mapping
from labmapper.formats import registry
from labmapper.persistence.diagrams import SavedDiagram
from labmapper.persistence.mappings import MAPPING, MappingFacts
from labmapper.web.accounts.identity import require_owner
from labmapper.web.api.answers import NO_CONTENT, render_changes, render_mapping_info
from labmapper.web.api.bodies import read_json, read_request_key
from labmapper.web.diagrams.changes import list_mapping_changes
from labmapper.web.diagrams.documents import compile_saved
from labmapper.web.downloads import answer_download
from labmapper.web.server.heavy_requests import share_seat
from labmapper.web.services import get_diagrams, get_mappings

api = Blueprint("mappings", __name__)


@api.post("/diagrams/<token:diagram_id>/mappings")
def create_mapping(diagram_id: str) -> tuple[Response, int]:
    """Generate and keep the mapping of a saved diagram, or answer 200 with what the same Idempotency-Key has made."""
    read_json()
    owner, mappings, key = require_owner(), get_mappings(), read_request_key()
    made = mappings.find_made(owner, diagram_id, key) if key else None
    if made is not None:
        return jsonify(render_mapping_info(diagram_id, made)), 200
    saved = get_diagrams().load(owner, diagram_id)
    _, compilation = compile_saved(saved)
    facts = build_facts(saved, compilation)
    pieces = render_mapping(compilation.lab, saved.seed)
    info = mappings.create(owner, diagram_id, facts, share_seat(pieces), request_key=key)
    return jsonify(render_mapping_info(diagram_id, info)), 201


@api.get("/diagrams/<token:diagram_id>/mappings")
def list_mappings(diagram_id: str) -> Response:
    """List a page of the mappings of a diagram, the latest first; ``of=all`` lists other outputs too."""
    kind = request.args.get("of", MAPPING)
    cursor = request.args.get("cursor")
    page = get_mappings().list(require_owner(), diagram_id, cursor=cursor, kind=None if kind == "all" else kind)
    return jsonify(mappings=[render_mapping_info(diagram_id, info) for info in page.items], next=page.next)


@api.get("/diagrams/<token:diagram_id>/mappings/<token:mapping_id>/user-mapping.xml")
def download_mapping(diagram_id: str, mapping_id: str) -> Response:
    """Download a mapping, byte for byte as it was generated."""
    return _answer_kept(diagram_id, mapping_id, registry.MAIN.media_type)


@api.get("/diagrams/<token:diagram_id>/mappings/<token:mapping_id>/file")
def download_output(diagram_id: str, mapping_id: str) -> Response:
    """Download a mapping or another output that was kept, byte for byte as it was generated."""
    return _answer_kept(diagram_id, mapping_id, "application/octet-stream")


def _answer_kept(diagram_id: str, mapping_id: str, media_type: str) -> Response:
    owner, mappings = require_owner(), get_mappings()
    info = mappings.get(owner, diagram_id, mapping_id)
    pieces = mappings.read(owner, diagram_id, mapping_id)
    response = answer_download(pieces, info.facts.file_name, media_type)
    response.content_length = info.size
    response.set_etag(info.sha256)
    # Several parts in one answer nobody asks for; such a request gets the whole file, as HTTP lets it.
    takes_ranges = "," not in request.headers.get("Range", "")
    response.make_conditional(request, accept_ranges=takes_ranges, complete_length=info.size)
    return response


@api.get("/diagrams/<token:diagram_id>/mappings/<token:mapping_id>/changes")
def compare_mapping(diagram_id: str, mapping_id: str) -> Response:
    """Tell who and what changed in a mapping since the one generated before it."""
    earlier, changes = list_mapping_changes(require_owner(), diagram_id, mapping_id)
    return jsonify(since=earlier.id if earlier else None, **render_changes(changes))


@api.delete("/diagrams/<token:diagram_id>/mappings/<token:mapping_id>")
def delete_mapping(diagram_id: str, mapping_id: str) -> tuple[str, int]:
    """Remove a mapping."""
    get_mappings().delete(require_owner(), diagram_id, mapping_id)
    return NO_CONTENT


def build_facts(saved: SavedDiagram, compilation: Compilation) -> MappingFacts:
    """Return what a mapping of the diagram *saved* is made of, which means *compilation*."""
    lab, summary = compilation.lab, compilation.summary
    options = {"guacamole": lab.guacamole, "hashing": lab.hashing}
    return MappingFacts(saved.info.revision, summary.users, summary.devices, summary.connections, options)
