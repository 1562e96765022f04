"""Files that go out over HTTP: a lab and its drawing in any format, sent while it is made."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import quote

from flask import Response

from labmapper.core.pipeline import Compilation
from labmapper.core.problems import Problem
from labmapper.formats import registry
from labmapper.formats.exporting import write_file
from labmapper.formats.format import Format
from labmapper.formats.options import WrongOptionError, parse_values
from labmapper.web.downloads import answer_download, answer_page
from labmapper.web.language.text import get_catalogue, get_page_language, t
from labmapper.web.refusals import Refusal

if TYPE_CHECKING:
    from labmapper.core.pipeline import Source

# Headers must stay small for the proxies before us.
_TOLD_WARNINGS = 4
_LONGEST_WARNING = 800


def get_writable(name: str) -> Format:
    """Return the format called *name*, or refuse where none that can be written is called so."""
    found = registry.find_writable(name)
    if found is None:
        known = ", ".join(each.name for each in registry.list_writable())
        raise Refusal(404, "unknown-format", f"No format called '{name[:50]}' can be written. There are: {known}.")
    return found


@dataclass(frozen=True, slots=True)
class WrittenFile:
    """A file that goes out: its *content* in pieces, as they are made, and in *problems* what it does not hold."""

    name: str
    media_type: str
    content: Iterator[bytes]
    problems: tuple[Problem, ...]

    def answer(self) -> Response:
        """Return the download of the file."""
        response = answer_download(self.content, self.name, self.media_type)
        if self.problems:
            response.headers["Labmapper-Warnings"] = _spell_warnings(self.problems)
        return response


def answer_export(
    target: Format, source: "Source", compilation: Compilation, seed: bytes, given: Mapping[str, str]
) -> Response:
    """Return the download of *source*, which has been compiled, in the *target* format, or refuse what it cannot say."""
    return write_export(target, source, compilation, seed, given).answer()


def show_export(
    target: Format, source: "Source", compilation: Compilation, seed: bytes, given: Mapping[str, str]
) -> Response:
    """Return what ``answer_export`` does, but a page to print as one to look at."""
    if target.writer is None or not target.writer.style:
        return answer_export(target, source, compilation, seed, given)
    return answer_page(write_export(target, source, compilation, seed, given).content, target.writer.style)


def write_export(
    target: Format, source: "Source", compilation: Compilation, seed: bytes, given: Mapping[str, str]
) -> WrittenFile:
    """Return the file of *source*, which has been compiled, in the *target* format, or refuse what it cannot say."""
    try:
        chunks, problems = write_file(target, source, compilation, seed, given, language=get_page_language())
        name, media_type = target.name_written(parse_values(target.write_options, given))
    except WrongOptionError as error:
        raise Refusal(400, "wrong-option", str(error), extra={"format": target.name}) from error
    if chunks is None:
        why = " ".join(problem.render_message(get_catalogue().messages) for problem in problems if problem.is_error)
        raise Refusal(
            422,
            "export-failed",
            t("{file} cannot be written. {why}", file=name, why=why),
            problems=problems,
        )
    return WrittenFile(name, media_type, chunks, problems)


def _spell_warnings(problems: tuple[Problem, ...]) -> str:
    """Return what the file does not hold, one a line, as a header can carry it."""
    messages = get_catalogue().messages
    told = (f"{each.render_message(messages)} {each.render_hint(messages)}" for each in problems[:_TOLD_WARNINGS])
    return quote("\n".join(told)[:_LONGEST_WARNING])
