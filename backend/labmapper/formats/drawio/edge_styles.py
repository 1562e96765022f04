"""How lines of draw.io look, as cables do here: right angles and curves, dashes, width, and the nearest of eight colours."""

import colorsys
import re
from collections.abc import Mapping

from labmapper.formats.topology.model import CableDash, CableLook, CableRoute, CableWidth, Color

_HEX = re.compile(r"#?([0-9A-Fa-f]{6})")
# Up to which hue, in degrees, a colour is called so; beyond the last it is red again.
_HUES: tuple[tuple[float, Color], ...] = (
    (14, "red"),
    (44, "orange"),
    (68, "yellow"),
    (160, "green"),
    (195, "teal"),
    (250, "blue"),
    (325, "purple"),
    (360, "red"),
)
# With less of it a colour is a gray, and a gray that is as dark, or as light, is that of any line.
_LEAST_SATURATION, _DARK, _LIGHT = 0.2, 0.35, 0.9
# A line of draw.io is 1 wide.
_THIN, _THICK, _HEAVY = 1.0, 2.0, 4.0
# Dashes of this length and less are dots.
_DOT = 1.0


def read_look(style: Mapping[str, str]) -> CableLook:
    """Return what *style* says of a line; what is usual, or cannot be read, is left to the drawing."""
    return CableLook(
        _find_color(style.get("strokeColor", "")), _find_width(style), _find_dash(style), _find_route(style)
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


def _find_color(text: str) -> Color | None:
    """Return the nearest colour that cables have here, None for black, white and names of colours."""
    found = _HEX.fullmatch(text.strip())
    if found is None:
        return None
    red, green, blue = (part / 255 for part in bytes.fromhex(found[1]))
    hue, saturation, value = colorsys.rgb_to_hsv(red, green, blue)
    if saturation < _LEAST_SATURATION or value < _LEAST_SATURATION:
        return "gray" if _DARK < value < _LIGHT else None
    return next(color for most, color in _HUES if hue * 360 <= most)


def _read_number(text: str, otherwise: float) -> float:
    try:
        return float(text[:20])
    except ValueError:
        return otherwise
