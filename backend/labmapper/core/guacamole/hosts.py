"""Invalid hosts: with a scheme, port, user name or unusable characters; and which part belongs in which field.

What any resolver takes is left alone: names, names with a dot at the end, addresses in every spelling of ``inet_aton``, and
IPv6 with a zone.
"""

import ipaddress
import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass, replace

_QUOTES = "\"'`´‘’‚‛“”„‟«»"  # noqa: RUF001 - people paste these
# Nothing that any step takes off.
_PLAIN = re.compile(r"[A-Za-z0-9.-]*\Z")
# What stands before a host: the scheme of an address, two backslashes of Windows, or a command with its blank.
_SCHEME = re.compile(
    r"(?:[A-Za-z][A-Za-z0-9+.-]*:)?(?://|\\\\)|(?:https?|ssh|telnet|rdp|vnc|tcp|udp)(?::(?![0-9]*\Z)|[ \t]+)(?=[^:\s])",
    re.IGNORECASE,
)
_PORT = re.compile(
    r"(?P<host>[^:\[\]\s]+|\[[^\[\]]*\])(?::|[ \t]+(?:port[ \t]+)?)(?P<port>[0-9]{1,5}|ssh|telnet|rdp|vnc|)\Z",
    re.IGNORECASE,
)
_SERVICES = {"ssh": "22", "telnet": "23", "rdp": "3389", "vnc": "5900"}
_ENDS = ",;"
# As keyboards of Chinese and Japanese give them; resolvers take none of it.
_WIDE = re.compile("[\uff01-\uff5e\u3002]")
# No name of a host has a quarter as many characters, and to put the marks of a longer text into their order takes long.
_LONGEST = 1_000
# Of the marks that nobody sees names of some scripts do have these.
_JOINERS = "\u200c\u200d"
_SEVERAL = re.compile(r"(?P<host>[^,;\s]+)(?:\s*[,;]\s*[^,;\s]+)+\Z")
_ADDRESSES = re.compile(r"(?P<host>[0-9]+(?:\.[0-9]+){3})(?:\s+[0-9]+(?:\.[0-9]+){3})+\Z")
_COMMAS = re.compile(r"[0-9]+(?:,[0-9]+){3}\Z")
_THREE_OCTETS = re.compile(r"[0-9]{1,3}\.[0-9]{1,3}\.[0-9]{1,3}\Z")
_LARGEST_PORT = 65_535
# How UltraVNC's repeater calls a machine that has called it first: no host, but what ``dest-host`` may say.
_REPEATER_ID = re.compile(r"ID:[0-9]+\Z")


@dataclass(frozen=True, slots=True)
class HostParameter:
    """A parameter that names a host; *port* and *user* are those where its port and user name belong, if it has any."""

    name: str
    port: str = ""
    user: str = ""

    def find_intended_host(self, written: str) -> "IntendedHost | None":
        """Return what was meant by *written*, None where it may be a host as it stands."""
        is_id = self.name == "dest-host" and _REPEATER_ID.match(written) is not None
        return None if is_id else find_intended_host(written)


HOST_PARAMETERS = (
    HostParameter("hostname", "port", "username"),
    HostParameter("gateway-hostname", "gateway-port", "gateway-username"),
    HostParameter("sftp-hostname", "sftp-port", "sftp-username"),
    HostParameter("dest-host", "dest-port"),
    HostParameter("wol-broadcast-addr"),
)


@dataclass(frozen=True, slots=True)
class IntendedHost:
    """What somebody meant who wrote what is no host: *host*, and the *user* and *port* that were written with it.

    *what* is the first that does not belong there: ``unseen``, ``wide``, ``ends``, ``quotes``, ``scheme``, ``path``, ``user``, ``port``,
    ``brackets``, ``commas`` or ``several``.
    """

    what: str
    host: str
    port: str = ""
    user: str = ""


def find_intended_host(written: str) -> IntendedHost | None:
    """Return what was meant by *written*, None where it may be a host as it stands."""
    if _PLAIN.match(written):
        return None
    meant = IntendedHost("", written)
    for strip in _STEPS:
        meant = strip(meant)
    return meant if meant.what and meant.host else None


def is_three_octets(host: str) -> bool:
    """Return whether *host* lacks an octet: resolvers do take ``10.0.1``, for 10.0.0.1."""
    return _THREE_OCTETS.match(host) is not None


def _change(meant: IntendedHost, what: str, host: str, *, port: str = "", user: str = "") -> IntendedHost:
    return replace(meant, what=meant.what or what, host=host, port=port or meant.port, user=user or meant.user)


def _strip_unseen(meant: IntendedHost) -> IntendedHost:
    host = "".join(each for each in meant.host if each in _JOINERS or unicodedata.category(each) != "Cf")
    return meant if host == meant.host else _change(meant, "unseen", host)


def _narrow(meant: IntendedHost) -> IntendedHost:
    if len(meant.host) > _LONGEST or not _WIDE.search(meant.host):
        return meant
    return _change(meant, "wide", unicodedata.normalize("NFKC", meant.host).replace("\u3002", "."))


def _strip_ends(meant: IntendedHost) -> IntendedHost:
    host = meant.host.rstrip(_ENDS)
    return meant if host == meant.host else _change(meant, "ends", host)


def _strip_quotes(meant: IntendedHost) -> IntendedHost:
    host = meant.host.strip(_QUOTES)
    return meant if host == meant.host else _change(meant, "quotes", host)


def _strip_scheme(meant: IntendedHost) -> IntendedHost:
    scheme = _SCHEME.match(meant.host)
    return _change(meant, "scheme", meant.host[scheme.end() :]) if scheme else meant


def _strip_path(meant: IntendedHost) -> IntendedHost:
    host, slash, rest = meant.host.partition("/")
    if not slash:
        host, slash, rest = meant.host.partition("\\")
        # ``LAB\PC1`` is a machine of a domain, and ``\\PC1\files`` a folder on one.
        host = rest if rest and meant.what != "scheme" else host
    return _change(meant, "path", host) if slash else meant


def _strip_user(meant: IntendedHost) -> IntendedHost:
    user, at, host = meant.host.rpartition("@")
    # Of a command the options stand before the user.
    user = user.split()[-1] if user.startswith("-") else user
    return _change(meant, "user", host, user=user.partition(":")[0]) if at else meant


def _strip_port(meant: IntendedHost) -> IntendedHost:
    found = _PORT.match(meant.host)
    if not found:
        return meant
    port = _SERVICES.get(found["port"].lower(), found["port"])
    if port and not 0 < int(port) <= _LARGEST_PORT:
        return meant
    return _change(meant, "port", found["host"], port=str(int(port)) if port else "")


def _strip_brackets(meant: IntendedHost) -> IntendedHost:
    inside = meant.host[1:-1]
    is_bracketed = meant.host[:1] == "[" and meant.host[-1:] == "]" and _is_ipv6(inside)
    return _change(meant, "brackets", inside) if is_bracketed else meant


def _strip_commas(meant: IntendedHost) -> IntendedHost:
    return _change(meant, "commas", meant.host.replace(",", ".")) if _COMMAS.match(meant.host) else meant


def _take_first(meant: IntendedHost) -> IntendedHost:
    several = _SEVERAL.match(meant.host) or _ADDRESSES.match(meant.host)
    return _change(meant, "several", several["host"]) if several else meant


def _is_ipv6(text: str) -> bool:
    try:
        ipaddress.IPv6Address(text)
    except ValueError:
        return False
    return True


_STEPS: tuple[Callable[[IntendedHost], IntendedHost], ...] = (
    *(_strip_unseen, _narrow, _strip_ends, _strip_quotes, _strip_scheme, _strip_path, _strip_user),
    *(_strip_port, _strip_brackets, _strip_commas, _take_first),
)
