"""``labmapper convert --update``: a drawing that was made of an earlier file, brought up to a newer one."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import click

from labmapper.cli.files import FileError
from labmapper.cli.reading import read_source, show_problems
from labmapper.formats.format import Format
from labmapper.formats.importing import Imported

if TYPE_CHECKING:
    from labmapper.core.changes.change import Change
    from labmapper.core.drawing.document import Diagram

_HEADINGS = (
    ("changes", "{name} is updated:"),
    ("gone", "Gone from the file, and kept; --remove-gone would mean:"),
    ("kept", "Kept as it is drawn; --prefer-file would mean:"),
)


@dataclass(frozen=True, slots=True)
class UpdateRequest:
    """Which drawing is updated, from which former file where that is known, and what wins."""

    drawing: str
    before: str | None
    prefers_file: bool
    removes_gone: bool


def build_update_request(
    drawing: str | None, before: str | None, *, prefers_file: bool, removes_gone: bool
) -> UpdateRequest | None:
    """Return what to update, None where no *drawing* is updated.

    Raises:
        click.UsageError: There is no drawing, but something that is about its update.
    """
    if drawing is None and (before or prefers_file or removes_gone):
        raise click.UsageError("--before, --prefer-file and --remove-gone need --update, which names the drawing.")
    return None if drawing is None else UpdateRequest(drawing, before, prefers_file, removes_gone)


def update_source(
    imported: Imported, wanted: UpdateRequest, known: Format | None, settings: Mapping[str, str]
) -> Imported:
    """Return *imported* with the drawing of *wanted*, updated, in its place, and tell what that changes.

    Raises:
        FileError: One of the files cannot be read or drawn, or the drawing would hold too much.
    """
    # Imported here because pydantic takes longer to import than a config.yaml takes to convert.
    from labmapper.core.merging.update import update_diagram  # noqa: PLC0415

    new, problems = imported.draw()
    if new is None:
        return replace(imported, source=None, problems=problems)
    current = _draw(wanted.drawing, None, {})
    previous = _draw(wanted.before, known, settings) if wanted.before else None
    updated = update_diagram(current, new, previous, prefers_file=wanted.prefers_file, removes_gone=wanted.removes_gone)
    if updated.diagram is None:
        raise FileError(f"{wanted.drawing} would hold more than a drawing can.")
    for name, heading in _HEADINGS:
        _show(heading.format(name=wanted.drawing), getattr(updated, name))
    return replace(imported, source=updated.diagram, problems=problems)


def _draw(name: str, known: Format | None, settings: Mapping[str, str]) -> "Diagram":
    diagram, problems = read_source(name, known, settings).draw()
    if diagram is None:
        show_problems(name, problems)
        raise FileError(f"{name} cannot be read as a drawing.")
    return diagram


def _show(heading: str, changes: "tuple[Change, ...]") -> None:
    if changes:
        click.echo(heading, err=True)
    for change in changes:
        click.echo(f"  {change}", err=True)
