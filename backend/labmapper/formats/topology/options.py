"""The options that every file of another tool is read with: how its devices are reached, and with which log-in.

Where consoles may be at the host of an emulator, these are EMULATOR_OPTIONS. A format adds its own:
``options=(*EMULATOR_OPTIONS, Option("pod", ...))``.
"""

from labmapper.formats.options import Option

# As many addresses as a drawing has devices, with their names.
LONGEST_COLUMN = 1_000_000

KEEP, LEAVE_OUT = "keep", "leave-out"

COMMON_OPTIONS = (
    Option(
        "rule",
        "Rule for addresses",
        "text",
        "",
        hint="For devices without an address: 10.0.0.{n} counts them, 10.0.{pod}.{n} by pod too, {name}.lab.example by name.",
        is_late=True,
    ),
    Option(
        "addresses",
        "Addresses of the devices",
        "text",
        "",
        hint="One address a line in the order of the devices, or a name and an address.",
        longest=LONGEST_COLUMN,
        is_late=True,
    ),
    Option(
        "missing",
        "Connections without an address",
        "choice",
        KEEP,
        choices=(KEEP, LEAVE_OUT),
        hint="Keep them to be filled in by hand, or leave them out.",
        is_late=True,
    ),
    Option(
        "logins",
        "Take documented default log-ins",
        "flag",
        True,
        hint="Where the file has none, as the maker of the device documents it.",
        is_late=True,
    ),
)

EMULATOR_OPTIONS = (
    Option(
        "host",
        "Address of the emulator's host",
        "text",
        "",
        hint="Where its consoles and published ports are reached, for example 10.1.1.1.",
        is_late=True,
    ),
    *COMMON_OPTIONS,
)
