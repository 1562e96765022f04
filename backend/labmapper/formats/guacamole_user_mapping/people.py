"""The groups of people in a ``user-mapping.xml``: those who see the same, as numbered user names or as a roster."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TypeVar

from labmapper.core.lab.numbering import build_literal
from labmapper.core.lab.passwords import HASH_DIGITS
from labmapper.core.lab.structure import FixedPassword, Person, RandomPassword, UserType
from labmapper.core.problems import Place
from labmapper.formats.guacamole_user_mapping.counting import split_digits
from labmapper.formats.guacamole_user_mapping.pods import Pods, find_pods, shape_of
from labmapper.formats.guacamole_user_mapping.records import Login, Seen
from labmapper.formats.guacamole_user_mapping.stacks import Stack, build_single, fold_stacks

Item = TypeVar("Item")


@dataclass(frozen=True, slots=True)
class Group:
    """People of the same rights: what all of them see, and the pods that each of them has one of."""

    logins: Sequence[Login]
    seen: frozenset[Seen]
    pods: Pods | None = None


def group_logins(logins: Sequence[Login]) -> list[Group]:
    """Return *logins* in groups of those who see the same, or the same but for the number in it."""
    groups: list[Group] = []
    rights = _part(logins, _list_seen)
    for alike in _part(rights, lambda part: shape_of(part[0])):
        everybody = [login for part in alike for login in part]
        pods = find_pods(everybody, len(groups)) if len(alike) > 1 and len(alike) == len(everybody) else None
        if pods is not None:
            groups.append(Group(everybody, frozenset.intersection(*map(_list_seen, everybody)), pods))
        else:
            groups += [Group(named, _list_seen(named[0])) for part in alike for named in _part_by_names(part)]
    return groups


def _part_by_names(logins: list[Login]) -> list[list[Login]]:
    """Return *logins* parted by what their names have in common; all whose names are like no other's stay together."""
    parts = _part(logins, lambda login: split_digits(login.username or "")[0])
    alone = [part[0] for part in parts if len(part) == 1]
    return [*(part for part in parts if len(part) > 1), *([alone] if alone else [])]


def build_users(group: Group, name: str, reaches: tuple[str, ...]) -> UserType:
    """Return the user type called *name* of *group*, which reaches the device types *reaches*."""
    counted = _count_names(group)
    place = Place(line=group.logins[0].line)
    if counted is not None:
        password = FixedPassword(group.logins[0].password or "")
        return UserType(name, counted.names, counted.first, counted.quantity, password, (), reaches, place)
    lines = {
        f"roster.{position}.{part}": login.line
        for position, login in enumerate(group.logins)
        for part in ("username", "password")
    }
    roster = tuple(_list_people(group))
    return UserType(name, build_literal(""), 1, 0, RandomPassword(), roster, reaches, place, lines)


def name_group(group: Group) -> str:
    """Return what *group* may be called: what the user names have in common."""
    names = [login.username or "" for login in group.logins]
    return names[0] if len({split_digits(name)[0] for name in names}) == 1 else "people"


def _part(items: Iterable[Item], key: Callable[[Item], object]) -> list[list[Item]]:
    parts: dict[object, list[Item]] = {}
    for item in items:
        parts.setdefault(key(item), []).append(item)
    return list(parts.values())


def _list_seen(login: Login) -> frozenset[Seen]:
    return frozenset(seen for seen, _ in login.connections.values())


def _count_names(group: Group) -> Stack | None:
    """Return the user names as one stack, where they count and all have one password that is none of a hash."""
    first = group.logins[0]
    if first.password is None or first.encoding != "plain":
        return None
    if any((login.password, login.encoding) != (first.password, "plain") for login in group.logins):
        return None
    folded = fold_stacks(build_single(each.username or "", (), each.line, frozenset()) for each in group.logins)
    if len(folded) != 1 or (group.pods and not _is_numbered_by_place(group)):
        return None
    return folded[0]


def _is_numbered_by_place(group: Group) -> bool:
    """Return whether the pods have the numbers that people who are only counted have: 1, 2, ... in their order."""
    by_name = sorted(range(len(group.logins)), key=lambda place: split_digits(group.logins[place].username or "")[1])
    numbers = group.pods.numbers if group.pods else ()
    return [numbers[place] for place in by_name] == list(range(1, len(by_name) + 1))


def _list_people(group: Group) -> Iterator[Person]:
    for place, login in enumerate(group.logins):
        encoding = next((each for each in HASH_DIGITS if each == login.encoding), None)
        pod = group.pods.numbers[place] if group.pods and group.pods.numbers[place] != place + 1 else None
        yield Person(
            login.username or "", login.password, pod, encoding=encoding if login.password is not None else None
        )
