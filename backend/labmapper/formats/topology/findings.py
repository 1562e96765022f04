"""Collects the problems of reading a file, no more of one sort than anybody reads."""

from collections import Counter
from collections.abc import Iterable
from typing import Literal

from labmapper.core.problems import NOWHERE, Place, Problem

MOST_OF_A_SORT = 100
MOST = 1_000

# What of a file is lost: the variants of the problem ``import-lost``.
Lost = Literal[
    "key",
    "value",
    "device",
    "cable",
    "group",
    "text",
    "rest",
    "shape",
    "picture",
    "variable",
    "console",
    "setting",
    "plugin",
    "tag",
    "again",
    "hidden",
    "bends",
]
_LONGEST_NAME = 120


class Findings:
    """Problems in the order in which they are found; beyond the bounds they are only counted."""

    def __init__(self, problems: Iterable[Problem] = ()) -> None:
        self._kept: list[Problem] = []
        self._counts: Counter[tuple[str, str]] = Counter()
        self._last: dict[tuple[str, str], Problem] = {}
        for problem in problems:
            self.add(problem)

    def add(self, problem: Problem) -> None:
        """Take *problem*, or only count it where there are enough of its sort."""
        sort = (problem.code, problem.variant)
        self._counts[sort] += 1
        if problem.is_error or (self._counts[sort] <= MOST_OF_A_SORT and len(self._kept) < MOST):
            self._kept.append(problem)
        else:
            self._last[sort] = problem

    def lose(self, sort: Lost, what: str, place: Place = NOWHERE) -> None:
        """Tell that *what*, which is of this *sort*, is lost."""
        if ("import-lost", sort) in self._last:
            # There may be hundreds of thousands: no words are made for what nobody reads.
            self._counts["import-lost", sort] += 1
            return
        self.add(Problem.warning("import-lost", place, variant=sort, what=shorten(what)))

    def tell_newer(self, version: str, known: str, place: Place = NOWHERE) -> None:
        """Tell that the file has a *version* above the *known* ones."""
        self.add(Problem.warning("import-newer", place, version=shorten(version), known=known))

    def refuse_shape(self, what: str, place: Place = NOWHERE) -> None:
        """Tell that the file cannot be read, because *what* is not as its format has it."""
        self.add(Problem.error("import-unreadable", place, variant="shape", what=shorten(what)))

    def collect(self) -> list[Problem]:
        """Return the problems, and for each sort that has more of them how many these are."""
        return [*self._kept, *(self._count_rest(sort) for sort in self._last)]

    def _count_rest(self, sort: tuple[str, str]) -> Problem:
        kept = sum((each.code, each.variant) == sort for each in self._kept)
        like = self._last[sort].message
        return Problem.warning("import-more", count=self._counts[sort] - kept, like=like)


def shorten(text: str) -> str:
    """Return *text* in one line, no longer than a sentence has room for."""
    line = " ".join(text[: 4 * _LONGEST_NAME].split())
    return line if len(line) <= _LONGEST_NAME else f"{line[: _LONGEST_NAME - 1]}…"
