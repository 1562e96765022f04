"""An inventory as it is written: groups with their hosts, the groups in them, and variables."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from labmapper.core.problems import NOWHERE, Place, Problem
from labmapper.formats.topology.findings import Findings
from labmapper.formats.topology.sizes import MOST_DEVICES

MOST_HOSTS = MOST_GROUPS = MOST_DEVICES
MOST_RANGES = 8
# The longest name of a host, with all its ranges.
_LONGEST_PATTERN = 400
_RANGE = re.compile(r"\[(\w{1,9}):(\w{1,9})(?::(\d{1,6}))?\]")
ALL, UNGROUPED = "all", "ungrouped"


@dataclass(frozen=True, slots=True)
class Variable:
    """The value of a variable as text, and where it stands."""

    text: str
    place: Place


Variables = dict[str, Variable]


@dataclass(slots=True)
class Group:
    """A group: its hosts by name, each with where it is listed and whether it has variables there."""

    name: str
    place: Place
    hosts: dict[str, tuple[Place, bool]] = field(default_factory=dict)
    children: dict[str, Place] = field(default_factory=dict)
    variables: Variables = field(default_factory=dict)


class Inventory:
    """All groups by name, and the variables of each host, as the readers of INI and YAML find them."""

    def __init__(self, findings: Findings) -> None:
        self.groups: dict[str, Group] = {}
        self.hosts: dict[str, Variables] = {}
        self.findings = findings
        self.is_full = False

    def open_group(self, name: str, place: Place) -> Group:
        """Return the group called *name*, a new one at *place* where there is none yet."""
        group = self.groups.get(name)
        if group is None:
            group = self.groups[name] = Group(name, place)
            self._check_size(len(self.groups), MOST_GROUPS)
        return group

    def add_hosts(self, group: Group, pattern: str, variables: Variables, place: Place) -> None:
        """Put the hosts that *pattern* names, with its ranges, into *group*, each with *variables*."""
        if len(pattern) > _LONGEST_PATTERN:
            self.findings.lose("device", pattern, place)
            return
        for name in expand_ranges(pattern):
            if self.is_full:
                return
            group.hosts.setdefault(name, (place, bool(variables)))
            self.hosts.setdefault(name, {}).update(variables)
            self._check_size(len(self.hosts), MOST_HOSTS)

    def add_child(self, group: Group, name: str, place: Place) -> None:
        """Put the group called *name* into *group*."""
        group.children.setdefault(name, place)
        self.open_group(name, place)

    def _check_size(self, count: int, most: int) -> None:
        if count > most and not self.is_full:
            self.is_full = True
            self.findings.add(Problem.error("import-too-large", NOWHERE, variant="devices", most=most))


def expand_ranges(pattern: str) -> Iterator[str]:
    """Yield the names that *pattern* stands for: ``web[01:50].example``, ``db-[a:f]``, ``leaf[1:9:2]``."""
    found = _RANGE.search(pattern) if pattern.count("[") <= MOST_RANGES else None
    numbers = None if found is None else _list_range(found)
    if found is None or numbers is None:
        yield pattern
        return
    for rest in expand_ranges(pattern[found.end() :]):
        for each in numbers:
            yield f"{pattern[: found.start()]}{each}{rest}"


def _list_range(found: re.Match[str]) -> list[str] | None:
    """Return what a range counts, None where it is none; never more than there may be hosts."""
    first, last, step = found[1], found[2], int(found[3] or 1)
    if step < 1:
        return None
    if first.isdecimal() and last.isdecimal():
        width = len(first) if first.startswith("0") else 0
        numbers = range(int(first), int(last) + 1, step)[: MOST_HOSTS + 1]
        return [str(number).zfill(width) for number in numbers]
    if len(first) == len(last) == 1 and first.isascii() and last.isascii():
        return [chr(code) for code in range(ord(first), ord(last) + 1, step)]
    return None
