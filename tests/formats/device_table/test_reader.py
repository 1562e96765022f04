"""Tables of devices and lists of hosts, as they come from spreadsheets, NetBox, LibreNMS and by hand."""

import random

import pytest

from labmapper.core.drawing.document import Diagram
from labmapper.core.drawing.items import Connection, Device
from labmapper.core.problems import Problem
from labmapper.formats.device_table.reader import parse, recognises
from labmapper.formats.registry import recognise
from support.labs.bounded_work import bounded_work
from support.labs.drawings import CONFIG, GOLDEN, list_devices

MIB = 2**20


def read(text: str) -> tuple[Diagram, tuple[Problem, ...]]:
    assert recognise(text.encode()).name == "table"
    diagram, problems = parse(text.encode(), {})
    assert diagram is not None, problems
    return diagram, problems


def get_connection(text: str, name: str = "r1") -> Connection:
    (connection,) = list_devices(read(text)[0])[name].connections
    return connection


@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_the_sign_between_the_columns_is_found(separator: str) -> None:
    rows = [["Name", "IP Address", "User name", "Password"], ["r1", "10.0.0.1", "ada", "x=y z"]]

    connection = get_connection("\r\n".join(separator.join(row) for row in rows))

    assert (connection.host, connection.parameters) == ("10.0.0.1", {"username": "ada", "password": "x=y z"})


@pytest.mark.parametrize(
    "header",
    [
        "name,address",
        "Device,IP",
        "Hostname,Primary IP",
        "node;Management-IP",
        "sysName\tip",
        "Gerät;IP-Adresse",
        "VM name,ip_address",
    ],
)
def test_headings_have_several_spellings(header: str) -> None:
    sign = next(sign for sign in ";\t," if sign in header)

    assert get_connection(f"{header}\nr1{sign}10.0.0.1/24\n").host == "10.0.0.1"


def test_host_names_are_names_and_addresses_where_there_is_no_other_column() -> None:
    connection = get_connection("hostname,port\nr1,2201\n")

    assert (connection.host, connection.port) == ("r1", "2201")


def test_a_heading_of_one_column_is_no_host() -> None:
    diagram, _ = read("Hostname\nr1\nr2\n")

    assert list(list_devices(diagram)) == ["r1", "r2"]


def test_the_export_of_netbox_gives_kinds_sites_and_racks() -> None:
    diagram, problems = read("Name,Status,Role,Site,Rack,Primary IP\nsw1,Active,Access switch,Bonn,R1,10.0.0.1/24\n")

    (device,) = diagram.nodes
    assert isinstance(device, Device)
    labels = {zone.id: (zone.label, zone.zone) for zone in diagram.zones}
    rack, around = labels[device.zone or ""]
    assert (device.kind, rack, labels[around or ""][0]) == ("switch", "R1", "Bonn")
    assert [(each.variant, each.facts["what"]) for each in problems] == [("key", "The column Status")]


def test_tables_without_a_heading_are_known_by_their_addresses() -> None:
    connection = get_connection("10.0.0.1,r1,telnet,2001\n10.0.0.1,r2,telnet,2002\n")

    assert (connection.protocol, connection.host, connection.port) == ("telnet", "10.0.0.1", "2001")


@pytest.mark.parametrize(
    ("text", "hosts"),
    [
        ("r1\nr2.lab.example\n\n10.0.0.3\n2001:db8::1\n", ["r1", "r2.lab.example", "10.0.0.3", "2001:db8::1"]),
        ("# mine\n10.0.0.1 r1 r1.lab\n10.0.0.2\tr2 # spare\n", ["10.0.0.1", "10.0.0.2"]),
        ("r1:2201\nr2:2202\n", ["r1", "r2"]),
        ("sep=;\nname;ip\nr1;10.0.0.1\n", ["10.0.0.1"]),
    ],
)
def test_lists_of_hosts_are_tables_too(text: str, hosts: list[str]) -> None:
    diagram, _ = read(text)

    assert [each.connections[0].host for each in list_devices(diagram).values()] == hosts


def test_several_rows_of_one_name_are_one_device_with_several_connections() -> None:
    diagram, problems = read("name,ip,protocol\npc,10.0.0.1,rdp\npc,10.0.0.1,ssh\npc,10.0.0.2,ssh\npc,10.0.0.1,rdp\n")

    (device,) = list_devices(diagram).values()
    assert [(each.protocol, each.label) for each in device.connections] == [
        ("rdp", ""),
        ("ssh", "ssh"),
        ("ssh", "ssh 3"),
    ]
    assert [(each.variant, each.place.line) for each in problems] == [("device", 5)]


def test_sessions_of_terminal_programs_come_in() -> None:
    connection = get_connection(
        '"session_name","hostname","port","protocol","username"\n"r1","10.2.0.1","2222","SSH2","ada"\n'
    )

    assert (connection.protocol, connection.host, connection.port) == ("ssh", "10.2.0.1", "2222")


def test_what_is_wrong_in_a_row_is_told_with_its_line() -> None:
    _, problems = read("name,ip,port,protocol\nr1,10.0.0.1,many,ssh\nr2,10.0.0.2,22,gopher\n,,1,ssh\n")

    assert [(each.variant, each.place.line) for each in problems[:3]] == [("value", 2), ("console", 3), ("device", 4)]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_spreadsheets_of_all_systems_are_read(encoding: str) -> None:
    data = "name;ip\nKöln;10.0.0.1\n".encode(encoding)

    diagram, _ = parse(data, {})

    assert recognises(data)
    assert diagram is not None
    assert list(list_devices(diagram)) == ["Köln"]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "hello",
        "hello\nworld\n",
        "Dear all,\nplease come, and eat\n",
        "user,password\nanna,secret\n",
        'graph [ node [ id 0 label "A" ] ]\n',
        "Host r1\n  HostName 10.0.0.1\n  User admin\n",
        # The configuration of a device, whose first word is the heading of a column.
        "hostname R1\n!\ninterface Gi0/0\n ip address 10.0.0.1 255.0.0.0\n",
        "a: 1\nb: 2\n",
        "- r1\n- r2\n",
        "# only a remark\n",
        "key = value\n",
        "<a>\n",
        "{}",
        "1,2\n3,4\n",
        CONFIG.decode(),
    ],
)
def test_other_texts_are_no_tables(text: str) -> None:
    assert recognise(text.encode()).name != "table"


BOMBS = {
    "a million rows": b"name,ip\n" + b"r,1\n" * MIB,
    "a million hosts": b"".join(b"r%d\n" % n for n in range(200_000)),
    "many columns": b"name,ip" + b"," * (4 * MIB) + b"\nr1,10.0.0.1\n",
    "one long cell": b'name,ip\nr1,"' + b"x" * (4 * MIB),
    "a quote without an end": b'name,ip\n"r1,10.0.0.1\n' + b"r2,10.0.0.2\n" * 90_000,
    "one long line": b"r1" * (2 * MIB),
    "blanks": b" " * (4 * MIB),
    "lines": b"\n" * (4 * MIB),
}


@pytest.mark.parametrize("name", BOMBS)
def test_a_bomb_is_put_away_soon(name: str) -> None:
    with bounded_work():
        recognises(BOMBS[name])
        diagram, problems = parse(BOMBS[name], {})

    assert diagram is not None or any(problem.is_error for problem in problems)


def test_broken_tables_give_a_drawing_or_problems() -> None:
    generator = random.Random(12)
    source = (GOLDEN / "netbox-devices" / "devices.csv").read_bytes()

    for _ in range(600):
        data = bytearray(source)
        for _ in range(generator.randint(1, 5)):
            at = generator.randrange(len(data) + 1)
            change = generator.choice([b",", b";", b"\n", b'"', b"\t", b"\xff", b"", b"\0", b"10.0.0.9", b"\r"])
            data[at : at + generator.randrange(6)] = change
        recognises(bytes(data))
        diagram, problems = parse(bytes(data), {})
        assert diagram is not None or any(problem.is_error for problem in problems)
        assert all(problem.message and problem.hint for problem in problems)
