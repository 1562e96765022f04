"""The numbers of netlab's nodes, and the management addresses that netlab computes from them."""

import ipaddress
from collections.abc import Iterator

from labmapper.core.yaml.nodes import Mapping, Scalar
from labmapper.formats.netlab.tree import dig, dig_number, dig_text, list_values, unfold

# Where nothing else is said. A network of one's own keeps the start, unless that is written too.
_NETWORK, _START = "192.168.121.0/24", 100


def number_nodes(nodes: dict[str, Mapping], root: Mapping) -> dict[str, int]:
    """Return the number of each node: what is written, else the lowest that is free, in the order of the file.

    Numbers that the gateways of the lab *root* have are not free.
    """
    written = {name: number for name, body in nodes.items() if (number := dig_number(body, "id"))}
    used, free = {*written.values(), *_iter_gateways(root)}, 1
    numbers = {}
    for name in nodes:
        if name in written:
            numbers[name] = written[name]
            continue
        while free in used:
            free += 1
        numbers[name] = free
        used.add(free)
    return numbers


def _iter_gateways(root: Mapping) -> Iterator[int]:
    links = (each for each in list_values(dig(root, "links")) if isinstance(each, Mapping))
    for place in (root, dig(root, "defaults"), *unfold(dig(root, "vlans")).entries.values(), *links):
        number = dig_number(place, "gateway", "id")
        if number is not None:
            yield number


class ManagementNetwork:
    """The network of management addresses, and how far from its beginning they start."""

    def __init__(self, root: Mapping) -> None:
        pools = [dig(root, "addressing", "mgmt"), dig(root, "defaults", "addressing", "mgmt")]
        written = next((text for pool in pools if (text := dig_text(pool, "ipv4"))), "")
        starts = (number for pool in pools if (number := dig_number(pool, "start")) is not None)
        self._start = next(starts, _START)
        self._network = _parse(written or _NETWORK)

    def find_address(self, body: Mapping, number: int) -> str:
        """Return the address of the node with *body* and *number*; none where it lies outside of the network."""
        given = dig(body, "mgmt", "ipv4") or dig(body, "mgmt_ip")
        text = given.text if isinstance(given, Scalar) and not given.is_null else ""
        if "." in text:
            return text.partition("/")[0]
        offset = int(text) if text.isascii() and text.isdecimal() and len(text) < 10 else number + self._start  # noqa: PLR2004 - digits
        if self._network is None or text.lower() in ("false", "no", "off") or offset >= self._network.num_addresses:
            return ""
        return str(self._network[offset])


def _parse(text: str) -> ipaddress.IPv4Network | None:
    try:
        return ipaddress.IPv4Network(text, strict=False)
    except ValueError:
        return None
