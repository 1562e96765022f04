"""Real lab files, where somebody has them: nodes and cables are those that an independent reader found.

``LABMAPPER_TEST_SAMPLES`` names a folder with one folder of files for each format, and ``EXPECTED/<format>/<file>.json``
beside them, each with ``nodes`` (``name``) and ``links`` (``ends``: name and interface). A format joins by a line in
``FOLDERS``.
"""

import json
import os
from collections import Counter
from pathlib import Path
from typing import Any

from labmapper.core.drawing.document import Diagram
from labmapper.core.drawing.items import Note
from labmapper.formats.importing import read_file

SAMPLES = Path(os.environ.get("LABMAPPER_TEST_SAMPLES", "no-such-folder"))

# The folders of files, each with the name of the format that must recognise them.
FOLDERS = {
    "containerlab": "containerlab",
}

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


def list_cables(diagram: Diagram) -> Counter[frozenset[End]]:
    names = {node.id: node.label for node in diagram.nodes}
    return Counter(
        frozenset((names[end.node], end.interface) for end in (link.source, link.target)) for link in diagram.links
    )


def list_expected(expected: dict[str, Any]) -> Counter[frozenset[End]]:
    links = [
        [tuple(each[:2]) if isinstance(each, list) else (each, "") for each in link["ends"]]
        for link in expected["links"]
    ]
    return Counter(frozenset((name, interface or "") for name, interface in ends) for ends in links if len(ends) > 1)


def test_real_files_come_in_with_their_nodes_and_cables() -> None:
    for file, expectation in list_samples():
        expected = json.loads(expectation.read_text(encoding="utf-8"))

        diagram = draw(file)

        names = Counter(node.label for node in diagram.nodes if not isinstance(node, Note))
        assert not Counter(node["name"] for node in expected["nodes"]) - names, file
        assert not list_expected(expected) - list_cables(diagram), file


def test_nothing_of_a_real_file_lies_on_top_of_something_else() -> None:
    for file, _ in list_samples():
        nodes = [node for node in draw(file).nodes if not isinstance(node, Note)]
        for place, node in enumerate(nodes):
            for other in nodes[:place]:
                assert abs(node.x - other.x) >= 56 or abs(node.y - other.y) >= 56, (file, node.label, other.label)
