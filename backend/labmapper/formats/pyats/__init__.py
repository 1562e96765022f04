"""Testbeds of Cisco pyATS, Genie and Unicon (``testbed.yaml``): YAML with ``devices``, ``testbed`` and ``topology`` at its top.

CML and virlutils write them for a lab that runs, and network engineers by hand.
"""

from labmapper.formats.format import Format, Reader
from labmapper.formats.late_import import import_late
from labmapper.formats.pyats.recognition import recognises
from labmapper.formats.topology.options import COMMON_OPTIONS

FORMAT = Format(
    name="pyats",
    title="pyATS testbed",
    file_name="testbed.yaml",
    suffixes=("testbed.yaml", "testbed.yml", ".yaml", ".yml"),
    media_type="application/yaml",
    reader=Reader(import_late("labmapper.formats.pyats.reader:parse"), recognises, options=COMMON_OPTIONS),
    words="Cisco Genie Unicon",
)
