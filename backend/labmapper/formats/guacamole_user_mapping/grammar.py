"""Which elements and attributes a ``user-mapping.xml`` may have where, and what is told of others."""

import difflib
import re

from labmapper.core.problems import Place, Problem

_ROOT = "user-mapping"
_CHILDREN = {
    "": (_ROOT,),
    _ROOT: ("authorize",),
    "authorize": ("connection", "protocol", "param"),
    "connection": ("protocol", "param"),
    "protocol": (),
    "param": (),
}
ATTRIBUTES = {
    _ROOT: frozenset[str](),
    "authorize": frozenset({"username", "password", "encoding"}),
    "connection": frozenset({"name"}),
    "protocol": frozenset[str](),
    "param": frozenset({"name"}),
}
ENCODINGS = {"plain": "plain", "md5": "md5", "sha256": "sha256"}

_TYPED_ATTRIBUTE = re.compile(r"(?:^|[\s\"'>])(username|password|encoding|name)\s*=", re.IGNORECASE)
_LOOKED_AT = 1_000


def check_element(name: str, parent: str, line: int) -> Problem | None:
    """Return the error that the element *name* within *parent* is, None where it may stand there."""
    allowed = _CHILDREN[parent]
    if name in allowed:
        return None
    place = Place(line=line)
    if not parent:
        variant = "root-left-out" if name in ATTRIBUTES else "root"
        return Problem.error("mapping-shape", place, variant=variant, element=name)
    if name in ATTRIBUTES:
        variant = "text-only" if not allowed else "outside" if name in ("protocol", "param", "connection") else "nested"
        return Problem.error("mapping-shape", place, variant=variant, element=name, parent=parent)
    near = difflib.get_close_matches(name[:40].lower(), allowed, 1)
    if near:
        return Problem.error("mapping-shape", place, variant="near", element=name, near=near[0])
    return Problem.error("mapping-shape", place, variant="unknown", element=name, parent=parent)


def check_encoding(encoding: str, line: int) -> Problem:
    """Return the error that the *encoding* of a password is, which is none of those that there are."""
    plain = encoding.strip().lower().replace("-", "").replace("_", "")
    place = Place(line=line)
    if plain in ENCODINGS:
        return Problem.error("mapping-shape", place, variant="encoding-near", encoding=encoding, near=plain)
    return Problem.error("mapping-shape", place, variant="encoding", encoding=encoding)


def tell_typed_attributes(element: str, text: str, line: int) -> Problem:
    """Return what is told of *text* directly within *element*: an error where it is attributes outside of the tag."""
    typed = _TYPED_ATTRIBUTE.search(text[:_LOOKED_AT]) if element in ("authorize", "connection") else None
    shown = " ".join(text[:_LOOKED_AT].split())
    if typed:
        return Problem.error(
            "mapping-shape", Place(line=line), variant="typed-attributes", element=element, shown=shown
        )
    return Problem.warning("mapping-lost", Place(line=line), variant="text", element=element, shown=shown)
