"""Groups of nodes in netlab: who is in them, which values they give their members, and which of them are zones."""

import fnmatch
from dataclasses import dataclass, field

from labmapper.core.yaml.nodes import Mapping, Scalar, Sequence, Value
from labmapper.formats.netlab.devices import DEVICES
from labmapper.formats.netlab.tree import dig, dig_text, is_true, list_values, unfold
from labmapper.formats.topology.findings import Findings
from labmapper.formats.topology.syntax.safe_yaml import locate

MOST_GROUPS = 500
_LONGEST_PATTERN = 64


@dataclass(slots=True)
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
            if isinstance(value, Scalar):
                group = groups.setdefault(value.text, Group(value.text, unfold(None)))
                group.written.append(name)
    ordered: list[Group] = []
    waiting = dict(sorted(groups.items()))
    while waiting:
        ready = [group for group in waiting.values() if not any(each in waiting for each in group.written)]
        for group in ready or list(waiting.values()):
            group.members = dict.fromkeys(_iter_members(group, groups, nodes, findings))
            waiting.pop(group.name)
            ordered.append(group)
    return ordered


def _iter_members(group: Group, groups: dict[str, Group], nodes: dict[str, Mapping], findings: Findings) -> list[str]:
    if group.name == "all":
        return list(nodes)
    if group.name in DEVICES:
        return [name for name, body in nodes.items() if dig_text(body, "device") == group.name]
    members: list[str] = []
    for name in group.written:
        if name in nodes:
            members.append(name)
        elif name in groups:
            members += groups[name].members
        elif group.is_default and not any(sign in name for sign in "*?[~"):
            continue
        elif any(sign in name for sign in "*?[") and not name.startswith("~") and len(name) <= _LONGEST_PATTERN:
            members += fnmatch.filter(nodes, name)
        else:
            # A regular expression is not run: a bad one never ends.
            findings.lose("group", f"{group.name} with the member {name}", locate(group.body))
    return members


def find_in_groups(groups: list[Group], node: str, *path: str) -> Value | None:
    """Return what the first of *groups* with *node* in it says under *path*, or None."""
    for group in groups:
        if node in group.members:
            found = dig(group.body, *path) or dig(group.body, "node_data", *path)
            if found is not None:
                return found
    return None
