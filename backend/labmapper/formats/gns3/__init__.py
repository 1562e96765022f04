"""GNS3: the ``.gns3`` file of a project of any revision, and the archive that GNS3 exports."""

from labmapper.formats.format import Format, Reader
from labmapper.formats.gns3.recognition import recognises
from labmapper.formats.late_import import import_late
from labmapper.formats.options import Option
from labmapper.formats.topology.options import EMULATOR_OPTIONS

FORMAT = Format(
    name="gns3",
    title="GNS3 project",
    file_name="project.gns3",
    suffixes=(".gns3", ".gns3project", ".gns3p"),
    media_type="application/json",
    reader=Reader(
        import_late("labmapper.formats.gns3.reader:parse"),
        recognises,
        options=(
            *EMULATOR_OPTIONS,
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
