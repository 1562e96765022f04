"""The diagram as graphs: what is inside what, what is cabled to what, and who was given what.

networkx answers the questions; every answer costs no more than the part of the drawing it is about.
"""

from dataclasses import dataclass
from functools import cached_property

import networkx as nx

from labmapper.core.drawing.document import Diagram
from labmapper.core.drawing.items import Device, Users, Zone


@dataclass(frozen=True)
class LabGraph:
    """A diagram as three graphs over its ids, each made when somebody asks; what is joined to nothing need not be in them.

    Devices, which are nearly all of a large drawing, are listed by their zones: nothing is in a device.
    """

    diagram: Diagram

    @cached_property
    def contains(self) -> "nx.DiGraph[str]":
        """Each zone to the zones in it."""
        graph: nx.DiGraph[str] = nx.DiGraph()
        graph.add_nodes_from(self.zones)
        graph.add_edges_from([(zone.zone, zone.id) for zone in self.diagram.zones if zone.zone])
        return graph

    @cached_property
    def cables(self) -> "nx.Graph[str]":
        """The links; gateways and networks are in it even without any."""
        graph: nx.Graph[str] = nx.Graph()
        graph.add_nodes_from([node.id for node in self.diagram.nodes if node.type in ("gateway", "network")])
        graph.add_edges_from([(link.source.node, link.target.node) for link in self.diagram.links])
        return graph

    @cached_property
    def grants(self) -> "nx.DiGraph[str]":
        """Each users node to what its people may reach."""
        graph: nx.DiGraph[str] = nx.DiGraph()
        graph.add_nodes_from([node.id for node in self.users])
        graph.add_edges_from([(edge.users, edge.target) for edge in self.diagram.access])
        return graph

    @cached_property
    def users(self) -> tuple[Users, ...]:
        """The groups of people."""
        return tuple([node for node in self.diagram.nodes if node.type == "users"])

    @cached_property
    def devices(self) -> dict[str, Device]:
        """The devices; those for the drawing only have no connections here, whatever waits in the document."""
        return {node.id: _as_opened(node) for node in self.diagram.nodes if node.type == "device"}

    @cached_property
    def devices_by_zone(self) -> dict[str, list[str]]:
        """The ids of the devices in each zone that has any, without those in the zones in it."""
        inside: dict[str, list[str]] = {}
        for device in self.devices.values():
            if device.zone:
                inside.setdefault(device.zone, []).append(device.id)
        return inside

    @cached_property
    def zones(self) -> dict[str, Zone]:
        """The zones."""
        return {zone.id: zone for zone in self.diagram.zones}


def _as_opened(device: Device) -> Device:
    return device.model_copy(update={"connections": []}) if device.scenery else device


def find_granted(graph: LabGraph, users: Users) -> frozenset[str] | None:
    """Return the ids of the devices that access edges give to *users*, or None where there are no such edges."""
    if not graph.grants.out_degree(users.id):
        return None
    targets = set(graph.grants.successors(users.id))
    zones = _find_inside(graph, targets & graph.zones.keys())
    granted = {device for zone in zones for device in graph.devices_by_zone.get(zone, ())}
    granted |= targets & graph.devices.keys()
    for target in targets:
        if target not in graph.zones and target not in graph.devices:  # a network
            granted.update(graph.cables.neighbors(target))
    return frozenset(granted & graph.devices.keys())


def find_pods(graph: LabGraph) -> dict[str, Zone]:
    """Return for every zone and device in a pod the pod, the innermost one where pods are drawn in pods."""
    pods: dict[str, Zone] = {}
    if not any(zone.pod for zone in graph.diagram.zones):
        return pods
    outermost = [zone for zone, around in graph.contains.in_degree() if not around]
    for root in outermost:
        for outer, inner in nx.dfs_edges(graph.contains, root):
            pod = _find_own_pod(graph, pods, outer)
            if pod is not None:
                pods[inner] = pod
    for zone, devices in graph.devices_by_zone.items():
        pod = _find_own_pod(graph, pods, zone)
        if pod is not None:
            pods |= dict.fromkeys(devices, pod)
    return pods


def _find_own_pod(graph: LabGraph, pods: dict[str, Zone], zone: str) -> Zone | None:
    """Return the pod of what lies in *zone*, where *pods* has those around it."""
    return graph.zones[zone] if graph.zones[zone].pod else pods.get(zone)


def _find_inside(graph: LabGraph, zones: set[str]) -> set[str]:
    """Return *zones* with all zones in them; each part of the drawing is looked at once, however they overlap."""
    inside = set(zones)
    waiting = list(zones)
    while waiting:
        fresh = [zone for zone in graph.contains.successors(waiting.pop()) if zone not in inside]
        inside.update(fresh)
        waiting += fresh
    return inside


def find_cut_off(graph: LabGraph) -> frozenset[str]:
    """Return the ids of the devices that no cable path joins to a gateway; none where no gateway is drawn."""
    gateways = [node.id for node in graph.diagram.nodes if node.type == "gateway"]
    if not gateways:
        return frozenset()
    joined: set[str] = set()
    for gateway in gateways:
        if gateway not in joined:
            joined |= nx.node_connected_component(graph.cables, gateway)
    return frozenset(graph.devices.keys() - joined)


def count_dependents(graph: LabGraph) -> dict[str, int]:
    """Return for every node how many devices its failure would cut off from all gateways, where it is any."""
    gateways = [node.id for node in graph.diagram.nodes if node.type == "gateway"]
    if not gateways:
        return {}
    outside = ""  # No id is empty: the one place from which every gateway is reached.
    rooted: nx.DiGraph[str] = nx.DiGraph(graph.cables.edges)
    rooted.add_edges_from((end, start) for start, end in graph.cables.edges)
    rooted.add_edges_from((outside, gateway) for gateway in gateways)
    dominators = nx.immediate_dominators(rooted, outside)
    tree: nx.DiGraph[str] = nx.DiGraph((over, under) for under, over in dominators.items() if over not in (None, under))
    behind: dict[str, int] = dict.fromkeys(tree, 0)
    for over, under in reversed(list(nx.dfs_edges(tree, outside))):
        behind[over] += behind[under] + (under in graph.devices)
    return {node: count for node, count in behind.items() if count and node != outside}
