"""Guesses the kind of a device from its name and protocol, for labs that were read from a file without kinds."""

from labmapper.core.drawing.items import DeviceKind

# The first word that is found decides, so the more exact ones come first.
_WORDS: tuple[tuple[str, DeviceKind], ...] = (
    ("l3switch", "l3switch"),
    ("switch", "switch"),
    ("leaf", "switch"),
    ("spine", "switch"),
    ("firewall", "firewall"),
    ("fw", "firewall"),
    ("balancer", "loadbalancer"),
    ("router", "router"),
    ("rtr", "router"),
    ("server", "server"),
    ("srv", "server"),
    ("laptop", "laptop"),
    ("phone", "phone"),
    ("printer", "printer"),
    ("workstation", "workstation"),
    ("desktop", "workstation"),
    ("client", "workstation"),
    ("pc", "workstation"),
    ("cloud", "cloud"),
    ("sw", "switch"),
)


def guess_kind(names: tuple[str, ...], protocol: str) -> DeviceKind:
    """Return the kind that *names*, the most telling first, hint at; failing these, what *protocol* is usual for."""
    for name in names:
        for word, kind in _WORDS:
            if word in name.lower():
                return kind
    if protocol in {"rdp", "vnc"}:
        return "workstation"
    return "router" if any(name.lower().startswith("r") for name in names) else "server"
