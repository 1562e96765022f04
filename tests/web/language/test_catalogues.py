import json
from pathlib import Path

import pytest

from labmapper.web.language.catalogues import Catalogue, load_catalogues, localize


def write(directory: Path, name: str, **content: object) -> None:
    (directory / name).write_text(json.dumps({"plural": "n != 1", "server": {}, "browser": {}} | content))


def test_a_directory_brings_its_languages(tmp_path: Path) -> None:
    write(tmp_path, "de.json", server={"Log in": "Anmelden"}, decimal=",", group=".")

    found = load_catalogues(tmp_path)["de"]

    assert found.find("Log in") == "Anmelden"
    assert found.render_number(1234.5, 1) == "1.234,5"


@pytest.mark.parametrize("rule", ["alert(1)", "n; n", "}", "'x'"])
def test_a_rule_that_is_more_than_one_is_refused(tmp_path: Path, rule: str) -> None:
    write(tmp_path, "de.json", plural=rule)

    with pytest.raises(ValueError, match=r"invalid|unbalanced|unexpected"):
        load_catalogues(tmp_path)


def test_the_script_carries_the_sentences_of_the_scripts_only() -> None:
    catalogue = Catalogue("de", server={"Log in": "Anmelden"}, browser={"Undo": "Zurück"})

    assert catalogue.render_script() == (
        'globalThis.labmapperCatalogue={plural:n=>+(n != 1),sentences:{"Undo":"Zurück"}};'
    )


def test_tables_have_another_name_in_another_language() -> None:
    assert localize("data/help.json", "en") == "data/help.json"
    assert localize("data/help.json", "de") == "data/help.de.json"
