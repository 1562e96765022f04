"""GNS3: the ``.gns3`` file of a project of any revision, and the archive that GNS3 exports."""

from typing import TYPE_CHECKING

from labmapper.formats.format import Format, Reader
from labmapper.formats.gns3.recognition import recognises
from labmapper.formats.options import Option, Values
from labmapper.formats.topology.options import COMMON_OPTIONS

if TYPE_CHECKING:
    from labmapper.core.drawing.document import Diagram
    from labmapper.core.problems import Problem


def _parse(data: bytes, values: Values) -> "tuple[Diagram | None, tuple[Problem, ...]]":
    # Every start of the program imports every format, so that readers are imported when they read.
    from labmapper.formats.gns3.reader import parse  # noqa: PLC0415

    return parse(data, values)


FORMAT = Format(
    name="gns3",
    title="GNS3 project",
    file_name="project.gns3",
    suffixes=(".gns3", ".gns3project", ".gns3p"),
    media_type="application/json",
    reader=Reader(
        _parse,
        recognises,
        options=(
            *COMMON_OPTIONS,
            Option(
                "vm",
                "Address of the GNS3 VM",
                "text",
                "",
                hint="Where it is not that of the emulator's host: for the devices that run in the GNS3 VM.",
            ),
        ),
    ),
    words="emulator dynamips",
)
