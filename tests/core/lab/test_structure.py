"""Who reaches what, in which order."""

from dataclasses import replace

from labmapper.core.lab.numbering import build_literal
from labmapper.core.lab.structure import DeviceType, FixedPassword, Lab, UserType


def _group(name: str, quantity: int) -> UserType:
    return UserType(name, build_literal(name), 1, quantity, FixedPassword("x"))


def _device(name: str, pod: str | None) -> DeviceType:
    return DeviceType(name, build_literal(name), 1, 1, (("protocol", build_literal("ssh")),), pod)


STUDENTS, TRAINERS = _group("students", 2), _group("trainers", 1)
FIRST, BETWEEN, LAST = _device("first", "students"), _device("between", None), _device("last", "students")


def _list_names(lab: Lab) -> list[list[str]]:
    return [[device.name for device in copies.devices] for copies in lab.list_copies(TRAINERS)]


def test_devices_between_those_of_a_pod_part_its_copies() -> None:
    assert _list_names(Lab((STUDENTS, TRAINERS), (FIRST, BETWEEN, LAST))) == [["first"], ["between"], ["last"]]


def test_what_there_is_none_of_parts_nothing() -> None:
    none = replace(BETWEEN, quantity=0)
    nobodys = replace(BETWEEN, pod="nobody")

    assert _list_names(Lab((STUDENTS, TRAINERS), (FIRST, none, LAST))) == [["first", "last"]]
    assert _list_names(Lab((STUDENTS, TRAINERS, _group("nobody", 0)), (FIRST, nobodys, LAST))) == [["first", "last"]]
