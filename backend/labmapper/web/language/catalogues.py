"""Catalogues of translations: files that give each English sentence in another language.

``make messages`` writes them from PO files, as docs/translating.md tells. English needs none: its sentences are the keys.
"""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from functools import cache
from gettext import c2py
from pathlib import Path
from typing import Any

from labmapper import paths
from labmapper.core.messages.catalogue import ENGLISH as ENGLISH_MESSAGES
from labmapper.core.messages.catalogue import Catalogue as Messages
from labmapper.core.messages.catalogue import iter_templates
from labmapper.core.messages.templates import Plural, Template

# The static file with the sentences of the scripts, under this name in each language but English.
SENTENCES = "data/sentences.js"
# A sentence, or one for each plural form.
Translation = str | list[str]


@dataclass(frozen=True, slots=True)
class Catalogue:
    """The sentences of one language.

    *plural* is the rule of its PO file that numbers the plural forms, *decimal* and *group* are how its numbers are
    written. *server* is what the server says, *browser* what the scripts say: each key is the English sentence.
    *messages* are the words for problems and changes, as the core takes them.
    """

    language: str
    plural: str = "n != 1"
    decimal: str = "."
    group: str = ","
    server: Mapping[str, Translation] = field(default_factory=dict)
    browser: Mapping[str, Translation] = field(default_factory=dict)
    messages: Messages = ENGLISH_MESSAGES

    def find(self, sentence: str) -> str:
        """Return *sentence* in this language, or itself where nobody has translated it."""
        found = self.server.get(sentence, sentence)
        return found if isinstance(found, str) else found[0]

    def find_plural(self, one: str, other: str, count: int) -> str:
        """Return the form of the sentence *one*, or *other* for several, that fits *count*."""
        forms = self.server.get(one)
        if isinstance(forms, list):
            form = _read_rule(self.plural)(count)
            if form < len(forms):
                return forms[form]
        return one if count == 1 else other

    def render_number(self, number: float, digits: int = 0) -> str:
        """Return *number* with *digits* decimals as this language writes it."""
        signs = str.maketrans({",": self.group, ".": self.decimal})
        return f"{number:,.{digits}f}".translate(signs)

    def render_script(self) -> str:
        """Return the script that hands the sentences to those of the page, which run after it."""
        sentences = json.dumps(self.browser, ensure_ascii=False, separators=(",", ":"))
        _read_rule(self.plural)  # what is no rule goes into no script
        return f"globalThis.labmapperCatalogue={{plural:n=>+({self.plural}),sentences:{sentences}}};"


ENGLISH = Catalogue("en")


def localize(name: str, language: str) -> str:
    """Return the name of the static file *name* in *language*; in English it has its own."""
    return name if language == ENGLISH.language else name.replace(".", f".{language}.")


@cache
def load_catalogues(further: Path | None = None) -> Mapping[str, Catalogue]:
    """Return the catalogues that ship and those in the directory *further*, by their languages.

    Raises:
        ValueError: A file is no catalogue.
    """
    files = [file for directory in (paths.TRANSLATIONS, further) if directory for file in directory.glob("*.json")]
    return {file.stem: _read_catalogue(file.stem, json.loads(file.read_bytes())) for file in sorted(files)}


def _read_catalogue(language: str, content: dict[str, Any]) -> Catalogue:
    catalogue = Catalogue(language=language, **content)
    return replace(catalogue, messages=_build_messages(catalogue.server, _read_rule(catalogue.plural)))


def _build_messages(translations: Mapping[str, Translation], rule: Callable[[int], int]) -> Messages:
    """Return what *translations* say of problems and changes; *rule* numbers the forms of a plural."""
    found: dict[str, Template] = {}
    for key, template in iter_templates():
        translated = translations.get(template.forms["one"] if isinstance(template, Plural) else template)
        if isinstance(template, Plural) and isinstance(translated, list):
            found[key] = Plural(template.by, {str(form): text for form, text in enumerate(translated)})
        elif isinstance(template, str) and isinstance(translated, str):
            found[key] = translated
    return Messages(found, choose_form=lambda number: str(rule(number)))


@cache
def _read_rule(plural: str) -> Callable[[int], int]:
    rule: Callable[[int], int] = c2py(plural)
    return rule
