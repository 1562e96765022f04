"""Whether a file is a graph in DOT, told by how it begins."""

import re

_LOOKED_AT = 64 * 1024
_BEGINNING = re.compile(
    rb"\A(?:\xef\xbb\xbf)?(?:\s++|//[^\n]*+|\#[^\n]*+|/\*(?:[^*]++|\*(?!/))*+\*/)*+"
    rb"(?:strict\s++)?(?:di)?graph\b\s*+(?:\"(?:[^\"\\]++|\\.)*+\"|[^\s{]++)?\s*+(?:\{|\Z)",
    re.IGNORECASE | re.DOTALL,
)


def is_dot(data: bytes) -> bool:
    """Return whether *data* begins as a graph in DOT does, comments apart."""
    return _BEGINNING.match(data[:_LOOKED_AT]) is not None
