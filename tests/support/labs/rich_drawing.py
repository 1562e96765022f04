"""A drawing with every field of every item, and what may be put in the place of each."""

from collections.abc import Iterator
from typing import Any

from hypothesis import strategies as st

NODE = {"x": 1, "y": -2.5, "zone": "z", "layer": "L", "locked": True}
# Every field of every item, set to what it is not without.
RICH: dict[str, Any] = {
    "schema": 1,
    "title": 'Всё \U0001f600 "\\/\b\f\n\r\t\x1f\x7f\u2028',
    "settings": {
        "guacamole": "1.5.5",
        "hashing": "md5",
        "passwords": {"version": 2, "length": 20, "symbol": True},
        "defaults": {"ssh": {"username": "root"}},
        "cables": "orthogonal",
        "hidden": ["L"],
    },
    "nodes": [
        NODE
        | {
            "id": "d",
            "type": "device",
            "label": "R1",
            "kind": "router",
            "count": 3,
            "scenery": True,
            "connections": [
                {
                    "protocol": "vnc",
                    "host": "10.0.0.1",
                    "port": "5900",
                    "label": "screen",
                    "parameters": {"password": "p", "": ""},
                    "copies": {"hostname": "carries", "port": ["1", "2", "3"]},
                }
            ],
        },
        NODE
        | {
            "id": "u",
            "type": "users",
            "label": "s1",
            "count": 2,
            "roster": [
                {"username": "a", "password": "b", "encoding": "md5", "pod": 1, "name": "n", "email": "e", "id": "i"},
                {"username": "b", "password": None, "encoding": None, "pod": None},
            ],
            "password": {"mode": "random", "rotation": 2, "rotations": {"a": 1}},
        },
        {"id": "v", "type": "users", "password": {"mode": "fixed", "value": "x"}, "zone": None},
        NODE | {"id": "n", "type": "network", "label": "LAN"},
        {"id": "g", "type": "gateway"},
        NODE | {"id": "o", "type": "note", "heading": "h", "color": "red", "plain": True, "size": "large"},
        NODE | {"id": "s", "type": "shape", "shape": "arrow", "width": -5, "height": 1e-7, "color": "blue"},
        NODE | {"id": "p", "type": "shape", "shape": "picture", "picture": "0a" * 16, "opacity": 40},
    ],
    "zones": [
        {"id": "y", "x": 0, "y": 0, "width": 9, "height": 9.5},
        {
            "id": "z",
            "label": "Z",
            "x": 0,
            "y": -0.0,
            "width": 9,
            "height": 9,
            "zone": "y",
            "pod": "u",
            "locked": True,
        }
        | {"layer": "L", "color": "green"},
    ],
    "links": [
        {
            "id": "l",
            "source": {"node": "d", "interface": "e0"},
            "target": {"node": "n"},
            "name": "VLAN",
            "color": "gray",
            "width": "thick",
            "dash": "dotted",
            "route": "curved",
            "bends": [{"x": 1, "y": 2.5}],
        }
    ],
    "access": [{"id": "a", "users": "u", "target": "z"}],
}
# What fields are near to: limits, other spellings, what is left out where it is not set.
NEAR: list[Any] = [
    None,
    True,
    False,
    0,
    1,
    -1,
    1.0,
    0.5,
    -0.0,
    1e6,
    1_000_001,
    1e16,
    2**70,
    "",
    "a",
    "a b",
    "d\n",
    "z",
    "u",
]
NEAR += [
    "0a" * 16 + "\n",
    "0A" * 16,
    "x" * 61,
    "x" * 65,
    "x" * 201,
    [],
    {},
    [""],
    {"": ""},
    [1],
    {"x": 1, "y": 2},
    {"mode": "fixed"},
    {"node": "g"},
]
JSON = st.sampled_from(NEAR) | st.text(max_size=3) | st.floats(allow_nan=False, allow_infinity=False) | st.integers()


def list_places(value: object, place: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """Yield the ways to all that is in *value*, itself too."""
    yield place
    parts = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, part in parts:
        yield from list_places(part, (*place, key))


def put(document: Any, place: tuple[Any, ...], value: object) -> Any:
    """Return *document* with *value* at *place*."""
    if not place:
        return value
    copy = document.copy()
    copy[place[0]] = put(document[place[0]], place[1:], value)
    return copy


PLACES = sorted(list_places(RICH), key=repr)
