"""Tells labs of CML from other files, by their keys."""

import re

_LAB = re.compile(rb"^ *+([\"']?)lab\1[ \t]*+:|\"(?:lab|lab_title)\"\s*+:", re.MULTILINE)
_NODES = re.compile(rb"^ *+([\"']?)nodes\1[ \t]*+:|\"nodes\"\s*+:", re.MULTILINE)


def recognises(data: bytes) -> bool:
    """Return whether *data* has a lab, and nodes with definitions."""
    return b"node_definition" in data and _LAB.search(data) is not None and _NODES.search(data) is not None
