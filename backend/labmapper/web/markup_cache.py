"""Markup that is the same for everybody, rendered once in each language: most of the page of what a file can become.

Its forms have sixty fields, and differ only in where they lead and in the token against forgery.
"""

from typing import Any

from flask import Flask, current_app
from markupsafe import Markup, escape

from labmapper.formats.format import Format
from labmapper.web.language.text import get_catalogue

_NAME = "labmapper_markup_cache"
# What stands in a form that is cached, in the places of what differs: nothing else there has such a character.
_ACTION, _TOKEN = "\0action", "\0token"


def init_markup_cache(app: Flask) -> None:
    """Let the templates of *app* call ``export_form`` and ``cached_part``."""
    app.extensions[_NAME] = {}
    app.add_template_global(export_form)
    app.add_template_global(cached_part)


def export_form(known: Format, action: str, token: str) -> Markup:
    """Return the form that asks at *action* for a file in the *known* format, with the fields for its options."""
    cache, key = _get_cache(), (get_catalogue().language, known.name)
    if key not in cache:
        cache[key] = _split(str(_get_macros("macros/forms.html").export_form(known, _ACTION, _TOKEN)))
    before, between, after = cache[key]
    return Markup(f"{before}{escape(action)}{between}{escape(token)}{after}")  # noqa: S704 - the macro's, and escaped


def cached_part(template: str) -> Markup:
    """Return the *template*, which may know nothing but the language."""
    cache, key = _get_cache(), (get_catalogue().language, template)
    if key not in cache:
        cache[key] = (current_app.jinja_env.get_template(template).render(),)
    return Markup(cache[key][0])  # noqa: S704 - a template's


def _get_cache() -> dict[tuple[str, str], tuple[str, ...]]:
    cache: dict[tuple[str, str], tuple[str, ...]] = current_app.extensions[_NAME]
    return cache


def _get_macros(template: str) -> Any:  # noqa: ANN401 - a module of macros
    return current_app.jinja_env.get_template(template).module


def _split(form: str) -> tuple[str, ...]:
    before, _, rest = form.partition(_ACTION)
    between, _, after = rest.partition(_TOKEN)
    return before, between, after
