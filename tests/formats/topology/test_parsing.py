"""YAML, XML and JSON of strangers: read as texts with lines, and refused where they would cost more than their share."""

import sys
from collections.abc import Callable

import pytest

from labmapper.core.yaml.nodes import Mapping, Scalar
from labmapper.formats.topology.findings import Findings
from labmapper.formats.topology.roles import find_role
from labmapper.formats.topology.syntax.safe_json import parse_json
from labmapper.formats.topology.syntax.safe_xml import parse_xml
from labmapper.formats.topology.syntax.safe_yaml import find_text, parse_yaml
from support.labs.bounded_work import bounded_work


def list_codes(findings: Findings) -> list[tuple[str, str]]:
    return [(problem.code, problem.variant) for problem in findings.collect()]


@pytest.mark.parametrize("text", ["10022:22", "01", "no", "4.32", "1_000", "=", "2001-01-01", "0x1f", "1e3"])
def test_every_scalar_of_yaml_is_the_text_that_was_typed(text: str) -> None:
    value = parse_yaml(f"a: {text}\n{text}: b\n".encode(), Findings())

    assert isinstance(value, Mapping)
    assert (find_text(value, "a"), find_text(value, text)) == (text, "b")


def test_tags_are_told_and_never_followed_and_the_last_of_two_keys_counts() -> None:
    findings = Findings()

    value = parse_yaml(b"a: !!python/object/apply:os.system [id]\nb: !vault x\nb: 2\n", findings)

    assert isinstance(value, Mapping)
    assert find_text(value, "b") == "2"
    assert [problem.variant for problem in findings.collect()] == ["tag", "tag", "again"]
    assert findings.collect()[1].place.line == 2


def test_merged_mappings_give_what_is_not_written() -> None:
    value = parse_yaml(b"x: &x {a: 1, b: 1}\ny: &y {b: 2, c: 2}\nz:\n  <<: [*x, *y]\n  c: 3\n", Findings())

    assert isinstance(value, Mapping)
    merged = value.entries["z"]
    assert isinstance(merged, Mapping)
    assert {key: each.text for key, each in merged.entries.items() if isinstance(each, Scalar)} == {
        "a": "1",
        "b": "1",
        "c": "3",
    }


# Made when they are tested: each takes megabytes.
BOMBS: dict[str, tuple[Callable[..., object], Callable[[], bytes]]] = {
    "aliases": (parse_yaml, lambda: b"a: &a [x]\nb: [" + b"*a, " * 300_000 + b"]"),
    "aliases of much": (parse_yaml, lambda: b"a: &a [" + b"x," * 10_000 + b"x]\nb:\n" + b"- *a\n" * 100),
    "aliases of a long text": (parse_yaml, lambda: b"a: &a '" + b"x " * 500_000 + b"'\nb:\n" + b"- *a\n" * 20),
    "anchors": (parse_yaml, lambda: b"".join(b"- &a%d x\n" % n for n in range(30_000))),
    "tags": (parse_yaml, lambda: b"- !a x\n" * 30_000),
    "merges": (parse_yaml, lambda: b"a: &a {" + b"".join(b"k%d: 1, " % n for n in range(50_000)) + b"}\nb:\n" + b"- {<<: *a}\n" * 4_000),
    "yaml depth": (parse_yaml, lambda: b"[" * 4_000_000),
    "yaml values": (parse_yaml, lambda: b"- a\n" * 4_000_000),
    "yaml itself": (parse_yaml, lambda: b"a: &a [*a]"),
    "xml depth": (parse_xml, lambda: b"<a>" * 4_000_000),
    "xml elements": (parse_xml, lambda: b"<a>" + b"<b/>" * 3_000_000 + b"</a>"),
    "xml attributes": (parse_xml, lambda: b"<a " + b"".join(b'a%d="" ' % n for n in range(1_200_000)) + b"/>"),
    "xml attributes of one": (parse_xml, lambda: b"<a " + b"".join(b'a%d="" ' % n for n in range(110_000)) + b"/>"),
    "xml attributes with blanks": (parse_xml, lambda: b"<a " + b"".join(b"a%d = '' " % n for n in range(110_000)) + b"/>"),
    "xml entities": (parse_xml, lambda: b'<!DOCTYPE a [<!ENTITY b "bbbbbbbb"><!ENTITY c "&b;&b;&b;">]><a>&c;</a>'),
    "xml file": (parse_xml, lambda: b'<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;</a>'),
    "json depth": (parse_json, lambda: b"[" * 1_000_000),
    "json values": (parse_json, lambda: b"[" + b"[]," * 4_000_000 + b"1]"),
    "json digits": (parse_json, lambda: b"9" * 1_000_000),
}  # fmt: skip


@pytest.mark.parametrize("name", BOMBS)
def test_a_bomb_is_refused_before_it_goes_off(name: str) -> None:
    parse, make = BOMBS[name]
    data = make()
    findings = Findings()

    with bounded_work():
        root = parse(data, findings)

    assert root is None
    assert any(problem.is_error for problem in findings.collect())


def test_elements_of_xml_know_their_line_their_text_and_their_children() -> None:
    root = parse_xml(
        b'<?xml version="1.0"?>\n<x:lab xmlns:x="u" name="A &amp; B">\n<node id="1">t<i/>u</node>\n</x:lab>', Findings()
    )

    assert root is not None
    assert (root.name, root.get("name")) == ("lab", "A & B")
    (node,) = root.list("node")
    assert (node.line, node.text, [child.name for child in node.children]) == (3, "tu", ["i"])


def test_a_doctype_without_declarations_is_read() -> None:
    data = b'<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd"><svg/>'

    assert parse_xml(data, Findings()) is not None


@pytest.mark.parametrize(
    "data", [b"", b"<a", b"<a></b>", b"<a>&nope;</a>", b"\xff\xfe<", b'<?xml version="1.0" encoding="nonsense"?><a/>']
)
def test_broken_xml_is_refused_with_a_reason(data: bytes) -> None:
    findings = Findings()

    assert parse_xml(data, findings) is None
    assert list_codes(findings)[0][0] == "import-unreadable"


@pytest.mark.parametrize(
    ("clues", "role"),
    [
        ({"icon": ":/symbols/multilayer_switch.svg", "name": "fw1"}, "l3switch"),
        ({"icon": "Router-2D-Gen-White-S.svg"}, "router"),
        ({"kind": "viosl2"}, "switch"),
        ({"kind": "vios"}, "router"),
        ({"kind": "asav"}, "firewall"),
        ({"kind": "iol", "image": "i86bi_linux_l2-adventerprisek9-ms.bin"}, "switch"),
        ({"kind": "linux", "image": "quay.io/frrouting/frr:10.5.1", "name": "PC1"}, "router"),
        ({"kind": "linux", "image": "ghcr.io/srl-labs/network-multitool", "name": "x"}, "workstation"),
        ({"kind": "bridge", "icon": "switch"}, "network"),
        ({"name": "fw1"}, "firewall"),
        ({"name": "campus-sw3"}, "switch"),
        ({"name": "host12"}, "workstation"),
        ({"name": "inet"}, "cloud"),
        ({"name": "r1"}, "router"),
    ],
)
def test_the_nearest_evidence_says_what_a_device_is(clues: dict[str, str], role: str) -> None:
    icon, kind, image, name = (clues.get(each, "") for each in ("icon", "kind", "image", "name"))

    assert find_role(icon, kind, image, name) == role


def test_nothing_holds_on_to_xml_that_was_read() -> None:
    # What is read stays for as long as it is drawn where only the search for circles would free it.
    root = parse_xml(b"<lab><a/></lab>", Findings())

    assert sys.getrefcount(root) == 2
