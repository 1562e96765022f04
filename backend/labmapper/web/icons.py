"""The line icons of the chrome. A page carries those that it shows; the editor loads all of them, as a file that is kept."""

import re
from collections.abc import Mapping
from functools import cache

from markupsafe import Markup

from labmapper import paths

ICONS = "img/icons.svg"

_SYMBOL = re.compile(r'<symbol id="icon-([\w-]+)" viewBox="0 0 24 24">(.+)</symbol>')


def get_icon(name: str) -> Markup:
    """Return the shapes of the icon *name*, for an ``svg`` of 24 units.

    Raises:
        KeyError: There is no such icon.
    """
    return load_icons()[name]


@cache
def load_icons() -> Mapping[str, Markup]:
    """Return the shapes of each icon, by its name."""
    text = (paths.STATIC / ICONS).read_text(encoding="utf-8")
    return {name: Markup(shapes) for name, shapes in _SYMBOL.findall(text)}  # noqa: S704 - a file of our own
