"""What is the same for everybody is rendered once a language, and what differs stands in its place."""

import pytest
from flask import Flask, g
from markupsafe import Markup

from labmapper.formats import registry
from labmapper.formats.format import Format
from labmapper.web.language.catalogues import Catalogue
from labmapper.web.markup_cache import cached_part

OTHERS = "parts/other-files.html"


def find(*names: str) -> list[Format]:
    return [each for each in registry.list_writable() if each.name in names]


def test_each_format_has_its_own_fields_in_each_language(app: Flask) -> None:
    sql = find("guacamole-postgresql")
    option = sql[0].write_options[0]
    with app.test_request_context():
        english = cached_part(OTHERS, sql)
        other = cached_part(OTHERS, find("slips"))
        g.catalogue = Catalogue("xx", server={option.label: "Zunge"})
        translated = cached_part(OTHERS, sql)

    assert f"{option.label}</label>" in english
    assert f'name="guacamole-postgresql.{option.name}"' in english
    assert 'name="slips.' in other
    assert "guacamole-postgresql" not in other
    assert "Zunge</label>" in translated


def test_each_form_leads_where_it_is_told_with_the_token_of_who_asks(app: Flask) -> None:
    with app.test_request_context():
        pages = [
            cached_part(OTHERS, find("slips"), {"before": f"/{name}/", "after": "?a=1&b=<", "token": f"{name}'"})
            for name in ("QQ1", "QQ2")
        ]

    for page, name in zip(pages, ("QQ1", "QQ2"), strict=True):
        assert f'action="/{name}/slips?a=1&amp;b=&lt;"' in page
        assert f'name="csrf_token" value="{name}&#39;"' in page
        assert "\0" not in page
    assert pages[0].replace("QQ1", "QQ2") == pages[1]


def test_what_is_wrong_with_one_file_stands_with_that_one_for_who_asks_alone(app: Flask) -> None:
    formats = find("slips", "guacamole-mysql")
    with app.test_request_context():
        told = cached_part(OTHERS, formats, {"told slips": Markup("<p>Too long.</p>")})
        others = cached_part(OTHERS, formats)

    assert told.count("<p>Too long.</p>") == 1
    assert told.index("<p>Too long.</p>") < told.index('name="slips.')
    assert "Too long." not in others


def test_a_part_is_that_of_the_language(app: Flask) -> None:
    with app.test_request_context():
        english = cached_part("parts/where-it-goes.html")
        g.catalogue = Catalogue("xx", server={"Where it goes": "Wohin"})

        assert "Where it goes</h2>" in english
        assert "Wohin</h2>" in cached_part("parts/where-it-goes.html")


def test_all_is_rendered_once(app: Flask, monkeypatch: pytest.MonkeyPatch) -> None:
    with app.test_request_context():
        first = cached_part(OTHERS, find("slips")), cached_part("parts/where-it-goes.html")
        monkeypatch.setattr(app.jinja_env, "get_template", pytest.fail)

        assert (cached_part(OTHERS, find("slips")), cached_part("parts/where-it-goes.html")) == first
