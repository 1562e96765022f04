"""A ``user-mapping.xml`` is read as the lab that it was made for: groups of people, stacks of devices, pods."""

from dataclasses import replace

import pytest

from labmapper.core.lab.structure import DeviceType, FixedPassword, Lab
from labmapper.core.problems import Problem
from labmapper.formats.guacamole_user_mapping.reader import parse_mapping
from labmapper.formats.guacamole_user_mapping.recognition import recognises


def connect(name: str, host: str, protocol: str = "ssh", **parameters: str) -> str:
    given = "".join(f'<param name="{key}">{value}</param>' for key, value in {"hostname": host, **parameters}.items())
    return f'<connection name="{name}"><protocol>{protocol}</protocol>{given}</connection>'


def authorize(username: str, *inside: str, password: str = "secret", more: str = "") -> str:
    return f'<authorize username="{username}" password="{password}"{more}>{"".join(inside)}</authorize>'


def read(*inside: str) -> tuple[Lab, tuple[Problem, ...]]:
    lab, problems = parse_mapping(f"<user-mapping>{''.join(inside)}</user-mapping>".encode())
    assert lab is not None, problems
    return lab, problems


def list_devices(lab: Lab) -> list[tuple[str, int, str]]:
    return [(each.names.render(each.first), each.quantity, _host(each)) for each in lab.devices]


def _host(device: DeviceType) -> str:
    host = device.find_parameter("hostname")
    return host.render(device.numbers[-1], 1) if host else ""


def test_connections_that_count_are_a_stack() -> None:
    lab, problems = read(authorize("u", *(connect(f"R{n:02}", f"10.0.0.{n + 8}") for n in range(1, 13))))

    assert not problems
    assert list_devices(lab) == [("R01", 12, "10.0.0.20")]


def test_stacks_need_no_order_in_the_file() -> None:
    pairs = [(name, n) for n in (3, 1, 2) for name in ("R", "S")]

    lab, _ = read(authorize("u", *(connect(f"{name}{n}", f"{name}.{n}") for name, n in pairs)))

    assert list_devices(lab) == [("R1", 3, "R.3"), ("S1", 3, "S.3")]


def test_what_does_not_count_on_is_a_device_of_its_own() -> None:
    lab, _ = read(
        authorize(
            "u", connect("R1", "10.0.0.1"), connect("R2", "10.0.0.2"), connect("R3", "10.9.0.3"), connect("R5", "x")
        )
    )

    assert list_devices(lab) == [("R1", 2, "10.0.0.2"), ("R3", 1, "10.9.0.3"), ("R5", 1, "x")]


def test_one_host_with_ports_that_count_is_a_stack() -> None:
    lab, _ = read(authorize("u", *(connect(f"R{n}", "eve.lab", "telnet", port=str(32768 + n)) for n in (1, 2, 3))))

    (stack,) = lab.devices
    port = stack.find_parameter("port")
    assert (stack.quantity, _host(stack)) == (3, "eve.lab")
    assert port
    assert [port.render(n) for n in stack.numbers] == ["32769", "32770", "32771"]


def test_people_who_count_and_share_a_password_are_a_numbered_group() -> None:
    lab, _ = read(*(authorize(f"student{n:02}", connect("R1", "r1")) for n in range(1, 13)))

    (group,) = lab.users
    assert (group.name, group.quantity, group.roster) == ("student", 12, ())
    assert group.usernames.render(12) == "student12"
    assert group.password == FixedPassword("secret")


def test_people_with_passwords_of_their_own_are_a_roster() -> None:
    lab, _ = read(*(authorize(f"s{n}", connect("R1", "r1"), password=f"pw{n}x") for n in (1, 2)))

    (group,) = lab.users
    assert [(each.username, each.password) for each in group.roster] == [("s1", "pw1x"), ("s2", "pw2x")]


def test_hashes_stay_hashes_of_their_kind() -> None:
    md5, sha = "5F4DCC3B5AA765D61D8327DEB882CF99", "a" * 64

    lab, _ = read(
        authorize("anna", password=md5, more=' encoding="md5"'),
        authorize("ben", password=sha, more=' encoding="sha256"'),
        authorize("carl", password="plain", more=' encoding="plain"'),
    )

    (group,) = lab.users
    assert [(each.password, each.encoding) for each in group.roster] == [(md5, "md5"), (sha, "sha256"), ("plain", None)]


def test_groups_of_the_same_rights_are_parted_by_what_they_are_called() -> None:
    named = [authorize(name, connect("R1", "r1")) for name in ("t1", "t2", "s1", "anna", "s2", "ben")]

    lab, _ = read(*named)

    assert [(users.name, users.size) for users in lab.users] == [("t", 2), ("s", 2), ("people", 2)]


def test_everybody_reaches_what_the_file_gave_them() -> None:
    shared, mine = connect("R1", "r1"), connect("PC", "pc", "rdp")

    lab, _ = read(authorize("anna", shared), authorize("ben", mine, shared), authorize("carl"))

    reached = {users.name: [device.names.render(1) for device in lab.list_reached(users)] for users in lab.users}
    assert reached == {"anna": ["R1"], "ben": ["R1", "PC"], "carl": []}


def test_devices_that_count_with_the_person_are_pods() -> None:
    people = [
        authorize(f"s{n}", connect("PC", f"10.0.{n + 1}.9"), connect("R", f"10.0.{n + 1}.1"), connect("wiki", "wiki"))
        for n in (1, 2, 4)
    ]

    lab, _ = read(*people)

    (users,) = lab.users
    assert [each.pod for each in users.iter_people()] == [1, 2, 4]
    assert [(each.names.render(1), each.pod) for each in lab.devices] == [("wiki", None), ("PC", "s"), ("R", "s")]
    host = lab.devices[1].find_parameter("hostname")
    assert host
    assert [host.render(1, pod) for pod in (1, 2, 4)] == ["10.0.2.9", "10.0.3.9", "10.0.5.9"]


def test_pods_of_people_who_do_not_count_go_by_their_places() -> None:
    lab, _ = read(
        *(authorize(name, connect(f"PC{n}", f"pc{n}.lab")) for n, name in enumerate(("anna", "ben", "cem"), 1))
    )

    assert [(each.names.render(1, 3), each.pod) for each in lab.devices] == [("PC3", "people")]


def test_the_old_form_without_a_connection_is_the_connection_default() -> None:
    lab, problems = read(authorize("u", '<protocol>vnc</protocol><param name="hostname">h</param>'))

    assert not problems
    assert [each.names.render(1) for each in lab.devices] == ["DEFAULT"]


def test_what_guacamole_would_lose_is_told_with_its_line() -> None:
    _, problems = read(
        authorize("u", connect("old", "h")),
        "\n" + authorize("u", connect("a", "1"), "\n" + connect("a", "2")),
        "\n<authorize password='x'/>",
        "\n<authorize username='v' Encoding='md5'/>",
        "\n" + authorize("w", '<connection name="c"><param>1</param><param name="protocol">x</param>text</connection>'),
    )

    assert [(each.variant, each.place.line) for each in problems] == [
        ("user-twice", 1),
        ("connection-twice", 2),
        ("user-nameless", 4),
        ("attribute", 5),
        ("password-missing", 5),
        ("param-nameless", 6),
        ("param-protocol", 6),
        ("text", 6),
    ]
    assert {each.severity for each in problems} == {"warning"}


def test_comments_are_told_as_lost_when_it_is_drawn() -> None:
    lab, _ = read("<!-- Thursday -->", authorize("u"))

    assert lab.comments == (1,)


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
def test_every_encoding_of_unicode_is_read(encoding: str) -> None:
    data = '<?xml version="1.0"?><user-mapping><authorize username="Zoë" password="x"/></user-mapping>'.encode(encoding)

    lab, problems = parse_mapping(data)

    assert lab is not None, problems
    assert recognises(data)
    assert [each.username for users in lab.users for each in users.iter_people()] == ["Zoë"]


def test_an_encoding_of_one_byte_is_read_where_the_file_declares_it() -> None:
    text = '<?xml version="1.0" encoding="{}"?><user-mapping><authorize username="Zoë" password="x"/></user-mapping>'

    for encoding in ("ISO-8859-1", "windows-1252"):
        lab, problems = parse_mapping(text.format(encoding).encode(encoding))
        assert lab is not None, problems
        assert lab.users[0].get_person(0).username == "Zoë"


@pytest.mark.parametrize(
    "text",
    [
        "<user-mapping/>",
        "\ufeff<?xml version='1.0'?>\n<!-- a > b -->\n<!-- <svg> -->\n<user-mapping>",
        '<!DOCTYPE user-mapping SYSTEM "x">\n<user-mapping>',
        '\n <authorize username="u">',
        "<UserMapping>",
    ],
)
def test_it_is_known_by_its_first_element(text: str) -> None:
    assert recognises(text.encode())


@pytest.mark.parametrize(
    "text", ["", "<!-- user-mapping", "<svg><user-mapping/></svg>", "user-mapping", "<?xml", "users: {}"]
)
def test_nothing_else_is_known_as_one(text: str) -> None:
    assert not recognises(text.encode())


def test_the_groups_of_a_file_keep_their_lines_for_problems() -> None:
    lab, _ = read("\n" + authorize("", connect("R1", "h")), "\n" + authorize("b", password=""))

    assert [users.place.line for users in lab.users] == [2, 3]
    assert replace(lab.devices[0].place, field=None).line == 2
