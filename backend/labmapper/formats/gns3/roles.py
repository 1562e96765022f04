"""What a node of GNS3 is: by the words of its symbol, its type, its image and its name, in this order."""

import re
from functools import lru_cache
from typing import Any

from labmapper.formats.topology.model import Role
from labmapper.formats.topology.roles import find_role
from labmapper.formats.topology.syntax.json_values import as_table, as_text

# What the file of the symbol is called tells most; the symbols of guests that everything may have tell nothing.
_SYMBOLS: tuple[tuple[str, Role], ...] = (
    ("firewall|asa|pix|shield", "firewall"),
    ("multilayer|route_switch_processor", "l3switch"),
    ("label_switch_router|optical_router", "router"),
    ("load_?balancer", "loadbalancer"),
    ("access_point|wifi|wlc|wlan", "accesspoint"),
    ("phone", "phone"),
    ("printer", "printer"),
    ("laptop|tablet", "laptop"),
    ("server|storage|nas|ldap|call_manager|pbx", "server"),
    ("cloud|nat2?$|globe|internet", "cloud"),
    ("switch|hub|atm|frame_relay|bridge|l2_virl", "switch"),
    ("router|gateway|iosv|vrf|dslam|modem", "router"),
    ("computer|client|vpcs|user|mgmt_station|desktop", "workstation"),
)
_TYPES: dict[str, Role] = {
    "dynamips": "router",
    "ethernet_switch": "switch",
    "frame_relay_switch": "switch",
    "atm_switch": "switch",
    "ethernet_hub": "network",
    "cloud": "cloud",
    "nat": "cloud",
    "vpcs": "workstation",
    "traceng": "workstation",
}
_LONGEST = 200


def choose_role(node: dict[str, Any], kind: str, name: str) -> Role:
    """Return what the *node* of the type *kind* called *name* is."""
    if kind == "ethernet_hub":
        return "network"
    symbol = as_text(node.get("symbol") or node.get("default_symbol")).rpartition("/")[2].partition(".")[0]
    image = _find_image(as_table(node.get("properties")))
    is_guest = symbol.endswith("_guest") or kind == "docker"
    return (
        _find_by_symbol(symbol[:_LONGEST].lower())
        or _TYPES.get(kind)
        or find_role(image=image, name=name, otherwise="workstation" if is_guest else "router")
    )


@lru_cache(maxsize=256)
def _find_by_symbol(symbol: str) -> Role | None:
    return next((role for pattern, role in _SYMBOLS if re.search(pattern, symbol)), None)


def _find_image(properties: dict[str, Any]) -> str:
    """Return what the image of a node is called, without its folders."""
    names = (as_text(properties.get(key)) for key in ("hda_disk_image", "image", "path", "cdrom_image", "platform"))
    return next((re.split(r"[\\/]", name)[-1] for name in names if name), "")
