"""Templates of text that differs only in a few numbers from copy to copy: rendered once, filled in for each user.

This is what makes a mapping for thousands of people quick: the devices are rendered once, not once a person.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from operator import itemgetter
from typing import Final, cast

from labmapper.core.lab.listed import Listed
from labmapper.core.lab.numbering import Field, Pattern


class Owner:
    """The slot for the user name of the person whose copy it is."""


OWNER: Final = Owner()


@dataclass(frozen=True, slots=True, eq=False)
class PodValues:
    """The slot for what a list has for one device, *values* by the pod number."""

    values: Mapping[int, str]

    def render(self, pod: int) -> str:
        """Return the value in the copy number *pod*."""
        return self.values.get(pod, "")


Slot = Field | PodValues | Owner
Part = str | Slot

# Ends each text in a template of many.
_END = "\0"


@dataclass(frozen=True, slots=True)
class Template:
    """UTF-8 bytes with gaps for what changes from person to person.

    *slots* are what goes into the gaps, each once; *order* picks for every gap its place in them.
    """

    text: bytes
    slots: tuple[Slot, ...]
    order: Callable[[Sequence[bytes]], tuple[bytes, ...]]

    def fill(self, pod: int, owner: str) -> bytes:
        """Return the text for the copy number *pod* of the user called *owner*, which is put in as it is."""
        if not self.slots:
            return self.text
        values = [(owner if isinstance(slot, Owner) else slot.render(pod)).encode() for slot in self.slots]
        return self.text % self.order(values)

    def fill_list(self, pod: int, owner: str) -> list[bytes]:
        """Return the texts that ``build_list`` was given, filled like ``fill``, as many as they were."""
        return self.fill(pod, owner.replace(_END, "")).split(_END.encode())[:-1]


def build_template(parts: Iterable[Part]) -> Template:
    """Return the template of *parts*, in which every field is one of ``pod``."""
    parts = list(parts)
    if all(isinstance(part, str) for part in parts):
        return Template("".join(cast("list[str]", parts)).encode(), (), tuple)
    text: list[str] = []
    order: list[int] = []
    slots: dict[Slot, int] = {}
    for part in parts:
        if isinstance(part, str):
            text.append(part.replace("%", "%%"))
        else:
            text.append("%b")
            order.append(slots.setdefault(part, len(slots)))
    return Template("".join(text).encode(), tuple(slots), _build_order(order))


def build_list(texts: Iterable[Iterable[Part]]) -> Template:
    """Return one template of many *texts*, for ``fill_list``; what ends them is left out where a text has it itself."""
    return build_template(part for text in texts for part in (*map(_drop_end_of_part, text), _END))


def build_fixed_list(texts: Iterable[str]) -> Template:
    """Return what ``build_list`` does of texts without a gap."""
    return Template("".join([f"{drop_end(text)}{_END}" for text in texts]).encode(), (), tuple)


def drop_end(text: str) -> str:
    """Return *text* without what ends texts in a template, as it stands there."""
    return text.replace(_END, "")


def _drop_end_of_part(part: Part) -> Part:
    if isinstance(part, PodValues):
        return PodValues({pod: drop_end(text) for pod, text in part.values.items()})
    return drop_end(part) if isinstance(part, str) else part


def _build_order(order: list[int]) -> Callable[[Sequence[bytes]], tuple[bytes, ...]]:
    """Return what picks the places *order*; ``itemgetter`` does, but returns no tuple for a single place."""
    if len(order) == 1:
        return tuple
    return itemgetter(*order)


def resolve(pattern: Pattern, n: int, escape: Callable[[str], str]) -> list[Part]:
    """Return the parts of *pattern* for device number *n*, literals through *escape*, with ``pod`` still open."""
    return [escape(part) if isinstance(part, str) else _resolve(part, n, escape) for part in pattern.parts]


def _resolve(part: Field | Listed, n: int, escape: Callable[[str], str]) -> Part:
    if isinstance(part, Field):
        return part.render(n) if part.variable == "n" else part
    if not part.pods:
        return escape(part.pick(n, 0))
    return PodValues({pod: escape(part.pick(n, pod)) for pod in part.list_given_pods()})
