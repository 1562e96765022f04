"""What yEd and other editors of yFiles draw: the label, the place and the box of a node, labels of edges at its ends, and their bends."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from labmapper.core.drawing.styles import Color
from labmapper.formats.topology.bends import choose_bends
from labmapper.formats.topology.colors import find_color
from labmapper.formats.topology.syntax.safe_xml import Element
from labmapper.formats.topology.syntax.safe_yaml import find_number
from labmapper.formats.topology.words import find_address

_MOST_LABELS = 20
# From 0 at the source to 1 at the target: labels beyond these stand at an end.
_AT_SOURCE, _AT_TARGET = 0.3, 0.7


@dataclass(frozen=True, slots=True)
class Graphics:
    """How a node is drawn: the *lines* of its first label and of those around it, yEd's word for its *kind*, and its *box*.

    *first* of the lines are those of the first label; a box is left, top, width and height. *shape* and *color* are its outline
    and what it is filled with.
    """

    lines: tuple[str, ...] = ()
    box: tuple[float, float, float, float] | None = None
    kind: str = ""
    first: int = 0
    shape: Literal["rectangle", "ellipse"] = "rectangle"
    color: Color | None = None

    @property
    def label(self) -> str:
        """What the first label says in one line, without a line that is an address where there are others."""
        lines = self.lines[: self.first]
        return " ".join([line for line in lines if not find_address([line])] or lines)

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
    labels = [label for each in drawn.list("NodeLabel")[:_MOST_LABELS] if (label := _list_lines(each.text))]
    lines = tuple(line for label in labels for line in label)
    fill, shape = drawn.find("Fill"), drawn.find("Shape")
    return Graphics(
        lines,
        _read_box(drawn.find("Geometry")),
        drawn.name,
        len(labels[0]) if labels else 0,
        "ellipse" if shape is not None and shape.get("type") == "ellipse" else "rectangle",
        find_color(fill.get("color")) if fill is not None else None,
    )


def _list_lines(text: str) -> list[str]:
    return [line for each in text.splitlines() if (line := " ".join(each.split()))]


def _read_box(geometry: Element | None) -> tuple[float, float, float, float] | None:
    if geometry is None:
        return None
    x, y, width, height = (find_number(geometry.get(key)) for key in ("x", "y", "width", "height"))
    return None if x is None or y is None else (x, y, max(width or 0.0, 0.0), max(height or 0.0, 0.0))


def iter_edge_labels(edge: Element) -> Iterator[tuple[str, str]]:
    """Yield the labels that are drawn at *edge*, each with "source" or "target" where it stands at that end."""
    for drawn in (each for data in edge.list("data") for each in data.children):
        path = drawn.find("Path")
        has_bends = path is not None and bool(path.children)
        for label in drawn.list("EdgeLabel"):
            text = " ".join(label.text.split())
            if text:
                yield _find_side(label, has_bends=has_bends), text


def list_bends(edge: Element) -> tuple[tuple[float, float], ...]:
    """Return the points through which *edge* is drawn."""
    paths = (path for data in edge.list("data") for each in data.children if (path := each.find("Path")) is not None)
    points = (
        (find_number(point.get("x")), find_number(point.get("y")))
        for path in paths
        for point in choose_bends(path.list("Point"))
    )
    return tuple((x, y) for x, y in points if x is not None and y is not None)


def _find_side(label: Element, *, has_bends: bool) -> str:
    """Return the end that *label* stands at: yEd calls places near it ``shead``, ``ttail``, ``source_right``."""
    wanted = label.find("PreferredPlacementDescriptor")
    placement = wanted.get("placement") if wanted is not None else ""
    if placement in ("source", "target", "center"):
        return placement if placement != "center" else ""
    position = label.get("modelPosition") if label.get("modelName") in ("six_pos", "three_center") else ""
    where = position or label.get("preferredPlacement")
    if where.startswith(("source", "shead", "stail", "scentr")):
        return "source"
    if where.startswith(("target", "thead", "ttail", "tcentr")):
        return "target"
    return _find_side_on_path(label, has_bends=has_bends)


def _find_side_on_path(label: Element, *, has_bends: bool) -> str:
    """Return the end that *label* is nearest on the edge: its place is a ratio of a segment, counted from either end."""
    models = [each for each in label.children if each.name == "ModelParameter"]
    found = models[0].find("SmartEdgeLabelModelParameter") if models else None
    ratio = find_number(found.get("ratio")) if found is not None else None
    if found is None or ratio is None:
        return ""
    segment = found.get("segment")
    if segment == "0" and ratio <= _AT_SOURCE:
        return "source"
    is_last = segment == "-1" or (segment == "0" and not has_bends)
    return "target" if is_last and ratio >= _AT_TARGET else ""
