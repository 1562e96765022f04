"""What is drawn around the nodes of a VIRL lab: texts are notes, boxes around nodes zones, other boxes and lines figures."""

from labmapper.core.drawing.styles import Color
from labmapper.formats.topology.colors import find_color
from labmapper.formats.topology.findings import Findings
from labmapper.formats.topology.frames import Frame, draw_figures, take_frames
from labmapper.formats.topology.model import Figure, Note, Topology
from labmapper.formats.topology.syntax.safe_xml import Element
from labmapper.formats.topology.syntax.safe_yaml import find_number

_MOST_TEXTS = 500
_MOST_LINES = 500
# The left and top of a shape and its size, or of an ellipse in files of an older schema its middle and its radii.
_BOX = ("x", "y", "width", "height")
_RADII = ("xc", "yc", "xr", "yr")
_SIZES = {"rect": _BOX, "ellipse": _BOX, "line": ("x1", "y1", "x2", "y2")}


def read_annotations(root: Element, topology: Topology, findings: Findings) -> None:
    """Put what is drawn in the lab *root* into *topology*. Boxes are zones only where it has no groups."""
    frames: list[Frame] = []
    for shape in (each for annotations in root.list("annotations") for each in annotations.children):
        text = _read_text(shape)
        if shape.name == "text" and not text:
            continue
        is_round = shape.name == "ellipse" and "xc" in shape.attributes
        sizes = [find_number(shape.get(key)) for key in (_RADII if is_round else _SIZES.get(shape.name, ()))]
        x, y, across, down = sizes or (None, None, None, None)
        if shape.name == "text" and len(topology.notes) < _MOST_TEXTS:
            topology.notes.append(Note(text, find_number(shape.get("x")), find_number(shape.get("y"))))
        elif x is None or y is None or across is None or down is None:
            findings.lose("shape", shape.name, shape.place)
        elif shape.name == "rect":
            frames.append(Frame((x, y, across, down), color=_find_color(shape)))
        elif shape.name == "ellipse":
            box = (x - across, y - down, 2 * across, 2 * down) if is_round else (x, y, across, down)
            frames.append(Frame(box, "", "ellipse", _find_color(shape)))
        elif len(topology.figures) < _MOST_LINES:
            line = Figure((x + across) / 2, (y + down) / 2, across - x, down - y, "line", "", _find_color(shape))
            topology.figures.append(line)
        else:
            findings.lose("shape", shape.name, shape.place)
    lost = len(frames) - draw_figures(topology, frames) if topology.zones else take_frames(topology, frames)
    for frame in frames[len(frames) - lost :]:
        findings.lose("shape", frame.shape)


def _read_text(shape: Element) -> str:
    """Return the text of *shape*, which files of an older schema have in an attribute."""
    return "\n".join((shape.get("string") or shape.text).strip().splitlines())


def _find_color(shape: Element) -> Color | None:
    return find_color(f"#{shape.get('fill')}", f"#{shape.get('stroke')}")
