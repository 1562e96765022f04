"""Recognises files that a template engine must fill in before they are a lab."""

import re

from labmapper.core.problems import Place, Problem

# What only Jinja has: statements, comments and filters. Go writes its statements in double braces too.
_JINJA = re.compile(rb"\{%|\{#|\{\{[^{}\n]*(?:\||cookiecutter|\bitem\b)")
# At the first double brace; what follows it tells which engine it is. In quotes, and in comments, it may be a text.
_BRACES = re.compile(rb"^[^#\n]*?(\{\{|\{%)", re.MULTILINE)


def find_template(data: bytes) -> Problem | None:
    """Return the problem that *data* is a template of Go or Jinja, None where it has no signs of one."""
    found = _BRACES.search(data) if b"{{" in data or b"{%" in data else None
    if found is None:
        return None
    place = Place(line=data.count(b"\n", 0, found.start(1)) + 1)
    if _JINJA.search(data):
        return Problem.error("import-template", place, variant="jinja")
    return Problem.error("import-template", place, variant="go")
