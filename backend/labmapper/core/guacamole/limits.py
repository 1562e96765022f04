"""Size limits of guacd: values up to 8,192 characters, and 32,768 bytes for all of one connection together.

Both are limits of guacd's parser, the same from 1.5.5 on; beyond them the handshake fails and nothing opens.
"""

from collections.abc import Callable, Iterator, Mapping
from functools import cache

from labmapper.core.guacamole.catalogue import PROTOCOLS, Protocol
from labmapper.core.guacamole.versions import has_since
from labmapper.core.problems import Place, Problem

MAX_VALUE_CHARACTERS = 8_192
MAX_CONNECTION_BYTES = 32_768

# ``connect`` begins with the version of the protocol, for example VERSION_1_5_0.
_HEAD = "7.connect,13.VERSION_1_5_0"


def check_limits(
    protocol: Protocol, values: Mapping[str, str], *, version: str, locate: Callable[[str], Place]
) -> Iterator[Problem]:
    """Yield which of *values*, or all of them together, guacd would not take for *protocol*."""
    for name, value in values.items():
        if name in protocol.parameters and len(value) > MAX_VALUE_CHARACTERS:
            length, most = len(value), MAX_VALUE_CHARACTERS
            yield Problem.warning("value-too-long", locate(name), parameter=name, length=length, most=most)
    size = count_connect_bytes(protocol, values, version)
    if size > MAX_CONNECTION_BYTES:
        longest = max(values, key=lambda name: len(values[name]))
        most, place = MAX_CONNECTION_BYTES, locate(longest)
        yield Problem.warning("connection-too-long", place, parameter=longest, size=size, most=most)


def count_connect_bytes(protocol: Protocol, values: Mapping[str, str], version: str) -> int:
    """Return how long the ``connect`` instruction is with which Guacamole *version* sends *values* to guacd.

    It holds every parameter that guacd asks for, those that are not set as empty text, each with its length.
    """
    asked = _list_asked(protocol.name, version)
    given = sum(_count_element(value) - _count_element("") for name, value in values.items() if name in asked)
    return len(_HEAD) + 1 + len(asked) * _count_element("") + given


@cache
def _list_asked(protocol: str, version: str) -> frozenset[str]:
    """Return what guacd *version* asks for; there are a few protocols and releases, and thousands of connections."""
    return frozenset(each.name for each in PROTOCOLS[protocol].parameters.values() if has_since(version, each.since))


def _count_element(value: str) -> int:
    return len(f",{len(value)}.") + len(value.encode("utf-8", "surrogatepass"))
