"""The rehearsal catches a writer that would let in other people than drawn."""

from collections.abc import Callable, Iterator

import pytest

from labmapper.core.guacamole import rehearsal
from labmapper.core.guacamole.writer import render_mapping
from labmapper.core.lab.numbering import build_literal, parse_counted, parse_first
from labmapper.core.lab.structure import DeviceType, FixedPassword, Lab, UserType


def _build_lab() -> Lab:
    names, first = parse_first("R1")
    parameters = (("protocol", build_literal("ssh")), ("hostname", parse_counted("10.0.0.1", first)))
    devices = (
        DeviceType("r", names, first, 5, parameters),
        DeviceType("p", build_literal("P"), 1, 1, parameters, pod="student"),
    )
    users = tuple(
        UserType(label, *parse_first(f"{label}1"), 3, FixedPassword("pw")) for label in ("student", "trainer")
    )
    return Lab(users, devices)


def test_a_faithful_writer_passes() -> None:
    assert list(rehearsal.check_rehearsal(_build_lab())) == []


@pytest.mark.parametrize(
    "spoil",
    [
        lambda data: data.replace(b"ssh", b"shh"),
        lambda data: data.replace(b"10.0.0.5", b"10.0.0.6"),
        lambda data: data.replace(b'"student2"', b'"student1"'),
        lambda data: data.replace(b'password="pw"', b'password="px"'),
        lambda data: data.replace(b"P (student1)", b"P"),
        lambda data: data.replace(b"</user-mapping>", b""),
        lambda data: data.replace(b"<connection", b"<Connection").replace(b"</connection", b"</Connection"),
    ],
    ids=["protocol", "host", "user name", "password", "connection name", "end", "element"],
)
def test_an_unfaithful_writer_is_caught(spoil: Callable[[bytes], bytes], monkeypatch: pytest.MonkeyPatch) -> None:
    def render_spoilt(lab: Lab, seed: bytes) -> Iterator[bytes]:
        yield spoil(b"".join(render_mapping(lab, seed)))

    monkeypatch.setattr(rehearsal, "render_mapping", render_spoilt)

    problems = list(rehearsal.check_rehearsal(_build_lab()))

    assert {problem.code for problem in problems} == {"not-as-drawn"}
