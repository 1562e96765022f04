"""Messages: files of other tools that are brought in as a drawing, and what of them is lost."""

from labmapper.core.messages.entries import DEFAULT, ProblemEntry, Words
from labmapper.core.messages.templates import Plural

_LOST = "Draw it here if you need it; the rest of the file is not affected."
_SMALLER = "Bring in a part of it, or choose another file."

IMPORTS = (
    ProblemEntry(
        "import-lost",
        "warning",
        "Something in the file has no counterpart in a drawing, or is not understood; it is lost.",
        "Draw it yourself where you need it.",
        {
            "key": Words("{what} is not read.", _LOST, "line"),
            "value": Words("{what} is not understood.", "Correct it in the file, or set it here.", "line"),
            "device": Words("{what} is no device that can be read.", _LOST, "line"),
            "cable": Words("{what} is no cable that can be read.", _LOST, "line"),
            "group": Words("The group {what} is not drawn.", _LOST, "line"),
            "text": Words("The text {what} is not drawn.", _LOST, "line"),
            "rest": Words("The text is too long for a note, which ends before: {what}", _LOST, "line"),
            "shape": Words("The shape {what} is not drawn.", _LOST, "line"),
            "picture": Words("The picture {what} is not drawn.", _LOST, "line"),
            "variable": Words(
                "The variable {what} has no value in the file.",
                "Write its value instead of it where it matters.",
                "line",
            ),
            "console": Words("{what} is no console that Guacamole opens.", "Add a connection by hand.", "line"),
            "setting": Words("{what} means nothing to Guacamole.", _LOST, "line"),
            "plugin": Words("{what} would add to the lab what does not stand in the file.", "Draw it here.", "line"),
            "tag": Words("{what} is a tag of YAML; tags are not followed.", "Write the value itself.", "line"),
            "again": Words("{what} comes twice; the last one counts.", "Delete one of them.", "line"),
            "bends": Words("The bends of the cable from {what} are not drawn.", "Lead it here again.", "line"),
            "hidden": Words(
                "{what}, is hidden in the file and not drawn.", "Show it there, and save the file again.", "line"
            ),
        },
    ),
    ProblemEntry(
        "import-more",
        "warning",
        "There are more problems of one sort than anybody reads.",
        "Look at the first ones; the others are alike.",
        {
            DEFAULT: Words(
                Plural(
                    "count",
                    {
                        "one": "{count} more problem like this: {like}",
                        "other": "{count} more problems like this: {like}",
                    },
                ),
                "Look at those that are listed; the others are alike.",
            ),
        },
    ),
    ProblemEntry(
        "import-cable",
        "warning",
        "A cable of the file is not drawn, because one of its ends is not in the file.",
        "Draw the cable here.",
        {
            "to-nothing": Words(
                "The cable between {source} and {target} is not drawn: the file has no {missing}.",
                "Draw the cable here, or add {missing} to the file.",
                "line",
            ),
        },
    ),
    ProblemEntry(
        "import-loose-end",
        "warning",
        "An interface of the file is plugged into a network that nothing else is plugged into, so that there is no cable to draw.",
        "Draw the cable here if there is one.",
        {
            DEFAULT: Words(
                Plural(
                    "count",
                    {
                        "one": "{ends} leads to nothing in the file, and no cable is drawn.",
                        "other": "{count} interfaces lead to nothing in the file, and no cables are drawn: {ends}.",
                    },
                ),
                "Draw the cables here if there are any.",
                "line",
            ),
        },
    ),
    ProblemEntry(
        "import-shell",
        "warning",
        "Containers without SSH are entered by docker exec, which Guacamole cannot do; they have no connection.",
        "Let them run SSH, and add a connection by hand.",
        {
            DEFAULT: Words(
                Plural(
                    "count",
                    {
                        "one": "{devices} has no SSH and is entered by docker exec, which Guacamole cannot do.",
                        "other": "{count} devices have no SSH and are entered by docker exec, which Guacamole cannot do: {devices}.",
                    },
                ),
                "Let them run SSH, and add connections by hand.",
                "line",
            ),
        },
    ),
    ProblemEntry(
        "import-default-login",
        "warning",
        "The file has no log-in for devices of this kind; the one that the kind's documentation names was taken.",
        "Change user name and password where they differ, or bring the file in without default log-ins.",
        {
            DEFAULT: Words(
                Plural(
                    "count",
                    {
                        "one": "The documented default log-in {login} was taken for {devices}.",
                        "other": "The documented default log-in {login} was taken for {count} devices: {devices}.",
                    },
                ),
                "Change user name and password where they differ, or bring the file in without default log-ins.",
            ),
        },
    ),
    ProblemEntry(
        "import-without-address",
        "warning",
        "The file does not say at which address the devices are.",
        "Say the address of the host, a rule, or paste a column of addresses; or leave the connections out.",
        {
            "host": Words(
                Plural(
                    "count",
                    {
                        "one": "{devices} has its console on the host of the emulator, whose address is not in the file.",
                        "other": "{count} devices have their consoles on the host of the emulator, whose address is not in the file: {devices}.",
                    },
                ),
                "Say the address of that host as host, or paste addresses.",
            ),
            "device": Words(
                Plural(
                    "count",
                    {
                        "one": "{devices} has no address in the file.",
                        "other": "{count} devices have no address in the file: {devices}.",
                    },
                ),
                "Give a rule for addresses, paste a column of them, or leave these connections out.",
            ),
        },
    ),
    ProblemEntry(
        "import-address",
        "warning",
        "An address that was pasted, or the rule for addresses, does not fit the devices of the file.",
        "Paste one address a line in the order of the devices, or name and address.",
        {
            "unknown": Words(
                "Line {position} of the addresses names {name}, which is not a device of the file.",
                "Write the name as in the file.",
            ),
            "too-many": Words(
                "{given} addresses were pasted for {devices} devices; the last ones are left over.",
                "Paste one address a line in the order of the devices.",
            ),
            "rule": Words(
                "{placeholder} in the rule is not a placeholder.",
                "Placeholders are {{n}}, {{pod}} and {{name}}, the first two with *factor, +offset and :02 for the width.",
            ),
        },
    ),
    ProblemEntry(
        "import-device-name",
        "warning",
        "A device of the file has no name, or the same as another; Guacamole tells connections apart by their names.",
        "Rename it as you like.",
        {
            "missing": Words("A device without a name is called {name} here.", "Rename it as you like.", "line"),
            "taken": Words(
                "Several devices are called {taken}; one of them is called {name} here.",
                "Rename it as you like.",
                "line",
            ),
        },
    ),
    ProblemEntry(
        "import-zone",
        "warning",
        "A group of the file is in a group that does not exist, in itself, or too deep in others.",
        "Put it where it belongs.",
        {
            DEFAULT: Words("The zone {zone} cannot be inside {outer}; it stands alone.", "Put it where it belongs."),
        },
    ),
    ProblemEntry(
        "import-empty",
        "warning",
        "There is no device in the file.",
        "Look whether it is the right file.",
        {DEFAULT: Words("There is no device in the file.", "Is it the right file?")},
    ),
    ProblemEntry(
        "import-template",
        "error",
        "The file is a template, which becomes a lab only when a program fills it in.",
        "Let the program write the finished file, and bring in that.",
        {
            "go": Words(
                "This is a template of Go: containerlab fills it in.",
                "Run containerlab deploy -t with the template and --export-rendered lab.clab.yml, and bring in that file.",
                "line",
            ),
            "jinja": Words(
                "This is a template of Jinja, which another program fills in.",
                "Let that program write the finished file, and bring in that.",
                "line",
            ),
        },
    ),
    ProblemEntry(
        "import-sidecar",
        "error",
        "The file holds the drawing that belongs to a topology of containerlab, not the topology.",
        "Bring in the topology, and this file with it.",
        {
            DEFAULT: Words(
                "These are the annotations of a topology of containerlab, not the topology itself.",
                "Bring in the topology (.clab.yml); drop both files together, or paste these annotations with it.",
            ),
        },
    ),
    ProblemEntry(
        "import-newer",
        "warning",
        "The file says a version that is newer than those that are known here; what it has in common with them is read.",
        "Compare the drawing with the lab.",
        {
            DEFAULT: Words(
                "The file has version {version}; up to {known} is known here.", "Compare the drawing with the lab."
            ),
        },
    ),
    ProblemEntry(
        "import-too-large",
        "error",
        "The file is larger, or nests deeper, than any lab needs.",
        "Choose another file, or bring in a part of it.",
        {
            "bytes": Words("The file has {size} MB; up to {most} MB can be read.", "Is it the right file?"),
            "values": Words("The file has more than {most:,} values.", _SMALLER),
            "devices": Words("The file lists more than {most:,} devices or groups; a drawing takes no more.", _SMALLER),
            "levels": Words("The file nests more than {most} levels deep.", "Is it the right file?", "line"),
            "aliases": Words("The file repeats its parts too often by aliases.", "Write the values out.", "line"),
        },
    ),
    ProblemEntry(
        "import-unreadable",
        "error",
        "The file cannot be read as what it seems to be.",
        "Export it again from the tool that it comes from.",
        {
            "xml": Words("Column {column}: {reason}.", "Export the file again from its tool.", "line"),
            "json": Words("Column {column}: {reason}.", "Export the file again from its tool.", "line"),
            "entities": Words(
                "The file declares entities of its own, which are not read for safety.",
                "Export the file again from its tool, or delete what stands in brackets behind DOCTYPE.",
                "line",
            ),
            "empty": Words("There is no lab in the file.", "Is it the right file?"),
            "text": Words("The file is not UTF-8.", "Save it as UTF-8 in your editor, then try again."),
            "shape": Words("{what} is not as this format has it.", "Export the file again from its tool.", "line"),
            "dot-no-graph": Words(
                "A graph in DOT begins with graph or digraph and a brace.", "Is it complete?", "line"
            ),
            "dot-character": Words(
                "A sign here has no place in DOT.", "Write names with such signs in quotes.", "line"
            ),
            "dot-unexpected": Words("Something here does not fit in DOT.", "Write names in quotes.", "line"),
            "dot-unclosed": Words("A text or a comment that begins here does not end.", "Close it.", "line"),
            "dot-unfinished": Words("The file ends before the graph does.", "Is it complete?", "line"),
        },
    ),
)
