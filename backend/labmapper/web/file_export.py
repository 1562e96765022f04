"""Files that go out over HTTP: a lab and its drawing in any format, sent while it is made."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from flask import Response

from labmapper.core.pipeline import Compilation
from labmapper.formats import registry
from labmapper.formats.exporting import write_file
from labmapper.formats.format import Format
from labmapper.formats.options import WrongOptionError
from labmapper.web.downloads import answer_download
from labmapper.web.language.text import get_catalogue, t
from labmapper.web.refusals import Refusal

if TYPE_CHECKING:
    from labmapper.core.pipeline import Source


def get_writable(name: str) -> Format:
    """Return the format called *name*, or refuse where none that can be written is called so."""
    found = registry.find_writable(name)
    if found is None:
        known = ", ".join(each.name for each in registry.list_writable())
        raise Refusal(404, "unknown-format", f"No format called '{name[:50]}' can be written. There are: {known}.")
    return found


def answer_export(
    target: Format, source: "Source", compilation: Compilation, seed: bytes, given: Mapping[str, str]
) -> Response:
    """Return the download of *source*, which has been compiled, in the *target* format, or refuse what it cannot say."""
    try:
        chunks, problems = write_file(target, source, compilation, seed, given)
    except WrongOptionError as error:
        raise Refusal(400, "wrong-option", str(error), extra={"format": target.name}) from error
    if chunks is None:
        why = " ".join(problem.render_message(get_catalogue().messages) for problem in problems if problem.is_error)
        raise Refusal(
            422,
            "export-failed",
            t("{file} cannot be written. {why}", file=target.file_name, why=why),
            problems=problems,
        )
    return answer_download(chunks, target.file_name, target.media_type)
