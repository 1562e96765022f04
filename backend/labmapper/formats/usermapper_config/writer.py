"""``config.yaml``: usermapper's own form wherever the lab allows it, and Labmapper's keys only where it does not."""

import re
from dataclasses import replace
from typing import Any

import yaml

from labmapper.core.lab.folding import fold_devices
from labmapper.core.lab.numbering import Field, Pattern, build_pattern, rebase, render_pattern
from labmapper.core.lab.structure import DeviceType, FixedPassword, Lab, Person, RandomPassword, UserType

_LIKE_NUMBERS = tuple("0123456789+-.")
_DIGITS_AT_END = re.compile(r"[0-9]{1,18}\Z")


def render_config(lab: Lab) -> str:
    """Return the text of a ``config.yaml`` that means *lab*; ``importers.usermapper_config`` reads it back."""
    lab = fold_devices(lab)
    config: dict[str, Any] = {}
    settings = _render_settings(lab)
    if settings:
        config["guacamole"] = settings
    config["users"] = {users.name: _render_users(users) for users in lab.users}
    config["devices"] = {device.name: _render_device(device) for device in lab.devices}
    return yaml.dump(config, Dumper=_Dumper, sort_keys=False, allow_unicode=True, width=1_000_000)


class _Dumper(yaml.CSafeDumper):
    """Writes nothing as ``~`` and never an alias."""

    def ignore_aliases(self, _data: object) -> bool:
        """Return that equal values are written out each time."""
        return True


def _represent_text(dumper: _Dumper, text: str) -> yaml.ScalarNode:
    """Quote whatever some YAML reader might take for a number; the dumper itself sees to the rest."""
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, style="'" if text[:1] in _LIKE_NUMBERS else None)


_Dumper.add_representer(str, _represent_text)
_Dumper.add_representer(type(None), lambda dumper, _: dumper.represent_scalar("tag:yaml.org,2002:null", "~"))


def _render_settings(lab: Lab) -> dict[str, str]:
    usual = Lab()
    given = {"version": (lab.guacamole, usual.guacamole), "hashing": (lab.hashing, usual.hashing)}
    return {key: value for key, (value, default) in given.items() if value != default}


def _render_users(users: UserType) -> dict[str, Any]:
    entry: dict[str, Any] = {}
    if users.roster:
        entry["roster"] = [_render_person(person) for person in users.roster]
    else:
        entry["quantity"] = users.quantity
        entry |= _render_names("username", users.usernames, users.first)
    entry |= _render_password(users.password)
    if users.reaches is not None:
        entry["reaches"] = list(users.reaches)
    return entry


def _render_person(person: Person) -> dict[str, Any]:
    given = {"username": person.username, "password": person.password, "pod": person.pod}
    return {key: value for key, value in given.items() if value is not None}


def _render_password(password: RandomPassword | FixedPassword) -> dict[str, Any]:
    if isinstance(password, FixedPassword):
        return {"fixed_password" if password.value == "random" else "password": password.value}
    entry: dict[str, Any] = {"password": "random"}
    if password.rotation:
        entry["rotation"] = password.rotation
    if password.rotations:
        entry["rotations"] = dict(password.rotations)
    return entry


def _render_device(device: DeviceType) -> dict[str, Any]:
    if _split(device.names, device.first) is None and device.first != 1:
        device = _begin_with_one(device)
    hostname = device.find_parameter("hostname") or build_pattern([])
    entry: dict[str, Any] = {"quantity": device.quantity}
    names = _render_names("name", device.names, device.first)
    patterns = names.pop("patterns", {})
    host = _render_hostname(hostname, device)
    patterns |= host.pop("patterns", {})
    entry |= names | host
    entry["parameters"] = {}
    for name, value in device.parameters:
        literal = value.literal if name != "hostname" else None
        entry["parameters"][name] = literal
        if literal is None and name != "hostname":
            patterns[name] = render_pattern(value)
    if patterns:
        entry["patterns"] = patterns
    if device.pod is not None:
        entry["pod_of"] = device.pod
    return entry


def _render_names(stem: str, names: Pattern, first: int) -> dict[str, Any]:
    split = _split(names, first)
    if split is None:
        # A name that is a pattern counts from 1.
        return {"patterns": {stem: render_pattern(rebase(names, first - 1))}}
    return {f"{stem}_prefix": split[0], f"{stem}_suffix": split[1]}


def _render_hostname(hostname: Pattern, device: DeviceType) -> dict[str, Any]:
    """Return prefix and suffix; a host without a field has them too where nothing counts."""
    split = _split(hostname, device.first)
    if split is None and device.quantity == 1 and hostname.literal is not None:
        digits = _DIGITS_AT_END.search(hostname.literal)
        split = (hostname.literal[: digits.start()], digits.group()) if digits else None
    if split is None:
        return {"patterns": {"hostname": render_pattern(hostname)}}
    return {"hostname_prefix": split[0], "hostname_suffix": split[1]}


def _split(pattern: Pattern, first: int) -> tuple[str, str] | None:
    """Return *pattern* as usermapper's prefix and suffix, where it is text with one number counting at its end."""
    *before, last = pattern.parts or ("",)
    prefix = build_pattern(before).literal
    if prefix is None or not isinstance(last, Field) or last.variable != "n" or last.factor != 1:
        return None
    suffix = last.render(first)
    # usermapper takes the width from the suffix: a wider first number would lose a narrower width, to no effect.
    return (prefix, suffix) if suffix.isdigit() else None


def _begin_with_one(device: DeviceType) -> DeviceType:
    """Return *device* with its numbers counted from 1, as a name that is a pattern has them."""
    shift = device.first - 1
    parameters = tuple((name, rebase(value, shift)) for name, value in device.parameters)
    return replace(device, names=rebase(device.names, shift), first=1, parameters=parameters)
