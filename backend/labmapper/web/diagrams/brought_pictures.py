"""Documents that leave with the pictures that lie on them, so that nothing is lost where they are opened next."""

from typing import Any

from labmapper.core.drawing.document import Diagram
from labmapper.core.drawing.drawn_pictures import list_pictures
from labmapper.persistence.permissions import Owner
from labmapper.web.services import get_pictures


def bring_pictures(owner: Owner, diagram_id: str, drawing: Diagram) -> Diagram:
    """Return *drawing*, that of a diagram of *owner*, with its pictures in it."""
    names = list_pictures(drawing)
    return drawing.model_copy(update={"pictures": get_pictures().embed(owner, diagram_id, names)}) if names else drawing


def complete_document(owner: Owner, diagram_id: str, document: dict[str, Any]) -> dict[str, Any]:
    """Return *document*, as it was saved and perhaps by a newer version, with its pictures in it."""
    nodes = document.get("nodes", [])
    names = {str(node["picture"]) for node in nodes if isinstance(node, dict) and node.get("picture")}
    pictures = get_pictures().embed(owner, diagram_id, names)
    return document | {"pictures": pictures} if pictures else document
