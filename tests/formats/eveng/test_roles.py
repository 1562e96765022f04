"""What nodes of EVE-NG and PNETLab are, by the names of their icons first."""

import pytest

from labmapper.formats.eveng.roles import choose_role


@pytest.mark.parametrize(
    ("icon", "template", "role"),
    [
        ("Router.png", "linux", "router"),
        ("Switch L3.png", "viosl2", "l3switch"),
        ("Switch-2D-L3-Generic-S.svg", "viosl2", "l3switch"),
        ("Firewall-2D-PA-S.svg", "paloalto", "firewall"),
        ("Server_Linux.png", "linux", "server"),
        ("Desktop_linux.png", "linux", "workstation"),
        ("PC-2D-Desktop-Windows-S.svg", "win", "workstation"),
        ("ce.png", "huaweice6800", "switch"),
        ("ESXi.png", "esxi", "server"),
    ],
)
def test_the_icon_counts_before_the_template(icon: str, template: str, role: str) -> None:
    assert choose_role(icon, template, "", "n") == role
