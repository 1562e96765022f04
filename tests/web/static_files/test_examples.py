"""The examples that the editor offers: drawings that can be read as soon as they are opened."""

import json
from itertools import combinations

import pytest

from labmapper.core.drawing.document import Diagram, parse_diagram
from labmapper.core.pipeline import compile_diagram
from labmapper.web.static_files.assets import load_examples
from support.server.people import Browser

# What a window of 1280 x 720 shows of the drawing, less the room that the editor leaves around what it fits in.
WIDTH, HEIGHT = 720, 512
ROOM, HALF = 40, 28
# From here on the editor paints addresses and names of interfaces.
READABLE = 0.8

EXAMPLES = [Diagram.model_validate(example) for example in load_examples()]


@pytest.mark.parametrize("example", load_examples(), ids=lambda example: str(example.get("title")))
def test_an_example_is_a_lab_that_could_be_handed_out(example: dict[str, object]) -> None:
    diagram, problems = parse_diagram(example)

    assert diagram is not None, problems
    assert compile_diagram(diagram).is_sound


def test_the_examples_can_be_saved(nobody: Browser) -> None:
    for example in load_examples():
        nobody.create_diagram(json.loads(json.dumps(example)))


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: example.title)
def test_an_example_is_readable_in_the_window_of_a_laptop(example: Diagram) -> None:
    boxes = [(node.x - HALF, node.y - HALF, node.x + HALF, node.y + HALF) for node in example.nodes]
    boxes += [(zone.x, zone.y, zone.x + zone.width, zone.y + zone.height) for zone in example.zones]
    left, top, right, bottom = (
        pick(sides) for pick, sides in zip((min, min, max, max), zip(*boxes, strict=True), strict=True)
    )

    assert WIDTH / (right - left + 2 * ROOM) >= READABLE
    assert HEIGHT / (bottom - top + 2 * ROOM) >= READABLE


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: example.title)
def test_the_names_in_an_example_do_not_meet(example: Diagram) -> None:
    for one, other in combinations(example.nodes, 2):
        assert abs(one.x - other.x) >= 112 or abs(one.y - other.y) >= 112, f"{one.label} and {other.label}"
