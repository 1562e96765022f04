"""Private keys: guacd wants the text of the file in PEM or OpenSSH format, with its lines, and people give other things."""

import re
from collections.abc import Iterator

from labmapper.core.guacamole.catalogue import Parameter
from labmapper.core.guacamole.tokens import find_tokens
from labmapper.core.problems import Place, Problem

_PUTTY = re.compile(r"\s*PuTTY-User-Key-File")
_PUBLIC = re.compile(
    r"\s*(?:(?:ssh|ecdsa|sk)-[a-z0-9@.-]+ +AAAA|-----BEGIN (?:[A-Z0-9]+ )?PUBLIC KEY|---- BEGIN SSH2 PUBLIC)"
)
_PATH = re.compile(r"\s*(?:file:|~|\.{1,2}|[A-Za-z]:|\$\w+|%\w+%)?[/\\][^\n]*\Z")
_BEGIN = "-----BEGIN "
# Both stand at the beginning of a line, where readers look for them.
_FIRST = re.compile(r"^-----BEGIN (?:[A-Z0-9]+ )*PRIVATE KEY-----", re.MULTILINE)
_LAST = re.compile(r"^-----END (?:[A-Z0-9]+ )*PRIVATE KEY-----", re.MULTILINE)


def check_private_key(parameter: Parameter, value: str, place: Place) -> Iterator[Problem]:
    """Yield a warning where *value* is no private key that guacd can read; its text is not shown."""
    name = parameter.name
    if _PUTTY.match(value):
        yield Problem.warning("private-key-unreadable", place, variant="putty", parameter=name)
    elif _PUBLIC.match(value):
        yield Problem.warning("private-key-unreadable", place, variant="public", parameter=name)
    elif _PATH.match(value):
        yield Problem.warning("private-key-unreadable", place, variant="path", parameter=name)
    elif _BEGIN in value and "\\n" in value:
        yield Problem.warning("private-key-unreadable", place, variant="backslashes", parameter=name)
    elif _BEGIN in value and len(value.strip().splitlines()) == 1:
        yield Problem.warning("private-key-unreadable", place, variant="one-line", parameter=name)
    elif not _FIRST.search(value) and value.strip() and not find_tokens(value):
        yield Problem.warning("private-key-unreadable", place, variant="none", parameter=name)
    elif _FIRST.search(value) and not _LAST.search(value):
        yield Problem.warning("private-key-unreadable", place, variant="cut", parameter=name)
