"""Reads the YAML form, and the JSON that ``ansible-inventory --list`` writes."""

from collections.abc import Iterator

from labmapper.core.problems import Place
from labmapper.core.yaml.nodes import Mapping, Scalar, Sequence, Value
from labmapper.formats.ansible.inventory import Group, Inventory, Variable, Variables
from labmapper.formats.ansible.recognition import PARTS
from labmapper.formats.topology.syntax.safe_yaml import find_mapping, locate

_META = "_meta"
_DEEPEST = 40
# So many groups are read, those that aliases repeat counted each time.
_MOST_READ = 50_000


def read_yaml_form(root: Mapping, inventory: Inventory) -> None:
    """Put what *root* lists into *inventory*."""
    reader = _Reader(inventory)
    for name, body in root.entries.items():
        if name != _META:
            reader.read_group(name, body, locate(root.keys.get(name, body), name), 1)
    hostvars = find_mapping(find_mapping(root, _META), "hostvars")
    for name, body in hostvars.entries.items():
        if name in inventory.hosts and isinstance(body, Mapping):
            inventory.hosts[name].update(reader.read_variables(body))


class _Reader:
    def __init__(self, inventory: Inventory) -> None:
        self._inventory = inventory
        self._count = 0

    def read_group(self, name: str, body: Value, place: Place, depth: int) -> None:
        """Put the group called *name* with all in its *body* into the inventory."""
        self._count += 1
        if depth > _DEEPEST or self._count > _MOST_READ or self._inventory.is_full:
            self._inventory.findings.lose("group", name, place)
            return
        group = self._inventory.open_group(name, place)
        if isinstance(body, Sequence):
            # The form of scripts of old: a group is a list of hosts.
            self._read_hosts(group, body)
        elif isinstance(body, Mapping):
            for key, value in body.entries.items():
                if key not in PARTS:
                    self._inventory.findings.lose("key", key, locate(body.keys.get(key, value), f"{name}.{key}"))
            self._read_hosts(group, body.entries.get("hosts"))
            group.variables.update(self.read_variables(find_mapping(body, "vars")))
            self._read_children(group, body.entries.get("children"), depth)
        elif not body.is_null:
            self._inventory.findings.lose("group", name, place)

    def _read_hosts(self, group: Group, hosts: Value | None) -> None:
        for name, body, place in _iter_named(hosts):
            variables = self.read_variables(body) if isinstance(body, Mapping) else {}
            self._inventory.add_hosts(group, name, variables, place)

    def _read_children(self, group: Group, children: Value | None, depth: int) -> None:
        for name, body, place in _iter_named(children):
            self._inventory.add_child(group, name, place)
            if body is not None:
                self.read_group(name, body, place, depth + 1)

    def read_variables(self, body: Mapping) -> Variables:
        """Return the variables in *body* that are single values of Ansible's own; what else there is concerns no console."""
        return {
            name: Variable(value.text, locate(value, name))
            for name, value in body.entries.items()
            if name.startswith("ansible_") and isinstance(value, Scalar) and not value.is_null
        }


def _iter_named(value: Value | None) -> Iterator[tuple[str, Value | None, Place]]:
    """Yield the names under *value*, a mapping or a list, each with its body and its place."""
    if isinstance(value, Mapping):
        for name, body in value.entries.items():
            yield name, body, locate(value.keys.get(name, body), name)
    elif isinstance(value, Sequence):
        yield from ((each.text, None, locate(each)) for each in value.items if isinstance(each, Scalar))
    elif isinstance(value, Scalar) and not value.is_null:
        yield value.text, None, locate(value)
