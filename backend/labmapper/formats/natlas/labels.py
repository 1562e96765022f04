"""What natlas writes about a device and a cable into its diagrams, whatever kind of picture it is."""

import ipaddress
import re
from collections.abc import Iterator, Sequence

from labmapper.formats.topology.model import Cable, CableEnd, Console, Device, Role

# Members of a stack or a VSS are drawn one by one; they are one device with one address.
_MEMBER = re.compile(r"\[natlas(?:VSS|SW)\d{1,3}\]\Z")
_LAG_MEMBER = re.compile(r"P:(.{0,200}?) \| C:(.{0,200})")
_PLATFORMS: tuple[tuple[re.Pattern[str], Role], ...] = (
    (re.compile(r"IP Phone|\ASEP", re.IGNORECASE), "phone"),
    (re.compile(r"\A(?:WS-C(?:29|35|36|37|38)|C9[2345]\d\d|N\dK|WS-C[46])|Nexus", re.IGNORECASE), "switch"),
    (re.compile(r"\A(?:ISR|ASR|CISCO(?:18|19|28|29|38|39)|C8\d{3})", re.IGNORECASE), "router"),
    (re.compile(r"\A(?:ASA|FPR)", re.IGNORECASE), "firewall"),
    (re.compile(r"\AAIR-|\AC91\d\d", re.IGNORECASE), "accesspoint"),
    (re.compile(r"VMware|ESX|Linux|Windows", re.IGNORECASE), "server"),
)
_UNKNOWN = {"", "UNKNOWN", "None", "0.0.0.0"}  # noqa: S104 - natlas' word for an address that it does not know


def merge_members(name: str) -> str:
    """Return the name of the device that the drawn part *name* belongs to."""
    return _MEMBER.sub("", name)


def find_role(platform: Sequence[str], name: str, *, routes: bool | None = None) -> Role:
    """Return the role that the texts of *platform* or the *name* tell; *routes* is the shape's word on it, if any."""
    for pattern, role in _PLATFORMS:
        if any(pattern.search(text[:200]) for text in (*platform, name)):
            return "l3switch" if role == "switch" and routes else role
    return "router" if routes else "switch"


def make_device(key: str, name: str, address: str, role: Role) -> Device:
    """Return the device called *name*, reached by SSH at *address* where natlas knows one; a phone is not logged in to."""
    host = "" if address in _UNKNOWN else address
    consoles = [] if role == "phone" else [Console(host=host)]
    return Device(key, "" if name in _UNKNOWN else name, role, consoles=consoles)


def is_address(text: str) -> bool:
    """Return whether *text* is an address by which something is reached."""
    try:
        return not ipaddress.ip_address(text[:64]).is_unspecified
    except ValueError:
        return False


def iter_cables(source: str, target: str, lines: Sequence[str]) -> Iterator[Cable]:
    """Yield the cable between two devices that *lines* describe: each member of a LAG, or the one with both ports."""
    members = [found for line in lines if (found := _LAG_MEMBER.fullmatch(line))]
    if members:
        for found in members:
            yield Cable(CableEnd(source, found[1].strip()), CableEnd(target, found[2].strip()))
        return
    ports = {line[:2]: line[2:].strip() for line in lines if line[:2] in ("P:", "C:")}
    yield Cable(CableEnd(source, ports.get("P:", "")), CableEnd(target, ports.get("C:", "")))
