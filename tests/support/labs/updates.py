"""Drawings of a few devices, and updates of one from another."""

from typing import Any

from labmapper.core.merging.update import Update, update_diagram
from support.labs.drawings import build_diagram

SSH = {"protocol": "ssh", "host": "10.0.0.1"}


def draw(*names: str, cables: tuple[tuple[str, str], ...] = (), **fields: Any) -> dict[str, Any]:
    """Return a drawing of devices with a cable between each of *cables*, with the numbers of the ends as interfaces."""
    ids = {name: f"d{number}" for number, name in enumerate(names, start=1)}
    nodes = [
        {"id": id_, "type": "device", "label": name, "x": 160.0 * number, "connections": [SSH]}
        for number, (name, id_) in enumerate(ids.items())
    ]
    links = [
        {
            "id": f"l{number}",
            "source": {"node": ids[one], "interface": f"to-{other}"},
            "target": {"node": ids[other], "interface": f"to-{one}"},
        }
        for number, (one, other) in enumerate(cables, start=1)
    ]
    return {"schema": 1, "nodes": nodes, "links": links} | fields


def update(current: Any, imported: Any, previous: Any = None, **choice: bool) -> Update:
    former = None if previous is None else build_diagram(previous)
    return update_diagram(build_diagram(current), build_diagram(imported), former, **choice)
