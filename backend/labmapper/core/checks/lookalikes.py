"""User names that people take for one and the same, while Guacamole compares them letter by letter."""

import unicodedata
from collections.abc import Iterator

from labmapper.core.lab.places import title_place
from labmapper.core.lab.structure import Lab
from labmapper.core.problems import Problem

_LONGEST = 256


def check_lookalikes(lab: Lab) -> Iterator[Problem]:
    """Yield a warning for each pair of groups, or one group, in which two names differ in case or composition only."""
    seen: dict[str, tuple[str, str]] = {}
    told: set[tuple[str, str]] = set()
    for users in lab.users:
        for person in users.iter_people():
            other, group = seen.setdefault(_fold(person.username), (person.username, users.name))
            if other == person.username or (group, users.name) in told:
                continue
            told.add((group, users.name))
            yield Problem.warning("user-name-alike", title_place(users), first=other, second=person.username)


def _fold(name: str) -> str:
    """Return what *name* is compared by; a longer one than any person has is left as it is, since folding it takes long."""
    return name if len(name) > _LONGEST else unicodedata.normalize("NFC", name).casefold()
