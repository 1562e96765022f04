"""Drawings and config.yaml files in which everything counts: each form of a placeholder in each field that takes text."""

from collections.abc import Iterable
from functools import cache
from typing import Any

import yaml
from hypothesis import strategies as st

from labmapper.core.guacamole.versions import RELEASES
from support.labs.strategies import drawings, find_pod

Entry = dict[str, Any]

# Every form of a placeholder, what looks like one and is none, and what may stand beside it.
_COUNTING = ("{n}", "{n:02}", "{n:3}", "{n+9:03}", "{n+100}", "{n*3}", "{n*10+5000}", "{n*2-1:03}", "1", "09", "10")
_OWN = ("{pod}", "{pod:02}", "{pod-1}", "{pod+100}", "{pod*10+5000}")
_STILL = ("{{n}}", "{{pod}}", "{{n+1}}", "${n}", "${GUAC_USERNAME}", "{n*0+5}", "{", "}", "$", "é", "-", ".", "R")
_RARE = ("{n-8}", "{x}", " ", "{n+999999999}", "{n*999999999}", "{n:40}", "12345678901234567890", "999999999999")
_PORTS = ("", "22", "5900", "22{n:02}", "2{n:03}", "{n+2000}", "{n*10+5000}", "{n:4}", "1{n}{n}", "{n-8}")
_POD_PORTS = ("{pod+2000}", "{pod*10+5000}", "1{pod}{n}", "{pod:3}")
_NAMES = ("username", "password", "color-scheme", "private-key", "x", "<<", "no", "null")
_MODES = ("counts", "same", "carries")
_SUFFIXES = ("1", "01", "9", "09", "99", "0098", "100", "000", "999999999999", "1" * 18)


# Each strategy is made once: Hypothesis looks through all of a new one before it draws.
@cache
def counting_text(*, is_pod: bool = False) -> st.SearchStrategy[str]:
    """Return text of all forms of placeholders; those of ``pod`` only where there is one."""
    common = _COUNTING * 4 + _STILL * 2 + (_OWN * 4 if is_pod else ())
    token = st.sampled_from(common) | st.sampled_from(common) | st.sampled_from(common + _RARE)
    return st.lists(token, max_size=5).map("".join)


@cache
def counting_words(*, is_pod: bool = False) -> st.SearchStrategy[str]:
    """Return text as ``counting_text`` does, that is never empty."""
    return counting_text(is_pod=is_pod).filter(bool)


def _draw_host(draw: st.DrawFn, stem: str, *, is_pod: bool) -> str:
    """Draw a host that is nobody else's; those of the copies of a pod differ."""
    own = draw(st.sampled_from(_OWN[:1] * 4 + _OWN)) + "-" if is_pod else ""
    return (stem + own + draw(counting_text(is_pod=is_pod))).replace(" ", "_")


def _draw_port(draw: st.DrawFn, *, is_pod: bool) -> str:
    port: str = draw(st.sampled_from(_PORTS + (_POD_PORTS if is_pod else ())))
    return port


@cache
def _parameters(*, is_pod: bool) -> st.SearchStrategy[dict[str, str]]:
    names = st.sampled_from(_NAMES) | st.sampled_from(_NAMES) | st.sampled_from((*_NAMES, "name"))
    return st.dictionaries(names, counting_text(is_pod=is_pod), max_size=4)


def _draw_name(draw: st.DrawFn, stem: str, count: int, *, is_pod: bool = False) -> str:
    """Draw a first name that is nobody else's; most of those of many do count."""
    text: str = stem + draw(counting_text(is_pod=is_pod))
    if count == 1 or draw(st.integers(0, 9)) == 0:
        return text
    number: str = draw(st.sampled_from(_COUNTING[:8] if "{n" in text else _COUNTING))
    return text + number


_MAYBE_WORDS = st.none() | counting_words()
_TEXT_OR_RANDOM = counting_text() | st.just("random")
_RANDOM_OR_WORDS = st.just("random") | counting_words()


def _draw_password(draw: st.DrawFn, usernames: list[str]) -> Entry:
    if draw(st.booleans()):
        return {"mode": "fixed", "value": draw(_TEXT_OR_RANDOM) or "x"}
    rotations = draw(st.dictionaries(st.sampled_from(usernames or ["x"]), st.integers(0, 3), max_size=2))
    return {"mode": "random", "rotation": draw(st.integers(0, 2)), "rotations": rotations}


@st.composite
def counting_drawings(draw: st.DrawFn) -> Entry:
    """Draw a drawing as JSON in which names, hosts, ports and parameters count in every way; many are sound."""
    drawing = draw(drawings())
    for node in drawing["nodes"]:
        if node["type"] == "users":
            _fill_users(draw, node)
        if node["type"] == "device":
            owner = find_pod(node["zone"], drawing["zones"])
            pods = next((_count_people(each) for each in drawing["nodes"] if each["id"] == owner), 1)
            _fill_device(draw, node, is_pod=owner is not None, pods=pods)
    version, hashing = draw(_settings)
    drawing["settings"] = {"guacamole": version, "hashing": hashing}
    if draw(st.booleans()):
        drawing["settings"]["defaults"] = draw(_defaults)
    return drawing


# What is not "name" may be a default; placeholders count in it as in a parameter. Some of these labs lose a default that a
# device has for itself, be it as nothing.
_defaults = st.dictionaries(
    st.sampled_from(["ssh", "vnc", "rdp", "telnet"]),
    st.dictionaries(st.sampled_from((*_NAMES, "domain", "ignore-cert")), counting_text(), max_size=4),
    max_size=3,
)


def _count_people(users: Entry) -> int:
    return len(users.get("roster", ())) or int(users["count"])


def _fill_users(draw: st.DrawFn, node: Entry) -> None:
    node["label"] = _draw_name(draw, node["id"] + "x", node["count"])
    for person in node.get("roster", ()):
        person["username"] += draw(counting_text())
        person["password"] = draw(_MAYBE_WORDS)
        person |= {key: draw(counting_text()) for key in ("name", "email", "id")}
    node["password"] = _draw_password(draw, [person["username"] for person in node.get("roster", ())])


def _draw_copies(draw: st.DrawFn, names: Iterable[str], count: int) -> Entry:
    """Draw for some of *names* that they count, are the same for all of *count* copies, or have a value for each."""
    said: Entry = {}
    for name in names:
        kind = draw(st.integers(0, 7))
        if kind < len(_MODES):
            said[name] = _MODES[kind]
        elif kind == len(_MODES):
            said[name] = draw(_list_values(name, count))
    return said


def _list_values(name: str, count: int) -> st.SearchStrategy[list[str]]:
    """Return lists of values for *count* copies, taken as they stand; of hosts and ports none comes twice."""
    if name == "hostname":
        return st.just([f"listed-{place}.example" for place in range(count)])
    if name == "port":
        return st.lists(st.integers(1, 65_535).map(str), min_size=count, max_size=count, unique=True)
    return st.lists(counting_words(is_pod=True), min_size=count, max_size=count + 1)


def _fill_device(draw: st.DrawFn, node: Entry, *, is_pod: bool, pods: int) -> None:
    node["label"] = _draw_name(draw, node["id"] + "x", node["count"], is_pod=is_pod)
    for place, connection in enumerate(node["connections"]):
        connection["label"] = f"c{place}" + draw(counting_text(is_pod=is_pod)) if place else ""
        connection["protocol"] = draw(st.sampled_from(["ssh", "vnc", "rdp", "telnet"]))
        connection["host"] = _draw_host(draw, f"{node['id']}c{place}h", is_pod=is_pod)
        connection["port"] = _draw_port(draw, is_pod=is_pod)
        connection["parameters"] = draw(_parameters(is_pod=is_pod))
        names = ("hostname", "port", *connection["parameters"], "domain")
        connection["copies"] = _draw_copies(draw, names, node["count"] * pods)


_settings = st.one_of(
    st.tuples(st.sampled_from(RELEASES), st.sampled_from(["plain", "md5"])), st.just(("1.6.0", "sha256"))
)


@st.composite
def counting_configs(draw: st.DrawFn) -> bytes:
    """Draw a config.yaml with usermapper's keys and Labmapper's own in every combination; many are sound."""
    users = {f"g{k}": _draw_users(draw, f"u{k}x") for k in range(draw(st.integers(1, 3)))}
    devices = {f"t{k}": _draw_device(draw, f"d{k}x", list(users)) for k in range(draw(st.integers(0, 4)))}
    for entry in users.values():
        if len(devices) > 0 and draw(st.booleans()):
            entry["reaches"] = draw(st.lists(st.sampled_from(list(devices)), unique=True))
    version, hashing = draw(_settings)
    config: Entry = {"users": users, "devices": devices}
    if draw(st.booleans()):
        config["guacamole"] = {"version": version, "hashing": hashing}
    if draw(st.booleans()):
        config["defaults"] = draw(_defaults)
    return yaml.safe_dump(config, sort_keys=False, allow_unicode=True).encode()


def _draw_users(draw: st.DrawFn, stem: str) -> Entry:
    entry: Entry = {"password": draw(_RANDOM_OR_WORDS)}
    if draw(st.integers(0, 3)) == 0:
        entry["roster"] = [_draw_person(draw, f"{stem}{k}") for k in range(draw(st.integers(1, 3)))]
    else:
        entry["quantity"] = draw(st.integers(0, 3))
        entry |= _draw_names(draw, "username", stem, entry["quantity"])
    if entry["password"] == "random":
        entry["rotation"] = draw(st.integers(0, 2))
        entry["rotations"] = draw(st.dictionaries(counting_text().map(stem.__add__), st.integers(0, 3), max_size=2))
    return entry


def _draw_person(draw: st.DrawFn, stem: str) -> Entry:
    person: Entry = {"username": stem + draw(counting_text())}
    if draw(st.booleans()):
        person["password"] = draw(counting_text()) or "x"
    return person


def _draw_names(draw: st.DrawFn, key: str, stem: str, count: int, *, is_pod: bool = False) -> Entry:
    """Draw a prefix and a suffix, or a pattern, or both, of which the pattern counts."""
    entry: Entry = {}
    kind = draw(st.integers(0, 2))
    if kind != 1:
        entry[f"{key}_prefix"] = stem + draw(counting_text())
        entry[f"{key}_suffix"] = draw(st.sampled_from(_SUFFIXES))
    if kind != 0:
        entry["patterns"] = {key: _draw_name(draw, stem, count, is_pod=is_pod)}
    return entry


def _draw_device(draw: st.DrawFn, stem: str, groups: list[str]) -> Entry:
    owner = draw(st.none() | st.sampled_from(groups))
    is_pod = owner is not None
    quantity = draw(st.integers(0, 3))
    names = _draw_names(draw, "name", stem, quantity, is_pod=is_pod)
    patterns = names.pop("patterns", {})
    parameters: Entry = {"protocol": "ssh"}
    if is_pod or draw(st.booleans()):
        patterns["hostname"] = _draw_host(draw, f"h{stem}", is_pod=is_pod)
        parameters["hostname"] = None
    host = {"hostname_prefix": f"h{stem}", "hostname_suffix": draw(st.sampled_from(_SUFFIXES))}
    for key, value in (draw(_parameters(is_pod=is_pod)) | {"port": _draw_port(draw, is_pod=is_pod)}).items():
        parameters[key] = None if "{" in value and key != "name" else value
        if parameters[key] is None:
            patterns[key] = value
    copies = {}
    if not is_pod:
        free = [name for name in ("hostname", *parameters, "domain") if name not in (*patterns, "name")]
        copies = _draw_copies(draw, free, quantity)
    own = ({"patterns": patterns} if patterns else {}) | ({"copies": copies} if copies else {})
    return {"quantity": quantity, "pod_of": owner} | names | host | {"parameters": parameters} | own
