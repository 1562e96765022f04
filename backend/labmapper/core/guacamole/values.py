"""Values as guacd reads them: booleans by ``strcmp``, integers by ``strtol``, words from a list."""

import re
from collections.abc import Iterator

from labmapper.core.guacamole.catalogue import Parameter
from labmapper.core.guacamole.suggestions import find_nearest, quote
from labmapper.core.guacamole.versions import check_since, has_since
from labmapper.core.problems import Place, Problem

_INTEGER = re.compile(r"[ \t\n\v\f\r]*[+-]?[0-9]{1,19}\Z")
_WHOLE = re.compile(r"\s*([+-]?[0-9]{1,9})(?:\.0*)?\s*\Z")
_SERVICE = re.compile(r"[A-Za-z][A-Za-z0-9-]*\Z")
_INTEGERS = range(-(2**31), 2**31)
_PORTS = range(1, 2**16)
_MEANINGS = dict.fromkeys(("yes", "on", "y", "1"), "true") | dict.fromkeys(("no", "off", "n", "0"), "false")

# From here on guacd reads ports as numbers; before, getaddrinfo also knew the names of services.
_NUMBERS_ONLY_SINCE = "1.6.1"
_MOST_LISTED = 10


def check_value(parameter: Parameter, value: str, *, version: str, place: Place) -> Iterator[Problem]:
    """Yield what is wrong with *value*, which is not empty, for *parameter* in the release *version* of Guacamole."""
    if parameter.kind == "boolean":
        yield from _check_boolean(parameter, value, place)
    elif parameter.kind == "integer":
        yield from _check_integer(parameter, value, place)
    elif parameter.kind == "port":
        yield from _check_port(parameter, value, version, place)
    elif parameter.kind == "enum":
        yield from _check_option(parameter, value, version, place)


def read_integer(text: str) -> int | None:
    """Return the number that guacd reads in *text*, None where it would take the standard instead.

    As ``strtol`` does: blanks and a sign before the digits, and nothing behind them.
    """
    if not _INTEGER.match(text):
        return None
    number = int(text)
    return number if number in _INTEGERS else None


def _check_boolean(parameter: Parameter, value: str, place: Place) -> Iterator[Problem]:
    if value not in ("true", "false"):
        plain = value.strip().lower()
        meant = plain if plain in ("true", "false") else _MEANINGS.get(plain, "true or false")
        message = f"{parameter.name} is {quote(value)}; Guacamole knows only true and false, in small letters."
        yield Problem("value-not-boolean", "error", message, f"Write {meant}.", place)


def _check_integer(parameter: Parameter, value: str, place: Place) -> Iterator[Problem]:
    if read_integer(value) is None:
        message = f"{parameter.name} is {quote(value)}, not a whole number."
        yield Problem("value-not-integer", "error", message, _suggest_integer(parameter, value), place)


def _suggest_integer(parameter: Parameter, value: str) -> str:
    whole = _WHOLE.match(value)
    if whole:
        return f"Write {int(whole[1])}."
    return f"Write digits only, for example {parameter.default}." if parameter.default else "Write digits only."


def _check_port(parameter: Parameter, value: str, version: str, place: Place) -> Iterator[Problem]:
    if (read_integer(value) or 0) in _PORTS:
        return
    is_service = parameter.takes_service and _SERVICE.match(value)
    if is_service and not has_since(version, _NUMBERS_ONLY_SINCE):
        message = f"{parameter.name} is {quote(value)}; from Guacamole {_NUMBERS_ONLY_SINCE} on it must be a number."
        yield Problem("port-by-name", "warning", message, "Write the number of the port.", place)
        return
    message = f"{parameter.name} is {quote(value)}, which is no port: ports are numbers from 1 to 65535."
    whole = _WHOLE.match(value)
    number = int(whole[1]) if whole else 0
    hint = f"Write {number}." if number in _PORTS else "Write the number of the port."
    yield Problem("port-invalid", "error", message, hint, place)


def _check_option(parameter: Parameter, value: str, version: str, place: Place) -> Iterator[Problem]:
    if value in parameter.options:
        since = parameter.options_since.get(value, parameter.since)
        if has_since(version, parameter.since):
            yield from check_since(f"{value} for {parameter.name}", since, version=version, place=place)
        return
    number = read_integer(value)
    if number is not None and str(number) in parameter.options:
        return
    message = f"{parameter.name} is {quote(value)}, which Guacamole does not offer; it would take its standard."
    yield Problem("value-not-offered", "warning", message, _suggest_option(parameter, value), place)


def _suggest_option(parameter: Parameter, value: str) -> str:
    near = find_nearest(value, parameter.options)
    if near is not None:
        return f"Did you mean {near}?"
    shown = ", ".join(parameter.options[:_MOST_LISTED])
    return f"Choose one of {shown}{' ...' if len(parameter.options) > _MOST_LISTED else ''}."
