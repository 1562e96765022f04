"""What Guacamole can be told about a connection: protocols and their parameters, read from ``catalogue.json``.

In the file a parameter is described once; what a protocol has otherwise stands under its ``own``. Nothing here
depends on the rest of Labmapper, and importing it costs a few milliseconds.
"""

import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal

from labmapper.core.guacamole.versions import ALWAYS, RELEASES, find_later, has_since

Kind = Literal["string", "multiline", "boolean", "integer", "port", "enum", "timezone"]


@dataclass(frozen=True, slots=True)
class Parameter:
    """One parameter of one protocol.

    The *options* of an ``enum`` are all there is, those of another kind are proposals; *options_since* names those
    that came later than the parameter. Without the parameter *needs* (set, or true) this one has no effect.
    *offers* are texts with tokens that make sense there.
    *default* is None where Guacamole leaves the choice to the browser or the server. A port that *takes_service* can
    be the name of a service up to Guacamole 1.6.0.
    """

    name: str
    kind: Kind
    section: str
    help: str
    since: str = ALWAYS
    default: str | None = None
    options: tuple[str, ...] = ()
    options_since: Mapping[str, str] = field(default_factory=dict)
    offers: tuple[str, ...] = ()
    required: bool = False
    essential: bool = False
    secret: bool = False
    needs: str | None = None
    takes_service: bool = False


@dataclass(frozen=True, slots=True)
class Protocol:
    """A way into a device. *port* is the port that guacd takes without being told, empty where there is none."""

    name: str
    title: str
    port: str
    since: str
    parameters: Mapping[str, Parameter]


def as_json(translate: Callable[[str], str] = str) -> dict[str, Any]:
    """Return the protocols as the editor gets them at its start: which parameters each has, and which of them are secret.

    *translate* gives each title in a language.
    """
    return {
        "protocols": {
            name: {
                "title": translate(entry["title"]),
                "port": entry["port"],
                **_shorten({"since": entry.get("since", ALWAYS)}),
                "parameters": entry["parameters"],
            }
            for name, entry in _DATA["protocols"].items()
        },
        "secrets": [name for name, entry in _DATA["parameters"].items() if entry.get("secret")],
        "releases": RELEASES,
    }


def help_as_json(translate: Callable[[str], str] = str) -> dict[str, Any]:
    """Return what parameters are and mean, as the editor gets it: once, with what a protocol has otherwise as ``own``.

    *translate* gives each sentence in a language.
    None of it is needed before there is a connection. Versions are left out where every release that a lab can be for has the parameter.
    """

    def describe(entries: Mapping[str, dict[str, Any]]) -> dict[str, Any]:
        told = {name: {"help": translate(entry["help"])} if "help" in entry else {} for name, entry in entries.items()}
        return {name: _shorten(entry) | told[name] for name, entry in entries.items()}

    return {
        "sections": {name: translate(title) for name, title in _DATA["sections"].items()},
        "parameters": describe(_DATA["parameters"]),
        "own": {name: describe(entry.get("own", {})) for name, entry in _DATA["protocols"].items()},
    }


def iter_sentences() -> Iterator[str]:
    """Yield every title and every sentence of the catalogue that people read."""
    yield from _DATA["sections"].values()
    yield from (entry["help"] for entry in _DATA["parameters"].values())
    for entry in _DATA["protocols"].values():
        yield entry["title"]
        yield from (own["help"] for own in entry.get("own", {}).values() if "help" in own)


def _shorten(entry: dict[str, Any]) -> dict[str, Any]:
    """Return *entry* without what the editor does not show."""
    hidden = {"needs", "options_since", "required", "takes_service"} | (
        {"since"} if has_since(RELEASES[0], entry.get("since", ALWAYS)) else set()
    )
    return {key: value for key, value in entry.items() if key not in hidden}


def _build_protocol(name: str, entry: dict[str, Any]) -> Protocol:
    since = entry.get("since", ALWAYS)
    own = entry.get("own", {})
    parameters = {each: _build_parameter(each, own.get(each, {}), since) for each in entry["parameters"]}
    return Protocol(name, entry["title"], entry["port"], since, parameters)


def _build_parameter(name: str, own: dict[str, Any], protocol_since: str) -> Parameter:
    entry = _DATA["parameters"][name] | own
    for several in ("options", "offers"):
        entry[several] = tuple(entry.get(several, ()))
    entry["since"] = find_later(entry.get("since", ALWAYS), protocol_since)
    return Parameter(name, **entry)


_DATA: dict[str, Any] = json.loads(Path(__file__).with_name("catalogue.json").read_bytes())

SECTIONS: Mapping[str, str] = _DATA["sections"]
PROTOCOLS: Mapping[str, Protocol] = {name: _build_protocol(name, entry) for name, entry in _DATA["protocols"].items()}
