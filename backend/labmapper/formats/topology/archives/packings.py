"""Members of ZIP archives that are packed by bzip2, LZMA or Zstandard, unpacked piece by piece, never more than is asked for.

The standard library's ``zipfile`` unpacks these without a bound: four kilobytes of bzip2 may hold four gigabytes.
"""

import bz2
import lzma
import sys
from collections.abc import Callable
from typing import Protocol

BZIP2, LZMA, ZSTANDARD = 12, 14, 93
# What a packed member may make its unpacker remember.
_LARGEST_WINDOW = 64 * 1024 * 1024
_LARGEST_WINDOW_AS_POWER = 26
# In front of LZMA: two bytes of a version, two of a length, then the properties.
_HEAD, _PROPERTIES = 4, 5


class PackingError(ValueError):
    """What is packed is broken, or would need too much memory."""


class _Unpacker(Protocol):
    @property
    def eof(self) -> bool: ...

    @property
    def needs_input(self) -> bool: ...

    def decompress(self, data: bytes, max_length: int = -1) -> bytes: ...


def is_known(packing: int) -> bool:
    """Return whether members that are packed so are read here."""
    return packing in _UNPACKERS


def unpack(packing: int, packed: bytes, most: int) -> bytes:
    """Return the first *most* bytes of what is *packed*; raise PackingError where it is broken."""
    try:
        unpacker, data = _UNPACKERS[packing](packed)
        unpacked = bytearray(unpacker.decompress(data, most))
        while len(unpacked) < most and not unpacker.eof and not unpacker.needs_input:
            unpacked += unpacker.decompress(b"", most - len(unpacked))
    except (OSError, EOFError, ValueError, lzma.LZMAError, IndexError, MemoryError) as error:
        raise PackingError(str(error)) from error
    except Exception as error:
        # The error of Zstandard has no base of its own, and its module may have two names.
        if type(error).__name__ != "ZstdError":
            raise
        raise PackingError(str(error)) from error
    if len(unpacked) < most and not unpacker.eof:
        raise PackingError("it ends too early")
    return bytes(unpacked)


def _open_bzip2(packed: bytes) -> tuple[_Unpacker, bytes]:
    return bz2.BZ2Decompressor(), packed


def _open_lzma(packed: bytes) -> tuple[_Unpacker, bytes]:
    size = int.from_bytes(packed[2:_HEAD], "little")
    properties = packed[_HEAD : _HEAD + size]
    if size != _PROPERTIES or len(properties) != size:
        raise PackingError("its head is not that of LZMA")
    window = int.from_bytes(properties[1:], "little")
    if window > _LARGEST_WINDOW:
        raise PackingError("it needs too much memory")
    rest, literal_context = divmod(properties[0], 9)
    position, literal_position = divmod(rest, 5)
    known = {"lc": literal_context, "lp": literal_position, "pb": position, "dict_size": max(window, 4096)}
    return lzma.LZMADecompressor(lzma.FORMAT_RAW, filters=[{"id": lzma.FILTER_LZMA1, **known}]), packed[_HEAD + size :]


def _open_zstandard(packed: bytes) -> tuple[_Unpacker, bytes]:
    # Few archives are packed so, and the module takes a moment to import.
    if sys.version_info >= (3, 14):
        from compression.zstd import DecompressionParameter, ZstdDecompressor  # noqa: PLC0415
    else:
        from backports.zstd import DecompressionParameter, ZstdDecompressor  # noqa: PLC0415
    options: dict[int, int] = {DecompressionParameter.window_log_max: _LARGEST_WINDOW_AS_POWER}
    return ZstdDecompressor(options=options), packed


_UNPACKERS: dict[int, Callable[[bytes], tuple[_Unpacker, bytes]]] = {
    BZIP2: _open_bzip2,
    LZMA: _open_lzma,
    ZSTANDARD: _open_zstandard,
}
