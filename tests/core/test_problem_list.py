"""How many problems are told: enough to go on, never all of thousands."""

from collections.abc import Iterator

from labmapper.core.problem_list import MOST, MOST_OF_A_KIND, ProblemList
from labmapper.core.problems import Problem


def warn(number: int, code: str = "name-not-counting") -> Problem:
    return Problem.warning(code, name=f"R{number}")


def fail(number: int, code: str = "name-repeated") -> Problem:
    return Problem.error(code, name=f"R{number}")


def test_what_is_within_the_limits_is_told_as_it_came() -> None:
    problems = [warn(1), fail(2), warn(3)]

    assert list(ProblemList(problems)) == problems


def test_of_one_kind_the_first_hundred_are_told_and_that_there_are_more() -> None:
    told = list(ProblemList(warn(number) for number in range(5_000)))

    assert told[:-1] == [warn(number) for number in range(MOST_OF_A_KIND)]
    assert told[-1].code == "problems-more"


def test_an_error_behind_ever_so_many_warnings_still_keeps_the_mapping_back() -> None:
    warnings = (warn(number, f"kind-{number // MOST_OF_A_KIND}") for number in range(2 * MOST))

    told = list(ProblemList([*warnings, fail(1)]))

    assert fail(1) in told


def test_nobody_looks_on_where_nothing_that_comes_would_be_told() -> None:
    asked = []

    def find() -> Iterator[Problem]:
        for number in range(100 * MOST):
            asked.append(number)
            yield fail(number, f"kind-{number // MOST_OF_A_KIND}")

    told = list(ProblemList(find()))

    assert len(told) == MOST + 1
    assert len(asked) == MOST + 1
