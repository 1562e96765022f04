"""Options of formats: what texts mean, and what they cannot."""

from dataclasses import replace

import pytest

from labmapper.formats.options import Option, Value, WrongOptionError, parse_values

TEXT = Option("site", "Site", "text", "Bonn")
NUMBER = Option("count", "Count", "number", 3, least=1, most=20)
FLAG = Option("loud", "Loud", "flag", default=False)
CHOICE = Option("kind", "Kind", "choice", choices=("a", "b"))
ALL = (TEXT, NUMBER, FLAG, CHOICE)


def test_what_is_not_given_is_the_default() -> None:
    assert parse_values(ALL, {"kind": "b"}) == {"site": "Bonn", "count": 3, "loud": False, "kind": "b"}


@pytest.mark.parametrize(
    ("option", "text", "value"),
    [(TEXT, "", ""), (NUMBER, "20", 20), (NUMBER, "1", 1), (FLAG, "Yes", True), (FLAG, "0", False), (CHOICE, "a", "a")],
)
def test_a_text_means_a_value(option: Option, text: str, value: Value) -> None:
    assert option.parse(text) == value


@pytest.mark.parametrize(
    ("option", "text", "allowed"),
    [
        (TEXT, "x" * 1001, "a text of up to 1000 characters"),
        (NUMBER, "21", "a whole number from 1 to 20"),
        (NUMBER, "0", "a whole number from 1 to 20"),
        (NUMBER, "1.5", "a whole number from 1 to 20"),
        (NUMBER, "9" * 5000, "a whole number from 1 to 20"),
        (FLAG, "maybe", "true or false"),
        (CHOICE, "c", "one of a, b"),
    ],
)
def test_a_text_that_means_nothing_is_refused_with_what_would(option: Option, text: str, allowed: str) -> None:
    with pytest.raises(WrongOptionError, match=f"The option '{option.name}' must be {allowed}."):
        option.parse(text)


def test_what_must_be_said_is_missed() -> None:
    with pytest.raises(WrongOptionError, match=r"The option 'kind' is missing: one of a, b."):
        parse_values(ALL, {})


def test_an_option_that_is_not_there_is_refused_with_those_that_are() -> None:
    with pytest.raises(WrongOptionError, match=r"There is no option 'size' here. There are: site, count, loud, kind."):
        parse_values(ALL, {"size": "1", "kind": "a"})
    with pytest.raises(WrongOptionError, match=r"There are none."):
        parse_values((), {"size": "1"})


def test_choices_have_labels_that_are_translated_and_values_that_are_not() -> None:
    option = Option("missing", "Without an address", "choice", "keep", choices=("keep", "leave-out", "csv"))

    told = option.as_json(str.upper)

    assert told["choices"] == ["keep", "leave-out", "csv"]
    assert told["choiceLabels"] == ["KEEP", "LEAVE OUT", "CSV"]
    assert list(option.iter_sentences()) == ["Without an address", "Keep", "Leave out", "CSV"]


def test_only_defaults_that_are_sentences_are_translated() -> None:
    told = [each.as_json(str.upper)["default"] for each in (TEXT, replace(TEXT, is_sentence=True))]

    assert told == ["Bonn", "BONN"]
