"""Cleans JPEG: its structure is checked, and only the segments go on that a browser needs to show it.

Where a photo was taken, by whom and with what is left out; how it is turned stays, else photos of phones would lie on their side.
"""

import re
from collections.abc import Iterator

from labmapper.core.pictures.picture import Picture, check_size, refuse_broken

JPEG_START = b"\xff\xd8\xff"
_START, _END, _SCAN = 0xD8, 0xD9, 0xDA
# Baseline, extended and progressive; no browser shows any other.
_FRAMES = {0xC0, 0xC1, 0xC2}
_UNSHOWN = {0xC3, *range(0xC5, 0xC8), *range(0xC9, 0xCC), *range(0xCD, 0xD0)}
# Tables of quantization and of Huffman, intervals, frames and scans.
_KEPT = {0xDB, 0xC4, 0xDD, _SCAN, *_FRAMES}
_JFIF, _EXIF, _ADOBE = 0xE0, 0xE1, 0xEE
# With JFIF without a thumbnail, and what Adobe says of its colours.
_LENGTHS = {_JFIF: (b"JFIF\0", 14), _ADOBE: (b"Adobe", 12)}
# In what is packed, 0xff stands before a zero, a restart or another 0xff; anything else is a marker.
_FILLING = re.compile(rb"\xff+")
_MARKER = re.compile(rb"\xff[^\x00\xd0-\xd7\xff]")
# A progressive picture has some ten scans. Each costs a decoder as much as all pixels.
_MOST_SCANS, _MOST_SEGMENTS = 64, 10_000
_ORIENTATION = 0x0112
_SHORT = 3
_TURNED_BY_A_QUARTER = 5


def clean_jpeg(data: bytes) -> Picture:
    """Return the picture in *data*, or raise UnfitPicture."""
    segments = list(_iter_segments(data))
    markers = [marker for marker, _, _ in segments]
    if _UNSHOWN & {*markers} or not 0 < markers.count(_SCAN) <= _MOST_SCANS:
        raise refuse_broken()
    width, height = _read_size([content for marker, content, _ in segments if marker in _FRAMES])
    orientation = _read_orientation(next((content for marker, content, _ in segments if marker == _EXIF), b""))
    turned = [_write_orientation(orientation)] if orientation > 1 else []
    kept = [_keep(*segment) for segment in segments]
    if orientation >= _TURNED_BY_A_QUARTER:
        width, height = height, width
    return Picture("image/jpeg", width, height, b"".join([data[:2], *turned, *kept, bytes([0xFF, _END])]))


def _read_size(frames: list[bytes]) -> tuple[int, int]:
    """Return width and height by the only one of *frames*."""
    if len(frames) != 1 or len(frames[0]) < 6:  # noqa: PLR2004 - precision, height, width and how many components
        raise refuse_broken()
    height, width = int.from_bytes(frames[0][1:3]), int.from_bytes(frames[0][3:5])
    check_size(width, height)
    return width, height


def _keep(marker: int, content: bytes, raw: bytes) -> bytes:
    """Return what goes on of a segment, nothing of what is not shown."""
    if marker in _KEPT:
        return raw
    if marker in _LENGTHS and content.startswith(_LENGTHS[marker][0]):
        return _cut(marker, content[: _LENGTHS[marker][1]])
    return b""


def _iter_segments(data: bytes) -> Iterator[tuple[int, bytes, bytes]]:
    """Yield marker, content and all bytes of each segment, with what is packed behind a scan, up to the end of the picture."""
    place = 2
    for _ in range(_MOST_SEGMENTS):
        begun = _FILLING.match(data, place)
        if begun is None or begun.end() == len(data):
            break
        place = begun.end() - 1
        marker = data[place + 1]
        if marker == _END:
            return
        length = int.from_bytes(data[place + 2 : place + 4])
        end = place + 2 + length
        if length < 2 or end > len(data) or marker == _START:  # noqa: PLR2004 - the length itself
            break
        content = data[place + 4 : end]
        if marker == _SCAN:
            found = _MARKER.search(data, end)
            if found is None:
                break
            end = found.start()
        yield marker, content, data[place:end]
        place = end
    raise refuse_broken()


def _cut(marker: int, content: bytes) -> bytes:
    """Return the segment of *marker* with *content*; a thumbnail that it promises is taken off."""
    if marker == _JFIF:
        content = content[:12].ljust(12, b"\0") + b"\0\0"
    return bytes([0xFF, marker]) + (len(content) + 2).to_bytes(2) + content


def _read_orientation(content: bytes) -> int:
    """Return how an Exif segment says that the picture is turned, 1 where it does not."""
    tiff = content[6:]
    order = {b"II": "little", b"MM": "big"}.get(tiff[:2])
    if not content.startswith(b"Exif\0\0") or order is None:
        return 1

    def read(start: int, length: int) -> int:
        return int.from_bytes(tiff[start : start + length], "little" if order == "little" else "big")

    directory = read(4, 4)
    for number in range(min(read(directory, 2), 100)):
        entry = directory + 2 + 12 * number
        if read(entry, 2) == _ORIENTATION and read(entry + 2, 2) == _SHORT:
            value = read(entry + 8, 2)
            return value if 1 <= value <= 8 else 1  # noqa: PLR2004 - the eight ways to turn and mirror
    return 1


def _write_orientation(orientation: int) -> bytes:
    """Return an Exif segment that says nothing but *orientation*."""
    entry = _ORIENTATION.to_bytes(2) + _SHORT.to_bytes(2) + (1).to_bytes(4) + orientation.to_bytes(2) + bytes(2)
    tiff = b"MM\0*" + (8).to_bytes(4) + (1).to_bytes(2) + entry + bytes(4)
    return _cut(_EXIF, b"Exif\0\0" + tiff)
