"""Writes the diagram document: the drawing as it is, or that of a lab laid out, ready for the editor."""

import json
from collections.abc import Iterator

from labmapper.core.problems import Problem
from labmapper.formats.format import Content


def check(content: Content) -> tuple[Problem, ...]:
    """Return why *content* cannot be drawn, where it cannot."""
    return content.drawn[1]


def render(content: Content) -> Iterator[bytes]:
    """Yield the document of *content*; its passwords are made by whoever holds its seed."""
    # Imported here because pydantic takes longer to import than a config.yaml takes to convert.
    from labmapper.core.drawing.document import render_diagram  # noqa: PLC0415

    diagram, _ = content.drawn
    if diagram is not None:
        yield json.dumps(render_diagram(diagram), ensure_ascii=False, indent=1).encode() + b"\n"
