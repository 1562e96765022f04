"""Messages: what the copies of a device have in common, and what each has of its own."""

from labmapper.core.messages.entries import DEFAULT, ProblemEntry, Words
from labmapper.core.messages.templates import Plural

COPIES = (
    ProblemEntry(
        "copies-lack-values",
        "error",
        "A list has no value for some of the copies of a device.",
        "Add the missing values, or lower the count.",
        {
            "few": Words(
                "{parameter} has {given} of {wanted} values: none for {names}.",
                "Give each copy a value, or lower the count.",
            ),
            "many": Words(
                "{parameter} has {given} of {wanted} values: none for {names} and {more} more.",
                "Give each copy a value, or lower the count.",
            ),
        },
    ),
    ProblemEntry(
        "copies-have-too-many",
        "warning",
        "A list has more values than there are copies of its device.",
        "Delete the values that are not used, or raise the count.",
        {
            DEFAULT: Words(
                Plural(
                    "wanted",
                    {
                        "one": "{parameter} has {given} values for one copy; the last are not used.",
                        "other": "{parameter} has {given} values for {wanted} copies; the last are not used.",
                    },
                ),
                "Delete what is not meant, or raise the count.",
            ),
        },
    ),
    ProblemEntry(
        "copies-stand-still",
        "warning",
        "A value is said to count up, and there are no digits at its end.",
        "End it with the number of the first copy, or say that it is the same for all.",
        {
            DEFAULT: Words(
                "{parameter} is to count up, and has no number at its end that could.",
                "End it with the number of the first copy, or let it be the same for all.",
            ),
        },
    ),
    ProblemEntry(
        "host-counts-beside-port",
        "warning",
        "The host and the port of a stack both count up, and no other device has a host beside its: often one host with many ports is meant, as with GNS3 and console servers.",
        "Say that the host is the same for all, or that it counts up.",
        {
            DEFAULT: Words(
                "Host and port both count up, from {first} to {last}. One host with many ports has the same host for all.",
                "Choose for the host whether it counts up or is the same for all.",
            ),
            "written": Words(
                "Host and port both count up, from {first} to {last}. One host with many ports has the same host for all.",
                "Write under copies: hostname: same, or hostname: counts where that is meant.",
            ),
        },
    ),
)
