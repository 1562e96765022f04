"""What is unwise in a class: passwords that everybody tries, desktops of which many share one session, open addresses, recordings in one heap.

Each can be meant, so each is a warning, told once a lab or once a group, with how many devices it is about.
"""

from collections.abc import Iterator
from ipaddress import ip_address

from labmapper.core.checks.targets import has_tokens
from labmapper.core.guacamole.tokens import find_tokens
from labmapper.core.lab.places import parameter_place, title_place
from labmapper.core.lab.structure import DeviceType, Lab, UserType
from labmapper.core.problems import Problem

_BY_PASSWORD = frozenset({"ssh", "telnet", "rdp", "vnc"})
_DESKTOPS = frozenset({"rdp", "vnc"})
# These show or carry everything in the clear.
_IN_THE_CLEAR = frozenset({"telnet", "vnc"})
# What makers set and everybody tries. Not "root": usermapper's own example has it, and files made after it are all over.
_WELL_KNOWN = frozenset(
    [
        *("admin", "cisco", "toor", "password", "passw0rd", "1234", "123456", "12345678", "changeme", "default"),
        *("vagrant", "raspberry", "ubnt", "vyos", "juniper", "arista"),
    ]
)


def check_class_safety(lab: Lab) -> Iterator[Problem]:
    """Yield a warning for each thing that is unwise in *lab*, where people reach it."""
    reached = {device.name for users in lab.users if users.size for device in lab.list_reached(users)}
    devices = [device for device in lab.devices if device.quantity and device.name in reached]
    yield from _tell_passwords([device for device in devices if _has_well_known_password(device)])
    yield from _tell_addresses([device for device in devices if _is_open_to_the_internet(device)])
    if sum(users.size for users in lab.users) > 1:
        yield from _tell_recordings([device for device in devices if _is_recorded_in_one_heap(device)])
    yield from _check_desktops(lab)


def _tell_passwords(found: list[DeviceType]) -> Iterator[Problem]:
    if found:
        place, device, more = parameter_place(found[0], "password"), _name(found[0]), _count_more(found)
        if more:
            yield Problem.warning("device-password-known", place, variant="more", device=device, count=more)
        else:
            yield Problem.warning("device-password-known", place, device=device)


def _tell_addresses(found: list[DeviceType]) -> Iterator[Problem]:
    if found:
        place, device, more = parameter_place(found[0], "hostname"), _name(found[0]), _count_more(found)
        if more:
            yield Problem.warning("address-public", place, variant="more", device=device, count=more)
        else:
            yield Problem.warning("address-public", place, device=device)


def _tell_recordings(found: list[DeviceType]) -> Iterator[Problem]:
    if found:
        place, device, more = parameter_place(found[0], "recording-path"), _name(found[0]), _count_more(found)
        if more:
            yield Problem.warning("recording-shared", place, variant="more", device=device, count=more)
        else:
            yield Problem.warning("recording-shared", place, device=device)


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
    return _find(device, "password").lower() in _WELL_KNOWN and _find(device, "protocol") in _BY_PASSWORD


def _is_open_to_the_internet(device: DeviceType) -> bool:
    if _find(device, "protocol") not in _IN_THE_CLEAR:
        return False
    try:
        return ip_address(_find(device, "hostname")).is_global
    except ValueError:
        return False


def _is_recorded_in_one_heap(device: DeviceType) -> bool:
    """Return whether nothing in path and name of the recordings tells one person's from another's."""
    given = [device.find_parameter(f"recording-{part}") for part in ("path", "name")]
    if not _find(device, "recording-path"):
        return False
    values = [value for value in given if value]
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
