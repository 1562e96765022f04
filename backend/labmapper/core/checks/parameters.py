"""Connection parameters, checked once a device type by the catalogue."""

from collections.abc import Iterator

from labmapper.core.lab import Lab
from labmapper.core.problems import Problem


def check_connections(lab: Lab) -> Iterator[Problem]:
    """Yield what is wrong with the parameters of the connections in *lab*."""
    yield from ()
