"""Which facts a template of a message has places for."""

from collections.abc import Iterator
from string import Formatter

from labmapper.core.messages.templates import Plural, Template


def iter_places(template: Template) -> Iterator[str]:
    """Yield the name of every fact that *template* has a place for."""
    if isinstance(template, Plural):
        yield template.by
    for form in template.forms.values() if isinstance(template, Plural) else (template,):
        yield from (name for _, name, _, _ in Formatter().parse(form) if name)
