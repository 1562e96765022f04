"""The update of a drawing from a newer file of its lab: what is new comes in, and what people have done to it stays."""

from dataclasses import dataclass

from labmapper.core.changes.change import Change
from labmapper.core.changes.drawing_changes import list_drawing_changes
from labmapper.core.drawing.document import Diagram, parse_diagram, render_diagram
from labmapper.core.merging.additions import list_additions
from labmapper.core.merging.items import ItemMerger
from labmapper.core.merging.new_places import place_new
from labmapper.core.merging.removals import list_gone, remove_items
from labmapper.core.merging.ties import Ties, tie_drawings
from labmapper.core.problems import Problem


@dataclass(frozen=True, slots=True)
class Update:
    """The updated drawing, or None with the *problems* that keep it from being one, and what happens to it.

    *changes* lead from the drawing that was to this one. *gone* would be removed besides because the file has it no
    more; *kept* would be changed besides if the file were preferred. *known* counts the nodes that are in both.
    """

    diagram: Diagram | None
    changes: tuple[Change, ...]
    gone: tuple[Change, ...]
    kept: tuple[Change, ...]
    known: int
    problems: tuple[Problem, ...] = ()


def update_diagram(
    current: Diagram,
    imported: Diagram,
    previous: Diagram | None = None,
    *,
    prefers_file: bool = False,
    removes_gone: bool = False,
) -> Update:
    """Return the update of *current* from *imported*, which is laid out; *previous* is what the former file held.

    With the former file a field has the value of whoever changed it, the person where both did; without it the file only
    fills in what is empty. With *prefers_file* the file wins instead. People, access, pods, places and zones stay as they
    are. What the file has no more stays too, unless *removes_gone*.
    """
    ties = tie_drawings(current, imported, previous)
    merged, other = (
        _merge(current, imported, previous, ties, prefers_file=prefers) for prefers in (prefers_file, True)
    )
    pruned = remove_items(merged, list_gone(current, ties, knows_base=previous is not None))
    diagram = pruned if removes_gone else merged
    checked, problems = parse_diagram(render_diagram(diagram))
    return Update(
        checked,
        list_drawing_changes(current, diagram),
        () if removes_gone else list_drawing_changes(merged, pruned),
        list_drawing_changes(merged, other),
        len(ties.nodes.ours),
        problems,
    )


def _merge(current: Diagram, imported: Diagram, previous: Diagram | None, ties: Ties, *, prefers_file: bool) -> Diagram:
    known = ItemMerger(imported, previous, ties, prefers_file=prefers_file)
    new = list_additions(current, imported, ties)
    lists = {
        "nodes": [*map(known.merge_node, current.nodes), *new.nodes],
        "zones": [*map(known.merge_zone, current.zones), *new.zones],
        "links": [*map(known.merge_link, current.links), *new.links],
        "access": [*current.access, *new.access],
    }
    merged = current.model_copy(update=lists)
    in_file = {ties.nodes.ours[node.id]: (node.x, node.y) for node in imported.nodes if node.id in ties.nodes.ours}
    return place_new(merged, (node.id for node in new.nodes), (zone.id for zone in new.zones), in_file)
