"""Checks documents that are to be saved and writes them in their stored form, five times as fast as the models do.

The records that msgspec reads are made of the models, which stay the only description of the shape: the same fields in the
same order with the same limits, so that the text is byte for byte what the models write. What is unusual or wrong is left to
them, and to their sentences about it.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any

from labmapper.core.drawing.document import Diagram, render_json
from labmapper.core.drawing.items import ID_PATTERN, Node, Zone
from labmapper.core.drawing.references import find_broken_references

if TYPE_CHECKING:
    from msgspec.json import Decoder

# All ids of a drawing at once, which takes a third of the time: each in a line of its own, and so with no line break in it.
_LINES_OF_IDS = re.compile(f"(?:{ID_PATTERN.strip('^$')}\n)*")


@dataclass(frozen=True, slots=True)
class CheckedText:
    """The *text* of a diagram that has been checked; its *nodes* and *zones* are records with the fields of those."""

    text: bytes
    title: str
    nodes: Sequence[Node]
    zones: Sequence[Zone]


# What is saved: by the way that is quick, or by the models.
Drawing = Diagram | CheckedText


def render_text(drawing: Drawing) -> bytes:
    """Return *drawing* as the text that is kept."""
    return drawing.text if isinstance(drawing, CheckedText) else render_json(drawing)


def find_checked_text(text: bytes) -> CheckedText | None:
    """Return the diagram that stands under the key ``diagram`` of the JSON object *text*, and nothing beside it.

    None where anything is unusual: the models tell what.
    """
    from msgspec import MsgspecError, json  # noqa: PLC0415 - only a server saves

    reader, lowered = _build_reader()
    try:
        diagram: Any = reader.decode(text).diagram
    except (MsgspecError, UnicodeDecodeError, RecursionError):
        return None
    # Pictures that a document brings along are looked into.
    if diagram.pictures or not has_sound_ids(diagram):
        return None
    written = json.encode(diagram)
    if any(flag in written for flag in lowered):
        return None
    return CheckedText(written, diagram.title, diagram.nodes, diagram.zones)


@cache
def _build_reader() -> "tuple[Decoder[Any], tuple[bytes, ...]]":
    """Return what reads a request with a diagram, and the flags that are left out unless set, as they stand where they are not."""
    from msgspec import defstruct  # noqa: PLC0415 - only a server saves
    from msgspec.json import Decoder  # noqa: PLC0415 - as above

    from labmapper.core.drawing.records import RecordMaker  # noqa: PLC0415 - as above

    records = RecordMaker()
    envelope = defstruct("Envelope", [("diagram", records.make(Diagram))], forbid_unknown_fields=True)
    return Decoder(envelope), tuple(f'"{name}":false'.encode() for name in sorted(records.flags))


def has_sound_ids(diagram: Any) -> bool:  # noqa: ANN401 - a record
    """Return whether all ids in *diagram* are ids, each there once, and whatever refers to one refers to what is there."""
    ids = [item.id for items in (diagram.nodes, diagram.zones, diagram.links, diagram.access) for item in items]
    text = "\n".join([*ids, ""])
    if not _LINES_OF_IDS.fullmatch(text) or text.count("\n") > len(ids):
        return False
    return not find_broken_references(diagram.nodes, diagram.zones, diagram.links, diagram.access)
