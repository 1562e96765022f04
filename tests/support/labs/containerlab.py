"""Labs of containerlab as texts, a small one and what makes others, and how they are read."""

from labmapper.core.drawing.document import Diagram
from labmapper.core.drawing.items import Device
from labmapper.core.problems import Problem
from labmapper.formats.importing import read_file

# One node without an address, one with something that nobody reads.
CAMPUS = """name: campus
topology:
  nodes:
    r1: {kind: nokia_sros}
    sw1: {kind: ceos, mgmt-ipv4: 172.20.20.3, frobnicate: 1}
  links:
    - endpoints: ["r1:e1", "sw1:e1"]
"""


def read(text: str, **given: str) -> tuple[Diagram, tuple[Problem, ...]]:
    """Return the drawing of a topology with all problems; *given* are the options of the format."""
    imported = read_file(text.encode(), None, given)
    diagram, problems = imported.draw()
    assert diagram is not None, problems
    return diagram, problems


def lab(nodes: str, links: str = "", head: str = "") -> str:
    """Return a topology with the lines of its *nodes* and *links*, and a *head* before them."""
    return f"name: lab\n{head}topology:\n  nodes:\n{nodes}\n" + (f"  links:\n{links}\n" if links else "")


def get_device(diagram: Diagram, name: str) -> Device:
    """Return the device of this *name*."""
    return next(node for node in diagram.nodes if isinstance(node, Device) and node.label == name)
