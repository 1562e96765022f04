"""netlab's lab topology: nodes, groups and links as people write them, with the addresses that netlab computes."""

from labmapper.formats.format import Format, Reader
from labmapper.formats.late_import import import_late
from labmapper.formats.netlab.recognition import recognises
from labmapper.formats.topology.options import EMULATOR_OPTIONS

FORMAT = Format(
    name="netlab",
    title="netlab topology",
    file_name="topology.yml",
    suffixes=(".yml", ".yaml"),
    media_type="application/yaml",
    reader=Reader(import_late("labmapper.formats.netlab.reader:parse"), recognises, options=EMULATOR_OPTIONS),
    words="netlab netsim ipspace vagrant libvirt",
)
