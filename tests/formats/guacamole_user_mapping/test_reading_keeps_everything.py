"""What Guacamole would hold of a file that was written, read and written again is what it held before, for everybody.

``LABMAPPER_TEST_EXAMPLES`` sets how many labs are made at random.
"""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from labmapper.core.drawing.diagram_from_lab import draw_lab
from labmapper.core.drawing.document import Diagram
from labmapper.core.guacamole.loader import LoadedConnection, load_user_mapping
from labmapper.core.lab.structure import Lab
from labmapper.core.pipeline import compile_diagram, compile_lab, render_mapping
from labmapper.formats.guacamole_user_mapping.reader import parse_mapping
from labmapper.formats.usermapper_config.reader import parse_config
from support.labs.counting_strategies import counting_configs, counting_drawings
from support.labs.drawings import GOLDEN
from support.labs.strategies import PlainLab, drawings, plain_labs
from support.server.soak import count_examples

SEED = b"a seed for these tests"

Meaning = dict[str | None, tuple[str | None, str, Mapping[str, LoadedConnection]]]

many = settings(
    max_examples=count_examples(60),
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much, HealthCheck.data_too_large],
)


def write(lab: Lab) -> bytes:
    return b"".join(render_mapping(lab, SEED))


def hold(file: bytes) -> Meaning:
    """Return what Guacamole holds of *file*: each user name with the password, its encoding and the connections."""
    held = load_user_mapping([file]).authorizations
    return {name: (each.password, each.encoding, each.connections) for name, each in held.items()}


def read(file: bytes) -> Lab:
    lab, problems = parse_mapping(file)
    assert lab is not None, problems
    assert not problems
    return lab


def assert_kept(lab: Lab) -> None:
    file = write(lab)

    assert hold(write(read(file))) == hold(file)


@many
@given(plain_labs())
def test_hostile_text_comes_through_as_it_is(plain: PlainLab) -> None:
    assert_kept(plain.lab)


@many
@given(counting_drawings() | drawings())
def test_whatever_was_drawn_is_read_again(drawing: dict[str, Any]) -> None:
    compilation = compile_diagram(Diagram.model_validate(drawing))
    assume(compilation.is_sound)

    assert_kept(compilation.lab)


@many
@given(counting_configs())
def test_whatever_was_written_is_read_again(text: bytes) -> None:
    lab, _ = parse_config(text)
    assert lab is not None
    assume(compile_lab(lab).is_sound)

    assert_kept(lab)


@many
@given(drawings())
def test_what_is_read_can_be_drawn_and_means_the_same(drawing: dict[str, Any]) -> None:
    compilation = compile_diagram(Diagram.model_validate(drawing))
    assume(compilation.is_sound)
    file = write(compilation.lab)

    diagram, problems = draw_lab(read(file))

    assert diagram is not None, problems
    assert hold(write(compile_diagram(diagram).lab)) == hold(file)


_HOSTS = st.sampled_from(["10.0.0.{}", "h{}", "10.0.{}.1", "${}", "{{n}}{}", "h", "99{}", "0{}"])
_NUMBERS = st.integers(0, 12)
_VALUES = st.lists(st.tuples(st.sampled_from("ab"), _NUMBERS, _HOSTS, _NUMBERS), max_size=12)


@many
@given(_VALUES, st.integers(1, 4), st.booleans())
def test_numbers_that_nearly_count_stay_what_they_are(
    values: list[tuple[str, int, str, int]], people: int, has_pods: bool
) -> None:
    connections = {f"{name}{n}": (host, m) for name, n, host, m in values}
    authorized = ""
    for person in range(people):
        authorized += f'<authorize username="u{person + 8}" password="x">'
        for name, (host, m) in connections.items():
            value = host.format(m + person * has_pods)
            authorized += f'<connection name="{name}"><protocol>ssh</protocol><param name="hostname">{value}</param>'
            authorized += "</connection>"
        authorized += "</authorize>"
    file = f"<user-mapping>{authorized}</user-mapping>".encode()

    assert hold(write(read(file))) == hold(file)


@pytest.mark.parametrize("path", sorted(GOLDEN.glob("*/user-mapping.xml")), ids=lambda path: path.parent.name)
def test_golden_mappings_are_read_again(path: Path) -> None:
    file = path.read_bytes()

    assert hold(write(read(file))) == hold(file)
