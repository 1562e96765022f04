"""First names and counts, and placeholders."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from labmapper.core.lab.numbering import (
    Field,
    Pattern,
    build_pattern,
    find_unknown_placeholders,
    parse_counted,
    parse_first,
    parse_pattern,
    rebase,
)


def _expand(text: str, count: int) -> list[str]:
    pattern, first = parse_first(text)
    return [pattern.render(n) for n in range(first, first + count)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("PC09", ["PC09", "PC10", "PC11"]),
        ("R1", ["R1", "R2", "R3"]),
        ("R9", ["R9", "R10", "R11"]),
        ("007", ["007", "008", "009"]),
        ("pc{n:02}.lab", ["pc01.lab", "pc02.lab", "pc03.lab"]),
        ("r{n*10}", ["r10", "r20", "r30"]),
        ("r{n+8:02}-a", ["r09-a", "r10-a", "r11-a"]),
        ("r{n*2-1}", ["r1", "r3", "r5"]),
        ("r{{n}}{n}", ["r{n}1", "r{n}2", "r{n}3"]),
        ("${n}", ["${n}", "${n}", "${n}"]),
        ("fw", ["fw", "fw", "fw"]),
    ],
)
def test_a_first_name_and_a_count_say_all_names(text: str, expected: list[str]) -> None:
    assert _expand(text, 3) == expected


def test_a_host_counts_beside_the_name() -> None:
    names, first = parse_first("PC09")
    hosts = parse_counted("10.0.10.109", first)

    expanded = [(names.render(n), hosts.render(n)) for n in range(first, first + 11)]

    assert expanded[0] == ("PC09", "10.0.10.109")
    assert expanded[-1] == ("PC19", "10.0.10.119")


def test_n_in_a_host_is_the_number_in_the_name() -> None:
    _, first = parse_first("PC09")

    assert parse_counted("pc{n:02}.lab.example", first).render(9) == "pc09.lab.example"


@pytest.mark.parametrize(
    ("text", "pod", "expected"),
    [("{pod}", 7, "7"), ("{pod:02}", 7, "07"), ("{pod+100}", 7, "107"), ("{pod*10+5000}", 7, "5070")],
)
def test_pod_placeholders_reckon(text: str, pod: int, expected: str) -> None:
    assert parse_pattern(text).render(1, pod) == expected


def test_digits_after_a_pod_placeholder_still_count() -> None:
    assert parse_counted("10.0.{pod}.1", 1).render(3, pod=8) == "10.0.8.3"


def test_words_in_braces_that_mean_nothing_are_found() -> None:
    assert find_unknown_placeholders("{pdo}-${GUAC_USERNAME}-{n}-{{n}}-{pod/2}") == ["{pdo}", "{pod/2}"]


_FIELDS = st.builds(Field, st.sampled_from(["n", "pod"]), st.integers(0, 99), st.integers(-99, 9999), st.integers(0, 6))
_PATTERNS = st.lists(_FIELDS | st.sampled_from(["R", "1", "09", "{n}", "${n}"]), max_size=5).map(build_pattern)


@given(_PATTERNS, st.integers(0, 50), st.integers(-20, 20))
def test_rebasing_changes_the_first_number_and_no_text(pattern: Pattern, n: int, shift: int) -> None:
    assert rebase(pattern, shift).render(n - shift) == pattern.render(n)
