"""What changed in the connections of a device."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from labmapper.core.changes.change import Change
from labmapper.core.changes.copies_changes import tell_copies
from labmapper.core.changes.lab_changes import tell_facts
from labmapper.core.messages.templates import Fact

_Connection = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class _Name:
    """What a connection is called by, with a number from the second of the same name on."""

    text: str
    number: int

    def describe(self) -> tuple[str, dict[str, Fact]]:
        """Return the variant of a change in this connection, and the facts that it names."""
        numbered = self.number > 1
        facts: dict[str, Fact] = {"number": self.number} if numbered else {}
        if self.text:
            return ("numbered" if numbered else "named"), facts | {"connection": self.text}
        return ("unnamed-numbered" if numbered else "unnamed"), facts


def tell_connections(old: Sequence[_Connection], new: Sequence[_Connection]) -> Iterator[Change]:
    """Yield what is new in the connections of a device; only where there are several, each is named."""
    before, after = _name_connections(old), _name_connections(new)
    if len(old) == len(new):  # none came or went: the same place is the same connection, whatever it is called
        before = dict(zip(after, before.values(), strict=True))
    yield from (Change("connection-added", *name.describe()) for name in after if name not in before)
    yield from (Change("connection-removed", *name.describe()) for name in before if name not in after)
    for name, connection in after.items():
        told = [*_tell(before[name], connection)] if name in before else []
        yield from told if len(new) == 1 else (_place(change, name) for change in told)


def _place(change: Change, name: _Name) -> Change:
    """Return *change* as one in the connection called *name*."""
    variant, facts = name.describe()
    return replace(change, variant=variant, facts={**change.facts, **facts})


def _name_connections(connections: Sequence[_Connection]) -> dict[_Name, _Connection]:
    """Return each of *connections* by a name of its own."""
    named: dict[_Name, _Connection] = {}
    seen: Counter[str] = Counter()
    for connection in connections:
        text = connection["label"] or connection["protocol"]
        seen[text] += 1
        named[_Name(text, seen[text])] = connection
    return named


def _tell(old: _Connection, new: _Connection) -> Iterator[Change]:
    yield from tell_facts(_list_facts(old), _list_facts(new))
    yield from tell_copies(old["copies"], new["copies"])


def _list_facts(connection: _Connection) -> dict[str, str]:
    own = {key: connection[key] for key in ("protocol", "host", "port", "label") if connection[key]}
    return own | {key: value for key, value in connection["parameters"].items() if key not in own}
