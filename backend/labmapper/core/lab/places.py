"""Where in a drawing or a file the parts of a lab are."""

from labmapper.core.lab.structure import DeviceType, UserType
from labmapper.core.problems import Place

_OWN_FIELDS = {"protocol": "protocol", "hostname": "host", "port": "port"}


def title_place(subject: UserType | DeviceType) -> Place:
    """Return where the first name of *subject* is."""
    return _within(subject, "label", "names")


def password_place(users: UserType, position: int | None = None) -> Place:
    """Return where the password of *users* is, or that of the person at *position* of the roster, counted from 0."""
    part = "password" if position is None else f"roster.{position}.password"
    return _within(users, part, part)


def person_place(users: UserType, position: int) -> Place:
    """Return where the user name of the person at *position* of the roster is, counted from 0."""
    part = f"roster.{position}.username"
    return _within(users, part, part)


def parameter_place(device: DeviceType, name: str) -> Place:
    """Return where the parameter *name* of *device* is; one that is inherited is where its default is."""
    if name in device.inherited:
        return device.inherited[name]
    drawn = f"{device.place.field}.{_OWN_FIELDS.get(name, f'parameters.{name}')}"
    return _within(device, drawn, f"parameters.{name}")


def _within(subject: UserType | DeviceType, drawn: str, written: str) -> Place:
    """Return the place of a part of *subject*, called *drawn* in a diagram and *written* in a text."""
    place = subject.place
    if place.item is not None:
        return Place(place.item, drawn)
    field = f"{place.field}.{written}" if place.field else None
    return Place(None, field, subject.lines.get(written, place.line))
