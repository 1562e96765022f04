"""How records are written as JSON, YAML and CSV, with every text as it is for a reader that guesses types."""

import json
import re
from collections.abc import Callable
from dataclasses import dataclass

from labmapper.formats.csv_rows import render_row
from labmapper.formats.guacamole_import.records import Record, Records

# YAML counts some of these as ends of lines, and refuses others.
_ESCAPED_IN_YAML = re.compile("[\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]")


@dataclass(frozen=True, slots=True)
class Syntax:
    """How a file begins and ends, what stands between records or in their place, and how one is written."""

    begin: Callable[[Records], str]
    render: Callable[[Record, Records], str]
    between: str = ""
    end: str = ""
    empty: str = ""


def _render_json(record: Record, _records: Records) -> str:
    text = json.dumps(_as_json(record), ensure_ascii=False, indent=2)
    return "\n".join(f"  {line}" for line in text.split("\n"))


def _as_json(record: Record) -> dict[str, object]:
    known = {
        "name": record.name,
        "protocol": record.protocol,
        "group": record.group,
        "parameters": record.parameters,
        "attributes": record.attributes,
        "users": list(record.users),
        "groups": list(record.groups),
    }
    return {key: value for key, value in known.items() if value}


def _render_yaml(record: Record, _records: Records) -> str:
    """Return the record with every text in quotes: YAML takes ``022`` for 22 and ``no`` for false."""
    lines = []
    for key, value in _as_json(record).items():
        if isinstance(value, dict):
            lines += [f"{key}:", *(f"  {_quote(name)}: {_quote(text)}" for name, text in value.items())]
        elif isinstance(value, list):
            lines += [f"{key}:", *(f"  - {_quote(text)}" for text in value)]
        else:
            lines.append(f"{key}: {_quote(str(value))}")
    return "".join(f"{'- ' if k == 0 else '  '}{line}\n" for k, line in enumerate(lines))


def _quote(text: str) -> str:
    quoted = json.dumps(text, ensure_ascii=False)
    return _ESCAPED_IN_YAML.sub(lambda match: f"\\u{ord(match.group()):04x}", quoted)


def _begin_csv(records: Records) -> str:
    parameters, attributes = records.list_columns()
    marked = [*(f"{name} (parameter)" for name in parameters), *(f"{name} (attribute)" for name in attributes)]
    return render_row(["name", "protocol", "group", "users", "groups", *marked]).decode()


def _render_csv(record: Record, records: Records) -> str:
    parameters, attributes = records.list_columns()
    cells = [record.name, record.protocol, record.group, _join(record.users), _join(record.groups)]
    cells += [record.parameters.get(name, "") for name in parameters]
    return render_row([*cells, *(record.attributes.get(name, "") for name in attributes)]).decode()


def _join(names: tuple[str, ...]) -> str:
    return ";".join(name.replace("\\", "\\\\").replace(";", "\\;") for name in names)


SYNTAXES = {
    "json": Syntax(lambda _: "[\n", _render_json, ",\n", "\n]\n"),
    "yaml": Syntax(lambda _: "", _render_yaml, empty="[]\n"),
    "csv": Syntax(_begin_csv, _render_csv),
}
