"""New random passwords: for everybody in a group, or for one of them. What is drawn counts how often, the seed does the rest."""

from typing import Literal

from labmapper.core.drawing.document import Diagram
from labmapper.core.drawing.graph import LabGraph
from labmapper.core.drawing.items import RandomPassword, Users
from labmapper.core.drawing.lab_from_diagram import build_lab
from labmapper.core.lab.structure import MAX_ROTATION

Reason = Literal["no-group", "many-groups", "no-person", "own-password", "fixed-password"]


class RotationError(ValueError):
    """There is no such password to rotate; *reason* says why."""

    def __init__(self, reason: Reason) -> None:
        super().__init__(reason)
        self.reason = reason


def rotate(diagram: Diagram, group: str, username: str | None = None) -> Diagram:
    """Return *diagram* with a new password for all of *group*, the id or the name of a users node, or for *username* only.

    Raises:
        RotationError: There is no such group, or nobody of that name in it, or the password was typed.
    """
    node = _find_group(diagram, group)
    if not isinstance(node.password, RandomPassword):
        raise RotationError("fixed-password")
    if username is None:
        changed: dict[str, object] = {"rotation": _count_on(node.password.rotation)}
    else:
        _check_person(diagram, node, username)
        before = node.password.rotations
        changed = {"rotations": before | {username: _count_on(before.get(username, 0))}}
    rotated = node.model_copy(update={"password": node.password.model_copy(update=changed)})
    return diagram.model_copy(update={"nodes": [rotated if each is node else each for each in diagram.nodes]})


def _find_group(diagram: Diagram, name: str) -> Users:
    groups = [node for node in diagram.nodes if isinstance(node, Users)]
    found = [node for node in groups if node.id == name] or [node for node in groups if node.label == name]
    if len(found) != 1:
        raise RotationError("many-groups" if found else "no-group")
    return found[0]


def _check_person(diagram: Diagram, node: Users, username: str) -> None:
    lab = build_lab(LabGraph(diagram))
    group = next(users for users in lab.users if users.place.item == node.id)
    person = next((each for each in group.iter_people() if each.username == username), None)
    if person is None:
        raise RotationError("no-person")
    if person.password is not None:
        raise RotationError("own-password")


def _count_on(count: int) -> int:
    return (count + 1) % (MAX_ROTATION + 1)
