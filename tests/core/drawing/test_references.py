"""What a diagram refers to must be there, and zones must lie in each other in a way that has an end."""

from typing import Any

import pytest

from labmapper.core.arrangement.tidy import arrange
from labmapper.core.drawing.document import parse_diagram
from support.labs.drawings import build_diagram, draw_pods

DEEPEST = 100


def draw_zone(name: str, **facts: str | None) -> dict[str, Any]:
    return {"id": name, "x": 0, "y": 0, "width": 9, "height": 9} | facts


def draw_nested(depth: int) -> dict[str, Any]:
    """Return a device in a zone, in a zone, and so on, *depth* times."""
    zones = [draw_zone(f"z{n}", zone=f"z{n - 1}" if n else None) for n in range(depth)]
    return {"zones": zones, "nodes": [{"id": "n1", "type": "device", "zone": f"z{depth - 1}"}]}


@pytest.mark.parametrize(
    ("change", "complaint"),
    [
        ({"links": [{"id": "n1", "source": {"node": "n1"}, "target": {"node": "n1"}}]}, "The id 'n1' is used twice"),
        (
            {"links": [{"id": "l1", "source": {"node": "n2"}, "target": {"node": "n2"}}]},
            "Link 'l1' ends at 'n2', which is not a device, network or gateway",
        ),
        (
            {"links": [{"id": "l1", "source": {"node": "n1"}, "target": {"node": "n2"}}]},
            "Link 'l1' ends at 'n2', which is not a device, network or gateway",
        ),
        (
            {"access": [{"id": "a1", "users": "n1", "target": "z1"}]},
            "Access 'a1' starts at 'n1', which is not a users node of the diagram",
        ),
        (
            {"access": [{"id": "a1", "users": "n2", "target": "n2"}]},
            "Access 'a1' ends at 'n2', which is not a device, zone or network",
        ),
        ({"zones": []}, "'n1' is in zone 'z1', which is not in the diagram"),
        (
            {"zones": [draw_zone("z1", pod="n1")]},
            "Zone 'z1' is a pod of 'n1', which is not a users node of the diagram",
        ),
        ({"zones": [draw_zone("z1", zone="z2"), draw_zone("z2", zone="z1")]}, "Zone 'z1' is inside itself"),
        (draw_nested(DEEPEST + 1), "Zone 'z100' is more than 100 zones deep"),
    ],
)
def test_what_a_diagram_may_not_refer_to_is_named(change: dict[str, Any], complaint: str) -> None:
    diagram, problems = parse_diagram(draw_pods() | change)

    assert diagram is None
    assert [problem.message for problem in problems] == [complaint]


@pytest.mark.parametrize("style", ["tiers", "force", "grid"])
def test_zones_as_deep_as_may_be_are_arranged(style: Any) -> None:
    assert len(arrange(build_diagram(draw_nested(DEEPEST)), style).zones) == DEEPEST
