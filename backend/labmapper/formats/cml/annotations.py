"""What is drawn around the nodes of a CML lab: texts are notes, tags are zones, and so are boxes around nodes where no tag is."""

from labmapper.core.drawing.styles import Color
from labmapper.core.yaml.nodes import Mapping, Scalar
from labmapper.formats.topology.colors import find_color
from labmapper.formats.topology.findings import Findings
from labmapper.formats.topology.frames import Frame, draw_figures, take_frames
from labmapper.formats.topology.model import Figure, Note, Topology, Zone
from labmapper.formats.topology.syntax.safe_yaml import find_number, find_text, list_items, locate


def read_tags(root: Mapping) -> dict[str, Zone]:
    """Return the zones by the tags of the nodes in them, in the order of the file.

    Smart annotations are boxes that CML draws around all nodes with a tag. A tag with a colon is none: such ones tell
    tools which ports to forward.
    """
    zones: dict[str, Zone] = {}
    for item in list_items(root, "smart_annotations"):
        if isinstance(item, Mapping):
            color = find_color(find_text(item, "fill_color"), find_text(item, "border_color"))
            _add_zone(zones, find_text(item, "tag"), find_text(item, "label"), color)
    for node in list_items(root, "nodes"):
        for tag in list_items(node, "tags") if isinstance(node, Mapping) else ():
            if isinstance(tag, Scalar):
                _add_zone(zones, tag.text)
    return zones


def _add_zone(zones: dict[str, Zone], tag: str, label: str = "", color: Color | None = None) -> None:
    if tag and ":" not in tag:
        zones.setdefault(tag, Zone(f"tag {tag}", label or tag, color=color))


def read_annotations(root: Mapping, topology: Topology, findings: Findings) -> None:
    """Put what is drawn into *topology*: texts, boxes and lines. Boxes are zones only where it has none by tags."""
    frames: list[Frame] = []
    for item in list_items(root, "annotations"):
        if not isinstance(item, Mapping):
            continue
        kind = find_text(item, "type")
        x, y, across, down = (find_number(find_text(item, key)) for key in ("x1", "y1", "x2", "y2"))
        if kind == "text":
            if text := find_text(item, "text_content").strip():
                topology.notes.append(Note(text, x, y))
        elif x is None or y is None or across is None or down is None or find_number(find_text(item, "rotation")):
            findings.lose("shape", kind or "without a type", locate(item))
        elif kind == "rectangle":
            frames.append(Frame((x, y, across, down), color=_find_color(item)))
        elif kind == "ellipse":
            # Its middle and its radii.
            frames.append(Frame((x - across, y - down, 2 * across, 2 * down), "", "ellipse", _find_color(item)))
        elif kind == "line":
            topology.figures.append(_read_line(item, (x, y), (across, down)))
        else:
            findings.lose("shape", kind or "without a type", locate(item))
    lost = len(frames) - draw_figures(topology, frames) if topology.zones else take_frames(topology, frames)
    for frame in frames[len(frames) - lost :]:
        findings.lose("shape", frame.shape)


def _find_color(item: Mapping) -> Color | None:
    return find_color(find_text(item, "color"), find_text(item, "border_color"))


def _read_line(item: Mapping, start: tuple[float, float], end: tuple[float, float]) -> Figure:
    """Return the line from *start* to *end*, an arrow where it has a head there, or at its start: then it is turned."""
    heads = [find_text(item, key) == "arrow" for key in ("line_start", "line_end")]
    (x, y), (a, b) = (end, start) if heads == [True, False] else (start, end)
    color = find_color(find_text(item, "border_color"), find_text(item, "color"))
    return Figure((x + a) / 2, (y + b) / 2, a - x, b - y, "arrow" if any(heads) else "line", "", color)
