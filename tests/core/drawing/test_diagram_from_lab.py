"""The drawing of a lab that was written: laid out, nothing overlapping."""

from itertools import combinations

import pytest

from labmapper.core.drawing.diagram_from_lab import draw_lab
from labmapper.core.drawing.document import Diagram
from labmapper.core.drawing.items import Device, Users
from labmapper.formats.usermapper_config.reader import parse_config
from support.labs.drawings import GOLDEN

TILE = 56


def _draw(text: bytes) -> Diagram:
    lab, problems = parse_config(text)
    assert lab is not None, problems
    diagram, _ = draw_lab(lab)
    assert diagram is not None
    return diagram


def _many(count: int) -> bytes:
    devices = "".join(
        f"  r{n}: {{quantity: 1, name_prefix: R, name_suffix: '{n:03}', hostname_prefix: 10.0.0., hostname_suffix: '{n}',"
        f" parameters: {{protocol: ssh}}{', pod_of: s' if n % 2 else ''}}}\n"
        for n in range(1, count + 1)
    )
    return f"users:\n  s: {{quantity: 2, username_prefix: s, username_suffix: '1', password: x}}\ndevices:\n{devices}".encode()


@pytest.mark.parametrize(
    "text",
    [
        (GOLDEN / "usermapper-example" / "config.yaml").read_bytes(),
        (GOLDEN / "pods" / "config.yaml").read_bytes(),
        _many(30),
    ],
    ids=["example", "pods", "many"],
)
def test_no_two_tiles_overlap_and_users_stand_left(text: bytes) -> None:
    drawn = _draw(text)

    assert all(
        abs(one.x - other.x) > TILE or abs(one.y - other.y) > TILE for one, other in combinations(drawn.nodes, 2)
    )
    users = [node.x for node in drawn.nodes if isinstance(node, Users)]
    assert max(users) < min(node.x for node in drawn.nodes if isinstance(node, Device))


def test_a_pod_has_a_box_with_its_devices_inside_and_no_others() -> None:
    drawn = _draw(_many(9))

    (pod,) = drawn.zones
    for node in drawn.nodes:
        is_inside = pod.x < node.x < pod.x + pod.width and pod.y < node.y < pod.y + pod.height
        assert is_inside == (node.zone == pod.id)


def test_reaching_nothing_is_drawn_as_access_to_an_empty_box() -> None:
    drawn = _draw(_many(1).replace(b"password: x", b"password: x, reaches: []"))

    (edge,) = drawn.access
    assert edge.target in {zone.id for zone in drawn.zones}
    assert all(node.zone != edge.target for node in drawn.nodes)


@pytest.mark.parametrize(
    ("name", "protocol", "kind"),
    [
        ("servers", "ssh", "server"),
        ("PC", "rdp", "workstation"),
        ("leaf", "ssh", "switch"),
        ("x", "vnc", "workstation"),
    ],
)
def test_the_kind_is_guessed_from_names_and_protocol(name: str, protocol: str, kind: str) -> None:
    text = _many(1).replace(b"r1:", f"{name}:".encode()).replace(b"protocol: ssh", f"protocol: {protocol}".encode())

    device = next(
        node for node in _draw(text.replace(b"name_prefix: R", b"name_prefix: X")).nodes if isinstance(node, Device)
    )

    assert device.kind == kind
