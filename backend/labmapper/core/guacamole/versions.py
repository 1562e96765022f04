"""Releases of Guacamole: which one has what.

A release is written as Guacamole writes it, ``1.5.5``. In the catalogue ``<=0.9.10`` is what has always been there,
and ``main`` what no release has yet.
"""

from collections.abc import Iterator
from functools import cache

from labmapper.core.problems import Place, Problem

# What a lab can be for; the first is the oldest that Labmapper knows anything about.
RELEASES = ("1.0.0", "1.1.0", "1.2.0", "1.3.0", "1.4.0", "1.5.5", "1.6.0", "1.6.1")

ALWAYS = "<=0.9.10"
UNRELEASED = "main"


def parse_version(text: str) -> tuple[int, ...]:
    """Return the release *text* as numbers that compare as releases do.

    Raises:
        ValueError: *text* is no release.
    """
    return tuple(int(number) for number in text.split("."))


@cache
def has_since(version: str, since: str) -> bool:
    """Return whether the release *version* has what is there *since* another release."""
    if version == UNRELEASED or since == ALWAYS:
        return True
    return since != UNRELEASED and parse_version(version) >= parse_version(since)


def find_later(one: str, other: str) -> str:
    """Return the later of two entries of the catalogue."""
    return one if one != ALWAYS and has_since(one, other) else other


def check_since(what: str, since: str, *, version: str, place: Place, **facts: str) -> Iterator[Problem]:
    """Yield a warning where Guacamole *version* does not know something that came with *since*.

    *what* it is, ``parameter``, ``option`` or ``modifier``, is the variant of the problem, and *facts* name it.
    """
    if has_since(version, since):
        return
    if since == UNRELEASED:
        yield Problem.warning("parameter-newer", place, variant=f"{what}-unreleased", version=version, **facts)
    else:
        yield Problem.warning("parameter-newer", place, variant=what, version=version, since=since, **facts)
