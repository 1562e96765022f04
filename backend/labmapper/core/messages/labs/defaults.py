"""Messages: defaults of all connections by a protocol."""

from labmapper.core.messages.entries import DEFAULT, ProblemEntry, Words

DEFAULTS = (
    ProblemEntry(
        "default-refused",
        "error",
        "There is a default of the protocol, host or port, which each device has for itself.",
        "Delete it among the defaults, and write it at each device.",
        {
            DEFAULT: Words(
                "{parameter} cannot have a default: each device has its own.",
                "Delete it among the defaults, and write it at each device.",
            ),
        },
    ),
    ProblemEntry(
        "default-protocol",
        "error",
        "There are defaults of a protocol that Guacamole does not have.",
        "Write the name that the hint suggests, or delete them.",
        {
            DEFAULT: Words(
                "There are defaults of '{protocol}', and Guacamole has no such protocol.",
                "Choose one of {protocols}, or delete them.",
            ),
            "near": Words(
                "There are defaults of '{protocol}', and Guacamole has no such protocol.",
                "Write {near}, or delete them.",
            ),
        },
    ),
)
