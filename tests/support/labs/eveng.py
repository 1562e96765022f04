"""Labs of EVE-NG for tests, with no more in them than a test is about, and what the reader finds in them."""

from xml.sax.saxutils import quoteattr

from labmapper.formats.eveng.reader import read_text
from labmapper.formats.topology.findings import Findings
from labmapper.formats.topology.model import Topology


def make_node(number: int, *interfaces: str, **attributes: str) -> str:
    """Return a node; each of *interfaces* is written as attributes."""
    given = {"name": f"n{number}", "type": "qemu", "template": "vios", **attributes}
    inside = "".join(f"<interface {each}/>" for each in interfaces)
    return f'<node id="{number}" {write(given)}>{inside}</node>'


def make_network(number: int, **attributes: str) -> str:
    """Return a network."""
    given = {"name": f"net{number}", "type": "bridge", **attributes}
    return f'<network id="{number}" {write(given)}/>'


def make_lab(*items: str, objects: str = "", **attributes: str) -> bytes:
    """Return the text of a lab with nodes and networks, and the XML of its *objects*."""
    nodes = "".join(each for each in items if each.startswith("<node"))
    networks = "".join(each for each in items if each.startswith("<network"))
    topology = f"<topology><nodes>{nodes}</nodes><networks>{networks}</networks></topology>"
    given = write({"name": "Lab", **attributes})
    return f'<?xml version="1.0"?>\n<lab {given}>{topology}<objects>{objects}</objects></lab>'.encode()


def write(attributes: dict[str, str]) -> str:
    """Return *attributes* as XML has them."""
    return " ".join(f"{name}={quoteattr(value)}" for name, value in attributes.items())


def read(data: bytes, pod: int = 0) -> tuple[Topology, list[str]]:
    """Return what the reader finds in the lab *data*, and the codes of what it tells."""
    findings = Findings()
    found = read_text(data, pod, findings)
    assert found is not None
    return found, [problem.code for problem in findings.collect()]
