"""The folder of a lab of containerlab as an archive: which topology in it is read, and what is beside it."""

from labmapper.formats.importing import read_file
from support.labs.archives import pack
from support.labs.containerlab import lab

ANNOTATIONS = b'{"nodeAnnotations": [{"id": "a", "position": {"x": 0, "y": 0}, "icon": "firewall"}]}'


def test_the_annotations_beside_a_topology_are_read_with_it() -> None:
    folder = {"lab/x.clab.yml": lab("    a:").encode(), "lab/x.clab.yml.annotations.json": ANNOTATIONS}

    drawn, problems = read_file(pack(folder)).draw()

    assert drawn is not None
    assert [node.kind for node in drawn.nodes] == ["firewall"]  # type: ignore[union-attr]
    assert "import-labs" not in {problem.code for problem in problems}


def test_of_several_topologies_the_least_deep_is_read_and_the_others_are_told() -> None:
    folder = {
        "old/deep/y.clab.yml": lab("    y:").encode(),
        "x.clab.yml": lab("    x:").encode(),
        "other/topology.yml": lab("    z:").encode(),
        "clab-x/topology.yml": lab("    made:").encode(),
    }

    drawn, problems = read_file(pack(folder)).draw()

    assert drawn is not None
    assert [node.label for node in drawn.nodes] == ["x"]
    told = problems[0]
    assert (told.code, told.variant) == ("import-labs", "one")
    assert told.facts == {"name": "x.clab.yml", "others": "other/topology.yml; old/deep/y.clab.yml"}
