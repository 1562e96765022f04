"""What is told about the look of cables."""

from typing import Any

from labmapper.core.changes.drawing_changes import list_drawing_changes
from labmapper.core.drawing.document import Diagram, parse_diagram, render_diagram


def draw(settings: dict[str, Any] | None = None, **look: object) -> Diagram:
    ends = {"source": {"node": "a", "interface": ""}, "target": {"node": "b", "interface": ""}}
    nodes = [{"id": id_, "type": "network", "label": id_.upper()} for id_ in "ab"]
    document = {"schema": 1, "nodes": nodes, "links": [{"id": "l", **ends, **look}], "settings": settings or {}}
    diagram, problems = parse_diagram(document)
    assert diagram is not None, problems
    return diagram


def tell(old: Diagram, new: Diagram) -> list[str]:
    return [str(change) for change in list_drawing_changes(old, new)]


def test_name_colour_width_dashes_and_way_of_a_cable_are_told() -> None:
    drawn = draw(name="trunk", color="red", width="thick", dash="dashed", route="curved", bends=[{"x": 1, "y": 2}])

    assert tell(draw(), drawn) == [
        "The cable between A and B: now called 'trunk', now red, now thick, now dashed, now curved."
    ]
    assert tell(drawn, draw(color="red", name="trunk")) == [
        "The cable between A and B: as wide as usual again, no longer dashed or dotted, running as the diagram says again."
    ]
    assert tell(draw(name="trunk"), draw()) == ["The cable between A and B: no longer called anything."]


def test_a_cable_that_was_led_another_way_is_told() -> None:
    assert tell(draw(), draw(bends=[{"x": 1, "y": 2}])) == ["The cable between A and B was led another way."]


def test_a_cable_from_a_device_to_itself_is_told_as_a_loop() -> None:
    loop = {"target": {"node": "a", "interface": ""}}
    without = Diagram.model_validate(render_diagram(draw()) | {"links": []})

    assert tell(without, draw(**loop)) == ["The loop at A added."]
    assert tell(draw(**loop), without) == ["The loop at A removed."]
    assert tell(draw(**loop), draw(**loop, name="back")) == ["The loop at A: now called 'back'."]
    assert tell(draw(**loop), draw(**loop, bends=[{"x": 1, "y": 2}])) == ["The loop at A was led another way."]
    assert tell(draw(), draw(**loop)) == ["The loop at A: now at A, not B."]


def test_how_all_cables_run_is_told() -> None:
    assert tell(draw(), draw({"cables": "orthogonal"})) == ["Cables run in right angles now."]
    assert tell(draw({"cables": "curved"}), draw()) == ["Cables run straight now."]


def test_what_nobody_chose_is_not_in_the_document() -> None:
    document = render_diagram(draw())

    assert document["links"] == [
        {"id": "l", "source": {"node": "a", "interface": ""}, "target": {"node": "b", "interface": ""}}
    ]
    assert "cables" not in document["settings"]
