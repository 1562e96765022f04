"""Tells inventories of Ansible from other files: by the keys of the YAML form, and by headers and hosts of the INI form."""

import re

from labmapper.core.yaml.top_keys import iter_top_keys

PARTS = frozenset({"hosts", "children", "vars"})
HEADER = re.compile(r"\[([^\[\]:\s]{1,200})(?::(children|vars))?\]\s*(?:[#;].*)?$")
# What ends a host line that is none: an assignment with blanks, as other INI files have them.
NO_HOST = re.compile(r"^[^\s\"']+\s*[=:]\s|^[^\s=]+\s+=|^[^\s=]*=|^[<{}]")
_VARIABLE = re.compile(r"\sansible_\w+\s?=")
LOOKED_AT = 262_144


def recognises(data: bytes) -> bool:
    """Return whether *data* is an inventory in one of its forms."""
    begin = data[:LOOKED_AT].removeprefix(b"\xef\xbb\xbf")
    if begin.lstrip().startswith(b"{"):
        return "_meta" in set(iter_top_keys(data))
    if b"\0" in begin or begin.lstrip()[:1] in (b"<", b""):
        return False
    text = begin.decode("utf-8", "replace")
    return looks_like_yaml(text) or looks_like_ini(text)


def looks_like_yaml(text: str) -> bool:
    """Return whether all keys at the top of *text* are groups: what is in them is ``hosts``, ``children`` and ``vars``."""
    inner: set[str] = set()
    depth = 0
    tops = 0
    for raw in text.splitlines()[:5000]:
        line = raw.rstrip()
        stripped = line.lstrip()
        if not stripped or stripped[0] in "#%" or stripped in ("---", "..."):
            continue
        indent = len(line) - len(stripped)
        key, sign, value = stripped.partition(":")
        value = value.partition(" #")[0].strip()
        if indent == 0:
            if not sign or value not in ("", "{}", "null", "~") or " " in key:
                return False
            tops, depth = tops + 1, 0
        elif not depth or indent <= depth:
            depth = indent
            if not sign or key.strip("\"'") not in PARTS:
                return False
            inner.add(key.strip("\"'"))
    return tops > 0 and bool(inner & {"hosts", "children"})


def looks_like_ini(text: str) -> bool:
    """Return whether *text* has headers of groups, and under them hosts, not the settings of a program.

    Where Ansible's own variables stand in it, lines of another kind may be among these.
    """
    found = others = headers = 0
    part = ""
    for raw in text.splitlines()[:2000]:
        line = raw.strip()
        if not line or line[0] in "#;":
            continue
        header = HEADER.match(line[:300])
        if header is not None:
            headers, part = headers + 1, header[2] or ""
        elif part != "vars":
            is_other = NO_HOST.match(line[:300]) or "," in line.split()[0] or line[0] in "-[\"'"
            others += bool(is_other)
            found += not is_other and (headers > 0 or _VARIABLE.search(line[:2000]) is not None)
    return others < found if headers and "ansible_" in text else found > 0 and not others
