"""Tells addresses and host names from other text."""

import ipaddress
import re

_HOST = re.compile(
    r"(?=.{1,253}$)[a-z0-9](?:[a-z0-9_-]*[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9_-]*[a-z0-9])?)*\.?$", re.IGNORECASE
)
# All signs of an address up to where the name of an interface may follow.
_OF_ADDRESSES = re.compile(r"[0-9A-Fa-f:.]{2,45}(?:%|\Z)")
_LONGEST = 260
_WITH_PORT = re.compile(r"([^:\s]+|\[[^\]\s]+\]):(\d{1,5})$")
_PREFIX = re.compile(r"/\d{1,3}$")
HIGHEST_PORT = 65_535


def split_address(text: str) -> tuple[str, str]:
    """Return *text* without the length of its prefix, as NetBox has it, and without its port, and that port."""
    text = text.strip()[:_LONGEST]
    if is_address(bare := _PREFIX.sub("", text)):
        return bare, ""
    port = _WITH_PORT.match(text)
    return (port[1].strip("[]"), port[2]) if port else (text, "")


def is_address(text: str) -> bool:
    """Return whether *text* is an IP address."""
    # The error that is no address takes longer than most of what is read of a row.
    if not _OF_ADDRESSES.match(text):
        return False
    try:
        ipaddress.ip_address(text[:_LONGEST])
    except ValueError:
        return False
    return True


def is_host(text: str) -> bool:
    """Return whether *text* may be an address or the name of a host."""
    bare = split_address(text)[0]
    return is_address(bare) or _HOST.match(bare) is not None


def is_port(text: str) -> bool:
    """Return whether *text* is the number of a port."""
    return text.isascii() and text.isdecimal() and 0 < int(text[:6]) <= HIGHEST_PORT
