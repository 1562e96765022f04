"""A lab without its secrets, for looking at."""

from dataclasses import replace

from labmapper.core.guacamole.secrets import MASK, is_secret
from labmapper.core.lab import DeviceType, FixedPassword, Lab, Person, UserType
from labmapper.core.numbering import build_pattern

_DOTS = build_pattern([MASK])


def mask_lab(lab: Lab) -> Lab:
    """Return *lab* with dots for every password and every secret parameter; empty ones stay empty."""
    return replace(
        lab,
        users=tuple(_mask_users(users) for users in lab.users),
        devices=tuple(_mask_device(device) for device in lab.devices),
    )


def _mask_users(users: UserType) -> UserType:
    password = users.password
    if isinstance(password, FixedPassword):
        password = FixedPassword(_mask(password.value))
    return replace(users, password=password, roster=tuple(_mask_person(person) for person in users.roster))


def _mask_person(person: Person) -> Person:
    return replace(person, password=None if person.password is None else _mask(person.password))


def _mask_device(device: DeviceType) -> DeviceType:
    parameters = tuple(
        (name, _DOTS if is_secret(name) and value.literal != "" else value) for name, value in device.parameters
    )
    return replace(device, parameters=parameters)


def _mask(text: str) -> str:
    return MASK if text else ""
