"""netlab's YAML: keys with dots (``defaults.device: iosv``) are mappings in mappings, wherever they stand."""

from labmapper.core.yaml.nodes import Mapping, Scalar, Sequence, Value

# More keys than these no mapping of a lab has; they are not taken apart then.
_MOST_KEYS = 20_000
EMPTY = Mapping({}, {}, 0, 0)


def unfold(value: Value | None) -> Mapping:
    """Return the mapping *value* with its dotted keys taken apart by one level; an empty one where it is no mapping."""
    if not isinstance(value, Mapping):
        return EMPTY
    if len(value.entries) > _MOST_KEYS or not any("." in key for key in value.entries):
        return value
    parts: dict[str, list[Value]] = {}
    for key, inner in value.entries.items():
        first, _, rest = key.partition(".")
        if first and rest:
            parts.setdefault(first, []).append(Mapping({rest: inner}, {}, inner.line, inner.column))
        else:
            parts.setdefault(key, []).append(inner)
    return Mapping({key: _join(values) for key, values in parts.items()}, value.keys, value.line, value.column)


def _join(values: list[Value]) -> Value:
    """Return the one value that is written as *values*: of mappings that with the keys of all, else the last."""
    mappings = [value for value in values if isinstance(value, Mapping)]
    if len(values) == 1 or not mappings:
        return values[-1]
    entries: dict[str, Value] = {}
    keys: dict[str, Scalar] = {}
    for mapping in mappings:
        entries.update(mapping.entries)
        keys.update(mapping.keys)
    return Mapping(entries, keys, mappings[0].line, mappings[0].column)


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
