"""What is looked at of a large file to tell its format, and what is kept of it, has an end that no file moves."""

import pytest

from labmapper.core.yaml import nodes, top_keys
from labmapper.formats import registry
from labmapper.formats.importing import read_file
from labmapper.formats.topology.sizes import MOST_DEVICES

# One more than is drawn, in each format that lists devices.
TOO_MANY = MOST_DEVICES + 1
LABS = {
    "ansible": b"[g]\n" + b"".join(b"h%d\n" % n for n in range(TOO_MANY)),
    "table": b"name,address\n" + b"".join(b"r%d,10.0.0.1\n" % n for n in range(TOO_MANY)),
    "containerlab": b"topology:\n  nodes:\n" + b"".join(b"    r%d:\n" % n for n in range(TOO_MANY)),
    "drawio": b"<mxfile><diagram><mxGraphModel><root>"
    + b"".join(b'<mxCell id="%d" value="r" style="shape=mxgraph.cisco.routers.router" vertex="1"/>' % n for n in range(TOO_MANY))
    + b"</root></mxGraphModel></diagram></mxfile>",
}  # fmt: skip


@pytest.mark.parametrize("name", LABS)
def test_a_lab_with_more_devices_than_are_drawn_is_refused(name: str) -> None:
    imported = read_file(LABS[name])

    assert imported.format.name == name
    assert imported.source is None
    assert {"import-lab-too-large", "import-too-large"} & {problem.code for problem in imported.problems}


def test_only_the_beginning_of_many_keys_is_looked_at() -> None:
    wide = b"{" + b",".join(b'"k%d":1' % n for n in range(200_000)) + b',"topology":{}}'

    assert sum(1 for _ in top_keys.iter_top_keys(wide)) < 50_000


def test_however_long_a_text_is_the_keys_behind_it_are_seen() -> None:
    assert "topology" in top_keys.iter_top_keys(b'{"a":"' + b"b" * 3_000_000 + b'","topology":{}}')


def test_a_config_with_a_million_keys_is_refused_before_they_are_kept() -> None:
    with pytest.raises(nodes.UnreadableYamlError) as raised:
        nodes.parse_yaml(b"".join(b"k%d: 1\n" % n for n in range(nodes.MAX_VALUES)))

    assert (raised.value.problem.code, raised.value.problem.variant) == ("yaml-too-complex", "values")


@pytest.mark.parametrize("data", [b" " * 4_000, b"\n" * 4_000, b"<?a?>" * 800, b" <!---->" * 500, b"---\n" * 1_000])
def test_what_stands_before_a_file_is_passed_over_once(data: bytes) -> None:
    # A pattern that tries every way to part blanks never comes back.
    assert registry.recognise(data) is not None


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("diagram", b'{"nodes":[{}' + b",{}" * 500_000 + b"]}"),
        ("diagram", b'{"nodes":[0' + b",0" * 1_600_000 + b"]}"),
        ("containerlab", b'{"topology":{"nodes":{}},"a":[{}' + b",{}" * 200_000 + b"]}"),
        ("natlas", b"NODE_NAME,NODE_IP,PORT,IP,MAC,VLAN,DNS\n" + b"a,10.0.0.1,e0,,a,1,b\n" * 100_000),
        ("natlas", b'"r","10.0.0.1","C9300","16","S","","b"\n' * 100_000),
        ("graphml", b"<graphml>" + b'<node a="1" b="2" c="3" d="4" e="5" f="6"/>' * 120_000),
    ],
)
def test_more_values_than_any_lab_has_are_refused_before_they_are_kept(name: str, data: bytes) -> None:
    imported = read_file(data, registry.find_readable(name))

    assert [(problem.code, problem.variant) for problem in imported.problems] == [("import-too-large", "values")]


def test_a_large_text_with_one_emoji_is_refused_before_it_takes_four_times_the_room() -> None:
    data = b'{"type":"topology","topology":{"nodes":[]},"a":"\xf0\x9f\x98\x80' + b"a" * 15_000_000 + b'"}'

    (problem,) = read_file(data, registry.find_readable("gns3")).problems

    assert (problem.code, problem.variant) == ("import-too-large", "bytes")
