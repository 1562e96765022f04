"""Sentences with named places, ``{name}``, that facts are put into, and sentences with plural forms."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

Fact = str | int | Sequence[str]
Facts = Mapping[str, Fact]

# ``{{`` and ``}}`` are braces; ``{name:,}`` is a number with separators between its thousands.
_PLACE = re.compile(r"\{\{|\}\}|\{([a-z_]+)(:,)?\}")


@dataclass(frozen=True, slots=True)
class Plural:
    """One sentence in several forms; the number in the fact *by* decides. English needs ``one`` and ``other``."""

    by: str
    forms: Mapping[str, str]


Template = str | Plural


def choose_english_form(number: int) -> str:
    """Return which form of a plural English takes for *number*."""
    return "one" if number == 1 else "other"


def fill(
    template: Template, facts: Facts, *, separator: str = ", ", choose_form: Callable[[int], str] = choose_english_form
) -> str:
    """Return *template* with *facts* in its places, lists joined by *separator*.

    What stands in a fact is never read as a template.

    Raises:
        KeyError: the template names a fact that is not among *facts*, or lacks the form that its number takes.
    """
    if isinstance(template, Plural):
        number = facts[template.by]
        if not isinstance(number, int):
            raise KeyError(template.by)
        template = template.forms[choose_form(number)]
    parts = _parse(template)
    return "".join([part if isinstance(part, str) else part.show(facts, separator) for part in parts])


@dataclass(frozen=True, slots=True)
class _Place:
    """A place in a template, by the name of the fact that goes there."""

    name: str
    has_thousands: bool

    def show(self, facts: Facts, separator: str) -> str:
        fact = facts[self.name]
        if isinstance(fact, str):
            return fact
        if isinstance(fact, int):
            return f"{fact:,}" if self.has_thousands else str(fact)
        return separator.join(fact)


@cache
def _parse(template: str) -> tuple[str | _Place, ...]:
    """Return the texts and the places of *template*; there are a few hundred, each filled thousands of times."""
    parts: list[str | _Place] = []
    end = 0
    for found in _PLACE.finditer(template):
        parts.append(template[end : found.start()])
        parts.append(_Place(found[1], found[2] is not None) if found[1] else found[0][0])
        end = found.end()
    return *parts, template[end:]
