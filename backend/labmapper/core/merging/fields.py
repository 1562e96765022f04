"""Which value a field gets that the file and the person at the drawing both know: the one that was changed."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TypeVar

from labmapper.core.drawing.items import Connection

_Value = TypeVar("_Value")
_FIELDS = ("protocol", "host", "port", "label")
# What nobody has chosen: it gives way to what the file says.
_NOTHING = (None, "", "generic")


@dataclass(frozen=True, slots=True)
class Choice:
    """How the fields of one item are chosen: whether its state in the former file is known, and who wins a conflict."""

    knows_base: bool
    prefers_file: bool

    def pick(self, ours: _Value, theirs: _Value, base: _Value | None) -> _Value:
        """Return the value of a field that is *ours* in the drawing, *theirs* in the new file, *base* in the former one.

        Whoever changed it has it; where both did, or where that is not known, the drawing has, unless the file is
        preferred. Without a former file the new one fills in what is empty.
        """
        if self.knows_base and theirs == base:
            return ours
        if ours == base if self.knows_base else ours in _NOTHING:
            return theirs
        return theirs if self.prefers_file and theirs not in _NOTHING else ours


def merge_connections(
    ours: Sequence[Connection], theirs: Sequence[Connection], base: Sequence[Connection], choice: Choice
) -> list[Connection]:
    """Return the connections of a device, each of their fields as *choice* picks it."""
    is_one = len(ours) == len(theirs) == 1
    mine, new, old = (_name(each, is_one=is_one) for each in (ours, theirs, base))
    merged = []
    for name, connection in mine.items():
        if name in new:
            merged.append(_merge(connection, new[name], old.get(name), choice))
        elif connection != old.get(name):
            merged.append(connection)
    # Without a former file, what the drawing lacks of several may have been deleted.
    takes_new = choice.knows_base or choice.prefers_file or not ours
    return merged + [each for name, each in new.items() if takes_new and name not in mine and name not in old]


def _name(connections: Iterable[Connection], *, is_one: bool) -> dict[tuple[str, int], Connection]:
    """Return *connections* by what tells them apart: their label, else their protocol, and a number."""
    seen: Counter[str] = Counter()
    named = {}
    for connection in connections:
        text = "" if is_one else connection.label or connection.protocol
        seen[text] += 1
        named[text, seen[text]] = connection
    return named


def _merge(ours: Connection, theirs: Connection, base: Connection | None, choice: Choice) -> Connection:
    former = base or Connection(protocol="")
    fields = {name: choice.pick(*(getattr(each, name) for each in (ours, theirs, former))) for name in _FIELDS}
    parameters = _merge_parameters(ours.parameters, theirs.parameters, former.parameters, choice)
    return ours.model_copy(update={**fields, "parameters": parameters})


def _merge_parameters(
    ours: dict[str, str], theirs: dict[str, str], base: dict[str, str], choice: Choice
) -> dict[str, str]:
    """Return the parameters. Without a former file, one that is missing may have been declined, as default log-ins are."""
    if not choice.knows_base and not choice.prefers_file:
        return ours
    names = dict.fromkeys((*ours, *theirs))
    merged = {name: choice.pick(ours.get(name), theirs.get(name), base.get(name)) for name in names}
    return {name: value for name, value in merged.items() if value is not None}
