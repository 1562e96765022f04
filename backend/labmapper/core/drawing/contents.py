"""How much there is in a drawing: what one looks at before one takes over what was read from a file."""

from dataclasses import dataclass

from labmapper.core.drawing.document import Diagram
from labmapper.core.drawing.items import Device, Network, Note, Shape


@dataclass(frozen=True, slots=True)
class Contents:
    """Counts of what is drawn, and the names of the devices with a connection that says no host."""

    devices: int
    networks: int
    cables: int
    zones: int
    notes: int
    shapes: int
    connections: int
    without_address: tuple[str, ...]


def count_contents(diagram: Diagram) -> Contents:
    """Return what is in *diagram*."""
    devices = [node for node in diagram.nodes if isinstance(node, Device)]
    return Contents(
        devices=len(devices),
        networks=sum(isinstance(node, Network) for node in diagram.nodes),
        cables=len(diagram.links),
        zones=len(diagram.zones),
        notes=sum(isinstance(node, Note) for node in diagram.nodes),
        shapes=sum(isinstance(node, Shape) for node in diagram.nodes),
        connections=sum(len(device.connections) for device in devices),
        without_address=tuple(
            device.label for device in devices if any(not connection.host for connection in device.connections)
        ),
    )
