"""Which node, zone and cable of one drawing is which of another that was made of the same lab."""

from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from typing import TypeVar

from labmapper.core.drawing.document import Diagram
from labmapper.core.drawing.items import Device, Link, LinkEnd, Node, Zone

_Item = TypeVar("_Item", Node, Zone, Link)

# From the ids of the other drawing to those of ours.
Ids = dict[str, str]


def match_nodes(ours: Diagram, other: Diagram) -> Ids:
    """Return which nodes of *other* are nodes of *ours*: called the same, else cabled the same as no others are."""
    found = _pair(ours.nodes, other.nodes, lambda node: (_find_family(node), node.label))
    cables = _list_cables(ours.links, {id_: id_ for id_ in found.values()}), _list_cables(other.links, found)
    return found | _pair_only(
        _list_rest(ours.nodes, found.values()),
        _list_rest(other.nodes, found),
        lambda node: _describe_cables(node, cables[0]),
        lambda node: _describe_cables(node, cables[1]),
    )


def match_zones(ours: Diagram, other: Diagram, nodes: Ids) -> Ids:
    """Return which zones of *other* are zones of *ours*: called the same, or around the same *nodes*."""
    paths = [_list_paths(diagram.zones) for diagram in (ours, other)]
    found = _pair_by(ours.zones, other.zones, lambda zone: paths[0][zone.id], lambda zone: paths[1][zone.id])
    around = _find_around(ours, other, nodes)
    for find_ours, find_others in (
        (lambda zone: zone.label or None, lambda zone: zone.label or None),
        (lambda zone: zone.id, lambda zone: around.get(zone.id)),
    ):
        rest = _list_rest(ours.zones, found.values()), _list_rest(other.zones, found)
        found |= _pair_only(*rest, find_ours, find_others)
    return found


def match_links(ours: Sequence[Link], other: Sequence[Link], nodes: Ids) -> Ids:
    """Return which cables of *other* are cables of *ours*: between the same interfaces, else between the same *nodes*."""
    own = {end.node: end.node for link in ours for end in (link.source, link.target)}
    found = _pair_by(
        ours, other, lambda link: _list_ends(link, own, _name_end), lambda link: _list_ends(link, nodes, _name_end)
    )
    return found | _pair_by(
        _list_rest(ours, found.values()),
        _list_rest(other, found),
        lambda link: _list_ends(link, own, _name_node),
        lambda link: _list_ends(link, nodes, _name_node),
    )


def _pair(ours: Iterable[_Item], other: Iterable[_Item], find: Callable[[_Item], Hashable]) -> Ids:
    return _pair_by(ours, other, find, find)


def _pair_by(
    ours: Iterable[_Item],
    other: Iterable[_Item],
    find_ours: Callable[[_Item], Hashable],
    find_others: Callable[[_Item], Hashable],
) -> Ids:
    """Return the ids of what is the same by what is found of it, the first of several being the first of the others."""
    known = {key: item.id for key, item in _number(ours, find_ours)}
    return {item.id: known[key] for key, item in _number(other, find_others) if key in known}


def _number(items: Iterable[_Item], find: Callable[[_Item], Hashable]) -> Iterable[tuple[Hashable, _Item]]:
    seen: Counter[Hashable] = Counter()
    for item in items:
        key = find(item)
        seen[key] += 1
        yield (key, seen[key]), item


def _pair_only(
    ours: Iterable[_Item],
    other: Iterable[_Item],
    find_ours: Callable[[_Item], Hashable],
    find_others: Callable[[_Item], Hashable],
) -> Ids:
    """Return the ids of what is the same by what is found of it and of no other; None is found of what cannot be told."""
    known, others = _list_only(ours, find_ours), _list_only(other, find_others)
    return {id_: known[key] for key, id_ in others.items() if key in known}


def _list_only(items: Iterable[_Item], find: Callable[[_Item], Hashable]) -> dict[Hashable, str]:
    listed: defaultdict[Hashable, list[str]] = defaultdict(list)
    for item in items:
        listed[find(item)].append(item.id)
    return {key: ids[0] for key, ids in listed.items() if key is not None and len(ids) == 1}


def _list_rest(items: Iterable[_Item], known: Iterable[str]) -> list[_Item]:
    matched = set(known)
    return [item for item in items if item.id not in matched]


def _find_family(node: Node) -> str:
    """Return what *node* can be matched with: a switch may be a device in one file and a network in the next."""
    return "cabled" if node.type in {"device", "network"} else node.type


_Cables = Mapping[str, Sequence[tuple[LinkEnd, LinkEnd, str | None]]]


def _list_cables(links: Iterable[Link], known: Mapping[str, str]) -> _Cables:
    """Return by node its cables: both ends, and as what the node at the far one is *known*."""
    cables: defaultdict[str, list[tuple[LinkEnd, LinkEnd, str | None]]] = defaultdict(list)
    for link in links:
        for near, far in ((link.source, link.target), (link.target, link.source)):
            cables[near.node].append((near, far, known.get(far.node)))
    return cables


def _describe_cables(node: Node, cables: _Cables) -> Hashable:
    """Return what *node* is and between which interfaces its cables are, None where one has no names or leads elsewhere."""
    own = cables.get(node.id, ())
    if not own or any(there is None or not (near.interface or far.interface) for near, far, there in own):
        return None
    ends = sorted((near.interface, there or "", far.interface) for near, far, there in own)
    return _find_family(node), node.kind if isinstance(node, Device) else "", *ends


def _list_paths(zones: Iterable[Zone]) -> dict[str, tuple[str, ...]]:
    """Return the names of each zone and those around it."""
    known = {zone.id: zone for zone in zones}
    paths: dict[str, tuple[str, ...]] = {}
    for zone in known.values():
        names, around = [zone.label], zone.zone
        while around is not None:
            names.append(known[around].label)
            around = known[around].zone
        paths[zone.id] = tuple(names)
    return paths


def _find_around(ours: Diagram, other: Diagram, nodes: Ids) -> dict[str, str]:
    """Return for each zone of *other* the zone of *ours* that all *nodes* directly in it stand in, if that is one."""
    own = {node.id: node.zone for node in ours.nodes}
    found: defaultdict[str, set[str | None]] = defaultdict(set)
    for node in other.nodes:
        if node.zone is not None and node.id in nodes:
            found[node.zone].add(own[nodes[node.id]])
    only = {zone: next(iter(around)) for zone, around in found.items() if len(around) == 1}
    return {zone: around for zone, around in only.items() if around is not None}


def _list_ends(
    link: Link, nodes: Mapping[str, str], name: Callable[[LinkEnd, Mapping[str, str]], tuple[str, ...]]
) -> Hashable:
    return tuple(sorted((name(link.source, nodes), name(link.target, nodes))))


def _name_end(end: LinkEnd, nodes: Mapping[str, str]) -> tuple[str, ...]:
    return *_name_node(end, nodes), end.interface


def _name_node(end: LinkEnd, nodes: Mapping[str, str]) -> tuple[str, ...]:
    """Return as what the node of *end* is known; what is not known is nobody's."""
    return (nodes[end.node],) if end.node in nodes else ("", end.node)
