"""Tokens that would not do what they look like. Literal text is no problem as long as it stays what it is."""

import re
from collections.abc import Iterator, Sequence

from labmapper.core.guacamole.catalogue import Parameter
from labmapper.core.guacamole.tokens import MODIFIERS, MODIFIERS_SINCE, TOKENS, Token, iter_tokens
from labmapper.core.guacamole.versions import check_since, has_since
from labmapper.core.problems import Place, Problem
from labmapper.core.suggestions import find_nearest

_MODIFIERS = {modifier.name: modifier.since for modifier in MODIFIERS}
_NAMES = tuple(token.name for token in TOKENS)
_SHORT_NAMES = {name.removeprefix("GUAC_"): name for name in _NAMES}
_LOOKS_KNOWN = re.compile(rf"\$\{{({'|'.join(_NAMES)})[:}}]")
_LOOKS_PLAIN = re.compile(rf"\$\{{({'|'.join(_NAMES)})\}}")
_MODIFIED = re.compile(rf"\$\{{({'|'.join(_NAMES)}):({'|'.join(_MODIFIERS)})\}}")
# As shells, templates and Windows write variables, or with a brace or a blank that is wrong.
_LOOKS_MEANT = re.compile(rf"(?:\$\(\s*|\$?\{{\s*|\$|%)({'|'.join(_NAMES)})(?![A-Za-z0-9_])")
# What a database knows of a connection, and no file does.
_DATABASE_TOKENS = frozenset({"HISTORY_PATH", "HISTORY_UUID"})


def check_tokens(parameter: Parameter, value: str, *, version: str, place: Place) -> Iterator[Problem]:
    """Yield what would happen to the tokens in *value* at connect time, where that is not what they look like."""
    tokens = tuple(iter_tokens(value, version))
    end = 0
    for token in tokens:
        if token.kept > end:
            yield Problem.error("token-loses-lines", place, token=_show(token), parameter=parameter.name)
        if token.is_replaced:
            yield from _check_modifier(parameter.name, token, version, place)
        elif not token.is_escaped:
            yield from _check_spelling(parameter.name, token, place)
        end = token.end
    has_modifiers = has_since(version, MODIFIERS_SINCE)
    yield from _check_unseen(parameter.name, value, tokens, place, _LOOKS_KNOWN if has_modifiers else _LOOKS_PLAIN)
    yield from _check_form(parameter.name, value, place)
    if not has_modifiers:
        yield from _check_early_modifiers(parameter.name, value, version, place)
    if parameter.secret:
        yield from _check_secret(parameter.name, value, tokens, place)


def _check_modifier(what: str, token: Token, version: str, place: Place) -> Iterator[Problem]:
    modifier = token.modifier
    if modifier is None:
        return
    if modifier in _MODIFIERS:
        facts = {"modifier": modifier, "token": _show(token), "parameter": what}
        yield from check_since("modifier", _MODIFIERS[modifier], version=version, place=place, **facts)
    elif "}" in modifier:
        yield Problem.error("token-loses-text", place, token=_show(token), parameter=what)
    else:
        known = tuple(_MODIFIERS)
        yield Problem.warning("token-modifier-unknown", place, token=_show(token), parameter=what, modifiers=known)


def _check_early_modifiers(what: str, value: str, version: str, place: Place) -> Iterator[Problem]:
    """Yield a warning for the first modifier in *value*, which an old Guacamole leaves as it stands."""
    match = _MODIFIED.search(value)
    if match:
        facts = {"modifier": match[2], "token": f"${{{match[1]}:...}}", "parameter": what}
        yield from check_since("modifier", _MODIFIERS[match[2]], version=version, place=place, **facts)


def _check_spelling(what: str, token: Token, place: Place) -> Iterator[Problem]:
    """Yield a warning for a token that none has and that is near one; extensions of Guacamole bring their own."""
    name = token.name.upper()
    if name in _DATABASE_TOKENS:
        yield Problem.warning("token-of-databases", place, token=_show(token), parameter=what)
        return
    is_ours = name.startswith("GUAC")
    near = _SHORT_NAMES.get(name) or (find_nearest(name, _NAMES) if is_ours else None)
    shown = _show(token)
    if near is not None:
        yield Problem.warning("token-misspelt", place, variant="near", token=shown, parameter=what, near=f"${{{near}}}")
    elif is_ours:
        yield Problem.warning("token-misspelt", place, token=shown, parameter=what, tokens=_NAMES)


def _check_form(what: str, value: str, place: Place) -> Iterator[Problem]:
    """Yield a warning for the first name of a token in *value* that stands in another form than ``${NAME}``."""
    for match in _LOOKS_MEANT.finditer(value):
        if not _LOOKS_KNOWN.match(value, match.start()):
            near = f"${{{match[1]}}}"
            yield Problem.warning("token-misspelt", place, variant="near", token=match[0], parameter=what, near=near)
            return


def _check_unseen(
    what: str, value: str, tokens: Sequence[Token], place: Place, looks: re.Pattern[str]
) -> Iterator[Problem]:
    """Yield a warning for each known token, by its *looks*, that Guacamole passes over."""
    starts = {token.start for token in tokens}
    ends = {token.end for token in tokens}
    inside = {at for token in tokens for at in range(token.start + 1, token.end)}
    for match in looks.finditer(value):
        if match.start() in starts or match.start() in inside:
            continue
        where = "behind-token" if match.start() in ends else "later-line"
        yield Problem.warning("token-not-replaced", place, variant=where, parameter=what, token=f"${{{match[1]}}}")


def _check_secret(what: str, value: str, tokens: Sequence[Token], place: Place) -> Iterator[Problem]:
    """Yield a warning where a password only happens to hold a token; one that is nothing else is meant."""
    replaced = [token for token in tokens if token.is_replaced]
    if replaced and (replaced[0].start, replaced[0].end) != (0, len(value)):
        yield Problem.warning("token-in-secret", place, token=_show(replaced[0]), parameter=what)


def _show(token: Token) -> str:
    """Return *token* without its modifier, which may be a part of a secret."""
    return f"${{{token.name}{'' if token.modifier is None else ':...'}}}"
