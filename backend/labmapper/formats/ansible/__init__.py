"""Inventories of Ansible: INI, YAML, and what ``ansible-inventory --list`` writes."""

from typing import TYPE_CHECKING

from labmapper.formats.ansible.recognition import recognises
from labmapper.formats.format import Format, Reader
from labmapper.formats.options import Values
from labmapper.formats.topology.options import COMMON_OPTIONS

if TYPE_CHECKING:
    from labmapper.formats.format import ReadSource


def _parse(data: bytes, values: Values) -> "ReadSource":
    # Every start of the program imports every format, so that readers are imported when they read.
    from labmapper.formats.ansible.reader import parse  # noqa: PLC0415

    return parse(data, values)


FORMAT = Format(
    name="ansible",
    title="Ansible inventory",
    file_name="inventory.ini",
    suffixes=(".ini", ".inventory"),
    media_type="text/x-ansible-inventory",
    reader=Reader(_parse, recognises, options=COMMON_OPTIONS),
    words="hosts",
)
