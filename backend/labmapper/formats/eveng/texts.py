"""Texts of EVE-NG as notes. They are HTML in base64: of it only the text and the place are taken, never more than some KB."""

import base64
import binascii
import html
import re

from labmapper.formats.topology.model import Note

_LONGEST_ENCODED = 8_000
_LONGEST_TEXT = 2_000
# Neither looks past the next "<", so that both take time by the length of the text alone.
_TAG = re.compile(r"<[^<>]*>")
_BREAK = re.compile(r"<(?:br|/p|/div|/li|/h[1-6]|/tr)\b[^<>]*>", re.IGNORECASE)
_SIZE = re.compile(r"\b(left|top|width|height):[ ]?(-?[0-9]{1,6})(?:\.[0-9]{1,20})?px")


def read_text(encoded: str) -> Note | None:
    """Return the note that the *encoded* text is, None where there is no text in it."""
    start = "".join(encoded[:_LONGEST_ENCODED].split())
    try:
        markup = base64.b64decode(start[: len(start) // 4 * 4], validate=True).decode("utf-8", "replace")
    except (binascii.Error, ValueError):
        return None
    plain = html.unescape(_TAG.sub("", _BREAK.sub("\n", markup))).replace("\xa0", " ")
    lines = [" ".join(line.split()) for line in plain.split("\n")]
    text = "\n".join(line for line in lines if line)[:_LONGEST_TEXT]
    if not text:
        return None
    sizes = {name: float(value) for name, value in reversed(_SIZE.findall(markup.partition(">")[0]))}
    if "left" not in sizes or "top" not in sizes:
        return Note(text)
    return Note(text, sizes["left"] + sizes.get("width", 0) / 2, sizes["top"] + sizes.get("height", 0) / 2)
