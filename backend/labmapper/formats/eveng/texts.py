"""Texts of EVE-NG as notes, squares and circles as frames.

They are HTML in base64: of it only the text and the place are taken, never more than some KB. PNETLab writes percent signs
for its special characters first, and its squares are texts without a word, with a box in them.
"""

import base64
import binascii
import html
import re
from typing import Literal
from urllib.parse import unquote

from labmapper.formats.topology.colors import find_color
from labmapper.formats.topology.frames import Frame
from labmapper.formats.topology.model import Note

_LONGEST_ENCODED = 8_000
_LONGEST_TEXT = 2_000
_FRAMES: dict[str, Literal["rectangle", "ellipse"]] = {"square": "rectangle", "circle": "ellipse"}
# Neither looks past the next "<", so that both take time by the length of the text alone.
_TAG = re.compile(r"<[^<>]*>")
_BREAK = re.compile(r"<(?:br|/p|/div|/li|/h[1-6]|/tr)\b[^<>]*>", re.IGNORECASE)
_COLOR = re.compile(
    r"<(?:rect|ellipse|circle)\b[^<>]*?\bfill[ ]?=[ ]?[\"']([^\"'<>]{1,40})[\"']|background-color:[ ]?([^;\"'<>]{1,40})"
)
_BOX = re.compile(r"\bclass=[\"'](square|circle)\b")
_SIZE = re.compile(r"\b(left|top|width|height):[ ]?(-?[0-9]{1,6})(?:\.[0-9]{1,20})?px")


def read_text(encoded: str) -> Note | None:
    """Return the note that the *encoded* text is, None where there is no text in it."""
    markup = _decode(encoded)
    plain = html.unescape(_TAG.sub("", _BREAK.sub("\n", markup))).replace("\xa0", " ")
    lines = [" ".join(line.split()) for line in plain.split("\n")]
    text = "\n".join(line for line in lines if line)[:_LONGEST_TEXT]
    if not text:
        return None
    sizes = _read_sizes(markup)
    if "left" not in sizes or "top" not in sizes:
        return Note(text)
    return Note(text, sizes["left"] + sizes.get("width", 0) / 2, sizes["top"] + sizes.get("height", 0) / 2)


def read_frame(encoded: str, kind: str) -> Frame | None:
    """Return the frame that the *encoded* object of this *kind* is, None where it is none, or has no place."""
    markup = _decode(encoded)
    inner = _BOX.search(markup) if kind == "text" else None
    kind = inner[1] if inner else kind
    sizes = _read_sizes(markup)
    if kind not in _FRAMES or not {"left", "top", "width", "height"} <= sizes.keys():
        return None
    found = _COLOR.search(markup)
    color = find_color(*(each or "" for each in found.groups())) if found else None
    box = sizes["left"], sizes["top"], sizes["width"], sizes["height"]
    return Frame(box, "", _FRAMES[kind], color)


def _decode(encoded: str) -> str:
    """Return the beginning of the markup that is *encoded*, an empty text where it is none."""
    start = "".join(encoded[:_LONGEST_ENCODED].split())
    try:
        markup = base64.b64decode(start[: len(start) // 4 * 4], validate=True).decode("utf-8", "replace")
    except (binascii.Error, ValueError):
        return ""
    return unquote(markup) if markup.startswith("%3C") else markup


def _read_sizes(markup: str) -> dict[str, float]:
    """Return the place and the size of the outermost element of *markup*; of what it says twice the first counts."""
    return {name: float(value) for name, value in reversed(_SIZE.findall(markup.partition(">")[0]))}
