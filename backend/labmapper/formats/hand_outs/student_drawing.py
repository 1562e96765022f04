"""The drawing of a lab as one person sees it, as SVG: their own pod with its numbers, without the pods of others."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html import escape

from labmapper.core.drawing.box_grid import Point
from labmapper.core.drawing.document import Diagram
from labmapper.core.drawing.items import Device, Node, Note, Shape, Users, Zone
from labmapper.core.lab.structure import DeviceType, Lab, Person, UserType
from labmapper.formats.hand_outs.pictures import show_picture
from labmapper.formats.hand_outs.student_cables import TILE_HEIGHT, DrawnCables, cut, draw_cables, paint

# In canvas units: the room around everything.
_MARGIN = 24.0
# A note that is farther than this from everything else is told under the drawing: within, it would make all of it tiny.
_FAR = 240.0
# How wide tiles are: as wide as the longest text on them, within bounds; letters of a name, an address and a kind, and the room beside.
_NARROWEST, _WIDEST, _BESIDE = 64.0, 128.0, 14.0
_NAME, _HOST, _KIND = 7.0, 6.0, 4.8
# What stands for a number in names and addresses.
_NUMBER = re.compile(r"\{[^{}]*\}")
_TITLES = {
    "l3switch": "layer 3 switch",
    "loadbalancer": "load balancer",
    "accesspoint": "access point",
    "generic": "device",
}


@dataclass(frozen=True, slots=True)
class VisiblePart:
    """What one group sees of a drawing: nodes, zones and cables, and the device types by the node that they were drawn as."""

    nodes: tuple[Node, ...]
    zones: tuple[Zone, ...]
    cables: DrawnCables
    tile_width: float
    types: dict[str, list[DeviceType]]


def find_visible_part(drawing: Diagram, lab: Lab, users: UserType) -> VisiblePart:
    """Return what *users* see: what they reach or own, and what is scenery; no pods of others that they do not reach.

    What is on a layer that is hidden is not seen.
    """
    types: dict[str, list[DeviceType]] = {}
    foreign = set()
    for copies in lab.list_copies(users):
        for device in copies.devices:
            item = device.place.item or ""
            foreign |= {item} if copies.owner else set()
            types.setdefault(item, []).append(device)
    parents = {zone.id: zone for zone in drawing.zones}
    pods = {device.place.item for device in lab.devices if device.pod and device.pod != users.name} - types.keys()
    hidden = set(drawing.settings.hidden)
    nodes = tuple(
        node
        for node in drawing.nodes
        if node.id not in pods and not isinstance(node, Users) and node.layer not in hidden
    )
    shown: set[str] = set()
    for node in nodes:
        around = node.zone
        while around is not None and around not in shown:
            shown.add(around)
            around = parents[around].zone
    empty = {zone.id for zone in drawing.zones if zone.pod is None}
    zones = tuple(zone for zone in drawing.zones if zone.id in shown | empty and zone.layer not in hidden)
    width = max((_measure_tile(node) for node in nodes), default=_NARROWEST)
    usual = drawing.settings.cables or "straight"
    cables = draw_cables(drawing.links, {node.id: node for node in nodes}, usual, width)
    return VisiblePart(
        nodes, zones, cables, width, {item: known for item, known in types.items() if item not in foreign}
    )


def _measure_tile(node: Node) -> float:
    """Return how wide the tile of *node* must be for its name, address and kind."""
    if isinstance(node, Note | Shape):
        return _NARROWEST
    count = 2 if isinstance(node, Device) and node.count > 1 else 1
    host = node.connections[0].host if isinstance(node, Device) and node.connections else ""
    name, address = (_NUMBER.sub("00", text) for text in (node.label, host))
    sizes = (len(cut(name)) * count * _NAME, len(cut(address)) * count * _HOST, len(_title(node)) * _KIND)
    return min(max(_NARROWEST, max(sizes) + _BESIDE), _WIDEST)


def _title(node: Node) -> str:
    return _TITLES.get(node.kind, node.kind) if isinstance(node, Device) else node.type


def render_drawing(
    drawing: Diagram, visible: VisiblePart, person: Person, title: str, *, with_hosts: bool
) -> Iterator[str]:
    """Yield the SVG element of the drawing as *person* sees it, called *title*, *with_hosts* under the names of what they reach."""
    far = _find_far_notes(visible)
    shown = [node for node in visible.nodes if node.id not in far]
    if not shown and not visible.zones:
        return
    left, top, right, bottom = (
        edge + side * _MARGIN
        for edge, side in zip(
            _bound(shown, visible.zones, visible.tile_width, visible.cables.corners), (-1, -1, 1, 1), strict=True
        )
    )
    width, height = right - left, bottom - top
    yield f'<svg class="drawing" viewBox="{left:g} {top:g} {width:g} {height:g}" role="img" aria-label="{escape(title)}">'
    yield from (show_picture(node, drawing, _find_box(node)) for node in shown if isinstance(node, Shape))
    for zone in visible.zones:
        yield f'<rect class="zone{paint(zone.color)}" x="{zone.x:g}" y="{zone.y:g}" width="{zone.width:g}" height="{zone.height:g}" rx="8"/>'
        yield f'<text class="zone-title" x="{zone.x + 8:g}" y="{zone.y + 16:g}">{escape(cut(zone.label))}</text>'
    yield from (_render_shape(node) for node in shown if isinstance(node, Shape))
    yield visible.cables.svg
    for node in shown:
        yield from _render_node(node, visible, person, with_hosts=with_hosts)
    yield "</svg>"
    for note in far.values():
        yield f'<p class="note">{escape(note.label)}</p>'


def _find_far_notes(visible: VisiblePart) -> dict[str, Note]:
    """Return the notes, by id, that stand far from everything that is no note."""
    rest = [node for node in visible.nodes if not isinstance(node, Note)]
    if not rest and not visible.zones:
        return {}
    left, top, right, bottom = _bound(rest, visible.zones, visible.tile_width)
    return {
        note.id: note
        for note in visible.nodes
        if isinstance(note, Note)
        and not (left - _FAR <= note.x <= right + _FAR and top - _FAR <= note.y <= bottom + _FAR)
    }


def _bound(
    nodes: Sequence[Node], zones: Sequence[Zone], tile: float, corners: Sequence[Point] = ()
) -> tuple[float, float, float, float]:
    """Return left, top, right and bottom of *nodes* with their names, of *zones*, and of *corners* of cables."""
    boxes = [(x, y, x + width, y + height) for x, y, width, height in (_find_box(node, tile) for node in nodes)]
    boxes += [(zone.x, zone.y, zone.x + zone.width, zone.y + zone.height) for zone in zones]
    boxes += [(x, y, x, y) for x, y in corners]
    lefts, tops, rights, bottoms = zip(*boxes, strict=True)
    return min(lefts), min(tops), max(rights), max(bottoms)


def _find_box(node: Node, tile: float = _WIDEST) -> tuple[float, float, float, float]:
    width, height = (abs(node.width), abs(node.height)) if isinstance(node, Shape) else (tile, TILE_HEIGHT)
    return node.x - width / 2, node.y - height / 2, width, height


def _render_shape(shape: Shape) -> str:
    if shape.shape == "picture":
        return ""
    x, y, width, height = _find_box(shape)
    text = f'<text class="note" x="{shape.x:g}" y="{shape.y + 4:g}">{escape(cut(shape.label, 60))}</text>'
    if shape.shape == "ellipse":
        size = f'rx="{width / 2:g}" ry="{height / 2:g}"'
        return f'<ellipse class="zone{paint(shape.color)}" cx="{shape.x:g}" cy="{shape.y:g}" {size}/>{text}'
    if shape.shape == "rectangle":
        return (
            f'<rect class="zone{paint(shape.color)}" x="{x:g}" y="{y:g}" width="{width:g}" height="{height:g}"/>{text}'
        )
    right, down = shape.width / 2, shape.height / 2
    start, end = f"M{shape.x - right:g} {shape.y - down:g}", f"L{shape.x + right:g} {shape.y + down:g}"
    return f'<path class="cable{paint(shape.color)}" d="{start}{end}{_render_head(shape) if shape.shape == "arrow" else ""}"/>{text}'


def _render_head(arrow: Shape) -> str:
    """Return the path of both strokes of the head of *arrow*."""
    length = (arrow.width**2 + arrow.height**2) ** 0.5 or 1.0
    dx, dy = 9 * arrow.width / length, 9 * arrow.height / length
    x, y = arrow.x + arrow.width / 2, arrow.y + arrow.height / 2
    one, other = (x - dx - dy / 2, y - dy + dx / 2), (x - dx + dy / 2, y - dy - dx / 2)
    return f"M{one[0]:g} {one[1]:g}L{x:g} {y:g}L{other[0]:g} {other[1]:g}"


def _render_node(node: Node, visible: VisiblePart, person: Person, *, with_hosts: bool) -> Iterator[str]:
    x, y, width = node.x, node.y, visible.tile_width
    if isinstance(node, Shape):
        return
    if isinstance(node, Note):
        text = " ".join(part for part in (node.heading, node.label) if part)
        yield f'<text class="note" x="{x:g}" y="{y:g}">{escape(cut(text, 60))}</text>'
        return
    types = visible.types.get(node.id, [])
    name, host = _name(node, types, person)
    style = "" if types or not isinstance(node, Device) else " scenery"
    yield f'<rect class="tile{style}" x="{x - width / 2:g}" y="{y - TILE_HEIGHT / 2:g}" width="{width:g}" height="{TILE_HEIGHT:g}" rx="6"/>'
    yield f'<text class="kind" x="{x:g}" y="{y - 13:g}">{escape(_title(node))}</text>'
    yield f'<text class="name" x="{x:g}" y="{y + 3:g}">{escape(cut(name))}</text>'
    yield f'<text class="host" x="{x:g}" y="{y + 18:g}">{escape(cut(host))}</text>' if host and with_hosts else ""


def _name(node: Node, types: list[DeviceType], person: Person) -> tuple[str, str]:
    """Return name and address of *node* with the numbers of *person*, the first and the last of a stack."""
    if not types:
        return node.label, ""
    device, pod = types[0], person.pod or 0
    ends = sorted({device.numbers[0], device.numbers[-1]})
    host = device.find_parameter("hostname")
    names = [device.names.render(n, pod) for n in ends]
    hosts = [host.render(n, pod) for n in ends] if host else []
    return "…".join(dict.fromkeys(names)), "…".join(dict.fromkeys(hosts))
