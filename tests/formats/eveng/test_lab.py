"""What comes out of labs of EVE-NG, UNetLab and PNETLab: devices, places, consoles, cables, and what is lost."""

import pytest

from labmapper.formats.eveng.reader import read_text
from labmapper.formats.topology.findings import Findings
from labmapper.formats.topology.model import Console, Topology
from support.labs.eveng import make_lab, make_network, make_node, read


def read_console(pod: int = 0, number: int = 3, **attributes: str) -> list[Console]:
    found, _ = read(make_lab(make_node(number, **attributes)), pod)
    return found.devices[0].consoles


def list_ends(found: Topology) -> list[tuple[str, str, str, str]]:
    return [
        (each.source.device, each.source.interface, each.target.device, each.target.interface) for each in found.cables
    ]


def plug(number: int, network: int) -> str:
    return f'id="{number}" name="e{number}" type="ethernet" network_id="{network}"'


@pytest.mark.parametrize(("pod", "port"), [(0, "32771"), (1, "32899"), (255, "65411")])
def test_the_port_of_a_console_follows_from_pod_and_number(pod: int, port: str) -> None:
    (console,) = read_console(pod)

    assert (console.protocol, console.host, console.port, console.is_at_host) == ("telnet", "", port, True)


@pytest.mark.parametrize(
    ("attributes", "protocol"),
    [
        ({"console": "vnc"}, "vnc"),
        ({"console": "RDP"}, "rdp"),
        ({"console": "ssh"}, "ssh"),
        ({"console": ""}, "telnet"),
        ({"template": "win"}, "vnc"),
        ({"template": "win", "console": ""}, "telnet"),
        ({"template": "iol", "type": "iol"}, "telnet"),
        ({"type": "docker", "console": "rdp"}, "rdp"),
    ],
)
def test_what_a_console_speaks_says_the_node_else_its_template(attributes: dict[str, str], protocol: str) -> None:
    found, _ = read(make_lab(make_node(3, **attributes)))

    assert [console.protocol for console in found.devices[0].consoles] == [protocol]


def test_rdp_over_tls_is_rdp_with_that_security() -> None:
    (console,) = read_console(console="rdp-tls")

    assert (console.protocol, console.parameters) == ("rdp", {"security": "tls"})


@pytest.mark.parametrize("attributes", [{"console": "http"}, {"console": "winbox"}, {"type": "docker"}])
def test_what_guacamole_does_not_speak_is_told(attributes: dict[str, str]) -> None:
    found, codes = read(make_lab(make_node(1, **attributes)))

    assert (found.devices[0].consoles, codes) == ([], ["import-lost"])


def test_a_number_beyond_all_ports_has_no_console() -> None:
    assert read_console(pod=255, number=999) == []


def test_the_log_in_that_pnetlab_keeps_with_a_node_is_taken() -> None:
    (console,) = read_console(console="ssh", username="admin", password="secret")

    assert console.parameters == {"username": "admin", "password": "secret"}


def test_the_ports_of_pnetlab_are_only_a_guess() -> None:
    findings = Findings()

    read_text(make_lab(make_node(1, console_2nd="vnc")), 0, findings)

    assert [(problem.code, problem.variant) for problem in findings.collect()] == [
        ("import-lost", "console"),
        ("import-ports", "pnetlab"),
    ]


def test_devices_on_satellites_are_told() -> None:
    _, codes = read(make_lab(make_node(1, sat="2"), make_node(2, sat="0")))

    assert codes == ["import-ports", "import-hosts"]


@pytest.mark.parametrize(
    ("left", "top", "place"),
    [
        ("100", "200", (125, 225)),
        ("-5", "0.5", (20, 25.5)),
        ("25%", "50%", (325, 425)),
        ("10px", " 10 ", (35, 35)),
        ("", "5", (None, None)),
        ("auto", "1", (None, None)),
        ("9" * 50, "1", (None, None)),
    ],
)
def test_a_place_is_the_middle_of_the_icon(left: str, top: str, place: tuple[float | None, float | None]) -> None:
    found, _ = read(make_lab(make_node(1, left=left, top=top)))

    assert (found.devices[0].x, found.devices[0].y) == place


def test_two_interfaces_in_a_hidden_bridge_are_a_cable() -> None:
    found, _ = read(make_lab(make_node(1, plug(0, 1)), make_node(2, plug(4, 1)), make_network(1, visibility="0")))

    assert list_ends(found) == [("1", "e0", "2", "e4")]
    assert len(found.devices) == 2


@pytest.mark.parametrize("attributes", [{}, {"visibility": "1", "name": "Net-R1iface_0"}])
def test_so_are_they_in_old_labs_and_in_what_eve_ng_made_for_a_cable(attributes: dict[str, str]) -> None:
    found, _ = read(make_lab(make_node(1, plug(0, 1)), make_node(2, plug(4, 1)), make_network(1, **attributes)))

    assert list_ends(found) == [("1", "e0", "2", "e4")]


@pytest.mark.parametrize(
    ("attributes", "role"),
    [
        ({"visibility": "1"}, "network"),
        ({"type": "pnet0"}, "cloud"),
        ({"type": "nat0"}, "cloud"),
        ({"type": "ovs", "visibility": "1"}, "network"),
    ],
)
def test_a_network_that_is_seen_is_drawn(attributes: dict[str, str], role: str) -> None:
    found, _ = read(
        make_lab(make_node(1, plug(0, 1)), make_node(2, plug(4, 1)), make_network(1, left="0", top="0", **attributes))
    )

    assert [(device.name, device.role, device.x, device.consoles) for device in found.devices[2:]] == [
        ("net1", role, 25, [])
    ]
    assert list_ends(found) == [("1", "e0", "network 1", ""), ("2", "e4", "network 1", "")]


def test_three_interfaces_in_a_bridge_are_a_segment() -> None:
    found, _ = read(make_lab(*(make_node(n, plug(0, 1)) for n in (1, 2, 3)), make_network(1, visibility="0")))

    assert [device.role for device in found.devices[3:]] == ["network"]
    assert len(found.cables) == 3


def test_a_network_that_nothing_is_plugged_into_is_not_drawn() -> None:
    found, codes = read(make_lab(make_network(1), make_network(2, type="pnet1")))

    assert (found.devices, codes) == ([], [])


@pytest.mark.parametrize("networks", [[make_network(1, visibility="0")], []])
def test_an_end_that_leads_nowhere_is_told(networks: list[str]) -> None:
    found, codes = read(make_lab(make_node(1, plug(0, 1), 'id="1" network_id="0"'), *networks))

    assert (found.cables, codes) == ([], ["import-loose-end", "import-ports"])


def test_many_ends_that_lead_nowhere_are_one_problem_with_the_first_of_them() -> None:
    nodes = [make_node(number, plug(0, number)) for number in range(1, 9)]
    findings = Findings()

    read_text(make_lab(*nodes, make_network(2, visibility="0")), 0, findings)

    told = findings.collect()[0]
    assert (told.code, told.facts["count"]) == ("import-loose-end", 8)
    assert str(told.facts["ends"]).endswith(", …")
    assert told.place.line


def test_a_serial_line_stands_at_both_ends_and_is_drawn_once() -> None:
    found, _ = read(
        make_lab(
            make_node(1, 'id="2" name="s2/0" type="serial" remote_id="2" remote_if="18"'),
            make_node(2, 'id="18" type="serial" remote_id="1" remote_if="2"', type="iol"),
        )
    )

    assert list_ends(found) == [("1", "s2/0", "2", "s2/1")]


def test_interfaces_of_iol_without_names_are_called_by_slot_and_port() -> None:
    nodes = [make_node(n, f'id="{16 * n + 1}" network_id="1"', type="iol") for n in (1, 2)]

    found, _ = read(make_lab(*nodes, make_network(1)))

    assert list_ends(found) == [("1", "e1/1", "2", "e1/2")]


def test_two_devices_of_one_name_are_two_devices() -> None:
    found, _ = read(make_lab(make_node(2, name="Win"), make_node(1, name="Win")))

    assert [(device.key, device.name) for device in found.devices] == [("2", "Win"), ("1", "Win")]


@pytest.mark.parametrize("number", ["", "x", "-1", "1" * 9, "²"])
def test_a_node_without_a_number_is_told(number: str) -> None:
    data = make_lab(make_node(1).replace('id="1"', f'id="{number}"'))

    found, codes = read(data)

    assert (found.devices, codes) == ([], ["import-lost"])


@pytest.mark.parametrize(
    ("attributes", "role"),
    [
        ({"icon": "Switch L3.png"}, "l3switch"),
        ({"icon": "Switch-2D-L3-Generic-S.svg"}, "l3switch"),
        ({"icon": "Switch-2D-L2-Generic-S.svg", "template": "iol"}, "switch"),
        ({"icon": "Firewall-2D-PA-S.svg"}, "firewall"),
        ({"icon": "JuniperSRX.png"}, "firewall"),
        ({"icon": "AristaSW.png"}, "switch"),
        ({"icon": "Router-2D-Gen-White-S.svg", "template": "viosl2"}, "router"),
        ({"icon": "PC-2D-Desktop-Windows-S.svg", "template": "win"}, "workstation"),
        ({"icon": "IPphone.png"}, "phone"),
        ({"icon": "mine.png", "template": "veos"}, "switch"),
        ({"icon": "mine.png", "template": "iol", "image": "i86bi_LinuxL2-15.bin"}, "switch"),
        ({"icon": "mine.png", "template": "iol", "image": "i86bi_LinuxL3-15.bin"}, "router"),
        ({"icon": "", "template": "winserver"}, "server"),
        ({"icon": "", "template": "new", "name": "fw-1"}, "firewall"),
    ],
)
def test_what_a_node_is_tells_its_icon_then_template_image_and_name(attributes: dict[str, str], role: str) -> None:
    found, _ = read(make_lab(make_node(1, **attributes)))

    assert found.devices[0].role == role
