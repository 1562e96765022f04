"""Recognises files of lab tools that are not read, to name them: projects of GNS3 0.8, appliances of GNS3, IMUNES and CORE."""

import re

# The kinds are variants of the problem ``file-foreign``. All patterns of a kind must be found.
_KINDS = (
    (
        "gns3-old",
        re.compile(rb"^[ \t]*\[(?:qemu |vbox )?[^\]\[\n]{1,80}:[0-9]{1,5}\]", re.MULTILINE),
        re.compile(rb"^[ \t]*\[\[[^\]\[\n]{1,80}\]\]", re.MULTILINE),
    ),
    ("gns3-appliance", re.compile(rb'^\s*\{\s*"'), re.compile(rb'"registry_version"\s*:')),
    (
        "imunes",
        re.compile(rb"^node n[0-9]{1,6} \{", re.MULTILINE),
        re.compile(rb"^[ \t]*(?:type|model) ", re.MULTILINE),
    ),
)


def recognise_lab(text: bytes) -> str | None:
    """Return of which of these kinds the file is that begins with *text*, None where it is of none."""
    return next((kind for kind, *patterns in _KINDS if all(each.search(text) for each in patterns)), None)
