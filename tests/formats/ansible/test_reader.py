"""Inventories of Ansible become devices with consoles in zones; what only Ansible can work out is told as lost."""

import json
import random
from textwrap import indent

import pytest

from labmapper.core.drawing.document import Diagram
from labmapper.core.drawing.items import Connection
from labmapper.core.problems import Problem
from labmapper.formats.ansible.inventory import MOST_HOSTS, expand_ranges
from labmapper.formats.ansible.reader import parse
from labmapper.formats.ansible.recognition import recognises
from labmapper.formats.importing import read_file
from labmapper.formats.registry import recognise
from support.labs.bounded_work import bounded_work
from support.labs.drawings import GOLDEN, list_devices

MIB = 2**20


def read(text: str) -> tuple[Diagram, tuple[Problem, ...]]:
    diagram, problems = parse(text.encode(), {})
    assert diagram is not None, problems
    return diagram, problems


def get_connection(text: str, host: str = "h") -> Connection:
    (connection,) = list_devices(read(text)[0])[host].connections
    return connection


def list_zones(diagram: Diagram) -> dict[str, str | None]:
    labels = {zone.id: zone.label for zone in diagram.zones}
    return {zone.label: labels.get(zone.zone or "") for zone in diagram.zones}


def test_the_forms_say_the_same() -> None:
    ini = "[a]\nh ansible_host=10.0.0.1\n[b:children]\na\n[b:vars]\nansible_user=ada\n"
    written = (
        "b:\n  vars: {ansible_user: ada}\n  children:\n    a:\n      hosts:\n        h: {ansible_host: 10.0.0.1}\n"
    )
    listed = {
        "_meta": {"hostvars": {"h": {"ansible_host": "10.0.0.1", "ansible_user": "ada"}}},
        "all": {"children": ["ungrouped", "b"]},
        "a": {"hosts": ["h"]},
        "b": {"children": ["a"]},
    }

    for text in (ini, written, "all:\n  children:\n" + indent(written, "    "), json.dumps(listed)):
        diagram, _ = read(text)
        (connection,) = list_devices(diagram)["h"].connections
        assert recognise(text.encode()).name == "ansible"
        assert (connection.host, connection.parameters) == ("10.0.0.1", {"username": "ada"})
        assert list_zones(diagram) == {"a": "b", "b": None}


@pytest.mark.parametrize(
    ("pattern", "names"),
    [
        ("web[1:3]", ["web1", "web2", "web3"]),
        ("web[08:10].lab", ["web08.lab", "web09.lab", "web10.lab"]),
        ("db-[a:c]", ["db-a", "db-b", "db-c"]),
        ("n[1:7:3]", ["n1", "n4", "n7"]),
        ("r[1:2]-[a:b]", ["r1-a", "r2-a", "r1-b", "r2-b"]),
        ("x[3:1]", []),
        ("x[1:2:0]", ["x[1:2:0]"]),
        ("[2001:db8::1]", ["[2001:db8::1]"]),
    ],
)
def test_ranges_are_counted_out(pattern: str, names: list[str]) -> None:
    assert list(expand_ranges(pattern)) == names


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("h", ("ssh", "h", "")),
        ("h ansible_host=10.0.0.1 ansible_port=2201", ("ssh", "10.0.0.1", "2201")),
        ("h ansible_ssh_host=10.0.0.1 ansible_ssh_port=2201", ("ssh", "10.0.0.1", "2201")),
        ("h:2222", ("ssh", "h", "2222")),
        ("h ansible_host=pi@10.0.0.1", ("ssh", "10.0.0.1", "")),
        ("h ansible_connection=winrm ansible_port=5986", ("rdp", "h", "")),
        ("h ansible_connection=ansible.netcommon.httpapi ansible_port=443", ("ssh", "h", "")),
        ('h ansible_host="{{ lookup(1) }}"', ("ssh", "", "")),
    ],
)
def test_variables_say_the_console(line: str, expected: tuple[str, str, str]) -> None:
    connection = get_connection(f"[g]\n{line}\n")

    assert (connection.protocol, connection.host, connection.port) == expected


def test_a_user_in_front_of_the_host_is_the_log_in_where_no_other_is_said() -> None:
    assert get_connection("[g]\npi@10.0.0.1\n", "pi@10.0.0.1").parameters == {"username": "pi"}
    assert get_connection("[g]\nh ansible_host=pi@10.0.0.1 ansible_user=root\n").parameters == {"username": "root"}


def test_hosts_that_are_no_machines_have_no_console() -> None:
    diagram, problems = read("[g]\na ansible_connection=local\nb ansible_connection=docker\n")

    assert [device.connections for device in list_devices(diagram).values()] == [[], []]
    assert [each.place.line for each in problems if each.variant == "console"] == [3]


def test_the_innermost_value_counts() -> None:
    text = (
        "[in]\nh\n[out:children]\nin\n[out:vars]\nansible_user=outer\nansible_port=1\n[in:vars]\nansible_user=inner\n"
    )

    connection = get_connection(text)

    assert (connection.parameters["username"], connection.port) == ("inner", "1")


def test_a_host_in_several_groups_stands_in_the_innermost_and_the_others_are_told() -> None:
    diagram, problems = read("[flat]\nh\n[in]\nh\n[out:children]\nin\n")

    assert list_zones(diagram) == {"in": "out", "out": None}
    assert [(each.variant, each.place.line) for each in problems if each.code == "import-lost"] == [("group", 1)]


def test_of_two_spellings_of_a_variable_the_older_one_counts_as_in_ansible() -> None:
    text = "[g]\nh ansible_ssh_host=[2001:db8::2] ansible_ssh_user=x ansible_ssh_pass=y\n[g:vars]\nansible_user=u\nansible_password=p\n"

    (console,) = list_devices(read(text)[0])["h"].connections

    assert (console.host, console.parameters) == ("2001:db8::2", {"username": "x", "password": "y"})


def test_of_equal_groups_the_one_counts_that_knows_the_host() -> None:
    diagram, _ = read("a:\n  hosts:\n    h: {}\nb:\n  hosts:\n    h: {ansible_host: x}\n")

    assert list_zones(diagram) == {"b": None}


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("[g]\nh ansible_network_os=cisco.ios.ios", "router"),
        ("[g]\nsw1 ansible_network_os=ios", "switch"),
        ("[switches]\nh1 ansible_network_os=ios", "switch"),
        ("[g]\nh ansible_network_os=arista.eos.eos", "switch"),
        ("[g]\nh ansible_network_os=cisco.asa.asa", "firewall"),
        ("[g]\nfw1", "firewall"),
        ("[routers]\n10.0.0.1", "router"),
        ("[x]\n10.0.0.1\n[switches:children]\nx", "switch"),
        ("[g]\nx7", "server"),
    ],
)
def test_the_kind_is_told_by_system_name_and_groups(text: str, kind: str) -> None:
    (device,) = list_devices(read(text)[0]).values()

    assert device.kind == kind


def test_encrypted_values_are_left_out_and_told() -> None:
    text = "all:\n  hosts:\n    h:\n      ansible_user: ada\n      ansible_password: !vault |\n        $ANSIBLE_VAULT;1.1;AES256\n        6162\n"

    diagram, problems = read(text)

    (connection,) = list_devices(diagram)["h"].connections
    assert connection.parameters == {"username": "ada"}
    assert ("variable", 5) in [(each.variant, each.place.line) for each in problems]
    assert "import-group-vars" in [each.code for each in problems]


def test_what_a_group_lacks_is_told_once_and_not_for_each_of_its_hosts() -> None:
    text = "[g]\na\nb\nc ansible_password={{own}}\n[g:vars]\nansible_password={{ shared }}\nansible_ssh_private_key_file=~/.ssh/id\n"

    _, problems = read(text)

    lost = [(each.variant, each.place.line) for each in problems if each.code == "import-lost"]
    assert sorted(lost) == [("value", 7), ("variable", 4), ("variable", 6)]


def test_lines_of_another_kind_are_told() -> None:
    _, problems = read("[g]\nh\nansible_password: !vault |\n          $ANSIBLE_VAULT;1.1;AES256\n")

    assert [each.place.line for each in problems if each.variant == "value"] == [3]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "users: {}\ndevices: {}\n",
        "[core]\n\tbare = false\n",
        "[Unit]\nDescription=x\n",
        "[tool]\nkey = 1\n",
        "hosts: [a]\nnetworks: []\n",
        "nodes:\n  r1:\nlinks: []\n",
        "- name: play\n  hosts: all\n",
        "services:\n  web:\n    image: x\n",
        "r1, 10.0.0.1\nr2, 10.0.0.2\n",
        '{"all": 1}',
        "[a, b]",
        "[link]",
    ],
)
def test_nothing_else_is_taken_for_an_inventory(text: str) -> None:
    assert not recognises(text.encode())


BOMBS = {
    "ranges of ranges": "[g]\n" + "r[1:999999][1:999999][1:999999]\n" * 1000,
    "many ranges": "[g]\nh" + "[1:9]" * 1000,
    "a million hosts": "[g]\n" + "h\n" * (2 * MIB),
    "groups in circles": "".join(f"[a{n}:children]\na{(n + 1) % 3000}\na{(n + 7) % 3000}\n" for n in range(3000))
    + "[a1]\nh\n",
    "many parents": "".join(f"[p{n}:children]\ng\n" for n in range(8000))
    + "[g]\n"
    + "".join(f"h{n}\n" for n in range(8000)),
    "one long line": "[g]\nh " + "a" * MIB,
    "quotes": "[g]\nh " + "'\"" * 4000 + "\n" + '"' * MIB,
    "deep groups": "all:\n"
    + "".join(f"{' ' * (2 * n + 2)}children:\n{' ' * (2 * n + 3)}g{n}:\n" for n in range(0, 60, 2)),
    "anchors": "a: &a\n  hosts: {h: {}}\n"
    + "".join(f"b{n}:\n  children: {{c: *a, d: *a, e: *a}}\n" for n in range(1000)),
}


@pytest.mark.parametrize("name", BOMBS)
def test_a_bomb_is_put_away_soon(name: str) -> None:
    with bounded_work():
        recognises(BOMBS[name].encode())
        diagram, problems = parse(BOMBS[name].encode(), {})

    assert diagram is not None or any(problem.is_error for problem in problems)
    assert diagram is None or len(diagram.nodes) <= MOST_HOSTS


def test_broken_inventories_give_a_drawing_or_problems() -> None:
    generator = random.Random(12)
    sources = [(GOLDEN / "ansible-inventory" / "inventory.ini").read_bytes()]
    sources.append(
        b"all:\n  children:\n    g:\n      hosts:\n        r[1:3]: {ansible_host: 10.0.0.1}\n      vars: {a: 1}\n"
    )

    for _ in range(600):
        data = bytearray(generator.choice(sources))
        for _ in range(generator.randint(1, 5)):
            at = generator.randrange(len(data) + 1)
            change = generator.choice(
                [b"[", b":", b"\n", b" ", b"=", b"'", b"{{", b"\xff", b"[1:9]", b"", b"- ", b"&a ", b"*a"]
            )
            data[at : at + generator.randrange(6)] = change
        diagram, problems = parse(bytes(data), {})
        assert diagram is not None or any(problem.is_error for problem in problems)
        assert all(problem.message and problem.hint for problem in problems)


def test_a_line_that_is_not_understood_is_told_without_the_password_on_it() -> None:
    text = (
        "[routers]\nr1 ansible_host=10.0.0.1\nr2 ansible_host=10.0.0.2 ansible_password='hush-1\n"
        "password=hush-2\n[routers:vars]\nenable_secret hush-3\n"
    )
    _, problems = read_file(text.encode(), None, {}).draw()

    told = [problem.render_message() for problem in problems if problem.code == "import-lost"]
    assert [sentence.split(" …")[0] for sentence in told] == ["Line 3: r2", "Line 4: password", "Line 6: enable_secret"]
    assert "hush" not in " ".join(told)
