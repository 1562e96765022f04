"""Inventories of Ansible: INI, YAML, and what ``ansible-inventory --list`` writes."""

from labmapper.formats.ansible.recognition import recognises
from labmapper.formats.format import Format, Reader
from labmapper.formats.late_import import import_late
from labmapper.formats.topology.options import COMMON_OPTIONS

FORMAT = Format(
    name="ansible",
    title="Ansible inventory",
    file_name="inventory.ini",
    suffixes=(".ini", ".inventory"),
    media_type="text/x-ansible-inventory",
    reader=Reader(import_late("labmapper.formats.ansible.reader:parse"), recognises, options=COMMON_OPTIONS),
    words="hosts",
)
