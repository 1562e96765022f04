"""Projects of GNS3 for tests, with no more in them than a test is about."""

import json
from typing import Any

from labmapper.formats.gns3.reader import read_project
from labmapper.formats.topology.findings import Findings
from labmapper.formats.topology.model import Topology


def make_project(nodes: list[dict[str, Any]], revision: int | None = 9, **topology: Any) -> bytes:
    """Return the text of a project with *nodes*, and with what else is in its *topology*."""
    project: dict[str, Any] = {"name": "Lab", "type": "topology", "topology": {"nodes": nodes, **topology}}
    return json.dumps(project | ({} if revision is None else {"revision": revision})).encode()


def read(data: bytes) -> tuple[Topology, list[str]]:
    """Return what the reader finds in the project *data*, and what it tells."""
    findings = Findings()
    found = read_project(data, "", findings)
    assert found is not None
    return found, [problem.message for problem in findings.collect()]
