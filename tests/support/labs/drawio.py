"""Drawings of draw.io, cell by cell, and what the reader makes of them."""

import base64
import zlib
from html import escape

from labmapper.core.drawing.document import Diagram
from labmapper.core.problems import Problem
from labmapper.formats.drawio.reader import parse
from labmapper.formats.registry import recognise

ROUTER = "shape=mxgraph.cisco.routers.router;html=1;"


def vertex(  # noqa: PLR0913 - a cell has as many parts
    id_: str, value: str = "", style: str = ROUTER, *, parent: str = "1", at: tuple[int, int] = (0, 0), size: int = 50
) -> str:
    place = f'<mxGeometry x="{at[0]}" y="{at[1]}" width="{size}" height="{size}" as="geometry"/>'
    return f'<mxCell id="{id_}" value="{escape(value)}" style="{escape(style)}" vertex="1" parent="{parent}">{place}</mxCell>'


def edge(  # noqa: PLR0913 - a cell has as many parts
    id_: str, source: str, target: str, *, value: str = "", style: str = "", parent: str = "1"
) -> str:
    ends = f'edge="1" parent="{parent}" source="{source}" target="{target}"'
    return f'<mxCell id="{id_}" value="{value}" style="{style}" {ends}><mxGeometry relative="1"/></mxCell>'


def model(*cells: str) -> str:
    return f'<mxGraphModel><root><mxCell id="0"/><mxCell id="1" parent="0"/>{"".join(cells)}</root></mxGraphModel>'


def read(*cells: str, page: str = "") -> tuple[Diagram, tuple[Problem, ...]]:
    """Return the drawing that a file with *cells* becomes, and what is told of it."""
    return read_file(f"<mxfile><diagram>{model(*cells)}</diagram></mxfile>".encode(), page)


def read_file(data: bytes, page: str = "") -> tuple[Diagram, tuple[Problem, ...]]:
    """Return the drawing that *page* of a file becomes, and what is told of it."""
    assert recognise(data).name == "drawio"
    diagram, problems = parse(data, {"page": page})
    assert diagram is not None, problems
    return diagram, problems


def deflate(text: bytes) -> bytes:
    """Return *text* as draw.io packs a page."""
    packer = zlib.compressobj(9, zlib.DEFLATED, -15)
    return base64.b64encode(packer.compress(text) + packer.flush())
