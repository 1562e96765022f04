"""Counting as it is drawn: what is said to count and cannot, and a host that perhaps should not."""

import re
from collections import Counter
from collections.abc import Iterator

from labmapper.core.drawing.items import Connection, Device
from labmapper.core.lab.copies import parse_copies
from labmapper.core.lab.numbering import parse_counted, parse_first, parse_pattern
from labmapper.core.problems import Place, Problem

_COUNTED = re.compile(r"[0-9]+\Z")


def check_counting(devices: tuple[Device, ...]) -> Iterator[Problem]:
    """Yield what is said to count and stands still, and the hosts of stacks that count beside their port for no reason."""
    if not any(device.count > 1 for device in devices):
        return
    neighbours = Counter(kin for device in devices for kin in {_find_kin(each) for each in device.connections})
    for device in devices:
        for position, connection in enumerate(device.connections):
            place = f"connections.{position}"
            yield from _check_still(device, connection, place)
            if device.count > 1 and neighbours[_find_kin(connection)] == 1:
                yield from _check_host(device, connection, Place(device.id, f"{place}.host"))


def _find_kin(connection: Connection) -> str:
    """Return what the hosts beside that of *connection* begin with: an address without its last number."""
    return _COUNTED.sub("", connection.host)


def _check_still(device: Device, connection: Connection, place: str) -> Iterator[Problem]:
    texts = connection.parameters | {"hostname": connection.host, "port": connection.port}
    fields = {"hostname": "host", "port": "port"}
    for name, copies in connection.copies.items():
        text = texts.get(name, "")
        if copies == "counts" and device.count > 1 and not parse_counted(text, 1).mentions("n"):
            where = Place(device.id, f"{place}.{fields.get(name, f'parameters.{name}')}")
            yield Problem.warning("copies-stand-still", where, parameter=name)


def _check_host(device: Device, connection: Connection, place: Place) -> Iterator[Problem]:
    """A host whose number only stands at its end counts without anybody having said so; the port is counted on purpose."""
    if "hostname" in connection.copies or parse_pattern(connection.host).mentions("n"):
        return
    first = parse_first(device.label)[1]
    numbers = range(first, first + device.count)
    host = parse_counted(connection.host, first)
    port = parse_copies(connection.port, connection.copies.get("port", "same"), numbers)
    if host.has("n") and port.has("n") and not port.listed:
        start, end = (f"{host.render(n, 1)}:{port.render(n, 1)}" for n in (numbers[0], numbers[-1]))
        yield Problem.warning("host-counts-beside-port", place, first=start, last=end)
