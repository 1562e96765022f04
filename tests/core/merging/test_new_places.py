"""Where an update puts what is new."""

from typing import Any

from labmapper.core.merging.update import Update
from support.labs.updates import draw, update


def _place(drawing: dict[str, Any], **places: tuple[float, float]) -> dict[str, Any]:
    """Return *drawing* with its devices at these *places*."""
    for node in drawing["nodes"]:
        node["x"], node["y"] = places.get(node["label"], (node["x"], 0.0))
    return drawing


def _find_places(found: Update) -> dict[str, tuple[float, float]]:
    assert found.diagram is not None
    return {node.label: (node.x, node.y) for node in found.diagram.nodes}


def test_what_has_no_cable_stands_beside_what_is_nearest_in_the_file() -> None:
    old = _place(draw("r1", "r2"), r1=(5_000, -9_000), r2=(0, 3_000))
    new = _place(draw("r1", "r2", "pc"), r1=(0, 0), r2=(900, 0), pc=(0, 200))

    assert _find_places(update(old, new))["pc"] == (5_000, -8_800)


def test_what_is_far_from_all_in_the_file_comes_near() -> None:
    old = _place(draw("r1"), r1=(0, -9_000))
    new = _place(draw("r1", "pc"), r1=(0, 0), pc=(90_000, -90_000))

    assert _find_places(update(old, new))["pc"] == (480, -9_432)


def test_what_has_no_cable_takes_a_free_place_in_its_zone() -> None:
    zone = {"id": "z1", "label": "Rack", "x": -100.0, "y": -2_000.0, "width": 600.0, "height": 600.0}
    old, new = draw("r1", "r2", zones=[zone]), draw("r1", "r2", "pc", "nas", zones=[zone])
    for drawing in (old, new):
        _place(drawing, r1=(0, -1_800), r2=(0, 4_000), pc=(160, -1_800), nas=(0, -1_800))
        for node in drawing["nodes"]:
            node["zone"] = None if node["label"] == "r2" else "z1"

    found = update(old, new)

    places = _find_places(found)
    assert places["pc"] == (160, -1_800)
    assert places["nas"] != places["r1"]
    assert found.diagram is not None
    (rack,) = found.diagram.zones
    assert (rack.x, rack.y, rack.width, rack.height) == (-100, -2_000, 600, 600)
    assert all(-2_000 < places[name][1] < -1_400 for name in ("pc", "nas"))


def test_what_comes_into_an_empty_zone_too_small_for_it_stays_at_the_zone() -> None:
    zone = {"id": "z1", "label": "Rack", "x": 0.0, "y": -9_000.0, "width": 100.0, "height": 100.0}
    old, new = draw("r1", zones=[zone]), draw("r1", "pc", zones=[zone])
    new["nodes"][1]["zone"] = "z1"

    assert _find_places(update(old, new))["pc"][1] < -8_700
