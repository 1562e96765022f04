"""Messages: what a config.yaml says."""

from labmapper.core.messages.entries import DEFAULT, ProblemEntry, Words
from labmapper.core.messages.templates import Plural

CONFIG = (
    ProblemEntry(
        "config-shape",
        "error",
        "A key holds something else than it must: one text, a list, keys of its own.",
        "Compare with the [complete config.yaml](usermapper.md#a-complete-configyaml).",
        {
            "no-keys": Words(
                "{key} must have keys of its own.", "Compare with the complete config.yaml in the README.", "line"
            ),
            "no-config": Words(
                "this is no config.yaml: it has no keys.",
                "Compare with the complete config.yaml in the README.",
                "line",
            ),
            "single-value": Words("{key} must be a single value.", "Write one text.", "line"),
            "single-values": Words("{key} must be a list of single values.", "Write one text behind each - .", "line"),
            "people-list": Words("{key} must be a list.", "Begin each person with - .", "line"),
        },
    ),
    ProblemEntry(
        "config-missing-key",
        "error",
        "A key that must be there is not.",
        "Add it.",
        {
            "top": Words("there is no {key}.", "Add {key}: with at least one type in it.", "line"),
            "inside": Words(
                "{parent} has no {key}.",
                "Add it, for example {key}: {example} Text that begins with # needs quotes.",
                "line",
            ),
            "parameters": Words("{parent} has no parameters.", "Add them: protocol, port and so on.", "line"),
        },
    ),
    ProblemEntry(
        "config-unknown-key",
        "warning",
        "A key means nothing here.",
        "Write the name that the hint suggests, or delete it.",
        {
            DEFAULT: Words("{key} means nothing here.", "Known keys are {known}.", "line"),
            "near": Words("{key} means nothing here.", "Did you mean {near}?", "line"),
        },
    ),
    ProblemEntry(
        "config-not-a-number",
        "error",
        "A quantity, a suffix, a rotation or a pod number is empty or not made of digits.",
        "Write digits.",
        {
            DEFAULT: Words("{key} is '{value}', not a number.", "Write digits, for example '{example}'.", "line"),
            "empty": Words("{key} is empty, not a number.", "Write digits, for example '{example}'.", "line"),
        },
    ),
    ProblemEntry(
        "config-too-many",
        "error",
        "A number is larger than Labmapper takes.",
        "Write a smaller one.",
        {
            DEFAULT: Words("{key} is {number}; up to {most} is possible.", "Write a smaller number.", "line"),
        },
    ),
    ProblemEntry(
        "config-password-length",
        "error",
        "Random passwords are asked for shorter or longer than they can be.",
        "Write a length from 8 to 32.",
        {
            DEFAULT: Words(
                "Random passwords cannot have {length} characters.",
                "Write a length from {least} to {most}.",
                "line",
            ),
        },
    ),
    ProblemEntry(
        "config-copies-twice",
        "error",
        "`copies` and `patterns` both say how one value differs from copy to copy.",
        "Delete one of them.",
        {
            DEFAULT: Words("{key} and {other} both say what the copies have.", "Delete one of them.", "line"),
        },
    ),
    ProblemEntry(
        "config-name-counts",
        "error",
        "`copies` lets the name of several devices be the same, or gives it a list: Guacamole keeps one connection of each name.",
        "Write `counts` or nothing; for names of their own write a device type each.",
        {
            DEFAULT: Words(
                "{key} is same, but Guacamole keeps only one of {quantity} connections with one name.",
                "Write counts, or delete the line: names count up.",
                "line",
            ),
            "list": Words(
                "{key} is a list, but the names of copies count up.",
                "Delete it; for names of their own write a device type each.",
                "line",
            ),
        },
    ),
    ProblemEntry(
        "config-choice",
        "error",
        "A key with a fixed set of values has another one.",
        "Choose one of those that the hint lists.",
        {
            DEFAULT: Words("{key} is '{value}'.", "Choose one of {choices}.", "line"),
        },
    ),
    ProblemEntry(
        "config-unknown-type",
        "error",
        "`reaches` or `pod_of` names a type that is not in the file.",
        "Write the name of one that is.",
        {
            "near": Words("{key} names {name}, which is not there.", "Did you mean {near}?", "line"),
            "known": Words("{key} names {name}, which is not there.", "Known are {known}.", "line"),
            "none": Words("{key} names {name}, which is not there.", "Known are none.", "line"),
        },
    ),
    ProblemEntry(
        "config-unquoted",
        "warning",
        "A value without quotes, such as `01` or `no`, which usermapper reads as something else.",
        "Put it in quotes.",
        {
            DEFAULT: Words(
                "{key} is {value} without quotes, which usermapper does not read as this text.",
                "Write '{value}' in quotes.",
                "line",
            ),
        },
    ),
    ProblemEntry(
        "config-hostname-unused",
        "warning",
        "`hostname` among the parameters has a value; the prefix and the suffix make the host.",
        "Write `hostname: ~`.",
        {
            DEFAULT: Words(
                "{key} is not used: the prefix and the suffix make the host.", "Write hostname: ~ here.", "line"
            ),
        },
    ),
    ProblemEntry(
        "config-comments-lost",
        "warning",
        "The file has comments, which are gone when it is written again or opened in the editor.",
        "Keep the old file, or copy them into the new one.",
        {
            DEFAULT: Words(
                Plural(
                    "number",
                    {
                        "one": "the comment of the file is not kept.",
                        "other": "the comments of the file are not kept; {number} of its lines have one.",
                    },
                ),
                "Keep the old file, or copy them into the new one.",
                "line",
            ),
        },
    ),
    ProblemEntry(
        "yaml-cannot-say",
        "error",
        "A number counts as no `config.yaml` can say: directly after a `$`, with more than nine digits, or in a parameter "
        "called `name`. The mapping is not concerned.",
        "Write it another way, or keep the diagram as JSON.",
        {
            DEFAULT: Words(
                "A config.yaml cannot say {shown}: a number that counts stands directly after a $, or has more than nine digits.",
                "Write it another way, or keep the diagram as JSON.",
            ),
            "name-taken": Words(
                "A config.yaml cannot say {shown} in a parameter called name: patterns.name is the name of the device.",
                "Let it be the same for all, or keep the diagram as JSON.",
            ),
        },
    ),
    ProblemEntry(
        "config-empty-parameter",
        "warning",
        "A parameter has no value and is left out.",
        "Delete the line, or write `''` for an empty value.",
        {
            DEFAULT: Words(
                "{key} is left out.",
                "Delete the line, or write '' for an empty value; text that begins with # needs quotes.",
                "line",
            ),
        },
    ),
)
