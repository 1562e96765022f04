from typing import Any

import pytest

from labmapper.core.drawing.document import Diagram
from labmapper.core.drawing.shown_title import find_shown_title

# tests/frontend/model/shown-title.test.js has the same.
CASES = [
    ("Network basics", ["R1"], [], "Network basics"),
    ("Untitled lab", [], [], "Untitled lab"),
    ("Untitled lab", ["R1", " ", "R1", "SW1"], [], "R1, SW1"),
    ("Untitled lab", ["R1", "SW1", "PC1", "PC2"], ["Zone 1"], "R1, SW1, PC1 …"),
    ("Untitled lab", ["R1"], ["Campus", "Branch  office"], "Campus, Branch office"),
    ("Untitled lab", ["x" * 50], [], "x" * 40),
]


@pytest.mark.parametrize(("title", "devices", "zones", "shown"), CASES)
def test_a_diagram_that_nobody_named_is_called_by_what_it_holds(
    title: str, devices: list[str], zones: list[str], shown: str
) -> None:
    nodes: list[dict[str, Any]] = [
        {"id": f"n{place}", "type": "device", "kind": "router", "label": label, "x": 0, "y": 0, "connections": []}
        for place, label in enumerate(devices)
    ]
    boxes = [
        {"id": f"z{place}", "label": label, "x": 0, "y": 0, "width": 100, "height": 100}
        for place, label in enumerate(zones)
    ]

    assert find_shown_title(Diagram.model_validate({"title": title, "nodes": nodes, "zones": boxes})) == shown
