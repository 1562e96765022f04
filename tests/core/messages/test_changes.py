"""The table of changes against the sources: every change that is told has words, and gives them the facts that they name."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

import labmapper
from labmapper.core.changes.change import Change, build_change
from labmapper.core.messages.catalogue import Catalogue
from labmapper.core.messages.changes import CHANGES
from labmapper.core.messages.entries import DEFAULT
from labmapper.core.messages.templates import Plural
from support.message_places import iter_places

PACKAGE = Path(labmapper.__file__).parent


def iter_calls(name: str) -> Iterator[ast.Call]:
    for path in sorted(PACKAGE.rglob("*.py")):
        source = path.read_text(encoding="utf-8")
        # Parsing every source takes seconds each time that the tests are collected.
        for node in ast.walk(ast.parse(source)) if name in source else ():
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == name:
                yield node


# Those whose code and variant are written out where they are made.
WRITTEN = [call for call in iter_calls("build_change") if all(isinstance(each, ast.Constant) for each in call.args)]


@pytest.mark.parametrize("call", WRITTEN, ids=ast.unparse)
def test_a_change_gives_its_words_just_the_facts_that_they_name(call: ast.Call) -> None:
    code, variant = [*(ast.literal_eval(each) for each in call.args), DEFAULT][:2]

    assert {word.arg for word in call.keywords} == {*iter_places(CHANGES[code][variant])}


def test_every_code_in_the_table_is_told_somewhere_and_no_other_is() -> None:
    texts = {
        node.value
        for path in (PACKAGE / "core" / "changes", PACKAGE / "web" / "diagrams")
        for source in path.glob("*.py")
        for node in ast.walk(ast.parse(source.read_text(encoding="utf-8")))
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    }
    made = {call.args[0] for name in ("build_change", "Change") for call in iter_calls(name)}

    assert set(CHANGES) <= texts
    assert {ast.literal_eval(code) for code in made if isinstance(code, ast.Constant)} <= set(CHANGES)


def test_plurals_of_changes_have_the_forms_of_english() -> None:
    plurals = [each for variants in CHANGES.values() for each in variants.values() if isinstance(each, Plural)]

    assert plurals
    assert all(set(each.forms) == {"one", "other"} for each in plurals)


def test_a_change_can_be_told_in_another_language() -> None:
    details = (build_change("count-changed", new=3, old=2), build_change("label-was", old="{details}"))
    change = Change("changed", "item", {"name": "{name}"}, details)
    german = Catalogue(
        {"change.changed.item": "Bei {name}: {details}!", "change.count-changed.default": "{new} statt {old}"},
        separator=" und ",
    )

    assert str(change) == "{name}: 3 of them, not 2, called '{details}' before."
    assert change.render(german) == "Bei {name}: 3 statt 2 und called '{details}' before!"
