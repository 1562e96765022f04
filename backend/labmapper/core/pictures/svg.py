"""Cleans SVG: a tree of what may be shown is made, and written anew. Nothing of the file goes on that is not in a list here.

No scripts, no HTML, no links, no animations, no pictures in it, and no address of anything outside of it. A cleaned picture is
shown as an image all the same, in which no browser runs scripts or loads anything.
"""

import re
from xml.sax.saxutils import escape, quoteattr

from labmapper.core.pictures.picture import Picture, UnfitPicture, check_size
from labmapper.core.pictures.svg_safety import find_cost, is_safe_style, keep_attributes
from labmapper.core.pictures.svg_tree import SVG, Element, parse_svg
from labmapper.core.problems import Problem

_NUMBER = r"[+-]?(?:\d{1,9}(?:\.\d{0,9})?|\.\d{1,9})(?:[eE][+-]?\d)?"
_LENGTH = re.compile(rf"\s*({_NUMBER})\s*(px|pt|pc|mm|cm|in|em)?\s*")
_PIXELS = {None: 1.0, "px": 1.0, "pt": 4 / 3, "pc": 16.0, "mm": 96 / 25.4, "cm": 96 / 2.54, "in": 96.0, "em": 16.0}
_SEPARATOR = re.compile(r"\s*,\s*|\s+")
_VIEW_BOX = 4
# What a browser draws once more for each `use` and each pattern: so many parts in all.
_MOST_DRAWN = 100_000
# A picture without pixels is as large as somebody says; no larger than this is asked of a browser.
_LARGEST = 4_096.0


def clean_svg(data: bytes) -> Picture:
    """Return the picture in *data*, or raise UnfitPicture."""
    root = parse_svg(data)
    if find_cost(root) > _MOST_DRAWN:
        raise UnfitPicture(Problem.error("picture-unfit", variant="parts", most=_MOST_DRAWN))
    width, height, view = _find_size(root)
    check_size(width, height)
    attributes = keep_attributes(root) | {"width": str(width), "height": str(height), "viewBox": view}
    for place in ("x", "y"):
        attributes.pop(place, None)
    pieces: list[str] = []
    _write(root, {"xmlns": SVG} | attributes, pieces)
    return Picture("image/svg+xml", width, height, "".join(pieces).encode())


def _write(element: Element, attributes: dict[str, str], pieces: list[str]) -> None:
    pieces.append(f"<{element.tag}{''.join(f' {name}={quoteattr(value)}' for name, value in attributes.items())}>")
    for child in element.children:
        if isinstance(child, str):
            pieces.append(escape(child))
        elif child.tag != "style" or is_safe_style("".join(part for part in child.children if isinstance(part, str))):
            _write(child, keep_attributes(child), pieces)
    pieces.append(f"</{element.tag}>")


def _find_size(root: Element) -> tuple[int, int, str]:
    """Return width and height in pixels, and the part of the picture that fills them."""
    box = _read_box(root.attributes.get("viewBox", ""))
    wide, high = (_read_length(root.attributes.get(name, "")) for name in ("width", "height"))
    if box is None and not (wide and high):
        raise UnfitPicture(Problem.error("picture-unfit", variant="size"))
    x, y, across, down = box or (0.0, 0.0, wide, high)
    width, height = wide or (high * across / down if high else across), high or (wide * down / across if wide else down)
    scale = min(1.0, _LARGEST / max(width, height))
    view = " ".join(f"{number:.6g}" for number in (x, y, across, down))
    return max(1, round(width * scale)), max(1, round(height * scale)), view


def _read_box(text: str) -> tuple[float, float, float, float] | None:
    parts = _SEPARATOR.split(text.strip())
    if len(parts) != _VIEW_BOX or not all(re.fullmatch(_NUMBER, part) for part in parts):
        return None
    x, y, width, height = map(float, parts)
    return (x, y, width, height) if width > 0 and height > 0 else None


def _read_length(text: str) -> float:
    """Return the length *text* in pixels, 0 where it is a share of what is around, or none at all."""
    match = _LENGTH.fullmatch(text)
    return max(0.0, float(match[1]) * _PIXELS[match[2]]) if match else 0.0
