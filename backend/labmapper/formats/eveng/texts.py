"""Texts of EVE-NG as notes, squares and circles as frames. They are HTML in base64: of it only the text and the place are taken, never more than some KB."""

import base64
import binascii
import html
import re

from labmapper.formats.topology.colors import find_color
from labmapper.formats.topology.frames import Frame
from labmapper.formats.topology.model import Note

_LONGEST_ENCODED = 8_000
_LONGEST_TEXT = 2_000
# Neither looks past the next "<", so that both take time by the length of the text alone.
_TAG = re.compile(r"<[^<>]*>")
_BREAK = re.compile(r"<(?:br|/p|/div|/li|/h[1-6]|/tr)\b[^<>]*>", re.IGNORECASE)
_COLOR = re.compile(r"<(?:rect|ellipse|circle)\b[^<>]*?\bfill[ ]?=[ ]?[\"']([^\"'<>]{1,40})[\"']")
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


def read_frame(encoded: str, *, is_round: bool) -> Frame | None:
    """Return the frame that the *encoded* square or circle is, None where it has no place."""
    markup = _decode(encoded)
    sizes = _read_sizes(markup)
    if not {"left", "top", "width", "height"} <= sizes.keys():
        return None
    color = _COLOR.search(markup)
    box = sizes["left"], sizes["top"], sizes["width"], sizes["height"]
    return Frame(box, "", "ellipse" if is_round else "rectangle", find_color(color[1] if color else ""))


def _decode(encoded: str) -> str:
    """Return the beginning of the markup that is *encoded*, an empty text where it is none."""
    start = "".join(encoded[:_LONGEST_ENCODED].split())
    try:
        return base64.b64decode(start[: len(start) // 4 * 4], validate=True).decode("utf-8", "replace")
    except (binascii.Error, ValueError):
        return ""


def _read_sizes(markup: str) -> dict[str, float]:
    """Return the place and the size of the outermost element of *markup*; of what it says twice the first counts."""
    return {name: float(value) for name, value in reversed(_SIZE.findall(markup.partition(">")[0]))}
