"""Which language a request is answered in."""

from collections.abc import Mapping

from flask import Flask, Response, g, request, url_for
from werkzeug.datastructures import LanguageAccept

from labmapper.config import Config
from labmapper.web.language.catalogues import ENGLISH, SENTENCES, Catalogue, load_catalogues, localize
from labmapper.web.language.text import get_catalogue, plural, t


def init_language(app: Flask, config: Config) -> None:
    """Let *app* answer in the language that a browser asks for, of those with a catalogue, else in English."""
    catalogues = load_catalogues(config.translations)
    by_tag = {tag.casefold(): each for tag, each in {ENGLISH.language: ENGLISH, **catalogues}.items()}

    @app.before_request
    def choose_language() -> None:
        g.catalogue = _choose(request.accept_languages, by_tag)

    @app.after_request
    def name_choice(response: Response) -> Response:
        if catalogues and not response.cache_control.public:
            response.vary.add("Accept-Language")
        return response

    app.add_template_global(t)
    app.add_template_global(plural)
    app.add_template_global(get_language)
    app.add_template_global(build_sentences_url)


def get_language() -> str:
    """Return the language of this request, as HTML names it."""
    return get_catalogue().language


def build_sentences_url() -> str | None:
    """Return the address of the sentences that the scripts of this page say, or None where they are English."""
    language = get_language()
    return None if language == ENGLISH.language else url_for("static", filename=localize(SENTENCES, language))


def _choose(asked: LanguageAccept, by_tag: Mapping[str, Catalogue]) -> Catalogue:
    """Return the first language of those *asked* for that there is, without its region too: ``de`` for ``de-AT``."""
    for tag, quality in asked:
        parts = tag.casefold().split("-") if quality > 0 else []
        for length in range(len(parts), 0, -1):
            found = by_tag.get("-".join(parts[:length]))
            if found:
                return found
    return ENGLISH
