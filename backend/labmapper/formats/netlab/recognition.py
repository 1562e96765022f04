"""Tells topologies of netlab from other files, by their keys."""

import re
from itertools import islice

_TOP_KEY = re.compile(rb"^([A-Za-z_][\w-]*+)(?:\.[\w.-]*+)?[ \t]*+:", re.MULTILINE)
# So many keys at the top are looked at; a lab has some tens.
_MOST_KEYS = 5_000
_PARTS = {b"nodes", b"nodes_list", b"links"}
# At the top of what netlab writes about one node for Ansible, never at that of a lab.
_OF_ONE_NODE = {b"mgmt", b"loopback", b"box"}
_OTHERS = {b"topology", b"lab", b"users", b"devices", b"hosts", b"networks", b"all", b"services", b"apiVersion"}
# A group of an Ansible inventory may be called "nodes".
_INVENTORY = re.compile(rb"^(?:nodes|links)[ \t]*+:[ \t]*+\r?\n[ \t]++(?:hosts|children|vars)[ \t]*+:", re.MULTILINE)


def recognises(data: bytes) -> bool:
    """Return whether *data* has nodes, links or groups at its top, and nothing at which other tools are known."""
    # A pattern that begins at each of millions of lines takes long; words are found at once.
    if not any(word in data for word in (*_PARTS, b"groups")):
        return False
    keys = {found[1] for found in islice(_TOP_KEY.finditer(data), _MOST_KEYS)}
    makes_nodes = bool(keys & _PARTS) or (b"groups" in keys and b"_auto_create" in data)
    if keys & _OF_ONE_NODE and not keys & {b"nodes", b"nodes_list", b"groups"}:
        return False
    return makes_nodes and not keys & _OTHERS and _INVENTORY.search(data) is None
