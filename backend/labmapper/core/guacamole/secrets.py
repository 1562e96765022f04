"""Tells which connection parameters are secret, and the mask that is shown in their place."""

from labmapper.core.guacamole.catalogue import PROTOCOLS

MASK = "••••••••"

_SECRET_NAMES = frozenset(
    parameter.name for protocol in PROTOCOLS.values() for parameter in protocol.parameters.values() if parameter.secret
)


def is_secret(name: str) -> bool:
    """Return whether the connection parameter *name* holds a credential; a misspelt ``Password`` does too."""
    return name in _SECRET_NAMES or "pass" in name.lower()
