"""The diagram of a topology that was read from the file of another tool."""

from typing import TYPE_CHECKING, Any

from labmapper.formats.topology.model import Topology

if TYPE_CHECKING:
    from labmapper.core.drawing.document import Diagram
    from labmapper.core.problems import Problem


def draw_topology(topology: Topology) -> "tuple[Diagram | None, tuple[Problem, ...]]":
    """Return the diagram of *topology* and all problems of reading it."""
    # pydantic takes longer to import than a config.yaml takes to convert.
    from labmapper.core.drawing import items as drawn  # noqa: PLC0415
    from labmapper.core.drawing.document import Diagram, Passwords, Settings  # noqa: PLC0415

    ids = {device.key: f"d{number}" for number, device in enumerate(topology.devices, start=1)}
    zones = {zone.key: f"z{number}" for number, zone in enumerate(topology.zones, start=1)}
    nodes: list[drawn.Node] = []
    for device in topology.devices:
        place: dict[str, Any] = {} if device.x is None or device.y is None else {"x": device.x, "y": device.y}
        zone = zones.get(device.zone or "")
        if device.role == "network":
            nodes.append(drawn.Network(id=ids[device.key], type="network", label=device.name, zone=zone, **place))
            continue
        nodes.append(
            drawn.Device(
                id=ids[device.key],
                type="device",
                kind=device.role,
                label=device.name,
                count=device.count,
                zone=zone,
                connections=[
                    drawn.Connection(
                        protocol=each.protocol,
                        host=each.host,
                        port=each.port,
                        label=each.label,
                        parameters=each.parameters,
                    )
                    for each in device.consoles
                ],
                **place,
            )
        )
    links = [
        drawn.Link(
            id=f"l{number}",
            source=drawn.LinkEnd(node=ids[cable.source.device], interface=cable.source.interface),
            target=drawn.LinkEnd(node=ids[cable.target.device], interface=cable.target.interface),
        )
        for number, cable in enumerate(topology.cables, start=1)
    ]
    boxes = []
    for area in topology.zones:
        x, y, width, height = area.box or (0.0, 0.0, 100.0, 100.0)
        inside = zones.get(area.zone or "")
        boxes.append(drawn.Zone(id=zones[area.key], label=area.name, zone=inside, x=x, y=y, width=width, height=height))
    diagram = Diagram(
        title=topology.title or "Untitled lab",
        settings=Settings(passwords=Passwords()),
        nodes=nodes,
        zones=boxes,
        links=links,
    )
    return diagram, tuple(topology.problems)
