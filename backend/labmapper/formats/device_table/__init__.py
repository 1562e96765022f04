"""A table of devices: CSV, TSV, what is pasted from a spreadsheet, or a plain list of hosts."""

from labmapper.formats.format import Format, Reader
from labmapper.formats.late_import import import_late
from labmapper.formats.topology.options import COMMON_OPTIONS

FORMAT = Format(
    name="table",
    title="Table of devices (CSV, TSV)",
    file_name="devices.csv",
    suffixes=("devices.csv", ".csv", ".tsv", ".txt"),
    media_type="text/csv",
    reader=Reader(
        import_late("labmapper.formats.device_table.reader:parse"),
        import_late("labmapper.formats.device_table.reader:recognises"),
        options=COMMON_OPTIONS,
    ),
    words="spreadsheet Excel NetBox LibreNMS inventory list",
)
