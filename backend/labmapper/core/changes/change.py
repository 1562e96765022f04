"""One thing that changed, as a value: a code with facts. Its sentence stands in ``messages.changes``."""

from dataclasses import dataclass, field
from typing import Any

from labmapper.core.messages.catalogue import ENGLISH, Catalogue, render
from labmapper.core.messages.entries import DEFAULT
from labmapper.core.messages.templates import Fact, Facts


@dataclass(frozen=True, slots=True)
class Change:
    """What changed: a stable *code*, which *variant* of it, and the *facts* that its sentence names.

    A thing that changed in several ways has them as *details*, which its sentence lists.
    """

    code: str
    variant: str = DEFAULT
    facts: Facts = field(default_factory=dict, hash=False)
    details: tuple["Change", ...] = ()

    def __str__(self) -> str:
        return self.render()

    def render(self, catalogue: Catalogue = ENGLISH) -> str:
        """Return the sentence in the words of *catalogue*, of a detail its few words."""
        facts = {**self.facts, "details": [detail.render(catalogue) for detail in self.details]}
        return render(f"change.{self.code}.{self.variant}", facts, catalogue)

    def as_json(self, catalogue: Catalogue = ENGLISH) -> dict[str, Any]:
        """Return this change as the API shows it, in the words of *catalogue*."""
        return {
            "code": self.code,
            "variant": self.variant,
            "message": self.render(catalogue),
            "facts": self.facts,
            "details": [detail.as_json(catalogue) for detail in self.details],
        }


def build_change(code: str, variant: str = DEFAULT, /, **facts: Fact) -> Change:
    """Return the change *code* with the facts that its words name."""
    return Change(code, variant, facts)
