"""What can be wrong with a diagram or a file, as values.

A problem is never raised: all of them are collected and shown together, on the canvas, in the panel,
by the CLI and by the API alike. It is a code with facts; its sentences stand in ``messages``, and every code in
``docs/problems.md``, which is made from there.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import accumulate, takewhile
from typing import Any, Literal

from labmapper.core.messages.catalogue import ENGLISH, Catalogue, find_words, render, render_framed
from labmapper.core.messages.entries import DEFAULT
from labmapper.core.messages.templates import Fact, Facts

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
    """One thing that is wrong: a stable *code*, which *variant* of it, where, and the *facts* that its sentence names.

    A mapping with a problem of severity ``error`` is not handed out; a ``warning`` only informs.
    """

    code: str
    severity: Severity
    place: Place = field(default=NOWHERE)
    variant: str = DEFAULT
    facts: Facts = field(default_factory=dict, hash=False)

    def __post_init__(self) -> None:
        """Cut facts that are too long."""
        if any(_is_long(fact) for fact in self.facts.values()):
            object.__setattr__(self, "facts", {name: _cut_fact(fact) for name, fact in self.facts.items()})

    @classmethod
    def error(cls, code: str, place: Place = NOWHERE, /, *, variant: str = DEFAULT, **facts: Fact) -> "Problem":
        """Return the error *code* at *place*, with the facts that its words name."""
        return cls(code, "error", place, variant, facts)

    @classmethod
    def warning(cls, code: str, place: Place = NOWHERE, /, *, variant: str = DEFAULT, **facts: Fact) -> "Problem":
        """Return the warning *code* at *place*, with the facts that its words name."""
        return cls(code, "warning", place, variant, facts)

    @property
    def is_error(self) -> bool:
        """Return whether this problem keeps the mapping from being handed out."""
        return self.severity == "error"

    @property
    def message(self) -> str:
        """What happened, in English."""
        return self.render_message()

    @property
    def hint(self) -> str:
        """What to do now, in English."""
        return self.render_hint()

    def render_message(self, catalogue: Catalogue = ENGLISH, *, has_line: bool = True) -> str:
        """Return what happened, in the words of *catalogue*; not *has_line* where the line is shown beside it anyway."""
        sentence = render(f"problem.{self.code}.{self.variant}", self.facts, catalogue)
        match find_words(self.code, self.variant).frame:
            case "line" if has_line:
                sentence = render_framed("line", self.place.line, sentence, catalogue)
            case "field":
                sentence = render_framed("field", self.place.field, sentence, catalogue)
        return _cut(sentence)

    def render_hint(self, catalogue: Catalogue = ENGLISH) -> str:
        """Return what to do now, in the words of *catalogue*."""
        return _cut(render(f"problem.{self.code}.{self.variant}.hint", self.facts, catalogue))

    @property
    def tells_line(self) -> bool:
        """Return whether the sentence begins with the line."""
        return self.place.line is not None and find_words(self.code, self.variant).frame == "line"

    def as_json(self, catalogue: Catalogue = ENGLISH) -> dict[str, Any]:
        """Return this problem as the API, the editor and ``check --json`` show it, in the words of *catalogue*."""
        return {
            "code": self.code,
            "variant": self.variant,
            "severity": self.severity,
            "message": self.render_message(catalogue),
            "hint": self.render_hint(catalogue),
            "facts": self.facts,
            "item": self.place.item,
            "field": self.place.field,
            "line": self.place.line,
            "column": self.place.column,
            "tells_line": self.tells_line,
        }


def has_errors(problems: Iterable[Problem]) -> bool:
    """Return whether any of *problems* keeps the mapping from being handed out."""
    return any(problem.is_error for problem in problems)


def _is_long(fact: Fact) -> bool:
    """Return whether *fact* is more than its sentence has room for; a list may be."""
    return not isinstance(fact, int) and (not isinstance(fact, str) or len(fact) > LONGEST_MESSAGE)


def _cut_fact(fact: Fact) -> Fact:
    """Return so much of *fact* that any sentence with it is as long as one may be."""
    if isinstance(fact, int):
        return fact
    if isinstance(fact, str):
        return fact if len(fact) <= LONGEST_MESSAGE else f"{fact[:LONGEST_MESSAGE]}…"
    starts = accumulate((len(each) for each in fact), initial=0)
    listed = takewhile(lambda each: each[1] <= LONGEST_MESSAGE, zip(fact, starts, strict=False))
    return tuple(each[: LONGEST_MESSAGE + 1] for each, _ in listed)


def _cut(text: str) -> str:
    return text if len(text) <= LONGEST_MESSAGE else f"{text[: LONGEST_MESSAGE - 1]}…"
