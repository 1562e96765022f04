"""Tokens: text such as ``${GUAC_USERNAME}`` that Guacamole replaces in a parameter value when somebody connects.

A model of ``TokenFilter`` and ``StandardTokenMap`` of guacamole-client, with all their traps: a token directly behind
another is not seen, one on a later line takes the lines above with it, and a modifier reaches to the last brace of the
line. What is typed is what is written: nothing here changes a value unasked.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from labmapper.core.guacamole.versions import ALWAYS, UNRELEASED


@dataclass(frozen=True, slots=True)
class Offered:
    """A token or a modifier that people may use, and since when."""

    name: str
    meaning: str
    since: str = ALWAYS


TOKENS = (
    Offered("GUAC_USERNAME", "the user name typed at Guacamole"),
    Offered("GUAC_PASSWORD", "the password typed at Guacamole"),
    Offered("GUAC_CLIENT_ADDRESS", "the address of the person's computer"),
    Offered("GUAC_CLIENT_HOSTNAME", "the host name of the person's computer"),
    Offered("GUAC_DATE", "the date, as 20261231"),
    Offered("GUAC_TIME", "the time, as 235959"),
)
MODIFIERS = (
    Offered("UPPER", "in capitals", "1.3.0"),
    Offered("LOWER", "in small letters", "1.3.0"),
    Offered("OPTIONAL", "nothing where it is not known", UNRELEASED),
)

_NAMES = frozenset(token.name for token in TOKENS)

# Java's dot, and Guacamole's pattern with it: leading text, the character before, the token.
_ANY = "[^\n\r\x85\u2028\u2029]"
_SHAPE = rf"\$\{{(?P<name>[A-Za-z0-9_]*)(?::(?P<modifier>{_ANY}*))?\}}"
_SEEN = re.compile(rf"(?P<leading>{_ANY}*?)(?P<before>^|{_ANY})(?P<token>{_SHAPE})")
_SHAPED = re.compile(_SHAPE)
_LINE_END = re.compile("[\n\r\x85\u2028\u2029]")


@dataclass(frozen=True, slots=True)
class Token:
    """Token-shaped text as Guacamole finds it.

    *lost* is what stands before it and vanishes at connect time, because Guacamole does not look over line ends.
    """

    text: str
    name: str
    modifier: str | None
    start: int
    end: int
    is_escaped: bool
    lost: str

    @property
    def is_replaced(self) -> bool:
        """Whether Guacamole itself puts a value in its place."""
        return self.name in _NAMES and not self.is_escaped


def iter_tokens(text: str) -> Iterator[Token]:
    """Yield all token-shaped text that Guacamole finds in *text*, known to it or not, escaped or not."""
    end = 0
    for match in _SEEN.finditer(text):
        yield Token(
            match["token"],
            match["name"],
            match["modifier"],
            match.start("token"),
            match.end(),
            match["before"] == "$",
            text[end : match.start()],
        )
        end = match.end()


def find_tokens(text: str) -> list[Token]:
    """Return the tokens in *text* that Guacamole itself replaces."""
    return [token for token in iter_tokens(text) if token.is_replaced] if "${" in text else []


def substitute(text: str, values: Mapping[str, str]) -> str:
    """Return what guacd gets for *text* while the tokens have *values*, as Guacamole 1.3.0 to 1.6.1 would send it."""
    output = []
    end = 0
    for match in _SEEN.finditer(text):
        is_escaped = match["before"] == "$"
        value = None if is_escaped else values.get(match["name"])
        output += [match["leading"], "" if is_escaped else match["before"]]
        output.append(match["token"] if value is None else _modify(value, match["modifier"]))
        end = match.end()
    return "".join([*output, text[end:]])


def escape_literal(text: str) -> str | None:
    """Return what to write so that guacd gets exactly *text*; None where there is no way to write it.

    There is none where token-shaped text stands inside a later line: it would take the lines above with it.
    """
    first = _LINE_END.search(text)
    end = first.start() if first else len(text)
    if any(_SHAPED.search(line, 1) for line in _LINE_END.split(text[end:])):
        return None
    return _SHAPED.sub(lambda match: "$" + match.group(), text[:end]) + text[end:]


def _modify(value: str, modifier: str | None) -> str:
    return {"UPPER": value.upper(), "LOWER": value.lower()}.get(modifier or "", value)
