"""The road from a drawing or a config.yaml to what Guacamole would hold, and what is said on the way."""

from collections.abc import Mapping
from typing import Any

from labmapper.core.drawing.document import parse_diagram
from labmapper.core.guacamole.loader import Authorization, LoadedMapping, load_user_mapping
from labmapper.core.pipeline import Compilation, compile_diagram, compile_lab, render_mapping
from labmapper.core.problems import Problem
from labmapper.formats.usermapper_config.reader import parse_config

SEED = bytes(32)


def draw(*people: Mapping[str, Any], devices: list[Mapping[str, Any]] | None = None, **settings: str) -> dict[str, Any]:
    """Return a drawing in which *people*, a roster, reach *devices*, or one router."""
    users = {"id": "u", "type": "users", "label": "alice", "roster": list(people)}
    nodes = [users, *([router()] if devices is None else devices)]
    return {"schema": 1, "settings": settings, "nodes": nodes}


def router(name: str = "R1", node: str = "r", **connection: Any) -> dict[str, Any]:
    return {
        "id": node,
        "type": "device",
        "label": name,
        "connections": [{"protocol": "ssh", "host": "10.0.0.1"} | connection],
    }


def alice(password: str = "pw", **fields: Any) -> dict[str, Any]:
    return {"username": "alice", "password": password} | fields


def build(drawing: dict[str, Any]) -> Compilation:
    diagram, problems = parse_diagram(drawing)
    assert diagram is not None, problems
    return compile_diagram(diagram)


def write(compilation: Compilation) -> bytes:
    assert compilation.is_sound, compilation.problems
    return b"".join(render_mapping(compilation.lab, SEED))


def load(drawing: dict[str, Any]) -> LoadedMapping:
    return load_user_mapping([write(build(drawing))])


def load_unchecked(drawing: dict[str, Any]) -> LoadedMapping:
    """Return what Guacamole would hold of *drawing*, if it were written in spite of what the checks say."""
    return load_user_mapping(render_mapping(build(drawing).lab, SEED))


def load_one(drawing: dict[str, Any]) -> Authorization:
    (authorization,) = load(drawing).authorizations.values()
    return authorization


def hold(**connection: Any) -> dict[str, str]:
    """Return the parameters that Guacamole holds for one router with *connection*."""
    (held,) = load_one(draw(alice(), devices=[router(**connection)])).connections.values()
    return held.parameters


def complain(drawing: dict[str, Any]) -> dict[str, Problem]:
    """Return what is wrong with *drawing*, by code."""
    diagram, problems = parse_diagram(drawing)
    found = problems if diagram is None else compile_diagram(diagram).problems
    return {problem.code: problem for problem in found}


def complain_about(**connection: Any) -> dict[str, str]:
    problems = complain(draw(alice(), devices=[router(**connection)]))
    return {code: problem.severity for code, problem in problems.items()}


CONFIG = """\
users:
  students: {quantity: 1, username_prefix: s, username_suffix: '1', password: welcome}
devices:
  routers:
    quantity: 1
    name_prefix: R
    name_suffix: '1'
    hostname_prefix: '10.0.0.'
    hostname_suffix: '1'
    parameters:
      protocol: rdp
      hostname: ~
"""


def read(config: str | bytes) -> Compilation | tuple[Problem, ...]:
    lab, problems = parse_config(config if isinstance(config, bytes) else config.encode())
    return problems if lab is None else compile_lab(lab, problems)


def hold_config(line: str) -> dict[str, str]:
    """Return the parameters that Guacamole holds for the router of the config with one more *line*."""
    compilation = read(f"{CONFIG}      {line}\n")
    assert isinstance(compilation, Compilation), compilation
    (user,) = load_user_mapping([write(compilation)]).authorizations.values()
    return user.connections["R1"].parameters


def complain_config(config: str | bytes) -> dict[str, str]:
    outcome = read(config)
    problems = outcome.problems if isinstance(outcome, Compilation) else outcome
    return {problem.code: problem.severity for problem in problems}
