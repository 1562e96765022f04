import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from labmapper.core.messages.catalogue import ENTRIES, Catalogue
from labmapper.core.messages.templates import Plural
from labmapper.core.problems import LONGEST_MESSAGE, Place, Problem
from support.message_places import iter_places

# What stands before and behind the name in the message of this code.
FRAME = len("The user name  comes twice; Guacamole would keep only the last.")
ROOM = LONGEST_MESSAGE - FRAME

TEXT = st.text() | st.sampled_from(["{n}", "{", "}}", "{0.__class__}", "%s", "\x00\x1b\r\n", "x" * 70_000])
FACT = TEXT | st.integers() | st.lists(TEXT, max_size=5)
VARIANTS = [(code, variant) for code, entry in ENTRIES.items() for variant in entry.variants]


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("R1", "The user name R1 comes twice; Guacamole would keep only the last."),
        ("x" * ROOM, f"The user name {'x' * ROOM} comes twice; Guacamole would keep only the last."),
        (
            "x" * (ROOM + 1),
            f"The user name {'x' * (ROOM + 1)} comes twice; Guacamole would keep only the las…",
        ),
        ("x" * 70_000, f"The user name {'x' * (LONGEST_MESSAGE - 15)}…"),
    ],
    ids=["short", "just short enough", "too long", "far too long"],
)
def test_a_message_is_cut_where_nobody_reads_on(name: str, told: str) -> None:
    message = Problem.error("user-name-taken", name=name).message

    assert message == told
    assert len(message) <= LONGEST_MESSAGE


def test_facts_are_cut_so_that_thousands_of_problems_fit_the_memory() -> None:
    problem = Problem.warning("reach-other-pods", user="u" * 70_000, owners=["o" * 300] * 50_000)

    assert len(str(problem.facts)) < 4 * LONGEST_MESSAGE


@settings(suppress_health_check=[HealthCheck.too_slow])
@given(case=st.sampled_from(VARIANTS), data=st.data())
def test_no_fact_keeps_a_message_from_being_told(case: tuple[str, str], data: st.DataObject) -> None:
    code, variant = case
    words = ENTRIES[code].variants[variant]
    numbers = {template.by for template in (words.message, words.hint) if isinstance(template, Plural)}
    names = {*iter_places(words.message), *iter_places(words.hint)}
    facts = {name: data.draw(st.integers() if name in numbers else FACT) for name in names}

    problem = Problem(code, "error", Place(field="nodes.0", line=3), variant, facts)

    assert 0 < len(problem.message) <= LONGEST_MESSAGE
    assert 0 < len(problem.hint) <= LONGEST_MESSAGE


def test_braces_in_a_fact_are_no_places() -> None:
    problem = Problem.error("address-blank", host="{host} {{n}} {0}")

    assert problem.message == "The host '{host} {{n}} {0}' has a blank in it."


def test_a_problem_shows_its_facts_beside_its_words() -> None:
    problem = Problem.warning("address-shared", Place("n1", "connections.0.host"), first="R1", second="R2", host="h")

    assert problem.as_json() == {
        "code": "address-shared",
        "variant": "default",
        "severity": "warning",
        "message": "R1 and R2 both use h.",
        "hint": "Change one address, or make them one stack.",
        "facts": {"first": "R1", "second": "R2", "host": "h"},
        "item": "n1",
        "field": "connections.0.host",
        "line": None,
        "column": None,
        "tells_line": False,
    }


def test_the_line_is_left_out_where_it_stands_beside_the_message() -> None:
    problem = Problem.error("yaml-key", Place(line=3))

    assert problem.message == "Line 3: a key must be a word."
    assert problem.render_message(has_line=False) == "a key must be a word."


def test_another_catalogue_tells_the_same_problem_in_other_words() -> None:
    german = Catalogue(
        {
            "problem.address-shared.default": "{host} gehört zu {first} und zu {second}.",
            "problem.not-as-drawn.people": Plural("found", {"one": "Nur eine Person", "other": "{found} Personen"}),
        }
    )
    shared = Problem.warning("address-shared", first="R1", second="R2", host="10.0.0.1")
    counted = [Problem.error("not-as-drawn", variant="people", found=found, meant=5) for found in (1, 3)]

    assert shared.render_message(german) == "10.0.0.1 gehört zu R1 und zu R2."
    assert shared.render_hint(german) == shared.hint, "what is not translated stays English"
    assert [problem.render_message(german) for problem in counted] == ["Nur eine Person", "3 Personen"]
