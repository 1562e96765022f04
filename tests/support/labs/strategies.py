"""What Hypothesis draws: hostile text, labs full of it, and drawings that may be as tangled as they like."""

from dataclasses import dataclass, replace
from typing import Any, TypeVar, get_args

from hypothesis import strategies as st

from labmapper.core.guacamole.login_form import find_untypable, is_trimmed
from labmapper.core.guacamole.versions import RELEASES
from labmapper.core.lab.numbering import build_literal
from labmapper.core.lab.passwords import Hashing
from labmapper.core.lab.structure import DeviceType, FixedPassword, Lab, Person, UserType

_NASTY = "&<>\"'\t\n\r \x7f\x85\u2028\ufeff\ufffd{}$%:\\/`~#-\u0301é😀\U0001fffe"
_FORBIDDEN = "".join(map(chr, range(32))) + "\ufffe\uffff"

# Whatever XML can hold, with what breaks writers of XML, YAML and templates more often than chance would have it.
hostile_characters = st.sampled_from(_NASTY) | st.characters(exclude_categories=["Cs"], exclude_characters=_FORBIDDEN)
hostile_text = st.text(hostile_characters, max_size=12)
hostile_names = st.text(hostile_characters, min_size=1, max_size=12)
# Without braces it has no placeholder in it, so it must come out as it went in.
braceless_text = hostile_text.map(lambda text: text.replace("{", "(").replace("}", ")"))

# What sound user names end in: what can be typed, and what the page can put into the name of a copy.
typed_text = st.text(
    st.sampled_from("&<>\"' {}$%:\\/`~#-é\xff") | st.characters(max_codepoint=0xFF), max_size=12
).filter(lambda text: find_untypable(text) is None and not is_trimmed(f"x{text}"))

_PARAMETERS = ("username", "password", "port", "hostname", "protocol", "pod", "ignore-cert", "font-size", "private-key")

Item = TypeVar("Item")


_FRAGMENTS = (
    *("{n}", "{pod}", "{n:03}", "{pod*10+5000}", "{n-3}", "{{n}}", "{{pod}}", "{x}", "{", "}", "%b", "%%", "%(n)s"),
    *("${GUAC_USERNAME}", "$${GUAC_PASSWORD}", "${X:y}", "R1", "09", "0", "-", " ", "10.0.0.", "10.0.10.254", "::1"),
    *("true", "22", "65535", "ssh", "~", "null", "- a", "a: b", "# c", "'", '"', "\n", "\n  ", "\t", "é", "\x1b"),
)
# Text as people might type it who know what it means, and as it comes out when they do not.
wild_text = st.lists(st.sampled_from(_FRAGMENTS), max_size=4).map("".join) | hostile_text


# Each strategy is made once: Hypothesis looks through all of a new one before it draws.
_passwords = st.dictionaries(hostile_names, hostile_names, max_size=4)
_connections = st.dictionaries(
    hostile_names,
    st.dictionaries(hostile_names.filter(lambda name: name != "protocol"), hostile_text, max_size=4),
    max_size=4,
)
_hashings = st.sampled_from(get_args(Hashing))
_releases = st.sampled_from(RELEASES)
_colors = st.sampled_from([{}, {"color": "red"}, {"color": "gray"}])
_figures = st.sampled_from(["rectangle", "ellipse", "line", "arrow"])
_headings = st.sampled_from(["", "Rules"])
_pod_labels = st.sampled_from(["", "pod{pod}"])
_pod_numbers = st.lists(st.integers(0, 9), min_size=1, max_size=3, unique=True)
_maybe_wild = st.none() | wild_text
_rarely_wild = st.just("") | wild_text
_wild_protocols = st.sampled_from(["ssh", "vnc", "kubernetes", "SSH", ""])
_wild_ports = st.sampled_from(["", "5900", "{n+5900}", "{pod+2000}", "x"])
_wild_parameters = st.dictionaries(st.sampled_from(_PARAMETERS) | wild_text, wild_text, max_size=3)


@dataclass(frozen=True, slots=True)
class PlainLab:
    """People and connections as plain values, and the lab that means the same."""

    passwords: dict[str, str]
    connections: dict[str, dict[str, str]]
    lab: Lab


@st.composite
def plain_labs(draw: st.DrawFn) -> PlainLab:
    """Draw people who all reach all connections, with hostile text wherever text can be."""
    passwords, connections = draw(_passwords), draw(_connections)
    people = tuple(Person(name, password) for name, password in passwords.items())
    devices = tuple(_build_device(name, values) for name, values in connections.items())
    users = UserType("people", build_literal(""), 1, 0, FixedPassword("unused"), people)
    hashing = draw(_hashings)
    return PlainLab(passwords, connections, Lab((users,) if people else (), devices, hashing=hashing))


def _build_device(name: str, values: dict[str, str]) -> DeviceType:
    pairs = (("protocol", "ssh"), *values.items())
    parameters = tuple((parameter, build_literal(value)) for parameter, value in pairs)
    return DeviceType(f"type of {name}", build_literal(name), 1, 1, parameters)


@st.composite
def drawings(draw: st.DrawFn) -> dict[str, Any]:
    """Draw a sound drawing as JSON: groups, stacks, networks, nested zones, pods, cables and access at random.

    The host of every copy of every device is its own: ``r3-2-pod7`` is number 2 of the stack ``r3`` in pod 7.
    """
    groups = [_draw_group(draw, f"u{k}") for k in range(draw(st.integers(1, 3)))]
    zones = _draw_zones(draw, [group["id"] for group in groups])
    places = [None, *(zone["id"] for zone in zones)]
    pods = {place: find_pod(place, zones) for place in places}
    devices = []
    for k in range(draw(st.integers(0, 5))):
        place = draw(st.sampled_from(places))
        devices.append(_draw_device(draw, f"r{k}", place, is_pod=pods[place] is not None))
    networks = [{"id": f"w{k}", "type": "network", "label": "net"} for k in range(draw(st.integers(0, 2)))]
    cables = [(network["id"], device["id"]) for network in networks for device in devices]
    targets = [item["id"] for item in (*zones, *devices, *networks)]
    edges = [(group["id"], target) for group in groups for target in targets]
    return {
        "schema": 1,
        "nodes": [*groups, *devices, *networks, *_draw_annotations(draw)],
        "zones": zones,
        "links": [_join(k, ends) for k, ends in enumerate(_draw_some(draw, cables))],
        "access": [
            {"id": f"a{k}", "users": users, "target": target}
            for k, (users, target) in enumerate(_draw_some(draw, edges))
        ],
    }


def _draw_annotations(draw: st.DrawFn) -> list[dict[str, Any]]:
    """Draw notes and shapes of some looks, which mean nothing to a lab."""
    notes = [
        {"id": f"n{k}", "type": "note", "label": "text", "heading": draw(_headings)} | draw(_colors)
        for k in range(draw(st.integers(0, 1)))
    ]
    shapes = [
        {"id": f"s{k}", "type": "shape", "label": "", "shape": draw(_figures), "width": -40} | draw(_colors)
        for k in range(draw(st.integers(0, 2)))
    ]
    return [*notes, *shapes]


@st.composite
def wild_drawings(draw: st.DrawFn) -> dict[str, Any]:
    """Draw a drawing that is one, with anything in the fields where people type."""
    drawing = draw(drawings())
    for node in drawing["nodes"]:
        node["label"] = draw(wild_text | st.just(node["label"]))
        for person in node.get("roster", ()):
            person["username"] = draw(wild_text | st.just(person["username"]))
            person["password"] = draw(_maybe_wild)
            person |= {key: draw(wild_text) for key in ("name", "email", "id")}
        for connection in node.get("connections", ()):
            connection["protocol"] = draw(_wild_protocols)
            connection["host"] = draw(wild_text | st.just(connection["host"]))
            connection["port"] = draw(_wild_ports)
            connection["label"] = draw(_rarely_wild)
            connection["parameters"] = draw(_wild_parameters)
    drawing["settings"] = {
        "guacamole": draw(_releases),
        "hashing": draw(_hashings),
    }
    return drawing


def find_pod(place: str | None, zones: list[dict[str, Any]]) -> str | None:
    """Return whose pod the zone *place* is in, if any."""
    by_id = {zone["id"]: zone for zone in zones}
    while place is not None:
        if by_id[place].get("pod"):
            return str(by_id[place]["pod"])
        place = by_id[place].get("zone")
    return None


def _draw_some(draw: st.DrawFn, items: list[Item]) -> list[Item]:
    return draw(st.lists(st.sampled_from(items), unique=True)) if items else []


def _draw_group(draw: st.DrawFn, name: str) -> dict[str, Any]:
    group = {"id": name, "type": "users", "label": f"{name}x01", "count": draw(st.integers(1, 3))}
    if draw(st.booleans()):
        numbers = draw(_pod_numbers)
        names = [f"{name}-{number}{draw(typed_text)}" for number in numbers]
        group["roster"] = [{"username": each, "pod": number} for each, number in zip(names, numbers, strict=True)]
    return group


def _draw_zones(draw: st.DrawFn, groups: list[str]) -> list[dict[str, Any]]:
    zones: list[dict[str, Any]] = []
    for k in range(draw(st.integers(0, 4))):
        around = draw(st.sampled_from([None, *(zone["id"] for zone in zones)]))
        may_be_pod = find_pod(around, zones) is None
        pod = draw(st.sampled_from([None, *groups])) if may_be_pod else None
        zones.append({"id": f"z{k}", "x": 0, "y": 0, "width": 9, "height": 9, "zone": around, "pod": pod})
    return zones


def _draw_device(draw: st.DrawFn, name: str, place: str | None, *, is_pod: bool) -> dict[str, Any]:
    count = draw(st.integers(1, 3))
    host = f"{name}-{{n}}" + ("-pod{pod}" if is_pod else "")
    label = f"{name}n1" + (draw(_pod_labels) if is_pod else "")
    if "{" in label:
        label = label.replace("n1", "n{n}")
    connections = [
        {"protocol": protocol, "host": host, "parameters": {"username": draw(braceless_text)}}
        for protocol in ["ssh", "telnet"][: draw(st.integers(1, 2))]
    ]
    return {"id": name, "type": "device", "label": label, "count": count, "zone": place, "connections": connections}


def _join(k: int, ends: tuple[str, str]) -> dict[str, Any]:
    return {"id": f"l{k}", "source": {"node": ends[0]}, "target": {"node": ends[1]}}


def grow(users: UserType) -> UserType:
    """Return *users* with one more at the end."""
    if users.roster:
        pod = max(person.pod or 0 for person in users.roster) + 1
        return replace(users, roster=(*users.roster, Person(f"{users.name}-new", None, pod)))
    return replace(users, quantity=users.quantity + 1)
