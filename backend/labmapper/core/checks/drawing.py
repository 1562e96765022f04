"""What only the drawing shows: cables that lead nowhere, pods in pods, devices without a way in."""

from collections.abc import Iterator

from labmapper.core.checks.counting import check_counting
from labmapper.core.drawing.graph import LabGraph, find_cut_off, find_pods
from labmapper.core.drawing.items import PICTURED_KINDS, Device
from labmapper.core.problems import Place, Problem


def check_drawing(graph: LabGraph) -> Iterator[Problem]:
    """Yield what is wrong with the drawing of *graph* and does not show in its lab any more."""
    yield from _check_pods(graph)
    yield from _check_gateway(graph)
    yield from check_counting(tuple(graph.devices.values()))
    for device in graph.devices.values():
        # Nearly every device has a connection, and no parameters that could repeat anything.
        if not device.connections or any(each.parameters for each in device.connections):
            yield from _check_device(device)


def _check_pods(graph: LabGraph) -> Iterator[Problem]:
    for item, outer in find_pods(graph).items():
        zone = graph.zones.get(item)
        if zone is not None and zone.pod is not None:
            pods = {"pod": zone.label or zone.id, "outer": outer.label or outer.id}
            yield Problem.error("pod-nested", Place(zone.id, "pod"), **pods)


def _check_gateway(graph: LabGraph) -> Iterator[Problem]:
    cut_off = find_cut_off(graph)
    for device in graph.devices.values():
        if device.id in cut_off and device.connections:
            named = "named" if device.label else "unnamed"
            yield Problem.warning("gateway-out-of-reach", Place(device.id), variant=named, device=device.label)


def _check_device(device: Device) -> Iterator[Problem]:
    if not device.connections and not device.scenery and device.kind not in PICTURED_KINDS:
        place, named = Place(device.id, "connections"), "named" if device.label else "unnamed"
        yield Problem.warning("device-without-connection", place, variant=named, device=device.label)
    for position, connection in enumerate(device.connections):
        own = {"protocol": connection.protocol, "hostname": connection.host, "port": connection.port}
        for name in (name for name in own if name in connection.parameters):
            place = Place(device.id, f"connections.{position}.parameters.{name}")
            facts = {"parameter": name, "device": device.label, "value": own[name]}
            yield Problem.error("parameter-repeated", place, variant="in-drawing", **facts)
