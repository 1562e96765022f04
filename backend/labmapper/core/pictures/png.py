"""Cleans PNG: its structure is checked, and only the chunks go on that a browser needs to show it.

What is packed in it stays packed. A decoder stops at as many pixels as the head promises, which are bounded.
"""

import zlib
from collections.abc import Iterator

from labmapper.core.pictures.picture import Picture, check_size, refuse_broken

PNG_START = b"\x89PNG\r\n\x1a\n"
_HEAD, _PALETTE, _DATA, _END = b"IHDR", b"PLTE", b"IDAT", b"IEND"
# Without times, texts, places, profiles, and the frames of an animation.
_KEPT = {_HEAD, _PALETTE, _DATA, _END, b"tRNS", b"gAMA", b"sRGB", b"cHRM", b"pHYs"}
_DEPTHS = {0: (1, 2, 4, 8, 16), 2: (8, 16), 3: (1, 2, 4, 8), 4: (8, 16), 6: (8, 16)}
_HEAD_LENGTH = 13
_AROUND = 12  # length, name and checksum of a chunk
_MOST_CHUNKS = 10_000


def clean_png(data: bytes) -> Picture:
    """Return the picture in *data*, or raise UnfitPicture."""
    chunks = list(_iter_chunks(data))
    names = [name for name, _, _ in chunks]
    if not names or names[0] != _HEAD or names[-1] != _END or _DATA not in names or names.count(_HEAD) > 1:
        raise refuse_broken()
    width, height = _read_head(chunks[0][1])
    if chunks[0][1][9] == 3 and _PALETTE not in names:  # noqa: PLR2004 - the type of colours by a palette
        raise refuse_broken()
    kept = b"".join(raw for name, _, raw in chunks if name in _KEPT)
    return Picture("image/png", width, height, PNG_START + kept)


def _iter_chunks(data: bytes) -> Iterator[tuple[bytes, bytes, bytes]]:
    """Yield name, content and all bytes of each chunk, to the last; what comes behind that is none."""
    place = len(PNG_START)
    for _ in range(_MOST_CHUNKS):
        if place + _AROUND > len(data):
            break
        length = int.from_bytes(data[place : place + 4])
        end = place + _AROUND + length
        raw = data[place:end]
        name, content = raw[4:8], raw[8:-4]
        if end > len(data) or zlib.crc32(raw[4:-4]) != int.from_bytes(raw[-4:]):
            raise refuse_broken()
        if name[0] & 0x20 == 0 and name not in _KEPT:  # without it nobody can show the picture
            raise refuse_broken()
        yield name, content, raw
        if name == _END:
            return
        place = end
    raise refuse_broken()


def _read_head(head: bytes) -> tuple[int, int]:
    if len(head) != _HEAD_LENGTH:
        raise refuse_broken()
    width, height = int.from_bytes(head[:4]), int.from_bytes(head[4:8])
    depth, colors, packing, filtering, interlace = head[8:]
    if depth not in _DEPTHS.get(colors, ()) or packing or filtering or interlace > 1:
        raise refuse_broken()
    check_size(width, height)
    return width, height
