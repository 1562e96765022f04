"""What of the attributes and styles of an SVG may stay, and how much a browser draws for what it refers to."""

import re
from collections.abc import Iterator
from typing import TypeGuard

from labmapper.core.pictures.svg_tree import Element

_PAINT = [
    "fill",
    "fill-opacity",
    "fill-rule",
    "stroke",
    "stroke-width",
    "stroke-opacity",
    "stroke-linecap",
    "stroke-linejoin",
    "stroke-miterlimit",
    "stroke-dasharray",
    "stroke-dashoffset",
    "opacity",
    "color",
    "display",
    "visibility",
    "clip-path",
    "clip-rule",
    "overflow",
    "vector-effect",
    "paint-order",
    "shape-rendering",
    "transform",
    "transform-origin",
    "mix-blend-mode",
]
_GEOMETRY = [
    "x",
    "y",
    "x1",
    "y1",
    "x2",
    "y2",
    "cx",
    "cy",
    "r",
    "rx",
    "ry",
    "fx",
    "fy",
    "fr",
    "dx",
    "dy",
    "d",
    "points",
    "width",
    "height",
    "viewBox",
    "preserveAspectRatio",
    "rotate",
    "pathLength",
    "offset",
    "stop-color",
    "stop-opacity",
    "gradientUnits",
    "gradientTransform",
    "spreadMethod",
    "patternUnits",
    "patternContentUnits",
    "patternTransform",
    "clipPathUnits",
]
_TEXT = [
    "font-family",
    "font-size",
    "font-weight",
    "font-style",
    "font-variant",
    "font-stretch",
    "text-anchor",
    "text-decoration",
    "letter-spacing",
    "word-spacing",
    "dominant-baseline",
    "alignment-baseline",
    "baseline-shift",
    "textLength",
    "lengthAdjust",
    "writing-mode",
    "direction",
]
_KEPT = frozenset({"id", "class", "style", "href", *_PAINT, *_GEOMETRY, *_TEXT})
_LINKED = frozenset({"use", "linearGradient", "radialGradient"})
# What is drawn again for each that refers to it; in it, nothing refers to more.
_REPEATED = frozenset({"clipPath", "pattern"})
_HERE = re.compile(r"#[\w.:-]{1,200}")
_PLACE = re.compile(r"""url\(\s*["']?(#[\w.:-]{1,200})["']?\s*\)""", re.IGNORECASE)
# With a backslash or a comment one spells any word so that no search finds it.
_UNSAFE = re.compile(
    r"url|image|import|expression|javascript|behaviou?r|binding|element\(|attr\(|\\|/\*|@|<|&", re.IGNORECASE
)
_LONGEST_SHEET = 64 * 1024


def is_safe_style(sheet: str) -> bool:
    """Return whether *sheet* has rules that refer to nothing at all."""
    return len(sheet) <= _LONGEST_SHEET and not _UNSAFE.search(sheet)


def keep_attributes(element: Element) -> dict[str, str]:
    """Return the attributes of *element* that may stay."""
    return {name: value for name, value in element.attributes.items() if _is_kept(element, name, value)}


def find_cost(root: Element) -> int:
    """Return how many parts a browser draws for *root*; take out what would be drawn again in what is drawn again.

    What a ``use`` shows has no other ``use`` in it, and what fills or clips refers to nothing, so that nothing can grow.
    """
    sizes: dict[str, int] = {}
    for each in _iter_elements(root):
        if each.tag in _REPEATED:
            sizes.setdefault(each.attributes.get("id", ""), _bar_references(each))
    costs: dict[str, int] = {}
    _measure(root, sizes, costs)
    for each in _iter_elements(root):
        each.children = [child for child in each.children if not _is_use(child) or _find_target(child) in costs]
    uses = (costs[_find_target(each)] for each in _iter_elements(root) if _is_use(each))
    return sum(uses) + sum(_find_own_cost(each, sizes) for each in _iter_elements(root))


def _is_kept(element: Element, name: str, value: str) -> bool:
    if name not in _KEPT:
        return False
    if name == "href":
        return element.tag in _LINKED and _HERE.fullmatch(value.strip()) is not None
    return not _UNSAFE.search(_PLACE.sub("", value)) if name not in {"id", "class", "d", "points"} else True


def _iter_elements(root: Element) -> Iterator[Element]:
    waiting = [root]
    while waiting:
        element = waiting.pop()
        yield element
        waiting += [child for child in element.children if isinstance(child, Element)]


def _is_use(part: Element | str) -> TypeGuard[Element]:
    return isinstance(part, Element) and part.tag == "use"


def _find_target(use: Element) -> str:
    """Return the id of what *use* shows."""
    return use.attributes.get("href", "").strip().removeprefix("#")


def _bar_references(repeated: Element) -> int:
    """Take all references out of *repeated*, and return of how many elements it is."""
    count = 0
    for each in _iter_elements(repeated):
        count += 1
        each.children = [child for child in each.children if not _is_use(child)]
        each.attributes = {name: value for name, value in each.attributes.items() if not _PLACE.search(value)}
    return count


def _measure(element: Element, sizes: dict[str, int], costs: dict[str, int]) -> tuple[int, bool]:
    """Return what *element* costs with all in it, and whether a `use` is in it; note in *costs* what a `use` may show."""
    cost, has_use = _find_own_cost(element, sizes), _is_use(element)
    for child in element.children:
        if isinstance(child, Element):
            more, uses = _measure(child, sizes, costs)
            cost, has_use = cost + more, has_use or uses
    name = element.attributes.get("id")
    if name and not has_use:
        costs.setdefault(name, cost)
    return cost, has_use


def _find_own_cost(element: Element, sizes: dict[str, int]) -> int:
    """Return how many parts are drawn for *element* alone, with what fills and clips it."""
    places = (place for value in element.attributes.values() if "#" in value for place in _PLACE.findall(value))
    return 1 + sum(sizes.get(place.removeprefix("#"), 0) for place in places)
