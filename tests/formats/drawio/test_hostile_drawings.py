"""Drawings of draw.io that are broken or made to take long."""

import random
from collections.abc import Callable

import pytest

from labmapper.formats.drawio.reader import parse
from labmapper.formats.drawio.recognition import recognises
from support.labs.bounded_work import bounded_work
from support.labs.drawings import GOLDEN
from support.labs.drawio import deflate, model, vertex

MIB = 2**20
# Made when they are tested: each takes megabytes.
BOMBS: dict[str, Callable[[], bytes]] = {
    "deflate": lambda: b"<mxfile><diagram>" + deflate(b"%20" * (20 * MIB)) + b"</diagram></mxfile>",
    "parents in a row": lambda: model(
        *(f'<mxCell id="c{n}" vertex="1" parent="c{n + 1}" style="group"/>' for n in range(40_000))
    ).encode(),
    "parents in a circle": lambda: model(
        *(f'<mxCell id="c{n}" vertex="1" parent="c{(n + 1) % 9}" style="group"/>' for n in range(9))
    ).encode(),
    "loose lines": lambda: model(
        *(vertex(f"a{n}", f"r{n}", at=(n, n)) for n in range(2_000)), *('<mxCell edge="1"/>' for _ in range(20_000))
    ).encode(),
    "icons and texts": lambda: model(
        *(vertex(f"a{n}") + vertex(f"t{n}", f"x{n}", "text") for n in range(4_000))
    ).encode(),
    "markup": lambda: model(vertex("a", "<br " * 300_000), vertex("b", "<" * MIB), vertex("c", "&" * MIB)).encode(),
    "numbers": lambda: model(vertex("a", "1." * 200_000 + ":" * 200_000)).encode().replace(b'x="0"', b'x="1e999"'),
    "styles": lambda: model(vertex("a", "x", ";" * MIB), vertex("b", "x", "shape=" + "a_" * MIB)).encode(),
}


@pytest.mark.parametrize("name", BOMBS)
def test_a_bomb_is_put_away_soon(name: str) -> None:
    bomb = BOMBS[name]()

    with bounded_work():
        recognises(bomb)
        diagram, problems = parse(bomb, {})

    assert diagram is not None or any(problem.is_error for problem in problems)


def test_broken_drawings_give_a_drawing_or_problems() -> None:
    generator = random.Random(12)
    source = (GOLDEN / "drawio-office" / "lab.drawio").read_bytes()
    lines = source.splitlines(keepends=True)

    for number in range(600):
        if number % 2:
            data = b"".join(generator.sample(lines, len(lines) - generator.randint(0, 5)))
        else:
            broken = bytearray(source)
            for _ in range(generator.randint(1, 4)):
                at = generator.randrange(len(broken) + 1)
                change = generator.choice(
                    [b"<", b'"', b"&amp;", b"\xff", b"", b"parent", b"1", b"edge", b"-9e9", b"zone"]
                )
                broken[at : at + generator.randrange(4)] = change
            data = bytes(broken)
        diagram, problems = parse(data, {})
        assert diagram is not None or any(problem.is_error for problem in problems)
        assert all(problem.message and problem.hint for problem in problems)
