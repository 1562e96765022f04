"""Shapes when a drawing is tidied up: frames stay around what is in them, others beside what they are about."""

from typing import Any

import pytest

from labmapper.core.arrangement.tidy import STYLES, Arrangement, Style, arrange
from labmapper.core.drawing.document import Diagram
from labmapper.formats.importing import read_file
from support.labs.drawings import GOLDEN, build_diagram

ROUTER = {"type": "device", "kind": "router"}


def _draw(*nodes: dict[str, Any], zones: tuple[dict[str, Any], ...] = ()) -> Diagram:
    links = [{"id": f"l{n}", "source": {"node": "r1"}, "target": {"node": id_}} for n, id_ in enumerate(("r2", "r3"))]
    routers = [
        ROUTER | {"id": id_, "label": id_, "x": x, "y": y}
        for id_, x, y in (("r1", 0, 0), ("r2", 700, 30), ("r3", -400, 900))
    ]
    return build_diagram({"schema": 1, "nodes": [*routers, *nodes], "links": links, "zones": list(zones)})


def _shape(id_: str, x: float, y: float, width: float, height: float, **fields: Any) -> dict[str, Any]:
    return {"id": id_, "type": "shape", "x": x, "y": y, "width": width, "height": height} | fields


def _find_box(arrangement: Arrangement, id_: str) -> tuple[float, float, float, float]:
    x, y, width, height = arrangement.shapes[id_]
    return x - abs(width) / 2, y - abs(height) / 2, x + abs(width) / 2, y + abs(height) / 2


@pytest.mark.parametrize("style", STYLES)
@pytest.mark.parametrize("shape", ["rectangle", "ellipse"])
def test_a_frame_stays_around_the_devices_in_it(style: Style, shape: str) -> None:
    arrangement = arrange(_draw(_shape("frame", 350, 15, 900, 200, shape=shape)), style)

    left, top, right, bottom = _find_box(arrangement, "frame")
    for id_ in ("r1", "r2"):
        x, y = arrangement.nodes[id_]
        assert left + 28 < x < right - 28
        assert top + 28 < y < bottom - 28
    assert "frame" not in arrangement.nodes


@pytest.mark.parametrize("style", STYLES)
def test_a_shape_around_nothing_stays_beside_its_device_and_on_nothing(style: Style) -> None:
    diagram = _draw(_shape("legend", -400, 1100, 160, 96))

    arrangement = arrange(diagram, style)

    left, top, right, bottom = _find_box(arrangement, "legend")
    assert (right - left, bottom - top) == (160, 96)
    for x, y in arrangement.nodes.values():
        assert not (left < x + 28 and x - 28 < right and top < y + 28 and y - 28 < bottom)
    x, y = arrangement.nodes["r3"]
    assert abs(left + 80 - x) < 700
    assert abs(top + 48 - y) < 700


def test_a_line_keeps_its_direction() -> None:
    arrangement = arrange(_draw(_shape("line", 700, 30, -200, 60, shape="arrow")), "tiers")

    assert arrangement.shapes["line"][2:] == (-200, 60)


def test_a_frame_around_a_zone_stays_around_all_of_it() -> None:
    zone = {"id": "z", "label": "Rack", "x": 1_000, "y": 1_000, "width": 300, "height": 300}
    inner = ROUTER | {"id": "in", "label": "in", "x": 1_100, "y": 1_150, "zone": "z"}
    arrangement = arrange(_draw(inner, _shape("frame", 1_150, 1_150, 400, 400), zones=(zone,)), "tiers")

    left, top, right, bottom = _find_box(arrangement, "frame")
    x, y, width, height = arrangement.zones["z"]
    assert (left < x, top < y, right > x + width, bottom > y + height) == (True, True, True, True)


def test_a_frame_over_the_border_of_a_zone_is_then_around_it() -> None:
    source = (GOLDEN / "cml" / "lab.cml.yaml").read_bytes()
    diagram, _ = read_file(source).draw()
    assert diagram is not None

    arrangement = arrange(diagram, "tiers")

    left, top, right, bottom = _find_box(arrangement, "s1")
    x, y, width, height = arrangement.zones["z1"]
    assert (left < x, top < y, right > x + width, bottom > y + height) == (True, True, True, True)


def test_a_frame_comes_closer_to_its_own_where_it_would_take_in_something_else() -> None:
    arrangement = arrange(_draw(_shape("frame", 350, 15, 1_000, 500)), "tiers")

    left, top, right, bottom = _find_box(arrangement, "frame")
    x, y = arrangement.nodes["r3"]
    assert not (left < x + 28 and x - 28 < right and top < y + 28 and y - 28 < bottom)
    for id_ in ("r1", "r2"):
        x, y = arrangement.nodes[id_]
        assert left < x - 28 < x + 28 < right
        assert top < y - 28 < y + 28 < bottom


@pytest.mark.parametrize("style", STYLES)
def test_a_frame_in_a_frame_stays_in_it(style: Style) -> None:
    inner, outer = _shape("inner", 700, 30, 500, 500), _shape("outer", 450, 100, 1_200, 800)

    arrangement = arrange(_draw(inner, outer), style)

    left, top, right, bottom = _find_box(arrangement, "outer")
    x, y, x_end, y_end = _find_box(arrangement, "inner")
    assert (left < x, top < y, right > x_end, bottom > y_end) == (True, True, True, True)


@pytest.mark.parametrize("style", STYLES)
def test_a_title_keeps_its_distance_to_the_nearest_corner_of_its_frame(style: Style) -> None:
    frame, title = _shape("frame", 350, 0, 1_200, 600), _shape("title", -160, -260, 160, 40)
    legend = _shape("legend", 860, 260, 160, 40)

    arrangement = arrange(_draw(frame, title, legend), style)

    left, top, right, bottom = _find_box(arrangement, "frame")
    assert _find_box(arrangement, "title")[:2] == (left + 10, top + 20)
    assert _find_box(arrangement, "legend")[2:] == (right - 10, bottom - 20)


def test_a_shape_between_the_devices_of_a_frame_is_on_none_of_them_then() -> None:
    frame, between = _shape("frame", 350, 15, 900, 160), _shape("between", 350, 15, 300, 100)

    arrangement = arrange(_draw(frame, between), "tiers")

    left, top, right, bottom = _find_box(arrangement, "between")
    for x, y in arrangement.nodes.values():
        assert not (left < x + 28 and x - 28 < right and top < y + 28 and y - 28 < bottom)


def test_a_frame_in_a_zone_does_not_stick_out_of_it() -> None:
    zone = {"id": "z", "label": "Rack", "x": 1_000, "y": 1_000, "width": 900, "height": 900}
    inner = ROUTER | {"id": "in", "label": "in", "x": 1_400, "y": 1_400, "zone": "z"}
    arrangement = arrange(_draw(inner, _shape("frame", 1_400, 1_400, 800, 800, zone="z"), zones=(zone,)), "tiers")

    left, top, right, bottom = _find_box(arrangement, "frame")
    x, y, width, height = arrangement.zones["z"]
    assert x < left < right < x + width
    assert y < top < bottom < y + height


def test_what_is_not_chosen_and_pictures_stay() -> None:
    frame, plan = _shape("frame", 350, 15, 900, 200), _shape("plan", 350, 15, 900, 200, shape="picture")

    arrangement = arrange(_draw(frame, plan), "tiers", frozenset({"r1", "r2", "r3"}))

    assert not arrangement.shapes
    assert arrange(_draw(frame, plan), "tiers").shapes.keys() == {"frame"}


def test_what_was_tidied_up_is_tidy() -> None:
    source = (GOLDEN / "cml" / "lab.cml.yaml").read_bytes()
    diagram, _ = read_file(source).draw()
    assert diagram is not None

    once = _apply(diagram, arrange(diagram, "tiers"))
    again = arrange(once, "tiers")

    assert not again.shapes
    assert _apply(once, again) == once


def _apply(diagram: Diagram, arrangement: Arrangement) -> Diagram:
    places = {id_: dict(zip("xy", place, strict=True)) for id_, place in arrangement.nodes.items()}
    boxes = arrangement.shapes | arrangement.zones
    places |= {id_: dict(zip(("x", "y", "width", "height"), box, strict=True)) for id_, box in boxes.items()}
    lists = {
        key: [item.model_copy(update=places.get(item.id, {})) for item in getattr(diagram, key)]
        for key in ("nodes", "zones")
    }
    return diagram.model_copy(update=lists)
