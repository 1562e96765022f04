"""The records of the import: each connection once, with everybody who reads it, short names first.

Guacamole 1.6 takes a name for a repetition where an earlier one begins like it and goes on with a dot or a bracket:
``web`` after ``web.prod``. In the order of their lengths that cannot happen.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from labmapper.core.lab.structure import DeviceType, Person
from labmapper.formats.format import Content
from labmapper.formats.guacamole_database.connection_groups import DeviceGroup, Layout, build_layout

_LIMITS = {"max_connections": "max-connections", "max_connections_per_user": "max-connections-per-user"}


@dataclass(frozen=True, slots=True)
class Record:
    """One connection: *users* and *groups* are who may read it."""

    name: str
    protocol: str
    group: str
    parameters: dict[str, str]
    attributes: dict[str, str]
    users: tuple[str, ...]
    groups: tuple[str, ...]


class Records:
    """The records of *content*, which can be read again and again without being kept."""

    def __init__(self, content: Content) -> None:
        """Find out which there are, and in which order."""
        values = {**content.values, "groups": "none"}
        self.layout: Layout = build_layout(Content(content.lab, content.drawing, content.seed, values))
        self._group = spell_group(str(values["group"]))
        self._by_groups = values["readers"] == "groups"
        self._attributes = {name: str(values[key]) for key, name in _LIMITS.items() if values.get(key)}
        self._people = {
            users.name: tuple(person.username for person in users.iter_people()) for users in content.lab.users
        }
        self._readers: dict[tuple[str, ...], tuple[str, ...]] = {}
        found = [
            (len(_name(device, n, owner)), place, device, n, owner, device_group)
            for place, (device_group, device, n, owner) in enumerate(_iter_all(self.layout))
        ]
        self._order = sorted(found, key=lambda each: each[:2])

    def __len__(self) -> int:
        return len(self._order)

    def __iter__(self) -> Iterator[Record]:
        for _, _, device, n, owner, device_group in self._order:
            yield self._build(device_group, device, n, owner)

    def list_columns(self) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """Return the names of all parameters and of all attributes that any record may have."""
        devices = [device for device_group in self.layout.device_groups for device in device_group.devices]
        names = dict.fromkeys(name for device in devices for name, _ in device.parameters if name != "protocol")
        return tuple(names), tuple(self._attributes)

    def _build(self, device_group: DeviceGroup, device: DeviceType, n: int, owner: Person | None) -> Record:
        pod = owner.pod or 0 if owner else 0
        values = {name: value.render(n, pod) for name, value in device.parameters}
        protocol = values.pop("protocol", "")
        own = (owner.username,) if owner else ()
        readers = device_group.readers[device.name]
        groups = tuple(map(self.layout.name_user_group, readers)) if self._by_groups else ()
        users = own if self._by_groups else (*own, *self._list_people(readers))
        # An empty value is not set, and an import that says so is refused in one syntax and not in another.
        parameters = {name: value for name, value in values.items() if value}
        name = _name(device, n, owner)
        return Record(name, protocol, self._group, parameters, self._attributes, users, groups)

    def _list_people(self, readers: tuple[str, ...]) -> tuple[str, ...]:
        if readers not in self._readers:
            self._readers[readers] = tuple(name for users in readers for name in self._people[users])
        return self._readers[readers]


def spell_group(text: str) -> str:
    """Return the path of a connection group from the root: what begins with these four letters is taken for absolute."""
    path = text.strip().strip("/")
    return path if path == "ROOT" or path.startswith("ROOT/") else f"ROOT/{path}" if path else "ROOT"


def _iter_all(layout: Layout) -> Iterator[tuple[DeviceGroup, DeviceType, int, Person | None]]:
    for device_group in layout.device_groups:
        for owner in device_group.owner.iter_people() if device_group.owner else (None,):
            for device in device_group.devices:
                yield from ((device_group, device, n, owner) for n in device.numbers)


def _name(device: DeviceType, n: int, owner: Person | None) -> str:
    name = device.names.render(n, owner.pod or 0 if owner else 0)
    return f"{name} ({owner.username})" if owner and not device.has_names_by_pod else name
