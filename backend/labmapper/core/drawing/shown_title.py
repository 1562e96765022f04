"""The title of a diagram as lists show it: the one that it was given, else what it holds.

`frontend/static/js/model/shown-title.js` says the same in the editor.
"""

import re
from collections.abc import Iterable

from labmapper.core.drawing.checked_text import Drawing
from labmapper.core.drawing.document import DEFAULT_TITLE

_MOST_NAMES = 3
_LONGEST_NAME = 40
_COUNTED_ZONE = re.compile(r"Zone [0-9]+")


def find_shown_title(diagram: Drawing) -> str:
    """Return the title of *diagram*; one that nobody named is called by its outermost zones, else by its first devices."""
    if diagram.title != DEFAULT_TITLE:
        return diagram.title
    zones = (zone.label for zone in diagram.zones if zone.zone is None and not _COUNTED_ZONE.fullmatch(zone.label))
    devices = (node.label for node in diagram.nodes if node.type == "device")
    names = _find_names(zones) or _find_names(devices)
    shown = ", ".join(names[:_MOST_NAMES])
    return (f"{shown} …" if len(names) > _MOST_NAMES else shown) or DEFAULT_TITLE


def _find_names(labels: Iterable[str]) -> list[str]:
    """Return *labels* as one line each, each once, shortened, without those that are empty; no more than tell that there are more."""
    names: dict[str, None] = {}
    for label in labels:
        if line := " ".join(label.split())[:_LONGEST_NAME]:
            names[line] = None
        if len(names) > _MOST_NAMES:
            break
    return list(names)
