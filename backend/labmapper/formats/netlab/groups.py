"""Groups of nodes in netlab: who is in them, which values they give their members, and which of them are zones."""

import fnmatch
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import islice

from labmapper.core.yaml.nodes import Mapping, Scalar, Sequence, Value
from labmapper.formats.netlab.devices import DEVICES
from labmapper.formats.netlab.tree import dig, dig_text, is_true, list_values, unfold
from labmapper.formats.topology.findings import Findings
from labmapper.formats.topology.syntax.safe_yaml import locate

MOST_GROUPS = 500
# So many names all groups together have, those in groups of groups each time.
_MOST_MEMBERS = 100_000
_LONGEST_PATTERN = 64


@dataclass(slots=True, eq=False)
class Group:
    """A group: what it is written as, the names in it as written, and all its nodes, those of groups in it too."""

    name: str
    body: Mapping
    written: list[str] = field(default_factory=list)
    members: dict[str, None] = field(default_factory=dict)
    is_default: bool = False


def read_groups(root: Mapping, findings: Findings) -> dict[str, Group]:
    """Return the groups of nodes by name; a plain list is a group's members."""
    groups: dict[str, Group] = {}
    for is_default, tree in ((False, dig(root, "groups")), (True, dig(root, "defaults", "groups"))):
        for name, value in unfold(tree).entries.items():
            if name.startswith("_") or dig_text(value, "type") not in ("", "node"):
                continue
            if len(groups) == MOST_GROUPS:
                findings.lose("group", name, locate(value))
                return groups
            members = value if isinstance(value, Sequence) else dig(value, "members")
            texts = [each.text for each in list_values(members) if isinstance(each, Scalar)]
            groups.setdefault(name, Group(name, unfold(value), texts, is_default=is_default))
    return groups


def list_created(root: Mapping, groups: dict[str, Group]) -> list[str]:
    """Return the nodes that netlab makes because groups name them."""
    makes_all = is_true(dig(root, "groups", "_auto_create")) or is_true(dig(root, "defaults", "groups", "_auto_create"))
    making = (
        group
        for group in groups.values()
        if (makes_all and not group.is_default) or is_true(group.body.entries.get("_auto_create"))
    )
    names = (name for group in making for name in group.written)
    return list(dict.fromkeys(name for name in names if name not in groups and name.isidentifier()))


def fill_groups(groups: dict[str, Group], nodes: dict[str, Mapping], findings: Findings) -> list[Group]:
    """Find the members of all *groups*, and return these in the order in which netlab lets them give values.

    The innermost come first; among equals the alphabet decides. What goes round in a circle is left as it is.
    """
    for name, body in nodes.items():
        for value in list_values(dig(body, "group")):
            if not isinstance(value, Scalar):
                continue
            if value.text not in groups and len(groups) >= MOST_GROUPS:
                findings.lose("group", value.text, locate(value))
                continue
            group = groups.setdefault(value.text, Group(value.text, unfold(None)))
            group.written.append(name)
    finder = _MemberFinder(groups, nodes, findings)
    ordered = list(_order(groups))
    for group in ordered:
        group.members = finder.find(group)
    return ordered


def _order(groups: dict[str, Group]) -> Iterator[Group]:
    """Yield those of *groups* first that have no others in them, then those around these, and so on."""
    waiting = {name: {each for each in group.written if each in groups} for name, group in sorted(groups.items())}
    around: dict[str, list[str]] = {}
    for name, inner in waiting.items():
        for each in inner:
            around.setdefault(each, []).append(name)
    while waiting:
        ready = [name for name, inner in waiting.items() if not inner] or list(waiting)
        for name in ready:
            waiting.pop(name)
        for name in ready:
            yield groups[name]
            for outer in around.get(name, ()):
                if outer in waiting:
                    waiting[outer].discard(name)


class _MemberFinder:
    """Finds the nodes of each group, as long as all groups together have no more than a lab has."""

    def __init__(self, groups: dict[str, Group], nodes: dict[str, Mapping], findings: Findings) -> None:
        self._groups, self._nodes, self._findings = groups, nodes, findings
        self._room = _MOST_MEMBERS

    def find(self, group: Group) -> dict[str, None]:
        """Return the members of *group*, those of groups in it are known."""
        if group.name == "all":
            return self._take(self._nodes)
        if group.name in DEVICES:
            return self._take(name for name, body in self._nodes.items() if dig_text(body, "device") == group.name)
        members: dict[str, None] = {}
        for name in group.written:
            members |= self._take(self._list_named(name, group))
        if self._room <= 0:
            self._findings.lose("group", group.name, locate(group.body))
        return members

    def _take(self, names: Iterable[str]) -> dict[str, None]:
        found = dict.fromkeys(islice(names, max(0, self._room)))
        self._room -= len(found)
        return found

    def _list_named(self, name: str, group: Group) -> Iterable[str]:
        """Return the nodes that *name* means among the members of *group*: one, those of a group, or those like a pattern."""
        if name in self._nodes:
            return (name,)
        if name in self._groups:
            return self._groups[name].members
        is_pattern = any(sign in name for sign in "*?[")
        if group.is_default and not is_pattern and "~" not in name:
            return ()
        if is_pattern and not name.startswith("~") and len(name) <= _LONGEST_PATTERN and self._room > 0:
            # Looking for nodes takes as long as having them.
            self._room -= len(self._nodes) // 10
            return fnmatch.filter(self._nodes, name)
        # A regular expression is not run: a bad one never ends.
        self._findings.lose("group", f"{group.name} with the member {name}", locate(group.body))
        return ()


class GroupValues:
    """What *groups*, in the order in which they give values, say of the nodes in them."""

    def __init__(self, groups: list[Group]) -> None:
        self._of_nodes: dict[str, list[Group]] = {}
        for group in groups:
            for node in group.members:
                self._of_nodes.setdefault(node, []).append(group)

    def find(self, node: str, *path: str) -> Value | None:
        """Return what the first group with *node* in it says under *path*, or None."""
        for group in self._of_nodes.get(node, ()):
            found = dig(group.body, *path) or dig(group.body, "node_data", *path)
            if found is not None:
                return found
        return None
