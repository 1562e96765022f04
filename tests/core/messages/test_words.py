"""The tables of messages against the sources: every problem has words, and gives them the facts that they name."""

import ast
import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

import labmapper
from labmapper.core.guacamole.catalogue import PROTOCOLS
from labmapper.core.messages.catalogue import ENGLISH, ENTRIES, iter_templates
from labmapper.core.messages.entries import DEFAULT, Words
from labmapper.core.messages.problems import SECTIONS
from labmapper.core.messages.templates import Plural
from support.message_places import iter_places

PACKAGE = Path(labmapper.__file__).parent

# ``Problem.error(code, place, variant=..., **facts)``, and the two by which ``yaml.sections.Section`` reports.
REPORTERS = {"error": "error", "warning": "warning", "warn": "warning"}
# Parsing every source takes seconds.
MAY_REPORT = re.compile(rf"Problem\s*\(|\.\s*({'|'.join(REPORTERS)})\s*\(")
# How a fact that a wrapper adds by itself comes into its problems: those of ``versions.check_since``, and those that
# ``class_safety`` sums up over many devices.
DYNAMIC = {"parameter-newer", "text-not-xml", "diagram-shape"}
DYNAMIC |= {"device-password-known", "desktop-without-password", "address-public", "recording-shared"}


@dataclass(frozen=True)
class Report:
    """A place in the sources where a problem is made; *facts* or *variants* are None where only running tells."""

    at: str
    code: str
    severity: str
    variants: frozenset[str] | None
    facts: frozenset[str] | None


def iter_reports() -> Iterator[Report]:
    for path in sorted(PACKAGE.rglob("*.py")):
        source = path.read_text(encoding="utf-8")
        if not MAY_REPORT.search(source):
            continue
        for function in ast.walk(ast.parse(source)):
            if isinstance(function, ast.FunctionDef):
                named = find_assigned(function)
                calls = [node for node in ast.walk(function) if isinstance(node, ast.Call)]
                yield from (report for call in calls if (report := read_report(path.name, call, named)))


def find_assigned(function: ast.FunctionDef) -> dict[str, ast.expr]:
    """Return what is assigned to each name in *function*, also several at once."""
    named: dict[str, ast.expr] = {}
    for node in ast.walk(function):
        if isinstance(node, ast.Assign):
            target, value = node.targets[0], node.value
            if isinstance(target, ast.Name):
                named[target.id] = value
            elif isinstance(target, ast.Tuple) and isinstance(value, ast.Tuple):
                pairs = zip(target.elts, value.elts, strict=True)
                named |= {name.id: each for name, each in pairs if isinstance(name, ast.Name)}
    return named


def read_report(file: str, call: ast.Call, named: dict[str, ast.expr]) -> Report | None:
    function, first = call.func, call.args[0] if call.args else None
    if isinstance(function, ast.Name) and function.id == "Problem" and isinstance(first, ast.Constant):
        return Report(f"{file}:{call.lineno}", str(first.value), ast.literal_eval(call.args[1]), None, None)
    if not isinstance(function, ast.Attribute) or function.attr not in REPORTERS or not isinstance(first, ast.Constant):
        return None
    if not isinstance(first.value, str) or not (ast.unparse(function.value) == "Problem" or "config-" in first.value):
        return None
    given = {word.arg: word.value for word in call.keywords if word.arg}
    variants = read_variants(given.pop("variant", ast.Constant(DEFAULT)), named)
    facts: frozenset[str] | None = frozenset(given)
    for spread in (word.value for word in call.keywords if word.arg is None):
        value = named.get(spread.id) if isinstance(spread, ast.Name) else None
        keys = [ast.literal_eval(key) for key in value.keys if key] if isinstance(value, ast.Dict) else None
        facts = facts | frozenset(keys) if keys is not None and facts is not None else None
    return Report(f"{file}:{call.lineno}", first.value, REPORTERS[function.attr], variants, facts)


def read_variants(value: ast.expr, named: dict[str, ast.expr]) -> frozenset[str] | None:
    if isinstance(value, ast.Name):
        value = named.get(value.id, value)
    branches = [value.body, value.orelse] if isinstance(value, ast.IfExp) else [value]
    if all(isinstance(branch, ast.Constant) for branch in branches):
        return frozenset(ast.literal_eval(branch) for branch in branches)
    return None


def list_places(words: Words) -> frozenset[str]:
    return frozenset((*iter_places(words.message), *iter_places(words.hint)))


@pytest.fixture(scope="module")
def reports() -> tuple[Report, ...]:
    return tuple(iter_reports())


def test_every_problem_has_words_with_its_severity_and_no_words_are_left_over(reports: tuple[Report, ...]) -> None:
    used: dict[str, set[str]] = defaultdict(set)
    for report in reports:
        used[report.code].add(report.severity)

    assert {code: set(entry.severities.split(", ")) for code, entry in ENTRIES.items()} == used


def gives_its_facts(report: Report) -> bool:
    known = ENTRIES[report.code].variants
    if report.facts is None:
        return report.code in DYNAMIC
    if report.variants is None:
        return any(list_places(words) == report.facts for words in known.values())
    return frozenset().union(*(list_places(known[variant]) for variant in report.variants)) == report.facts


def test_every_problem_gives_its_words_just_the_facts_that_they_name(reports: tuple[Report, ...]) -> None:
    assert [f"{report.code} at {report.at}" for report in reports if not gives_its_facts(report)] == []


def test_every_variant_is_reported_somewhere(reports: tuple[Report, ...]) -> None:
    written = {(report.code, variant) for report in reports for variant in report.variants or ()}
    computed = {report.code for report in reports if report.variants is None}

    unused = [
        (code, variant)
        for code, entry in ENTRIES.items()
        for variant in entry.variants
        if (code, variant) not in written and code not in computed
    ]
    assert unused == []


def test_codes_are_written_out_where_a_problem_is_made() -> None:
    made_up = [
        f"{path.name}:{call.lineno}"
        for path in sorted(PACKAGE.rglob("*.py"))
        for call in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(call, ast.Call) and ast.unparse(call.func) in ("Problem", "Problem.error", "Problem.warning")
        if call.args and not isinstance(call.args[0], ast.Constant) and ast.unparse(call.args[0]) != "code"
    ]

    assert made_up == []


def test_no_code_has_two_entries() -> None:
    codes = [entry.code for section in SECTIONS for entry in section.entries]

    assert len(codes) == len(set(codes))


def test_every_sentence_can_be_listed_for_translation() -> None:
    keys = [key for key, _ in iter_templates()]

    assert len(keys) == len(set(keys)) == len(ENGLISH.templates)
    assert {"problem.name-missing.user", "problem.name-missing.user.hint", "frame.line"} < set(keys)


def test_a_plural_has_the_forms_of_english() -> None:
    forms = [set(template.forms) for _, template in iter_templates() if isinstance(template, Plural)]

    assert forms
    assert all(each == {"one", "other"} for each in forms)


def test_what_a_connection_lacks_is_explained_as_in_the_catalogue_of_parameters() -> None:
    required = {
        f"{protocol.name}-{parameter.name}": f"Add it: {parameter.help}"
        for protocol in PROTOCOLS.values()
        for parameter in protocol.parameters.values()
        if parameter.required
    }

    assert {variant: words.hint for variant, words in ENTRIES["parameter-missing"].variants.items()} == required
