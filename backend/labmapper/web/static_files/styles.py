"""Joins style sheets: what one imports at its beginning is put in its place."""

import re
from collections.abc import Mapping
from posixpath import dirname, join, normpath

_IMPORT = re.compile(r"""@import\s*(['"])([^'"]+)\1;""")


def join_styles(styles: Mapping[str, str]) -> dict[str, str]:
    """Return *styles* (name -> content without comments) without those that others import, and without imports.

    Raises:
        KeyError: One imports what is not there.
    """
    imported = {_resolve(name, path) for name, text in styles.items() for _, path in _IMPORT.findall(text)}
    return {name: _join(name, styles) for name in styles if name not in imported}


def _join(name: str, styles: Mapping[str, str]) -> str:
    return _IMPORT.sub(lambda found: _join(_resolve(name, found[2]), styles), styles[name])


def _resolve(name: str, path: str) -> str:
    return normpath(join(dirname(name), path))
