"""What can be wrong with a diagram or a file, as values.

A problem is never raised: all of them are collected and shown together, on the canvas, in the panel,
by the CLI and by the API alike. Every code is listed in ``docs/problems.md``.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any, Literal

Severity = Literal["error", "warning"]

# A longer message names something that nobody reads to its end. Thousands of them would fill the memory.
LONGEST_MESSAGE = 1_000


@dataclass(frozen=True, slots=True)
class Place:
    """Where a problem is.

    In a drawing: the id of the node, zone, link or access edge and the field in it, for example
    ``connections.0.port``. In a text: the path of the key, and the line and column, which count from 1.
    """

    item: str | None = None
    field: str | None = None
    line: int | None = None
    column: int | None = None

    def __str__(self) -> str:
        if self.line is not None:
            return f"line {self.line}" + (f", {self.field}" if self.field else "")
        return ".".join(part for part in (self.item, self.field) if part)


NOWHERE = Place()


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that is wrong: a stable *code*, what happened, and what to do now.

    A mapping with a problem of severity ``error`` is not handed out; a ``warning`` only informs.
    """

    code: str
    severity: Severity
    message: str
    hint: str = ""
    place: Place = field(default=NOWHERE)

    def __post_init__(self) -> None:
        """Cut a message that is too long."""
        if len(self.message) > LONGEST_MESSAGE:
            object.__setattr__(self, "message", f"{self.message[: LONGEST_MESSAGE - 1]}…")

    @property
    def is_error(self) -> bool:
        """Return whether this problem keeps the mapping from being handed out."""
        return self.severity == "error"

    def as_json(self) -> dict[str, Any]:
        """Return this problem as the API, the editor and ``check --json`` show it."""
        return {
            "code": self.code,
            "severity": self.severity,
            "message": self.message,
            "hint": self.hint,
            "item": self.place.item,
            "field": self.place.field,
            "line": self.place.line,
            "column": self.place.column,
        }


def has_errors(problems: Iterable[Problem]) -> bool:
    """Return whether any of *problems* keeps the mapping from being handed out."""
    return any(problem.is_error for problem in problems)
