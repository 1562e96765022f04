"""Tokens that would not do what they look like. Literal text is no problem as long as it stays what it is."""

import re
from collections.abc import Iterator, Sequence

from labmapper.core.guacamole.catalogue import Parameter
from labmapper.core.guacamole.suggestions import find_nearest
from labmapper.core.guacamole.tokens import MODIFIERS, TOKENS, Token, iter_tokens
from labmapper.core.guacamole.versions import check_since
from labmapper.core.problems import Place, Problem

_MODIFIERS = {modifier.name: modifier.since for modifier in MODIFIERS}
_NAMES = tuple(token.name for token in TOKENS)
_SHORT_NAMES = {name.removeprefix("GUAC_"): name for name in _NAMES}
_LOOKS_KNOWN = re.compile(rf"\$\{{({'|'.join(_NAMES)})[:}}]")


def check_tokens(parameter: Parameter, value: str, *, version: str, place: Place) -> Iterator[Problem]:
    """Yield what would happen to the tokens in *value* at connect time, where that is not what they look like."""
    tokens = tuple(iter_tokens(value))
    end = 0
    for token in tokens:
        if token.kept > end:
            yield _build_lost_lines(parameter.name, token, place)
        if token.is_replaced:
            yield from _check_modifier(parameter.name, token, version, place)
        elif not token.is_escaped:
            yield from _check_spelling(parameter.name, token, place)
        end = token.end
    yield from _check_unseen(parameter.name, value, tokens, place)
    if parameter.secret:
        yield from _check_secret(parameter.name, value, tokens, place)


def _build_lost_lines(what: str, token: Token, place: Place) -> Problem:
    return Problem(
        "token-loses-lines",
        "error",
        f"{_show(token)} stands inside a later line of {what}: Guacamole would leave out the lines above it.",
        "Put it into the first line, or take it out. $ before it does not help here.",
        place,
    )


def _check_modifier(what: str, token: Token, version: str, place: Place) -> Iterator[Problem]:
    modifier = token.modifier
    if modifier is None:
        return
    if modifier in _MODIFIERS:
        since = _MODIFIERS[modifier]
        yield from check_since(f"{modifier} of {_show(token)} in {what}", since, version=version, place=place)
    elif "}" in modifier:
        yield Problem(
            "token-loses-text",
            "error",
            f"{_show(token)} in {what} reaches to the last brace of its line: Guacamole would leave out the text between.",
            "Leave the modifier out, or put this token behind all other braces.",
            place,
        )
    else:
        message = f"{_show(token)} in {what} has a modifier that Guacamole does not know: it would have no effect."
        hint = f"Write one of {', '.join(_MODIFIERS)} behind the colon, or nothing."
        yield Problem("token-modifier-unknown", "warning", message, hint, place)


def _check_spelling(what: str, token: Token, place: Place) -> Iterator[Problem]:
    """Yield a warning for a token that none has and that is near one; extensions of Guacamole bring their own."""
    name = token.name.upper()
    is_ours = name.startswith("GUAC")
    near = _SHORT_NAMES.get(name) or (find_nearest(name, _NAMES) if is_ours else None)
    if near is not None or is_ours:
        hint = f"Did you mean ${{{near}}}?" if near else f"Tokens are {', '.join(_NAMES)}."
        message = f"Guacamole has no token {_show(token)}; in {what} it would stay as it stands."
        yield Problem("token-misspelt", "warning", message, hint, place)


def _check_unseen(what: str, value: str, tokens: Sequence[Token], place: Place) -> Iterator[Problem]:
    """Yield a warning for each known token that Guacamole passes over."""
    starts = {token.start for token in tokens}
    ends = {token.end for token in tokens}
    inside = {at for token in tokens for at in range(token.start + 1, token.end)}
    for match in _LOOKS_KNOWN.finditer(value):
        if match.start() in starts or match.start() in inside:
            continue
        is_adjacent = match.start() in ends
        where = "directly behind another token" if is_adjacent else "at the start of a later line"
        yield Problem(
            "token-not-replaced",
            "warning",
            f"In {what}, ${{{match[1]}}} stands {where}, where Guacamole does not see it: it would stay as it stands.",
            "Put a character between them, for example a dash." if is_adjacent else "Put it into the first line.",
            place,
        )


def _check_secret(what: str, value: str, tokens: Sequence[Token], place: Place) -> Iterator[Problem]:
    """Yield a warning where a password only happens to hold a token; one that is nothing else is meant."""
    replaced = [token for token in tokens if token.is_replaced]
    if replaced and (replaced[0].start, replaced[0].end) != (0, len(value)):
        shown = _show(replaced[0])
        message = f"{shown} in the {what} would be replaced when somebody connects."
        yield Problem("token-in-secret", "warning", message, f"Write ${shown} if it is part of the secret.", place)


def _show(token: Token) -> str:
    """Return *token* without its modifier, which may be a part of a secret."""
    return f"${{{token.name}{'' if token.modifier is None else ':...'}}}"
