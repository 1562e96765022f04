"""The words of a text in DOT: identifiers, quoted and HTML-like strings, and signs, each with its position.

Each character is looked at once, and the number of words is bounded: a text of any kind is read in linear time.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

# What a graph of 5,000 nodes and 10,000 cables with six attributes each needs, and a little more.
MAX_TOKENS = 500_000

# The quantifiers are possessive (``++``): nothing is tried again, and long strings need no memory for it.
_TOKEN = re.compile(
    r"""
    (?P<blank>(?:\s++|//[^\n]*+|\#[^\n]*+|/\*(?:[^*]++|\*(?!/))*+\*/)++)
    |(?P<word>[^\W\d]\w*+|-?(?:\.\d++|\d++(?:\.\d*+)?)(?:[^\W\d]\w*+)?)
    |(?P<text>"(?:[^"\\]++|\\.)*+")
    |(?P<html><)
    |(?P<sign>--|->|[{}\[\]=;,:+])
    """,
    re.VERBOSE | re.DOTALL,
)
_BRACKET = re.compile(r"[<>]")
_PLAIN_HTML = re.compile(r"<(?:[^<>]++|<[^<>]*+>)*+>")
# What finding the end of an HTML-like string costs, in words; and how long one may be. Longer quoted ones are cut.
_HTML_COST = 5
_LONGEST_HTML = 256 * 1024
_LONGEST_TEXT = 65_536
_ESCAPE = re.compile(r'\\(\r?\n|")')


@dataclass(frozen=True, slots=True)
class DotError(Exception):
    """The text is no DOT: the *variant* of the problem ``dot-unreadable``, and the position of what cannot be read."""

    variant: str
    position: int


# A word as a tuple, because there are hundreds of thousands: kind ("word", "text", "html" or "sign"), text, position.
Token = tuple[str, str, int]


def iter_tokens(text: str) -> Iterator[Token]:
    """Yield the words of *text*; strings come without their quotes, HTML-like ones without the outer brackets.

    Raises:
        DotError: something is no word of DOT, a string does not end, or there are too many words.
    """
    position, count, match = 0, 0, _TOKEN.match
    while position < len(text):
        found = match(text, position)
        if found is None:
            raise DotError("unclosed" if text[position] in '"/' else "character", position)
        kind = found.lastgroup or ""
        if kind == "html":
            end = _find_html_end(text, position)
            yield kind, text[position + 1 : end - 1], position
            count += _HTML_COST
        else:
            end = found.end()
            if kind != "blank":
                yield kind, _unquote(found[0]) if kind == "text" else found[0], position
        position = end
        count += 1
        if count > MAX_TOKENS:
            raise DotError("too-large", position)


def _find_html_end(text: str, start: int) -> int:
    # Of most labels it is found at once; only brackets within tags are counted one by one.
    plain = _PLAIN_HTML.match(text, start, start + _LONGEST_HTML)
    if plain:
        return plain.end()
    depth = 0
    for bracket in _BRACKET.finditer(text, start, start + _LONGEST_HTML):
        depth += 1 if bracket[0] == "<" else -1
        if not depth:
            return bracket.end()
    raise DotError("unclosed" if len(text) < start + _LONGEST_HTML else "too-large", start)


def _unquote(written: str) -> str:
    """Return a quoted string's text: only quotes and line ends are escaped here, the rest is for labels."""
    return _ESCAPE.sub(lambda found: '"' if found[1] == '"' else "", written[1:-1][:_LONGEST_TEXT])
