"""Text with dollars and braces: what Guacamole would replace, lose or leave."""

import pytest

from support.labs.hostile import alice, complain, complain_about, draw, hold, router
from support.labs.token_filter import escape_literal, substitute


def connect(value: str) -> str:
    return substitute(value, {"GUAC_USERNAME": "alice", "GUAC_PASSWORD": "pw", "GUAC_DATE": "20261121"})


def test_a_token_in_a_password_is_told_with_the_way_to_write_it_literally() -> None:
    problem = complain(draw(alice(), devices=[router(parameters={"password": "pa${GUAC_USERNAME}ss"})]))[
        "token-in-secret"
    ]
    assert problem.severity == "warning"
    assert "$${GUAC_USERNAME}" in problem.hint

    written = escape_literal("pa${GUAC_USERNAME}ss")
    assert complain_about(parameters={"password": written}) == {}
    assert connect(hold(parameters={"password": written})["password"]) == "pa${GUAC_USERNAME}ss"


@pytest.mark.parametrize(
    ("literal", "written"), [("$${X}", "$$${X}"), ("${not a token}", "${not a token}"), ("a$b${c", "a$b${c")]
)
def test_literal_dollars_and_braces_arrive_as_typed(literal: str, written: str) -> None:
    assert escape_literal(literal) == written

    held = hold(parameters={"command": written})["command"]

    assert held == written
    assert connect(held) == literal


def test_a_value_whose_first_lines_would_be_lost_is_refused() -> None:
    for value in ("line 1\nx ${Y}", "line 1\nx $${GUAC_USERNAME}"):
        assert escape_literal("line 1\nx ${Y}") is None
        assert complain_about(parameters={"command": value}) == {"token-loses-lines": "error"}


def test_a_token_directly_behind_another_is_told() -> None:
    assert complain_about(parameters={"command": "${GUAC_USERNAME}${GUAC_DATE}"}) == {"token-not-replaced": "warning"}
    assert complain_about(parameters={"command": "${GUAC_USERNAME}-${GUAC_DATE}"}) == {}


def test_a_modifier_that_no_release_has_is_told() -> None:
    assert complain_about(parameters={"password": "${GUAC_PASSWORD:OPTIONAL}"}) == {"parameter-newer": "warning"}
