"""From the bytes of a file to a lab or a diagram, with all problems: the one road by which every file comes in."""

import gc
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import wraps
from typing import TYPE_CHECKING, ParamSpec, TypeVar

from labmapper.core.lab.structure import Lab
from labmapper.core.pipeline import Compilation, compile_source
from labmapper.core.problems import Problem
from labmapper.formats import registry
from labmapper.formats.foreign import is_nothing, recognise_foreign
from labmapper.formats.format import Format
from labmapper.formats.options import parse_values

if TYPE_CHECKING:
    from labmapper.core.drawing.document import Diagram
    from labmapper.core.pipeline import Source

_Given = ParamSpec("_Given")
_Result = TypeVar("_Result")


def _without_collector(act: Callable[_Given, _Result]) -> Callable[_Given, _Result]:
    """Return *act* without the search for circles of objects meanwhile.

    A large file makes hundreds of thousands of objects that all stay, and no circles: the collector would look through them
    again and again, for half of the time. Only who finds it on turns it off, and on again in any case: of threads
    that read at once the first ends that for all, and none can leave it off.
    """

    @wraps(act)
    def act_without(*args: _Given.args, **kwargs: _Given.kwargs) -> _Result:
        if not gc.isenabled():
            return act(*args, **kwargs)
        gc.disable()
        try:
            return act(*args, **kwargs)
        finally:
            gc.enable()

    return act_without


@dataclass(frozen=True, slots=True)
class Imported:
    """What is in a file: its format, a lab or a diagram, or None where it cannot be read, and the problems of reading."""

    format: Format
    source: "Source | None"
    problems: tuple[Problem, ...]

    def compile(self, *, by_name: bool = True) -> Compilation | None:
        """Return what the file means with all that is wrong with it, those of reading first; None if it cannot be read.

        *by_name* tells whether Guacamole will know connections by their names.
        """
        return None if self.source is None else compile_source(self.source, self.problems, by_name=by_name)

    @_without_collector
    def draw(self) -> "tuple[Diagram | None, tuple[Problem, ...]]":
        """Return the drawing in the file, laid out where it has no places, or None, and the problems of reading it.

        What of it cannot be drawn is the last of them.
        """
        # Imported here because pydantic takes longer to import than a config.yaml takes to convert.
        from labmapper.core.arrangement.first_places import place_unplaced  # noqa: PLC0415
        from labmapper.core.drawing.diagram_from_lab import draw_lab  # noqa: PLC0415

        if isinstance(self.source, Lab):
            diagram, problems = draw_lab(self.source)
            return diagram, (*self.problems, *problems)
        return (None if self.source is None else place_unplaced(self.source)), self.problems


@_without_collector
def read_file(data: bytes, known: Format | None = None, given: Mapping[str, str] | None = None) -> Imported:
    """Return what is in *data*, a file of the *known* format or of the one that recognises it.

    *given* are the options of the format as texts.

    Raises:
        WrongOptionError: They are not options of the format, or not values of these.
    """
    found = known or registry.recognise(data)
    if found.reader is None:
        raise LookupError(f"{found.name} cannot be read")
    values = parse_values(found.reader.options, given or {})
    if not found.reader.recognises(data):
        # Who says which other format it is wants to hear what is wrong with it as one of that.
        foreign = recognise_foreign(data) or ("none" if found is registry.FALLBACK and is_nothing(data) else None)
        if foreign is not None:
            return Imported(found, None, (Problem.error("file-foreign", variant=foreign),))
    return Imported(found, *found.reader.parse(data, values))
