"""Names that would keep Guacamole's start page from opening, where connections go by their names."""

# ruff: noqa: RUF001 - characters that look like others are what this is about

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from labmapper.core.checks import check_lab
from labmapper.core.drawing.document import Diagram
from labmapper.core.guacamole.page_names import find_beyond_page, spell_for_page
from labmapper.core.pipeline import Compilation, compile_diagram
from labmapper.core.problems import Problem
from support.labs.hostile import alice, build, draw, router

SPELT = {
    "Роутер": "Router",
    "R1 – Kern": "R1 - Kern",
    "PC „A“": 'PC "A"',
    "🚀 R1": "R1",
    "Łódź1": "Lódz1",
    "Cafe\u0301": "Café",
}


def find(compilation: Compilation) -> list[Problem]:
    return [problem for problem in compilation.problems if problem.code == "name-shuts-page"]


@pytest.mark.parametrize(("name", "spelling"), SPELT.items())
def test_a_name_that_the_page_cannot_encode_is_refused_with_a_spelling(name: str, spelling: str) -> None:
    (problem,) = find(build(draw(alice(), devices=[router(name)])))

    assert problem.is_error
    assert (problem.place.item, problem.place.field) == ("r", "label")
    assert problem.facts["spelling"] == spelling
    assert f"U+{ord(find_beyond_page(name) or ''):04X}" in problem.message


def test_the_first_character_that_the_page_cannot_encode_is_the_one_after_latin_1() -> None:
    assert find_beyond_page("".join(map(chr, range(0x100)))) is None
    assert find_beyond_page("\u0100") == "\u0100"


def test_of_a_script_without_letters_to_go_by_no_spelling_is_offered() -> None:
    (problem,) = find(build(draw(alice(), devices=[router("交换机1")])))

    assert problem.is_error
    assert "spelling" not in problem.facts


@pytest.mark.parametrize("name", ["Küche 1", "Straße", "Café", "ÿ", "R1 (±5°)"])
def test_latin_1_is_fine(name: str) -> None:
    assert find(build(draw(alice(), devices=[router(name)]))) == []


def test_a_database_has_numbers_for_connections_so_any_name_does() -> None:
    lab = build(draw(alice(), devices=[router("Роутер")])).lab

    assert "name-shuts-page" in {problem.code for problem in check_lab(lab)}
    assert "name-shuts-page" not in {problem.code for problem in check_lab(lab, by_name=False)}


@given(st.text(max_size=20))
def test_a_spelling_can_be_encoded_and_is_no_longer_told(text: str) -> None:
    spelling = spell_for_page(text)

    assert spelling is None or find_beyond_page(spelling) is None
    assert (find_beyond_page(text) is None) == all(ord(character) <= 0xFF for character in text)


def test_every_character_of_the_other_planes_is_told() -> None:
    # To a browser it is two halves, both above U+00FF.
    assert all(find_beyond_page(chr(code)) for code in range(0x10000, 0x110000, 0x101))


def draw_pod(*roster: str, label: str = "R1", viewers: int = 1) -> Compilation:
    users: list[dict[str, Any]] = [
        {"id": "s", "type": "users", "label": "s1", "roster": [{"username": name} for name in roster]},
        {"id": "t", "type": "users", "label": "t1"},
    ]
    device = router(label, host="10.0.{pod}.1") | {"zone": "z"}
    access = [{"id": "a", "users": "t", "target": "z"}][:viewers] or [{"id": "a", "users": "t", "target": "s2"}]
    other = router("S1", "s2", host="10.9.0.1")
    zone = {"id": "z", "x": 0, "y": 0, "width": 9, "height": 9, "pod": "s"}
    return compile_diagram(
        Diagram.model_validate({"nodes": [*users, device, other], "zones": [zone], "access": access})
    )


def test_a_copy_called_after_a_person_is_refused_at_the_person() -> None:
    (problem,) = find(draw_pod("anna", "иван"))

    assert (problem.place.item, problem.place.field) == ("s", "roster.1.username")
    assert "R1 (иван)" in problem.message
    assert problem.facts["spelling"] == "ivan"


def test_a_person_may_be_called_anything_where_nobody_sees_a_copy_under_that_name() -> None:
    assert find(draw_pod("иван", viewers=0)) == []
    assert find(draw_pod("иван", label="R{pod}")) == []
