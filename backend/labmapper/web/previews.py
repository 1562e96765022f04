"""What a lab would become: the beginnings of files, with secrets as dots unless asked for."""

from collections.abc import Collection, Iterator
from dataclasses import replace
from typing import Any

import labmapper.core.drawing.graph  # noqa: F401 - at the start, so that no drawing waits until networkx is imported
from labmapper.core.pipeline import Compilation, compile_by_number
from labmapper.core.problems import Problem, has_errors
from labmapper.core.redaction import mask_lab, strip_secrets
from labmapper.formats import registry
from labmapper.formats.format import Content, Format
from labmapper.formats.unchosen_options import check_unchosen, find_values
from labmapper.web.language.text import get_catalogue

MAX_LIMIT = 1024 * 1024


def build_preview(
    compilation: Compilation, seed: bytes, *, limit: int, reveal: bool, files: Collection[str]
) -> dict[str, Any]:
    """Return the first *limit* bytes of those previews that are asked for, by name, each with what it would lack.

    They are empty unless the lab is sound.
    """
    if not files:
        return {}
    content = _build_content(compilation, seed if reveal else None)
    previews = registry.list_previewed()
    return {name: _preview(each, compilation, content, limit, seed) for name, each in previews.items() if name in files}


def _build_content(compilation: Compilation, seed: bytes | None) -> Content:
    """Return what is shown, with dots for all secrets where there is no *seed*."""
    drawing = compilation.graph.diagram if compilation.graph else None
    if seed is not None:
        return Content(compilation.lab, drawing, seed)
    return Content(mask_lab(compilation.lab), drawing and strip_secrets(drawing))


def _preview(target: Format, compilation: Compilation, shown: Content, limit: int, seed: bytes) -> dict[str, Any]:
    """Return the beginning of the file and its problems; nothing where it cannot be written, or not without options."""
    writer, drawing = target.writer, compilation.graph.diagram if compilation.graph else None
    if drawing and not target.is_by_name:
        compilation = compile_by_number(drawing, compilation)
    values = find_values(target)
    if writer is None or values is None or not compilation.is_sound:
        return _cut(iter(()), limit)
    # What a gateway cannot take may be in a secret, and is told without it; a config.yaml tells the text itself.
    checked = _build_content(compilation, seed) if writer.section == "gateway" else shown
    problems = check_unchosen(target, replace(checked, values=values))
    if has_errors(problems):
        # What is looked at says why there is nothing to see; a file is never made of this.
        pieces = iter([f"# {each.message} {each.hint}\n".encode() for each in problems if each.is_error])
    else:
        pieces = (writer.render_preview or writer.render)(replace(shown, values=values))
    messages = get_catalogue().messages
    told = {"problems": [each.as_json(messages) for each in problems]} if problems else {}
    return _cut(pieces, limit) | told


def list_unchosen_problems(target: Format, compilation: Compilation, seed: bytes) -> list[Problem]:
    """Return what *target* would lack of a sound lab, before anybody chooses its options."""
    values = find_values(target)
    if values is None:
        return []
    return check_unchosen(target, replace(_build_content(compilation, seed), values=values))


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
