"""The items of the diagram: a node for each device and note, a zone for each group, a link for each cable."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from labmapper.core.drawing import items as drawn
from labmapper.core.drawing.document import Diagram, Passwords, Settings
from labmapper.core.lab.structure import MAX_COUNT
from labmapper.core.problems import Problem
from labmapper.formats.topology.bends import place_bends
from labmapper.formats.topology.findings import Findings, shorten
from labmapper.formats.topology.layout import Layout, lay_out
from labmapper.formats.topology.model import Cable, Console, Device, Figure, Note, Topology, Zone
from labmapper.formats.topology.names import choose_names, clean_name, clean_text, spell_text
from labmapper.formats.topology.places import bound_place, is_place
from labmapper.formats.topology.zones import find_members, find_parents

_MOST_CONSOLES = 64
_LONGEST_TITLE = 200
_SMALLEST = 8.0
# Somebody leads a few of the cables by hand.
_MOST_BENDS = 20_000


def build_diagram(topology: Topology, findings: Findings) -> Diagram:
    """Return the diagram of *topology*, whose options are applied; what cannot be drawn goes into *findings*."""
    labels = choose_names(topology.devices, findings)
    zones = list({zone.key: zone for zone in reversed(topology.zones)}.values())[::-1]
    parents = find_parents(zones, findings)
    members = find_members(topology.devices, zones, parents)
    numbers = {device.key: number for number, device in reversed(list(enumerate(topology.devices)))}
    links = list(_draw_cables(topology, numbers, findings))
    # Where all cables run the same way, that is the drawing's: what is joined later runs so too.
    routes = {link.route for link, *_ in links}
    usual = routes.pop() if len(routes) == 1 else None
    _drop_bends(topology, findings)
    layout = lay_out(topology, members, parents, [(one, other) for _, _, one, other in links])
    ids = {zone.key: f"z{number}" for number, zone in enumerate(zones, start=1)}
    nodes = _draw_nodes(topology, labels, [ids.get(zone or "") for zone in members], layout, findings)
    return Diagram(
        title=clean_name(topology.title)[:_LONGEST_TITLE] or "Untitled lab",
        settings=Settings(passwords=Passwords(), cables=usual),
        nodes=nodes,
        zones=[_draw_zone(zone, ids, parents, layout) for zone in zones],
        links=[
            link.model_copy(
                update={
                    "route": None if usual else link.route,
                    "bends": _draw_bends(cable, (one, other), topology.devices, layout),
                }
            )
            for link, cable, one, other in links
        ],
    )


def _draw_nodes(
    topology: Topology, labels: Sequence[str], zones: Sequence[str | None], layout: Layout, findings: Findings
) -> list[drawn.Node]:
    """Return devices, notes and figures of *topology*, the devices called by *labels* and in the *zones* with these ids."""
    nodes: list[drawn.Node] = [
        _draw_device(device, number, label, zone, _as_place(layout.devices[number]))
        for number, (device, label, zone) in enumerate(zip(topology.devices, labels, zones, strict=True))
    ]
    nodes += [
        _draw_note(note, number, _as_place(place))
        for number, (note, place) in enumerate(zip(topology.notes, layout.notes, strict=True), start=1)
    ]
    if len(layout.figures) < len(topology.figures):
        # Without places of devices nobody knows what a figure would be beside.
        findings.add(Problem.warning("import-objects", variant="shapes", count=len(topology.figures)))
    nodes += [
        _draw_figure(figure, number, box)
        for number, (figure, box) in enumerate(zip(topology.figures, layout.figures, strict=False), start=1)
    ]
    return nodes


def _as_place(point: tuple[float, float] | None) -> dict[str, Any]:
    return {} if point is None else {"x": bound_place(point[0]), "y": bound_place(point[1])}


def _draw_device(device: Device, number: int, label: str, zone: str | None, place: Mapping[str, Any]) -> drawn.Node:
    id_ = f"d{number + 1}"
    if device.role == "network":
        return drawn.Network(id=id_, type="network", label=label, zone=zone, **place)
    connections = [_draw_console(each, device.count) for each in device.consoles[:_MOST_CONSOLES]]
    return drawn.Device(
        id=id_,
        type="device",
        kind=device.role,
        label=label,
        count=max(1, min(device.count, MAX_COUNT)),
        zone=zone,
        connections=connections,
        scenery=not connections,
        **place,
    )


def _draw_console(console: Console, count: int) -> drawn.Connection:
    spell = clean_text if count > 1 else spell_text
    return drawn.Connection(
        protocol=clean_text(console.protocol),
        host=clean_text(console.host) if console.is_typed else spell(console.host),
        port=spell(console.port),
        label=spell(console.label),
        parameters={clean_text(name): spell(value) for name, value in console.parameters.items()},
    )


def _draw_note(note: Note, number: int, place: Mapping[str, Any]) -> drawn.Note:
    return drawn.Note(id=f"n{number}", type="note", label=clean_text(note.text), **place)


def _draw_figure(figure: Figure, number: int, box: tuple[float, float, float, float]) -> drawn.Shape:
    is_line = figure.shape in ("line", "arrow")
    width, height = (bound_place(size) if is_line else max(_SMALLEST, bound_place(size)) for size in box[2:])
    return drawn.Shape(
        id=f"s{number}",
        type="shape",
        shape=figure.shape,
        label=clean_text(figure.text),
        width=width,
        height=height,
        color=figure.color,
        **_as_place(box[:2]),
    )


def _draw_zone(zone: Zone, ids: Mapping[str, str], parents: Mapping[str, str | None], layout: Layout) -> drawn.Zone:
    left, top, width, height = layout.zones[zone.key]
    return drawn.Zone(
        id=ids[zone.key],
        label=clean_name(zone.name),
        zone=ids.get(parents[zone.key] or ""),
        x=bound_place(left),
        y=bound_place(top),
        width=max(1.0, bound_place(width)),
        height=max(1.0, bound_place(height)),
        color=zone.color,
    )


def _draw_cables(
    topology: Topology, numbers: Mapping[str, int], findings: Findings
) -> Iterator[tuple[drawn.Link, Cable, int, int]]:
    """Yield a link for each cable between devices that there are, with the cable and the numbers of both; a loop has one twice."""
    for number, cable in enumerate(topology.cables, start=1):
        ends = (cable.source, cable.target)
        missing = [end.device for end in ends if end.device not in numbers]
        source, target = (_name_end(end.device, topology.devices, numbers) for end in ends)
        if missing:
            facts = {"source": source, "target": target, "missing": shorten(missing[0])}
            findings.add(Problem.warning("import-cable", cable.place, variant="to-nothing", **facts))
            continue
        one, other = (numbers[end.device] for end in ends)
        link_ends = [
            drawn.LinkEnd(node=f"d{place + 1}", interface=clean_name(end.interface))
            for place, end in zip((one, other), ends, strict=True)
        ]
        yield _draw_cable(number, cable, link_ends), cable, one, other


def _draw_cable(number: int, cable: Cable, ends: Sequence[drawn.LinkEnd]) -> drawn.Link:
    look = cable.look
    return drawn.Link(
        id=f"l{number}",
        source=ends[0],
        target=ends[1],
        name=clean_name(cable.name),
        color=look.color,
        width=look.width,
        dash=look.dash,
        route=look.route,
    )


def _drop_bends(topology: Topology, findings: Findings) -> None:
    """Leave the bends of cables where they are too many to be drawn."""
    room = _MOST_BENDS
    for cable in topology.cables:
        room -= len(cable.bends)
        if cable.bends and room < 0:
            findings.lose("bends", f"{cable.source.device} to {cable.target.device}", cable.place)
            cable.bends = ()


def _draw_bends(cable: Cable, ends: tuple[int, int], devices: Sequence[Device], layout: Layout) -> list[drawn.Bend]:
    """Return the bends of *cable*, none where the file has no places."""
    if not cable.bends or layout.scale is None:
        return []
    moves = [
        ((device.x or 0.0, device.y or 0.0), place)
        for device, place in ((devices[number], layout.devices[number]) for number in ends)
        if place and is_place(device.x, device.y)
    ]
    return place_bends(cable.bends, moves, layout.scale)


def _name_end(key: str, devices: Sequence[Device], numbers: Mapping[str, int]) -> str:
    return shorten(devices[numbers[key]].name if key in numbers else key)
