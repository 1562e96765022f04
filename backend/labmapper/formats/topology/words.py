"""Words that graphs of all sorts use for what a lab has: addresses in labels, and interfaces among the data of an edge."""

import ipaddress
import re
from collections.abc import Iterable, Mapping

# Names of the data of an edge in lower case, the most telling first.
SOURCE_PORTS = (
    "sourceport", "source_port", "src_port", "source_interface", "src_interface", "source_int", "src_int", "source_if", "src_if",
    "srcif", "sport", "local_interface", "local_port", "local_intf", "from_port", "fromport", "tailport",
)  # fmt: skip
TARGET_PORTS = (
    "targetport", "target_port", "dst_port", "dest_port", "target_interface", "dst_interface", "dest_interface", "target_int",
    "dst_int", "target_if", "dst_if", "dstif", "dport", "remote_interface", "remote_port", "remote_intf", "to_port", "toport", "headport",
)  # fmt: skip
# What interfaces are called: a usual beginning, whole or short, and numbers. A VLAN, an area or a speed is none; S1, P2 and E3 are
# rather devices, as they are called in many drawings.
_INTERFACE = (
    r"(?:(?:Hundred|Forty|TwentyFive|Ten)?Gig\w{0,14}|Twe|Hu|Fo|Tw|Te|Gi|Fa|Fast ?Ethernet|Et|Eth|Ethernet|Se|Serial|ge|xe|et|eth"
    r"|swp|ens|eno|enp|em|ether|bond|po|port-?channel|port|ae|lo|loopback|mgmt|nic|veth)[ -]?\d[\w/.:]{0,16}"
    r"|[ESP]\d{1,3}/\d[\w/.:]{0,14}"
)
_PAIR = re.compile(
    rf"({_INTERFACE})(?:\s*(?:<?[-=]+>?|[|,;~↔→\u2013\u2014]|\bto\b)\s*|\s*:\s+|\s+)({_INTERFACE})",
    re.IGNORECASE | re.ASCII,
)
_LONGEST_PAIR = 100
_LONGEST_ADDRESS = 49
_MOST_LINES = 20


def find_first(data: Mapping[str, str], names: Iterable[str]) -> str:
    """Return the text under the first of *names* that *data* has, or none."""
    return next((data[name] for name in names if name in data), "")


def find_address(lines: Iterable[str]) -> str:
    """Return the first of *lines* that is an address of IP, without the length of its prefix; none if none is."""
    return next((address for line in list(lines)[:_MOST_LINES] if (address := _read_address(line))), "")


def find_interfaces(label: str) -> tuple[str, str] | None:
    """Return the interfaces at both ends of a cable where its *label* is only their names ("Gi0/1 - Gi0/2"), else None."""
    found = _PAIR.fullmatch(label.strip()) if len(label) <= _LONGEST_PAIR else None
    return (found[1], found[2]) if found else None


def name_cable(source: str, target: str, label: str) -> tuple[str, str, str]:
    """Return the interfaces at both ends of a cable, and its own name, by what its *label* in the middle says beside these."""
    pair = find_interfaces(label)
    if pair is None or ((source or target) and pair != (source, target)):
        return source, target, label
    return *pair, ""


def find_network(line: str) -> str:
    """Return the network that *line* is (``10.0.0.0/24``), none where it is an address in one, or something else."""
    host, slash, length = line.strip()[:_LONGEST_ADDRESS].partition("/")
    try:
        network = ipaddress.ip_network(f"{host}/{length}") if slash else None
    except ValueError:
        return ""
    return str(network) if network is not None and network.prefixlen < network.max_prefixlen - 1 else ""


def _read_address(line: str) -> str:
    """Return the address that *line* is; that of a network is nobody's."""
    host, slash, length = line.strip()[:_LONGEST_ADDRESS].partition("/")
    try:
        address = ipaddress.ip_address(host)
        if slash:
            ipaddress.ip_network(f"{host}/{length}", strict=False)
    except ValueError:
        return ""
    return "" if address.is_unspecified or find_network(line) else host
