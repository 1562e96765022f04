"""What a table of messages is made of: a problem by its code, with its documentation and the sentences of its variants."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from labmapper.core.messages.templates import Template

# The variant of a code that has one sentence only.
DEFAULT = "default"

# Where a sentence stands behind its place: ``frame.line`` and ``frame.field`` of the catalogue.
Frame = Literal["line", "field"]


@dataclass(frozen=True, slots=True)
class Words:
    """What one variant of a problem says: what happened, and what to do now; behind its place where it has a *frame*."""

    message: Template
    hint: Template
    frame: Frame | None = None


@dataclass(frozen=True, slots=True)
class ProblemEntry:
    """All about one code. *severities*, *meaning* and *cure* are its row in ``docs/problems.md``."""

    code: str
    severities: str
    meaning: str
    cure: str
    variants: Mapping[str, Words]


@dataclass(frozen=True, slots=True)
class Section:
    """A part of ``docs/problems.md``: the problems of one subject."""

    title: str
    entries: tuple[ProblemEntry, ...]
    introduction: str = ""
