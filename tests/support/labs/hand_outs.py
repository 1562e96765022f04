"""Hand-outs of small classes, as the command line and the server make them."""

from typing import Any

from labmapper.core.drawing.document import Diagram
from labmapper.core.pipeline import compile_diagram
from labmapper.core.problems import Problem
from labmapper.formats.exporting import write_file
from labmapper.formats.registry import find_writable

SEED = b"s" * 32


def draw_class(
    students: int = 2,
    *,
    trainers: int = 1,
    devices: int = 1,
    title: str = "Routing <basics>",
    router: str = "R1",
    **users: Any,
) -> Diagram:
    """Return *students* and *trainers* who reach a stack of *devices* like *router*; *users* are more fields of the students."""
    connection = {"protocol": "ssh", "host": "10.0.{n}.1"}
    group = {"id": "u1", "type": "users", "label": "student001", "count": students, **users}
    nodes: list[dict[str, Any]] = [
        {"id": "d1", "type": "device", "label": router, "count": devices, "connections": [connection]},
        group,
        {"id": "u2", "type": "users", "label": "trainer1", "count": trainers},
    ]
    return Diagram.model_validate({"title": title, "nodes": nodes})


def write(name: str, drawing: Diagram, **given: str) -> tuple[str, tuple[Problem, ...]]:
    """Return the file *name* of *drawing*, empty where it is refused, and its problems."""
    target = find_writable(name)
    assert target is not None
    compilation = compile_diagram(drawing)
    assert compilation.is_sound, compilation.problems
    chunks, problems = write_file(target, drawing, compilation, SEED, given)
    return b"".join(chunks or ()).decode(), problems


def list_log_ins(drawing: Diagram) -> dict[str, str]:
    """Return the password of everybody, by user name."""
    lab = compile_diagram(drawing).lab
    return {user.username: user.password for users in lab.users for user in users.iter_users(SEED, lab.recipe)}
