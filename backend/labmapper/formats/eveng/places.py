"""Places of EVE-NG: the corner of an icon in pixels, in old labs also in percent of the canvas."""

import re

from labmapper.formats.topology.syntax.safe_xml import Element

# What 100 % is where an old lab gives places so, and half of an icon: places are those of its top left corner.
_CANVAS = (1_200.0, 800.0)
_HALF_ICON = 25.0
_PLACE = re.compile(r"\s*(-?[0-9]{1,7}(?:\.[0-9]{0,20})?)\s*(%|px)?\s*")


def read_place(element: Element) -> tuple[float | None, float | None]:
    """Return the middle of what *element* draws, None for each where it has no place."""
    numbers = []
    for name, whole in zip(("left", "top"), _CANVAS, strict=True):
        found = _PLACE.fullmatch(element.get(name))
        if not found:
            return None, None
        numbers.append(float(found[1]) * (whole / 100 if found[2] == "%" else 1) + _HALF_ICON)
    return numbers[0], numbers[1]
