"""From a lab and its drawing to a file, piece by piece: the one road by which every file goes out."""

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from labmapper.core.lab.defaults import tell_once
from labmapper.core.lab.structure import Lab
from labmapper.core.pipeline import Compilation
from labmapper.core.problems import Problem, has_errors
from labmapper.formats.format import ENGLISH, Content, Format, Language
from labmapper.formats.options import parse_values

if TYPE_CHECKING:
    from labmapper.core.pipeline import Source


def may_write(target: Format, compilation: Compilation) -> bool:
    """Return whether *target* can carry what was compiled: with errors only a drawing itself may leave."""
    return compilation.is_sound or (target.writer is not None and target.writer.takes_errors)


def write_file(  # noqa: PLR0913 - what a file is made of
    target: Format,
    source: "Source",
    compilation: Compilation,
    seed: bytes,
    given: Mapping[str, str] | None = None,
    *,
    language: Language = ENGLISH,
) -> tuple[Iterator[bytes] | None, tuple[Problem, ...]]:
    """Return the file of *source*, which has been compiled, or None where the format cannot say it, and the problems of that.

    Random passwords are made from *seed*. *given* are the options of the format as texts.
    A page for people is written in *language*.

    Raises:
        WrongOptionError: They are not options of the format, or not values of these.
    """
    if target.writer is None:
        raise LookupError(f"{target.name} cannot be written")
    values = parse_values(target.writer.options, given or {})
    content = Content(compilation.lab, None if isinstance(source, Lab) else source, seed, values, language)
    problems = tuple(tell_once(compilation.lab, target.writer.check(content)))
    return None if has_errors(problems) else target.writer.render(content), problems
