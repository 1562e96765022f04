"""The fields for the options of a format, on the page of what a file can become: it has sixty, which are always the same.

They are rendered once in each language; that took more than half of the time of the page.
"""

from flask import Flask, current_app
from markupsafe import Markup

from labmapper.formats.format import Format
from labmapper.web.language.text import get_catalogue

_NAME = "labmapper_option_fields"


def init_option_fields(app: Flask) -> None:
    """Let the templates of *app* call ``option_fields``."""
    app.extensions[_NAME] = {}
    app.add_template_global(option_fields)


def option_fields(known: Format) -> Markup:
    """Return the fields for the options of writing the *known* format, each named after format and option."""
    kept: dict[tuple[str, Format], Markup] = current_app.extensions[_NAME]
    key = (get_catalogue().language, known)
    if key not in kept:
        kept[key] = _render(known)
    return kept[key]


def _render(known: Format) -> Markup:
    field = current_app.jinja_env.get_template("macros/forms.html").module.option_field  # type: ignore[attr-defined] # a macro
    return Markup("").join(field(option, f"{known.name}.{option.name}") for option in known.write_options)
