"""From the bytes of a draw.io file, or of a picture that carries one, to the page that is read."""

import base64
import binascii
import struct
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import unquote_to_bytes

from labmapper.core.problems import Problem
from labmapper.formats.drawio.recognition import PNG
from labmapper.formats.topology.findings import Findings, shorten
from labmapper.formats.topology.syntax.safe_xml import MAX_BYTES, Element, parse_xml

_KEYWORDS = (b"mxfile", b"mxGraphModel")
_ROOTS = frozenset({"mxfile", "mxGraphModel", "diagram"})
_CHUNK = struct.Struct(">I4s")
_MOST_CHUNKS = 10_000
# Both ends of as many lines as are drawn, and their bends; each takes as much room as a cell.
_MOST_POINTS = 80_000
_MOST_SIGNS, _PIECE = 3_000_000, 65_536


@dataclass(frozen=True, slots=True)
class Page:
    """A page: its name, and its model; the lines in it are those of the file, where *has_lines*."""

    name: str
    model: Element
    has_lines: bool = True


def find_page(data: bytes, wanted: str, findings: Findings) -> Page | None:
    """Return the page *wanted* in *data*, by its name or number, else the first that has something on it; None, and why in *findings*."""
    text, is_outer = _unpack_picture(data)
    if text is None:
        findings.refuse_shape("The picture")
        return None
    root = _parse(text, findings)
    if root is None:
        return None
    if root.name == "svg" and is_outer:
        root = _parse(root.get("content").encode(), findings)
        is_outer = False
    if root is None or root.name not in _ROOTS:
        findings.refuse_shape("The drawing")
        return None
    if root.name == "mxGraphModel":
        return Page("", root, is_outer)
    pages = root.list("diagram") if root.name == "mxfile" else [root]
    chosen = _choose(pages, wanted, findings)
    return None if chosen is None else _open(chosen, findings, is_outer=is_outer)


def _parse(text: bytes, findings: Findings) -> Element | None:
    """Return the root of *text*; None, and why in *findings*, where it cannot be read, or is more than is drawn."""
    if text.count(b"<mxPoint") > _MOST_POINTS:
        findings.add(Problem.error("import-too-large", variant="values", most=_MOST_POINTS))
        return None
    return parse_xml(text, findings)


def _unpack_picture(data: bytes) -> tuple[bytes | None, bool]:
    """Return the XML in *data*, which may be a picture, and whether its lines are those of the file."""
    if not data.startswith(PNG):
        return data, True
    for keyword, text in _list_texts(data):
        if keyword in _KEYWORDS:
            return _unquote(text), False
    return None, False


def _list_texts(data: bytes) -> Iterator[tuple[bytes, bytes]]:
    """Yield the texts that a PNG has beside its picture, by their keywords."""
    at = len(PNG)
    for _ in range(_MOST_CHUNKS):
        if at + _CHUNK.size > len(data):
            return
        length, kind = _CHUNK.unpack_from(data, at)
        content = data[at + _CHUNK.size : at + _CHUNK.size + length]
        keyword, _, rest = content.partition(b"\0")
        if kind == b"tEXt":
            yield keyword, rest
        elif kind == b"zTXt":
            yield keyword, _inflate(rest[1:], zlib.MAX_WBITS) or b""
        at += _CHUNK.size + length + 4


def _choose(pages: list[Element], wanted: str, findings: Findings) -> Element | None:
    wanted = wanted.strip()
    names = [page.get("name") or f"Page-{number}" for number, page in enumerate(pages, start=1)]
    if not pages:
        findings.refuse_shape("The drawing")
        return None
    if not wanted:
        first = next((place for place, page in enumerate(pages) if not _is_blank(page)), 0)
        if len(pages) > 1:
            others = tuple(shorten(name) for place, name in enumerate(names) if place != first)
            findings.add(Problem.warning("import-pages", page=shorten(names[first]), others=others))
        return pages[first]
    if wanted in names:
        return pages[names.index(wanted)]
    if wanted.isascii() and wanted.isdecimal() and 1 <= int(wanted[:6]) <= len(pages):
        return pages[int(wanted[:6]) - 1]
    known = tuple(shorten(name) for name in names)
    findings.add(Problem.error("import-pages", variant="unknown", page=shorten(wanted), others=known))
    return None


def _is_blank(page: Element) -> bool:
    """Return whether nothing is on *page*, as far as can be seen without unpacking it: its root and a layer are always there."""
    root = page.find("mxGraphModel", "root")
    return root is not None and len(root.children) <= 2  # noqa: PLR2004


def _open(page: Element, findings: Findings, *, is_outer: bool) -> Page | None:
    """Return the model of *page*, which stands in it, or is packed as its text."""
    name = page.get("name")
    model = page.find("mxGraphModel")
    if model is not None:
        return Page(name, model, is_outer)
    packed = page.text.strip()
    if packed.startswith(("<", "%3C")):
        text: bytes | None = _unquote(packed.encode()) if packed.startswith("%") else packed.encode()
    else:
        text = _unpack(packed)
    if text is None:
        findings.refuse_shape(f"The page {name}", page.place)
        return None
    model = _parse(text, findings)
    if model is None or model.name != "mxGraphModel":
        findings.refuse_shape(f"The page {name}", page.place)
        return None
    return Page(name, model, has_lines=False)


def _unpack(packed: str) -> bytes | None:
    """Return the XML that *packed* holds: base64 of deflate of text with percent signs, as draw.io packs pages."""
    try:
        inflated = _inflate(base64.b64decode("".join(packed.split())), -zlib.MAX_WBITS)
    except (binascii.Error, ValueError):
        return None
    return None if inflated is None else _unquote(inflated)


def _unquote(text: bytes) -> bytes | None:
    """Return *text* without percent signs, UTF-8 in any case; None where it has more of them than any drawing.

    Piece by piece: each percent sign is an object for a moment.
    """
    if text.count(b"%") > _MOST_SIGNS:
        return None
    pieces, at = [], 0
    while at < len(text):
        end = at + _PIECE
        cut = text.rfind(b"%", end - 2, end)
        end = end if cut == -1 else cut
        pieces.append(unquote_to_bytes(text[at:end]))
        at = end
    return b"".join(pieces).decode("utf-8", "replace").encode()


def _inflate(packed: bytes, window: int) -> bytes | None:
    """Return *packed* inflated, None where it is more than any drawing has, or is none."""
    try:
        inflater = zlib.decompressobj(window)
        inflated = inflater.decompress(packed, MAX_BYTES)
    except zlib.error:
        return None
    return None if inflater.unconsumed_tail else inflated
