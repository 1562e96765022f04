"""netlab's links in all the ways in which they can be written, as lists of the nodes that they join."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import islice

from labmapper.core.yaml.nodes import Mapping, Scalar, Sequence, Value
from labmapper.formats.netlab.tree import EMPTY, dig, dig_text, is_true, list_values, unfold
from labmapper.formats.topology.findings import Findings
from labmapper.formats.topology.sizes import MOST_CABLES
from labmapper.formats.topology.syntax.safe_yaml import locate

# Groups of links in groups of links, and members of them.
_DEEPEST = 8
# More nodes than these no link written in one text joins.
_MOST_PARTS = 200
# So many names are looked for in such texts together.
_MOST_TRIES = 1_000_000


@dataclass(slots=True)
class LabLink:
    """A link: the nodes at its ends with what is written about each, and what is written about it all."""

    ends: list[tuple[str, Mapping]]
    value: Value
    attributes: Mapping = EMPTY
    members: "list[LabLink]" = field(default_factory=list)

    @property
    def kind(self) -> str:
        """The type that is written, or none."""
        return dig_text(self.attributes, "type")


class LinkReader:
    """Reads links between the known *nodes*; what names others is told as lost."""

    def __init__(self, nodes: dict[str, Mapping], findings: Findings) -> None:
        self._nodes, self._findings = nodes, findings
        # How many hyphens part the names of nodes, and how often it is still tried where a text is parted.
        self._most_parts = 1 + max((name.count("-") for name in nodes), default=0)
        self._tries = _MOST_TRIES
        self.looked_at = 0

    def read(self, root: Mapping) -> list[LabLink]:
        """Return the links of the lab, and those that VLANs and VRFs bring; hardly more than are drawn, by their ends too."""
        links, ends = [], 0
        for link in islice(self._iter_all(root), MOST_CABLES + 1):
            links.append(link)
            ends += len(link.ends) + sum(len(member.ends) for member in link.members)
            # Two ends are at least one cable.
            if ends > 2 * MOST_CABLES + 2:
                break
        return links

    def _iter_all(self, root: Mapping) -> Iterator[LabLink]:
        yield from self._iter_links(dig(root, "links"), 0)
        for part in ("vlans", "vrfs"):
            for value in unfold(dig(root, part)).entries.values():
                yield from self._iter_links(dig(value, "links"), 0)

    def _iter_links(self, value: Value | None, depth: int) -> Iterator[LabLink]:
        if depth > _DEEPEST:
            return
        if isinstance(value, Mapping):
            for group in unfold(value).entries.values():
                yield from self._iter_links(group, depth + 1)
            return
        for item in list_values(value):
            self.looked_at += 1
            tree = unfold(item)
            if is_true(tree.entries.get("disable")):
                continue
            if "group" in tree.entries and "members" in tree.entries:
                yield from self._iter_links(tree.entries["members"], depth + 1)
                continue
            link = self._read_link(item, tree)
            if link is None:
                continue
            link.members = list(islice(self._iter_links(dig(tree, "lag", "members"), depth + 1), MOST_CABLES + 1))
            if link.ends or link.members:
                yield link

    def _read_link(self, value: Value, tree: Mapping) -> LabLink | None:
        """Return the link that *value* is, whose keys with dots are taken apart in *tree*."""
        if isinstance(value, Scalar):
            return self._read_text(value)
        if isinstance(value, Sequence):
            return self._read_ends(value, value.items, EMPTY)
        if "interfaces" in tree.entries:
            return self._read_ends(value, list_values(tree.entries["interfaces"]), tree)
        ends = []
        for key, inner in tree.entries.items():
            if key in self._nodes:
                ends.append((key, unfold(inner)))
            elif isinstance(inner, Scalar) and inner.is_null and key not in ("prefix", "pool"):
                self._findings.lose("key", f"{key}, which is no node of the file,", locate(inner))
        if not ends and "lag" not in tree.entries:
            self._findings.lose("cable", "A link without a node of the file", locate(value))
        return LabLink(ends, value, tree)

    def _read_text(self, value: Scalar) -> LabLink | None:
        """Read ``r1-r2`` and ``h1-r1-r2``; names may have hyphens themselves."""
        parts = [part.strip() for part in value.text.split("-", _MOST_PARTS)]
        names: list[str] = []
        while parts:
            most = min(len(parts), self._most_parts)
            self._tries -= most
            taken = (
                next((n for n in range(most, 0, -1) if "-".join(parts[:n]) in self._nodes), 0) if self._tries > 0 else 0
            )
            if not taken:
                self._findings.lose("cable", value.text, locate(value))
                return None
            names.append("-".join(parts[:taken]))
            parts = parts[taken:]
        return LabLink([(name, EMPTY) for name in names], value)

    def _read_ends(self, value: Value, items: tuple[Value, ...], attributes: Mapping) -> LabLink:
        ends = []
        for item in items:
            name = item.text if isinstance(item, Scalar) else dig_text(item, "node")
            if name in self._nodes:
                ends.append((name, unfold(item)))
            else:
                self._findings.lose("cable", f"The end {name or 'without a node'} of a link", locate(item))
        return LabLink(ends, value, attributes)
