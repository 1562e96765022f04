"""Real lab files, where somebody has them: nodes and cables are those that an independent reader found.

``LABMAPPER_TEST_SAMPLES`` names a folder with one folder of files for each format, and ``EXPECTED/<format>/<file>.json``
beside them, each with ``nodes`` (``name``) and ``links`` (``ends``: name and interface). A format joins by a line in
``FOLDERS``.
"""

import json
import os
import re
from collections import Counter
from pathlib import Path
from typing import Any

from labmapper.core.drawing.document import Diagram
from labmapper.core.drawing.items import Note, Shape
from labmapper.formats.importing import read_file

SAMPLES = Path(os.environ.get("LABMAPPER_TEST_SAMPLES", "no-such-folder"))

# The folders of files, each with the name of the format that must recognise them.
FOLDERS = {
    "cml": "cml",
    "containerlab": "containerlab",
    "dot": "dot",
    "eveng": "eve-ng",
    "gns3": "gns3",
    "graphml": "graphml",
    "natlas": "natlas",
    "netlab": "netlab",
    "virl": "virl",
}
# What makes a name differ from another of the same: Guacamole knows connections by their names alone.
_AGAIN = re.compile(r" \(\d+\)$")

End = tuple[str, str]


def list_samples() -> list[tuple[Path, Path]]:
    """Return each file with what is expected of it."""
    return [
        (file, SAMPLES / "EXPECTED" / folder / f"{file.name}.json")
        for folder in FOLDERS
        for file in sorted((SAMPLES / folder).glob("*"))
        if (SAMPLES / "EXPECTED" / folder / f"{file.name}.json").exists()
    ]


def draw(file: Path) -> Diagram:
    beside = file.with_name(f"{file.name}.annotations.json")
    given = {"annotations": beside.read_text(encoding="utf-8")} if beside.exists() else {}
    imported = read_file(file.read_bytes(), None, given)
    assert imported.format.name == FOLDERS[file.parent.name], file
    diagram, problems = imported.draw()
    assert diagram is not None, (file, [problem.message for problem in problems])
    return diagram


def get_name(label: str) -> str:
    return _AGAIN.sub("", label)


def list_cables(diagram: Diagram) -> Counter[frozenset[str]]:
    names = {node.id: get_name(node.label) for node in diagram.nodes}
    return Counter(frozenset(names[end.node] for end in (link.source, link.target)) for link in diagram.links)


def list_ends(diagram: Diagram) -> set[End]:
    names = {node.id: get_name(node.label) for node in diagram.nodes}
    return {(names[end.node], end.interface) for link in diagram.links for end in (link.source, link.target)}


def list_expected(expected: dict[str, Any]) -> list[list[End]]:
    """Return the ends of each cable between two devices, an empty interface where the other reader tells no name of one."""
    links = [[read_end(end) for end in link["ends"]] for link in expected.get("links", ())]
    return [ends for ends in links if len({name for name, _ in ends}) == len(ends) == 2]


def read_end(end: str | list[Any]) -> End:
    name, *known = [end] if isinstance(end, str) else end
    return name, next((each for each in reversed(known) if isinstance(each, str)), "")


def test_real_files_come_in_with_their_nodes_and_cables() -> None:
    for file, expectation in list_samples():
        expected = json.loads(expectation.read_text(encoding="utf-8"))

        diagram = draw(file)

        names = Counter(get_name(node.label) for node in diagram.nodes if not isinstance(node, Note))
        assert not Counter(node["name"] for node in expected["nodes"]) - names, file
        cables = list_expected(expected)
        assert not Counter(frozenset(name for name, _ in ends) for ends in cables) - list_cables(diagram), file
        assert not {end for ends in cables for end in ends if end[1]} - list_ends(diagram), file


def test_nothing_of_a_real_file_lies_on_top_of_something_else() -> None:
    for file, _ in list_samples():
        nodes = [node for node in draw(file).nodes if not isinstance(node, (Note, Shape))]
        for place, node in enumerate(nodes):
            for other in nodes[:place]:
                assert abs(node.x - other.x) >= 56 or abs(node.y - other.y) >= 56, (file, node.label, other.label)
