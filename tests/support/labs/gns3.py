"""Projects of GNS3 for tests, with no more in them than a test is about."""

import json
from typing import Any


def make_project(nodes: list[dict[str, Any]], revision: int | None = 9, **topology: Any) -> bytes:
    """Return the text of a project with *nodes*, and with what else is in its *topology*."""
    project: dict[str, Any] = {"name": "Lab", "type": "topology", "topology": {"nodes": nodes, **topology}}
    return json.dumps(project | ({} if revision is None else {"revision": revision})).encode()
