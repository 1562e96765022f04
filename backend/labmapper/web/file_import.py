"""Files that come in over HTTP: of which format they are, what is in them, and the drawing of it."""

from collections.abc import Mapping
from functools import lru_cache

from labmapper.core.drawing.document import Diagram
from labmapper.core.problems import Problem
from labmapper.formats import registry
from labmapper.formats.format import Format
from labmapper.formats.importing import Imported, read_file
from labmapper.formats.options import WrongOptionError
from labmapper.web.language.text import get_catalogue, t
from labmapper.web.refusals import Refusal

# What is no longer is recognised once: who converts it asks for its page next, and then for the mapping.
_LONGEST = 64 * 1024
_recognise = lru_cache(maxsize=8)(registry.recognise)


def get_readable(name: str | None, data: bytes) -> Format:
    """Return the format called *name*, or the one that recognises *data* where there is no name; refuse unknown ones."""
    if name is None:
        return _recognise(data) if len(data) <= _LONGEST else registry.recognise(data)
    found = registry.find_readable(name)
    if found is None:
        known = ", ".join(each.name for each in registry.list_readable())
        raise Refusal(400, "unknown-format", f"No format called '{name[:50]}' can be read. There are: {known}.")
    return found


def read_import(data: bytes, known: Format, given: Mapping[str, str]) -> Imported:
    """Return what is in *data*, a file of the *known* format, or refuse options that are wrong or missing.

    The refusal names the format, so that the editor can ask for its options.
    """
    try:
        return read_file(data, known, given)
    except WrongOptionError as error:
        raise Refusal(400, "wrong-option", str(error), extra={"format": known.name}) from error


def draw_import(imported: Imported) -> tuple[Diagram, tuple[Problem, ...]]:
    """Return the drawing of *imported* and its problems, or refuse what cannot be read or drawn."""
    if imported.source is None:
        raise Refusal(422, "import-failed", t("The file cannot be opened."), problems=imported.problems)
    diagram, problems = imported.draw()
    if diagram is None:
        why, messages = problems[-1], get_catalogue().messages
        raise Refusal(
            422,
            "import-failed",
            f"{why.render_message(messages)} {why.render_hint(messages)}",
            problems=imported.problems,
        )
    return diagram, problems
