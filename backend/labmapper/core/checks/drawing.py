"""What only the drawing shows: cables that lead nowhere, pods in pods, devices without a way in."""

from collections.abc import Iterator

from labmapper.core.drawing.graph import LabGraph, find_cut_off, find_pods
from labmapper.core.drawing.items import Device
from labmapper.core.problems import Place, Problem


def check_drawing(graph: LabGraph) -> Iterator[Problem]:
    """Yield what is wrong with the drawing of *graph* and does not show in its lab any more."""
    yield from _check_pods(graph)
    yield from _check_gateway(graph)
    for device in graph.devices.values():
        yield from _check_device(device)


def _check_pods(graph: LabGraph) -> Iterator[Problem]:
    for item, outer in find_pods(graph).items():
        zone = graph.zones.get(item)
        if zone is not None and zone.pod is not None:
            yield Problem(
                "pod-nested",
                "error",
                f"The pod {zone.label or zone.id} is inside the pod {outer.label or outer.id}.",
                "Drag it out, or make one of them an ordinary zone.",
                Place(zone.id, "pod"),
            )


def _check_gateway(graph: LabGraph) -> Iterator[Problem]:
    cut_off = find_cut_off(graph)
    for device in graph.devices.values():
        if device.id in cut_off and device.connections:
            yield Problem(
                "gateway-out-of-reach",
                "warning",
                f"No cable path joins {device.label or 'this device'} to the gateway: guacd could not reach it.",
                "Draw the missing cable, or delete the gateway if the drawing shows no management network.",
                Place(device.id),
            )


def _check_device(device: Device) -> Iterator[Problem]:
    if not device.connections:
        yield Problem(
            "device-without-connection",
            "warning",
            f"{device.label or 'This device'} has no connection: nobody can open it.",
            "Add a connection, or leave it as it is if it only belongs to the picture.",
            Place(device.id, "connections"),
        )
    for position, connection in enumerate(device.connections):
        own = {"protocol": connection.protocol, "hostname": connection.host, "port": connection.port}
        for name in own.keys() & connection.parameters.keys():
            yield Problem(
                "parameter-repeated",
                "error",
                f"The parameter {name} of {device.label} is given twice.",
                f"Delete it from the further parameters; '{own[name]}' is what counts.",
                Place(device.id, f"connections.{position}.parameters.{name}"),
            )
