"""The way back from a pattern to what a person would type."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from labmapper.core.lab.numbering import (
    Field,
    Pattern,
    build_literal,
    build_pattern,
    parse_counted,
    parse_first,
    parse_pattern,
)
from labmapper.core.lab.spelling import UnspellableError, render_pattern, spell_counted, spell_first, spell_pattern


def test_a_boundary_inside_digits_survives_as_a_placeholder() -> None:
    usermappers = build_pattern(["R1", Field("n", 1, 0, 2)])

    text = spell_first(usermappers, range(99, 101))
    pattern, first = parse_first(text)

    assert [pattern.render(first), pattern.render(first + 1)] == ["R199", "R1100"]


@pytest.mark.parametrize("host", ["10.0.0.5", "fe80::1:2", "host1234567890123", "r{{n}}05", "plain"])
def test_a_host_that_must_not_count_is_read_back_as_it_stands(host: str) -> None:
    literal = parse_pattern(host)

    read = parse_counted(spell_counted(literal, range(9, 12)), 9)

    assert {read.render(n) for n in (9, 10, 11)} == {literal.render(9)}


def test_a_name_that_must_not_count_stands_still() -> None:
    read, _ = parse_first(spell_first(build_literal("R5"), range(1, 3)))

    assert [read.render(n) for n in (1, 2)] == ["R5", "R5"]


@pytest.mark.parametrize(
    "pattern",
    [
        build_pattern(["$", Field("n")]),
        build_pattern(["{", Field("pod"), "}"]),
        build_pattern(["R", Field("n", 1, 1_000_000_000)]),
        build_pattern(["R", Field("n", 1, 0, 100)]),
    ],
    ids=render_pattern,
)
def test_what_placeholders_cannot_say_is_refused_never_bent(pattern: Pattern) -> None:
    with pytest.raises(UnspellableError, match="cannot be written with placeholders"):
        spell_pattern(pattern, range(1, 3))


_FIELDS = st.builds(Field, st.sampled_from(["n", "pod"]), st.integers(0, 99), st.integers(-99, 9999), st.integers(0, 6))
# A brace or a dollar that touches a field spells something else; no first name or prefix puts one there.
_LITERALS = st.lists(st.sampled_from(["R", "1", "09", ".", "é ", "{n}", "{{n}}", "${n}", "{x}"]), max_size=4).map(
    "".join
)
_PATTERNS = st.lists(st.one_of(_FIELDS, _LITERALS), max_size=5).map(build_pattern)


@given(_PATTERNS, st.integers(0, 120), st.integers(0, 120))
def test_a_rendered_pattern_reads_back_the_same(pattern: Pattern, n: int, pod: int) -> None:
    read = parse_pattern(render_pattern(pattern))

    assert read.render(n, pod) == pattern.render(n, pod)


@given(_PATTERNS, st.integers(1, 30), st.integers(1, 3), st.integers(0, 9))
def test_a_rendered_host_reads_back_the_same(pattern: Pattern, first: int, count: int, pod: int) -> None:
    read = parse_counted(spell_counted(pattern, range(first, first + count)), first)

    assert [read.render(first + step, pod) for step in range(count)] == [
        pattern.render(first + step, pod) for step in range(count)
    ]


@given(_PATTERNS, st.integers(1, 30), st.integers(1, 3), st.integers(0, 9))
def test_a_rendered_first_name_reads_back_the_same(pattern: Pattern, first: int, count: int, pod: int) -> None:
    read, read_first = parse_first(spell_first(pattern, range(first, first + count)))

    assert [read.render(read_first + step, pod) for step in range(count)] == [
        pattern.render(first + step, pod) for step in range(count)
    ]
