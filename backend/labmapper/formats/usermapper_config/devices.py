"""One of the ``devices`` of a config.yaml: names, host and parameters, and what their copies have."""

from labmapper.core.guacamole.catalogue import PROTOCOLS
from labmapper.core.lab.copies import build_listed, carry, parse_copies
from labmapper.core.lab.listed import Copies
from labmapper.core.lab.numbering import Field, Pattern, build_literal, build_pattern, count_up
from labmapper.core.lab.structure import MAX_COUNT, DeviceType
from labmapper.core.problems import Place
from labmapper.core.yaml.nodes import Mapping, Scalar
from labmapper.core.yaml.sections import Section
from labmapper.formats.usermapper_config.copies import read_copies
from labmapper.formats.usermapper_config.names import find_lines, read_names

_DEVICE_KEYS = (
    *("quantity", "name_prefix", "name_suffix", "hostname_prefix", "hostname_suffix", "parameters"),
    *("pod_of", "patterns", "copies"),
)
_TRUE = frozenset({"true", "yes", "on"})


def read_device(section: Section, name: str) -> DeviceType:
    """Return the device type *name* that *section* describes; what is wrong is reported there."""
    section.check_keys(_DEVICE_KEYS)
    patterns = section.enter("patterns")
    names, first = read_names(section, "name", patterns.find_text("name"))
    quantity = section.get_number("quantity", MAX_COUNT)
    copies = read_copies(section, patterns, quantity)
    is_host_counting_stated = "hostname" in copies or patterns.has("hostname")
    return DeviceType(
        name,
        names,
        first,
        quantity,
        _read_parameters(section, patterns, copies, range(first, first + quantity)),
        section.find_text("pod_of"),
        Place(None, section.path, section.mapping.line, section.mapping.column),
        _list_lines(section, patterns),
        is_host_counting_stated=is_host_counting_stated,
    )


def _list_lines(section: Section, patterns: Section) -> dict[str, int]:
    """Return where the name and the parameters are written; a host that counts is its suffix."""
    parameters = section.mapping.entries.get("parameters")
    keys = (*(parameters.keys.items() if isinstance(parameters, Mapping) else ()), *patterns.mapping.keys.items())
    copies = section.mapping.entries.get("copies")
    said = copies.keys if isinstance(copies, Mapping) else {}
    written = {f"parameters.{key}": scalar.line for key, scalar in (*keys, *said.items())}
    hostname = ((section, "hostname_prefix"), (section, "hostname_suffix"), (patterns, "hostname"))
    names = ((section, "name_prefix"), (section, "name_suffix"), (patterns, "name"))
    if "hostname" not in said:
        written |= find_lines("parameters.hostname", *hostname)
    return written | find_lines("names", *names)


def _read_hostname(section: Section, patterns: Section, copies: Copies | None, numbers: range) -> Pattern:
    if isinstance(copies, list):
        return build_listed(copies, numbers)
    pattern = patterns.find_text("hostname")
    if pattern is not None:
        return parse_copies(pattern, copies or "same", numbers)
    prefix = section.get_text("hostname_prefix", "'10.0.10.'")
    suffix = section.get_digits("hostname_suffix", "1")
    if copies == "same":
        return build_literal(prefix + suffix)
    counted = build_pattern([prefix, Field("n", 1, int(suffix) - numbers.start, len(suffix))])
    return (copies == "carries" and carry(counted, numbers)) or counted


def _read_parameters(
    section: Section, patterns: Section, copies: dict[str, Copies], numbers: range
) -> tuple[tuple[str, Pattern], ...]:
    """Return the parameters in the order of the file; as in usermapper, a hostname among them is only its place."""
    if not section.has("parameters"):
        section.error("config-missing-key", variant="parameters", parent=section.path)
    hostname = _read_hostname(section, patterns, copies.pop("hostname", None), numbers)
    written = section.enter("parameters")
    protocol = written.find_text("protocol") or ""
    spelled = _read_spelled(patterns, copies, numbers)
    parameters: dict[str, Pattern] = {}
    for key in written.mapping.entries:
        if key == "hostname":
            _check_hostname(written)
            parameters[key] = hostname
        elif key in spelled:
            parameters[key] = spelled[key]
        elif written.has(key):
            parameters[key] = _count(read_value(written, key, protocol), copies.get(key, "same"), numbers)
        else:
            written.warn("config-empty-parameter", key, key=written.name(key))
    # What stands elsewhere only comes behind them.
    return tuple(
        (
            parameters | {key: each for key, each in {"hostname": hostname, **spelled}.items() if key not in parameters}
        ).items()
    )


def _read_spelled(patterns: Section, copies: dict[str, Copies], numbers: range) -> dict[str, Pattern]:
    """Return the values that do not stand under ``parameters``: patterns and lists."""
    texts = {key: patterns.find_text(key) for key in patterns.mapping.entries if key != "name"}
    counted = {
        key: parse_copies(text, copies.get(key, "same"), numbers) for key, text in texts.items() if text is not None
    }
    return counted | {key: build_listed(each, numbers) for key, each in copies.items() if isinstance(each, list)}


def _count(text: str, said: Copies, numbers: range) -> Pattern:
    """Return *text* as it stands, or counting where that is *said* of the copies."""
    value = build_literal(text)
    counted = value if said == "same" else count_up(value, numbers.start)
    return (said == "carries" and carry(counted, numbers)) or counted


def _check_hostname(written: Section) -> None:
    if written.has("hostname"):
        written.warn("config-hostname-unused", "hostname", key=written.name("hostname"))


def read_value(written: Section, key: str, protocol: str) -> str:
    """Return the text under *key*; what YAML calls a boolean becomes the word that guacd knows."""
    value = written.mapping.entries[key]
    if isinstance(value, Scalar) and value.kind == "bool" and _is_boolean(protocol, key):
        return "true" if value.text.lower() in _TRUE else "false"
    return written.find_text(key) or ""


def _is_boolean(protocol: str, key: str) -> bool:
    known = PROTOCOLS[protocol].parameters if protocol in PROTOCOLS else {}
    return key in known and known[key].kind == "boolean"
