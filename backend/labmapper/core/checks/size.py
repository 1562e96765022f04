"""Labs that are too large for anybody: told at once, before time and memory go into them."""

from collections.abc import Iterator

from labmapper.core.checks.ordinary import leave_out_ordinary
from labmapper.core.lab.defaults import MAX_INHERITED, count_inherited
from labmapper.core.lab.structure import Lab
from labmapper.core.problems import Problem

# What has to be looked at one by one: connections as drawn, and groups by these.
MAX_DRAWN = 50_000
MAX_PAIRS = 4_000_000
# Single devices, all stacks counted out; no class has as many.
MAX_DEVICES = 250_000
# Guacamole holds 300,000 connections in 250 MiB; a file of this many has some 5 GB.
MAX_CONNECTIONS = 10_000_000


def check_drawn(groups: int, drawn: int) -> Iterator[Problem]:
    """Yield a problem where *groups* of users and *drawn* connections are more than can be looked at."""
    if drawn > MAX_DRAWN:
        yield Problem.error("lab-too-large", variant="drawn", drawn=drawn, most=MAX_DRAWN)
    elif groups * drawn > MAX_PAIRS:
        yield Problem.error("lab-too-large", variant="pairs", groups=groups, drawn=drawn, most=MAX_PAIRS)


def check_listed(lab: Lab) -> Iterator[Problem]:
    """Yield a problem where the lists of *lab* have more values together than can be looked at."""
    devices = leave_out_ordinary(lab).devices
    listed = sum(len(value.listed.values) for device in devices for _, value in device.parameters if value.listed)
    if listed > MAX_DRAWN:
        yield Problem.error("lab-too-large", variant="listed", listed=listed, most=MAX_DRAWN)


def check_inherited(lab: Lab) -> Iterator[Problem]:
    """Yield a problem where the devices of *lab* inherit more text from its defaults than can be looked at."""
    inherited = count_inherited(lab)
    if inherited > MAX_INHERITED:
        yield Problem.error("lab-too-large", variant="inherited", inherited=inherited, most=MAX_INHERITED)


def check_expanded(devices: int, connections: int) -> Iterator[Problem]:
    """Yield a problem where stacks come to more *devices*, or all users to more *connections*, than are possible."""
    if devices > MAX_DEVICES:
        yield Problem.error("lab-too-large", variant="devices", devices=devices, most=MAX_DEVICES)
    elif connections > MAX_CONNECTIONS:
        yield Problem.error("lab-too-large", variant="connections", connections=connections, most=MAX_CONNECTIONS)
