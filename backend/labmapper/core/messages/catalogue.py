"""Catalogues: all sentences of a language by key, and how a key and facts become a sentence.

A problem has the keys ``problem.<code>.<variant>`` and ``problem.<code>.<variant>.hint``, a change the key
``change.<code>.<variant>``. Another language is another ``Catalogue`` with the same keys; what it lacks stays English.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from labmapper.core.messages.changes import CHANGES
from labmapper.core.messages.entries import Frame, ProblemEntry, Words
from labmapper.core.messages.problems import SECTIONS
from labmapper.core.messages.templates import Facts, Template, choose_english_form, fill

ENTRIES: Mapping[str, ProblemEntry] = {entry.code: entry for section in SECTIONS for entry in section.entries}

_GENERAL = {
    "frame.line": "Line {line}: {message}",
    "frame.field": "{field}: {message}",
}


@dataclass(frozen=True, slots=True)
class Catalogue:
    """The sentences of a language by key.

    *choose_form* tells which form of a plural a number takes, *separator* stands between the parts of a list.
    """

    templates: Mapping[str, Template]
    choose_form: Callable[[int], str] = choose_english_form
    separator: str = ", "


def iter_templates() -> Iterator[tuple[str, Template]]:
    """Yield every key with its English sentence: all that there is to translate."""
    yield from _GENERAL.items()
    for entry in ENTRIES.values():
        for variant, words in entry.variants.items():
            yield f"problem.{entry.code}.{variant}", words.message
            yield f"problem.{entry.code}.{variant}.hint", words.hint
    for code, variants in CHANGES.items():
        yield from ((f"change.{code}.{variant}", template) for variant, template in variants.items())


ENGLISH = Catalogue(dict(iter_templates()))


def find_words(code: str, variant: str) -> Words:
    """Return the English words of a problem.

    Raises:
        KeyError: there is no such code or variant.
    """
    return ENTRIES[code].variants[variant]


def render(key: str, facts: Facts, catalogue: Catalogue = ENGLISH) -> str:
    """Return the sentence under *key* in *catalogue* with *facts* in it, the English one where it is not translated.

    Raises:
        KeyError: there is no such key, or a fact is missing.
    """
    known = catalogue if key in catalogue.templates else ENGLISH
    return fill(known.templates[key], facts, separator=known.separator, choose_form=known.choose_form)


def render_framed(frame: Frame | None, place: str | int | None, sentence: str, catalogue: Catalogue = ENGLISH) -> str:
    """Return *sentence* behind its *place*, as *frame* says; alone where there is neither."""
    if frame is None or place is None:
        return sentence
    return render(f"frame.{frame}", {frame: place, "message": sentence}, catalogue)
