"""What a drawing means: the lab of a diagram."""

from dataclasses import replace
from functools import lru_cache
from typing import NamedTuple

from labmapper.core.drawing import items as drawn
from labmapper.core.drawing.graph import LabGraph, find_granted, find_pods
from labmapper.core.lab.copies import parse_copies, share_out_lists
from labmapper.core.lab.defaults import apply_defaults
from labmapper.core.lab.listed import get_usual_mode
from labmapper.core.lab.numbering import (
    Pattern,
    build_literal,
    build_pattern,
    parse_first,
    parse_pattern,
)
from labmapper.core.lab.passwords import PasswordRecipe
from labmapper.core.lab.structure import Defaults, DeviceType, FixedPassword, Lab, Person, RandomPassword, UserType
from labmapper.core.lab.type_names import TypeNames
from labmapper.core.problems import Place

# There are few protocols, and many devices with each.
_build_protocol = lru_cache(maxsize=64)(build_literal)


def build_lab(graph: LabGraph) -> Lab:
    """Return the lab that the drawing of *graph* means; users and device types keep the order of drawing."""
    names = TypeNames()
    user_names = {node.id: names.take(node.label, "users") for node in graph.users}
    devices = _build_devices(graph, user_names)
    places = {item: place for place, item in enumerate(devices)}
    users = tuple(
        _build_users(node, user_names[node.id], _name_granted(graph, node, devices, places)) for node in graph.users
    )
    settings = graph.diagram.settings
    lab = Lab(
        users,
        tuple(device for each in devices.values() for device in each),
        settings.guacamole,
        settings.hashing,
        PasswordRecipe(settings.passwords.length, settings.passwords.symbol) if settings.passwords else None,
        defaults=tuple(_build_defaults(protocol, given) for protocol, given in settings.defaults.items()),
    )
    return share_out_lists(apply_defaults(lab))


def _build_defaults(protocol: str, given: dict[str, str]) -> Defaults:
    path = f"settings.defaults.{protocol}"
    places = {"": Place(None, path)} | {name: Place(None, f"{path}.{name}") for name in given}
    return Defaults(protocol, tuple(given.items()), places)


def _build_users(node: drawn.Users, name: str, reaches: tuple[str, ...] | None) -> UserType:
    usernames, first = parse_first(node.label)
    return UserType(
        name,
        usernames,
        first,
        node.count,
        _build_password(node.password),
        tuple(Person(**dict(entry)) for entry in node.roster),
        reaches,
        Place(node.id),
    )


def _name_granted(
    graph: LabGraph, node: drawn.Users, devices: dict[str, tuple[DeviceType, ...]], places: dict[str, int]
) -> tuple[str, ...] | None:
    """Return the names of the device types that access edges give to *node*, in the order of *places*, or None without such edges."""
    granted = find_granted(graph, node)
    if granted is None:
        return None
    return tuple([each.name for item in sorted(granted, key=places.__getitem__) for each in devices[item]])


def _build_password(password: drawn.RandomPassword | drawn.FixedPassword) -> RandomPassword | FixedPassword:
    if isinstance(password, drawn.FixedPassword):
        return FixedPassword(password.value)
    return RandomPassword(password.rotation, tuple(password.rotations.items()))


def _build_devices(graph: LabGraph, user_names: dict[str, str]) -> dict[str, tuple[DeviceType, ...]]:
    """Return the device types of every device by its id, one for each of its connections."""
    names = TypeNames()
    pods = find_pods(graph)
    devices: dict[str, tuple[DeviceType, ...]] = {}
    for node in graph.devices.values():
        owner = pods[node.id].pod if node.id in pods else None
        pod = user_names[owner] if owner else None
        devices[node.id] = tuple(
            [
                _build_device(node, position, names.take(node.label, node.kind), pod)
                for position in range(len(node.connections))
            ]
        )
    return devices


def _build_device(node: drawn.Device, position: int, name: str, pod: str | None) -> DeviceType:
    connection = node.connections[position]
    protocol, host, label = connection.protocol, connection.host, connection.label
    text = f"{node.label}{host}{label}"
    length = len(text) + text.count("{") * _PLACEHOLDER + len(pod or "") + len(protocol)
    build = _build_plain if length <= _LONGEST_KEPT else _build_plain.__wrapped__
    plain = build(_Plain(name, pod, node.id, node.label, node.count, position, label, protocol, host))
    if not connection.copies and not connection.parameters and not connection.port:
        return plain
    return replace(
        plain,
        parameters=_build_parameters(connection, plain.numbers),
        is_host_counting_stated=plain.is_host_counting_stated or "hostname" in connection.copies,
    )


# A preview has nearly all devices of the one before: those of a drawing of 5,000 nodes are kept, also as they were before
# the last change, in 50 MB at most. Nothing of them is secret: what may be is in parameters. A placeholder takes as much
# memory as so many characters.
_LONGEST_KEPT, _PLACEHOLDER = 255, 60


class _Plain(NamedTuple):
    """What is drawn of one connection, without its parameters: the one at *position* of *item*, which is called *title*."""

    name: str
    pod: str | None
    item: str
    title: str
    quantity: int
    position: int
    label: str
    protocol: str
    host: str


@lru_cache(maxsize=12_288)
def _build_plain(drawing: _Plain) -> DeviceType:
    """Return the device type of *drawing*, as if protocol and host were all that is said of it."""
    names, first = parse_first(drawing.title)
    label = drawing.label or (drawing.protocol if drawing.position else "")
    if label:
        names = build_pattern([*names.parts, " (", *parse_pattern(label).parts, ")"])
    hostname = parse_copies(drawing.host, get_usual_mode("hostname"), range(first, first + drawing.quantity))
    return DeviceType(
        drawing.name,
        names,
        first,
        drawing.quantity,
        (("protocol", _build_protocol(drawing.protocol)), ("hostname", hostname)),
        drawing.pod,
        Place(drawing.item, f"connections.{drawing.position}"),
        is_host_counting_stated="{" in drawing.host,
    )


def _build_parameters(connection: drawn.Connection, numbers: range) -> tuple[tuple[str, Pattern], ...]:
    """Return the parameters in the order of the file; what has a field of its own in the drawing comes first."""
    own = {"protocol": connection.protocol, "hostname": connection.host}
    if connection.port or isinstance(connection.copies.get("port"), list):
        own["port"] = connection.port
    listed = {name: "" for name, copies in connection.copies.items() if isinstance(copies, list)}
    texts = own | {name: text for name, text in (connection.parameters | listed).items() if name not in own}
    return tuple(
        (
            name,
            build_literal(text)
            if name == "protocol" and name not in listed
            else parse_copies(text, connection.copies.get(name, get_usual_mode(name)), numbers),
        )
        for name, text in texts.items()
    )
