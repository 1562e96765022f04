"""The nodes of a lab in all the ways in which they can be written, and those of components that other nodes include."""

from itertools import islice

from labmapper.core.yaml.nodes import Mapping, Scalar, Value
from labmapper.formats.netlab.groups import MOST_GROUPS, Group
from labmapper.formats.netlab.links import LabLink, LinkReader
from labmapper.formats.netlab.tree import dig, dig_text, list_values, unfold
from labmapper.formats.topology.findings import Findings
from labmapper.formats.topology.sizes import MOST_CABLES, MOST_DEVICES
from labmapper.formats.topology.syntax.safe_yaml import locate

INCLUDE = "include"
# Components in components; one that includes itself ends here too.
_DEEPEST = 8
# So many links are looked at, those of a component each time that it is included.
_MOST_READ = 5 * MOST_CABLES
# What a component, and the node that includes it, say of the nodes in it.
_GIVEN = ("device", "provider", "role")
# netlab numbers each link of what it writes.
_LOOKED_AT = 20


def read_nodes(value: Value | None, findings: Findings) -> dict[str, Mapping]:
    """Return the nodes with what is written about each: a mapping by names, or a list of names or of mappings."""
    if isinstance(value, Mapping):
        return {name: unfold(body) for name, body in unfold(value).entries.items()}
    nodes: dict[str, Mapping] = {}
    for item in list_values(value):
        name = item.text if isinstance(item, Scalar) else dig_text(item, "name")
        if name:
            nodes[name] = unfold(item)
        else:
            findings.lose("device", "A node without a name", locate(item))
    return nodes


def find_nodes(root: Mapping) -> Value | None:
    """Return where the nodes of the lab *root* are written; the first versions of netlab wrote ``nodes_list``."""
    return dig(root, "nodes") or dig(root, "nodes_list")


def is_expanded(root: Mapping) -> bool:
    """Return whether netlab wrote *root* itself: then all that plugins add is in it."""
    links = (each for each in list_values(dig(root, "links")) if isinstance(each, Mapping))
    return dig(root, "nodes_list") is not None or any("linkindex" in link.entries for link in islice(links, _LOOKED_AT))


class Components:
    """Puts what nodes include in their places: into *nodes* and *groups*, as netlab names them, and into ``links``."""

    def __init__(self, root: Mapping, nodes: dict[str, Mapping], groups: dict[str, Group], findings: Findings) -> None:
        self._known = {name: unfold(value) for name, value in unfold(dig(root, "components")).entries.items()}
        self._nodes, self._groups, self._findings = nodes, groups, findings
        self._read = 0
        self.links: list[LabLink] = []

    def include(self) -> None:
        """Replace each node that includes a component by the nodes of that."""
        for name in [name for name, body in self._nodes.items() if INCLUDE in body.entries]:
            self._include(name, self._nodes.pop(name), 1)

    def _include(self, name: str, body: Mapping, depth: int) -> list[str]:
        """Return the names of the nodes that the component is for which the node *name* with this *body* stands."""
        component = self._known.get(dig_text(body, INCLUDE))
        if component is None or depth > _DEEPEST or self._is_full():
            self._findings.lose("plugin", f"The component {name}", locate(body))
            return []
        made: list[str] = []
        members: list[str] = []
        for inner, inner_body in read_nodes(component.entries.get("nodes"), self._findings).items():
            full = f"{name}_{inner}"
            if INCLUDE in inner_body.entries:
                inside = self._include(full, inner_body, depth + 1)
                made += inside
                members += [_name_group(full)] if inside else []
            else:
                self._nodes[full] = inner_body
                made.append(full)
                members.append(full)
        self._take_links(component, f"{name}_", made)
        values = {key: value for tree in (component, body) for key in _GIVEN if (value := tree.entries.get(key))}
        group = _name_group(name)
        self._groups[group] = Group(group, Mapping(values, {}, body.line, body.column), members)
        return made

    def _is_full(self) -> bool:
        return len(self._nodes) > MOST_DEVICES or len(self._groups) >= MOST_GROUPS or self._read > _MOST_READ

    def _take_links(self, component: Mapping, prefix: str, made: list[str]) -> None:
        """Take the links in *component* between the nodes that are *made* of it, whose names have a *prefix* now."""
        reader = LinkReader({name.removeprefix(prefix): self._nodes[name] for name in made}, self._findings)
        links = reader.read(
            Mapping({key: value for key, value in component.entries.items() if key == "links"}, {}, 0, 0)
        )
        self.links += [_rename(link, prefix) for link in links]
        self._read += reader.looked_at


def _name_group(name: str) -> str:
    return f"inc_{name}"


def _rename(link: LabLink, prefix: str) -> LabLink:
    ends = [(f"{prefix}{name}", body) for name, body in link.ends]
    return LabLink(ends, link.value, link.attributes, [_rename(member, prefix) for member in link.members])
