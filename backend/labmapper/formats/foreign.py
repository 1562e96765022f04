"""Recognises files of unsupported kinds by their first bytes, to name the kind: pictures, archives, documents, XML, files of other tools."""

import re
from itertools import islice

from labmapper.core.suggestions import find_nearest

# What files of a kind begin with. The kinds are the variants of the problem ``file-foreign``.
_SIGNATURES = (
    (b"\x89PNG\r\n\x1a\n", "png"),
    (b"\xff\xd8\xff", "jpeg"),
    (b"GIF8", "gif"),
    (b"%PDF-", "pdf"),
    (b"PK\x03\x04", "zip"),
    (b"\x1f\x8b\x08", "gzip"),
    (b"SQLite format 3\x00", "sqlite"),
)
_MARKUP = re.compile(rb"<[?!A-Za-z]")
# A DOCTYPE with declarations of its own.
_SUBSET = re.compile(rb"<!DOCTYPE[^>\[]*+\[")
_ROOT = re.compile(rb"<([A-Za-z_][\w.:-]*)")
_ROOTS = {b"svg": "svg", b"html": "html"}
_LOOKED_AT = 4096
# Texts of other tools by the keys at their top, all of which they have.
_KEYS = re.compile(rb"(?:^|[{,])[ \t]*+[\"']?([a-z_]++)[\"']?[ \t]*+:", re.MULTILINE)
_TEXTS = (
    ({b"snmp", b"discover"}, "natlas-conf"),
    ({b"hosts", b"networks", b"net_mappings"}, "kypo"),
    ({b"ifname", b"linkindex", b"mgmt"}, "netlab-node"),
)
_LONGEST_TEXT = 1024 * 1024
# Lines at the left edge, also of JSON, that somebody meant as the users or devices of a config.yaml.
_OF_CONFIG = re.compile(
    rb"^(?:\xef\xbb\xbf)?(?:\{[ \t]{0,4})?[\"']?(?:user|device)\w{0,20}[\"']?[ \t]*+(?::|\r?$)",
    re.MULTILINE | re.IGNORECASE,
)
# Keys there that may be a slip of those. "services" is as near to "devices", but is no slip: one of the first letter is rare.
_SLIP = re.compile(
    rb"^(?:\xef\xbb\xbf)?(?:\{[ \t]{0,4})?[\"']?([ud]\w{2,20})[\"']?[ \t]*+:",
    re.MULTILINE | re.IGNORECASE,
)
_MOST_SLIPS = 20
# Characters that stand in no text; a text has at most one of these in so many.
_CONTROLS = re.compile(rb"[\x01-\x08\x0e-\x1a\x1c-\x1f]")
_MOST_CONTROLS = 50
# The first line with something in it, after those that only begin a document of YAML. All of a file may stand as far right as that.
_SAYS_SOMETHING = re.compile(rb"^([ \t]*+)(?!%|---[ \t]*+(?:#|\r?$))[^\s#]", re.MULTILINE)
# Files of lab tools by patterns in their beginning, all of which they have.
_LABS = (
    (
        "gns3-old",
        re.compile(rb"^[ \t]*+\[(?:qemu |vbox )?[^\]\[\n]{1,80}:[0-9]{1,5}\]", re.MULTILINE),
        re.compile(rb"^[ \t]*+\[\[[^\]\[\n]{1,80}\]\]", re.MULTILINE),
    ),
    ("gml", re.compile(rb"^[ \t]*+graph\s*+\[", re.MULTILINE), re.compile(rb"\bnode\s*+\[")),
    ("gns3-appliance", re.compile(rb'^\s*+\{\s*+"'), re.compile(rb'"registry_version"\s*+:')),
    (
        "imunes",
        re.compile(rb"^node n[0-9]{1,6} \{", re.MULTILINE),
        re.compile(rb"^[ \t]*+(?:type|model) ", re.MULTILINE),
    ),
)


def recognise_foreign(data: bytes) -> str | None:
    """Return of which kind *data* is, None where it may be a text that Labmapper reads."""
    known = next((kind for begin, kind in _SIGNATURES if data.startswith(begin)), None)
    return (
        known
        or _recognise_markup(data)
        or _recognise_lab(data[:_LOOKED_AT])
        or _recognise_text(data)
        or _recognise_binary(data[:_LOOKED_AT])
    )


def _recognise_markup(data: bytes) -> str | None:
    begin = data[:_LOOKED_AT].removeprefix(b"\xef\xbb\xbf")
    if begin.startswith((b"\xff\xfe", b"\xfe\xff")):
        # UTF-16, as Windows writes XML: its letters are those of ASCII with a zero beside each.
        begin = begin[2:].replace(b"\x00", b"")
    text = begin.lstrip()
    if not _MARKUP.match(text):
        return None
    root = _ROOT.search(text)
    kind = _ROOTS.get(root[1].lower() if root else b"", "xml")
    return "xml-entities" if kind == "xml" and _SUBSET.search(text) else kind


def _recognise_lab(start: bytes) -> str | None:
    return next((kind for kind, *patterns in _LABS if all(each.search(start) for each in patterns)), None)


def _recognise_text(data: bytes) -> str | None:
    keys = {found[1] for found in _KEYS.finditer(data[:_LONGEST_TEXT])}
    return next((kind for needed, kind in _TEXTS if needed <= keys), None)


def _recognise_binary(start: bytes) -> str | None:
    is_wide = start.startswith((b"\xff\xfe", b"\xfe\xff"))
    return "binary" if not is_wide and len(_CONTROLS.findall(start)) * _MOST_CONTROLS > len(start) else None


def is_nothing(data: bytes) -> bool:
    """Return whether *data*, which no format recognises, is not even a ``config.yaml`` with mistakes in it."""
    # What is empty or no text has better words where it is read.
    begin = data[:_LONGEST_TEXT]
    said = _SAYS_SOMETHING.search(begin)
    if said is None or b"\0" in begin:
        return False
    text = (b"\n" + begin[said.start() :]).replace(b"\n" + said[1], b"\n")
    return _OF_CONFIG.search(text) is None and not _has_slip(text)


def _has_slip(text: bytes) -> bool:
    """Return whether a key of *text* is ``users`` or ``devices`` misspelt, of which the reader says what was meant."""
    keys = (found[1].decode() for found in islice(_SLIP.finditer(text), _MOST_SLIPS))
    return any(find_nearest(key, ("users", "devices")) for key in keys)
