"""Which files are labs of EVE-NG, which lab of an archive is read, and what cannot be read."""

import pytest

from labmapper.formats import eveng
from labmapper.formats.eveng.recognition import recognises
from labmapper.formats.importing import read_file
from support.labs.archives import pack
from support.labs.eveng import make_lab, make_node

LAB = make_lab(make_node(1, name="one"), name="First")
OTHER = make_lab(make_node(1, name="two"), name="")


@pytest.mark.parametrize(
    "data",
    [
        LAB,
        b"<lab/>",
        b"\xef\xbb\xbf<?xml version='1.0'?>\r\n<lab name='a'>",
        b"<!-- a - comment -- -->\n<!DOCTYPE lab>\n<lab >",
        pack({"a/First.unl": LAB}),
        pack({"notes.txt": b"hello", "no ending": LAB}),
    ],
)
def test_a_lab_is_known_by_its_root(data: bytes) -> None:
    assert recognises(data)


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"<label/>",
        b"<topology><lab/></topology>",
        b"<!-- <lab> -->",
        b'<!DOCTYPE lab [<!ENTITY a "b">]><lab/>',
        b"lab: {}",
        pack({"a.txt": b"<html/>"}),
        b"PK\x03\x04",
    ],
)
def test_what_is_no_lab_is_not_taken_for_one(data: bytes) -> None:
    assert not recognises(data)


def test_a_lab_without_a_topology_is_empty() -> None:
    imported = read_file(b'<lab name="empty" version="1"/>')

    drawn, problems = imported.draw()
    assert drawn is not None
    assert (drawn.title, drawn.nodes) == ("empty", [])
    assert [problem.code for problem in problems] == ["import-empty"]


def test_host_and_pod_fill_in_the_consoles() -> None:
    imported = read_file(LAB, given={"host": "10.1.1.1", "pod": "2"})

    drawn, _ = imported.draw()
    assert drawn is not None
    assert [(each.protocol, each.host, each.port) for each in drawn.nodes[0].connections] == [  # type: ignore[union-attr]
        ("telnet", "10.1.1.1", "33025")
    ]


def test_the_only_lab_of_an_archive_is_read_and_called_by_its_file() -> None:
    drawn, _ = read_file(pack({"folder/Second lab.unl": OTHER, "readme.txt": b"x"})).draw()

    assert drawn is not None
    assert (drawn.title, drawn.nodes[0].label) == ("Second lab", "two")


@pytest.mark.parametrize("wanted", ["b/Second.unl", "b/Second", "second", "b/"])
def test_of_several_labs_the_one_is_read_that_is_named(wanted: str) -> None:
    archive = pack({"a/First.unl": LAB, "b/Second.unl": OTHER})

    drawn, _ = read_file(archive, given={"lab": wanted}).draw()

    assert drawn is not None
    assert drawn.nodes[0].label == "two"


def test_of_several_labs_without_a_name_the_first_is_read_and_the_others_are_told() -> None:
    archive = pack({"a/First.unl": LAB, "b/Second.unl": OTHER, "c/Third.unl": OTHER})

    drawn, problems = read_file(archive).draw()

    assert drawn is not None
    assert drawn.nodes[0].label != "two"
    told = problems[0]
    assert (told.code, told.facts) == ("import-labs", {"name": "a/First.unl", "others": "b/Second.unl; c/Third.unl"})


@pytest.mark.parametrize(("wanted", "variant"), [(".unl", "several"), ("Third", "no-such")])
def test_a_name_that_several_labs_or_none_have_is_refused(wanted: str, variant: str) -> None:
    imported = read_file(pack({"a/First.unl": LAB, "b/Second.unl": OTHER}), given={"lab": wanted})

    assert imported.source is None
    (problem,) = imported.problems
    assert (problem.code, problem.variant, problem.facts["names"]) == (
        "import-archive",
        variant,
        "a/First.unl; b/Second.unl",
    )


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"<lab><topology></lab>", "import-unreadable"),
        (b"<other/>", "import-unreadable"),
        (b"", "import-unreadable"),
        (b'<!DOCTYPE lab [<!ENTITY a "aaaa">]><lab name="&a;"/>', "import-unreadable"),
        (b"<lab>" + b"<a>" * 1_000, "import-too-large"),
        (make_lab(*[make_node(1)] * 5_001), "import-lab-too-large"),
        (pack({"a.txt": b"x"}), "import-archive"),
        (pack({"a.unl": b"x"}), "import-unreadable"),
    ],
)
def test_what_cannot_be_read_is_an_error(data: bytes, code: str) -> None:
    source, problems = eveng.FORMAT.reader.parse(data, {})  # type: ignore[union-attr]

    assert source is None
    assert [(problem.code, problem.is_error) for problem in problems] == [(code, True)]
