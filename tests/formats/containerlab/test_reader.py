"""Topologies of containerlab become drawings: what nodes inherit, where links lead, and how one gets in."""

import pytest

from labmapper.core.drawing.items import Device, Network
from labmapper.core.problems import Problem
from labmapper.formats.importing import read_file
from labmapper.formats.registry import recognise
from support.labs.containerlab import get_device, lab, read


def list_codes(problems: tuple[Problem, ...]) -> list[str]:
    return [problem.code for problem in problems]


@pytest.mark.parametrize(
    "text",
    [
        "name: a\ntopology:\n  nodes:\n    r1:\n",
        "\ufeff\n# any comment\nname: a\r\ntopology:\r\n  nodes:\r\n    r1:\r\n",
        'topology: # all of it\n    "nodes":\n        r1: {kind: linux}\n',
        '{"name": "a", "topology": {"nodes": {"r1": {"kind": "linux"}}}}',
        "topology: {nodes: {r1: {}}}\n",
    ],
)
def test_a_topology_is_recognised_however_it_is_written(text: str) -> None:
    assert recognise(text.encode()).name == "containerlab"


@pytest.mark.parametrize(
    "text",
    [
        '{"type": "topology", "revision": 9, "topology": {"nodes": []}}',
        "nodes:\n  r1:\nlinks: []\n",
        "name: kypo\nhosts:\n  - name: topology\n",
        "lab:\n  topology: x\nnodes:\n",
    ],
)
def test_what_others_call_a_topology_is_not_taken_for_one(text: str) -> None:
    assert recognise(text.encode()).name != "containerlab"


def test_a_node_inherits_from_its_group_its_kind_and_the_defaults_in_this_order() -> None:
    text = """
topology:
  defaults: {kind: ceos, group: g}
  kinds:
    ceos: {credentials: {username: kind, password: k}, labels: {graph-icon: client}}
  groups:
    g: {labels: {graph-icon: server}}
    special: {kind: nokia_sros}
  nodes:
    a:
    b: {group: special}
    c: {credentials: {username: own}, labels: {graph-icon: cloud}}
"""

    diagram, _ = read(text)

    a, b, c = (get_device(diagram, name) for name in "abc")
    assert (a.kind, b.kind, c.kind) == ("server", "router", "cloud")
    assert a.connections[0].parameters == {"username": "kind", "password": "k"}
    assert b.connections[0].parameters == {"username": "admin", "password": "admin"}
    # One object counts, the nearest; what it lacks is the default of the kind.
    assert c.connections[0].parameters == {"username": "own", "password": "admin"}


def test_links_of_both_forms_keep_their_interfaces_and_parallel_ones_stay_apart() -> None:
    text = lab(
        "    a:\n    b:",
        """
    - endpoints: ["a:e1/1", "b:1/1/c2"]
    - endpoints: [a:eth2, b:eth2]
    - type: veth
      endpoints: [{node: a, interface: eth3}, {node: b, interface: eth3}]""",
    )

    diagram, problems = read(text)

    assert [(link.source.interface, link.target.interface) for link in diagram.links] == [
        ("e1/1", "1/1/c2"),
        ("eth2", "eth2"),
        ("eth3", "eth3"),
    ]
    assert "import-lost" not in list_codes(problems)


def test_a_link_from_a_node_to_itself_is_a_loop_with_both_interfaces() -> None:
    diagram, problems = read(lab("    a:", "    - endpoints: [a:eth1, a:eth2]"))

    (loop,) = diagram.links
    assert loop.source.node == loop.target.node == diagram.nodes[0].id
    assert (loop.source.interface, loop.target.interface) == ("eth1", "eth2")
    assert "import-cable" not in list_codes(problems)


def test_a_container_of_somebody_else_is_a_device_without_a_console() -> None:
    text = lab(
        "    a:",
        '    - endpoints: ["a:e1", "container:nginx1:eth1"]\n    - endpoints: ["a:e2", "container:nginx1:eth2"]',
    )

    diagram, problems = read(text)

    nginx = get_device(diagram, "nginx1")
    assert (nginx.kind, nginx.connections, len(diagram.nodes)) == ("server", [], 2)
    assert [link.target.interface for link in diagram.links] == ["eth1", "eth2"]
    assert "import-cable" not in list_codes(problems)


def test_the_host_and_tunnels_are_segments_and_a_node_may_be_called_so() -> None:
    text = lab(
        "    a:\n    macvlan: {kind: linux}",
        """
    - endpoints: ["a:e1", "host:a-e1"]
    - endpoints: ["a:e2", "host:a-e2"]
    - endpoints: ["a:e3", "macvlan:eth0"]
    - {type: vxlan, endpoint: {node: a, interface: e4}, remote: 192.0.2.1, vni: 5}""",
    )

    diagram, _ = read(text)

    assert [node.label for node in diagram.nodes if isinstance(node, Network)] == ["host", "vxlan 192.0.2.1"]
    assert len(diagram.links) == 4


def test_a_published_port_is_reached_on_the_host_that_one_names_else_by_the_management_address() -> None:
    text = lab("    a: {kind: ceos, mgmt-ipv4: 172.20.20.5, ports: ['2001:22']}\n    b: {kind: ceos, ports: [2002:22]}")

    inside, _ = read(text)
    outside, problems = read(text, host="10.1.1.1")

    assert [(each.host, each.port) for each in get_device(inside, "a").connections] == [("172.20.20.5", "")]
    assert [(each.host, each.port) for each in get_device(inside, "b").connections] == [("", "2002")]
    assert [(each.host, each.port) for each in get_device(outside, "a").connections] == [("10.1.1.1", "2001")]
    assert [(each.host, each.port) for each in get_device(outside, "b").connections] == [("10.1.1.1", "2002")]
    assert "import-without-address" not in list_codes(problems)


def test_names_of_containers_are_addresses_where_one_asks_for_that() -> None:
    nodes = "    a: {kind: ceos}"

    for prefix, expected in (
        ("", "clab-lab-a"),
        ("prefix: x\n", "x-lab-a"),
        ("prefix: ''\n", "a"),
        ("prefix: __lab-name\n", "lab-a"),
    ):
        diagram, _ = read(lab(nodes, head=prefix), names="true")
        assert get_device(diagram, "a").connections[0].host == expected


def test_bridges_and_nodes_without_a_network_have_no_connection() -> None:
    text = lab(
        "    br: {kind: bridge}\n    a: {kind: linux, network-mode: none}\n    b: {kind: nokia_srsim, network-mode: 'container:a'}"
    )

    diagram, _ = read(text)

    assert isinstance(diagram.nodes[0], Network)
    assert not get_device(diagram, "a").connections
    assert not get_device(diagram, "b").connections


def test_defaults_of_variables_are_filled_in_and_others_told_with_their_line() -> None:
    text = lab("    ${A:-r1}: {kind: '${B-ceos}', mgmt-ipv4: $ADDRESS}\n    __clabLabName__-x:\n    '$$y':")

    diagram, problems = read(text)

    assert [node.label for node in diagram.nodes] == ["r1", "lab-x", "$y"]
    lost = next(problem for problem in problems if problem.variant == "variable")
    assert (lost.facts["what"], lost.place.line) == ("ADDRESS", 4)


def test_what_yaml_would_take_for_a_number_stays_a_text() -> None:
    diagram, _ = read(lab("    01: {ports: [10022:22]}\n    on:\n    1_0:"), host="h.example")

    assert [node.label for node in diagram.nodes] == ["01", "on", "1_0"]
    assert get_device(diagram, "01").connections[0].port == "10022"


def test_what_only_publishes_a_desktop_is_asked_for_no_other_address() -> None:
    diagram, _ = read(
        lab(
            "    a: {kind: linux, ports: ['5901:5900']}\n    b: {kind: linux, ports: ['5902:5900'], mgmt-ipv4: 10.0.0.2}"
        )
    )

    assert [(each.protocol, each.host) for each in get_device(diagram, "a").connections] == [("vnc", "")]
    assert [each.protocol for each in get_device(diagram, "b").connections] == ["ssh", "vnc"]


def test_a_cluster_has_no_connection_of_its_own() -> None:
    diagram, _ = read(lab("    k: {kind: k8s-kind}"), names="true")

    assert not get_device(diagram, "k").connections


@pytest.mark.parametrize(
    ("text", "variant"),
    [
        ("topology:\n  nodes:\n{{- range seq 1 3 }}\n    s{{ . }}:\n{{- end }}\n", "go"),
        ("topology:\n  nodes:\n{% for n in range(3) %}\n    s{{ n }}:\n{% endfor %}\n", "jinja"),
        ("topology:\n  nodes:\n    s{{ .n }}:\n", "go"),
        ("{{- $n := 3 }}\ntopology:\n  nodes:\n{{- range seq 1 $n }}\n    s{{ . }}:\n{{- end }}\n", "go"),
        ("{{ $n := 3 }}\ntopology:\n  nodes:\n    a:\n", "go"),
        ("{% set n = 3 %}\ntopology:\n  nodes:\n{% for i in range(n) %}\n    s{{ i }}:\n{% endfor %}\n", "jinja"),
    ],
)
def test_a_template_is_refused_with_the_way_to_the_finished_file(text: str, variant: str) -> None:
    imported = read_file(text.encode())

    assert imported.source is None
    assert [(each.code, each.variant) for each in imported.problems] == [("import-template", variant)]
    assert imported.problems[0].place.line


def test_double_braces_in_a_command_make_no_template() -> None:
    diagram, _ = read(lab("    a: {kind: linux, exec: ['docker ps --format {{.Names}}']}"))

    assert [node.label for node in diagram.nodes] == ["a"]


@pytest.mark.parametrize("text", ["topology:\n  nodes: [a]\n", "topology:\n  nodes:\n", "topology: # x\n  nodes: 7\n"])
def test_a_topology_without_a_mapping_of_nodes_is_refused(text: str) -> None:
    imported = read_file(text.encode())

    assert imported.source is None
    assert imported.problems[0].code == "import-unreadable"


def test_a_default_log_in_is_told_and_can_be_declined() -> None:
    text = lab("    a: {kind: nokia_srlinux, mgmt-ipv4: 172.20.20.5}")

    taken, told = read(text)
    declined, quiet = read(text, logins="false")

    assert get_device(taken, "a").connections[0].parameters == {"username": "admin", "password": "NokiaSrl1!"}
    assert not get_device(declined, "a").connections[0].parameters
    assert ("import-default-login" in list_codes(told), "import-default-login" in list_codes(quiet)) == (True, False)


def test_magic_words_make_no_text_a_thousand_times_as_long() -> None:
    lab = f"name: {'n' * 100_000}\ntopology:\n  nodes:\n    r1:\n      kind: linux\n      mgmt-ipv4: {'__clabLabName__' * 50_000}\n"

    diagram, _ = read(lab)

    (device,) = diagram.nodes
    assert isinstance(device, Device)
    assert len(device.connections[0].host) < 1_000_000


def test_a_name_that_no_interface_has_is_cut_and_told() -> None:
    diagram, problems = read(lab("    a:\n    b:\n", f'    - endpoints: ["a:eth1", "b:{"e" * 48}tail"]\n'))

    assert [end.interface for end in (diagram.links[0].source, diagram.links[0].target)] == ["eth1", "e" * 48]
    assert ("import-lost", "text", "tail") in [(each.code, each.variant, each.facts.get("what")) for each in problems]
