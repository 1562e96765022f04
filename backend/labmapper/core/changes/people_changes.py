"""What changed in the roster of a group and in its passwords. No password is ever named."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from labmapper.core.changes.change import Change, build_change

# So many names stand in a sentence; more are counted.
_MOST_NAMES = 3


def tell_roster(old: Sequence[Mapping[str, Any]], new: Sequence[Mapping[str, Any]]) -> Iterator[Change]:
    """Yield who came and went, and what is new about those who stayed."""
    before, after = ({entry["username"]: entry for entry in roster} for roster in (old, new))
    both = [name for name in after if name in before]
    for code, names in (
        ("people-added", [name for name in after if name not in before]),
        ("people-removed", [name for name in before if name not in after]),
        ("people-password-changed", [name for name in both if before[name]["password"] != after[name]["password"]]),
        ("people-pod-changed", [name for name in both if before[name]["pod"] != after[name]["pod"]]),
        ("people-details-changed", [name for name in both if _tell_who(before[name]) != _tell_who(after[name])]),
    ):
        yield from _tell_people(code, names)
    if both != [name for name in before if name in after]:
        yield build_change("people-reordered")


def _tell_who(entry: Mapping[str, Any]) -> list[str]:
    return [entry[key] for key in ("name", "email", "id")]


def tell_password(old: Mapping[str, Any], new: Mapping[str, Any]) -> Iterator[Change]:
    """Yield how the rule for passwords of a group changed, and whose were rotated."""
    if old["mode"] != new["mode"] or new["mode"] == "fixed":
        yield build_change("password-changed")
        return
    if old["rotation"] != new["rotation"]:
        yield build_change("passwords-rotated")
    before, after = old["rotations"], new["rotations"]
    names = [name for name in before | after if before.get(name, 0) != after.get(name, 0)]
    yield from _tell_people("people-password-rotated", names)


def _tell_people(code: str, names: Sequence[str]) -> Iterator[Change]:
    """Yield the change *code* of the people called *names*, if there are any."""
    if len(names) > _MOST_NAMES:
        yield build_change(code, "many", count=len(names))
    elif names:
        yield build_change(code, "few", names=names)
