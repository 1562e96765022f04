"""Values as guacd reads them: booleans by ``strcmp``, integers by ``strtol``, words from a list."""

import re
from collections.abc import Iterator

from labmapper.core.guacamole.catalogue import Parameter
from labmapper.core.guacamole.private_keys import check_private_key
from labmapper.core.guacamole.versions import check_since, has_since
from labmapper.core.problems import Place, Problem
from labmapper.core.suggestions import find_nearest, shorten

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
    elif parameter.kind == "multiline" and parameter.secret:
        yield from check_private_key(parameter, value, place)


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
        meant = plain if plain in ("true", "false") else _MEANINGS.get(plain)
        facts = {"parameter": parameter.name, "value": shorten(value)}
        if meant:
            yield Problem.error("value-not-boolean", place, variant="near", meant=meant, **facts)
        else:
            yield Problem.error("value-not-boolean", place, **facts)


def _check_integer(parameter: Parameter, value: str, place: Place) -> Iterator[Problem]:
    if read_integer(value) is not None:
        return
    facts = {"parameter": parameter.name, "value": shorten(value)}
    whole = _WHOLE.match(value)
    if whole:
        yield Problem.error("value-not-integer", place, variant="near", number=int(whole[1]), **facts)
    elif parameter.default:
        yield Problem.error("value-not-integer", place, variant="with-example", example=parameter.default, **facts)
    else:
        yield Problem.error("value-not-integer", place, **facts)


def _check_port(parameter: Parameter, value: str, version: str, place: Place) -> Iterator[Problem]:
    if (read_integer(value) or 0) in _PORTS:
        return
    facts = {"parameter": parameter.name, "value": shorten(value)}
    is_service = parameter.takes_service and _SERVICE.match(value)
    if is_service and not has_since(version, _NUMBERS_ONLY_SINCE):
        yield Problem.warning("port-by-name", place, since=_NUMBERS_ONLY_SINCE, **facts)
        return
    whole = _WHOLE.match(value)
    number = int(whole[1]) if whole else 0
    if number in _PORTS:
        yield Problem.error("port-invalid", place, variant="near", number=number, **facts)
    else:
        yield Problem.error("port-invalid", place, **facts)


def _check_option(parameter: Parameter, value: str, version: str, place: Place) -> Iterator[Problem]:
    if value in parameter.options:
        since = parameter.options_since.get(value, parameter.since)
        if has_since(version, parameter.since):
            facts = {"value": value, "parameter": parameter.name}
            yield from check_since("option", since, version=version, place=place, **facts)
        return
    number = read_integer(value)
    if number is not None and str(number) in parameter.options:
        return
    near, facts = find_nearest(value, parameter.options), {"parameter": parameter.name, "value": shorten(value)}
    if near is not None:
        yield Problem.warning("value-not-offered", place, variant="near", near=near, **facts)
        return
    many = "many" if len(parameter.options) > _MOST_LISTED else "few"
    yield Problem.warning("value-not-offered", place, variant=many, options=parameter.options[:_MOST_LISTED], **facts)
