"""Drawings of draw.io, cell by cell."""

import base64
import zlib
from html import escape

ROUTER = "shape=mxgraph.cisco.routers.router;html=1;"


def vertex(  # noqa: PLR0913 - a cell has as many parts
    id_: str, value: str = "", style: str = ROUTER, *, parent: str = "1", at: tuple[int, int] = (0, 0), size: int = 50
) -> str:
    place = f'<mxGeometry x="{at[0]}" y="{at[1]}" width="{size}" height="{size}" as="geometry"/>'
    return f'<mxCell id="{id_}" value="{escape(value)}" style="{escape(style)}" vertex="1" parent="{parent}">{place}</mxCell>'


def model(*cells: str) -> str:
    return f'<mxGraphModel><root><mxCell id="0"/><mxCell id="1" parent="0"/>{"".join(cells)}</root></mxGraphModel>'


def deflate(text: bytes) -> bytes:
    """Return *text* as draw.io packs a page."""
    packer = zlib.compressobj(9, zlib.DEFLATED, -15)
    return base64.b64encode(packer.compress(text) + packer.flush())
