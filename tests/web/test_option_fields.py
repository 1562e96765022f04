"""The fields of a format are rendered once a language, and are those of that format."""

import pytest
from flask import Flask, g

from labmapper.formats import registry
from labmapper.web import option_fields as module
from labmapper.web.language.catalogues import Catalogue
from labmapper.web.option_fields import option_fields


def test_each_format_has_its_own_fields_in_each_language(app: Flask) -> None:
    sql, slips = (
        found for found in (registry.find_writable("guacamole-postgresql"), registry.find_writable("slips")) if found
    )
    label = sql.write_options[0].label
    with app.test_request_context():
        english = option_fields(sql)
        other = option_fields(slips)
        g.catalogue = Catalogue("xx", server={label: "Zunge"})
        translated = option_fields(sql)

    assert f"{label}</label>" in english
    assert f'name="guacamole-postgresql.{sql.write_options[0].name}"' in english
    assert 'name="slips.' in other
    assert "guacamole-postgresql" not in other
    assert "Zunge</label>" in translated


def test_they_are_rendered_once(app: Flask, monkeypatch: pytest.MonkeyPatch) -> None:
    known = next(each for each in registry.list_writable() if each.write_options)
    with app.test_request_context():
        first = option_fields(known)
        monkeypatch.setattr(module, "_render", lambda _: "another time")

        assert option_fields(known) == first
