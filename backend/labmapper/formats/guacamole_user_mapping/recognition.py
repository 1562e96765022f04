"""Tells a ``user-mapping.xml`` from other XML, by its first element."""

import re

_ROOT = re.compile(r"<\s*(?:[\w.-]{1,40}:)?(user-?mapping|authori[sz]e)\b", re.IGNORECASE)
# What may stand before the root element, by how it begins and ends.
_BEFORE_ROOT = (("<!--", "-->"), ("<?", "?>"), ("<!", ">"))
_LOOKED_AT = 65_536


def recognises(data: bytes) -> bool:
    """Return whether the first element of *data* is ``user-mapping``, or one of its parts that was left without it."""
    begin = data[:_LOOKED_AT]
    wide = begin.startswith((b"\xff\xfe", b"\xfe\xff", b"<\0", b"\0<"))
    text = (begin.replace(b"\0", b"") if wide else begin).decode("latin-1").lstrip("\xef\xbb\xbf\xff\xfe \t\r\n")
    at = 0
    while (closing := next((end for start, end in _BEFORE_ROOT if text.startswith(start, at)), None)) is not None:
        end = text.find(closing, at)
        if end < 0:
            return False
        at = end + len(closing)
        while text[at : at + 1].isspace():
            at += 1
    return _ROOT.match(text, at) is not None
