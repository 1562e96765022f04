"""Members of ZIP archives, read in memory and within bounds: nothing is written, and no archive within one is opened."""

import io
import struct
import zipfile
import zlib

from labmapper.core.problems import Problem
from labmapper.formats.topology.archives.packings import PackingError, is_known, unpack

# What a whole lab may be. It is counted while it is unpacked: what the archive says of sizes is not believed.
LARGEST_MEMBER = 16 * 1024 * 1024
MOST_MEMBERS = 10_000
_LARGEST_IN_MEGABYTES = LARGEST_MEMBER // 1024 // 1024
_CHUNK = 64 * 1024
# Before the packed bytes of a member stand so many, then its name and what else belongs to it; at the end of them its lengths.
_LOCAL_HEAD, _LENGTHS = 30, 26
_LOCAL, _CENTRAL, _ENCRYPTED = b"PK\x03\x04", b"PK\x01\x02", 0x1
_PACKINGS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
_BROKEN = (
    *(zipfile.BadZipFile, zlib.error, struct.error, EOFError, OSError, OverflowError, ValueError, RuntimeError),
    *(NotImplementedError, LookupError),
)


class UnreadableArchiveError(Exception):
    """The archive, or a member of it, cannot be read; *problem* says why and what to do."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem.code)
        self.problem = problem


class Archive:
    """A ZIP archive. Members whose names lead out of it, and folders, are not among its *names*."""

    def __init__(self, data: bytes) -> None:
        """Read the list of members in *data*; raise UnreadableArchiveError where it is broken, or too long."""
        # Each member has this mark in front of its entry, so that there can be no more than there are marks.
        if data.count(_CENTRAL) > MOST_MEMBERS:
            raise UnreadableArchiveError(Problem.error("import-archive", variant="members", most=MOST_MEMBERS))
        try:
            self._file = zipfile.ZipFile(io.BytesIO(data))
        except _BROKEN:
            raise UnreadableArchiveError(Problem.error("import-archive", variant="broken")) from None
        self._data = data
        self._members = {member.filename: member for member in self._file.infolist() if _is_inside(member)}

    @property
    def names(self) -> list[str]:
        """The names of the members, in their order."""
        return list(self._members)

    def read(self, name: str, most: int = LARGEST_MEMBER) -> bytes:
        """Return the member called *name*.

        Raises:
            UnreadableArchiveError: It is encrypted, packed in a way that is not read, broken, or larger than *most* bytes.
        """
        data = self._unpack(name, most + 1)
        if len(data) > most:
            problem = Problem.error("import-archive", variant="large", name=name, most=_LARGEST_IN_MEGABYTES)
            raise UnreadableArchiveError(problem)
        return data

    def read_start(self, name: str, length: int) -> bytes:
        """Return the first *length* bytes of the member called *name*, nothing where it cannot be read."""
        try:
            return self._unpack(name, length)
        except UnreadableArchiveError:
            return b""

    def _unpack(self, name: str, most: int) -> bytes:
        member = self._members[name]
        if member.flag_bits & _ENCRYPTED:
            raise UnreadableArchiveError(Problem.error("import-archive", variant="encrypted", name=name))
        if is_known(member.compress_type):
            return self._unpack_other(member, most)
        if member.compress_type not in _PACKINGS:
            raise UnreadableArchiveError(Problem.error("import-archive", variant="packing", name=name))
        unpacked = bytearray()
        try:
            with self._file.open(member) as opened:
                while len(unpacked) < most and (chunk := opened.read(min(_CHUNK, most - len(unpacked)))):
                    unpacked += chunk
        except _BROKEN:
            raise UnreadableArchiveError(Problem.error("import-archive", variant="broken")) from None
        return bytes(unpacked)

    def _unpack_other(self, member: zipfile.ZipInfo, most: int) -> bytes:
        """Return the first *most* bytes of *member*, which ``zipfile`` would unpack without a bound, or not at all."""
        head = self._data[member.header_offset : member.header_offset + _LOCAL_HEAD]
        if len(head) < _LOCAL_HEAD or not head.startswith(_LOCAL):
            raise UnreadableArchiveError(Problem.error("import-archive", variant="broken"))
        name, extra = struct.unpack_from("<HH", head, _LENGTHS)
        start = member.header_offset + _LOCAL_HEAD + name + extra
        try:
            return unpack(member.compress_type, self._data[start : start + member.compress_size], most)
        except PackingError:
            raise UnreadableArchiveError(Problem.error("import-archive", variant="broken")) from None


def is_archive(data: bytes) -> bool:
    """Return whether *data* begins as a ZIP archive."""
    return data.startswith(_LOCAL)


def _is_inside(member: zipfile.ZipInfo) -> bool:
    parts = member.filename.replace("\\", "/").split("/")
    return not member.is_dir() and ".." not in parts and bool(parts[0]) and ":" not in parts[0]
