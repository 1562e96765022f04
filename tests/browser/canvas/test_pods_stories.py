"""The pods example, drawn from nothing by mouse, by keyboard and by touch: three ways to the same file."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page

from browser.conftest import OpenPage
from support.browser.editor import Editor, Spot
from support.browser.keyboard import Keyboard
from support.browser.mouse import Mouse
from support.browser.person import Addition, Enclosure, Hand, Thing, download, read_devices, watch_devices
from support.browser.touch import Touch
from support.labs.drawings import GOLDEN

pytestmark = [pytest.mark.browser, pytest.mark.long]

Diagram = dict[str, Any]

EXAMPLE = GOLDEN / "pods" / "diagram.json"
TITLES = {"l3switch": "Layer 3 switch", "router": "Router", "server": "Server", "workstation": "Workstation"}
PROTOCOLS = {"ssh": "SSH", "vnc": "VNC"}
MARGIN = 70


@pytest.fixture(scope="module")
def example() -> Diagram:
    """Return the example, with passwords that are typed: random ones differ from diagram to diagram."""
    diagram: Diagram = json.loads(EXAMPLE.read_text(encoding="utf-8"))
    for node in diagram["nodes"]:
        if node["type"] == "users":
            node["password"] = {"mode": "fixed", "value": f"{node['label']} & <friends>"}
        for connection in node.get("connections", []):
            connection.setdefault("copies", {})  # the golden drawing is older than that
    return diagram


@pytest.fixture(scope="module")
def expected(example: Diagram, tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """Return what the command line makes of the example."""
    directory = tmp_path_factory.mktemp("expected")
    (directory / "diagram.json").write_text(json.dumps(example), encoding="utf-8")
    command = [sys.executable, "-m", "labmapper", "convert", "-i", "diagram.json"]
    subprocess.run(command, cwd=directory, check=True)
    return (directory / "user-mapping.xml").read_bytes()


@pytest.mark.parametrize("way", [Mouse, Keyboard, Touch])
def test_the_pods_example_is_drawn_from_nothing_and_downloaded(
    way: type[Hand], open_page: OpenPage, example: Diagram, expected: bytes, tmp_path: Path
) -> None:
    page = open_page(**way.options)
    watch_devices(page)
    page.goto("/new")
    editor = Editor(page)
    hand = way(editor)

    Story(hand, editor, example).draw()
    file = download(hand, page, tmp_path)

    assert file.read_bytes() == expected
    drawn = describe(read_saved(page))
    assert drawn["settings"].pop("passwords")["version"] == 2  # the golden drawing is older than that
    assert drawn == describe(example)
    assert read_devices(page) == {way.device}


class Story:
    """Draws a diagram with one hand, thing by thing as it stands there."""

    def __init__(self, hand: Hand, editor: Editor, diagram: Diagram) -> None:
        self._hand = hand
        self._editor = editor
        self._diagram = diagram
        self._to_spot = Map(diagram, editor)
        self._things = {
            node["id"]: Thing(node["label"], self._to_spot(node["x"], node["y"])) for node in diagram["nodes"]
        }

    def draw(self) -> None:
        """Draw nodes, zones, cables and access."""
        self._hand.type(self._editor.page.get_by_label("Title of the diagram"), self._diagram["title"])
        for node in self._diagram["nodes"]:
            self._draw_node(node)
        for zone in self._diagram["zones"]:
            self._draw_zone(zone)
        for link in self._diagram["links"]:
            self._draw_link(link["source"], link["target"])
        for edge in self._diagram["access"]:
            self._hand.give_access(self._things[edge["users"]], self._things[edge["target"]])

    def _draw_node(self, node: Diagram) -> None:
        kind = TITLES.get(node.get("kind", ""), node["type"].capitalize())
        self._hand.add(Addition(kind, self._things[node["id"]].spot))
        if node["type"] == "users":
            self._type("First user name", node["label"])
            self._type("Count", str(node["count"]))
            self._choose("Each password is", "The same for everybody")
            self._type("Password", node["password"]["value"])
        else:
            self._type("Name", node["label"])
        for connection in node.get("connections", []):
            self._choose("Protocol", PROTOCOLS[connection["protocol"]])
            self._type("Host", connection["host"])
            self._type("Port", connection["port"])
            self._type("User name", connection["parameters"].get("username", ""))

    def _draw_zone(self, zone: Diagram) -> None:
        left, top, right, bottom = zone["x"], zone["y"], zone["x"] + zone["width"], zone["y"] + zone["height"]
        corners = self._to_spot(left, top), self._to_spot(right, bottom)
        self._things[zone["id"]] = Thing(zone["label"], (corners[0][0] + 20, corners[1][1] - 20))
        names = [node["label"] for node in self._diagram["nodes"] if node["zone"] == zone["id"]]
        self._hand.enclose(Enclosure(corners, names))
        owner = next(node for node in self._diagram["nodes"] if node["id"] == zone["pod"])
        self._type("Name", zone["label"])
        self._choose("This zone exists", f"One for each of {owner['label']} ({owner['count']})")

    def _draw_link(self, source: Diagram, target: Diagram) -> None:
        self._hand.connect(self._things[source["node"]], self._things[target["node"]])
        for end in (source, target):
            self._type(f"Interface of {self._things[end['node']].name}", end["interface"])

    def _type(self, field: str, value: str) -> None:
        if value:
            self._hand.type(self._editor.get_field(field), value)

    def _choose(self, field: str, option: str) -> None:
        self._hand.choose(self._editor.get_field(field), option)


class Map:
    """The way from a place on the diagram to a spot on the canvas that shows all of it."""

    def __init__(self, diagram: Diagram, editor: Editor) -> None:
        box = editor.canvas.bounding_box()
        assert box is not None
        places = [(node["x"], node["y"]) for node in diagram["nodes"]]
        places += [(zone["x"] + zone["width"], zone["y"] + zone["height"]) for zone in diagram["zones"]]
        xs, ys = zip(*places, strict=True)
        self._origin = min(xs), min(ys)
        self._scale = (
            (box["width"] - 2 * MARGIN) / (max(xs) - min(xs)),
            (box["height"] - 2 * MARGIN) / (max(ys) - min(ys)),
        )

    def __call__(self, x: float, y: float) -> Spot:
        (left, top), (across, down) = self._origin, self._scale
        return round(MARGIN + (x - left) * across), round(MARGIN + (y - top) * down)


def read_saved(page: Page) -> Diagram:
    """Return the diagram on *page* as it was saved."""
    answer = page.request.get(f"/api/v1/diagrams/{page.url.rsplit('/', 1)[-1]}")
    saved: Diagram = answer.json()["diagram"]
    return saved


def describe(diagram: Diagram) -> Diagram:
    """Return what *diagram* says, whatever the ids of its items and wherever they stand."""
    names = {item["id"]: item["label"] for item in [*diagram["nodes"], *diagram["zones"]]}
    unimportant = {"id", "x", "y", "width", "height"}

    def plain(value: Any) -> Any:
        if isinstance(value, dict):
            return {key: plain(each) for key, each in value.items() if key not in unimportant}
        if isinstance(value, list):
            return [plain(each) for each in value]
        return names.get(value, value) if isinstance(value, str) else value

    described: Diagram = plain(diagram)
    return described
