"""Suggestions for misspelt names, and how many of them there are."""

import pytest

from labmapper.core.drawing.document import parse_diagram
from labmapper.core.pipeline import compile_diagram
from labmapper.core.suggestions import MOST_SUGGESTIONS, find_nearest, first_suggestions
from labmapper.formats.usermapper_config.reader import parse_config

KNOWN = ("hostname", "private-key", "color-scheme")


@pytest.mark.parametrize(
    ("name", "meant"), [("Hostname", "hostname"), ("private key", "private-key"), ("color-shceme", "color-scheme")]
)
def test_another_case_other_blanks_and_slips_of_the_key_are_understood(name: str, meant: str) -> None:
    assert find_nearest(name, KNOWN) == meant


def test_what_is_like_nothing_has_no_suggestion() -> None:
    assert find_nearest("zebra", KNOWN) is None


def test_only_the_first_names_are_compared_where_a_limit_holds() -> None:
    with first_suggestions():
        found = [find_nearest("hostnam", KNOWN) for _ in range(MOST_SUGGESTIONS + 5)]

    assert found == ["hostname"] * MOST_SUGGESTIONS + [None] * 5
    assert find_nearest("hostnam", KNOWN) == "hostname"


def test_a_device_with_thousands_of_unknown_parameters_is_told_in_few_suggestions() -> None:
    parameters = {f"color-schem{number}": "x" for number in range(5_000)}
    connection = {"protocol": "ssh", "host": "10.0.0.1", "parameters": parameters}
    diagram, _ = parse_diagram({"nodes": [{"id": "d1", "type": "device", "label": "R1", "connections": [connection]}]})
    assert diagram is not None

    problems = compile_diagram(diagram).problems

    assert sum(each.variant == "near" for each in problems) == MOST_SUGGESTIONS
    assert problems[-1].code == "problems-more"


def test_a_config_with_thousands_of_unknown_keys_is_told_in_few_problems() -> None:
    keys = "".join(f"userz{number}: 1\n" for number in range(5_000))

    _, problems = parse_config(f"users: {{}}\ndevices: {{}}\n{keys}".encode())

    assert sum(each.code == "config-unknown-key" for each in problems) == 100
    assert sum(each.variant == "near" for each in problems) <= MOST_SUGGESTIONS
