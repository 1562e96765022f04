"""Ties the items of the new file to those of the drawing, over the former file where that is known."""

from dataclasses import dataclass, field

from labmapper.core.drawing.document import Diagram
from labmapper.core.merging.matching import Ids, match_links, match_nodes, match_zones


@dataclass(frozen=True, slots=True)
class Tie:
    """Of nodes, zones or cables: which of the new file are which of the drawing, and what is known of the former file.

    *ours* are ids of the drawing by those of the new file, *bases* ids of the former file by those of the drawing.
    *dropped* are in both files, and were taken off the drawing; *gone* are on the drawing and in the former file only.
    """

    ours: Ids
    bases: Ids = field(default_factory=dict)
    dropped: frozenset[str] = frozenset()
    gone: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Ties:
    """The ties of nodes, zones and cables."""

    nodes: Tie
    zones: Tie
    links: Tie


def tie_drawings(current: Diagram, imported: Diagram, previous: Diagram | None) -> Ties:
    """Return what in *imported* is what in *current*; *previous* is the drawing of the former file."""
    nodes = match_nodes(current, imported)
    if previous is None:
        links = match_links(current.links, imported.links, nodes)
        return Ties(Tie(nodes), Tie(match_zones(current, imported, nodes)), Tie(links))
    was, stays = match_nodes(current, previous), match_nodes(previous, imported)
    tied = _tie(nodes, was, stays)
    return Ties(
        tied,
        _tie(
            match_zones(current, imported, tied.ours),
            match_zones(current, previous, was),
            match_zones(previous, imported, stays),
        ),
        _tie(
            match_links(current.links, imported.links, tied.ours),
            match_links(current.links, previous.links, was),
            match_links(previous.links, imported.links, stays),
        ),
    )


def _tie(direct: Ids, was: Ids, stays: Ids) -> Tie:
    """Return the tie by ids: of the new file *direct*, of the former file as it *was*, and what *stays* between the files."""
    ours = {id_: was[base] for id_, base in stays.items() if base in was}
    taken = set(ours.values())
    ours |= {id_: own for id_, own in direct.items() if id_ not in ours and own not in taken}
    staying, matched = set(stays.values()), set(ours.values())
    return Tie(
        ours,
        {own: base for base, own in was.items()},
        frozenset(id_ for id_ in stays if id_ not in ours),
        frozenset(own for base, own in was.items() if base not in staying and own not in matched),
    )
