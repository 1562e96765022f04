"""The first places of a drawing that was read from a format without any: everything in tiers, as tidying up does."""

from labmapper.core.arrangement.tidy import arrange
from labmapper.core.drawing.document import Diagram
from labmapper.core.drawing.items import Node

# Tiers compare every row with its neighbours; so many nodes take a second, and nobody sees them at once.
MOST_IN_TIERS = 2_000


def place_unplaced(diagram: Diagram) -> Diagram:
    """Return *diagram* laid out if not one of its nodes says where it is, else *diagram* as it is."""
    if not diagram.nodes or any(_has_place(node) for node in diagram.nodes):
        return diagram
    places = arrange(diagram, "tiers" if len(diagram.nodes) <= MOST_IN_TIERS else "grid")
    nodes = [
        node.model_copy(update=dict(zip(("x", "y"), places.nodes.get(node.id, (node.x, node.y)), strict=True)))
        for node in diagram.nodes
    ]
    zones = [
        zone.model_copy(update=dict(zip(("x", "y", "width", "height"), places.zones[zone.id], strict=True)))
        if zone.id in places.zones
        else zone
        for zone in diagram.zones
    ]
    return diagram.model_copy(update={"nodes": nodes, "zones": zones})


def _has_place(node: Node) -> bool:
    return bool({"x", "y"} & node.model_fields_set)
