"""Problems as they really come: each gives its words all that they name, and shows no more than they do."""

from collections.abc import Iterator

import pytest

from labmapper.core.messages.catalogue import ENTRIES
from labmapper.core.problems import Problem
from labmapper.formats.importing import read_file
from support.labs.drawings import GOLDEN
from support.message_places import iter_places

WRONG = (
    b"",
    b"users: [",
    b"users:\n\t- a",
    b"users: @a",
    b"users: \x00",
    b"users: \xff",
    b"a: &a [" + b"*a, " * 600 + b"]",
    b"[" * 40,
    b"7",
    b"users: {}\nusers: {}\ndevices: {? [1] : 2}",
    b"users: {a: {quantity: x, reaches: [b], roster: {}, foo: 1}}\ndevices: {d: {pod_of: q, parameters: {hostname: a, port: }}}",
    b'{"schema": 2}',
    b'{"nodes": [1',
    b"{" + b'"a":[' * 200_000,
    b'{"a": ' + b"7" * 5_000 + b"}",
    b'{"a": "\xff"}',
)


def read(data: bytes) -> tuple[Problem, ...]:
    imported = read_file(data)
    compilation = imported.compile()
    return compilation.problems if compilation else imported.problems


def iter_sources() -> Iterator[bytes]:
    yield from (
        path.read_bytes() for path in sorted(GOLDEN.glob("*/*")) if path.name in ("diagram.json", "config.yaml")
    )
    yield from WRONG


@pytest.mark.parametrize("data", [*iter_sources()], ids=lambda data: ascii(data[:20]))
def test_a_problem_has_the_facts_of_its_words_and_no_others(data: bytes) -> None:
    for problem in read(data):
        variants = ENTRIES[problem.code].variants
        own = {*iter_places(variants[problem.variant].message), *iter_places(variants[problem.variant].hint)}
        all_named = {
            name for words in variants.values() for name in (*iter_places(words.message), *iter_places(words.hint))
        }

        assert own <= set(problem.facts) <= all_named
        assert problem.message
        assert problem.hint
