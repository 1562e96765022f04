"""Where the files that are not Python live.

A wheel carries ``templates``, ``static``, ``translations`` and ``migrations`` inside this package.
A checkout keeps them at the repository root, two levels above it.
"""

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent
_CHECKOUT = _PACKAGE.parents[1]


def _locate(packaged: str, in_checkout: str) -> Path:
    """Return the directory that this installation really has; a checkout comes before the copies of an install."""
    for candidate in (_CHECKOUT / in_checkout, _PACKAGE / packaged):
        if candidate.is_dir() and (candidate.parent == _PACKAGE or _is_checkout()):
            return candidate
    raise RuntimeError(f"labmapper is installed without its {packaged} files")


def _is_checkout() -> bool:
    return (_CHECKOUT / "pyproject.toml").is_file()


TEMPLATES = _locate("templates", "templates")
STATIC = _locate("static", "frontend/static")
TRANSLATIONS = _locate("translations", "translations")
MIGRATIONS = _locate("migrations", "migrations")
