"""Writes docs/problems.md from the tables of messages; `make docs` runs it."""

from collections.abc import Iterator
from pathlib import Path

from labmapper.core.messages.entries import Section
from labmapper.core.messages.problems import SECTIONS

TARGET = Path(__file__).parents[1] / "docs" / "problems.md"

_INTRODUCTION = """\
# Problems

What Labmapper finds wrong with a drawing or a file. The canvas, the panel, the command line (`labmapper check`) and the
API show the same problems, all of them at once, each with a code that stays the same from version to version.

- An **error** keeps the mapping from being handed out: no Guacamole could do what is drawn, or the file would lock
  people out.
- A **warning** only informs: the file is good, but somebody may get something else than the author meant.
"""


def render_docs() -> str:
    """Return the text of docs/problems.md."""
    return "\n".join([_INTRODUCTION, *("\n".join(_iter_lines(section)) for section in SECTIONS)])


def _iter_lines(section: Section) -> Iterator[str]:
    yield f"## {section.title}\n"
    if section.introduction:
        yield f"{section.introduction}\n"
    yield "| code | severity | meaning | cure |"
    yield "| --- | --- | --- | --- |"
    for entry in section.entries:
        yield f"| `{entry.code}` | {entry.severities} | {entry.meaning} | {entry.cure} |"
    yield ""


if __name__ == "__main__":
    TARGET.write_text(render_docs(), encoding="utf-8")
