"""Reads the INI form: ``[group]``, ``[group:children]``, ``[group:vars]`` and a host with variables a line."""

import re

from labmapper.core.problems import Place, Problem
from labmapper.formats.ansible.inventory import UNGROUPED, Inventory, Variable, Variables
from labmapper.formats.ansible.recognition import HEADER, NO_HOST

MOST_LINES = 300_000
# What 5,000 hosts have with many variables each.
MOST_VARIABLES = 300_000
_LONGEST_LINE = 8_192
# A quotation mark without an end takes the rest of the line, so that no line is looked through for each of them.
_TOKEN = re.compile(r"""(?:[^\s"'#]|(?<=\S)\#|"(?:[^"\\]|\\.)*+"|'[^']*+'|(?P<open>["'].*))+|\#.*""")
_BEHIND_WORD = re.compile(r"[\s=:]")
_RANGES = re.compile(r"\[\w+:\w+(?::\w+)?\]")
_PORT = re.compile(r"(.+):(\d{1,5})$")
_IPV6_PORT = re.compile(r"\[([0-9A-Fa-f:.]+)\]:(\d{1,5})$")


def read_ini(text: str, inventory: Inventory) -> None:
    """Put what *text* lists into *inventory*; lines that are none of the form are told as lost."""
    if _is_too_large(text, inventory):
        return
    group, part = inventory.open_group(UNGROUPED, Place(line=1)), ""
    for number, raw in enumerate(text.splitlines(), start=1):
        line = raw.strip()
        if inventory.is_full:
            return
        if not line or line[0] in "#;":
            continue
        place = Place(line=number)
        header = HEADER.match(line) if len(line) <= _LONGEST_LINE else None
        if header is not None:
            group, part = inventory.open_group(header[1], place), header[2] or ""
        elif len(line) > _LONGEST_LINE or (part != "vars" and NO_HOST.match(line)):
            inventory.findings.lose("value", _begin(line), place)
        elif part == "children":
            inventory.add_child(group, line.split(maxsplit=1)[0], place)
        elif part == "vars":
            name, sign, value = line.partition("=")
            if sign:
                group.variables[name.strip()] = Variable(_unquote(value.strip()), place)
            else:
                inventory.findings.lose("value", _begin(line), place)
        else:
            _read_host(line, place, inventory, group.name)


def _is_too_large(text: str, inventory: Inventory) -> bool:
    """Return whether *text* has more lines or variables than are read, and tell it."""
    for sign, most in (("\n", MOST_LINES), ("=", MOST_VARIABLES)):
        if text.count(sign) > most:
            inventory.findings.add(Problem.error("import-too-large", variant="values", most=most))
            return True
    return False


def _read_host(line: str, place: Place, inventory: Inventory, group: str) -> None:
    tokens = _TOKEN.finditer(line)
    first = next(tokens, None)
    if first is None or first["open"]:
        inventory.findings.lose("value", _begin(line), place)
        return
    variables: Variables = {}
    for token in tokens:
        if token[0].startswith("#"):
            break
        key, sign, value = token[0].partition("=")
        if not sign or not key or token["open"]:
            inventory.findings.lose("value", _begin(line), place)
            return
        variables[key] = Variable(_unquote(value), place)
    name = _unquote(first[0])
    # Colons in ranges part no port.
    bare = _RANGES.sub("", name)
    port = _IPV6_PORT.match(name) or (_PORT.match(name) if bare.count(":") == 1 else None)
    if port is not None:
        name = port[1]
        variables.setdefault("ansible_port", Variable(port[2], place))
    if name:
        inventory.add_hosts(inventory.groups[group], name, variables, place)


def _begin(line: str) -> str:
    """Return the first word of *line*: behind it a password may stand, and problems are shown and kept."""
    return f"{_BEHIND_WORD.split(line[:100], maxsplit=1)[0]} …"


def _unquote(value: str) -> str:
    for quote in "\"'":
        if len(value) > 1 and value[0] == value[-1] == quote:
            return value[1:-1]
    return value
