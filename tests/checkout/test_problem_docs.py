import ast
import re
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

import labmapper

ROOT = Path(__file__).parents[2]
PACKAGE = Path(labmapper.__file__).parent
ROW = re.compile(r"^\| `([a-z0-9-]+)` \| ([a-z, ]+) \| (.+) \| (.+) \|$", re.MULTILINE)

# ``Problem(code, severity, ...)``, and the two by which ``yaml_sections.Section`` reports.
REPORTERS = {"error": "error", "warn": "warning"}


def iter_calls() -> Iterator[tuple[str, ast.Call]]:
    for path in sorted(PACKAGE.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name | ast.Attribute):
                name = node.func.id if isinstance(node.func, ast.Name) else node.func.attr
                yield name, node


def find_used() -> dict[str, set[str]]:
    used: dict[str, set[str]] = defaultdict(set)
    for name, call in iter_calls():
        texts = [argument.value for argument in call.args[:2] if isinstance(argument, ast.Constant)]
        if name == "Problem" and len(texts) == 2:
            used[str(texts[0])].add(str(texts[1]))
        elif name in REPORTERS and texts and str(texts[0]).startswith("config-"):
            used[str(texts[0])].add(REPORTERS[name])
    return used


def read_documented() -> dict[str, set[str]]:
    text = (ROOT / "docs" / "problems.md").read_text(encoding="utf-8")
    return {code: set(severities.split(", ")) for code, severities, _, _ in ROW.findall(text)}


def test_every_problem_is_documented_with_its_severity_and_no_other_is() -> None:
    assert read_documented() == find_used()


def test_no_code_is_documented_twice() -> None:
    text = (ROOT / "docs" / "problems.md").read_text(encoding="utf-8")
    codes = [code for code, *_ in ROW.findall(text)]

    assert len(codes) == len(set(codes))
    assert len(codes) == sum(line.startswith("| `") for line in text.splitlines())


def test_codes_are_written_out_where_a_problem_is_made() -> None:
    made_up = [
        call.lineno
        for name, call in iter_calls()
        if name == "Problem" and not isinstance(call.args[0], ast.Constant) and ast.unparse(call.args[0]) != "code"
    ]

    assert made_up == []
