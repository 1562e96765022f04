"""How lines of draw.io look, as cables do here: right angles and curves, dashes, width, and the nearest of eight colours."""

from collections.abc import Mapping

from labmapper.core.drawing.styles import CableDash, CableRoute, CableWidth
from labmapper.formats.topology.colors import find_color
from labmapper.formats.topology.model import CableLook

# A line of draw.io is 1 wide.
_THIN, _THICK, _HEAVY = 1.0, 2.0, 4.0
# Dashes of this length and less are dots.
_DOT = 1.0


def read_look(style: Mapping[str, str]) -> CableLook:
    """Return what *style* says of a line; what is usual, or cannot be read, is left to the drawing."""
    return CableLook(
        find_color(style.get("strokeColor", "")), _find_width(style), _find_dash(style), _find_route(style)
    )


def _find_route(style: Mapping[str, str]) -> CableRoute | None:
    """Return how the line runs. Each edge style of draw.io but "none" runs in right angles, if it is not rounded to a curve."""
    if style.get("curved") == "1":
        return "curved"
    return "orthogonal" if style.get("edgeStyle", "none") not in ("none", "") else None


def _find_dash(style: Mapping[str, str]) -> CableDash | None:
    if style.get("dashed") != "1":
        return None
    first = _read_number(style.get("dashPattern", "3").split(" ")[0], 3.0)
    return "dotted" if first <= _DOT else "dashed"


def _find_width(style: Mapping[str, str]) -> CableWidth | None:
    width = _read_number(style.get("strokeWidth", ""), _THIN)
    if width >= _HEAVY:
        return "heavy"
    if width >= _THICK:
        return "thick"
    return "thin" if 0 < width < _THIN else None


def _read_number(text: str, otherwise: float) -> float:
    try:
        return float(text[:20])
    except ValueError:
        return otherwise
