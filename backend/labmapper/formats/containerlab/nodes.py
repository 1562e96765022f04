"""The nodes of a topology: what each inherits from its group, its kind and the defaults, and how one gets in."""

from collections.abc import Iterator
from dataclasses import dataclass

from labmapper.core.drawing.device_kinds import find_kind
from labmapper.core.yaml.nodes import Mapping, Scalar, Sequence, Value
from labmapper.formats.containerlab.kinds import KindFacts, find_kind_facts
from labmapper.formats.containerlab.variables import Texts
from labmapper.formats.options import Values
from labmapper.formats.topology.findings import Findings
from labmapper.formats.topology.model import Console, Device, Role
from labmapper.formats.topology.roles import find_role
from labmapper.formats.topology.syntax.safe_yaml import find_mapping, find_number, find_text, locate

# What a node may have that a drawing has no place for: it is for containerlab alone.
_KNOWN = frozenset(
    [
        "kind",
        "type",
        "image",
        "group",
        "mgmt-ipv4",
        "mgmt-ipv6",
        "mgmt_ipv4",
        "mgmt_ipv6",
        "network-mode",
        "ports",
        "labels",
        "env",
        "credentials",
        "license",
        "components",
        "startup-config",
        "startup-delay",
        "enforce-startup-config",
        "suppress-startup-config",
        "auto-remove",
        "entrypoint",
        "cmd",
        "exec",
        "binds",
        "devices",
        "cap-add",
        "shm-size",
        "user",
        "runtime",
        "cpu",
        "cpu-set",
        "memory",
        "sysctls",
        "extras",
        "config",
        "env-files",
        "sandbox",
        "kernel",
        "dns",
        "certificate",
        "healthcheck",
        "aliases",
        "stages",
        "image-pull-policy",
        "restart-policy",
        "position",
        "network",
        "tmpfs",
        "security-opt",
        "privileged",
        "pid-mode",
        "ulimits",
        "link-mode",
    ]
)
_SHELL, _TELNET, _VNC, _RDP = "22", "23", "5900", "3389"
_PUBLISHED = {_SHELL: "ssh", _TELNET: "telnet", _VNC: "vnc", _RDP: "rdp"}


@dataclass(frozen=True, slots=True)
class Levels:
    """Where the values of a node stand, the nearest first: the node, its group, its kind, the defaults."""

    name: str
    mappings: tuple[Mapping, ...]
    texts: Texts

    def find(self, *keys: str) -> str:
        """Return the nearest text under one of *keys*, empty where there is none."""
        for mapping in self.mappings:
            for key in keys:
                text = find_text(mapping, key)
                if text:
                    return self.texts.read(text, locate(mapping.entries[key]), self.name)
        return ""

    def find_value(self, key: str) -> Value | None:
        """Return the nearest value under *key* that is not empty."""
        for mapping in self.mappings:
            value = mapping.entries.get(key)
            if value is not None and not (isinstance(value, Scalar) and value.is_null):
                return value
        return None

    def find_in(self, key: str, name: str) -> str:
        """Return the text called *name* in the mapping under *key* of the nearest level that has one, else none.

        Only that one is looked for: there may be thousands, and each node inherits them.
        """
        for mapping in self.mappings:
            value = find_mapping(mapping, key).entries.get(name)
            if isinstance(value, Scalar):
                return self.texts.read(value.text, locate(value), self.name)
        return ""


def find_levels(topology: Mapping, name: str, body: Mapping, texts: Texts) -> Levels:
    """Return the levels of the node *name*; its group and its kind may themselves be inherited."""
    defaults, groups, kinds = (find_mapping(topology, key) for key in ("defaults", "groups", "kinds"))
    group_name = find_text(body, "group") or find_text(
        find_mapping(kinds, find_text(body, "kind")), "group", find_text(defaults, "group")
    )
    group = find_mapping(groups, texts.read(group_name, locate(body), name))
    kind_name = find_text(body, "kind") or find_text(group, "kind") or find_text(defaults, "kind")
    kind = find_mapping(kinds, texts.read(kind_name, locate(body), name))
    return Levels(name, (body, group, kind, defaults), texts)


@dataclass(frozen=True, slots=True)
class Lab:
    """What all nodes of a file share: its *texts*, the *values* of the options, and what containers are called."""

    texts: Texts
    values: Values
    prefix: str
    findings: Findings


def build_device(levels: Levels, lab: Lab, icon: str) -> Device:
    """Return the device that a node is, with its *icon* where the drawing beside the file names one."""
    kind, image = levels.find("kind"), levels.find("image")
    facts = find_kind_facts(kind, image) or KindFacts()
    role = _find_role(levels.name, icon or levels.find_in("labels", "graph-icon"), kind, image)
    device = Device(levels.name, levels.name, role, place=locate(levels.mappings[0], levels.name))
    device.x, device.y = (find_number(levels.find_in("labels", f"graph-pos{each}")) for each in "XY")
    if facts.has_console and role != "network":
        device.consoles = list(_list_consoles(levels, facts, lab))
    return device


def _find_role(name: str, icon: str, kind: str, image: str) -> Role:
    """Return the role of the node *name*. A switch or router that is called a firewall plays one in the lab."""
    facts = find_kind_facts(kind, image)
    known = facts.role if facts else None
    if known == "network":
        return known
    shown = find_kind(icon)
    if shown is not None:
        return shown
    if known is not None:
        return "firewall" if find_kind(name, is_name=True) == "firewall" else known
    return find_role(kind=kind, image=image, name=name, otherwise="server")


def _list_consoles(levels: Levels, facts: KindFacts, lab: Lab) -> Iterator[Console]:
    mode = levels.find("network-mode")
    if mode == "none" or mode.startswith("container:"):
        return
    login, is_default = _find_login(levels, facts, lab)
    address = _find_address(levels, lab)
    published = dict(_list_published(levels))
    shell = published.get(_SHELL) or published.get(_TELNET)
    desktops = [(port, outside) for port, outside in published.items() if _PUBLISHED.get(port) in ("vnc", "rdp")]
    if shell and (lab.values.get("host") or not address):
        protocol = "ssh" if _SHELL in published else "telnet"
        yield Console(protocol, "", shell, "", login, is_default, is_at_host=True)
    elif address or mode == "host" or not desktops:
        is_at_host = mode == "host"
        host = "" if is_at_host else address
        yield Console(facts.protocol, host, "", "", login, is_default, is_at_host)
    for port, outside in desktops:
        yield Console(_PUBLISHED[port], "", outside, _PUBLISHED[port], is_at_host=True)


def _find_address(levels: Levels, lab: Lab) -> str:
    address = levels.find("mgmt-ipv4", "mgmt_ipv4") or levels.find("mgmt-ipv6", "mgmt_ipv6")
    if not address and lab.values.get("names"):
        return f"{lab.prefix}{levels.name}"
    return address.partition("/")[0]


def _find_login(levels: Levels, facts: KindFacts, lab: Lab) -> tuple[dict[str, str], bool]:
    """Return the parameters of the log-in, and whether they are the documented default of the kind."""
    for mapping in levels.mappings:
        given = mapping.entries.get("credentials")
        if isinstance(given, Mapping) and given.entries:
            read = {
                key: levels.texts.read(find_text(given, key), locate(given), levels.name)
                for key in ("username", "password")
            }
            if "identity-file" in given.entries:
                lab.findings.lose("setting", "identity-file", locate(given))
            return _join_login(read["username"] or facts.username, read["password"] or facts.password), False
    username, password = facts.username, facts.password
    if levels.find("kind") == "openwrt" and (given_password := levels.find_in("env", "PASSWORD")):
        return _join_login(levels.find_in("env", "USERNAME") or username, given_password), False
    return _join_login(username, password), bool(username)


def _join_login(username: str, password: str) -> dict[str, str]:
    return {name: value for name, value in (("username", username), ("password", password)) if value}


def _list_published(levels: Levels) -> Iterator[tuple[str, str]]:
    """Yield the ports inside that are published, each with the port of the host."""
    value = levels.find_value("ports")
    for item in value.items[:1000] if isinstance(value, Sequence) else ():
        if isinstance(item, Scalar):
            text, _, transport = levels.texts.read(item.text, locate(item), levels.name).partition("/")
            outside, colon, inside = text.rpartition(":")
            port = outside.rpartition(":")[2]
            if colon and transport in ("", "tcp") and port.isascii() and port.isdecimal():
                yield inside, port


def tell_unknown(body: Mapping, name: str, findings: Findings) -> None:
    """Tell the keys of the node *name* that containerlab has not."""
    for key, scalar in body.keys.items():
        if key not in _KNOWN:
            findings.lose("key", f"{key} of {name}", locate(scalar, key))
