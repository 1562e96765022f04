"""Every sentence that the server shows to people goes through here: ``t("Made '{title}'.", title=...)``.

The English sentence is the key. Scripts have the same two functions in ``util/text.js``.
"""

import re
from typing import cast

from flask import g, has_request_context
from markupsafe import Markup, escape

from labmapper.formats.format import Language
from labmapper.web.language.catalogues import ENGLISH, Catalogue

_PLACE = re.compile(r"\{(\w+)\}")


def t(sentence: str, /, **values: object) -> str:
    """Return *sentence* in the language of this request, with *values* in its places.

    With a piece of markup among the values the answer is markup, and everything else in it is escaped.
    """
    return _fill(get_catalogue().find(sentence), values)


def plural(one: str, other: str, count: int, /, **values: object) -> str:
    """Return the sentence *one* or *other* in the language of this request; ``{count}`` is the number as people write it."""
    catalogue = get_catalogue()
    return _fill(catalogue.find_plural(one, other, count), {"count": catalogue.render_number(count), **values})


def lazy(sentence: str, /, **values: object) -> str:
    """Return what becomes *sentence* in the language of the request that shows it. For labels that are made before."""
    return cast("str", _Lazy(sentence, values))


def mark(sentence: str) -> str:
    """Return *sentence* as it is, for a table whose reader calls :func:`t`."""
    return sentence


def get_catalogue() -> Catalogue:
    """Return the sentences of the language of this request; outside of requests everything is English."""
    return cast("Catalogue", g.get("catalogue", ENGLISH)) if has_request_context() else ENGLISH


def get_page_language() -> Language:
    """Return the language of this request as formats take it that write pages for people."""
    known = get_catalogue()
    return Language(known.language, known.find, known.messages)


class _Lazy:
    """A sentence that is translated whenever it becomes text."""

    def __init__(self, sentence: str, values: dict[str, object]) -> None:
        self._sentence, self._values = sentence, values

    def __str__(self) -> str:
        return t(self._sentence, **self._values)

    def __mod__(self, values: object) -> str:
        """Return the text: WTForms fills in lengths by ``%``, which no sentence here has."""
        return str(self)


def _fill(sentence: str, values: dict[str, object]) -> str:
    """Return *sentence* with *values* in its places; what stands in a value is never a place."""
    is_markup = any(isinstance(value, Markup) for value in values.values())
    shown = {name: escape(value) if is_markup else str(value) for name, value in values.items()}
    filled = _PLACE.sub(lambda place: shown.get(place[1], place[0]), escape(sentence) if is_markup else sentence)
    return Markup(filled) if is_markup else filled  # noqa: S704 - each part of it is escaped
