"""The examples of the editor that were imported: each is what comes of its lab file in the documentation, with eight students.

``LABMAPPER_ACCEPT=1`` writes them anew.
"""

import json
import os
from pathlib import Path

import pytest

from labmapper import core
from labmapper.core.drawing.document import Diagram, parse_diagram, render_diagram
from labmapper.core.pipeline import compile_source
from labmapper.formats.importing import read_file

FILES = Path(__file__).parents[2] / "docs" / "formats" / "examples"
EXAMPLES = Path(core.__file__).with_name("examples")
# Each example with its file, its title, and what was answered when it was imported.
IMPORTED = {
    "with-containerlab": ("campus.clab.yml", "Campus, from containerlab", {}),
    "with-eve-ng": ("firewall.unl", "Firewall, from EVE-NG", {"host": "10.1.1.1"}),
    "with-gns3": ("branch.gns3", "Branch office, from GNS3", {"host": "10.1.1.2"}),
}
STUDENTS = {"id": "students", "type": "users", "label": "student01", "count": 8}


def build(file_name: str, title: str, given: dict[str, str]) -> Diagram:
    """Return the drawing of a lab file with eight students at its left."""
    drawn, _ = read_file((FILES / file_name).read_bytes(), None, given).draw()
    assert drawn is not None
    document = render_diagram(drawn)
    left, top = (min(node[key] for node in document["nodes"]) for key in ("x", "y"))
    document["title"] = title
    document["nodes"].insert(0, STUDENTS | {"x": left - 176, "y": top})
    diagram, problems = parse_diagram(document)
    assert diagram is not None, problems
    return diagram


@pytest.mark.parametrize("name", IMPORTED)
def test_an_imported_example_is_what_comes_of_its_file(name: str) -> None:
    path = EXAMPLES / f"{name}.json"
    built = render_diagram(build(*IMPORTED[name]))
    if os.environ.get("LABMAPPER_ACCEPT"):
        path.write_text(json.dumps(built, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")

    assert json.loads(path.read_text(encoding="utf-8")) == built


@pytest.mark.parametrize("name", IMPORTED)
def test_every_student_reaches_every_console_of_it(name: str) -> None:
    compilation = compile_source(build(*IMPORTED[name]))

    assert compilation.is_sound
    assert compilation.summary.users == 8
    assert compilation.summary.connections == 8 * compilation.summary.devices
