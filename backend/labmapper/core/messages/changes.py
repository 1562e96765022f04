"""Messages: what changed between two drawings or two mappings. A detail is told within the sentence of its thing."""

from collections.abc import Mapping
from itertools import permutations

from labmapper.core.messages.entries import DEFAULT
from labmapper.core.messages.templates import Plural, Template

_HASHINGS = {"plain": "as plain text", "sha256": "as SHA-256 hashes", "md5": "as MD5 hashes"}

# How one of several connections of a device is called; ``numbered`` where several are called the same.
_CONNECTIONS = {
    "named": "{connection} connection",
    "numbered": "{connection} connection {number}",
    "unnamed": "unnamed connection",
    "unnamed-numbered": "unnamed connection {number}",
}

_WHOLE: Mapping[str, Mapping[str, Template]] = {
    "title-changed": {DEFAULT: "The title is now '{title}'."},
    "guacamole-changed": {DEFAULT: "It is for Guacamole {new} now, not {old}."},
    "hashing-changed": {
        f"{old}-to-{new}": f"Passwords are written {_HASHINGS[new]} now, not {_HASHINGS[old]}."
        for old, new in permutations(_HASHINGS, 2)
    },
    "layer-hidden": {DEFAULT: "The layer '{layer}' is hidden now."},
    "layer-shown": {DEFAULT: "The layer '{layer}' is shown again."},
    "recipe-changed": {DEFAULT: "Random passwords are made in another way now, so everybody with one has another."},
    "defaults-changed": {DEFAULT: "Defaults of all {protocol} connections: {details}."},
    "added": {
        "item": "{name} added.",
        "cable": "The cable between {first} and {second} added.",
        "loop": "The loop at {first} added.",
        "access": "The access of {users} to {target} added.",
    },
    "removed": {
        "item": "{name} removed.",
        "cable": "The cable between {first} and {second} removed.",
        "loop": "The loop at {first} removed.",
        "access": "The access of {users} to {target} removed.",
    },
    "changed": {
        "item": "{name}: {details}.",
        "cable": "The cable between {first} and {second}: {details}.",
        "loop": "The loop at {first}: {details}.",
        "access": "The access of {users} to {target}: {details}.",
    },
    "replaced": {
        "item-item": "{name} took the place of {old_name}.",
        "item-cable": "{name} took the place of The cable between {old_first} and {old_second}.",
        "item-access": "{name} took the place of The access of {old_users} to {old_target}.",
        "cable-item": "The cable between {first} and {second} took the place of {old_name}.",
        "cable-access": "The cable between {first} and {second} took the place of The access of {old_users} to {old_target}.",
        "access-item": "The access of {users} to {target} took the place of {old_name}.",
        "access-cable": "The access of {users} to {target} took the place of The cable between {old_first} and {old_second}.",
    },
    "renamed": {DEFAULT: "{name} was called '{old}'."},
    "locked": {DEFAULT: "{name} locked."},
    "unlocked": {DEFAULT: "{name} unlocked."},
    "resized": {DEFAULT: "{name} resized."},
    "moved": {DEFAULT: "{name} moved."},
    "cable-led": {
        DEFAULT: "The cable between {first} and {second} was led another way.",
        "loop": "The loop at {first} was led another way.",
    },
    "cables-run": {
        "straight": "Cables run straight now.",
        "orthogonal": "Cables run in right angles now.",
        "curved": "Cables run in curves now.",
    },
    "order-changed": {
        "drawing": "The order in which things were drawn changed.",
        "users": "The users stand in another order.",
        "devices": "The devices stand in another order.",
    },
    "file-same": {DEFAULT: "All of this leaves the file as it was, byte for byte."},
    "file-differs": {
        DEFAULT: "The files differ in something that has no words here. Download both to compare them.",
    },
}


def _in_connections(template: str) -> Mapping[str, Template]:
    """Return *template* as it stands alone, and with each way to call the connection that it is in."""
    return {DEFAULT: template} | {key: f"{template} in the {name}" for key, name in _CONNECTIONS.items()}


def _of_people(words: str) -> Mapping[str, Template]:
    """Return *words* with the names of a few people, and with the number of many."""
    many = Plural("count", {"one": f"{words} {{count}} person", "other": f"{words} {{count}} people"})
    return {"few": f"{words} {{names}}", "many": many}


_DETAILS: Mapping[str, Mapping[str, Template]] = {
    "label-was": {DEFAULT: "called '{old}' before"},
    "count-changed": {DEFAULT: "{new} of them, not {old}"},
    "zone-entered": {DEFAULT: "now in {zone}"},
    "zone-left": {DEFAULT: "no longer in {zone}"},
    "pod-made": {DEFAULT: "now one per {owner}"},
    "pod-ended": {DEFAULT: "no longer a pod"},
    "paper-given": {DEFAULT: "now on paper"},
    "paper-removed": {DEFAULT: "no longer on paper"},
    "picture-replaced": {DEFAULT: "now another picture"},
    "opacity-set": {DEFAULT: "now {percent} % strong"},
    "scenery-made": {DEFAULT: "now for the drawing only"},
    "scenery-ended": {DEFAULT: "no longer for the drawing only"},
    "copies-made": {DEFAULT: "copies now one per {owner}"},
    "connection-added": {key: f"{name} added" for key, name in _CONNECTIONS.items()},
    "connection-removed": {key: f"{name} removed" for key, name in _CONNECTIONS.items()},
    "field-changed": _in_connections("{field} changed"),
    "field-set": _in_connections("{field} now {value}"),
    "field-removed": _in_connections("{field} removed"),
    "copies-count": _in_connections("{field} now counts up"),
    "copies-carry": _in_connections("{field} now counts up and carries into the octets before"),
    "copies-same": _in_connections("{field} now the same for all copies"),
    "copies-listed": _in_connections("{field} now a list of values, {count} of them"),
    "copies-list-changed": _in_connections("list of values for {field} changed in {count} of them"),
    "parameters-reordered": _in_connections("order of parameters changed"),
    "people-added": _of_people("added to the list:"),
    "people-removed": _of_people("removed from the list:"),
    "people-password-changed": _of_people("password changed for"),
    "people-pod-changed": _of_people("pod changed for"),
    "people-details-changed": _of_people("name, e-mail or id changed for"),
    "people-password-rotated": _of_people("password rotated for"),
    "people-reordered": {DEFAULT: "list in another order"},
    "password-changed": {DEFAULT: "password changed"},
    "passwords-rotated": {DEFAULT: "passwords rotated"},
    "end-moved": {DEFAULT: "now at {new}, not {old}"},
    "interface-set": {DEFAULT: "interface at {node} now {interface}"},
    "interface-removed": {DEFAULT: "interface at {node} removed"},
    "cable-named": {DEFAULT: "now called '{value}'"},
    "cable-look-set": {
        **{
            f"color-{color}": f"now {color}"
            for color in ("red", "orange", "yellow", "green", "teal", "blue", "purple", "gray")
        },
        **{f"width-{width}": f"now {width}" for width in ("thin", "thick", "heavy")},
        **{f"dash-{dash}": f"now {dash}" for dash in ("dashed", "dotted")},
        **{f"route-{route}": f"now {route}" for route in ("straight", "orthogonal", "curved")},
    },
    "cable-look-removed": {
        "name": "no longer called anything",
        "color": "in the usual colour again",
        "width": "as wide as usual again",
        "dash": "no longer dashed or dotted",
        "route": "running as the diagram says again",
    },
}

# By code and variant.
CHANGES: Mapping[str, Mapping[str, Template]] = {**_WHOLE, **_DETAILS}
