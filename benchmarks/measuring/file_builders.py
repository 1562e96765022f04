"""Builds files of 16 MiB, as large as any is read, of many like parts, or packed."""

import base64
import io
import struct
import zipfile
import zlib

SIZE = 16 * 1024 * 1024
# How files of several formats begin or end, and one of their parts.
CLAB = "topology:\n  nodes:\n"
GNS3 = '{"type":"topology","revision":9,"project_id":"a","topology":{"nodes":['
EVE = '<lab name="a"><topology><nodes>'
DRAWIO = '<mxfile><diagram name="a"><mxGraphModel><root><mxCell id="0"/><mxCell id="1" parent="0"/>'
DRAWIO_END = "</root></mxGraphModel></diagram></mxfile>"
ICON = '<mxCell id="n#" value="r#" style="shape=mxgraph.cisco.routers.router" vertex="1" parent="1"><mxGeometry x="#" y="#0" width="40" height="40"/></mxCell>'
CML = 'lab:\n  title: a\n  version: "0.1.0"\nnodes:\n'
GRAPHML = '<graphml xmlns="http://graphml.graphdrawing.org/xmlns"><graph edgedefault="undirected">'
VIRL = '<topology xmlns="http://www.cisco.com/VIRL">'
MAPPING = "<user-mapping>"


def fill(begin: bytes, part: bytes, end: bytes = b"") -> bytes:
    """Return as much of *part* between *begin* and *end* as there is room for."""
    return begin + part * ((SIZE - len(begin) - len(end)) // len(part)) + end


def count(begin: str, part: str, end: str = "", most: int = 10**9) -> bytes:
    """Return *part* between *begin* and *end*, each time with another number, up to *most* times or the size."""
    made, size = [begin], len(begin) + len(end)
    for number in range(most):
        each = part.replace("#", str(number))
        size += len(each)
        if size > SIZE:
            break
        made.append(each)
    return ("".join(made) + end).encode()


def ring(begin: str, part: str, end: str, most: int) -> bytes:
    """As ``count``; ``@`` is the number after, in a circle."""
    return (
        begin + "".join(part.replace("#", str(n)).replace("@", str((n + 1) % most)) for n in range(most)) + end
    ).encode()


def zip_of(name: str, data: bytes) -> bytes:
    """Return an archive with *data* in it, packed."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(name, data)
    return made.getvalue()


def zip_of_many(name: str, most: int) -> bytes:
    """Return an archive with *most* members that hold nothing."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_STORED) as archive:
        for number in range(most):
            archive.writestr(name.replace("#", str(number)), b"")
    return made.getvalue()


def deflate_page(xml: bytes) -> bytes:
    """Return *xml* as draw.io packs a page."""
    packer = zlib.compressobj(9, zlib.DEFLATED, -15)
    packed = base64.b64encode(packer.compress(xml) + packer.flush())
    return b'<mxfile><diagram name="a">' + packed + b"</diagram></mxfile>"


def png_of(text: bytes) -> bytes:
    """Return a picture with *text* beside it, packed."""
    content = b"mxfile\0\0" + zlib.compress(text)
    return b"\x89PNG\r\n\x1a\n" + struct.pack(">I4s", len(content), b"zTXt") + content + b"\0" * 4


def repeat(part: str, most: int) -> str:
    """Return *part* so many times, each with another number."""
    return "".join(part.replace("#", str(number)) for number in range(most))
