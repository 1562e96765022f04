"""EVE-NG, UNetLab and PNETLab: the ``.unl`` file of a lab, and the archive that EVE-NG exports."""

from labmapper.formats.eveng.recognition import recognises
from labmapper.formats.format import Format, Reader
from labmapper.formats.late_import import import_late
from labmapper.formats.options import Option
from labmapper.formats.topology.options import EMULATOR_OPTIONS

# With more the last ports would be beyond all ports.
_LAST_POD = 255


FORMAT = Format(
    name="eve-ng",
    title="EVE-NG or PNETLab lab",
    file_name="lab.unl",
    suffixes=(".unl", ".zip"),
    media_type="application/xml",
    reader=Reader(
        import_late("labmapper.formats.eveng.reader:parse"),
        recognises,
        options=(
            *EMULATOR_OPTIONS,
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
