"""Whatever is called a ``user-mapping.xml``: only a lab or problems come of it, soon, and in little memory."""

import random
from collections.abc import Callable

import pytest

from labmapper.core.lab.structure import Lab
from labmapper.formats.guacamole_user_mapping.reader import parse_mapping
from labmapper.formats.guacamole_user_mapping.recognition import recognises
from support.labs.bounded_work import bounded_work
from support.labs.drawings import GOLDEN

MIB = 2**20

# Made when they are tested: each takes megabytes.
BOMBS: dict[str, Callable[[], bytes]] = {
    "deep nesting": lambda: b"<user-mapping>" + b"<a>" * (4 * MIB // 3),
    "a million empty elements": lambda: b"<user-mapping>" + b"<authorize/>" * (4 * MIB // 12),
    "nested entities": lambda: (
        b'<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;">]><user-mapping>&b;</user-mapping>'
    ),
    "one endless tag": lambda: b"<user-mapping a='" + b"<" * (4 * MIB),
    "many attributes": lambda: b"<user-mapping " + b" ".join(b'a%d="x"' % n for n in range(200_000)) + b"/>",
    "one endless number": lambda: (
        b'<user-mapping><authorize username="' + b"1" * (4 * MIB) + b'" password="x"/></user-mapping>'
    ),
    "text without elements": lambda: b"<user-mapping>" + b"x " * (2 * MIB),
    "comments without end": lambda: b"<!--" * MIB,
    "quotes": lambda: b"<user-mapping>" + b'"' * (4 * MIB),
    "one line of ampersands": lambda: b"<user-mapping>" + b"&" * (4 * MIB),
}


@pytest.mark.parametrize("name", BOMBS)
def test_a_bomb_is_put_away_soon(name: str) -> None:
    bomb = BOMBS[name]()

    with bounded_work():
        recognises(bomb)
        lab, problems = parse_mapping(bomb)

    assert lab is None or isinstance(lab, Lab)
    assert lab is not None or problems


def test_a_large_class_is_read() -> None:
    devices = "".join(
        f'<connection name="R{n}"><protocol>ssh</protocol><param name="hostname">10.0.0.{n}</param></connection>'
        for n in range(1, 31)
    )
    people = "".join(f'<authorize username="s{n:04}" password="p{n}">{devices}</authorize>' for n in range(1000))

    lab, problems = parse_mapping(f"<user-mapping>{people}</user-mapping>".encode())

    assert lab is not None, problems
    assert [device.quantity for device in lab.devices] == [30]
    assert [users.size for users in lab.users] == [1000]


def test_broken_bytes_and_lines_give_a_lab_or_problems() -> None:
    generator = random.Random(12)
    sources = [path.read_bytes()[:6000] for path in sorted(GOLDEN.glob("*/user-mapping.xml"))]

    for _ in range(1500):
        data = bytearray(generator.choice(sources))
        for _ in range(generator.randint(1, 4)):
            at, to = sorted((generator.randrange(len(data) + 1), generator.randrange(len(data) + 1)))
            match generator.randrange(4):
                case 0:
                    data[at : at + 1] = bytes([generator.randrange(256)])
                case 1:
                    del data[at : min(to, at + 40)]
                case 2:
                    data[at:at] = data[at : min(to, at + 200)]
                case _:
                    data[at:at] = generator.choice(
                        [b"&", b"<", b">", b'"', b"</authorize>", b"<param>", b"\xff", b"]]>"]
                    )
        lab, problems = parse_mapping(bytes(data))
        assert lab is not None or any(problem.is_error for problem in problems)
        assert all(problem.message and problem.hint for problem in problems)
