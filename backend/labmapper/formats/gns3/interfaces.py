"""What GNS3 calls the ports of a node: the label of a cable's end, else a name by the type of the node, as GNS3 makes it."""

import re
from typing import Any

from labmapper.formats.topology.syntax.json_values import as_rows, as_table, as_text, as_whole

_PORTS_OF_IOU = 4
# So many have Ethernet where the project does not say it.
_ADAPTERS_OF_IOU = 2
_FIRST_WIC_PORT = 16
# A format of names is filled in for each cable of its node.
_LONGEST_FORMAT = 200
# The only places that GNS3 fills in a format of names; nothing else in it means anything.
_FIELD = re.compile(r"\{(0|1|adapter|(?:port|segment)[0-8])\}")
# Where all ports are called alike; empty where they are called by their numbers.
_FIXED = {"frame_relay_switch": "", "atm_switch": "", "vpcs": "Ethernet0", "traceng": "Ethernet0"}
_FAST, _ETHERNET, _SERIAL = "FastEthernet", "Ethernet", "Serial"
# The cards of Cisco's routers that dynamips has: what their ports are called, and how many there are.
_CARDS = {
    "C1700-MB-1FE": (_FAST, 1),
    "C2600-MB-1E": (_ETHERNET, 1),
    "C2600-MB-1FE": (_FAST, 1),
    "C2600-MB-2E": (_ETHERNET, 2),
    "C2600-MB-2FE": (_FAST, 2),
    "C7200-IO-2FE": (_FAST, 2),
    "C7200-IO-FE": (_FAST, 1),
    "C7200-IO-GE-E": ("GigabitEthernet", 1),
    "GT96100-FE": (_FAST, 2),
    "Leopard-2FE": (_FAST, 2),
    "NM-16ESW": (_FAST, 16),
    "NM-1E": (_ETHERNET, 1),
    "NM-1FE-TX": (_FAST, 1),
    "NM-4E": (_ETHERNET, 4),
    "NM-4T": (_SERIAL, 4),
    "PA-2FE-TX": (_FAST, 2),
    "PA-4E": (_ETHERNET, 4),
    "PA-4T+": (_SERIAL, 4),
    "PA-8E": (_ETHERNET, 8),
    "PA-8T": (_SERIAL, 8),
    "PA-A1": ("ATM", 1),
    "PA-FE-TX": (_FAST, 1),
    "PA-GE": ("GigabitEthernet", 1),
    "PA-POS-OC3": ("POS", 1),
}
_WICS = {"WIC-1ENET": (_ETHERNET, 1), "WIC-1T": (_SERIAL, 1), "WIC-2T": (_SERIAL, 2)}


class PortNames:
    """Names the ports of nodes. A node may list ten thousands of them, so that each list is looked through once."""

    def __init__(self) -> None:
        self._listed: dict[tuple[str, str], dict[int, str]] = {}

    def name(self, key: str, node: dict[str, Any], end: dict[str, Any]) -> str:
        """Return the name of the port that *end* of a link is plugged into, empty where nothing tells it.

        *key* is that of the *node*, and no other has it.
        """
        label = " ".join(as_text(as_table(end.get("label")).get("text")).split())
        adapter, port = as_whole(end.get("adapter_number")), as_whole(end.get("port_number"))
        if label or adapter is None or port is None:
            return label
        kind, properties = as_text(node.get("node_type")), as_table(node.get("properties"))
        if kind in ("ethernet_switch", "ethernet_hub", "cloud", "nat"):
            name = f"nat{port}" if kind == "nat" else str(port)
            return self._list(key, properties, "ports_mapping", "port_number", "name").get(port, name)
        if kind in _FIXED:
            return _FIXED[kind] or str(port)
        if kind == "dynamips":
            return _name_dynamips(properties, adapter, port)
        # What somebody has called it comes before what GNS3 does.
        own = self._list(key, node, "custom_adapters", "adapter_number", "port_name").get(adapter, "")
        return own or (f"eth{adapter}" if kind == "docker" else _name_by_format(node, properties, kind, adapter, port))

    def _list(self, key: str, table: dict[str, Any], rows: str, number: str, name: str) -> dict[int, str]:
        """Return the names in *rows* of *table*, which is of the node *key*, by their numbers; the first of a number counts."""
        if (key, rows) not in self._listed:
            listed: dict[int, str] = {}
            for row in map(as_table, as_rows(table.get(rows))):
                found = as_whole(row.get(number))
                if found is not None:
                    listed.setdefault(found, as_text(row.get(name)))
            self._listed[key, rows] = listed
        return self._listed[key, rows]


def _name_by_format(node: dict[str, Any], properties: dict[str, Any], kind: str, adapter: int, port: int) -> str:
    ports = _PORTS_OF_IOU if kind == "iou" else 1
    if kind == "iou" and adapter >= (as_whole(properties.get("ethernet_adapters", _ADAPTERS_OF_IOU)) or 0):
        return f"Serial{adapter}/{port}"
    first = as_text(node.get("first_port_name"))
    if first and adapter == 0:
        return first
    number = (adapter - bool(first)) * ports + port
    size = as_whole(node.get("port_segment_size")) or 0
    segment, interface = divmod(number, size) if size > 0 else (number, number)
    return _fill(as_text(node.get("port_name_format")) or "Ethernet{0}", interface, segment, adapter)


def _fill(name_format: str, interface: int, segment: int, adapter: int) -> str:
    def replace(found: re.Match[str]) -> str:
        field = found[1]
        if field in ("0", "1", "adapter"):
            return str({"0": interface, "1": segment, "adapter": adapter}[field])
        return str((interface if field.startswith("port") else segment) + int(field[-1]))

    return _FIELD.sub(replace, name_format[:_LONGEST_FORMAT])


def _name_dynamips(properties: dict[str, Any], adapter: int, port: int) -> str:
    """Return the name of a port by the cards in the slots: GNS3 counts the slots that hold one."""
    if adapter == 0 and port >= _FIRST_WIC_PORT:
        return _name_wic(properties, port - _FIRST_WIC_PORT)
    slots = (as_text(properties.get(f"slot{number}")) for number in range(10))
    cards = [card for card in slots if card]
    kind, _ = _CARDS.get(cards[adapter], ("", 0)) if 0 <= adapter < len(cards) else ("", 0)
    return f"{kind}{adapter}/{port}"


def _name_wic(properties: dict[str, Any], port: int) -> str:
    first = 0
    for number in range(3):
        kind, count = _WICS.get(as_text(properties.get(f"wic{number}")), ("", 0))
        if port < first + count:
            return f"{kind}0/{port}"
        first += count
    return f"{_SERIAL}0/{port}"
