"""Real files of CML, VIRL, netlab, natlas, GraphML and DOT, where somebody has them: what each reader finds in them.

``LABMAPPER_TEST_SAMPLES`` names the folder, as for ``test_samples``. Compared is what a reader found, not what is drawn: a
network of three devices is one link there.
"""

import importlib
import json
import os
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from labmapper.formats.importing import read_file
from labmapper.formats.topology.model import Topology

SAMPLES = Path(os.environ.get("LABMAPPER_TEST_SAMPLES", "no-such-folder"))
FORMATS = ("cml", "virl", "netlab", "natlas", "graphml", "dot")

Ends = frozenset[tuple[str, str]]


def list_links(topology: Topology) -> Counter[Ends]:
    """Return the links by their ends; a network that is no device of the file is one link with all its ends."""
    names = {device.key: device.name for device in topology.devices}
    networks: dict[str, list[tuple[str, str]]] = {}
    links = []
    for cable in topology.cables:
        source = (names[cable.source.device], cable.source.interface)
        if cable.target.device.startswith("link "):
            networks.setdefault(cable.target.device, []).append(source)
        else:
            links.append(frozenset((source, (names[cable.target.device], cable.target.interface))))
    return Counter([*links, *map(frozenset, networks.values())])


def list_expected(links: list[dict[str, Any]]) -> Counter[Ends]:
    ends = [
        [(end, "") if isinstance(end, str) else (end[0], end[1] or "") for end in link["ends"]]
        for link in links
        if link.get("type") != "loopback"
    ]
    return Counter(frozenset(each) for each in ends)


@pytest.mark.parametrize("name", FORMATS)
def test_real_files_have_their_nodes_links_and_addresses(name: str) -> None:
    read = importlib.import_module(f"labmapper.formats.{name}.reader").read_topology
    for expectation in sorted((SAMPLES / "EXPECTED" / name).glob("*.json")):
        expected = json.loads(expectation.read_text(encoding="utf-8"))
        data = (SAMPLES / name / expectation.stem).read_bytes()

        topology = read(data)

        assert read_file(data).format.name == name
        devices = {each.name: each for each in topology.devices if not each.key.startswith("link ")}
        assert sorted(devices) == sorted(node["name"] for node in expected["nodes"]), expectation.stem
        found = list_links(topology)
        if name == "natlas":
            # The independent reader leaves the ports in the label of the edge.
            found = Counter(frozenset((device, "") for device, _ in ends) for ends in found.elements())
        assert found == list_expected(expected["links"]), expectation.stem
        for node in expected["nodes"]:
            consoles = devices[node["name"]].consoles
            if "mgmt_ipv4" in node and consoles:
                assert consoles[0].host == node["mgmt_ipv4"]
