"""A format that nobody has: a JSON list of names and hosts, which knows nothing of places."""

import json
from itertools import pairwise

from labmapper.core.drawing.document import Diagram
from labmapper.core.drawing.items import Connection, Device, Link, LinkEnd, Users
from labmapper.core.problems import Place, Problem
from labmapper.formats.format import Format, Reader
from labmapper.formats.options import Option, Values

SAMPLE = b'{"made-up": [["R1", "10.0.0.1"], ["R2", "10.0.0.2"], ["R3", ""]]}'


def parse(data: bytes, values: Values) -> tuple[Diagram | None, tuple[Problem, ...]]:
    """Return a drawing of a chain of devices, and a warning for each that has no host."""
    try:
        rows = json.loads(data)["made-up"]
    except ValueError:
        return None, (Problem.error("yaml-key", Place(line=1)),)
    named = [(f"d{number}", name, host) for number, (name, host) in enumerate(rows, start=1)]
    devices = [_draw(*each, values) for each in named if each[2]]
    links = [
        Link(id=f"l{number}", source=LinkEnd(node=one.id), target=LinkEnd(node=other.id))
        for number, (one, other) in enumerate(pairwise(devices))
    ]
    people = Users(id="u1", type="users", label="student01", count=int(values["students"]))
    problems = [
        Problem.warning("device-without-connection", variant="named", device=name)
        for _, name, host in named
        if not host
    ]
    return Diagram(title="Made up", nodes=[*devices, people], links=links), tuple(problems)


def _draw(id_: str, name: str, host: str, values: Values) -> Device:
    connection = Connection(protocol=str(values["protocol"]), host=host)
    return Device(id=id_, type="device", label=name, connections=[connection])


FORMAT = Format(
    name="made-up-lab",
    title="Made-up lab",
    file_name="lab.made-up",
    suffixes=(".made-up",),
    media_type="application/vnd.made-up+json",
    reader=Reader(
        parse,
        lambda data: data.startswith(b'{"made-up"'),
        options=(
            Option("students", "How many students", "number", 2, least=1, most=500),
            Option("protocol", "Protocol", "choice", "ssh", choices=("ssh", "telnet")),
        ),
    ),
)
