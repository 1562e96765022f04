"""netlab's YAML: keys with dots (``defaults.device: iosv``) are mappings in mappings, wherever they stand."""

from labmapper.core.yaml.nodes import Mapping, Scalar, Sequence, Value

EMPTY = Mapping({}, {}, 0, 0)


def unfold(value: Value | None) -> Mapping:
    """Return the mapping *value* with its dotted keys taken apart by one level; an empty one where it is no mapping."""
    if not isinstance(value, Mapping):
        return EMPTY
    if not any("." in key for key in value.entries):
        return value
    entries: dict[str, Value] = {}
    for key, inner in value.entries.items():
        first, dot, rest = key.partition(".")
        if not dot or not first or not rest:
            entries[key] = _join(entries.get(key), inner)
        else:
            entries[first] = _join(entries.get(first), Mapping({rest: inner}, {}, inner.line, inner.column))
    return Mapping(entries, value.keys, value.line, value.column)


def _join(one: Value | None, other: Value) -> Value:
    if isinstance(one, Mapping) and isinstance(other, Mapping):
        return Mapping({**one.entries, **other.entries}, {**one.keys, **other.keys}, one.line, one.column)
    return one if isinstance(one, Mapping) else other


def dig(value: Value | None, *path: str) -> Value | None:
    """Return what stands under *path*, one key in the other, or None."""
    for key in path:
        value = unfold(value).entries.get(key)
    return value


def dig_text(value: Value | None, *path: str) -> str:
    """Return the single value under *path*, or none."""
    found = dig(value, *path)
    return found.text if isinstance(found, Scalar) and not found.is_null else ""


def dig_number(value: Value | None, *path: str) -> int | None:
    """Return the whole number under *path*, or None."""
    text = dig_text(value, *path)
    return int(text) if text.isascii() and text.isdecimal() and len(text) < 7 else None  # noqa: PLR2004 - digits


def is_true(value: Value | None) -> bool:
    """Return whether *value* says yes, as YAML 1.1 does, or is a mapping."""
    if isinstance(value, Scalar):
        return value.text.lower() in ("true", "yes", "on")
    return isinstance(value, Mapping)


def list_values(value: Value | None) -> tuple[Value, ...]:
    """Return the items of a list; a single value is a list of one."""
    if isinstance(value, Sequence):
        return value.items
    return () if value is None or (isinstance(value, Scalar) and value.is_null) else (value,)
