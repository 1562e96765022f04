"""What is drawn beside the nodes of a project of GNS3: texts, boxes and figures of all revisions."""

from labmapper.formats.topology.model import Figure
from support.labs.gns3 import make_project, read


def test_texts_become_notes_and_shapes_are_counted() -> None:
    svg = '<svg width="100" height="40"><text font-size="9">A &amp; B</text><text>second &lt;line&gt;</text></svg>'
    drawings = [{"svg": svg, "x": 10, "y": 20}, {"svg": "<svg><rect/></svg>", "x": 0, "y": 0}, {"svg": None}]

    found, messages = read(make_project([], drawings=drawings))

    assert [(note.text, note.x, note.y) for note in found.notes] == [("A & B\nsecond <line>", 60, 40)]
    assert messages == ["2 shapes without text are not drawn."]


def test_notes_and_shapes_of_gns3_1_too() -> None:
    topology = {"notes": [{"text": "hello", "x": 1.0, "y": 2.0}, {"text": " "}], "ellipses": [{}], "images": [{}, {}]}

    found, messages = read(make_project([], revision=4, **topology))

    assert [(note.text, note.x, note.y) for note in found.notes] == [("hello", 1, 2)]
    assert messages == ["One shape without text is not drawn.", "2 pictures are not drawn."]


def test_a_rectangle_around_devices_is_a_zone_named_by_the_text_in_it() -> None:
    nodes = [{"node_id": "a", "name": "r1", "x": 50, "y": 100, "width": 60, "height": 60}]
    drawings = [
        {"svg": '<svg width="300" height="200"><rect width="300" height="200"/></svg>', "x": 0, "y": 0},
        {"svg": '<svg width="80" height="20"><text>Branch</text></svg>', "x": 10, "y": 5},
        {"svg": '<svg width="80" height="80"><ellipse fill="#00aa00"/></svg>', "x": 900, "y": 900},
        {"svg": '<svg><line stroke="#000" x1="0" x2="-100" y1="0" y2="50"/></svg>', "x": 500, "y": 500},
        {"svg": '<svg><path d="M0 0"/></svg>', "x": 500, "y": 500},
    ]

    found, messages = read(make_project(nodes, drawings=drawings))

    assert [(zone.name, zone.box) for zone in found.zones] == [("Branch", (0, 0, 300, 200))]
    assert found.notes == []
    assert found.figures == [
        Figure(450, 525, -100, 50, "line"),
        Figure(940, 940, 80, 80, "ellipse", color="green"),
    ]
    assert messages == ["One shape without text is not drawn."]


def test_a_rectangle_of_gns3_1_is_a_zone_too() -> None:
    node = {"id": 1, "type": "VPCSDevice", "label": {"text": "PC1"}, "x": 10.0, "y": 10.0}

    found, messages = read(
        make_project([node], revision=4, rectangles=[{"x": 0, "y": 0, "width": 200.0, "height": 200.0}])
    )

    assert [zone.box for zone in found.zones] == [(0, 0, 200, 200)]
    assert not [message for message in messages if "shape" in message]
