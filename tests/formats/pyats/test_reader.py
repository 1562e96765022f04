"""Testbeds of pyATS: connections with their credentials, lines of a console server, and links between interfaces."""

import pytest

from labmapper.formats.importing import read_file
from labmapper.formats.pyats.reader import read_topology
from labmapper.formats.topology.model import Console, Device
from support.labs.drawings import GOLDEN

LAB = (GOLDEN / "pyats" / "testbed.yaml").read_bytes()


def _find(data: bytes, name: str) -> Device:
    return next(device for device in read_topology(data).devices if device.name == name)


def _read_console(connection: str, around: str = "", testbed: str = "") -> Console | None:
    """Return the console of a device with this *connection*, and these keys *around* it."""
    data = (
        f"testbed: {{name: t{testbed}}}\ndevices:\n  r1:\n    os: ios\n    connections: {{cli: {connection}}}\n{around}"
    )
    consoles = _find(data.encode(), "r1").consoles
    return consoles[0] if consoles else None


def test_devices_have_the_names_and_roles_of_the_testbed() -> None:
    lab = read_topology(LAB)

    assert lab.title == "branch"
    assert [(device.name, device.role) for device in lab.devices] == [
        ("edge-1", "router"),
        ("access-1", "switch"),
        ("host-1", "workstation"),
        ("lan", "network"),
    ]


def test_links_of_two_are_cables_and_links_of_more_are_segments() -> None:
    lab = read_topology(LAB)

    names = {device.key: device.name for device in lab.devices}
    assert [
        (names[each.source.device], each.source.interface, names[each.target.device], each.target.interface)
        for each in lab.cables
    ] == [
        ("edge-1", "GigabitEthernet1", "access-1", "Ethernet1/1"),
        ("edge-1", "GigabitEthernet2", "lan", ""),
        ("access-1", "Ethernet1/2", "lan", ""),
        ("host-1", "eth0", "lan", ""),
    ]


def test_a_link_with_one_end_is_told_with_its_line() -> None:
    (loose,) = (problem for problem in read_topology(LAB).problems if problem.code == "import-loose-end")

    line = LAB[: LAB.index(b"nowhere")].count(b"\n") + 1
    assert (
        loose.message == f"Line {line}: GigabitEthernet3 of edge-1 leads to nothing in the file, and no cable is drawn."
    )


def test_a_line_of_the_console_server_is_ssh_to_it_with_its_log_in_and_the_command() -> None:
    line, own = _find(LAB, "edge-1").consoles

    assert (line.protocol, line.host, line.port, line.label) == ("ssh", "10.1.1.1", "22", "a")
    assert line.parameters == {"username": "admin", "password": "lab{1}", "command": "open /branch/edge-1/0"}
    assert (own.host, own.label, own.parameters) == ("10.0.0.1", "cli", {"username": "ops", "password": "P@ss"})


def test_the_command_may_stand_at_the_proxy() -> None:
    data = LAB.replace(
        b"        proxy: terminal_server\n        command: open /branch/edge-1/0\n",
        b"        proxy: [{device: terminal_server, command: open /branch/edge-1/0}]\n",
    )

    assert _find(data, "edge-1").consoles[0].parameters["command"] == "open /branch/edge-1/0"


def test_a_line_of_a_console_server_without_an_address_is_told() -> None:
    lab = read_topology(LAB.replace(b"ip: 10.1.1.1", b"ip: '%ENV{CML}'"))

    assert [console.host for console in lab.devices[0].consoles] == ["10.0.0.1"]
    assert [problem.facts["what"] for problem in lab.problems if problem.variant in ("variable", "console")] == [
        "%ENV{CML}",
        "The connection a of edge-1",
        "The connection rest of edge-1",
        "%ENV{PYATS_PASSWORD}",
    ]


def test_a_jump_host_is_a_device_and_is_told_because_guacamole_does_not_go_through_it() -> None:
    data = LAB.replace(b"command: open /branch/edge-1/0", b"ip: 10.0.0.1")

    lab = read_topology(data)

    assert "terminal_server" in [device.name for device in lab.devices]
    assert ("setting", "The proxy terminal_server") in [
        (problem.variant, problem.facts.get("what")) for problem in lab.problems
    ]
    assert _find(data, "edge-1").consoles[0].protocol == "telnet"


@pytest.mark.parametrize(
    ("connection", "expected"),
    [
        ("{protocol: ssh, ip: 10.0.0.1, port: 2022}", ("ssh", "10.0.0.1", "2022")),
        ("{protocol: TELNET, host: r1.lab.example}", ("telnet", "r1.lab.example", "")),
        ("{ip: 10.0.0.1}", ("ssh", "10.0.0.1", "")),
        ("{protocol: ssh, ip: '2001:db8::1/64'}", ("ssh", "2001:db8::1", "")),
        ("{protocol: ssh, ip: '%ENV{R1}'}", ("ssh", "", "")),
        ("{protocol: netconf, ip: 10.0.0.1, port: 830}", None),
        ("{class: rest.connector.Rest, ip: 10.0.0.1}", None),
        ("{command: mock_device_cli --os ios}", None),
        ("text", None),
    ],
)
def test_a_connection_is_what_guacamole_opens_or_told(connection: str, expected: tuple[str, str, str] | None) -> None:
    console = _read_console(connection)

    assert (console and (console.protocol, console.host, console.port)) == expected


@pytest.mark.parametrize(
    ("here", "device", "testbed", "expected"),
    [
        ("credentials: {default: {username: a, password: b}}", "{default: {username: c}}", "", ("a", "b")),
        ("port: 22", "{default: {username: c, password: d}}", "{default: {username: e}}", ("c", "d")),
        ("port: 22", "{enable: {password: d}}", "{default: {username: e, password: f}}", ("e", "f")),
        ("port: 22", "{login: {username: g, password: h}}", "", ("g", "h")),
        ("port: 22", "{default: {username: c, password: '%ASK{}'}}", "", ("c", None)),
        ("port: 22", "{}", "", (None, None)),
    ],
)
def test_credentials_of_the_connection_count_before_those_of_the_device_and_of_the_testbed(
    here: str, device: str, testbed: str, expected: tuple[str | None, str | None]
) -> None:
    console = _read_console(
        f"{{protocol: ssh, ip: 10.0.0.1, {here}}}",
        f"    credentials: {device}\n",
        f", credentials: {testbed}" if testbed else "",
    )

    assert console is not None
    assert (console.parameters.get("username"), console.parameters.get("password")) == expected


@pytest.mark.parametrize("passwords", ["{line: p}", "{line: x, tacacs: p}", "{enable: x, linux: p}"])
def test_log_ins_are_found_where_old_testbeds_have_them(passwords: str) -> None:
    console = _read_console(
        "{protocol: telnet, ip: 10.0.0.1}", f"    tacacs: {{username: u}}\n    passwords: {passwords}\n"
    )

    assert console is not None
    assert console.parameters == {"username": "u", "password": "p"}


def test_what_stands_for_a_value_that_is_not_in_the_file_is_told_once() -> None:
    told = [problem for problem in read_topology(LAB).problems if problem.variant == "variable"]

    assert [problem.facts["what"] for problem in told] == ["%ENV{PYATS_PASSWORD}"]


@pytest.mark.parametrize(
    ("password", "told"),
    [
        ("%ENC{w6PDrsK-secret}", "%ENC{..}"),
        ("secret%{x}secret", "%{..}"),
        ("%ENV{NAME, secret}", "%ENV{NAME}"),
        ("%ASK{Password of r1}", "%ASK{Password of r1}"),
    ],
)
def test_what_is_told_of_a_password_is_none(password: str, told: str) -> None:
    data = f"devices:\n  r1:\n    connections: {{cli: {{ip: 10.0.0.1, credentials: {{default: {{password: '{password}'}}}}}}}}\n"

    (problem,) = read_topology(data.encode()).problems

    assert problem.facts["what"] == told
    assert "secret" not in problem.message


def test_devices_may_be_called_by_their_alias() -> None:
    data = LAB.replace(b"  edge-1:\n    os:", b"  long-name:\n    alias: edge-1\n    os:")
    data = data.replace(b"proxy: terminal_server", b"proxy: ts").replace(
        b"    os: linux\n    type:", b"    alias: ts\n    type:"
    )

    lab, expected = read_topology(data), read_topology(LAB)

    names = [device.name.replace("long-name", "edge-1") for device in lab.devices]
    assert names == [device.name for device in expected.devices]
    assert lab.devices[0].consoles == expected.devices[0].consoles
    assert len(lab.cables) == len(expected.cables)
    assert all(cable.source.device != "device edge-1" for cable in lab.cables)


def test_what_stands_elsewhere_is_told() -> None:
    lab = read_topology(b"extends: base.yaml\ntestbed: {}\ndevices:\n  r1: {os: ios}\n  r2:\n  r3: 1\n")

    assert [(problem.variant, problem.facts["what"]) for problem in lab.problems] == [
        ("plugin", "The testbed base.yaml"),
        ("device", "r3"),
    ]
    assert [device.name for device in lab.devices] == ["r1", "r2"]


def test_devices_that_only_the_topology_has_are_drawn() -> None:
    lab = read_topology(b"testbed: {}\ndevices: {r1: {os: ios}}\ntopology: {sw1: {interfaces: {e0: {link: a}}}}\n")

    assert [(device.name, device.role, device.consoles) for device in lab.devices] == [
        ("r1", "router", []),
        ("sw1", "switch", []),
    ]


@pytest.mark.parametrize(
    "data",
    [
        LAB,
        b"devices:\n  r1:\n    os: iosxe\n    connections: {cli: {ip: 10.0.0.1, protocol: ssh}}\ntestbed: {name: t}\n",
        b"---\ndevices:\n  r1:\n    os: iosxe\n    connections:\n      cli: {ip: 10.0.0.1}\n",
        b'{"testbed": {"name": "t"}, "devices": {"r1": {"os": "ios"}}}',
        b'"devices": {}\n"testbed": {}\n',
        b"\xef\xbb\xbfdevices: {}\r\ntestbed: {}\r\n",
        b"# Ours\n  devices: {}\n  testbed: {}\n",
    ],
)
def test_a_testbed_is_told_by_its_keys(data: bytes) -> None:
    assert read_file(data).format.name == "pyats"


@pytest.mark.parametrize(
    "data",
    [
        b"users: {}\ndevices:\n  testbed: {connections: 1, os: 2}\n",
        b"devices:\n  r1: {os: ios}\n",
        b"devices:\n  r1:\n    connections: {}\n",
        b'{"schema": 1, "devices": [], "testbed": 1}',
        b"testbed:\n  hosts: {a: {}}\ndevices:\n  hosts: {b: {}}\n",
        b"  users: {}\n  devices: {}\n  testbed: {}\n",
        b"a:\n  devices: {}\n  testbed: {}\n",
    ],
)
def test_other_files_with_devices_are_none(data: bytes) -> None:
    assert read_file(data).format.name != "pyats"
