"""Messages: archives of labs, and the consoles of emulators, whose numbers only the emulator knows for certain."""

from labmapper.core.messages.entries import DEFAULT, ProblemEntry, Words
from labmapper.core.messages.templates import Plural

EMULATORS = (
    ProblemEntry(
        "import-archive",
        "error",
        "An archive of a lab cannot be read, or it is not clear which of its labs is meant.",
        "Unpack it, and choose the file of the lab.",
        {
            "broken": Words(
                "The ZIP archive is broken, or ends too early.",
                "Export it again, or unpack it and choose the lab in it.",
            ),
            "members": Words(
                "The ZIP archive has more than {most} members.", "Unpack it, and choose the file of the lab in it."
            ),
            "large": Words(
                "{name} in the archive is larger than {most} MB when it is unpacked.", "Is it the right archive?"
            ),
            "encrypted": Words(
                "{name} in the archive is encrypted.", "Unpack it with its password, and choose that file."
            ),
            "packing": Words(
                "{name} in the archive is packed in a way that is not read here; zip (deflate), bzip2, lzma and zstd are.",
                "Export it again with the compression zip, or unpack it and choose that file.",
            ),
            "without": Words(
                "There is no {name} in the archive.", "Choose the archive that the tool has exported, or unpack it."
            ),
            "several": Words(
                "Several labs in the archive are called {name}. There are: {names}.",
                "Write the name of one, or a part of it that no other has, as lab.",
            ),
            "no-such": Words(
                "No lab in the archive is called {name}. There are: {names}.", "Write the name of one of them as lab."
            ),
        },
    ),
    ProblemEntry(
        "import-labs",
        "warning",
        "The archive has several labs, and one of them is read.",
        "Say the lab, by its name or a part of it.",
        {
            DEFAULT: Words(
                "The archive has more labs than {name}, which is read: {others}.",
                "Say which one you want by its name, or a part of it that no other has, and bring in each by itself.",
            ),
            "one": Words(
                "The archive has more labs than {name}, which is read: {others}.",
                "Unpack it, and bring in each by itself.",
            ),
        },
    ),
    ProblemEntry(
        "import-lab-too-large",
        "error",
        "The lab has more devices or cables than an emulator runs.",
        "Is it the right file?",
        {
            DEFAULT: Words(
                "The lab has {devices:,} devices and {cables:,} ends or cables;"
                " a drawing takes up to {most_devices:,} and {most_cables:,}.",
                "Is it the right file? Split the lab where it is.",
            ),
        },
    ),
    ProblemEntry(
        "import-ports",
        "warning",
        "The ports of consoles are those that the file gives or that the emulator computes; it may use others when it runs.",
        "Compare some of them with the running lab.",
        {
            "gns3": Words(
                "The ports of the consoles are those of when GNS3 last saved the project; it takes others where they are in use.",
                "Start the lab, and compare some of them with GNS3.",
            ),
            "eve": Words(
                "The ports of the consoles are those of POD {pod}: 32768 + 128 x POD + number of the node.",
                "Say another pod if the lab runs in another one, and compare one console with EVE-NG.",
            ),
            "pnetlab": Words(
                "PNETLab gives ports to consoles when a lab starts, so the computed ones are only a guess.",
                "Start the lab, and write the ports that PNETLab shows.",
            ),
        },
    ),
    ProblemEntry(
        "import-hosts",
        "warning",
        "The consoles of one lab are at several hosts, of which not every address is known.",
        "Say the addresses of both.",
        {
            "gns3-vm": Words(
                Plural(
                    "count",
                    {
                        "one": "One device runs in the GNS3 VM, the others on the GNS3 server; these have two addresses.",
                        "other": "{count} devices run in the GNS3 VM, others on the GNS3 server; these have two addresses.",
                    },
                ),
                "Say the address of the GNS3 VM as vm.",
            ),
            "satellites": Words(
                Plural(
                    "count",
                    {
                        "one": "One device runs on a satellite of EVE-NG, not on the server itself.",
                        "other": "{count} devices run on satellites of EVE-NG, not on the server itself.",
                    },
                ),
                "Write the address of the satellite where its consoles are not reached by the server.",
            ),
        },
    ),
    ProblemEntry(
        "import-objects",
        "warning",
        "Something beside devices, cables and texts is not drawn, or not read.",
        "Draw it here if you need it.",
        {
            "shapes": Words(
                Plural(
                    "count",
                    {
                        "one": "One shape without text is not drawn.",
                        "other": "{count} shapes without text are not drawn.",
                    },
                ),
                "Draw zones around what belongs together.",
                "line",
            ),
            "pictures": Words(
                Plural("count", {"one": "One picture is not drawn.", "other": "{count} pictures are not drawn."}),
                "Keep the file of the lab if you need it.",
                "line",
            ),
            "configs": Words(
                Plural(
                    "count",
                    {
                        "one": "The startup configuration of one device is not read.",
                        "other": "The startup configurations of {count} devices are not read.",
                    },
                ),
                "Keep the file of the lab if you need them.",
                "line",
            ),
        },
    ),
)
