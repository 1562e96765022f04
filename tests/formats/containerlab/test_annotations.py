"""Annotations of containerlab's editor beside a topology: places, icons, groups, texts and shapes."""

import json

import pytest

from labmapper.core.drawing.items import Shape
from labmapper.formats.importing import read_file
from support.labs.containerlab import get_device, lab, read


def test_annotations_give_places_icons_groups_and_texts() -> None:
    annotations = {
        "nodeAnnotations": [
            {"id": "a", "position": {"x": 10, "y": 20}, "icon": "client", "groupId": "g1"},
            {"id": "b", "position": {"x": 110, "y": 20}},
            {"id": "gone", "position": {"x": 0, "y": 0}},
        ],
        "networkNodeAnnotations": [{"id": "host:h0", "type": "host", "position": {"x": 60, "y": 90}}],
        "groupStyleAnnotations": [
            {"id": "g1", "name": "Racks", "position": {"x": 10, "y": 20}, "width": 60, "height": 60},
        ],
        "freeTextAnnotations": [{"id": "t", "text": "Hello\nyou", "position": {"x": 10, "y": 200}}],
        "freeShapeAnnotations": [
            {"id": "s"},
            {"id": "list", "shapeType": [], "position": {"x": 0, "y": 0}, "width": 5, "height": 5},
            {"shapeType": "circle", "position": {"x": 10, "y": 300}, "width": 40, "height": 20, "fillColor": "#0369a1"},
            {
                "shapeType": "line",
                "position": {"x": 110, "y": 20},
                "endPosition": {"x": 10, "y": 20},
                "lineEndArrow": True,
            },
        ],
    }

    diagram, problems = read(
        lab("    a: {kind: ceos}\n    b: {kind: ceos}", '    - endpoints: ["a:e1", "host:h0"]'),
        annotations=json.dumps(annotations),
    )

    a, b, host, note, circle, arrow = diagram.nodes
    assert a.y == b.y
    assert b.x > a.x + 100
    assert a.x < host.x < b.x
    assert get_device(diagram, "a").kind == "workstation"
    assert note.label == "Hello\nyou"
    zone = diagram.zones[0]
    assert (zone.label, a.zone, b.zone) == ("Racks", zone.id, None)
    assert zone.x < a.x < zone.x + zone.width
    assert isinstance(circle, Shape)
    assert (circle.shape, circle.color, circle.y > note.y) == ("ellipse", "blue", True)
    assert circle.width == pytest.approx(2 * circle.height)
    assert isinstance(arrow, Shape)
    assert (arrow.shape, arrow.width < 0, arrow.height) == ("arrow", True, 0)
    assert [problem.variant for problem in problems].count("shape") == 2


def test_annotations_alone_are_refused_by_name() -> None:
    imported = read_file(b'{"freeTextAnnotations": [], "nodeAnnotations": []}')

    assert [problem.code for problem in imported.problems] == ["import-sidecar"]


@pytest.mark.parametrize(
    "annotations", ["{", "[]", "7", '{"nodeAnnotations": 7}', '{"nodeAnnotations": [7, {"id": []}]}', "\ud800"]
)
def test_broken_annotations_do_not_keep_the_topology_out(annotations: str) -> None:
    diagram, _ = read(lab("    a:"), annotations=annotations)

    assert [node.label for node in diagram.nodes] == ["a"]
