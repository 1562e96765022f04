"""Suggests the known name that is nearest to an unknown one."""

import difflib
import re
from collections.abc import Iterable

_NO_LETTER = re.compile(r"[\W_]+")


def find_nearest(name: str, known: Iterable[str]) -> str | None:
    """Return which of *known* names *name* was meant to be: another case, other blanks or dashes, a slip of the key."""
    plain = {_plain(each): each for each in known}
    near = difflib.get_close_matches(_plain(name)[:100], plain, 1, 0.75)
    return plain[near[0]] if near else None


def shorten(text: str) -> str:
    """Return *text* for a message, cut where it is long."""
    return text if len(text) <= 40 else f"{text[:39]}…"  # noqa: PLR2004


def _plain(name: str) -> str:
    return _NO_LETTER.sub("-", name.strip()).lower()
