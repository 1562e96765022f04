"""What is the same for everybody is rendered once a language, and what differs stands in its place."""

import pytest
from flask import Flask, g

from labmapper.formats import registry
from labmapper.formats.format import Format
from labmapper.web import markup_cache
from labmapper.web.language.catalogues import Catalogue
from labmapper.web.markup_cache import cached_part, export_form


def find(name: str) -> Format:
    return next(each for each in registry.list_writable() if each.name == name)


def test_each_format_has_its_own_fields_in_each_language(app: Flask) -> None:
    sql, slips = find("guacamole-postgresql"), find("slips")
    label = sql.write_options[0].label
    with app.test_request_context():
        english = export_form(sql, "/sql", "t1")
        other = export_form(slips, "/slips", "t1")
        g.catalogue = Catalogue("xx", server={label: "Zunge"})
        translated = export_form(sql, "/sql", "t1")

    assert f"{label}</label>" in english
    assert f'name="guacamole-postgresql.{sql.write_options[0].name}"' in english
    assert 'name="slips.' in other
    assert "guacamole-postgresql" not in other
    assert "Zunge</label>" in translated


def test_each_form_leads_where_it_is_told_with_the_token_of_who_asks(app: Flask) -> None:
    known = find("slips")
    with app.test_request_context():
        forms = [export_form(known, f"/{name}?a=1&b=<", f"{name}'") for name in ("QQ1", "QQ2")]

    for form, name in zip(forms, ("QQ1", "QQ2"), strict=True):
        assert f'action="/{name}?a=1&amp;b=&lt;"' in form
        assert f'name="csrf_token" value="{name}&#39;"' in form
        assert "\0" not in form
    assert forms[0].replace("QQ1", "QQ2") == forms[1]


def test_a_part_is_that_of_the_language(app: Flask) -> None:
    with app.test_request_context():
        english = cached_part("parts/where-it-goes.html")
        g.catalogue = Catalogue("xx", server={"Where it goes": "Wohin"})

        assert "Where it goes</h2>" in english
        assert "Wohin</h2>" in cached_part("parts/where-it-goes.html")


def test_all_is_rendered_once(app: Flask, monkeypatch: pytest.MonkeyPatch) -> None:
    known, part = find("slips"), "parts/where-it-goes.html"
    with app.test_request_context():
        first = export_form(known, "/", "t"), cached_part(part)
        monkeypatch.setattr(markup_cache, "_get_macros", pytest.fail)
        monkeypatch.setattr(app.jinja_env, "get_template", pytest.fail)

        assert (export_form(known, "/", "t"), cached_part(part)) == first
