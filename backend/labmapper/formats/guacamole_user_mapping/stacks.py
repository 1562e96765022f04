"""Folds connections of which each is the next of the one before it into one stack: R1, R2, ... at 10.0.0.1, ..."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from labmapper.core.lab.numbering import Pattern, build_literal
from labmapper.core.lab.spelling import UnspellableError, spell_counted, spell_first, spell_pattern
from labmapper.core.lab.structure import MAX_COUNT
from labmapper.formats.guacamole_user_mapping.counting import find_pattern, matches, split_digits


@dataclass(frozen=True, slots=True)
class Stack:
    """Alike connections: the pattern of the names from number *first* on, and those of protocol and parameters.

    *reached* are the places of the groups of people who see it, and *pod* is the group of which everybody has one.
    """

    names: Pattern
    parameters: tuple[tuple[str, Pattern], ...]
    line: int
    reached: frozenset[int]
    pod: int | None = None
    first: int = 1
    quantity: int = 1

    @property
    def numbers(self) -> range:
        """The numbers of its devices."""
        return range(self.first, self.first + self.quantity)


def fold_stacks(singles: Iterable[Stack]) -> list[Stack]:
    """Return *singles*, of one device each, folded as far as they count; in their order, by the first of each."""
    alike: dict[object, list[tuple[tuple[int, ...], int, Stack]]] = {}
    for position, each in enumerate(singles):
        shape, numbers = split_digits(_list_texts(each.names))
        key = (each.reached, each.pod, shape, tuple(name for name, _ in each.parameters))
        alike.setdefault(key, []).append((numbers, position, each))
    placed = [found for group in alike.values() for found in _fold_alike(group)]
    return [stack for _, stack in sorted(placed, key=lambda pair: pair[0])]


def _fold_alike(group: list[tuple[tuple[int, ...], int, Stack]]) -> Iterator[tuple[int, Stack]]:
    """Yield the stacks of devices whose names differ in numbers only, each with its place among all."""
    group.sort(key=lambda each: each[:2])
    run: list[tuple[int, Stack]] = []
    grown: Stack | None = None
    for _, position, each in group:
        larger = _grow(grown or run[0][1], each) if run else None
        if run and larger is None:
            yield from _close(run, grown)
            run, grown = [], None
        run.append((position, each))
        grown = larger
    yield from _close(run, grown)


def _close(run: list[tuple[int, Stack]], grown: Stack | None) -> Iterator[tuple[int, Stack]]:
    """Yield the stack that a *run* of devices has *grown* to, or the devices where no text with placeholders says it."""
    if grown is None or not is_spellable(grown):
        yield from run
    else:
        yield min(position for position, _ in run), grown


def _grow(stack: Stack, following: Stack) -> Stack | None:
    """Return *stack* with the device *following* at its end, None where that is not the next one."""
    if stack.quantity == 1:
        return _pair(stack, following)
    n = stack.first + stack.quantity
    pairs = zip(stack.parameters, following.parameters, strict=True)
    if n - stack.first >= MAX_COUNT or not matches(stack.names, n, following.names):
        return None
    if not all(matches(mine, n, other) for (_, mine), (_, other) in pairs):
        return None
    return replace(stack, quantity=stack.quantity + 1)


def _pair(one: Stack, two: Stack) -> Stack | None:
    """Return the stack that begins with *one* and *two*: in their names one number is larger by one."""
    mine, other = split_digits(_list_texts(one.names))[1], split_digits(_list_texts(two.names))[1]
    changed = [(a, b) for a, b in zip(mine, other, strict=True) if a != b]
    if len(changed) != 1 or changed[0][1] != changed[0][0] + 1:
        return None
    names = find_pattern(one.names, two.names, changed[0], "n")
    if names is None or not names.has("n"):
        return None
    parameters: list[tuple[str, Pattern]] = []
    for (name, value), (_, following) in zip(one.parameters, two.parameters, strict=True):
        found = find_pattern(value, following, changed[0], "n")
        if found is None or (name == "protocol" and found != value):
            return None
        parameters.append((name, found))
    return replace(one, names=names, parameters=tuple(parameters), first=changed[0][0], quantity=2)


def _list_texts(names: Pattern) -> str:
    """Return *names* with a sign in place of each field, which counts the pods."""
    return "\1".join(part if isinstance(part, str) else "" for part in names.parts)


def is_spellable(stack: Stack) -> bool:
    """Return whether a drawing can say *stack*, whose numbers are written as placeholders there."""
    try:
        spell_first(stack.names, stack.numbers)
        for name, value in stack.parameters:
            if name == "hostname":
                spell_counted(value, stack.numbers)
            else:
                spell_pattern(value, stack.numbers)
    except UnspellableError:
        return False
    return True


def build_single(
    name: str, values: Iterable[tuple[str, str]], line: int, reached: frozenset[int], pod: int | None = None
) -> Stack:
    """Return the stack of one device called *name* with the *values* of its connection."""
    return Stack(build_literal(name), tuple((key, build_literal(value)) for key, value in values), line, reached, pod)
