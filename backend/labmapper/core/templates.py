"""Text that is the same for many people but for a few numbers, prepared once and filled in for each.

This is what makes a mapping for thousands of people quick: the devices are rendered once, not once a person.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Final

from labmapper.core.numbering import Field, Pattern


class Owner:
    """The slot for the user name of the person whose copy it is."""


OWNER: Final = Owner()

Part = str | Field | Owner


@dataclass(frozen=True, slots=True)
class Template:
    """UTF-8 bytes with slots for what changes from person to person."""

    text: bytes
    slots: tuple[Field | Owner, ...]

    def fill(self, pod: int, owner: str) -> bytes:
        """Return the text for the copy number *pod* of the user called *owner*, which is put in as it is."""
        if not self.slots:
            return self.text
        values = {slot: (slot.render(pod) if isinstance(slot, Field) else owner).encode() for slot in set(self.slots)}
        return self.text % tuple(map(values.__getitem__, self.slots))


def build_template(parts: Iterable[Part]) -> Template:
    """Return the template of *parts*, in which every field is one of ``pod``."""
    text: list[str] = []
    slots: list[Field | Owner] = []
    for part in parts:
        if isinstance(part, str):
            text.append(part.replace("%", "%%"))
        else:
            text.append("%b")
            slots.append(part)
    joined = "".join(text)
    return Template((joined if slots else joined.replace("%%", "%")).encode(), tuple(slots))


def resolve(pattern: Pattern, n: int, escape: Callable[[str], str]) -> list[Part]:
    """Return the parts of *pattern* for device number *n*, literals through *escape*, with ``pod`` still open."""
    return [
        escape(part) if isinstance(part, str) else part.render(n) if part.variable == "n" else part
        for part in pattern.parts
    ]
