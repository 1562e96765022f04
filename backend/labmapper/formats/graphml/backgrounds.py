"""Boxes of yEd that lie behind nodes: they are nodes of the graph themselves, without an edge, and become zones."""

from labmapper.formats.graphml.graphics import Graphics
from labmapper.formats.topology.frames import Frame, take_frames
from labmapper.formats.topology.model import Topology

_MOST = 200
_MOST_COMPARED = 500_000


def take_backgrounds(topology: Topology, drawn: dict[str, Graphics]) -> None:
    """Make a zone or a figure of each device of *topology* without a cable in whose box others lie; *drawn* are all by their keys."""
    joined = {end.device for cable in topology.cables for end in (cable.source, cable.target)}
    loose = [device.key for device in topology.devices if device.key not in joined and device.key in drawn]
    middles = [(graphics.middle, key) for key, graphics in drawn.items()]
    if len(middles) * len(loose[:_MOST]) > _MOST_COMPARED:
        return
    frames = {
        key: Frame(box, drawn[key].label, drawn[key].shape, drawn[key].color)
        for key in loose[:_MOST]
        if (box := drawn[key].box) and any(other != key and _holds(box, middle) for middle, other in middles)
    }
    topology.devices = [device for device in topology.devices if device.key not in frames]
    take_frames(topology, list(frames.values()))


def _holds(box: tuple[float, float, float, float], point: tuple[float | None, float | None]) -> bool:
    x, y = point
    return x is not None and y is not None and box[0] < x < box[0] + box[2] and box[1] < y < box[1] + box[3]
