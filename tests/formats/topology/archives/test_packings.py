"""Members that are packed by bzip2, LZMA and Zstandard are read, and no bomb among them goes off."""

import bz2
import lzma
import struct
import tracemalloc
import zipfile
import zlib

import pytest
from backports import zstd

from labmapper.formats.importing import read_file
from labmapper.formats.topology.archives.archive import LARGEST_MEMBER, Archive, UnreadableArchiveError
from labmapper.formats.topology.archives.packings import ZSTANDARD, PackingError, unpack
from support.labs.archives import pack
from support.labs.gns3 import make_project

PROJECT = make_project([{"node_id": "a", "name": "r1", "x": 0, "y": 0}])


def pack_zstandard(name: str, data: bytes) -> bytes:
    """Return an archive with one member as GNS3 3 packs it, which the standard library cannot write here."""
    packed = zstd.compress(data)
    # Version, flags, packing, a time, then what both heads have of sizes and names.
    sizes = (zlib.crc32(data), len(packed), len(data), len(name), 0)
    local = b"PK\x03\x04" + struct.pack("<5H3I2H", 63, 0, ZSTANDARD, 0, 0x21, *sizes)
    central = b"PK\x01\x02" + struct.pack("<6H3I5H2I", 63, 63, 0, ZSTANDARD, 0, 0x21, *sizes, 0, 0, 0, 0, 0)
    begin = local + name.encode() + packed
    directory = central + name.encode()
    end = b"PK\x05\x06" + struct.pack("<HHHHIIH", 0, 0, 1, 1, len(directory), len(begin), 0)
    return begin + directory + end


def make_archive(packing: int, data: bytes) -> bytes:
    return pack_zstandard("project.gns3", data) if packing == ZSTANDARD else pack({"project.gns3": data}, packing)


PACKINGS = [zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA, ZSTANDARD]


@pytest.mark.parametrize("packing", PACKINGS)
def test_a_project_comes_in_however_it_is_packed(packing: int) -> None:
    imported = read_file(make_archive(packing, PROJECT))

    diagram, _ = imported.draw()
    assert imported.format.name == "gns3"
    assert diagram is not None
    assert [node.label for node in diagram.nodes] == ["r1"]


@pytest.mark.parametrize("packing", PACKINGS)
def test_a_member_is_unpacked_whole_and_its_start_alone(packing: int) -> None:
    archive = Archive(make_archive(packing, b"abc" * 100_000))

    assert archive.read("project.gns3") == b"abc" * 100_000
    assert archive.read_start("project.gns3", 5) == b"abcab"


@pytest.mark.parametrize("packing", PACKINGS)
def test_a_bomb_is_unpacked_no_further_than_a_lab_may_be_large(packing: int) -> None:
    bomb = make_archive(packing, bytes(LARGEST_MEMBER + 1_000))

    tracemalloc.start()
    with pytest.raises(UnreadableArchiveError) as refused:
        Archive(bomb).read("project.gns3")
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()

    assert refused.value.problem.variant == "large"
    assert peak < 6 * LARGEST_MEMBER


@pytest.mark.parametrize("packing", PACKINGS)
def test_what_ends_too_early_or_was_changed_is_broken(packing: int) -> None:
    packed = {
        zipfile.ZIP_BZIP2: bz2.compress(PROJECT),
        zipfile.ZIP_LZMA: b"\x09\x04\x05\x00\x5d\x00\x00\x80\x00" + lzma.compress(PROJECT, lzma.FORMAT_ALONE)[13:],
        ZSTANDARD: zstd.compress(PROJECT),
    }[packing]

    assert unpack(packing, packed, 10) == PROJECT[:10]
    for broken in (packed[: len(packed) // 2], packed[:3], b"", b"\xff" * 40):
        with pytest.raises(PackingError):
            unpack(packing, broken, 10_000)


def test_a_window_that_needs_too_much_memory_is_refused() -> None:
    with pytest.raises(PackingError):
        unpack(zipfile.ZIP_LZMA, b"\x09\x04\x05\x00\x5d\xff\xff\xff\xff" + bytes(20), 100)
