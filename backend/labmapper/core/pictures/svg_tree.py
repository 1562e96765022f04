"""Reads an SVG as a tree of the elements that may be shown: no entities, nothing opened, all bounded.

Expat is asked directly, as for the labs of other tools: a doctype that only names its type is read, one with declarations is
refused, so that no entity can grow.
"""

from dataclasses import dataclass, field
from xml.parsers import expat

from labmapper.core.pictures.picture import UnfitPicture, refuse_broken
from labmapper.core.problems import Problem
from labmapper.core.xml_events import make_parser

SVG = "http://www.w3.org/2000/svg"
XLINK = "http://www.w3.org/1999/xlink"
_BETWEEN = " "  # of the address of a namespace and a name

_SHAPES = {"path", "rect", "circle", "ellipse", "line", "polyline", "polygon"}
_TEXTS = {"text", "tspan", "title", "desc", "style"}
_GROUPS = {"svg", "g", "defs", "symbol", "use", "clipPath", "pattern", "linearGradient", "radialGradient", "stop"}
_SHOWN = _SHAPES | _TEXTS | _GROUPS
# What is a mere frame around what is shown.
_UNWRAPPED = {"a", "switch"}
_MOST_ELEMENTS, _MOST_ATTRIBUTES, _DEEPEST = 20_000, 400_000, 60


@dataclass(slots=True)
class Element:
    """An element that may be shown: its *tag*, its attributes, those of XLink without a prefix, and what is in it."""

    tag: str
    attributes: dict[str, str] = field(default_factory=dict)
    children: "list[Element | str]" = field(default_factory=list)


def parse_svg(data: bytes) -> Element:
    """Return the root of *data*, or raise UnfitPicture."""
    if data.count(b'="') + data.count(b"='") > _MOST_ATTRIBUTES:
        raise UnfitPicture(Problem.error("picture-unfit", variant="parts", most=_MOST_ELEMENTS))
    try:
        return _Builder().build(data)
    except (expat.ExpatError, ValueError, LookupError) as error:  # an encoding that there is none of
        raise refuse_broken() from error


class _Builder:
    def __init__(self) -> None:
        self._parser = make_parser(self._start, self._end, self._take_text, self._check_doctype, separator=_BETWEEN)
        self._root: Element | None = None
        # The open elements, with None for frames; and how many are open that are not shown.
        self._open: list[Element | None] = []
        self._unshown = self._count = 0

    def build(self, data: bytes) -> Element:
        self._parser.Parse(data, True)
        if self._root is None:
            raise UnfitPicture(Problem.error("picture-unfit", variant="kind"))
        return self._root

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        self._count += 1
        if self._count > _MOST_ELEMENTS or len(self._open) >= _DEEPEST:
            raise UnfitPicture(Problem.error("picture-unfit", variant="parts", most=_MOST_ELEMENTS))
        space, _, tag = name.rpartition(_BETWEEN)
        is_known = space in {SVG, ""}
        if self._root is None:
            if tag != "svg" or not is_known:
                raise UnfitPicture(Problem.error("picture-unfit", variant="kind"))
            self._root = Element(tag, _name_plainly(attributes))
            self._open.append(self._root)
        elif self._unshown or not is_known or tag not in _SHOWN | _UNWRAPPED:
            self._unshown += 1
        elif tag in _UNWRAPPED:
            self._open.append(None)
        else:
            element = Element(tag, _name_plainly(attributes))
            self._find_parent().children.append(element)
            self._open.append(element)

    def _end(self, _name: str) -> None:
        if self._unshown:
            self._unshown -= 1
        else:
            self._open.pop()

    def _take_text(self, text: str) -> None:
        parent = self._find_parent()
        if not self._unshown and parent.tag in _TEXTS:
            parent.children.append(text)

    def _find_parent(self) -> Element:
        return next(element for element in reversed(self._open) if element is not None)

    def _check_doctype(self, _name: str, _system: str | None, _public: str | None, has_subset: int) -> None:
        if has_subset:
            raise UnfitPicture(Problem.error("picture-unfit", variant="unsafe"))


def _name_plainly(attributes: dict[str, str]) -> dict[str, str]:
    """Return *attributes* without those of foreign namespaces; that of XLink has its new, plain name."""
    plain = {name: value for name, value in attributes.items() if _BETWEEN not in name}
    link = attributes.get(f"{XLINK}{_BETWEEN}href")
    return plain if link is None else {"href": link} | plain
