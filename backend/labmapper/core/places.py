"""Where in a drawing or a file the parts of a lab are."""

from dataclasses import replace

from labmapper.core.lab import DeviceType, UserType
from labmapper.core.problems import Place

_OWN_FIELDS = {"protocol": "protocol", "hostname": "host", "port": "port"}


def title_place(subject: UserType | DeviceType) -> Place:
    """Return where the first name of *subject* is."""
    return _within(subject.place, "label", "names")


def parameter_place(device: DeviceType, name: str) -> Place:
    """Return where the parameter *name* of *device* is."""
    place = device.place
    drawn = f"{place.field}.{_OWN_FIELDS.get(name, f'parameters.{name}')}"
    return _within(place, drawn, f"parameters.{name}")


def _within(place: Place, drawn: str, written: str) -> Place:
    if place.item is not None:
        return replace(place, field=drawn)
    return replace(place, field=f"{place.field}.{written}" if place.field else None)
