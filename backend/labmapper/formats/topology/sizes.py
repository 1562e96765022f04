"""How large a lab of another tool may be, so that no file takes longer to draw than anybody waits."""

from labmapper.core.problems import Problem
from labmapper.formats.topology.findings import Findings

# Emulators run some hundred devices on one server; nobody draws more of an inventory or a table either.
MOST_DEVICES = 5_000
MOST_CABLES = 20_000


def is_drawable(devices: int, cables: int, findings: Findings) -> bool:
    """Return whether so many *devices* and *cables* are drawn; where not, *findings* tell it."""
    if devices <= MOST_DEVICES and cables <= MOST_CABLES:
        return True
    problem = Problem.error(
        "import-lab-too-large",
        devices=devices,
        cables=cables,
        most_devices=MOST_DEVICES,
        most_cables=MOST_CABLES,
    )
    findings.add(problem)
    return False
