"""Signs of YAML where text was meant: each is explained on its line, and no value is bent."""

import pytest

from labmapper.core.problems import Problem
from labmapper.core.yaml.nodes import Mapping, Scalar, UnreadableYamlError, parse_yaml


def refuse(text: str | bytes) -> Problem:
    with pytest.raises(UnreadableYamlError) as caught:
        parse_yaml(text if isinstance(text, bytes) else text.encode())
    return caught.value.problem


@pytest.mark.parametrize(
    ("value", "variant"),
    [
        ("!Winter2024", "exclamation-mark"),
        ("!vault |\n  $ANSIBLE_VAULT;1.1;AES256\n", "tag"),
        ("!ENV ${SECRET}", "tag"),
        ("!!str 01", "tag"),
        ("!!python/object:os.system []", "tag"),
        ("! x", "tag"),
        ("&Winter2024", "anchor"),
        ("*Winter2024", "alias"),
    ],
)
def test_a_sign_that_was_meant_as_text_is_refused_on_its_line(value: str, variant: str) -> None:
    problem = refuse(f"a: 1\npassword: {value}\n")

    assert (problem.code, problem.variant, problem.place.line) == ("yaml-sign", variant, 2)
    assert "single quotes" in problem.hint
    assert "Winter2024" not in problem.message


@pytest.mark.parametrize("value", ["@home", "`x`", "%x"])
def test_what_no_text_begins_with_needs_quotes(value: str) -> None:
    problem = refuse(f"a: 1\npassword: {value}\n")

    assert (problem.code, problem.variant, problem.place.line) == ("yaml-syntax", "bad-start", 2)
    assert "quotes" in problem.hint


@pytest.mark.parametrize("text", ["!a", "&a", "*a", "@a", "`a", "%a", "#a", "| a", "{a", "[a", "- a", "? a"])
def test_in_single_quotes_all_text_is_text(text: str) -> None:
    value, problems = parse_yaml(f"a: '{text}'".encode())

    assert isinstance(value, Mapping)
    assert isinstance(value.entries["a"], Scalar)
    assert (value.entries["a"].text, problems) == (text, ())


def test_anchors_and_aliases_of_sections_are_still_read() -> None:
    value, problems = parse_yaml(b"a: &x {b: 1}\nc: *x\nd: &y 5\ne: *y\n")

    assert isinstance(value, Mapping)
    assert value.entries["a"] == value.entries["c"]
    assert problems == ()


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-32-le", "utf-32-be"])
def test_wide_encodings_are_called_by_their_name(encoding: str) -> None:
    problem = refuse("users: {}\n".encode(encoding))

    assert (problem.code, problem.variant) == ("yaml-not-utf8", "wide")
    assert problem.message == f"The file is {encoding[:6].upper()}, not UTF-8."
