"""Defaults that no connection can have: those of what each device has for itself, and of no protocol."""

from collections.abc import Iterator

from labmapper.core.guacamole.catalogue import PROTOCOLS
from labmapper.core.lab.defaults import REFUSED
from labmapper.core.lab.structure import Lab
from labmapper.core.problems import NOWHERE, Problem
from labmapper.core.suggestions import find_nearest, shorten


def check_defaults(lab: Lab) -> Iterator[Problem]:
    """Yield what is wrong with the defaults of *lab* by themselves; their values are looked at in the devices."""
    for each in lab.defaults:
        for name in (name for name, _ in each.parameters if name in REFUSED):
            yield Problem.error("default-refused", each.places.get(name, NOWHERE), parameter=name)
        if each.protocol not in PROTOCOLS:
            near, given = find_nearest(each.protocol, PROTOCOLS), shorten(each.protocol)
            place = each.places.get("", NOWHERE)
            if near:
                yield Problem.error("default-protocol", place, variant="near", protocol=given, near=near)
            else:
                yield Problem.error("default-protocol", place, protocol=given, protocols=tuple(PROTOCOLS))
