"""What the server has of the drawing on a page, for tests that ask where things lie and what joins them."""

from collections.abc import Iterator, Mapping
from typing import Any

from playwright.sync_api import Page

from support.browser.editor import Editor


class Drawn:
    """One drawing as it was saved. Things go by their labels."""

    def __init__(self, document: Mapping[str, Any]) -> None:
        self.document = document
        self._labels = {item["id"]: item["label"] for item in self._iterate_placed()}

    def get(self, label: str) -> Mapping[str, Any]:
        """Return the node or zone *label*."""
        return next(item for item in self._iterate_placed() if item["label"] == label)

    def get_place(self, label: str) -> tuple[float, float]:
        item = self.get(label)
        return item["x"], item["y"]

    def get_labels(self) -> list[str]:
        """Return the labels of all nodes, from the back to the front."""
        return [node["label"] for node in self.document["nodes"]]

    def get_cables(self) -> set[frozenset[str]]:
        """Return the two ends of each cable."""
        ends = ((link["source"]["node"], link["target"]["node"]) for link in self.document["links"])
        return {frozenset(self._labels[end] for end in pair) for pair in ends}

    def get_access(self) -> set[tuple[str, str]]:
        """Return who is given what."""
        return {(self._labels[edge["users"]], self._labels[edge["target"]]) for edge in self.document["access"]}

    def _iterate_placed(self) -> Iterator[Mapping[str, Any]]:
        yield from self.document["nodes"]
        yield from self.document["zones"]


def read_drawn(page: Page) -> Drawn:
    """Wait until the drawing on *page* is saved, and return it."""
    Editor(page).expect_saved()
    token = page.url.rsplit("/", 1)[1]
    answer = page.request.get(f"/api/v1/diagrams/{token}")
    assert answer.ok
    return Drawn(answer.json()["diagram"])


def save_drawing(page: Page, diagram: Mapping[str, Any]) -> str:
    """Save *diagram* for whoever looks at *page*, and return its id."""
    return str(post(page, "/diagrams", {"diagram": diagram})["id"])


def post(page: Page, path: str, body: Mapping[str, Any]) -> dict[str, Any]:
    """Send *body* to *path* of the API as whoever looks at *page* does, and return what is answered."""
    token = page.request.get("/api/v1/session").json()["csrf_token"]
    answer = page.request.post(f"/api/v1{path}", data=body, headers={"X-CSRFToken": token})
    assert answer.ok, answer.text()
    given: dict[str, Any] = answer.json()
    return given
