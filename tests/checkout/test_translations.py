"""What translators get: every sentence, wherever it is written, and catalogues that are as their PO files say."""

import json
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog
from messages import TRANSLATIONS, collect, compile_catalogue, read_translations, render_catalogue

PO_FILES = sorted(TRANSLATIONS.glob("*.po"))


@pytest.fixture(scope="module")
def collected() -> Catalog:
    return collect()


@pytest.mark.parametrize(
    ("sentence", "place"),
    [
        ("User name", "backend/labmapper/web/pages/forms.py"),
        ("Log out everywhere", "templates/account.html"),
        ("Nothing was drawn then.", "frontend/static/js/revision-picture.js"),
        (
            "Name or address of the device, as guacd reaches it.",
            "backend/labmapper/core/guacamole/catalogue.json",
        ),
    ],
)
def test_sentences_are_collected_from_everywhere(collected: Catalog, sentence: str, place: str) -> None:
    message = collected.get(sentence)

    assert message is not None
    assert place in {path for path, _ in message.locations}


def test_a_sentence_with_a_number_has_both_forms(collected: Catalog) -> None:
    message = collected.get("{count} byte")

    assert message is not None
    assert message.id == ("{count} byte", "{count} bytes")


def translate(**sentences: str) -> Catalog:
    """Return a catalogue with *sentences*: each is at once its place in the sources."""
    made = Catalog()
    for sentence, translation in sentences.items():
        made.add(sentence.replace("_", " "), translation, locations=[("templates/x.html", 1)])
    return made


def test_what_is_not_translated_is_left_out() -> None:
    content = compile_catalogue(translate(Log_in="Anmelden", Log_out=""))

    assert content["server"] == {"Log in": "Anmelden"}


def test_a_translation_without_a_place_of_its_sentence_is_refused() -> None:
    made = Catalog()
    made.add("Made {title}.", "{titel} gemacht.")

    with pytest.raises(ValueError, match="must have the places of"):
        compile_catalogue(made)


def test_the_browser_gets_only_what_scripts_say() -> None:
    made = Catalog()
    made.add("Both", "Beides", locations=[("templates/x.html", 1), ("frontend/static/js/x.js", 1)])
    made.add("Page", "Seite", locations=[("templates/x.html", 1)])
    made.add("Script", "Skript", locations=[("frontend/static/js/x.js", 1)])

    content = compile_catalogue(made)

    assert (content["server"], content["browser"]) == (
        {"Both": "Beides", "Page": "Seite"},
        {"Both": "Beides", "Script": "Skript"},
    )


def test_every_catalogue_is_what_its_po_file_says() -> None:
    written = {file.stem: file.read_text(encoding="utf-8") for file in TRANSLATIONS.glob("*.json")}

    assert written == {file.stem: render_catalogue(read_translations(file)) for file in PO_FILES}


def test_numbers_are_written_as_in_the_language(tmp_path: Path) -> None:
    file = tmp_path / "de.po"
    file.write_text('msgid ""\nmsgstr ""\n"Plural-Forms: nplurals=2; plural=(n != 1);\\n"\n', encoding="utf-8")

    content = json.loads(render_catalogue(read_translations(file)))

    assert (content["decimal"], content["group"], content["plural"]) == (",", ".", "(n != 1)")
