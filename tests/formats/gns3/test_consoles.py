"""Where the consoles of GNS3 are: protocol, the host where the file tells it, and port."""

from typing import Any

import pytest

from labmapper.formats.gns3.reader import read_project
from labmapper.formats.topology.findings import Findings
from support.labs.gns3 import make_project


def read_console(node: dict[str, Any], vm: str = "", **project: Any) -> tuple[list[tuple[str, str, str]], list[str]]:
    findings = Findings()
    found = read_project(make_project([{"name": "r1", "node_id": "a", **node}], **project), vm, findings)
    assert found is not None
    consoles = [(each.protocol, each.host, each.port) for each in found.devices[0].consoles]
    return consoles, [problem.code for problem in findings.collect()]


@pytest.mark.parametrize("protocol", ["telnet", "vnc", "ssh"])
def test_what_guacamole_speaks_is_a_connection_to_the_port_in_the_file(protocol: str) -> None:
    consoles, _ = read_console({"node_type": "qemu", "console": 5004, "console_type": protocol})

    assert consoles == [(protocol, "", "5004")]


@pytest.mark.parametrize("protocol", ["http", "https", "spice", "spice+agent"])
def test_what_guacamole_does_not_speak_is_told(protocol: str) -> None:
    assert read_console({"node_type": "docker", "console": 80, "console_type": protocol}) == ([], ["import-lost"])


@pytest.mark.parametrize(
    "node",
    [
        {"node_type": "nat", "console": None, "console_type": "none"},
        {"node_type": "qemu", "console": None, "console_type": "telnet"},
        {"node_type": "qemu", "console": 5000, "console_type": "none"},
        {"node_type": "ethernet_hub"},
        {"node_type": "ethernet_switch", "console": 5000},
    ],
)
def test_a_node_without_a_console_is_only_drawn(node: dict[str, Any]) -> None:
    assert read_console(node) == ([], [])


def test_a_console_of_unknown_type_is_telnet() -> None:
    assert read_console({"node_type": "dynamips", "console": 2001})[0] == [("telnet", "", "2001")]


def test_a_serial_console_is_opened_by_telnet_as_gns3_does_since_2_0() -> None:
    node = {"node_type": "vmware", "console": 2000, "console_type": "serial"}

    assert read_console(node)[0] == [("telnet", "", "2000")]


@pytest.mark.parametrize("port", [0, -1, 65_536, "many", [], 10**30])
def test_a_port_that_is_none_is_told(port: object) -> None:
    assert read_console({"node_type": "qemu", "console": port, "console_type": "vnc"}) == ([], ["import-lost"])


def test_a_server_elsewhere_tells_its_address_and_the_local_one_does_not() -> None:
    computes = [
        {"compute_id": "far", "host": "10.9.9.9"},
        {"compute_id": "near", "host": "127.0.0.1"},
        {"compute_id": "local", "host": "192.0.2.1"},
    ]
    node = {"node_type": "qemu", "console": 5000, "console_type": "telnet"}

    hosts = [
        read_console({**node, "compute_id": name}, computes=computes)[0][0][1] for name in ("far", "near", "local")
    ]

    assert hosts == ["10.9.9.9", "", ""]


def test_the_gns3_vm_may_have_an_address_of_its_own() -> None:
    node = {"node_type": "qemu", "console": 5000, "console_type": "telnet", "compute_id": "vm"}

    assert read_console(node, vm="10.5.5.5")[0] == [("telnet", "10.5.5.5", "5000")]


def test_devices_in_the_vm_and_beside_it_need_two_addresses() -> None:
    findings = Findings()
    nodes = [{"name": name, "node_id": name, "node_type": "qemu", "compute_id": name} for name in ("vm", "local")]

    read_project(make_project(nodes), "", findings)

    assert [problem.variant for problem in findings.collect()] == ["gns3-vm"]


def test_a_cloud_with_a_remote_console_stands_for_the_device_behind_it() -> None:
    remote = {"remote_console_type": "ssh", "remote_console_host": "10.1.1.9", "remote_console_port": 22}

    assert read_console({"node_type": "cloud", "properties": remote})[0] == [("ssh", "10.1.1.9", "22")]


def test_the_report_says_that_ports_may_change() -> None:
    _, codes = read_console({"node_type": "qemu", "console": 5000, "console_type": "telnet"})

    assert codes == ["import-ports"]
