"""Words that graphs of all sorts use for what a lab has: addresses in labels, and interfaces among the data of an edge."""

import ipaddress
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
_LONGEST_ADDRESS = 49
_MOST_LINES = 20


def find_first(data: Mapping[str, str], names: Iterable[str]) -> str:
    """Return the text under the first of *names* that *data* has, or none."""
    return next((data[name] for name in names if name in data), "")


def find_address(lines: Iterable[str]) -> str:
    """Return the first of *lines* that is an address of IP, without the length of its prefix; none if none is."""
    return next((address for line in list(lines)[:_MOST_LINES] if (address := _read_address(line))), "")


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
