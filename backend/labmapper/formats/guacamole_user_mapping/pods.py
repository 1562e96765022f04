"""Finds pods: people who see the same connections but for numbers in them, which count with the person."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from labmapper.core.lab.numbering import Pattern, build_literal
from labmapper.core.lab.structure import MAX_POD
from labmapper.formats.guacamole_user_mapping.counting import find_pattern, split_digits
from labmapper.formats.guacamole_user_mapping.records import Login, Seen
from labmapper.formats.guacamole_user_mapping.stacks import Stack, is_spellable


@dataclass(frozen=True, slots=True)
class Pods:
    """The number of each person, and the connections that everybody has one of, their values as patterns of ``pod``."""

    numbers: tuple[int, ...]
    stacks: tuple[Stack, ...]


def find_pods(logins: Sequence[Login], group: int) -> Pods | None:
    """Return what differs from one to the other of *logins*, all of one shape, where it counts; else None."""
    for numbers in _list_numberings(logins):
        stacks = _find_stacks(logins, numbers, group)
        if stacks is not None:
            return Pods(numbers, stacks)
    return None


def shape_of(login: Login) -> tuple[object, ...]:
    """Return what the connections of *login* have in common with those of others whose are the same but for numbers."""
    return tuple(
        (split_digits(seen.name)[0], seen.protocol, tuple(name for name, _ in seen.parameters))
        for seen, _ in login.connections.values()
    )


def _list_numberings(logins: Sequence[Login]) -> Iterator[tuple[int, ...]]:
    """Yield how the people may be numbered: by the number in their names, then by their places in the file."""
    split = [split_digits(login.username or "") for login in logins]
    if len({shape for shape, _ in split}) == 1:
        for column in zip(*(numbers for _, numbers in split), strict=True):
            if len(set(column)) == len(column) and max(column) <= MAX_POD:
                yield column
    yield tuple(range(1, len(logins) + 1))


def _find_stacks(logins: Sequence[Login], numbers: tuple[int, ...], group: int) -> tuple[Stack, ...] | None:
    found = []
    for column in zip(*(login.connections.values() for login in logins), strict=True):
        seen = [each for each, _ in column]
        if all(each is seen[0] for each in seen):
            continue
        stack = _find_stack(seen, numbers, column[0][1], group)
        if stack is None or not is_spellable(stack):
            return None
        found.append(stack)
    return tuple(found)


def _find_stack(seen: Sequence[Seen], numbers: tuple[int, ...], line: int, group: int) -> Stack | None:
    """Return what *seen*, one connection of each person, is with the number of the person left open."""
    names = _find_counted([each.name for each in seen], numbers)
    if names is None or any(each.protocol != seen[0].protocol for each in seen):
        return None
    found = [("protocol", build_literal(seen[0].protocol))]
    for place, (name, _) in enumerate(seen[0].parameters):
        pattern = _find_counted([each.parameters[place][1] for each in seen], numbers)
        if pattern is None:
            return None
        found.append((name, pattern))
    return Stack(names, tuple(found), line, frozenset(), group)


def _find_counted(texts: Sequence[str], numbers: tuple[int, ...]) -> Pattern | None:
    """Return the pattern that gives each of *texts* for its number."""
    low, high = sorted((0, 1), key=numbers.__getitem__)
    points = (numbers[low], numbers[high])
    pattern = find_pattern(build_literal(texts[low]), build_literal(texts[high]), points, "pod")
    if pattern is None or any(pattern.render(0, pod) != text for pod, text in zip(numbers, texts, strict=True)):
        return None
    return pattern
