"""Names of interfaces that are shortened: as engineers write them, else without their middle."""

import pytest

from labmapper.core.drawing.interface_names import cut_interface


@pytest.mark.parametrize(
    ("name", "short"),
    [
        ("GigabitEthernet0/1", "Gi0/1"),
        ("TenGigabitEthernet1/0/1", "Te1/0/1"),
        ("TwentyFiveGigE1/0/1", "Twe1/0/1"),
        ("HundredGigE0/0/0/0", "Hu0/0/0/0"),
        ("FastEthernet 2/0", "Fa2/0"),
        ("Ethernet49/1", "Et49/1"),
        ("Serial1/0/0:15", "Se1/0/0:15"),
        ("SerialGateway1", "Seri…eway1"),
        ("GigabitEthernet", "Giga…ernet"),
        ("uplink-to-core", "upli…-core"),
        ("eth0", "eth0"),
        ("Ethernet0", "Ethernet0"),
    ],
)
def test_a_name_that_is_too_long_is_abbreviated_or_loses_its_middle(name: str, short: str) -> None:
    assert cut_interface(name, 10) == short
