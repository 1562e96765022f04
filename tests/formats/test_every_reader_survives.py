"""Files that were damaged in any way: every reader gives a drawing or problems, never an exception, and soon.

The golden file of each format is mutated: bytes, lines, and parts of what its values are nested in.
``LABMAPPER_TEST_EXAMPLES`` sets how often, for each format. A format is in it as soon as it has a golden folder.
"""

import random
import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from labmapper.core.drawing.document import Diagram
from labmapper.core.pipeline import compile_source
from labmapper.core.problems import Problem
from labmapper.formats import registry
from labmapper.formats.format import Format
from labmapper.formats.importing import read_file
from support.labs.bounded_work import bounded_work
from support.labs.drawings import GOLDEN
from support.server.soak import count_examples

MUTANTS = count_examples(150)

_NASTY = (
    b"\x00", b"\xff", b"\xed\xa0\x80", b"\xef\xbb\xbf", b"\r", b"\n", b"\t", b"{", b"}", b"[", b"]", b"<", b">", b"&", b"*a",
    b"&a", b"!!python/object:os.system", b"<<: *a", b'"', b"'", b":", b"- ", b"#", b"|", b"%", b"@", b"`", b"{{", b"{%", b"${X",
    b"null", b"~", b"-1", b"1e999", b"NaN", b"99999999999999999999", b"0x10", b"1:2:3", b"true", b"../../etc/passwd",
    b"<!DOCTYPE a [<!ENTITY b 'c'>]>", b"<!--", b"]]>", b"{n}", b"{pod}", b"\xc2\xa0", b"\xe2\x80\xae", b"[" * 300, b"{" * 300,
)  # fmt: skip


def list_seeds() -> list[tuple[Format, Path]]:
    """Return the files of every format that is read, which the golden folders hold."""
    return [
        (each, path)
        for each in registry.list_readable()
        for path in sorted(GOLDEN.glob(f"*/{each.file_name}"))
        if path.stat().st_size < 40_000
    ]


def mutate_bytes(data: bytes, chance: random.Random) -> bytes:
    place = chance.randrange(len(data) + 1)
    length = chance.choice((0, 1, 1, 2, 8, 64))
    return data[:place] + chance.choice((*_NASTY, b"", bytes([chance.randrange(256)]))) + data[place + length :]


def mutate_lines(data: bytes, chance: random.Random) -> bytes:
    lines = data.split(b"\n")
    place, other = chance.randrange(len(lines)), chance.randrange(len(lines))
    match chance.randrange(5):
        case 0:
            del lines[place]
        case 1:
            lines.insert(other, lines[place])
        case 2:
            lines[place], lines[other] = lines[other], lines[place]
        case 3:
            lines[place] = chance.choice((b" ", b"  ", b"\t", b"    - ")) + lines[place]
        case _:
            lines[min(place, other) : max(place, other)] = []
    return b"\n".join(lines)


def mutate_parts(data: bytes, chance: random.Random) -> bytes:
    """Put one value, word or element in the place of another."""
    parts = [
        match.span() for match in re.finditer(rb"\"[^\"\n]*\"|<[^<>\n]*>|[^\s\"<>:,{}\[\]]+|[{\[][^{}\[\]]*[}\]]", data)
    ]
    if not parts:
        return data
    (start, end), (first, last) = chance.choice(parts), chance.choice(parts)
    value = chance.choice((data[first:last], data[first:last] * 3, b"", chance.choice(_NASTY), b"[]", b"{}", b'""'))
    return data[:start] + value + data[end:]


MUTATIONS: tuple[Callable[[bytes, random.Random], bytes], ...] = (
    mutate_bytes,
    mutate_lines,
    mutate_parts,
    mutate_parts,
)


def iter_mutants(data: bytes, seed: str) -> Iterator[bytes]:
    chance = random.Random(seed)
    for _ in range(MUTANTS):
        mutant = data
        for _ in range(chance.choice((1, 1, 1, 2, 5, 20))):
            mutant = chance.choice(MUTATIONS)(mutant, chance)
        yield mutant


def _compile(diagram: Diagram | None) -> tuple[Problem, ...]:
    """Return what is wrong with *diagram*, which somebody opens in the editor."""
    return () if diagram is None else compile_source(diagram).problems


@pytest.mark.parametrize(("known", "path"), list_seeds(), ids=lambda each: getattr(each, "name", ""))
def test_a_damaged_file_gives_a_drawing_or_problems(known: Format, path: Path) -> None:
    for mutant in iter_mutants(path.read_bytes(), path.parent.name):
        try:
            with bounded_work():
                registry.recognise(mutant)
                diagram, problems = read_file(mutant, known).draw()
                told = (*problems, *_compile(diagram))
        except Exception as error:
            error.add_note(f"{known.name}: {mutant!r}")
            raise

        assert diagram is not None or any(problem.is_error for problem in problems), mutant
        assert all(problem.message and problem.hint for problem in told)
