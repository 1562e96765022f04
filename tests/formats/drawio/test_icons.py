"""``labmapper.formats.drawio.icons``: what a shape of draw.io stands for, by its style."""

import pytest

from labmapper.formats.drawio.icons import find_icon, find_icon_role, parse_style


@pytest.mark.parametrize(
    ("style", "role"),
    [
        ("shape=mxgraph.cisco.routers.router", "router"),
        ("shape=mxgraph.cisco.switches.workgroup_switch", "switch"),
        ("shape=mxgraph.cisco.switches.layer_3_switch", "l3switch"),
        ("shape=mxgraph.cisco.security.firewall", "firewall"),
        ("shape=mxgraph.cisco.computers_and_peripherals.pc", "workstation"),
        ("shape=mxgraph.cisco.computers_and_peripherals.laptop", "laptop"),
        ("shape=mxgraph.cisco.servers.fileserver", "server"),
        ("shape=mxgraph.cisco.hubs_and_gateways.hub", "network"),
        ("shape=mxgraph.cisco.misc.access_point", "accesspoint"),
        ("shape=mxgraph.cisco.modems_and_phones.ip_phone", "phone"),
        ("shape=mxgraph.cisco.storage.cloud", "cloud"),
        ("shape=mxgraph.cisco19.rect;prIcon=l2_switch", "switch"),
        ("shape=mxgraph.cisco19.rect;prIcon=l3_switch", "l3switch"),
        ("shape=mxgraph.cisco19.rect;prIcon=asa_5500", "firewall"),
        ("shape=mxgraph.cisco_safe.capability.next_generation_firewall", "firewall"),
        ("shape=mxgraph.networks.load_balancer", "loadbalancer"),
        ("shape=mxgraph.networks.printer", "printer"),
        ("shape=mxgraph.networks2.icon;network2Icon=mxgraph.networks2.pc", "workstation"),
        ("shape=mxgraph.aws4.resourceIcon;resIcon=mxgraph.aws4.ec2", "server"),
        ("shape=mxgraph.azure.virtual_machine", "server"),
        ("image;image=img/lib/azure2/networking/Virtual_Network_Gateways.svg", "router"),
        ("shape=mxgraph.cisco.security.network_security", "firewall"),
        ("shape=mxgraph.rackGeneral.server_1", "server"),
        ("shape=mxgraph.rack.hp.hp_proliant_dl380p_g8", "server"),
        ("image;image=img/lib/azure2/compute/Virtual_Machine.svg", "server"),
        ("image;image=img/lib/mscae/VirtualMachine.svg", "server"),
        ("image;image=https://example.org/icons/core-router.png", "router"),
        ("ellipse;shape=cloud;html=1", "cloud"),
    ],
)
def test_icons_say_what_a_device_is(style: str, role: str) -> None:
    assert find_icon_role(find_icon(parse_style(style)), "x") == role
