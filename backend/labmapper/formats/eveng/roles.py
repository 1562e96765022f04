"""What a node of EVE-NG is: by its icon, its template and image, and its name, in this order."""

import re
from functools import lru_cache

from labmapper.formats.topology.model import Role
from labmapper.formats.topology.roles import find_role

# Icons are called "Router.png" and "Switch L3.png" in old labs, "Firewall-2D-PA-S.svg" in newer ones.
_ICONS: tuple[tuple[str, Role], ...] = (
    (r"firewall|asa|palo|srx|ips\b|forti|checkpoint|pfsense|sophos|\bfw", "firewall"),
    (r"load.?balancer|bigip|\bf5\b|netscaler", "loadbalancer"),
    (r"switch.*l3|l3.*switch", "l3switch"),
    (r"phone", "phone"),
    (r"printer", "printer"),
    (r"access.?point|wireless|wlc|wifi", "accesspoint"),
    (r"switch|aristasw|nexus|\bsw\b", "switch"),
    (r"cloud|internet", "cloud"),
    (r"laptop", "laptop"),
    (r"router", "router"),
    # Before what is called after the system on it: "Desktop_linux.png".
    (r"desktop|workstation", "workstation"),
    (r"server|\bise\b|vcenter|esxi|docker|linux|database", "server"),
    (r"\bpc\b|windows|host", "workstation"),
)
_TEMPLATES: tuple[tuple[str, Role], ...] = (
    (r"viosl2|veos|nxos|titanium|cumulus|extremexos|vqfx|huaweice6800|ce6800|sonic$|arubacx|cat9kv", "switch"),
    (r"asa|firepower|ftd|fortinet|fortigate|paloalto|pfsense|opnsense|cpsg|vsrx|sonicwall|sterra|sophos", "firewall"),
    (r"vios|csr|c8000|xrv|vmx|mikrotik|vyos|timos|huaweine40e|c1710|c3725|c7200|iol|isr|cat8000", "router"),
    (r"winserver|linux|docker|esxi|server|ise|clearpass", "server"),
    (r"vpcs|win", "workstation"),
    (r"bigip|f5", "loadbalancer"),
)
_LONGEST = 200


def choose_role(icon: str, template: str, image: str, name: str) -> Role:
    """Return what a node with this *icon*, *template*, *image* and *name* is."""
    words = re.sub(r"[-_.]", " ", icon.lower()[:_LONGEST])
    kind = template.lower()[:_LONGEST]
    if kind == "iol" and re.search(r"l2", image.lower()[:_LONGEST]):
        kind = "viosl2"
    return _find(_ICONS, words) or _find(_TEMPLATES, kind) or find_role(image=image, name=name)


@lru_cache(maxsize=256)
def _find(table: tuple[tuple[str, Role], ...], words: str) -> Role | None:
    return next((role for pattern, role in table if re.search(pattern, words)), None)
