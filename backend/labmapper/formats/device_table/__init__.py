"""A table of devices: CSV, TSV, what is pasted from a spreadsheet, or a plain list of hosts."""

from typing import TYPE_CHECKING

from labmapper.formats.format import Format, Reader
from labmapper.formats.options import Values
from labmapper.formats.topology.options import COMMON_OPTIONS

if TYPE_CHECKING:
    from labmapper.formats.format import ReadSource


def _parse(data: bytes, values: Values) -> "ReadSource":
    # Every start of the program imports every format, so that readers are imported when they read.
    from labmapper.formats.device_table.reader import parse  # noqa: PLC0415

    return parse(data, values)


def _recognises(data: bytes) -> bool:
    from labmapper.formats.device_table.reader import recognises  # noqa: PLC0415 - asked last

    return recognises(data)


FORMAT = Format(
    name="table",
    title="Table of devices (CSV, TSV)",
    file_name="devices.csv",
    suffixes=("devices.csv", ".csv", ".tsv", ".txt"),
    media_type="text/csv",
    reader=Reader(_parse, _recognises, options=COMMON_OPTIONS),
    words="spreadsheet Excel NetBox LibreNMS inventory list",
)
