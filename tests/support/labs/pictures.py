"""Pictures of each kind for tests, as small as they can be."""

import struct
import zlib

PNG_START = b"\x89PNG\r\n\x1a\n"


def make_chunk(name: bytes, content: bytes = b"") -> bytes:
    return struct.pack(">I", len(content)) + name + content + struct.pack(">I", zlib.crc32(name + content))


def make_png(width: int = 4, height: int = 3, *more: bytes, gray: int = 200) -> bytes:
    """Return a grey PNG, with the chunks *more* behind its head."""
    head = make_chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0))
    rows = (b"\0" + bytes([gray]) * width) * height
    return PNG_START + head + b"".join(more) + make_chunk(b"IDAT", zlib.compress(rows)) + make_chunk(b"IEND")


def make_segment(marker: int, content: bytes) -> bytes:
    return bytes([0xFF, marker]) + struct.pack(">H", len(content) + 2) + content


def make_jpeg(width: int = 4, height: int = 3, *more: bytes, frame: int = 0xC0) -> bytes:
    """Return the structure of a JPEG, with the segments *more* behind its start; what is packed in it is no picture."""
    size = struct.pack(">BHHB", 8, height, width, 1) + b"\x01\x11\x00"
    tables = make_segment(0xDB, bytes(65)) + make_segment(0xC4, bytes(20))
    scan = make_segment(0xDA, b"\x01\x01\x00\x00\x3f\x00") + b"\x12\xff\x00\x34\xff\xd0\x56"
    return b"\xff\xd8" + b"".join(more) + tables + make_segment(frame, size) + scan + b"\xff\xd9"


def make_exif(orientation: int, *, little: bool = True) -> bytes:
    """Return the segment by which a phone says how a photo is turned, with its maker behind that."""
    order, sign = (b"II*\0", "<") if little else (b"MM\0*", ">")
    entry = struct.pack(f"{sign}HHIHH", 0x0112, 3, 1, orientation, 0)
    tiff = order + struct.pack(f"{sign}IH", 8, 1) + entry + bytes(4) + b"Maker of phones, 52.5N 13.4E"
    return make_segment(0xE1, b"Exif\0\0" + tiff)


def make_svg(content: str = '<rect width="10" height="5"/>', attributes: str = 'width="40" height="30"') -> bytes:
    return f'<svg xmlns="http://www.w3.org/2000/svg" {attributes}>{content}</svg>'.encode()
