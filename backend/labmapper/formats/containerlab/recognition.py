"""Tells topologies of containerlab from other files, by their keys."""

import re

from labmapper.core.yaml.top_keys import iter_top_keys
from labmapper.formats.containerlab.archives import is_lab

_TOP = re.compile(rb"^[\"']?topology[\"']?[ \t]*:(?=[ \t]*(?:[&#{]|\r?$))", re.MULTILINE)
_NODES = re.compile(rb"^[ \t]+[\"']?nodes[\"']?[ \t]*:|[{,\s][\"']?nodes[\"']?[ \t]*:[ \t]*\{", re.MULTILINE)
# Templates begin with a brace too, and are no JSON.
_JSON = re.compile(rb"(?:\xef\xbb\xbf)?\s*+\{(?![{%#])")
SIDECAR = "nodeAnnotations"
# Keys of GNS3, which has a topology too.
_OTHERS = frozenset(("type", "revision", "project_id"))


def recognises(data: bytes) -> bool:
    """Return whether *data* has a topology with nodes at its top, or is the drawing that belongs to such a file.

    So is an archive with such a file.
    """
    if data.startswith(b"PK\x03\x04"):
        return is_lab(data)
    if _JSON.match(data):
        keys = set(iter_top_keys(data))
        return ("topology" in keys and not keys & _OTHERS) or SIDECAR in keys
    # A pattern that begins at each of millions of lines takes long; a word is found at once.
    top = _TOP.search(data) if b"topology" in data else None
    return top is not None and _NODES.search(data, top.start()) is not None
