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


def _lab(*elements: str) -> bytes:
    return f'<topology xmlns="http://www.cisco.com/VIRL" schemaVersion="0.95">{"".join(elements)}</topology>'.encode()


def _node(name: str, subtype: str = "IOSv", entries: str = "", location: str = "0,0") -> str:
    inner = f'<extensions>{entries}</extensions><interface name="Gi0/1"/><interface name="Gi0/2"/>'
    return f'<node name="{name}" type="SIMPLE" subtype="{subtype}" location="{location}">{inner}</node>'


def _connect(source: str, target: str) -> str:
    return f'<connection src="/virl:topology{source}" dst="/virl:topology{target}"/>'


def test_groups_are_zones_and_connections_lead_into_them() -> None:
    lab = read_topology(
        _lab(
            f'<group name="west">{_node("w1")}<group name="rack">{_node("w2")}</group></group>',
            _node("core"),
            _connect(
                "/virl:group[1]/virl:group[1]/virl:node[1]/virl:interface[2]",
                "/virl:group[1]/virl:node[1]/virl:interface[1]",
            ),
            _connect("/virl:node[1]/virl:interface[2]", "/virl:group[1]/virl:node[1]/virl:interface[2]"),
            _connect("/virl:node[1]", "/virl:group[1]"),
        )
    )

    zones = {zone.key: zone for zone in lab.zones}
    names = {device.key: device.name for device in lab.devices}
    where = {device.name: zones[device.zone].name if device.zone else None for device in lab.devices}
    assert where == {"w1": "west", "w2": "rack", "core": None}
    assert [zone.zone and zones[zone.zone].name for zone in lab.zones] == [None, "west"]
    assert [(names[each.source.device], names[each.target.device]) for each in lab.cables] == [
        ("w2", "w1"),
        ("core", "w1"),
    ]
    assert [problem.variant for problem in lab.problems] == ["cable"]


def test_ends_may_be_named_by_their_names() -> None:
    lab = read_topology(
        _lab(
            _node("r1"),
            _node("r2"),
            """<connection src='/topology/node[@name="r1"]/interface[@name="Gi0/2"]' dst='/topology/node[@name="r2"]'/>""",
        )
    )

    (cable,) = lab.cables
    assert (cable.source.device, cable.source.interface, cable.target.device) == ("1", "Gi0/2", "2")


def test_the_address_that_somebody_gave_counts_before_the_one_that_was_written_down() -> None:
    given = '<entry key="static_ip">172.16.1.10</entry>'
    written = '<entry key="AutoNetkit.mgmt_ip">10.255.0.7/16</entry>'

    hosts = [
        device.consoles[0].host
        for device in read_topology(_lab(_node("a", entries=given + written), _node("b", entries=written))).devices
    ]

    assert hosts == ["172.16.1.10", "10.255.0.7"]


def test_servers_that_virl_sets_up_have_its_log_in() -> None:
    config = '<entry key="config">#cloud-config\n- gecos: User configured by VIRL Configuration Engine 0.23</entry>'

    (device,) = read_topology(_lab(_node("web", "lxc-sshd", config))).devices

    assert device.role == "server"
    assert (device.consoles[0].parameters["username"], device.consoles[0].has_default_login) == ("cisco", True)


def test_boxes_around_nodes_are_zones_and_texts_are_notes() -> None:
    lab = read_topology(
        _lab(
            _node("r1", location="100,100"),
            '<annotations><rect x="50" y="50" width="200" height="150" fill="FF0000"/>',
            '<text x="90" y="55" string="Campus"/><text x="500" y="500" string="Ask Ann"/>',
            '<ellipse xc="700" yc="700" xr="50" yr="20"/><line x1="0" y1="600" x2="100" y2="650"/></annotations>',
        )
    )

    assert [(zone.name, zone.box, zone.color) for zone in lab.zones] == [("Campus", (50, 50, 200, 150), "red")]
    assert [note.text for note in lab.notes] == ["Ask Ann"]
    assert [(each.shape, each.width, each.height) for each in lab.figures] == [("line", 100, 50), ("ellipse", 100, 40)]


def test_ellipses_and_texts_are_read_as_newer_files_write_them() -> None:
    lab = read_topology(
        _lab(
            _node("r1", location="100,100"),
            '<annotations><ellipse x="50" y="50" width="200" height="150" fill="FF0000" stroke-width="3"/>',
            '<text x="90" y="55" font-size="10" bold="true">Area 0</text><text x="990" y="292" font-size="18"></text>',
            '<text x="500" y="500" font-size="8">Area 12&#xD;\n10.1.1.0/30</text></annotations>',
        )
    )

    assert [(zone.name, zone.box) for zone in lab.zones] == [("Area 0", (50, 50, 200, 150))]
    assert [note.text for note in lab.notes] == ["Area 12\n10.1.1.0/30"]
    assert not [problem for problem in lab.problems if problem.code == "import-lost"]


def test_nodes_of_more_groups_than_are_drawn_stand_outside_of_them() -> None:
    groups = "".join(f'<group name="g{number}">{_node(f"n{number}")}</group>' for number in range(1, 303))

    topology = read_topology(_lab(groups, _connect("/virl:group[302]/virl:node[1]", "/virl:group[1]/virl:node[1]")))

    assert (len(topology.zones), len(topology.devices), len(topology.cables)) == (300, 302, 1)
    assert [device.zone for device in topology.devices[-2:]] == [None, None]
    assert [problem.facts["what"] for problem in topology.problems] == ["g301", "g302"]
