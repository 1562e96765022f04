"""Collects the sentences that people read, and makes the catalogues of the languages from their PO files.

``make messages`` runs this; docs/translating.md tells how to translate.
"""

import json
import re
from ast import literal_eval
from collections.abc import Collection, Iterable, Iterator, Mapping
from pathlib import Path
from typing import IO, Any

from babel import Locale
from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract
from babel.messages.pofile import read_po, write_po

from labmapper.core.guacamole import catalogue
from labmapper.core.messages.catalogue import iter_templates
from labmapper.core.messages.templates import Plural, Template
from labmapper.formats import registry

ROOT = Path(__file__).parents[1]
TRANSLATIONS = ROOT / "translations"
TEMPLATE = ROOT / "build" / "messages.pot"

SCRIPTS = "frontend/static/js"
KEYWORDS: dict[str, Any] = {"t": None, "lazy": None, "mark": None, "plural": (1, 2)}

_STRING = r"""('(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*")"""
_CALL = re.compile(rf"(?<![\w.$])(?:(t)\(\s*{_STRING}|(plural)\(\s*{_STRING},\s*{_STRING})")
_PLACE = re.compile(r"\{+\w+(?::,)?\}+")


def collect() -> Catalog:
    """Return every sentence that the server and the scripts say, each with where it stands."""
    found = Catalog(project="Labmapper", charset="utf-8")
    for path, method in _iter_sources():
        with path.open("rb") as file:
            for line, message, *_ in extract(method, file, keywords=KEYWORDS):
                found.add(message, locations=[(path.relative_to(ROOT).as_posix(), line)])
    for name, sentences in _list_tables().items():
        for sentence in sentences:
            found.add(sentence, locations=[(name, 1)])
    return found


def compile_catalogue(translated: Catalog) -> dict[str, Any]:
    """Return the content of a catalogue file for *translated*. What is not translated, or in doubt, is left out.

    Raises:
        ValueError: A translation has other places than its sentence.
    """
    server, browser = {}, {}
    for message in translated:
        if not message.id or message.fuzzy or not _is_translated(message):
            continue
        _check_places(message)
        sentence = _list_texts(message.id)[0]
        translation = message.string if isinstance(message.string, str) else _list_texts(message.string)
        is_script = [path.startswith(SCRIPTS) for path, _ in message.locations]
        if any(is_script):
            browser[sentence] = translation
        if not all(is_script):
            server[sentence] = translation
    return {"plural": translated.plural_expr, **_find_signs(translated.locale), "server": server, "browser": browser}


def render_catalogue(translated: Catalog) -> str:
    """Return the catalogue file for *translated*."""
    return json.dumps(compile_catalogue(translated), ensure_ascii=False, indent=1, sort_keys=True) + "\n"


def read_translations(file: Path) -> Catalog:
    """Return what the PO *file* holds."""
    with file.open("rb") as opened:
        return read_po(opened, locale=file.stem.replace("-", "_"))


def main() -> None:
    """Write the template, take its sentences into every PO file, and make every catalogue anew."""
    template = collect()
    TEMPLATE.parent.mkdir(exist_ok=True)
    _write(template, TEMPLATE)
    for file in sorted(TRANSLATIONS.glob("*.po")):
        translated = read_translations(file)
        translated.update(template, no_fuzzy_matching=True)
        _write(translated, file)
        file.with_suffix(".json").write_text(render_catalogue(translated), encoding="utf-8")
        missing = [message for message in translated if message.id and not _is_translated(message)]
        print(f"{file.name}: {len(translated) - len(missing)} sentences, {len(missing)} missing")
    print(f"{TEMPLATE.relative_to(ROOT)}: {len(template)} sentences")


def _iter_sources() -> Iterator[tuple[Path, Any]]:
    for directory, ending, method in (
        ("backend/labmapper", "py", "python"),
        ("templates", "html", "jinja2"),
        (SCRIPTS, "js", _extract_script),
    ):
        for path in sorted((ROOT / directory).rglob(f"*.{ending}")):
            yield path, method


def _list_tables() -> Mapping[str, list[str | tuple[str, str]]]:
    """Return the sentences that stand in tables instead of calls, under the file of each."""
    return {
        "backend/labmapper/core/guacamole/catalogue.json": list(catalogue.iter_sentences()),
        "backend/labmapper/core/messages/catalogue.py": [
            _list_forms(template) for _, template in iter_templates() if template
        ],
        "backend/labmapper/formats/registry.py": [each for one in registry.FORMATS for each in one.iter_sentences()],
    }


def _list_forms(template: Template) -> str | tuple[str, str]:
    return (template.forms["one"], template.forms["other"]) if isinstance(template, Plural) else template


def _extract_script(
    file: IO[bytes], keywords: Collection[str], comment_tags: Collection[str], options: Mapping[str, Any]
) -> Iterator[tuple[int, str, Any, list[str]]]:
    """Yield the calls of ``t`` and ``plural`` in a script; Babel's own reader skips those inside of others."""
    del keywords, comment_tags, options
    source = file.read().decode()
    for call in _CALL.finditer(source):
        line = source.count("\n", 0, call.start()) + 1
        strings = [literal_eval(string) for string in call.group(2, 4, 5) if string]
        yield line, call[1] or call[3], strings[0] if call[1] else tuple(strings), []


def _is_translated(message: Message) -> bool:
    return all(_list_texts(message.string))


def _check_places(message: Message) -> None:
    """Refuse a translation that loses a place or makes one up. One form of several may leave the number out."""
    sentences = _list_texts(message.id)
    known = [set(_PLACE.findall(sentence)) for sentence in sentences]
    needed = set.intersection(*known) - ({"{count}"} if len(sentences) > 1 else set())
    for string in _list_texts(message.string):
        if not needed <= set(_PLACE.findall(string)) <= set.union(*known):
            raise ValueError(f"'{string}' must have the places of '{sentences[-1]}'.")


def _list_texts(texts: str | Iterable[str] | None) -> list[str]:
    return [texts] if isinstance(texts, str) else list(texts or [""])


def _find_signs(locale: Locale | None) -> dict[str, str]:
    """Return how numbers are written in *locale*, as far as that is known."""
    symbols = locale.number_symbols.get("latn", {}) if locale else {}
    return {name: symbols[name] for name in ("decimal", "group") if name in symbols}


def _write(messages: Catalog, file: Path) -> None:
    with file.open("wb") as opened:
        write_po(opened, messages, width=120, sort_by_file=True, omit_header=False)


if __name__ == "__main__":
    main()
