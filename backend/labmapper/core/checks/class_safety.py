"""What is unwise in a class: passwords that everybody tries, desktops of which many share one session, open addresses, recordings in one heap.

Each can be meant, so each is a warning, told once a lab or once a group, with how many devices it is about.
"""

from collections.abc import Iterable, Iterator
from ipaddress import ip_address

from labmapper.core.checks.targets import has_tokens
from labmapper.core.guacamole.tokens import find_tokens
from labmapper.core.lab.places import parameter_place, title_place
from labmapper.core.lab.structure import DeviceType, Lab, UserType
from labmapper.core.messages.entries import DEFAULT
from labmapper.core.messages.templates import Facts
from labmapper.core.problems import Place, Problem

_BY_PASSWORD = frozenset({"ssh", "telnet", "rdp", "vnc"})
_DESKTOPS = frozenset({"rdp", "vnc"})
# These show or carry everything in the clear.
_IN_THE_CLEAR = frozenset({"telnet", "vnc"})
# usermapper's own example has it, and files made after it are all over.
_SHOWN = frozenset({"root"})
# What makers set and everybody tries first.
_WELL_KNOWN = frozenset(
    [
        *("admin", "cisco", "toor", "password", "passw0rd", "1234", "123456", "12345678", "changeme", "default"),
        *(
            "vagrant",
            "raspberry",
            "ubnt",
            "vyos",
            "juniper",
            "arista",
            "class",
            "12345",
            "guest",
            "eve",
            "gns3",
            "guacadmin",
        ),
    ]
)
# Of pictures and keys, and of what is written in a terminal.
_RECORDINGS = ("recording", "typescript")


def check_class_safety(lab: Lab) -> Iterator[Problem]:
    """Yield a warning for each thing that is unwise in *lab*, where people reach it."""
    reached = {device.name for users in lab.users if users.size for device in lab.list_reached(users)}
    devices = [device for device in lab.devices if device.quantity and device.name in reached]
    for told in _sum_up(filter(_has_well_known_password, devices), "password"):
        yield Problem("device-password-known", "warning", *told)
    open_ones = [device for device in devices if _find(device, "protocol") in _IN_THE_CLEAR]
    for told in _sum_up(filter(_is_desktop_without_password, open_ones), "password"):
        yield Problem("desktop-without-password", "warning", *told)
    for told in _sum_up(filter(_is_open_to_the_internet, open_ones), "hostname"):
        yield Problem("address-public", "warning", *told)
    if sum(users.size for users in lab.users) > 1:
        for kind in _RECORDINGS:
            heaped = [device for device in devices if _is_recorded_in_one_heap(device, kind)]
            for told in _sum_up(heaped, f"{kind}-path"):
                yield Problem("recording-shared", "warning", *told)
    yield from _check_desktops(lab)


def _sum_up(found: Iterable[DeviceType], parameter: str) -> Iterator[tuple[Place, str, Facts]]:
    """Yield place, variant and facts of the one warning about all that were *found*, at the *parameter* of the first."""
    devices = list(found)
    if devices:
        place, device, more = parameter_place(devices[0], parameter), _name(devices[0]), _count_more(devices)
        yield (place, "more", {"device": device, "count": more}) if more else (place, DEFAULT, {"device": device})


def _count_more(found: list[DeviceType]) -> int:
    """Return how many devices there are besides the first."""
    return sum(device.quantity for device in found) - 1


def _name(device: DeviceType) -> str:
    return device.names.render(device.first, 1)


def _find(device: DeviceType, name: str) -> str:
    """Return the value of the parameter *name* at the first of the alike devices."""
    value = device.find_parameter(name)
    return value.render(device.first, 1) if value else ""


def _has_well_known_password(device: DeviceType) -> bool:
    """Return whether a password is one that everybody tries, or the user name once more."""
    given = device.find_parameter("password")
    if given is None or _find(device, "protocol") not in _BY_PASSWORD:
        return False
    username = _find(device, "username").lower()
    listed = [each.lower() for each in given.listed.values] if given.listed else [_find(device, "password").lower()]
    passwords = [each for each in listed if each and not find_tokens(each)]
    return any(each in _WELL_KNOWN or (each == username and each not in _SHOWN) for each in passwords)


def _is_desktop_without_password(device: DeviceType) -> bool:
    """Return whether VNC shows its desktop to whoever reaches the port; by RDP and SSH Guacamole asks for what is missing.

    With ``reverse-connect`` the desktop has no port: it calls guacd.
    """
    if _find(device, "protocol") != "vnc" or _find(device, "reverse-connect") == "true":
        return False
    return not _find(device, "password")


def _is_open_to_the_internet(device: DeviceType) -> bool:
    """Return whether *device*, whose protocol is in the clear, has an address of the internet."""
    try:
        return ip_address(_find(device, "hostname")).is_global
    except ValueError:
        return False


def _is_recorded_in_one_heap(device: DeviceType, kind: str) -> bool:
    """Return whether nothing in path and name of the recordings of this *kind* tells one person's from another's."""
    path = device.find_parameter(f"{kind}-path")
    if path is None or not path.render(device.first, 1):
        return False
    values = [value for value in (path, device.find_parameter(f"{kind}-name")) if value]
    return not any(value.has("pod") or any(map(find_tokens, value.iter_texts())) for value in values)


def _check_desktops(lab: Lab) -> Iterator[Problem]:
    """Yield a warning for each group with fewer desktops of one session than people; teachers look in where others work.

    A larger group that has the same desktops is told of them, not the smaller one beside it.
    """
    desktop_names = {device.name for device in lab.devices if device.pod is None and _is_one_session(device)}
    if not desktop_names:
        return
    largest: dict[str, int] = {}
    for users in lab.users:
        for device in lab.list_reached(users):
            largest[device.name] = max(largest.get(device.name, 0), users.size)
    for users in lab.users:
        desktops = [device for device in lab.list_reached(users) if device.name in desktop_names]
        seats = sum(device.quantity for device in desktops)
        if 0 < seats < users.size and any(largest[device.name] == users.size for device in desktops):
            yield _tell_desktops(users, desktops[0], seats)


def _tell_desktops(users: UserType, device: DeviceType, seats: int) -> Problem:
    place, name, first = title_place(users), _name(device), users.get_person(0).username
    if seats == 1:
        return Problem.warning("desktop-shared", place, people=users.size, user=first, device=name)
    return Problem.warning(
        "desktop-shared", place, variant="several", people=users.size, user=first, device=name, seats=seats
    )


def _is_one_session(device: DeviceType) -> bool:
    """Return whether all who open *device* with control get the same session: by VNC always, by RDP with one log-in."""
    protocol = _find(device, "protocol")
    if not device.quantity or protocol not in _DESKTOPS or _find(device, "read-only") == "true" or has_tokens(device):
        return False
    return protocol == "vnc" or _find(device, "username") != ""
