"""The page with the editor: on the diagram last worked on, on a new one, or on a saved one."""

import gzip
from typing import Any

from flask import Blueprint, Response, get_flashed_messages, make_response, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from labmapper.core.drawing.document import Diagram, render_diagram, start_diagram
from labmapper.formats import registry
from labmapper.persistence.diagrams import SavedDiagram
from labmapper.web.accounts.identity import find_owner, find_person, require_owner
from labmapper.web.diagrams.documents import get_drawing
from labmapper.web.formatting import render_time
from labmapper.web.icons import ICONS
from labmapper.web.language.catalogues import localize
from labmapper.web.language.text import get_catalogue
from labmapper.web.services import get_diagrams
from labmapper.web.static_files.assets import CATALOGUE, EXAMPLES, HELP

editor = Blueprint("editor", __name__)


@editor.get("/")
def open_latest() -> ResponseReturnValue:
    """Open the diagram last worked on; who has none gets an empty one."""
    owner = find_owner()
    latest = get_diagrams().find_latest(owner) if owner else None
    if latest is None:
        return open_new()
    return redirect(url_for("editor.open_saved", diagram_id=latest))


@editor.get("/new")
def open_new() -> ResponseReturnValue:
    """Open an empty diagram. It is saved with the first change."""
    messages = get_flashed_messages()
    page = make_response(render_editor(None, start_diagram(), messages))
    return page if messages or find_person() else _pack(page)


@editor.get("/diagrams/<token:diagram_id>")
def open_saved(diagram_id: str) -> ResponseReturnValue:
    """Open a saved diagram."""
    saved = get_diagrams().load(require_owner(), diagram_id)
    return render_editor(saved, get_drawing(saved), get_flashed_messages())


def render_editor(saved: SavedDiagram | None, drawing: Diagram, messages: list[Any]) -> str:
    """Return the page of the editor with *drawing* in it, which is new where it is not *saved*, and *messages* to show."""
    person = find_person()
    data = {
        "id": saved.info.id if saved else None,
        "revision": saved.info.revision if saved else 0,
        "requestKey": saved.request_key if saved else None,
        "savedAt": render_time(saved.info.updated_at) if saved else None,
        "diagram": render_diagram(drawing),
        "username": person.username if person else None,
        "messages": messages,
        "urls": build_urls(),
    }
    return render_template("editor.html", data=data, accepted=registry.list_accepted())


def _pack(page: Response) -> Response:
    """Return *page* compressed for who takes that: nothing in it was chosen by anybody, so its length tells nothing of its token."""
    page.vary.add("Accept-Encoding")
    if request.accept_encodings.quality("gzip") > 0:
        page.set_data(gzip.compress(page.get_data(), mtime=0))
        page.content_encoding = "gzip"
    return page


def build_urls() -> dict[str, str]:
    """Return the addresses that the editor goes to."""
    language = get_catalogue().language
    return {
        "catalogue": url_for("static", filename=localize(CATALOGUE, language)),
        "icons": url_for("static", filename=ICONS),
        "examples": url_for("static", filename=EXAMPLES),
        "help": url_for("static", filename=localize(HELP, language)),
        "api": url_for("api.diagrams.list_diagrams").removesuffix("/diagrams"),
        "new": url_for("editor.open_new"),
        "diagrams": url_for("diagrams.list_diagrams"),
        "convert": url_for("convert.upload"),
        "login": url_for("logging_in.login"),
        "register": url_for("logging_in.register"),
        "account": url_for("account.show"),
        "logout": url_for("logging_in.logout"),
    }
