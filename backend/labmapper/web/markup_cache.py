"""Markup that is the same for everybody, rendered once in each language: most of the page of what a file can become.

Its forms have sixty fields, and differ only in where they lead and in the token against forgery.
"""

from collections.abc import Mapping, Sequence

from flask import Flask, current_app
from markupsafe import Markup, escape

from labmapper.formats.format import Format
from labmapper.web.language.text import get_catalogue

_NAME = "labmapper_markup_cache"
# Stands around the name of each place for what differs: nothing else there has such a character.
_EDGE = "\0"


def init_markup_cache(app: Flask) -> None:
    """Let the templates of *app* call ``cached_part``."""
    app.extensions[_NAME] = {}
    app.add_template_global(cached_part)


def cached_part(template: str, formats: Sequence[Format] = (), given: Mapping[str, str] | None = None) -> Markup:
    """Return the *template*, which may know nothing but the language and the *formats*.

    What is *given* stands, escaped, where the template says ``place`` and its name; nothing does where nothing is.
    """
    cache: dict[tuple[str, ...], list[str]] = current_app.extensions[_NAME]
    key = (get_catalogue().language, template, *(each.name for each in formats))
    if key not in cache:
        rendered = current_app.jinja_env.get_template(template).render(formats=formats, place=_mark_place)
        cache[key] = rendered.split(_EDGE)
    pieces, values = list(cache[key]), given or {}
    pieces[1::2] = [escape(values.get(name, "")) for name in pieces[1::2]]
    return Markup("".join(pieces))  # noqa: S704 - a template's, and escaped


def _mark_place(name: str) -> str:
    return f"{_EDGE}{name}{_EDGE}"
