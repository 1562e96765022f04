"""Draws the links of a testbed: cables between two interfaces, segments for more, and a word about those with one end."""

from labmapper.core.problems import Place, Problem
from labmapper.formats.topology.findings import Findings, shorten
from labmapper.formats.topology.model import Cable, CableEnd, Device, Topology

# The interfaces that name a link, each with where it stands in the file.
Link = list[tuple[CableEnd, Place]]
# In front of the keys of devices and segments, which may have the same name.
_DEVICE, _SEGMENT = "device ", "link "
_PAIR = 2


def make_key(device: str) -> str:
    """Return the key of the *device* of this name."""
    return _DEVICE + device


def add_link(name: str, link: Link, topology: Topology, findings: Findings) -> None:
    """Add the *link* of this *name* to *topology*."""
    (first, place), *others = link
    if not others:
        ends = f"{shorten(first.interface)} of {shorten(first.device.removeprefix(_DEVICE))}"
        findings.add(Problem.warning("import-loose-end", place, count=1, ends=ends))
    elif len(link) == _PAIR:
        topology.cables.append(Cable(first, others[0][0], place))
    else:
        segment = _SEGMENT + name
        topology.devices.append(Device(segment, name, "network", place=place))
        topology.cables += [Cable(end, CableEnd(segment), found) for end, found in link]
