"""What a device is, by all that a file tells of it: the shared order of evidence of every reader."""

from labmapper.core.drawing.device_kinds import find_kind
from labmapper.formats.topology.model import Role

# Segments: nobody logs in to them.
_SEGMENTS = frozenset(
    (
        "bridge",
        "ovs-bridge",
        "hub",
        "ethernet_hub",
        "unmanaged_switch",
        "segment",
        "lan",
        "network",
        "ovs",
        "linux-bridge",
    )
)


def find_role(icon: str = "", kind: str = "", image: str = "", name: str = "", *, otherwise: Role = "router") -> Role:
    """Return the role of a device.

    Its *icon* (or a word that says the role outright) tells more than its *kind* (template, definition, platform), that
    more than its *image*, and that more than its *name*; without any hint it is *otherwise*. Only its *kind* makes a
    segment of it, because icons are chosen for their looks.
    """
    if kind.strip().lower() in _SEGMENTS:
        return "network"
    # Where an image comes from, in front of its name, says who made it.
    for text in (icon, kind, image.replace("\\", "/").rpartition("/")[2]):
        found = find_kind(text)
        if found is not None:
            return found
    return find_kind(name, is_name=True) or otherwise
