"""Whether Guacamole would do with one connection what its author means, by the catalogue.

An error is what no Guacamole could do; what only this release would leave out or do otherwise is a warning. Values
with a token in them are known only when somebody connects, so just the token is judged.
"""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache

from labmapper.core.guacamole.catalogue import PROTOCOLS, Parameter, Protocol
from labmapper.core.guacamole.limits import check_limits
from labmapper.core.guacamole.token_checks import check_tokens
from labmapper.core.guacamole.tokens import iter_tokens
from labmapper.core.guacamole.values import check_value
from labmapper.core.guacamole.versions import check_since, has_since
from labmapper.core.problems import Place, Problem
from labmapper.core.suggestions import find_nearest, shorten

Locate = Callable[[str], Place]


def check_parameters(
    protocol: str, parameters: Sequence[tuple[str, str]], *, version: str, locate: Locate
) -> Iterator[Problem]:
    """Yield what is wrong with a connection by *protocol* with *parameters*, for the release *version* of Guacamole.

    *parameters* are those that go into the file, ``hostname`` and ``port`` among them; *locate* tells where one is.
    """
    known = PROTOCOLS.get(protocol)
    if known is None:
        yield _build_protocol_problem(protocol, locate("protocol"))
        return
    if not has_since(version, known.since):
        facts = {"version": version, "protocol": known.title, "since": known.since}
        yield Problem.error("protocol-newer", locate("protocol"), **facts)
    values = dict(parameters)
    yield from _check_repeated([name for name, _ in parameters], locate)
    for name, value in values.items():
        parameter = known.parameters.get(name)
        if parameter is None:
            yield _build_unknown(known, name, locate(name))
        elif value:
            yield from _check_given(parameter, values, version, locate(name))
    yield from _check_required(known, values, locate)
    yield from check_limits(known, values, version=version, locate=locate)


def _build_protocol_problem(protocol: str, place: Place) -> Problem:
    if not protocol:
        return Problem.error("protocol-missing", place, protocols=tuple(PROTOCOLS))
    near, given = find_nearest(protocol, PROTOCOLS), shorten(protocol)
    if near:
        return Problem.error("protocol-unknown", place, variant="near", protocol=given, near=near)
    return Problem.error("protocol-unknown", place, protocol=given, protocols=tuple(PROTOCOLS))


def _check_repeated(names: Sequence[str], locate: Locate) -> Iterator[Problem]:
    for name, times in Counter(names).items():
        if times > 1:
            given, place = shorten(name), locate(name)
            yield Problem.error("parameter-repeated", place, variant="in-file", parameter=given, times=times)


def _build_unknown(protocol: Protocol, name: str, place: Place) -> Problem:
    near = find_nearest(name, protocol.parameters)
    others = [other.title for other in PROTOCOLS.values() if name in other.parameters]
    title = protocol.title
    if near is not None:
        return Problem.warning(
            "parameter-unknown", place, variant="near", protocol=title, parameter=shorten(name), near=near
        )
    if others:
        return Problem.warning("parameter-elsewhere", place, parameter=name, others=others, protocol=title)
    return Problem.warning("parameter-unknown", place, protocol=title, parameter=shorten(name))


def _check_given(parameter: Parameter, values: Mapping[str, str], version: str, place: Place) -> Iterator[Problem]:
    value = values[parameter.name]
    yield from check_since("parameter", parameter.since, version=version, place=place, parameter=parameter.name)
    if all(token.is_escaped for token in iter_tokens(value, version)):
        yield from check_value(parameter, value, version=version, place=place)
    if "${" in value or "GUAC_" in value:
        yield from check_tokens(parameter, value, version=version, place=place)
    yield from _check_needs(parameter, values, place)


def _check_needs(parameter: Parameter, values: Mapping[str, str], place: Place) -> Iterator[Problem]:
    """Yield a warning where what *parameter* needs is not there; who wrote ``false`` there has meant it."""
    needed = parameter.needs
    if needed is None or values.get(needed) or values[parameter.name] == "false":
        return
    yield Problem.warning("parameter-unused", place, parameter=parameter.name, needed=needed)


@cache
def _list_required(protocol: str) -> tuple[Parameter, ...]:
    return tuple(each for each in PROTOCOLS[protocol].parameters.values() if each.required)


def _check_required(protocol: Protocol, values: Mapping[str, str], locate: Locate) -> Iterator[Problem]:
    for parameter in _list_required(protocol.name):
        if values.get(parameter.name):
            continue
        if parameter.name == "hostname" and values.get("reverse-connect") == "true":
            continue  # guacd listens, and the VNC server calls.
        variant = f"{protocol.name}-{parameter.name}"
        yield Problem.error("parameter-missing", locate(parameter.name), variant=variant, protocol=protocol.title)
