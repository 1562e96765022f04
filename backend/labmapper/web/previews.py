"""What a lab would become: the beginning of its mapping and its config.yaml, with secrets as dots unless asked for."""

from collections.abc import Iterator
from typing import Any

import labmapper.core.graph  # noqa: F401 - at the start, so that no drawing waits until networkx is imported
from labmapper.core.masking import mask_lab
from labmapper.core.pipeline import Compilation, render_mapping
from labmapper.exporters.usermapper_config import render_config

MAX_LIMIT = 1024 * 1024


def build_preview(compilation: Compilation, seed: bytes, *, limit: int, reveal: bool) -> dict[str, Any]:
    """Return the first *limit* bytes of the mapping and of the config.yaml of a sound *compilation*."""
    if not compilation.is_sound:
        return {"xml": {"text": "", "truncated": False}, "yaml": {"text": "", "truncated": False}}
    lab = compilation.lab if reveal else mask_lab(compilation.lab)
    mapping = render_mapping(lab, seed if reveal else None)
    return {"xml": _cut(mapping, limit), "yaml": _cut(iter([render_config(lab).encode()]), limit)}


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
