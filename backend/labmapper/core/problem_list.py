"""Collects problems up to a limit: so many of a kind and in all, and then nobody looks for more.

A person mends the first ones and looks again. Hundreds of thousands would cost minutes, and an answer that no browser shows.
"""

from collections import Counter
from collections.abc import Iterable, Iterator

from labmapper.core.problems import Problem

MOST_OF_A_KIND = 100
MOST = 1_000


class ProblemList:
    """The first problems of each kind. An error is never left out where there would be none without it."""

    def __init__(self, problems: Iterable[Problem] = ()) -> None:
        self._kept: list[Problem] = []
        self._kinds: Counter[tuple[str, str]] = Counter()
        self._has_errors = False
        self._has_more = False
        self.extend(problems)

    def append(self, problem: Problem) -> None:
        """Keep *problem*, unless there are enough."""
        kind = (problem.code, problem.severity)
        is_needed = problem.is_error and not self._has_errors
        if not is_needed and (self._kinds[kind] >= MOST_OF_A_KIND or len(self._kept) >= MOST):
            self._has_more = True
            return
        self._kinds[kind] += 1
        self._has_errors |= problem.is_error
        self._kept.append(problem)

    def extend(self, problems: Iterable[Problem]) -> None:
        """Keep the first of *problems*; once nothing of what comes can count, it is no longer asked for."""
        for problem in problems:
            self.append(problem)
            if self.is_full:
                return

    @property
    def is_full(self) -> bool:
        """Whether whatever comes would be left out."""
        return self._has_more and self._has_errors and len(self._kept) >= MOST

    def __iter__(self) -> Iterator[Problem]:
        """Yield the problems in the order in which they were found, and last that there are more."""
        yield from self._kept
        if self._has_more:
            yield Problem.warning("problems-more", most=MOST_OF_A_KIND, most_in_all=MOST)
