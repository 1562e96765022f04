"""Drawings after tidying up."""

from labmapper.core.arrangement.tidy import Arrangement
from labmapper.core.drawing.document import Diagram


def apply_arrangement(diagram: Diagram, arrangement: Arrangement) -> Diagram:
    """Return *diagram* with the places of *arrangement*."""
    nodes = [
        node.model_copy(update=dict(zip("xy", arrangement.nodes.get(node.id, (node.x, node.y)), strict=True)))
        for node in diagram.nodes
    ]
    names = ("x", "y", "width", "height")
    zones = [
        zone.model_copy(update=dict(zip(names, arrangement.zones.get(zone.id, ()), strict=False)))
        for zone in diagram.zones
    ]
    return diagram.model_copy(update={"nodes": nodes, "zones": zones})
