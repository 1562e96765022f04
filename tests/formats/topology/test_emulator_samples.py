"""Real projects of GNS3 and labs of EVE-NG, where somebody has them: devices, consoles and cables as another reader found.

``LABMAPPER_TEST_SAMPLES`` names the folder, as for ``test_samples.py``.
"""

import json
import os
from collections import Counter
from pathlib import Path
from typing import Any

from labmapper.formats.eveng.reader import read_text
from labmapper.formats.gns3.reader import read_project
from labmapper.formats.importing import read_file
from labmapper.formats.topology.findings import Findings
from labmapper.formats.topology.model import Topology

SAMPLES = Path(os.environ.get("LABMAPPER_TEST_SAMPLES", "no-such-folder"))
# GNS3's own test has the same id for every node in this file: nobody can tell what its cable connects.
WITHOUT_IDS = "v1.5_builtins.converted-2x.gns3"
PAIR = 2


def list_samples(folder: str) -> list[tuple[Path, dict[str, Any]]]:
    return [
        (file, json.loads((SAMPLES / "EXPECTED" / folder / f"{file.name}.json").read_text(encoding="utf-8")))
        for file in sorted((SAMPLES / folder).glob("*"))
    ]


def list_ends(found: Topology) -> Counter[frozenset[tuple[str, str]]]:
    names = {device.key: device.name for device in found.devices}
    return Counter(
        frozenset((names.get(end.device, ""), end.interface) for end in (cable.source, cable.target))
        for cable in found.cables
    )


def test_projects_of_gns3_have_the_devices_consoles_and_cables_that_were_expected() -> None:
    for file, expected in list_samples("gns3"):
        found = read_project(file.read_bytes(), "", Findings())

        assert found is not None
        assert found.title == expected["title"], file
        consoles = [(each.name, each.consoles[0].port if each.consoles else None) for each in found.devices]
        assert consoles == [(node["name"], node["console"] and str(node["console"])) for node in expected["nodes"]], (
            file
        )
        ends = Counter(frozenset((end[0], end[-1]) for end in link["ends"]) for link in expected["links"])
        assert file.name == WITHOUT_IDS or list_ends(found) == ends, file


def test_labs_of_eve_ng_have_the_devices_consoles_and_cables_that_were_expected() -> None:
    for file, expected in list_samples("eveng"):
        found = read_text(file.read_bytes(), 0, Findings())

        assert found is not None
        assert found.title == expected["title"], file
        nodes = [each for each in found.devices if each.key.isdecimal()]
        assert [(each.name, each.consoles[0].protocol, each.consoles[0].port) for each in nodes] == [
            (node["name"], node["console"] or "telnet", str(node["port_pod0"])) for node in expected["nodes"]
        ], file
        assert list_ends(found) == Counter(expect_cables(expected)), file


def expect_cables(expected: dict[str, Any]) -> list[frozenset[tuple[str, str]]]:
    """Return the cables: two ends in a hidden bridge are one, others lead to the network."""
    cables = []
    for network in expected["networks"]:
        ends = [(name, interface) for _, name, interface in network["attached"]]
        if len(ends) == PAIR and network["type"] == "bridge" and network["visibility"] != "1":
            cables.append(frozenset(ends))
        else:
            cables += [frozenset((end, (network["name"], ""))) for end in ends]
    return cables


def test_they_are_recognised_and_drawn() -> None:
    for folder, name in (("gns3", "gns3"), ("eveng", "eve-ng")):
        for file, _ in list_samples(folder):
            imported = read_file(file.read_bytes())

            assert imported.format.name == name, file
            assert imported.draw()[0] is not None, file
