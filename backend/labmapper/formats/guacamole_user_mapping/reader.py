"""Reads ``user-mapping.xml``: from its bytes to the lab that means the same for everybody in it."""

import re

from labmapper.core.lab.structure import Lab
from labmapper.core.problems import Problem, has_errors
from labmapper.formats.guacamole_user_mapping.encoded_text import UnreadableTextError, decode_xml
from labmapper.formats.guacamole_user_mapping.lab import build_lab
from labmapper.formats.guacamole_user_mapping.logins import scan_logins

_ROOT = re.compile(r"<\s*(?:[\w.-]{1,40}:)?(user-?mapping|authori[sz]e)\b", re.IGNORECASE)
# What may stand before the root element, by how it begins and ends.
_BEFORE_ROOT = (("<!--", "-->"), ("<?", "?>"), ("<!", ">"))
_LOOKED_AT = 65_536


def parse_mapping(data: bytes) -> tuple[Lab | None, tuple[Problem, ...]]:
    """Return the lab that *data*, a ``user-mapping.xml``, gives people access to, and all problems.

    It is None where Guacamole would refuse the file.
    """
    try:
        scanned = scan_logins(decode_xml(data))
    except UnreadableTextError as error:
        return None, (error.problem,)
    if has_errors(scanned.problems):
        return None, tuple(scanned.problems)
    lab, problems = build_lab(scanned)
    return lab, (*scanned.problems, *problems)


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
