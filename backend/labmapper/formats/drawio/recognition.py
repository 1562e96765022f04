"""Tells drawings of draw.io from other files, by what they begin with."""

import re

PNG = b"\x89PNG\r\n\x1a\n"

_ROOT = re.compile(rb"<(?:mxfile|mxGraphModel)[\s/>]")
_IN_SVG = re.compile(rb"\scontent=[\"'](?:&lt;|%3C)(?:mxfile|mxGraphModel)")
_IN_PNG = (b"tEXtmxfile\0", b"zTXtmxfile\0", b"tEXtmxGraphModel\0", b"zTXtmxGraphModel\0")
_LOOKED_AT = 65_536


def recognises(data: bytes) -> bool:
    """Return whether *data* is a file of draw.io, or a picture that carries one."""
    begin = data[:_LOOKED_AT]
    if data.startswith(PNG):
        return any(mark in begin for mark in _IN_PNG)
    text = begin.removeprefix(b"\xef\xbb\xbf").lstrip()
    if not text.startswith(b"<"):
        return False
    return _ROOT.search(text[:4096]) is not None or (b"<svg" in text[:4096] and _IN_SVG.search(text) is not None)
