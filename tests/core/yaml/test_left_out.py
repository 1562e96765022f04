"""What YAML leaves out of a value is told where it was hardly meant, and never repeated: it may be half of a password."""

import pytest

from labmapper.core.yaml.nodes import parse_yaml


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("password: Tr0ub #4dor\n", [(1, "comment")]),
        ("a:\n  username: x\t#1\n", [(2, "comment")]),
        ("a: 1\npassword: &Secret-1 x\n", [(2, "anchor")]),
        ("password: abc # of the class\n", []),
        ("password: abc#def\n", []),
        ("password: 'abc' #def\n", []),
        ("quantity: 2 #people\n", []),
        ("a: &x welcome\npassword: *x\n", []),
        ("defaults: &all {a: 1}\nb: 2\n", []),
    ],
)
def test_what_yaml_leaves_out_is_told_on_its_line(text: str, told: list[tuple[int, str]]) -> None:
    _, problems = parse_yaml(text.encode())

    assert [(each.place.line, each.variant) for each in problems] == told
    assert {each.severity for each in problems} <= {"warning"}
    assert not any(part in each.message for each in problems for part in ("4dor", "Secret"))


def test_of_many_only_some_are_told() -> None:
    text = "".join(f"a{k}_password: &x{k} y #z\n" for k in range(1_000))

    _, problems = parse_yaml(text.encode())

    assert len(problems) == 40
