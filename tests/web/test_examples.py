import json

import pytest

from labmapper.core.diagram import parse_diagram
from labmapper.core.pipeline import compile_diagram
from labmapper.web.examples import load_examples
from support.people import Browser


@pytest.mark.parametrize("example", load_examples(), ids=lambda example: str(example.get("title")))
def test_an_example_is_a_lab_that_could_be_handed_out(example: dict[str, object]) -> None:
    diagram, problems = parse_diagram(example)

    assert diagram is not None, problems
    assert compile_diagram(diagram).is_sound


def test_the_examples_can_be_saved(nobody: Browser) -> None:
    for example in load_examples():
        nobody.create_diagram(json.loads(json.dumps(example)))
