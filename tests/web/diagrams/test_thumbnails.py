from xml.etree import ElementTree as ET

import pytest

from labmapper.core.drawing.document import parse_diagram, render_diagram
from labmapper.web.diagrams.thumbnails import HEIGHT, WIDTH, render_thumbnail
from labmapper.web.static_files.assets import load_examples
from support.labs.drawings import draw_lab
from support.server.people import Browser


def render(drawing: object) -> str:
    diagram, problems = parse_diagram(drawing)
    assert diagram is not None, problems
    return render_thumbnail(render_diagram(diagram))


@pytest.mark.parametrize(
    "drawing", [*load_examples(), draw_lab(), {"schema": 1}], ids=lambda each: str(each.get("title"))
)
def test_a_picture_holds_every_shape_inside_its_frame(drawing: dict[str, object]) -> None:
    shapes = ET.fromstring(render(drawing)).findall("{http://www.w3.org/2000/svg}rect")

    assert len(shapes) == len(drawing.get("nodes", [])) + len(drawing.get("zones", []))  # type: ignore[arg-type]
    for shape in shapes:
        x, y, width, height = (float(shape.attrib[name]) for name in ("x", "y", "width", "height"))
        assert x >= -1
        assert x + width <= WIDTH + 1
        assert y >= -1
        assert y + height <= HEIGHT + 1


def test_no_word_of_the_drawing_is_in_its_picture() -> None:
    drawing = draw_lab("<script>title</script>", password="class-password")

    picture = render(drawing)

    assert not any(
        word in picture for word in ("script", "R1", "student", "10.0.0.1", "router-secret", "class-password")
    )


def test_a_browser_keeps_the_picture_of_a_revision_but_no_other(alice: Browser) -> None:
    path = f"/diagrams/{alice.create_diagram(draw_lab())}/thumbnail.svg"

    assert "immutable" in alice.get(f"{path}?revision=1").headers["Cache-Control"]
    assert alice.get(path).headers["Cache-Control"] == "no-store"
    assert alice.get(path).mimetype == "image/svg+xml"


def test_what_is_on_a_hidden_layer_is_not_in_the_picture() -> None:
    nodes = [{"id": f"d{n}", "type": "device", "x": n * 100, "layer": f"floor {n}"} for n in (1, 2)]
    zones = [{"id": "z1", "x": 0, "y": 0, "width": 90, "height": 90, "layer": "floor 2"}]
    links = [{"id": "l1", "source": {"node": "d1"}, "target": {"node": "d2"}}]
    drawing = {"schema": 1, "settings": {"hidden": ["floor 2"]}, "nodes": nodes, "zones": zones, "links": links}

    picture = render(drawing)

    assert picture.count("<rect") == 1
    assert "<path" not in picture


def test_a_curve_leaves_its_devices_as_on_the_canvas_however_small_the_picture_is() -> None:
    places = {"d0": (0, 0), "d1": (300, 150), "far": (6000, 3000)}
    nodes = [{"id": id_, "type": "device", "x": x, "y": y} for id_, (x, y) in places.items()]
    links = [{"id": "l", "source": {"node": "d0"}, "target": {"node": "d1"}, "route": "curved"}]

    picture = render({"schema": 1, "nodes": nodes, "zones": [], "links": links})

    start, _, rest = picture.partition('<path d="M')[2].partition("C")
    assert start.split()[0] == rest.split()[0]


def test_cables_run_as_they_are_drawn_and_loops_are_seen_inside_the_frame() -> None:
    nodes = [{"id": f"d{n}", "type": "device", "x": n * 200} for n in range(3)]
    links = [
        {"id": "past", "source": {"node": "d0"}, "target": {"node": "d2"}},
        {"id": "bent", "source": {"node": "d0"}, "target": {"node": "d1"}, "bends": [{"x": 100, "y": 900}]},
        {"id": "loop", "source": {"node": "d2"}, "target": {"node": "d2"}},
    ]

    picture = render({"schema": 1, "nodes": nodes, "zones": [], "links": links})

    paths = [path.attrib["d"] for path in ET.fromstring(picture).findall("{http://www.w3.org/2000/svg}path")]
    assert [path.count("L") for path in paths] == [3, 2, 3]
    numbers = [float(number) for path in paths for number in path.replace("M", "").replace("L", " ").split()]
    across, down = numbers[::2], numbers[1::2]
    assert 0 <= min(across) < max(across) <= WIDTH
    assert 0 <= min(down) < max(down) <= HEIGHT
