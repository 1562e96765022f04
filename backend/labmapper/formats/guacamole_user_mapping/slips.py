"""What is wrong with XML that cannot be read, told as the slip of the hand that it usually is."""

import re
from xml.parsers import expat
from xml.parsers.expat import errors

from labmapper.core.problems import Place, Problem

# An element that is open: its name, and the line that it begins on.
Open = tuple[str, int]

_SMART_QUOTES = "\u201c\u201d\u201e\u201f\u2018\u2019\u201a\u201b\u00ab\u00bb\u2033\u2032"
_BARE_AMPERSAND = re.compile(r"&(?!#\d+;|#x[\da-fA-F]+;|[A-Za-z_][\w.-]*;)")
_UNQUOTED = re.compile(r"=\s*[^\s\"'>]")
_ENTITY = re.compile(r"&([A-Za-z_][\w.-]{0,40});")
_CLOSING = re.compile(r"</\s*([^\s>]{1,100})")
# Errors of the parser that are one slip only, and those that say no more than that something is wrong.
_PLAIN = {
    "XML_ERROR_NO_ELEMENTS": "empty",
    "XML_ERROR_MISPLACED_XML_PI": "declaration",
    "XML_ERROR_DUPLICATE_ATTRIBUTE": "attribute-twice",
    "XML_ERROR_BAD_CHAR_REF": "character",
}
_WRONG_SIGNS = frozenset({"XML_ERROR_INVALID_TOKEN", "XML_ERROR_UNCLOSED_TOKEN", "XML_ERROR_SYNTAX"})
# So much of what follows is shown.
_SHOWN = 60
_CODES = {code: name for name in dir(errors) if name.startswith("XML_") for code in [getattr(errors, name)]}


def tell_slip(error: expat.ExpatError, before: str, rest: str, opened: list[Open]) -> Problem:
    """Return the problem that *error* is: on its line *before* and *rest* stand before and after the place.

    *opened* are the elements that were not closed.
    """
    name = _CODES.get(expat.ErrorString(error.code), "")
    variant, facts = _find_slip(name, before + rest, rest, opened)
    if variant == "other":
        facts = {"reason": expat.ErrorString(error.code)}
    return Problem.error("mapping-syntax", Place(line=error.lineno, column=len(before) + 1), variant=variant, **facts)


def _find_slip(name: str, line: str, rest: str, opened: list[Open]) -> tuple[str, dict[str, str | int]]:
    last, since = opened[-1] if opened else ("", 0)
    if name in _WRONG_SIGNS:
        return _find_wrong_sign(line, rest)
    if name == "XML_ERROR_TAG_MISMATCH":
        closing = _CLOSING.search(rest) or _CLOSING.search(line)
        return "end-tag", {"open": last, "since": since, "closing": closing[1] if closing else ""}
    if name == "XML_ERROR_NO_ELEMENTS" and opened:
        return "not-closed", {"open": last, "since": since}
    if name == "XML_ERROR_JUNK_AFTER_DOC_ELEMENT":
        return ("second-root" if rest.lstrip().startswith("<") else "text-after"), {"shown": rest[:_SHOWN]}
    if name == "XML_ERROR_UNDEFINED_ENTITY":
        entity = _ENTITY.search(rest) or _ENTITY.search(line)
        return "entity", {"entity": entity[1] if entity else ""}
    return _PLAIN.get(name, "other"), {}


def _find_wrong_sign(line: str, rest: str) -> tuple[str, dict[str, str | int]]:
    """Return what stands where no such sign may: what is at the place itself decides, then what is on its line."""
    first = rest[:1]
    smart = first if first and first in _SMART_QUOTES else next((sign for sign in line if sign in _SMART_QUOTES), "")
    if smart == first != "":
        variant = "smart-quotes"
    elif first and first < " " and first not in "\t\r\n":
        variant = "character"
    elif _BARE_AMPERSAND.search(line):
        variant = "ampersand"
    elif smart:
        variant = "smart-quotes"
    elif _UNQUOTED.search(line):
        variant = "no-quotes"
    else:
        variant = "less-than" if first == "<" or line.count("<") > line.count(">") else "other"
    return variant, {"sign": smart} if variant == "smart-quotes" else {}
