"""The road from a drawing or a file to ``user-mapping.xml``, stage by stage.

``diagram -> graph -> lab -> mapping`` and ``config.yaml -> lab -> mapping``: both end in the same checks and the same
writer. Problems of all stages are collected; none is raised. ``render_mapping`` is
``guacamole.writer``'s, for a lab that compiled without errors.
"""

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from labmapper.core.checks import check_lab, is_same_by_number
from labmapper.core.checks.size import check_drawn, check_expanded, check_inherited, check_listed
from labmapper.core.guacamole.rehearsal import check_rehearsal
from labmapper.core.guacamole.writer import render_mapping
from labmapper.core.lab.structure import Lab, UserType, View
from labmapper.core.problem_list import ProblemList
from labmapper.core.problems import Problem, has_errors
from labmapper.core.suggestions import first_suggestions

if TYPE_CHECKING:
    from labmapper.core.drawing.document import Diagram
    from labmapper.core.drawing.graph import LabGraph

    Source = Lab | Diagram

__all__ = [
    "Compilation",
    "Summary",
    "compile_by_number",
    "compile_diagram",
    "compile_lab",
    "compile_source",
    "count",
    "render_mapping",
]


@dataclass(frozen=True, slots=True)
class Summary:
    """How much there is: people, devices (each pod's copies counted), and connections over all people."""

    users: int
    devices: int
    connections: int


@dataclass(frozen=True, slots=True)
class Compilation:
    """A lab with all that is wrong with it; only the mapping of a sound one may be handed out.

    *graph* is what it was made of, where it was drawn and is not too large.
    """

    lab: Lab
    problems: tuple[Problem, ...]
    summary: Summary
    graph: "LabGraph | None" = field(default=None, compare=False, repr=False)

    @property
    def is_sound(self) -> bool:
        """Whether a mapping may be handed out."""
        return not has_errors(self.problems)


def compile_source(source: "Source", problems: tuple[Problem, ...] = (), *, by_name: bool = True) -> Compilation:
    """Return what was written or drawn means, and all that is wrong with it, the *problems* of reading it first."""
    if isinstance(source, Lab):
        return compile_lab(source, problems, by_name=by_name)
    return compile_diagram(source, problems, by_name=by_name)


def compile_diagram(
    diagram: "Diagram", problems: tuple[Problem, ...] = (), *, rehearses: bool = True, by_name: bool = True
) -> Compilation:
    """Return what *diagram* means, and all that is wrong with it; all else is as in ``compile_lab``."""
    # Imported here because pydantic takes longer to import than a config.yaml takes to convert.
    from labmapper.core.checks.drawing import check_drawing  # noqa: PLC0415
    from labmapper.core.drawing.graph import LabGraph  # noqa: PLC0415
    from labmapper.core.drawing.lab_from_diagram import build_lab  # noqa: PLC0415

    graph = LabGraph(diagram)
    too_large = tuple(check_drawn(len(graph.users), sum(len(device.connections) for device in graph.devices.values())))
    if too_large:
        return Compilation(Lab(), (*problems, *too_large), Summary(0, 0, 0))
    compilation = compile_lab(
        build_lab(graph), (*problems, *check_drawing(graph)), rehearses=rehearses, by_name=by_name
    )
    return replace(compilation, graph=graph)


def compile_by_number(diagram: "Diagram", compilation: Compilation) -> Compilation:
    """Return *compilation* of *diagram* as it is for what knows connections by numbers: any name of them does there."""
    if is_same_by_number(compilation.problems):
        return compilation
    return compile_diagram(diagram, by_name=False)


def compile_lab(
    lab: Lab, problems: tuple[Problem, ...] = (), *, rehearses: bool = True, by_name: bool = True
) -> Compilation:
    """Return *lab* checked, with *problems* of earlier stages first; *by_name* is for ``check_lab``.

    Whoever hands out the mapping lets it be rehearsed; whoever only looks may do without. No drawing fails the rehearsal
    alone: it finds faults of Labmapper.
    """
    too_large = (*check_drawn(len(lab.users), len(lab.devices)), *check_listed(lab), *check_inherited(lab))
    if too_large:
        return Compilation(Lab(), (*problems, *too_large), Summary(0, 0, 0))
    summary = count(lab)
    too_many = tuple(check_expanded(sum(device.quantity for device in lab.devices), summary.connections))
    if too_many:
        return Compilation(lab, (*problems, *too_many), summary)
    found = ProblemList(problems)
    with first_suggestions():
        found.extend(check_lab(lab, by_name=by_name))
    if rehearses and not has_errors(found):
        found.extend(check_rehearsal(lab))
    return Compilation(lab, tuple(found), summary)


def count(lab: Lab) -> Summary:
    """Return how much there is in *lab*."""
    sizes = {users.name: users.size for users in lab.users}
    # A device with several connections is several types, and still one thing on the drawing.
    drawn = {device.place.item or device.name: device for device in lab.devices}
    devices = sum(device.quantity * sizes.get(device.pod or "", 1) for device in drawn.values())
    seen: dict[View, int] = {}
    for users, view in lab.list_views():
        if view not in seen:
            seen[view] = _count_seen(lab, users)
    connections = sum(users.size * seen[view] for users, view in lab.list_views())
    return Summary(sum(sizes.values()), devices, connections)


def _count_seen(lab: Lab, users: UserType) -> int:
    return sum(
        device.quantity * (copies.owner.size if copies.owner else 1)
        for copies in lab.list_copies(users)
        for device in copies.devices
    )
