"""Where a request comes from, as far as failed log-ins are counted."""

from ipaddress import IPv6Address, ip_address, ip_network

from flask import request

_HOME_PREFIX = 64


def find_address() -> str:
    """Return the address of who asks; one household's IPv6 addresses count as one."""
    try:
        address = ip_address(request.remote_addr or "")
    except ValueError:
        return "unknown"
    if not isinstance(address, IPv6Address):
        return str(address)
    return str(address.ipv4_mapped or ip_network((address, _HOME_PREFIX), strict=False))
