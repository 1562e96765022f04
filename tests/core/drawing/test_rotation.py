from typing import Any

import pytest

from labmapper.core.drawing.document import Diagram, parse_diagram, render_diagram
from labmapper.core.drawing.rotation import RotationError, rotate
from labmapper.core.lab.structure import MAX_ROTATION


def draw(*groups: dict[str, Any]) -> Diagram:
    nodes = [{"id": f"u{number}", "type": "users", "label": "student01"} | group for number, group in enumerate(groups)]
    return Diagram.model_validate({"nodes": [{"id": "d", "type": "device"}, *nodes]})


def read_password(diagram: Diagram, node: int = 1) -> dict[str, Any]:
    password: dict[str, Any] = render_diagram(diagram)["nodes"][node]["password"]
    return password


@pytest.mark.parametrize("group", ["u0", "student01"])
def test_a_group_is_found_by_its_id_and_by_its_name(group: str) -> None:
    rotated = rotate(draw({}), group)

    assert read_password(rotated) == {"mode": "random", "rotation": 1, "rotations": {}}


def test_a_person_is_counted_alone_and_nothing_else_changes() -> None:
    before = draw({"count": 3, "password": {"mode": "random", "rotation": 4, "rotations": {"student03": 2}}})

    after = rotate(rotate(before, "u0", "student02"), "u0", "student03")

    assert read_password(after) == {"mode": "random", "rotation": 4, "rotations": {"student03": 3, "student02": 1}}
    assert render_diagram(after)["nodes"][0] == render_diagram(before)["nodes"][0]


def test_a_person_of_a_list_is_known_by_the_user_name() -> None:
    after = rotate(draw({"roster": [{"username": "ann"}, {"username": "ben"}]}), "u0", "ben")

    assert read_password(after)["rotations"] == {"ben": 1}


@pytest.mark.parametrize(
    ("groups", "group", "username", "reason"),
    [
        ([{}], "d", None, "no-group"),
        ([{}, {}], "student01", None, "many-groups"),
        ([{"password": {"mode": "fixed", "value": "x"}}], "u0", None, "fixed-password"),
        ([{"count": 2}], "u0", "student03", "no-person"),
        ([{"roster": [{"username": "ann", "password": "x"}]}], "u0", "ann", "own-password"),
    ],
)
def test_a_password_that_is_not_random_or_not_there_cannot_be_rotated(
    groups: list[dict[str, Any]], group: str, username: str | None, reason: str
) -> None:
    with pytest.raises(RotationError) as caught:
        rotate(draw(*groups), group, username)

    assert caught.value.reason == reason


def test_however_often_something_is_rotated_the_drawing_stays_one() -> None:
    before = draw({"password": {"mode": "random", "rotation": MAX_ROTATION, "rotations": {"student01": MAX_ROTATION}}})

    after = rotate(rotate(before, "u0"), "u0", "student01")

    assert parse_diagram(render_diagram(after))[0] == after
