"""The static files as they are sent: joined, without comments and blanks, compressed, under a key made from all of them.

Everything is made once and kept: less than a megabyte. The server makes it before it starts its workers, which share it.
"""

import gzip
import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from hashlib import blake2b
from pathlib import Path, PurePosixPath
from typing import Any

import brotli
from rcssmin import cssmin
from rjsmin import jsmin

from labmapper import core, paths
from labmapper.config import Config
from labmapper.core.guacamole import catalogue
from labmapper.formats import registry
from labmapper.web.language.catalogues import SENTENCES, Catalogue, load_catalogues, localize
from labmapper.web.static_files.joining import join_modules
from labmapper.web.static_files.styles import join_styles

CATALOGUE = "data/catalogue.json"
EXAMPLES = "data/examples.json"
HELP = "data/help.json"

# The modules that pages name: each brings what it needs.
ENTRIES = ("js/main.js", "js/pages.js", "js/revision-picture.js")

_EXAMPLES = Path(core.__file__).with_name("examples")
_TYPES = {
    ".css": "text/css; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".json": "application/json",
    ".svg": "image/svg+xml; charset=utf-8",
}


@dataclass(frozen=True)
class Asset:
    """One file."""

    content_type: str
    plain: bytes

    @cached_property
    def packed(self) -> Mapping[str, bytes]:
        """Its bytes in each encoding that there is, the smallest first. They are made once."""
        return {"br": brotli.compress(self.plain, mode=brotli.MODE_TEXT), "gzip": gzip.compress(self.plain, mtime=0)}


@dataclass(frozen=True, slots=True)
class Assets:
    """All files by their names. Whatever changes in one of them changes the *key*."""

    key: str
    files: Mapping[str, Asset]

    def pack(self) -> None:
        """Compress everything now, half a second of work, so that no visitor waits for it."""
        for asset in self.files.values():
            _ = asset.packed


def get_assets(config: Config) -> Assets:
    """Return what the pages of an installation with *config* load beside themselves, the same object whenever it is asked for."""
    return load_assets(config.translations, config.are_sources_plain)


@cache
def load_assets(translations: Path | None = None, are_plain: bool = False) -> Assets:
    """Return what the pages load beside themselves, in each language that ships or lies in the directory *translations*.

    For those who develop, the sources *are plain*: each file as it is written.
    """
    texts = _read_texts()
    for each in load_catalogues(translations).values():
        texts |= _localize_texts(each)
    return render_assets(texts) if are_plain else build_assets(texts)


@cache
def load_examples() -> tuple[dict[str, Any], ...]:
    """Return the example diagrams that an empty editor offers, in the order of their file names."""
    return tuple(json.loads(path.read_text(encoding="utf-8")) for path in sorted(_EXAMPLES.glob("*.json")))


def build_assets(texts: Mapping[str, str]) -> Assets:
    """Return the files in *texts* (name -> content as written) as they are sent."""
    scripts = {name: jsmin(text) for name, text in texts.items() if name.endswith(".js")}
    styles = {name: cssmin(text) for name, text in texts.items() if name.endswith(".css")}
    rest = {name: text for name, text in texts.items() if name not in scripts and name not in styles}
    entries = [name for name in ENTRIES if name in scripts]
    return render_assets(rest | join_modules(scripts, entries) | join_styles(styles))


def render_assets(texts: Mapping[str, str]) -> Assets:
    """Return the files in *texts*, nothing changed."""
    files = {name: _build_asset(name, text) for name, text in texts.items()}
    digest = blake2b(digest_size=8)
    for name, asset in sorted(files.items()):
        digest.update(f"{name} {len(asset.plain)} ".encode() + asset.plain)
    return Assets(key=digest.hexdigest(), files=files)


def _read_texts() -> dict[str, str]:
    """Return the files of the folder, and the tables that the editor works with, the same for everybody."""
    texts = {
        path.relative_to(paths.STATIC).as_posix(): path.read_text(encoding="utf-8")
        for path in paths.STATIC.rglob("*")
        if path.suffix in _TYPES
    }
    tables = {EXAMPLES: load_examples(), **_build_tables(str)}
    return texts | {name: _render_table(table) for name, table in tables.items()}


def _localize_texts(language: Catalogue) -> dict[str, str]:
    """Return the files that are others in *language*: its sentences, and the tables with sentences in them."""
    tables = _build_tables(language.find)
    texts = {localize(name, language.language): _render_table(table) for name, table in tables.items()}
    return texts | {localize(SENTENCES, language.language): language.render_script()}


def _build_tables(translate: Callable[[str], str]) -> dict[str, dict[str, Any]]:
    """Return the tables with sentences in them, which *translate* gives in a language: what Guacamole and Labmapper know."""
    formats = [each.as_json(translate) for each in registry.FORMATS]
    known = catalogue.as_json(translate) | {"formats": formats, "mainFormat": registry.MAIN.name}
    options = {each.name: [option.as_json(translate) for option in each.write_options] for each in registry.FORMATS}
    asked = {name: options for name, options in options.items() if options}
    return {CATALOGUE: known, HELP: catalogue.help_as_json(translate) | {"formats": asked}}


def _render_table(table: object) -> str:
    return json.dumps(table, ensure_ascii=False, separators=(",", ":"))


def _build_asset(name: str, text: str) -> Asset:
    return Asset(_TYPES[PurePosixPath(name).suffix], text.encode())
