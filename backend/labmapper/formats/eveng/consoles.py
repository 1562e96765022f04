"""The console of a node of EVE-NG or PNETLab: what it speaks, and its port by the arithmetic of EVE-NG."""

from collections.abc import Mapping

from labmapper.core.problems import Place
from labmapper.formats.topology.findings import Findings, shorten
from labmapper.formats.topology.model import Console

# 32768 + 128 * pod + id, as EVE-NG and UNetLab compute it.
_FIRST_PORT, _PORTS_OF_A_POD = 32_768, 128
_LAST_PORT = 65_535
_PROTOCOLS = ("telnet", "vnc", "rdp", "ssh")
# Templates of old labs whose console is VNC where the node does not say.
_BY_VNC = frozenset(
    [
        "cda",
        "clearpass",
        "cumulus",
        "esxi",
        "firepower",
        "hpvsr",
        "paloalto",
        "phoebe",
        "riverbed",
        "sterra",
        "ucspe",
        "vnam",
        "vwaas",
        "win",
    ]
)


def read_consoles(node: Mapping[str, str], number: int, pod: int, findings: Findings, place: Place) -> list[Console]:
    """Return the console of the *node* with this *number* in the *pod*, none where Guacamole cannot open it."""
    name = shorten(node.get("name", "")) or str(number)
    second = node.get("console_2nd", "")
    if second:
        findings.lose("console", f"The second console ({shorten(second)}) of {name}", place)
    spoken = _find_protocol(node)
    port = _FIRST_PORT + _PORTS_OF_A_POD * pod + number
    if spoken == "rdp-tls":
        return _make("rdp", port, {"security": "tls"})
    if spoken not in _PROTOCOLS or port > _LAST_PORT:
        findings.lose("console", f"The console ({shorten(spoken) or node.get('type', '')}) of {name}", place)
        return []
    return _make(spoken, port, _find_login(node, spoken))


def _find_protocol(node: Mapping[str, str]) -> str:
    """Return what the console of *node* speaks, empty where a container has none that is said."""
    said = node.get("console")
    if said:
        return said.strip().lower()
    if node.get("type") == "docker":
        return ""
    return "vnc" if said is None and node.get("template", "").lower() in _BY_VNC else "telnet"


def _find_login(node: Mapping[str, str], spoken: str) -> dict[str, str]:
    """Return user name and password of PNETLab's nodes as parameters."""
    keys = {"ssh": ("username", "password"), "rdp": ("username", "password"), "vnc": ("password",)}.get(spoken, ())
    return {key: node[key] for key in keys if node.get(key)}


def _make(protocol: str, port: int, parameters: dict[str, str]) -> list[Console]:
    return [Console(protocol, port=str(port), parameters=parameters, is_at_host=True)]
