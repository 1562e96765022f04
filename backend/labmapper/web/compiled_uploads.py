"""Uploads that were read and compiled a moment ago: who converts a file asks for its page next, and then for the mapping."""

from collections.abc import Mapping
from functools import lru_cache

from labmapper.core.checks import is_same_by_number
from labmapper.core.pipeline import Compilation
from labmapper.formats.format import Format
from labmapper.formats.importing import Imported
from labmapper.web.file_import import get_readable, read_import

# So many are kept in each process, and none that is longer, for the memory that they take.
_KEPT = 8
_LONGEST = 64 * 1024


def compile_upload(
    content: bytes, known: Format, given: Mapping[str, str], *, by_name: bool = True
) -> tuple[Imported, Compilation | None]:
    """Return what is in *content*, a file of the *known* format, and what it means; None where it cannot be read.

    *by_name* tells whether Guacamole will know connections by their names. Options that are wrong or missing are refused as
    ``read_import`` refuses them.
    """
    compile_it = _compile if len(content) <= _LONGEST else _compile.__wrapped__
    imported, compilation = compile_it(content, known.name, tuple(given.items()))
    return imported, compilation if by_name else compile_by_number(imported, compilation)


def compile_by_number(imported: Imported, compilation: Compilation | None) -> Compilation | None:
    """Return the *compilation* of what was *imported* as it is for what knows connections by numbers."""
    if compilation is None or is_same_by_number(compilation.problems):
        return compilation
    return imported.compile(by_name=False)


@lru_cache(maxsize=_KEPT)
def _compile(content: bytes, name: str, given: tuple[tuple[str, str], ...]) -> tuple[Imported, Compilation | None]:
    imported = read_import(content, get_readable(name, content), dict(given))
    return imported, imported.compile()
