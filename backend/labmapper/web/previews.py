"""What a lab would become: the beginnings of files, with secrets as dots unless asked for."""

from collections.abc import Collection, Iterator
from dataclasses import replace
from typing import Any

import networkx as nx  # noqa: F401 - at the start, so that nobody waits until it is imported

from labmapper.core.pipeline import Compilation
from labmapper.core.problems import has_errors
from labmapper.core.redaction import mask_lab, strip_secrets
from labmapper.formats import registry
from labmapper.formats.format import Content, Format
from labmapper.formats.options import WrongOptionError, parse_values

MAX_LIMIT = 1024 * 1024


def build_preview(
    compilation: Compilation, seed: bytes, *, limit: int, reveal: bool, files: Collection[str]
) -> dict[str, Any]:
    """Return the first *limit* bytes of those previews that are asked for, by name; empty unless the lab is sound."""
    content = _build_content(compilation, seed if reveal else None)
    previews = registry.list_previewed()
    return {name: _cut(_render(each, compilation, content), limit) for name, each in previews.items() if name in files}


def _build_content(compilation: Compilation, seed: bytes | None) -> Content:
    """Return what is shown, with dots for all secrets where there is no *seed*."""
    drawing = compilation.graph.diagram if compilation.graph else None
    if seed is not None:
        return Content(compilation.lab, drawing, seed)
    return Content(mask_lab(compilation.lab), drawing and strip_secrets(drawing))


def _render(target: Format, compilation: Compilation, content: Content) -> Iterator[bytes]:
    """Yield the file piece by piece; nothing where it cannot be written, or not without being asked for options."""
    writer = target.writer
    if not compilation.is_sound or writer is None:
        return
    # A preview of its own is made without what only a person can give, so what is wrong with that is left aside.
    asked = {option.name: "" for option in writer.options if writer.render_preview and option.default is None}
    try:
        chosen = replace(content, values=parse_values(target.write_options, asked))
    except WrongOptionError:
        return
    problems = tuple(each for each in writer.check(chosen) if each.place.item or each.place.field not in asked)
    if has_errors(problems):
        # What is looked at says why there is nothing to see; a file is never made of this.
        yield "".join(f"# {problem.message} {problem.hint}\n" for problem in problems if problem.is_error).encode()
    else:
        yield from (writer.render_preview or writer.render)(chosen)


def _cut(pieces: Iterator[bytes], limit: int) -> dict[str, Any]:
    """Return the first *limit* bytes of *pieces* as text, cut at a line's end where there is one."""
    start = b""
    for piece in pieces:
        start += piece
        if len(start) > limit:
            break
    if len(start) <= limit:
        return {"text": start.decode(), "truncated": False}
    whole = start[:limit].rpartition(b"\n")
    return {"text": (whole[0] + whole[1] or start[:limit]).decode(errors="ignore"), "truncated": True}
