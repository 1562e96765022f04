"""Lines of draw.io keep how they look: what nobody chose stays as the drawing has it."""

import pytest

from labmapper.formats.drawio.edge_styles import read_look
from labmapper.formats.drawio.icons import parse_style
from labmapper.formats.drawio.reader import parse
from labmapper.formats.topology.model import CableLook
from support.labs.drawio import edge, model, vertex


@pytest.mark.parametrize(
    ("style", "look"),
    [
        ("", CableLook()),
        ("endArrow=none;html=1;rounded=0;strokeWidth=1;strokeColor=#000000", CableLook()),
        ("edgeStyle=none;strokeColor=default", CableLook()),
        ("edgeStyle=orthogonalEdgeStyle;rounded=1;html=1", CableLook(route="orthogonal")),
        ("edgeStyle=elbowEdgeStyle", CableLook(route="orthogonal")),
        ("edgeStyle=orthogonalEdgeStyle;curved=1", CableLook(route="curved")),
        ("curved=1", CableLook(route="curved")),
        ("dashed=1", CableLook(dash="dashed")),
        ("dashed=1;dashPattern=8 8", CableLook(dash="dashed")),
        ("dashed=1;dashPattern=1 3", CableLook(dash="dotted")),
        ("dashed=0;dashPattern=1 3", CableLook()),
        ("strokeWidth=0.5", CableLook(width="thin")),
        ("strokeWidth=2", CableLook(width="thick")),
        ("strokeWidth=6", CableLook(width="heavy")),
        ("strokeWidth=nan", CableLook()),
        ("strokeWidth=wide;dashed=1;dashPattern=none", CableLook(dash="dashed")),
    ],
)
def test_a_style_says_how_a_cable_looks(style: str, look: CableLook) -> None:
    assert read_look(parse_style(style)) == look


@pytest.mark.parametrize(
    ("color", "name"),
    [
        # The first eight are the strokes of draw.io's own palette.
        ("#B85450", "red"),
        ("#D79B00", "orange"),
        ("#D6B656", "yellow"),
        ("#82B366", "green"),
        ("#0E8088", "teal"),
        ("#6C8EBF", "blue"),
        ("#9673A6", "purple"),
        ("#666666", "gray"),
        ("#FF0000", "red"),
        ("#FF0033", "red"),
        ("#FFFFFF", None),
        ("#1A1A1A", None),
        ("none", None),
        ("light-dark(#ff0000,#00ff00)", None),
    ],
)
def test_a_colour_is_the_nearest_that_cables_have(color: str, name: str | None) -> None:
    assert read_look({"strokeColor": color}).color == name


def draw_line(id_: str, target: str, style: str, value: str = "") -> str:
    return edge(id_, "r1", target, value=value, style=style)


def test_lines_that_all_run_the_same_way_make_it_the_way_of_the_drawing() -> None:
    devices = [vertex(id_, id_.upper(), at=(place * 200, 0)) for place, id_ in enumerate(("r1", "r2", "r3"))]
    alike = [draw_line("e1", "r2", "edgeStyle=orthogonalEdgeStyle;strokeColor=#6C8EBF", "VLAN 10")]
    alike.append(draw_line("e2", "r3", "edgeStyle=orthogonalEdgeStyle;dashed=1"))

    drawn, problems = parse(model(*devices, *alike).encode(), {})
    mixed, _ = parse(model(*devices, *alike, draw_line("e3", "r2", "")).encode(), {})

    assert drawn is not None
    assert mixed is not None
    assert drawn.settings.cables == "orthogonal"
    assert [(link.name, link.color, link.dash, link.route) for link in drawn.links] == [
        ("VLAN 10", "blue", None, None),
        ("", None, "dashed", None),
    ]
    assert [link.route for link in mixed.links] == ["orthogonal", "orthogonal", None]
    assert mixed.settings.cables is None
    assert not [problem for problem in problems if problem.code == "import-lost"]
