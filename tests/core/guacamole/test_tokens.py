import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from labmapper.core.guacamole.tokens import MODIFIERS, TOKENS, find_tokens, iter_tokens
from support.labs.token_filter import escape_literal, substitute

VALUES = {"GUAC_USERNAME": "Alice", "GUAC_PASSWORD": "pw", "GUAC_DATE": "20261121"}

# Made of what the pattern looks at, so that nearly every text has something in it.
TOKEN_TEXT = st.lists(
    st.sampled_from(
        ["$", "{", "}", ":", "${", "${A}", "${GUAC_USERNAME}", "${GUAC_PASSWORD:", "x", " ", "\n", "\r", "\u2028", "😀"]
    )
).map("".join)

# TokenFilter's pattern as Java means it, to judge the quick scanner by.
DOT = "[^\n\r\x85\u2028\u2029]"
JAVA_PATTERN = re.compile(rf"({DOT}*?)(^|{DOT})(\$\{{([A-Za-z0-9_]*)(:({DOT}*))?\}})")


def filter_as_java_does(text: str) -> str:
    output = ""
    end = 0
    for match in JAVA_PATTERN.finditer(text):
        output += match[1]
        value = VALUES.get(match[4])
        if match[2] == "$":
            output += match[3]
        elif value is None:
            output += match[2] + match[3]
        else:
            output += match[2] + {"UPPER": value.upper(), "LOWER": value.lower()}.get(match[6] or "", value)
        end = match.end()
    return output + text[end:]


@pytest.mark.parametrize(
    ("text", "sent"),
    [
        ("${GUAC_USERNAME}@${GUAC_PASSWORD}", "Alice@pw"),
        ("${GUAC_USERNAME}${GUAC_PASSWORD}", "Alice${GUAC_PASSWORD}"),
        ("$${GUAC_USERNAME}", "${GUAC_USERNAME}"),
        ("$$${GUAC_USERNAME}", "$${GUAC_USERNAME}"),
        ("$${UNKNOWN}", "${UNKNOWN}"),
        ("${UNKNOWN}", "${UNKNOWN}"),
        ("$${}", "${}"),
        ("${}", "${}"),
        ("$${not a token}", "$${not a token}"),
        ("$${some.value}", "$${some.value}"),
        ("${GUAC_USERNAME:x} mid } end ${GUAC_PASSWORD}", "Alice"),
        ("line1\n${GUAC_USERNAME}", "line1\n${GUAC_USERNAME}"),
        ("line1\n ${GUAC_USERNAME}", " Alice"),
        ("line1\n$${GUAC_USERNAME}", "${GUAC_USERNAME}"),
        ("${GUAC_USERNAME:UPPER}", "ALICE"),
        ("${GUAC_USERNAME:LOWER}", "alice"),
        ("${GUAC_USERNAME:upper}", "Alice"),
        ("${GUAC_CLIENT_ADDRESS:OPTIONAL}", "${GUAC_CLIENT_ADDRESS:OPTIONAL}"),
        ("${guac_username}", "${guac_username}"),
        ("plain $ { } text", "plain $ { } text"),
    ],
)
def test_substitution_does_what_guacamole_does(text: str, sent: str) -> None:
    assert substitute(text, VALUES) == sent


@given(TOKEN_TEXT)
@example("${GUAC_PASSWORD:}\n")
@example("\n${A}${A}")
def test_the_scanner_agrees_with_the_pattern_of_guacamole(text: str) -> None:
    assert substitute(text, VALUES) == filter_as_java_does(text)


@pytest.mark.parametrize(
    ("literal", "written"),
    [
        ("pa${GUAC_USERNAME}ss", "pa$${GUAC_USERNAME}ss"),
        ("$${X}", "$$${X}"),
        ("${not a token}", "${not a token}"),
        ("a$b${c", "a$b${c"),
        ("${A}${B}", "$${A}$${B}"),
        ("${A:x} y ${B}", "$${A:x} y ${B}"),
        ("line1\n${A}", "line1\n${A}"),
        ("${A}\nline2", "$${A}\nline2"),
        ("x\n ${A}", None),
        ("x\n$${A}", None),
        ("x\n${A}${B}", None),
        ("\n ${A}", None),
    ],
)
def test_literal_text_is_escaped_or_refused(literal: str, written: str | None) -> None:
    assert escape_literal(literal) == written


@given(st.text() | TOKEN_TEXT)
def test_escaped_text_arrives_as_it_was(text: str) -> None:
    written = escape_literal(text)

    assert written is None or substitute(written, VALUES) == text


@given(TOKEN_TEXT)
def test_only_text_that_guacamole_would_spoil_is_refused(text: str) -> None:
    if escape_literal(text) is None:
        assert substitute(text, {}) != text


@given(TOKEN_TEXT.filter(lambda text: "$" not in text))
def test_text_without_a_dollar_is_left_alone(text: str) -> None:
    assert escape_literal(text) == text


def test_only_tokens_that_guacamole_replaces_are_found() -> None:
    names = [token.name for token in find_tokens("$${GUAC_DATE} ${GUAC_USERNAME:UPPER} ${OTHER} ${GUAC_TIME}x")]

    # The modifier reaches to the last brace, so what follows is part of the first token.
    assert names == ["GUAC_USERNAME"]
    assert [token.name for token in find_tokens("$${GUAC_DATE} ${OTHER} ${GUAC_TIME}x")] == ["GUAC_TIME"]


def test_a_token_tells_where_it_is() -> None:
    (token,) = iter_tokens("a\nbc$${X:y}z")

    assert (token.name, token.modifier, token.start, token.end, token.kept, token.is_escaped) == (
        "X",
        "y",
        5,
        11,
        2,
        True,
    )


def test_a_long_value_takes_no_longer_than_its_length() -> None:
    for text in ("${" * 30_000, "${A:" * 15_000, "${A:" * 15_000 + "}", "$" * 60_000, "x" * 60_000 + "${"):
        assert len(substitute(text, {})) == len(text)
        escape_literal(text)


def test_the_offered_tokens_are_those_of_the_standard_map() -> None:
    assert {token.name for token in TOKENS} == {
        "GUAC_USERNAME",
        "GUAC_PASSWORD",
        "GUAC_CLIENT_ADDRESS",
        "GUAC_CLIENT_HOSTNAME",
        "GUAC_DATE",
        "GUAC_TIME",
    }
    assert {modifier.name: modifier.since for modifier in MODIFIERS} == {
        "UPPER": "1.3.0",
        "LOWER": "1.3.0",
        "OPTIONAL": "main",
    }


# TokenFilter's pattern up to 1.2.0.
EARLY_PATTERN = re.compile(rf"({DOT}*?)(^|{DOT})(\$\{{([A-Za-z0-9_]*)\}})")


@given(TOKEN_TEXT)
@example("a ${GUAC_USERNAME:UPPER} } ${GUAC_DATE}")
def test_an_old_guacamole_finds_the_tokens_of_its_own_pattern(text: str) -> None:
    expected = [(match.start(3), match.end(3), match[2] == "$") for match in EARLY_PATTERN.finditer(text)]

    assert [(token.start, token.end, token.is_escaped) for token in iter_tokens(text, "1.2.0")] == expected
