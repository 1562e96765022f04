"""From the bytes of a file to the drawing of the topology in it, alike for all readers of one argument."""

import re
from collections.abc import Callable
from typing import TYPE_CHECKING, TypeVar

from labmapper.core.problems import Problem, has_errors
from labmapper.core.yaml.nodes import Mapping
from labmapper.formats.options import Values
from labmapper.formats.topology.drawing import draw_topology
from labmapper.formats.topology.findings import Findings
from labmapper.formats.topology.model import Topology
from labmapper.formats.topology.syntax.safe_yaml import locate, parse_yaml
from labmapper.formats.topology.templates import find_template

if TYPE_CHECKING:
    from labmapper.core.drawing.document import Diagram

Root = TypeVar("Root")

# A value that a template fills in, where YAML sees a mapping. In quotes and in blocks of text it may stand for itself.
_FILLED_IN = re.compile(rb"^[ \t-]*+[\w.]++:[ \t]*+\{\{", re.MULTILINE)


def parse_with(
    read: Callable[[bytes], Topology], data: bytes, values: Values
) -> "tuple[Diagram | None, tuple[Problem, ...]]":
    """Return the drawing of what *read* finds in *data*, and all problems; None where there is nothing to draw."""
    topology = read(data)
    if not topology.devices and not has_errors(topology.problems):
        topology.problems.append(Problem.error("import-unreadable", variant="empty"))
    if has_errors(topology.problems):
        return None, tuple(topology.problems)
    return draw_topology(topology, values)


def read_with(
    parse: Callable[[bytes, Findings], Root | None], read: Callable[[Root, Topology, Findings], None], data: bytes
) -> Topology:
    """Return what *read* finds in that which *parse* makes of *data*, with all problems; nothing where it makes nothing."""
    findings, topology = Findings(), Topology()
    root = parse(data, findings)
    if root is not None:
        read(root, topology, findings)
    topology.problems = findings.collect()
    return topology


def parse_lab(data: bytes, findings: Findings) -> Mapping | None:
    """Return the mapping that the YAML in *data* is; None, and why in *findings*, where it is none, or a template."""
    read = Findings()
    # A word is found at once; a pattern that may begin at each of millions of lines takes long.
    root = None if b"{{" in data and _FILLED_IN.search(data) else parse_yaml(data, read)
    template = find_template(data) if root is None else None
    if template is not None:
        findings.add(Problem.error("import-template", template.place, variant="jinja"))
        return None
    for problem in read.collect():
        findings.add(problem)
    if root is not None and not isinstance(root, Mapping):
        findings.add(Problem.error("import-unreadable", locate(root), variant="shape", what="The lab"))
    return root if isinstance(root, Mapping) else None
