"""Tokens: text such as ``${GUAC_USERNAME}`` that Guacamole replaces in a parameter value when somebody connects.

A model of ``TokenFilter`` and ``StandardTokenMap`` of guacamole-client, with all their traps: a token directly behind
another is not seen, one on a later line takes the lines above with it, and a modifier reaches to the last brace of the
line. What is typed is what is written: nothing here changes a value unasked.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from labmapper.core.guacamole.versions import ALWAYS, UNRELEASED, has_since


@dataclass(frozen=True, slots=True)
class KnownToken:
    """A token or a modifier that people may use, and since when."""

    name: str
    meaning: str
    since: str = ALWAYS


TOKENS = (
    KnownToken("GUAC_USERNAME", "the user name typed at Guacamole"),
    KnownToken("GUAC_PASSWORD", "the password typed at Guacamole"),
    KnownToken("GUAC_CLIENT_ADDRESS", "the address of the person's computer"),
    KnownToken("GUAC_CLIENT_HOSTNAME", "the host name of the person's computer"),
    KnownToken("GUAC_DATE", "the date, as 20261231"),
    KnownToken("GUAC_TIME", "the time, as 235959"),
)
MODIFIERS = (
    KnownToken("UPPER", "in capitals", "1.3.0"),
    KnownToken("LOWER", "in small letters", "1.3.0"),
    KnownToken("OPTIONAL", "nothing where it is not known", UNRELEASED),
)

# Before, nothing with a colon was a token.
MODIFIERS_SINCE = "1.3.0"

_NAMES = frozenset(token.name for token in TOKENS)

# TokenFilter's pattern is (.*?)(^|.)(\$\{([A-Za-z0-9_]*)(\:(.*))?\}). As a regular expression it takes time with the
# square of the length, so lines are scanned for the head of a token here. Java's dot does not match what ends a line.
LINE = re.compile("[^\n\r\x85\u2028\u2029]+")
_HEAD = re.compile(r"\$\{(?P<name>[A-Za-z0-9_]*)(?P<rest>[:}])")


@dataclass(frozen=True, slots=True)
class Token:
    """Token-shaped text as Guacamole finds it, at *start* to *end*.

    *kept* is where the text before it begins that Guacamole passes on: what stands between the last token and there is
    lost, because Guacamole does not look over the end of a line.
    """

    name: str
    modifier: str | None
    start: int
    end: int
    kept: int
    is_escaped: bool

    @property
    def is_replaced(self) -> bool:
        """Whether Guacamole itself puts a value in its place."""
        return self.name in _NAMES and not self.is_escaped


def iter_tokens(text: str, version: str = UNRELEASED) -> Iterator[Token]:
    """Yield all token-shaped text that Guacamole *version* finds in *text*, known to it or not, escaped or not."""
    seen = 0
    for line in LINE.finditer(text) if "${" in text else ():
        kept = max(seen, line.start())
        for head, end in iter_shapes(text, line, has_modifiers=has_since(version, MODIFIERS_SINCE)):
            start = head.start()
            # The pattern wants a character before, on the same line and not part of the token before.
            if start == 0 or start > kept:
                modifier = text[head.end() : end - 1] if head["rest"] == ":" else None
                yield Token(head["name"], modifier, start, end, kept, text[start - 1 : start] == "$")
                seen = kept = end


def find_tokens(text: str) -> list[Token]:
    """Return the tokens in *text* that Guacamole itself replaces."""
    return [token for token in iter_tokens(text) if token.is_replaced]


def iter_shapes(text: str, line: re.Match[str], *, has_modifiers: bool = True) -> Iterator[tuple[re.Match[str], int]]:
    """Yield the head and the end of everything token-shaped in *line* of *text*; those inside a modifier too."""
    last_brace = line.group().rfind("}") + line.start()
    for head in _HEAD.finditer(text, line.start(), line.end()):
        if head["rest"] == "}":
            yield head, head.end()
        elif has_modifiers and last_brace >= head.end():
            yield head, last_brace + 1
