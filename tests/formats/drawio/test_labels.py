"""``labmapper.formats.drawio.labels``: names and addresses in the label of a shape."""

import pytest

from labmapper.formats.drawio.labels import list_lines, read_label


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("R1", ("R1", "", "", ())),
        ("<b>R1</b><br>10.0.0.1/24", ("R1", "10.0.0.1", "", ())),
        ("<div>R1</div><div>IP: 10.0.0.1:2201</div>", ("R1", "10.0.0.1", "2201", ())),
        ("R1 (10.0.0.1)", ("R1", "10.0.0.1", "", ())),
        ("10.0.0.1\nR1", ("R1", "10.0.0.1", "", ())),
        ("10.0.0.1", ("10.0.0.1", "10.0.0.1", "", ())),
        ("web<br>web.lab.example<br>Rack 7", ("web", "web.lab.example", "", ("Rack 7",))),
        ("R1<br>2001:db8::1/64", ("R1", "2001:db8::1", "", ())),
        ("Sales<br>Subnet: 192.168.2.0/26", ("Sales", "", "", ("Subnet: 192.168.2.0/26",))),
        ("R1<br>10.1.0.0/16<br>10.1.0.9/16", ("R1", "10.1.0.9", "", ("10.1.0.0/16",))),
        ("R1<br>10.0.0.0/31", ("R1", "10.0.0.0", "", ())),
        ("LAN<br>2001:db8::/64", ("LAN", "", "", ("2001:db8::/64",))),
        ("R1<br>IOS 15.2<br>v1.2.3", ("R1", "", "", ("IOS 15.2", "v1.2.3"))),
        ("web.lab.example", ("web.lab.example", "", "", ())),
        ("A &amp; B&nbsp;C", ("A & B C", "", "", ())),
        ("a < b", ("a < b", "", "", ())),
        ("", ("", "", "", ())),
    ],
)
def test_labels_give_names_and_addresses(value: str, expected: tuple[object, ...]) -> None:
    label = read_label(list_lines(value))

    assert (label.name, label.host, label.port, label.rest) == expected
