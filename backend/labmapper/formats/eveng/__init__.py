"""EVE-NG, UNetLab and PNETLab: the ``.unl`` file of a lab, and the archive that EVE-NG exports."""

from typing import TYPE_CHECKING

from labmapper.formats.eveng.recognition import recognises
from labmapper.formats.format import Format, Reader
from labmapper.formats.options import Option, Values
from labmapper.formats.topology.options import COMMON_OPTIONS

if TYPE_CHECKING:
    from labmapper.core.drawing.document import Diagram
    from labmapper.core.problems import Problem

# With more the last ports would be beyond all ports.
_LAST_POD = 255


def _parse(data: bytes, values: Values) -> "tuple[Diagram | None, tuple[Problem, ...]]":
    # Every start of the program imports every format, so that readers are imported when they read.
    from labmapper.formats.eveng.reader import parse  # noqa: PLC0415

    return parse(data, values)


FORMAT = Format(
    name="eve-ng",
    title="EVE-NG or PNETLab lab",
    file_name="lab.unl",
    suffixes=(".unl", ".zip"),
    media_type="application/xml",
    reader=Reader(
        _parse,
        recognises,
        options=(
            *COMMON_OPTIONS,
            Option(
                "pod",
                "POD that the lab runs in",
                "number",
                0,
                most=_LAST_POD,
                hint="EVE-NG shows it in the list of users. The ports of all consoles follow from it.",
            ),
            Option(
                "lab",
                "Lab in the archive",
                "text",
                "",
                hint="Where an archive has several labs: the name of one, or a part that no other has.",
                of_archives=True,
            ),
        ),
    ),
    words="unetlab unl eve pnet emulator",
)
