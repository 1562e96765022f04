"""Which connections there are in the database, in which connection group each stands, and which user groups read it.

In a mapping everybody has connections of their own; in a database a connection stands there once, and all who reach it
share it. Copies in pods stand in a group named after the person whose copy it is.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from labmapper.core.lab.structure import DeviceType, Lab, UserType
from labmapper.formats.format import Content

# Guacamole nests as deep as one likes; what removes the groups must know how deep they are.
DEEPEST = 6
_UNNAMED = "Lab"


@dataclass(frozen=True, slots=True)
class DeviceGroup:
    """Devices that stand in one connection group of the lab, in the order of the lab.

    *zones* are the groups around them, outermost first, below the group of the lab. With an *owner* they are copies in
    pods, each in a group of its person below *zones*, unless they stand *apart* by their names.
    *readers* names for each device the user types that reach all of its copies.
    """

    zones: tuple[str, ...]
    owner: UserType | None
    devices: tuple[DeviceType, ...]
    readers: dict[str, tuple[str, ...]]
    apart: bool = False

    @property
    def all_readers(self) -> tuple[str, ...]:
        """The user types that reach anything here, owners of the copies aside."""
        return tuple(dict.fromkeys(name for device in self.devices for name in self.readers[device.name]))


@dataclass(frozen=True, slots=True)
class Layout:
    """Everything that the database shall hold of *lab* but the accounts; *title* names the lab's own connection group."""

    lab: Lab
    title: str
    device_groups: tuple[DeviceGroup, ...]

    def name_user_group(self, users: str) -> str:
        """Return what the user group of the user type *users* is called; a gateway may have several labs."""
        return f"{self.title}: {users}"

    def iter_zones(self) -> Iterator[tuple[tuple[str, ...], tuple[str, ...]]]:
        """Yield every connection group but those of people, outer ones first, each with the user types that read it."""
        readers: dict[tuple[str, ...], dict[str, None]] = {}
        for device_group in self.device_groups:
            seen = device_group.all_readers + ((device_group.owner.name,) if device_group.owner else ())
            for depth in range(1, len(device_group.zones) + 1):
                readers.setdefault(device_group.zones[:depth], {}).update(dict.fromkeys(seen))
        for zones in sorted(readers, key=len):
            yield zones, tuple(readers[zones])


def build_layout(content: Content) -> Layout:
    """Return what the database shall hold of *content*, grouped as its values say."""
    lab = content.lab
    grouping = str(content.values.get("groups", "pods"))
    title = str(content.values.get("lab", "")).strip() or (content.drawing.title.strip() if content.drawing else "")
    zones = _list_zones(content) if grouping == "zones" else {}
    readers = _list_readers(lab)
    device_groups: dict[tuple[tuple[str, ...], str | None], list[DeviceType]] = {}
    for device in lab.devices:
        if device.quantity and (readers[device.name] or (device.pod and lab.get_users(device.pod).size)):
            device_groups.setdefault((zones.get(device.place.item or "", ()), device.pod), []).append(device)
    return Layout(
        lab,
        title or _UNNAMED,
        tuple(
            DeviceGroup(
                path,
                lab.get_users(pod) if pod else None,
                tuple(devices),
                {device.name: readers[device.name] for device in devices},
                apart=grouping == "none",
            )
            for (path, pod), devices in device_groups.items()
            if not pod or lab.get_users(pod).size
        ),
    )


def _list_readers(lab: Lab) -> dict[str, tuple[str, ...]]:
    """Return for each device type who reaches all of its copies: not those who have their own only."""
    readers: dict[str, list[str]] = {device.name: [] for device in lab.devices}
    for users in lab.users:
        for device in lab.list_reached(users) if users.size else ():
            if device.pod != users.name:
                readers[device.name].append(users.name)
    return {name: tuple(users) for name, users in readers.items()}


def _list_zones(content: Content) -> dict[str, tuple[str, ...]]:
    """Return the labels of the zones around each device that was drawn, outermost first."""
    if content.drawing is None:
        return {}
    zones = {zone.id: zone for zone in content.drawing.zones}
    paths: dict[str, tuple[str, ...]] = {}
    for node in content.drawing.nodes:
        path: list[str] = []
        around = node.zone
        while around is not None:
            path.insert(0, zones[around].label.strip() or around)
            around = zones[around].zone
        paths[node.id] = tuple(path[:DEEPEST])
    return paths
