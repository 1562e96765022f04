"""Small drawings for the tests, as JSON, and the folder with the large ones."""

from pathlib import Path
from typing import Any

from labmapper.core.drawing.document import Diagram, parse_diagram
from labmapper.core.drawing.items import Device

# One folder a lab: what it is made of, and the files that must come of it, to the byte.
GOLDEN = Path(__file__).parents[2] / "golden"


def draw_lab(title: str = "Lab", *, password: str | None = None, students: int = 2) -> dict[str, Any]:
    """Return a group of students who reach one router; their passwords are random, or all *password*."""
    how = {"mode": "random"} if password is None else {"mode": "fixed", "value": password}
    connection = {
        "protocol": "ssh",
        "host": "10.0.0.1",
        "parameters": {"username": "cisco", "password": "router-secret"},
    }
    return {
        "schema": 1,
        "title": title,
        "nodes": [
            {"id": "n1", "type": "device", "kind": "router", "label": "R1", "connections": [connection]},
            {"id": "n2", "type": "users", "label": "student01", "count": students, "password": how, "x": 200},
        ],
    }


def draw_broken(title: str = "Broken") -> dict[str, Any]:
    """Return a diagram that can be saved, and whose mapping cannot be handed out."""
    diagram = draw_lab(title)
    diagram["nodes"][0]["connections"][0]["protocol"] = "no such protocol\x01"
    return diagram


def draw_pods() -> dict[str, Any]:
    """Return the lab with its router in a pod: everybody has one of their own."""
    diagram = draw_lab()
    diagram["nodes"][0]["zone"] = "z1"
    diagram["nodes"][0]["connections"][0]["host"] = "10.0.{pod}.1"
    diagram["zones"] = [{"id": "z1", "label": "Pod", "x": -100, "y": -100, "width": 200, "height": 200, "pod": "n2"}]
    return diagram


CONFIG = b"""\
users:
  student:
    quantity: 2
    username_prefix: student
    username_suffix: '01'
    password: random
devices:
  router:
    quantity: 2
    name_prefix: R
    name_suffix: '1'
    hostname_prefix: 10.0.0.
    hostname_suffix: '1'
    parameters:
      protocol: ssh
      port: 22
      username: cisco
      password: router-secret
"""


def draw_other(path: str, value: object) -> dict[str, Any]:
    """Return the lab with the password "old-password" and with *value* at *path*, as in ``nodes.0.label``."""
    drawing = draw_lab(password="old-password")
    *way, last = path.split(".")
    place: Any = drawing
    for step in way:
        place = place[int(step)] if step.isdigit() else place[step]
    place[int(last) if last.isdigit() else last] = value
    return drawing


def build_diagram(drawing: dict[str, Any]) -> Diagram:
    """Return *drawing*, which must be one, as the server reads it."""
    diagram, problems = parse_diagram(drawing)
    assert diagram is not None, problems
    return diagram


def list_devices(diagram: Diagram) -> dict[str, Device]:
    """Return the devices of *diagram* by their labels."""
    return {node.label: node for node in diagram.nodes if isinstance(node, Device)}
