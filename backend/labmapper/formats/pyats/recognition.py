"""Tells testbeds of pyATS from a ``config.yaml``, which has ``devices`` at its top too, and from other files."""

import re
from itertools import islice

from labmapper.core.yaml.top_keys import find_start, iter_top_keys

_TOP_KEY = re.compile(rb"^[\"']?([A-Za-z_]\w*+)[\"']?[ \t]*+:", re.MULTILINE)
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
    return {found[1].decode() for found in islice(_TOP_KEY.finditer(data), _MOST_KEYS)}
