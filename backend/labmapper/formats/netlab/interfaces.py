"""The names of interfaces that netlab gives: each node counts its links in the order of the file."""

from collections import defaultdict

from labmapper.core.yaml.nodes import Mapping
from labmapper.formats.netlab.devices import find_device
from labmapper.formats.netlab.tree import dig_number, dig_text


class InterfaceNames:
    """Counts the interfaces of each node; *kinds* are the devices by the names of nodes."""

    def __init__(self, kinds: dict[str, str]) -> None:
        self._kinds = kinds
        self._used: defaultdict[tuple[str, str], set[int]] = defaultdict(set)
        self._next: dict[tuple[str, str], int] = {}

    def name(self, node: str, body: Mapping, kind: str) -> str:
        """Return the name of the next interface of *node* for a link of this *kind*; *body* may say it or its number."""
        device = find_device(self._kinds.get(node, ""))
        virtual = kind if kind in ("loopback", "tunnel", "lag") else ""
        first = {"": device.first, "loopback": 1}.get(virtual, 0)
        number = dig_number(body, "ifindex")
        if number is None:
            number = self._count((node, virtual), first)
        self._used[node, virtual].add(number)
        form = {"": device.name, "loopback": device.loopback, "tunnel": device.tunnel}.get(virtual)
        return dig_text(body, "ifname") or (form(number) if form else "")

    def _count(self, key: tuple[str, str], first: int) -> int:
        number = self._next.get(key, first)
        while number in self._used[key]:
            number += 1
        self._next[key] = number + 1
        return number
