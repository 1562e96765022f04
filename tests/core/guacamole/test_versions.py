from typing import get_args

import pytest

from labmapper.core.drawing.document import GuacamoleVersion
from labmapper.core.guacamole.versions import RELEASES, check_since, find_later, has_since
from labmapper.core.problems import NOWHERE


@pytest.mark.parametrize(
    ("version", "since", "expected"),
    [
        ("1.0.0", "<=0.9.10", True),
        ("1.0.0", "0.9.14", True),
        ("1.0.0", "1.0.0", True),
        ("1.0.0", "1.1.0", False),
        ("1.5.5", "1.6.0", False),
        ("1.10.0", "1.6.1", True),
        ("1.6.1", "main", False),
        ("main", "main", True),
        ("main", "1.6.1", True),
    ],
)
def test_a_release_has_what_came_with_it_or_before(version: str, since: str, expected: bool) -> None:
    assert has_since(version, since) is expected


@pytest.mark.parametrize(
    ("one", "other", "later"),
    [
        ("<=0.9.10", "1.1.0", "1.1.0"),
        ("1.1.0", "<=0.9.10", "1.1.0"),
        ("<=0.9.10", "<=0.9.10", "<=0.9.10"),
        ("1.6.0", "1.1.0", "1.6.0"),
        ("0.9.14", "1.1.0", "1.1.0"),
        ("main", "1.1.0", "main"),
        ("1.1.0", "main", "main"),
    ],
)
def test_the_later_of_two_is_found(one: str, other: str, later: str) -> None:
    assert find_later(one, other) == later


def test_a_diagram_can_be_for_exactly_the_releases_known_here() -> None:
    assert get_args(GuacamoleVersion) == RELEASES


def test_what_no_release_has_yet_is_told_so() -> None:
    (problem,) = check_since("parameter", "main", version="1.6.1", place=NOWHERE, parameter="X")

    assert "no release has it yet" in problem.message
