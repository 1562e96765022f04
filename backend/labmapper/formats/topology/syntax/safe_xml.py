"""XML of other tools, whoever wrote it: elements with their lines, no entities, nothing opened, all bounded.

Expat is asked directly, because ElementTree keeps no lines, and because a DOCTYPE that only names its type, as every
SVG of Graphviz has one, must be read while one with declarations is refused.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from types import MappingProxyType
from xml.parsers import expat

from labmapper.core.problems import Place, Problem
from labmapper.core.xml_events import make_parser
from labmapper.formats.topology.findings import Findings

MAX_BYTES = 16 * 1024 * 1024
MAX_ELEMENTS = 250_000
# More than yEd, which writes the most, puts into as many bytes.
MAX_ATTRIBUTES = 600_000
# Expat holds all attributes of an element at once, which takes much more room than those of many.
MAX_OF_ELEMENT = 100_000
MAX_DEPTH = 200
# Blanks, and the zeros of UTF-16.
_SPACED_ATTRIBUTE = re.compile(rb"=[\s\0]+[\"']")
# One for all elements that have none: a dictionary each costs a hundred bytes.
_NO_ATTRIBUTES: Mapping[str, str] = MappingProxyType({})


@dataclass(slots=True, eq=False)
class Element:
    """An element: its *tag* and *attributes* as they are written, and all text directly in it.

    *name* is the tag without the prefix of a namespace.
    """

    tag: str
    attributes: Mapping[str, str]
    line: int
    column: int
    children: "Sequence[Element]" = ()
    text: str = ""

    @property
    def name(self) -> str:
        """The tag without a prefix."""
        return self.tag.rpartition(":")[2]

    @property
    def place(self) -> Place:
        """Where the element begins."""
        return Place(field=self.name, line=self.line, column=self.column)

    def find(self, *names: str) -> "Element | None":
        """Return the first element that is reached by *names*, one in the other."""
        found: Element | None = self
        for name in names:
            found = next((each for each in found.children if each.name == name), None) if found else None
        return found

    def list(self, *names: str) -> "list[Element]":
        """Return all elements that are reached by *names*, one in the other, in the order of the file."""
        found = [self]
        for name in names:
            found = [child for each in found for child in each.children if child.name == name]
        return found

    def get(self, name: str, otherwise: str = "") -> str:
        """Return the attribute *name*, *otherwise* where there is none."""
        return self.attributes.get(name, otherwise)


class _RefusedError(Exception):
    def __init__(self, problem: Problem) -> None:
        super().__init__(problem.code)
        self.problem = problem


def parse_xml(data: bytes, findings: Findings) -> Element | None:
    """Return the root of *data*; None, and why in *findings*, where it cannot be read."""
    if len(data) > MAX_BYTES:
        size, most = round(len(data) / 1e6), round(MAX_BYTES / 1e6)
        findings.add(Problem.error("import-too-large", variant="bytes", size=size, most=most))
        return None
    # Counted before anything is kept of it; signs in texts and comments count too.
    for most, is_over in ((MAX_ATTRIBUTES, _has_too_many_attributes), (MAX_ELEMENTS, _has_too_many_tags)):
        if is_over(data):
            findings.add(Problem.error("import-too-large", variant="values", most=most))
            return None
    try:
        return _Builder().build(data)
    except _RefusedError as refused:
        findings.add(refused.problem)
    except expat.ExpatError as error:
        place = Place(line=error.lineno, column=error.offset + 1)
        reason = expat.ErrorString(error.code) or str(error)
        findings.add(Problem.error("import-unreadable", place, variant="xml", column=error.offset + 1, reason=reason))
    except (ValueError, LookupError):
        # An encoding that is declared and that there is none of.
        findings.add(Problem.error("import-unreadable", variant="text"))
    return None


def _has_too_many_attributes(data: bytes) -> bool:
    count = data.count(b'="') + data.count(b"='")
    if count > MAX_ATTRIBUTES:
        return True
    # Nobody writes blanks there, so that they are looked for only where many signs are left.
    is_spaced = data.count(b"=") - count > MAX_OF_ELEMENT
    spaced = islice(_SPACED_ATTRIBUTE.finditer(data), MAX_OF_ELEMENT + 1) if is_spaced else ()
    if sum(1 for _ in spaced) > MAX_OF_ELEMENT:
        return True
    tags = data.split(b"<", MAX_ELEMENTS) if count > MAX_OF_ELEMENT else []
    return any(tag.count(b'="') + tag.count(b"='") > MAX_OF_ELEMENT for tag in tags)


def _has_too_many_tags(data: bytes) -> bool:
    return data.count(b"<") - data.count(b"</") - data.count(b"<!") - data.count(b"<?") > MAX_ELEMENTS


class _Builder:
    def __init__(self) -> None:
        self._parser = make_parser(self._start, self._end, self._take_text, self._check_doctype)
        self._root: Element | None = None
        self._open: list[tuple[Element, list[Element], list[str]]] = []
        self._count = 0

    def build(self, data: bytes) -> Element | None:
        """Return the root of *data*."""
        try:
            self._parser.Parse(data, True)
            return self._root
        finally:
            # The parser and its handlers name each other: what hung on that circle would stay for as long as a file is read.
            self._root, self._open = None, []

    def _start(self, tag: str, attributes: dict[str, str]) -> None:
        self._count += 1
        if self._count > MAX_ELEMENTS:
            raise _RefusedError(Problem.error("import-too-large", variant="values", most=MAX_ELEMENTS))
        line, column = self._parser.CurrentLineNumber, self._parser.CurrentColumnNumber + 1
        if len(self._open) >= MAX_DEPTH:
            raise _RefusedError(Problem.error("import-too-large", Place(line=line), variant="levels", most=MAX_DEPTH))
        element = Element(tag, attributes or _NO_ATTRIBUTES, line, column)
        if self._open:
            self._open[-1][1].append(element)
        else:
            self._root = element
        self._open.append((element, [], []))

    def _end(self, _tag: str) -> None:
        element, children, texts = self._open.pop()
        if children:
            element.children = children
        element.text = "".join(texts)

    def _take_text(self, text: str) -> None:
        if self._open:
            self._open[-1][2].append(text)

    def _check_doctype(self, _name: str, _system: str | None, _public: str | None, has_subset: int) -> None:
        if has_subset:
            place = Place(line=self._parser.CurrentLineNumber)
            raise _RefusedError(Problem.error("import-unreadable", place, variant="entities"))
