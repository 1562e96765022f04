"""Checks single parameters of a connection that has all it needs."""

from collections.abc import Mapping

from labmapper.core.guacamole.parameters import check_parameters
from labmapper.core.problems import Place, Problem

ENOUGH = {
    "ssh": {"hostname": "10.0.0.1"},
    "rdp": {"hostname": "10.0.0.1"},
    "vnc": {"hostname": "10.0.0.1", "port": "5901"},
    "telnet": {"hostname": "10.0.0.1"},
    "kubernetes": {"hostname": "10.0.0.1", "pod": "web"},
}


def check(protocol: str, version: str = "1.6.0", **parameters: str) -> list[Problem]:
    given = ENOUGH.get(protocol, {}) | {name.replace("_", "-"): value for name, value in parameters.items()}
    return check_exactly(protocol, given, version)


def check_exactly(protocol: str, parameters: Mapping[str, str], version: str = "1.6.0") -> list[Problem]:
    pairs = tuple(parameters.items())
    return list(check_parameters(protocol, pairs, version=version, locate=lambda name: Place("n1", name)))


def tell(problems: list[Problem]) -> list[tuple[str, str, str | None]]:
    return [(problem.severity, problem.code, problem.place.field) for problem in problems]
