"""What a label of draw.io says: its lines without markup, and the name and the address in them."""

import html
import ipaddress
import re
from collections.abc import Mapping
from dataclasses import dataclass

from labmapper.formats.topology.words import find_network

_LONGEST = 20_000
_MOST_LINES = 40
_LONGEST_VALUE, _LONGEST_FILLED = 200, 2_000
_BREAK = re.compile(r"<\s*(?:br|/?div|/?p|/?li|/?tr|/?h\d|hr|/?table|/?ul)\b[^<>]{0,2000}>", re.IGNORECASE)
_TAG = re.compile(r"<[!/]?[A-Za-z][^<>]{0,5000}>")
_PLACEHOLDER = re.compile(r"%([^%\s]{1,60})%")
_IPV4 = r"(?:\d{1,3}\.){3}\d{1,3}"
_ADDRESS = re.compile(rf"(?<![\w.])({_IPV4})(/\d{{1,2}})?(?::(\d{{1,5}}))?(?![\w.]*\w)")
_IPV6 = re.compile(r"(?<![\w:.])([0-9A-Fa-f]{0,4}(?::[0-9A-Fa-f]{0,4}){2,7})(/\d{1,3})?(?![\w:])")
_HOST = re.compile(
    r"(?<![\w.@/-])([A-Za-z0-9][\w-]{0,62}(?:\.[A-Za-z0-9][\w-]{0,62}){1,8})(?::(\d{1,5}))?(?![\w./-]*\w)"
)
# Endings of names that are files or versions, never hosts.
_NO_HOST = re.compile(
    r"(?:^|\.)(?:\d+|png|jpe?g|svg|gif|txt|pdf|conf|cfg|ya?ml|json|py|sh|exe|iso|qcow2|zip)$", re.IGNORECASE
)
_AROUND = " \t()[]{}<>,;:|\u2013\u2014-="


@dataclass(frozen=True, slots=True)
class Label:
    """A label taken apart: the name, the address and port where there are any, and the lines that are neither."""

    name: str = ""
    host: str = ""
    port: str = ""
    rest: tuple[str, ...] = ()


def list_lines(value: str) -> list[str]:
    """Return the lines of *value*, a label that may be HTML, without markup and blanks around them."""
    text = value[:_LONGEST]
    if "<" in text:
        text = _TAG.sub("", _BREAK.sub("\n", text))
    text = html.unescape(text).replace("\xa0", " ").replace("\u200b", "")
    lines = (" ".join(line.split()) for line in text.splitlines())
    return [line for line in lines if line][:_MOST_LINES]


def fill_placeholders(value: str, known: Mapping[str, str]) -> str:
    """Return *value* with what stands in percent signs replaced by the property of that name."""
    filled = _PLACEHOLDER.sub(
        lambda match: known.get(match[1], match[0])[:_LONGEST_VALUE], value[:_LONGEST], _MOST_LINES
    )
    return filled[:_LONGEST_FILLED]


def read_label(lines: list[str]) -> Label:
    """Return what *lines* say: the first that is no address is the name, the first address in any is the host."""
    name, host, port, rest = "", "", "", []
    for line in lines:
        found = None if host else find_address(line, is_name=not name and len(lines) == 1)
        if found is not None:
            host, port, line = found  # noqa: PLW2901 - what is left of the line
        line = line.strip(_AROUND) if found else line  # noqa: PLW2901
        if line and not name:
            name = line
        elif line and not (found and line.casefold() in _WORDS):
            rest.append(line)
    return Label(name or host, host, port, tuple(rest))


# What stands before an address in a label, and says no more than that.
_WORDS = frozenset(
    {"ip", "ip address", "address", "mgmt", "management", "mgmt ip", "host", "ipv4", "ipv6", "addr", "oob"}
)


def find_address(line: str, *, is_name: bool = False) -> tuple[str, str, str] | None:
    """Return the address, the port and what is left of *line*; where it *is_name*, the name of a host is a name only."""
    for pattern in (_ADDRESS, _IPV6):
        for match in pattern.finditer(line[:200]):
            if _is_address(match[1], match[2] or ""):
                port = match[3] if pattern is _ADDRESS and match[3] else ""
                return match[1], port, line[: match.start()] + " " + line[match.end() :]
    named = None if is_name else _HOST.search(line[:200])
    if named is None or _NO_HOST.search(named[1]):
        return None
    return named[1], named[2] or "", line[: named.start()] + " " + line[named.end() :]


def _is_address(text: str, length: str) -> bool:
    """Return whether *text* is an address that somebody has; with the *length* of a prefix it may be that of a network."""
    try:
        address = ipaddress.ip_address(text)
    except ValueError:
        return False
    return not address.is_unspecified and not text.startswith(("255.", "0.")) and not find_network(text + length)
