"""Inventories of Ansible: INI, YAML, and what ``ansible-inventory --list`` writes."""

from labmapper.formats.ansible.reader import parse, recognises
from labmapper.formats.format import Format, Reader
from labmapper.formats.topology.options import COMMON_OPTIONS

FORMAT = Format(
    name="ansible",
    title="Ansible inventory",
    file_name="inventory.ini",
    suffixes=(".ini", ".inventory"),
    media_type="text/x-ansible-inventory",
    reader=Reader(parse, recognises, options=COMMON_OPTIONS),
    words="hosts",
)
