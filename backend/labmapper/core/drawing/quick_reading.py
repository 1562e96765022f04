"""Reads diagrams for previews, three times as fast as the models do. Such a diagram is never written.

What nearly all of a large drawing is, cables and devices without parameters, is read as records of msgspec, which are made of
the models and have the same fields; everything else, and whatever is unusual, by the models.
"""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Annotated, Any

from pydantic import TypeAdapter, ValidationError, create_model

from labmapper.core.drawing.checked_text import has_sound_ids
from labmapper.core.drawing.document import MAX_ITEMS, Diagram, find_diagram
from labmapper.core.drawing.items import Device, Node, StrictModel

if TYPE_CHECKING:
    from msgspec import Raw
    from msgspec.json import Decoder

_KEY = "diagram"
# Lists of many, which are read as records.
_MANY = ("nodes", "links")


def find_diagram_quickly(text: bytes) -> tuple[Diagram, dict[str, Any]] | None:
    """Return what ``find_diagram`` does of the JSON object *text*, with records in the place of some items."""
    from msgspec import MsgspecError  # noqa: PLC0415 - only a server looks at drawings again and again

    try:
        body = _build_readers().body.decode(text)
        diagram = _read(body.pop(_KEY))
        others = {name: json.loads(bytes(value)) for name, value in body.items()}
    except (KeyError, MsgspecError, ValidationError, UnicodeError, RecursionError):
        diagram, others = None, {}
    return (diagram, others) if diagram else find_diagram(text)


def _read(text: "Raw") -> Diagram | None:
    """Return the diagram that the JSON *text* is, or None where something refers to nothing."""
    readers = _build_readers()
    drawn = readers.diagram.decode(text)
    named = ((name, getattr(drawn, name)) for name in drawn.__struct_fields__ if name not in _MANY)
    given = b",".join(b'"%s":%s' % (name.rstrip("_").encode(), bytes(value)) for name, value in named if value)
    head = readers.head.validate_json(b"{%s}" % given)
    nodes = _read_nodes(drawn.nodes)
    diagram = Diagram.model_construct(**dict(head), nodes=nodes, links=drawn.links)
    return diagram if not diagram.pictures and has_sound_ids(diagram) else None


def _read_nodes(texts: "Sequence[Raw]") -> list[Node]:
    """Return the nodes that *texts* are: a record for each device that has nothing which is hidden from who may only look."""
    from msgspec import ValidationError  # noqa: PLC0415 - as above

    readers = _build_readers()
    read_device, nodes = readers.device.decode, list[Node]()
    for text in texts:
        try:
            device = read_device(text)
        except ValidationError:
            device = None
        nodes.append(device if device is not None and _is_plain(device) else readers.node.validate_json(bytes(text)))
    return nodes


def _is_plain(device: Any) -> bool:  # noqa: ANN401 - a record
    return not device.scenery and not any(each.parameters or each.copies for each in device.connections)


@dataclass(frozen=True, slots=True)
class _Readers:
    """What reads a request, a diagram with its nodes left as text, a device, any node, and the rest of a diagram."""

    body: "Decoder[dict[str, Raw]]"
    diagram: "Decoder[Any]"
    device: "Decoder[Any]"
    node: "TypeAdapter[Node]"
    head: "TypeAdapter[StrictModel]"


@cache
def _build_readers() -> _Readers:
    from msgspec import Meta, Raw, defstruct, field  # noqa: PLC0415 - as above
    from msgspec.json import Decoder  # noqa: PLC0415 - as above

    from labmapper.core.drawing.records import RecordMaker  # noqa: PLC0415 - as above

    records = RecordMaker()
    links = records.make(Diagram).__annotations__["links"]
    rest = {name: each for name, each in Diagram.model_fields.items() if name not in _MANY}
    fields = [(name, Raw, field(default=Raw(), name=each.alias)) for name, each in rest.items()]
    many: list[tuple[str, Any, Any]] = [
        ("nodes", Annotated[list[Raw], Meta(max_length=MAX_ITEMS)], field(default_factory=list)),
        ("links", links, field(default_factory=list)),
    ]
    head_fields: dict[str, Any] = {name: (each.annotation, each) for name, each in rest.items()}
    head = create_model("Head", __base__=StrictModel, **head_fields)
    return _Readers(
        Decoder(dict[str, Raw]),
        Decoder(defstruct("Drawn", [*fields, *many], kw_only=True, forbid_unknown_fields=True)),
        Decoder(records.make(Device)),
        TypeAdapter(Node),
        TypeAdapter(head),
    )
