"""Files of VIRL: connections by XPath, fixed console ports and addresses of AutoNetkit."""

from labmapper.formats.importing import read_file
from labmapper.formats.virl.reader import read_topology
from support.labs.drawings import GOLDEN

LAB = (GOLDEN / "virl" / "topology.virl").read_bytes()


def test_connections_count_elements_and_not_ids() -> None:
    cables = [
        (each.source.device, each.source.interface, each.target.device, each.target.interface)
        for each in read_topology(LAB).cables
    ]

    assert cables == [("1", "GigabitEthernet0/2", "2", "outside"), ("1", "GigabitEthernet0/1", "3", "")]


def test_a_fixed_port_is_at_the_host_and_an_address_is_the_devices_own() -> None:
    serial, managed = read_topology(LAB).devices[0].consoles

    assert (serial.protocol, serial.port, serial.is_at_host) == ("telnet", "4005", True)
    assert (managed.protocol, managed.host, managed.has_default_login) == ("ssh", "10.1.0.1", True)
    assert managed.parameters == {"username": "cisco", "password": "cisco"}


def test_roles_come_from_types_and_subtypes() -> None:
    assert [device.role for device in read_topology(LAB).devices] == ["router", "firewall", "network"]


def test_a_connection_to_nothing_is_told() -> None:
    assert [problem.variant for problem in read_topology(LAB).problems] == ["cable", "shape"]


def test_entities_of_its_own_are_refused() -> None:
    data = b'<!DOCTYPE topology [<!ENTITY a "b">]>' + LAB.partition(b"?>")[2]

    assert [problem.variant for problem in read_topology(data).problems] == ["entities"]


def test_only_the_namespace_makes_it_virl() -> None:
    assert read_file(LAB).format.name == "virl"
    assert read_file(LAB.replace(b"cisco.com/VIRL", b"example.org")).format.name != "virl"
