from collections.abc import Iterator

import pytest
from flask import Flask, g
from markupsafe import Markup

from labmapper.web.language.catalogues import Catalogue
from labmapper.web.language.text import lazy, plural, t

POLISH = Catalogue(
    "pl",
    plural="n==1 ? 0 : n%10>=2 && n%10<=4 && (n%100<12 || n%100>14) ? 1 : 2",
    decimal=",",
    group="\N{NO-BREAK SPACE}",
    server={
        "Log in": "Zaloguj się",
        "Made '{title}'.": "{title} zrobiono.",
        "{count} device": ["{count} urządzenie", "{count} urządzenia", "{count} urządzeń"],
        "{count} user": ["{count} użytkownik"],
    },
)


@pytest.fixture
def polish() -> Iterator[Catalogue]:
    """Return the catalogue of the request that lasts as long as the test."""
    with Flask("test").test_request_context():
        g.catalogue = POLISH
        yield POLISH


def test_without_a_catalogue_a_sentence_is_itself() -> None:
    assert t("Log in") == "Log in"
    assert t("Made '{title}'.", title="Lab") == "Made 'Lab'."


@pytest.mark.parametrize(
    ("number", "words"), [(0, "0 devices"), (1, "1 device"), (11, "11 devices"), (20000, "20,000 devices")]
)
def test_numbers_carry_their_noun(number: int, words: str) -> None:
    assert plural("{count} device", "{count} devices", number) == words


def test_a_sentence_is_in_the_language_of_the_request(polish: Catalogue) -> None:
    assert t("Log in") == polish.server["Log in"]
    assert t("Made '{title}'.", title="Lab") == "Lab zrobiono."


def test_what_nobody_has_translated_stays_english(polish: Catalogue) -> None:
    assert t("Not in {language}", language=polish.language) == "Not in pl"
    assert plural("{count} cable", "{count} cables", 2) == "2 cables"


@pytest.mark.parametrize(
    ("number", "words"),
    [(1, "1 urządzenie"), (3, "3 urządzenia"), (12, "12 urządzeń"), (22000, "22\N{NO-BREAK SPACE}000 urządzeń")],
)
def test_each_language_has_its_own_plurals(polish: Catalogue, number: int, words: str) -> None:
    assert plural("{count} device", "{count} devices", number) == words
    assert polish.language == "pl"


def test_a_missing_plural_form_is_english(polish: Catalogue) -> None:
    assert plural("{count} user", "{count} users", 5) == "5 users"
    assert polish.render_number(1.5, 1) == "1,5"


@pytest.mark.parametrize("value", ["{name}", "{0}", "%s", "\\1", "{value.__class__}", "\0", "</script>"])
def test_what_stands_in_a_value_is_never_a_place(value: str) -> None:
    assert t("{value} and {name}", value=value, name="a name") == f"{value} and a name"


def test_a_place_without_a_value_stays_as_it_is() -> None:
    assert t("In a copy, {pod} is the number of {who}.", who="Ann") == "In a copy, {pod} is the number of Ann."


def test_with_markup_in_it_everything_else_is_escaped() -> None:
    shown = t("<b> {name} & {link}", name="<i>", link=Markup("<a>x</a>"))

    assert shown == "&lt;b&gt; &lt;i&gt; &amp; <a>x</a>"
    assert isinstance(shown, Markup)


def test_a_label_made_before_is_translated_when_it_is_shown(polish: Catalogue) -> None:
    label = lazy("Log in")

    assert str(label) == polish.server["Log in"]
    assert Markup("{}").format(label) == polish.server["Log in"]
