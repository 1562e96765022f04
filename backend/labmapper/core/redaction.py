"""Redaction: labs and diagrams without their passwords and secret parameters, for previews and for looking at old versions."""

from collections.abc import Set as AbstractSet
from dataclasses import replace

from labmapper.core.drawing.document import Diagram
from labmapper.core.drawing.items import Connection, Node, RosterEntry
from labmapper.core.drawing.items import RandomPassword as DrawnRandomPassword
from labmapper.core.guacamole.secrets import MASK, is_secret
from labmapper.core.lab.numbering import Pattern, build_pattern
from labmapper.core.lab.structure import Defaults, DeviceType, FixedPassword, Lab, Person, UserType

_DOTS = build_pattern([MASK])


def mask_lab(lab: Lab) -> Lab:
    """Return *lab* with dots for every password and every secret parameter; empty ones stay empty."""
    names = {name for device in lab.devices for name, _ in device.parameters}
    secret = {name for name in names if is_secret(name)}
    return replace(
        lab,
        users=tuple(_mask_users(users) for users in lab.users),
        devices=tuple([_mask_device(device, secret) for device in lab.devices]) if secret else lab.devices,
        defaults=tuple(_mask_defaults(defaults) for defaults in lab.defaults),
    )


def _mask_defaults(defaults: Defaults) -> Defaults:
    parameters = ((name, _mask(text) if is_secret(name) else text) for name, text in defaults.parameters)
    return replace(defaults, parameters=tuple(parameters))


def _mask_users(users: UserType) -> UserType:
    password = users.password
    if isinstance(password, FixedPassword):
        password = FixedPassword(_mask(password.value))
    return replace(users, password=password, roster=tuple(_mask_person(person) for person in users.roster))


def _mask_person(person: Person) -> Person:
    return replace(person, password=None if person.password is None else _mask(person.password))


def _mask_device(device: DeviceType, secret: AbstractSet[str]) -> DeviceType:
    if not any(name in secret for name, _ in device.parameters):
        return device
    parameters = tuple((name, _mask_value(value) if name in secret else value) for name, value in device.parameters)
    return replace(device, parameters=parameters)


def _mask_value(value: Pattern) -> Pattern:
    if value.listed:
        return Pattern((replace(value.listed, values=tuple(_mask(each) for each in value.listed.values)),))
    return value if value.literal == "" else _DOTS


def _mask(text: str) -> str:
    return MASK if text else ""


def strip_secrets(diagram: Diagram) -> Diagram:
    """Return *diagram* without passwords, what is known of people beside their user names, and parameters of connections.

    No picture shows any of them, nor the defaults of the parameters.
    """
    settings = diagram.settings.model_copy(update={"defaults": {}})
    return diagram.model_copy(update={"settings": settings, "nodes": [_strip(node) for node in diagram.nodes]})


def _strip(node: Node) -> Node:
    """Return *node* with nothing but what is in sight; most devices have nothing else, and are returned as they are."""
    if node.type == "device":
        if all(not connection.parameters and not connection.copies for connection in node.connections):
            return node
        bare = [_strip_connection(connection) for connection in node.connections]
        return node.model_copy(update={"connections": bare})
    if node.type == "users":
        people = [RosterEntry(username=entry.username, pod=entry.pod) for entry in node.roster]
        return node.model_copy(update={"roster": people, "password": DrawnRandomPassword()})
    return node


def _strip_connection(connection: Connection) -> Connection:
    """Return *connection* with nothing but what is in sight: where it leads."""
    copies = {name: copies for name, copies in connection.copies.items() if name in ("hostname", "port")}
    return connection.model_copy(update={"parameters": {}, "copies": copies})
