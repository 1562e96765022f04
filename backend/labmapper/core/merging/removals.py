"""What a newer file has no more, and the drawing without it."""

from labmapper.core.drawing.document import Diagram
from labmapper.core.merging.ties import Ties


def list_gone(current: Diagram, ties: Ties, *, knows_base: bool) -> frozenset[str]:
    """Return the ids of what stood in the former file and stands no more in the new one; people are never gone.

    Without the former file these are devices and networks that the new one does not have, and cables between two that it has:
    notes, zones and all else may have been drawn by hand.
    """
    if knows_base:
        people = {node.id for node in current.nodes if node.type in {"users", "gateway"}}
        return (ties.nodes.gone | ties.links.gone | ties.zones.gone) - people
    known, cables = set(ties.nodes.ours.values()), set(ties.links.ours.values())
    nodes = {node.id for node in current.nodes if node.type in {"device", "network"} and node.id not in known}
    links = {
        link.id
        for link in current.links
        if link.id not in cables and link.source.node in known and link.target.node in known
    }
    return frozenset(nodes | links)


def remove_items(diagram: Diagram, gone: frozenset[str]) -> Diagram:
    """Return *diagram* without the items *gone*, their cables and the access to them.

    Zones stay that are pods, that somebody has access to, or that something is left in.
    """
    nodes = [node for node in diagram.nodes if node.id not in gone]
    left = gone - _list_used_zones(diagram, gone)
    access = [edge for edge in diagram.access if edge.target not in left and edge.users not in left]
    return diagram.model_copy(
        update={
            "nodes": nodes,
            "zones": [zone for zone in diagram.zones if zone.id not in left],
            "links": [link for link in diagram.links if not gone & {link.id, link.source.node, link.target.node}],
            "access": access,
        }
    )


def _list_used_zones(diagram: Diagram, gone: frozenset[str]) -> set[str]:
    """Return the zones that are needed, and all around them."""
    around = {zone.id: zone.zone for zone in diagram.zones}
    needed = [node.zone for node in diagram.nodes if node.id not in gone]
    needed += [zone.id for zone in diagram.zones if zone.pod or zone.id not in gone]
    needed += [edge.target for edge in diagram.access if edge.target in around]
    used: set[str] = set()
    for start in needed:
        zone = start
        while zone is not None and zone not in used:
            used.add(zone)
            zone = around[zone]
    return used
