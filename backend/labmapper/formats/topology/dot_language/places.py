"""Where Graphviz has put nodes and clusters, and which subgraphs are zones."""

import re
from collections.abc import Iterator

from labmapper.formats.topology.dot_language.graph import DotGraph, DotGroup, DotNode
from labmapper.formats.topology.dot_language.labels import list_label_lines
from labmapper.formats.topology.model import Zone

_NUMBER = r"(-?[\d.]{1,20}(?:e[+-]?\d{1,3})?)"
_POSITION = re.compile(rf"\s*{_NUMBER}\s*,\s*{_NUMBER}")
_BOX = re.compile(rf"\s*{_NUMBER}\s*,\s*{_NUMBER}\s*,\s*{_NUMBER}\s*,\s*{_NUMBER}")


def find_place(attributes: dict[str, str]) -> tuple[float | None, float | None]:
    """Return where Graphviz has put a node, downwards as on the canvas, or two None."""
    found = _POSITION.match(attributes.get("pos", ""))
    try:
        return (float(found[1]), -float(found[2])) if found else (None, None)
    except ValueError:
        return None, None


def find_zone(graph: DotGraph, node: DotNode) -> str | None:
    """Return the key of the innermost group around *node* that is a zone."""
    key = node.group
    while key is not None and not _is_zone(graph.groups[key]):
        key = graph.groups[key].parent
    return key


def _is_zone(group: DotGroup) -> bool:
    """Return whether *group* is more than a help for the layout, such as the nodes of one rank."""
    return group.name.startswith("cluster") or "label" in group.attributes or "rank" not in group.attributes


def iter_zones(graph: DotGraph) -> Iterator[Zone]:
    """Yield the zones that the named subgraphs of *graph* are, each with its box where Graphviz has made one."""
    for group in graph.groups.values():
        if not _is_zone(group):
            continue
        outer = group.parent
        while outer is not None and not _is_zone(graph.groups[outer]):
            outer = graph.groups[outer].parent
        lines = list_label_lines(group.attributes.get("label", ""), "", group.name)
        name = " ".join(lines) or re.sub(r"\Acluster_?", "", group.name) or group.name
        yield Zone(group.key, name, outer, _find_box(group.attributes))


def _find_box(attributes: dict[str, str]) -> tuple[float, float, float, float] | None:
    found = _BOX.match(attributes.get("bb", ""))
    try:
        left, bottom, right, top = map(float, found.groups()) if found else (0.0, 0.0, 0.0, 0.0)
    except ValueError:
        return None
    return (left, -top, right - left, top - bottom) if right > left and top > bottom else None
