"""What GNS3 calls ports whose cable says nothing: by type of node, format of names and cards."""

from typing import Any

import pytest

from labmapper.formats.gns3.interfaces import PortNames


@pytest.mark.parametrize(
    ("node", "adapter", "port", "name"),
    [
        ({"node_type": "docker"}, 2, 0, "eth2"),
        ({"node_type": "vpcs"}, 0, 0, "Ethernet0"),
        ({"node_type": "qemu"}, 3, 0, "Ethernet3"),
        ({"node_type": "qemu", "port_name_format": "Gi0/{0}"}, 3, 0, "Gi0/3"),
        ({"node_type": "qemu", "port_name_format": "Gi{1}/{0}", "port_segment_size": 4}, 6, 0, "Gi1/2"),
        ({"node_type": "qemu", "port_name_format": "e{port1}.{segment2}"}, 3, 0, "e4.5"),
        ({"node_type": "qemu", "port_name_format": "ge{adapter}"}, 7, 0, "ge7"),
        ({"node_type": "qemu", "port_name_format": "ge-0/0/{0}", "first_port_name": "fxp0"}, 0, 0, "fxp0"),
        ({"node_type": "qemu", "port_name_format": "ge-0/0/{0}", "first_port_name": "fxp0"}, 1, 0, "ge-0/0/0"),
        ({"node_type": "qemu", "custom_adapters": [{"adapter_number": 1, "port_name": "wan"}]}, 1, 0, "wan"),
        (
            {
                "node_type": "iou",
                "port_name_format": "Ethernet{segment0}/{port0}",
                "port_segment_size": 4,
                "properties": {"ethernet_adapters": 2},
            },
            1,
            3,
            "Ethernet1/3",
        ),
        ({"node_type": "iou", "properties": {"ethernet_adapters": 2}}, 2, 1, "Serial2/1"),
        ({"node_type": "iou"}, 1, 2, "Ethernet6"),
        ({"node_type": "iou"}, 2, 2, "Serial2/2"),
        ({"node_type": "nat"}, 0, 0, "nat0"),
        (
            {"node_type": "ethernet_switch", "properties": {"ports_mapping": [{"name": "P4", "port_number": 4}]}},
            0,
            4,
            "P4",
        ),
        ({"node_type": "frame_relay_switch"}, 0, 3, "3"),
        ({"node_type": "dynamips", "properties": {"slot0": "C7200-IO-FE", "slot1": "PA-4T+"}}, 1, 2, "Serial1/2"),
        ({"node_type": "dynamips", "properties": {"slot0": "GT96100-FE", "wic0": "WIC-2T"}}, 0, 17, "Serial0/1"),
        ({"node_type": "dynamips", "properties": {"wic0": "WIC-1T", "wic1": "WIC-1ENET"}}, 0, 17, "Ethernet0/1"),
        ({"node_type": "dynamips"}, 4, 1, "4/1"),
    ],
)
def test_a_port_is_called_as_gns3_calls_it(node: dict[str, Any], adapter: int, port: int, name: str) -> None:
    assert PortNames().name("r1", node, {"adapter_number": adapter, "port_number": port}) == name


def test_the_label_of_the_cable_comes_first() -> None:
    end = {"adapter_number": 0, "port_number": 0, "label": {"text": " uplink\n1 "}}

    assert PortNames().name("r1", {"node_type": "qemu"}, end) == "uplink 1"


@pytest.mark.parametrize(
    "name_format", ["{0.__class__}", "{0:999999999}", "{self}", "{0!r}", "{", "}{", "{segment9}", "{port0[0]}"]
)
def test_nothing_but_the_numbers_is_filled_into_a_format(name_format: str) -> None:
    node = {"node_type": "qemu", "port_name_format": name_format}

    assert PortNames().name("r1", node, {"adapter_number": 1, "port_number": 0}) == name_format


@pytest.mark.parametrize(
    "end", [{}, {"adapter_number": None, "port_number": 1}, {"adapter_number": "x", "port_number": []}]
)
def test_an_end_without_numbers_has_no_name(end: dict[str, Any]) -> None:
    assert PortNames().name("r1", {"node_type": "qemu"}, end) == ""


def test_a_format_of_names_is_not_filled_in_however_long_it_is() -> None:
    node = {"node_type": "qemu", "port_name_format": "{0}" * 1_000_000}

    assert len(PortNames().name("a", node, {"adapter_number": 1, "port_number": 0})) < 1_000
