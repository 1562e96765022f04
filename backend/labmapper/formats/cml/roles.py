"""What the node definitions of CML are: routers, switches, segments."""

from labmapper.formats.topology import roles
from labmapper.formats.topology.model import Role

# Those that nobody logs in to.
WITHOUT_CONSOLE = {"external_connector", "unmanaged_switch"}

_DEFINITIONS: dict[str, Role] = {
    "iosv": "router",
    "iol-xe": "router",
    "csr1000v": "router",
    "cat8000v": "router",
    "cat-sdwan-edge": "router",
    "iosxrv": "router",
    "iosxrv9000": "router",
    "iosvl2": "switch",
    "ioll2-xe": "switch",
    "nxosv": "switch",
    "nxosv9000": "switch",
    "asav": "firewall",
    "ftdv": "firewall",
    "unmanaged_switch": "network",
    "external_connector": "cloud",
    "desktop": "workstation",
    "server": "server",
    "ubuntu": "server",
    "alpine": "server",
    "coreos": "server",
    "nginx": "server",
    "dnsmasq": "server",
    "tacplus": "server",
    "radius": "server",
    "syslog": "server",
    "net-tools": "server",
    "thousandeyes-ea": "server",
    "trex": "server",
    "wan_emulator": "generic",
    "vwlc": "server",
    "fmcv": "server",
    "cat-sdwan-manager": "server",
    "cat-sdwan-controller": "server",
    "cat-sdwan-validator": "server",
}


def find_role(definition: str, image: str, name: str) -> Role:
    """Return the role of the device called *name* of this *definition*, which may be one of the user's own."""
    known = _DEFINITIONS.get(definition.lower())
    if known is None and definition.lower().startswith("cat9"):
        known = "switch"
    return known or roles.find_role(kind=definition, image=image, name=name)
