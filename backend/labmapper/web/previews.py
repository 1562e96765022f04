"""What a lab would become: the beginning of its mapping and its config.yaml, with secrets as dots unless asked for."""

from collections.abc import Collection, Iterator
from typing import Any

import labmapper.core.drawing.graph  # noqa: F401 - at the start, so that no drawing waits until networkx is imported
from labmapper.core.pipeline import Compilation, render_mapping
from labmapper.core.problems import has_errors
from labmapper.core.redaction import mask_lab
from labmapper.formats.usermapper_config.checks import check_config
from labmapper.formats.usermapper_config.writer import render_config

FILES = ("xml", "yaml")
MAX_LIMIT = 1024 * 1024


def build_preview(
    compilation: Compilation, seed: bytes, *, limit: int, reveal: bool, files: Collection[str]
) -> dict[str, Any]:
    """Return the first *limit* bytes of those of ``FILES`` that are asked for, by name; empty unless it is sound."""
    return {file: _cut(_render(file, compilation, seed if reveal else None), limit) for file in FILES if file in files}


def _render(file: str, compilation: Compilation, seed: bytes | None) -> Iterator[bytes]:
    """Yield *file* piece by piece, with dots for all secrets where there is no *seed*."""
    if not compilation.is_sound:
        return
    lab = compilation.lab if seed is not None else mask_lab(compilation.lab)
    if file == "xml":
        yield from render_mapping(lab, seed)
        return
    problems = check_config(lab)
    for problem in problems:
        yield f"# {problem.message} {problem.hint}\n".encode()
    if not has_errors(problems):
        yield render_config(lab).encode()


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
