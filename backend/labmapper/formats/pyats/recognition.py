"""Tells testbeds of pyATS from a ``config.yaml``, which has ``devices`` at its top too, and from other files."""

import re
from itertools import islice

from labmapper.core.yaml.top_keys import BOM, find_start, iter_top_keys

_KEY = rb"[\"']?([A-Za-z_]\w*+)[\"']?[ \t]*+:"
# All of a file may stand so far right.
_FARTHEST = 40
# So many keys at the top are looked at; a testbed has a handful.
_MOST_KEYS = 5_000
# What a device has here and nowhere else, where the file does not call itself a testbed.
_CONNECTIONS = re.compile(rb"[\s{,\"']connections[\"']?[ \t]*+:")
_OS = re.compile(rb"[\s{,\"']os[\"']?[ \t]*+:")


def recognises(data: bytes) -> bool:
    """Return whether *data* has devices at its top, and is a testbed or has an operating system and connections for them."""
    # A pattern that begins at each of millions of lines takes long; words are found at once.
    if b"devices" not in data or not (b"testbed" in data or b"connections" in data):
        return False
    keys = _find_keys(data)
    if "devices" not in keys or keys & {"users", "nodes", "schema"}:
        return False
    return "testbed" in keys or (_CONNECTIONS.search(data) is not None and _OS.search(data) is not None)


def _find_keys(data: bytes) -> set[str]:
    start = find_start(data)
    if data[start : start + 1] == b"{":
        return set(iter_top_keys(data))
    indent = data[data.rfind(b"\n", 0, start) + 1 : start].removeprefix(BOM)
    if indent.strip(b" ") or len(indent) > _FARTHEST:
        indent = b""
    keys = re.compile(rb"\n" + indent + _KEY).finditer(b"\n" + indent + data[start:])
    return {found[1].decode() for found in islice(keys, _MOST_KEYS)}
