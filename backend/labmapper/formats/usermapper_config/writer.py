"""``config.yaml``: usermapper's own form wherever the lab allows it, and Labmapper's keys only where it does not."""

from dataclasses import replace
from typing import Any

import yaml

from labmapper.core.lab.defaults import leave_out_inherited
from labmapper.core.lab.folding import fold_devices
from labmapper.core.lab.listed import CarriedAddresses, Copies
from labmapper.core.lab.numbering import DIGITS_AT_END, Field, Pattern, build_pattern, rebase
from labmapper.core.lab.spelling import UnspellableError, render_pattern, spell_pattern
from labmapper.core.lab.structure import Defaults, DeviceType, FixedPassword, Lab, Person, RandomPassword, UserType

_LIKE_NUMBERS = tuple("0123456789+-.")


class NameTakenError(UnspellableError):
    """A parameter called ``name`` counts, and ``patterns.name`` is the name of the device."""


def render_config(lab: Lab) -> str:
    """Return the text of a ``config.yaml`` that means *lab*: ``reader`` reads the same lab back.

    Raises:
        UnspellableError: the lab counts as no ``config.yaml`` can say (``checks`` tells where).
    """
    lab = fold_devices(lab)
    config: dict[str, Any] = {}
    settings = _render_settings(lab)
    if settings:
        config["guacamole"] = settings
    if lab.recipe:
        config["passwords"] = {"version": 2, "length": lab.recipe.length, "symbol": lab.recipe.symbol}
    if lab.defaults:
        config["defaults"] = {each.protocol: dict(each.parameters) for each in lab.defaults}
    config["users"] = {users.name: render_users(users) for users in lab.users}
    config["devices"] = {device.name: render_device(device, lab.defaults) for device in lab.devices}
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


def render_users(users: UserType) -> dict[str, Any]:
    """Return what a ``config.yaml`` has under the name of *users*; raise UnspellableError where it cannot say it."""
    entry: dict[str, Any] = {}
    if users.roster:
        entry["roster"] = [_render_person(person) for person in users.roster]
    else:
        entry["quantity"] = users.quantity
        entry |= _render_names("username", users.usernames, range(users.first, users.first + users.quantity))
    entry |= _render_password(users.password)
    if users.reaches is not None:
        entry["reaches"] = list(users.reaches)
    return entry


def _render_person(person: Person) -> dict[str, Any]:
    own = {"password": person.password, "encoding": person.encoding}
    given = {"username": person.username, **own, "pod": person.pod}
    about = {"name": person.name, "email": person.email, "id": person.id}
    return {key: value for key, value in given.items() if value is not None} | {
        key: value for key, value in about.items() if value
    }


def _render_password(password: RandomPassword | FixedPassword) -> dict[str, Any]:
    if isinstance(password, FixedPassword):
        return {"fixed_password" if password.value == "random" else "password": password.value}
    entry: dict[str, Any] = {"password": "random"}
    if password.rotation:
        entry["rotation"] = password.rotation
    if password.rotations:
        entry["rotations"] = dict(password.rotations)
    return entry


def render_device(device: DeviceType, defaults: tuple[Defaults, ...] = ()) -> dict[str, Any]:
    """Return what a ``config.yaml`` with *defaults* has under the name of *device*.

    Raises:
        UnspellableError: a ``config.yaml`` cannot say it.
    """
    device = leave_out_inherited(defaults, _renumber(device))
    entry: dict[str, Any] = {"quantity": device.quantity}
    names = _render_names("name", device.names, device.numbers)
    patterns = names.pop("patterns", {})
    host = _render_hostname(device.find_parameter("hostname") or build_pattern([]), device.numbers)
    patterns |= host.pop("patterns", {})
    entry |= names | host
    entry["parameters"] = {}
    for name, value in device.parameters:
        if name == "name" and value.literal is None:
            raise NameTakenError(render_pattern(value))
        literal = value.literal if name != "hostname" else None
        carried = value.listed.values if value.listed and name != "hostname" else None
        entry["parameters"][name] = str(carried.start) if isinstance(carried, CarriedAddresses) else literal
        if literal is None and name != "hostname" and not value.listed:
            patterns[name] = spell_pattern(value, device.numbers)
    copies = _render_copies(device, has_suffix="hostname_suffix" in host)
    if patterns:
        entry["patterns"] = patterns
    if copies:
        entry["copies"] = copies
    if device.pod is not None:
        entry["pod_of"] = device.pod
    return entry


def _render_copies(device: DeviceType, *, has_suffix: bool) -> dict[str, Copies]:
    """Return the lists of values, and that a host is the same for all or counts where one might take it for the other."""
    listed: dict[str, Copies] = {
        name: "carries" if isinstance(value.listed.values, CarriedAddresses) else [*value.listed.values]
        for name, value in device.parameters
        if value.listed
    }
    host = (device.find_parameter("hostname") or build_pattern([])).literal
    is_same = host is not None and len(device.numbers) > 1 and DIGITS_AT_END.search(host) is not None
    if device.must_state_host_counting and has_suffix:
        return {"hostname": "counts", **listed}
    return {"hostname": "same", **listed} if is_same else listed


def _render_names(stem: str, names: Pattern, numbers: range) -> dict[str, Any]:
    split = _split(names, numbers.start)
    if split is None:
        # A name that is a pattern counts from 1.
        counted = rebase(names, numbers.start - 1)
        return {"patterns": {stem: spell_pattern(counted, range(1, len(numbers) + 1))}}
    return {f"{stem}_prefix": split[0], f"{stem}_suffix": split[1]}


def _render_hostname(hostname: Pattern, numbers: range) -> dict[str, Any]:
    """Return prefix and suffix; a host without a field has them too where nothing counts."""
    if hostname.listed and isinstance(hostname.listed.values, CarriedAddresses):
        before, _, last = str(hostname.listed.values.start).rpartition(".")
        return {"hostname_prefix": f"{before}.", "hostname_suffix": last}
    if hostname.listed:
        return {}
    split = _split(hostname, numbers.start)
    if split is None and len(numbers) == 1 and hostname.literal is not None:
        digits = DIGITS_AT_END.search(hostname.literal)
        split = (hostname.literal[: digits.start()], digits.group()) if digits else None
    if split is None:
        return {"patterns": {"hostname": spell_pattern(hostname, numbers)}}
    return {"hostname_prefix": split[0], "hostname_suffix": split[1]}


def _split(pattern: Pattern, first: int) -> tuple[str, str] | None:
    """Return *pattern* as usermapper's prefix and suffix, where it is text with one number counting at its end."""
    *before, last = pattern.parts or ("",)
    prefix = build_pattern(before).literal
    if prefix is None or not isinstance(last, Field) or last.variable != "n" or last.factor != 1:
        return None
    suffix = last.render(first)
    # usermapper takes the width from the suffix: a wider first number would lose a narrower width, to no effect.
    return (prefix, suffix) if DIGITS_AT_END.fullmatch(suffix) else None


def _renumber(device: DeviceType) -> DeviceType:
    """Return *device* with its numbers as a reader counts them: from the suffix of its name, from 1 without one."""
    split = _split(device.names, device.first)
    first = int(split[1]) if split else 1
    if first == device.first:
        return device
    shift = device.first - first
    parameters = tuple((name, rebase(value, shift)) for name, value in device.parameters)
    return replace(device, names=rebase(device.names, shift), first=first, parameters=parameters)
