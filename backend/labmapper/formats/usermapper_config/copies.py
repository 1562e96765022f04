"""The key ``copies`` of a device type: what counts up, what is the same for all, and lists with a value for each copy."""

from labmapper.core.lab.listed import MODES, Copies
from labmapper.core.lab.structure import MAX_COUNT
from labmapper.core.yaml.nodes import Mapping, Scalar, Sequence
from labmapper.core.yaml.sections import Section


def read_copies(section: Section, patterns: Section, quantity: int) -> dict[str, Copies]:
    """Return what the device type *section* says of its copies, by the names of parameters.

    A list for what also has one of the *patterns* would say it twice, and a mode of what is not there says nothing: both
    are reported. So is a name that is not to count where there is a *quantity* of devices.
    """
    copies = section.enter("copies")
    _check_name(copies, quantity)
    said = {key: _read(copies, key) for key in copies.mapping.entries if key != "name"}
    lists = [key for key, each in said.items() if isinstance(each, list)]
    for key in lists:
        if patterns.has(key):
            copies.error("config-copies-twice", key, key=copies.name(key), other=patterns.name(key))
    parameters = section.mapping.entries.get("parameters")
    written = parameters.entries if isinstance(parameters, Mapping) else ()
    copies.check_keys(dict.fromkeys(("name", "hostname", *written, *patterns.mapping.entries, *lists)))
    return said


def _check_name(copies: Section, quantity: int) -> None:
    """Names count up, as may be said; Guacamole keeps one connection of each name, so more than one cannot share it."""
    written = copies.mapping.entries.get("name")
    if isinstance(written, Sequence):
        copies.error("config-name-counts", "name", variant="list", key=copies.name("name"))
    elif copies.find_choice("name", ("counts", "same"), "counts") == "same" and quantity > 1:
        copies.error("config-name-counts", "name", key=copies.name("name"), quantity=quantity)


def _read(copies: Section, key: str) -> Copies:
    written = copies.mapping.entries[key]
    if isinstance(written, Sequence):
        return _read_list(copies, key, written)
    chosen = copies.find_choice(key, MODES, "same")
    return next(mode for mode in MODES if mode == chosen)


def _read_list(copies: Section, key: str, written: Sequence) -> list[str]:
    if len(written.items) > MAX_COUNT:
        copies.error("config-too-many", key, key=copies.name(key), number=len(written.items), most=MAX_COUNT)
        return []
    if not all(isinstance(item, Scalar) for item in written.items):
        copies.error("config-shape", key, variant="single-values", key=copies.name(key))
    scalars = [item for item in written.items if isinstance(item, Scalar)]
    unquoted = next((item for item in scalars if item.kind not in ("str", "int", "null")), None)
    if unquoted:
        copies.warn("config-unquoted", key, key=copies.name(key), value=unquoted.text)
    return ["" if item.is_null else item.text for item in scalars]
