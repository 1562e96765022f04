"""What a file format is to Labmapper; ``registry`` lists the formats there are."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from labmapper.core.lab.structure import Lab
from labmapper.core.problems import Problem

if TYPE_CHECKING:
    # pydantic takes longer to import than a config.yaml takes to convert.
    from labmapper.core.drawing.document import Diagram

    Source = Lab | Diagram


@dataclass(frozen=True, slots=True)
class Importer:
    """A format that can be read.

    *recognises* judges by the beginning of the content, never by the name. *parse* returns a lab or a diagram, or None
    where an error keeps it from being read, and all problems.
    """

    name: str
    title: str
    suffixes: tuple[str, ...]
    recognises: Callable[[bytes], bool]
    parse: Callable[[bytes], "tuple[Source | None, tuple[Problem, ...]]"]


@dataclass(frozen=True, slots=True)
class Exporter:
    """A format that can be written: *render* yields the file for a sound lab, random passwords made from the seed.

    It raises ``NotRenderable`` before anything is yielded.
    """

    name: str
    title: str
    suffixes: tuple[str, ...]
    render: Callable[[Lab, bytes], Iterator[bytes]]
