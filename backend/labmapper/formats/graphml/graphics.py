"""What yEd and other editors of yFiles draw: the label, the place and the box of a node, and labels of edges at its ends."""

from collections.abc import Iterator
from dataclasses import dataclass

from labmapper.formats.topology.safe_xml import Element
from labmapper.formats.topology.safe_yaml import find_number


@dataclass(frozen=True, slots=True)
class Graphics:
    """How a node is drawn; *kind* is yEd's word for the sort of node, *box* its left, top, width and height."""

    label: str = ""
    box: tuple[float, float, float, float] | None = None
    kind: str = ""

    @property
    def middle(self) -> tuple[float | None, float | None]:
        """The middle of the box."""
        if self.box is None:
            return None, None
        left, top, width, height = self.box
        return left + width / 2, top + height / 2


def read_graphics(node: Element) -> Graphics:
    """Return how *node* is drawn; nothing of it is known in a plain file."""
    drawn = next((each for data in node.list("data") for each in data.children), None)
    if drawn is None:
        return Graphics()
    realizers = drawn.find("Realizers")
    if realizers is not None and realizers.children:
        # A group has a picture for each of its states; that of the active one is seen.
        active = find_number(realizers.get("active", "0")) or 0
        drawn = realizers.children[int(active) if 0 <= active < len(realizers.children) else 0]
    label = next((text for each in drawn.list("NodeLabel") if (text := " ".join(each.text.split()))), "")
    return Graphics(label, _read_box(drawn.find("Geometry")), drawn.name)


def _read_box(geometry: Element | None) -> tuple[float, float, float, float] | None:
    if geometry is None:
        return None
    x, y, width, height = (find_number(geometry.get(key)) for key in ("x", "y", "width", "height"))
    return None if x is None or y is None else (x, y, max(width or 0.0, 0.0), max(height or 0.0, 0.0))


def iter_edge_labels(edge: Element) -> Iterator[tuple[str, str]]:
    """Yield the labels that are drawn at *edge*, each with "source" or "target" where it stands at that end."""
    for data in edge.list("data"):
        for label in (each for drawn in data.children for each in drawn.list("EdgeLabel")):
            text = " ".join(label.text.split())
            if text:
                yield _find_side(label), text


def _find_side(label: Element) -> str:
    """Return the end that *label* stands at: yEd calls places near it ``shead``, ``ttail``, ``source_right``."""
    position = label.get("modelPosition") if label.get("modelName") in ("six_pos", "three_center") else ""
    where = position or label.get("preferredPlacement")
    if where.startswith(("source", "shead", "stail", "scentr")):
        return "source"
    return "target" if where.startswith(("target", "thead", "ttail", "tcentr")) else ""
