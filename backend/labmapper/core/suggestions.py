"""Suggests the known name that is nearest to an unknown one, for messages that ask "Did you mean ...?"."""

import difflib
import re
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar

# Comparing costs milliseconds: nobody needs more suggestions at once, and names beyond these sizes are none that was misspelt.
MOST_SUGGESTIONS = 20
_LONGEST = 100
_MOST_KNOWN = 2_000
_NO_LETTER = re.compile(r"[\W_]+")
_given: ContextVar[list[str] | None] = ContextVar("_given", default=None)


@contextmanager
def first_suggestions() -> Iterator[None]:
    """Let ``find_nearest`` give its first suggestions only meanwhile: of thousands of unknown names, these are enough."""
    token = _given.set([])
    try:
        yield
    finally:
        _given.reset(token)


def find_nearest(name: str, known: Iterable[str], *, at_least: float = 0.75) -> str | None:
    """Return which of *known* names *name* was meant to be: another case, other blanks or dashes, a slip of the key.

    *at_least* is how much of them must agree, from 0 to 1. None where nothing is near, or enough was suggested.
    """
    asked = _given.get()
    if asked is not None:
        if len(asked) >= MOST_SUGGESTIONS:
            return None
        asked.append(name)
    plain = {_plain(each): each for each, _ in zip(known, range(_MOST_KNOWN), strict=False)}
    near = difflib.get_close_matches(_plain(name), plain, 1, at_least)
    return plain[near[0]] if near else None


def shorten(text: str) -> str:
    """Return *text* for a message, cut where it is long."""
    return text if len(text) <= 40 else f"{text[:39]}…"  # noqa: PLR2004


def _plain(name: str) -> str:
    return _NO_LETTER.sub("-", name[:_LONGEST].strip()).lower()
