"""The diagram: the drawing as one JSON document, and the only description of its shape.

Ids are unique, and what refers to something refers to what is there. Lists keep the order of drawing.
"""

import json
from operator import not_
from typing import TYPE_CHECKING, Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError, model_validator
from pydantic_core import PydanticCustomError

from labmapper.core.drawing.items import MAX_LAYERS, Access, LayerName, Link, Node, PictureId, StrictModel, Text, Zone
from labmapper.core.drawing.references import find_broken_references
from labmapper.core.drawing.styles import CableRoute
from labmapper.core.lab.defaults import MAX_PARAMETERS, MAX_PROTOCOLS, MAX_VALUE
from labmapper.core.lab.passwords import LENGTH, LONGEST, SHORTEST
from labmapper.core.messages.catalogue import ENTRIES
from labmapper.core.messages.templates import Fact
from labmapper.core.pictures.bounds import DATA_PATTERN, MAX_DATA, MAX_PICTURES
from labmapper.core.problem_list import ProblemList
from labmapper.core.problems import Place, Problem

if TYPE_CHECKING:
    from pydantic_core import ErrorDetails

SCHEMA = 1
MAX_ITEMS = 20_000
# What a diagram is called that nobody named; `shown_title.py` says how lists call it.
DEFAULT_TITLE = "Untitled lab"

# The type of pydantic's error for a reference that leads nowhere, with its variant and facts beside it.
_BROKEN = "broken_reference"

# A text with more faults of shape than this is no diagram, and to list them would take seconds.
_MOST_TOLD = 10_000

Hashing = Literal["plain", "sha256", "md5"]
GuacamoleVersion = Literal["1.0.0", "1.1.0", "1.2.0", "1.3.0", "1.4.0", "1.5.5", "1.6.0", "1.6.1"]


class Passwords(StrictModel):
    """How random passwords are made since version 2: a digit, a capital and a small letter in each, a symbol if asked."""

    version: Literal[2] = 2
    length: Annotated[int, Field(ge=SHORTEST, le=LONGEST)] = LENGTH
    symbol: bool = False


ProtocolDefaults = Annotated[dict[Text, Annotated[str, Field(max_length=MAX_VALUE)]], Field(max_length=MAX_PARAMETERS)]

PictureData = Annotated[str, Field(pattern=DATA_PATTERN, max_length=MAX_DATA)]


class Settings(StrictModel):
    """What holds for the whole diagram: the Guacamole it is for, how passwords are written and how random ones are made.

    Without *passwords* they are made by version 1, as in every diagram that was drawn before there was another. *defaults*
    are by the names of protocols the parameters of all connections that do not have them, *cables* is how cables run that do
    not say it themselves, *hidden* are the layers that are not shown; all three are left out where nobody chose them.
    """

    guacamole: GuacamoleVersion = "1.6.0"
    hashing: Hashing = "plain"
    passwords: Passwords | None = None
    defaults: Annotated[dict[Text, ProtocolDefaults], Field(max_length=MAX_PROTOCOLS, exclude_if=not_)] = Field(
        default_factory=dict
    )
    cables: Annotated[CableRoute | None, Field(exclude_if=not_)] = None
    hidden: Annotated[list[LayerName], Field(max_length=MAX_LAYERS, exclude_if=not_)] = Field(default_factory=list)


class Diagram(StrictModel):
    """The whole drawing. Ids are unique over nodes, zones, links and access edges together.

    *pictures* are, by their ids, what lies on it, in a file that travels; what is saved names them alone, and is without.
    """

    schema_: Literal[1] = Field(default=1, alias="schema")
    title: Annotated[str, Field(max_length=200)] = DEFAULT_TITLE
    settings: Settings = Field(default_factory=Settings)
    nodes: Annotated[list[Node], Field(max_length=MAX_ITEMS)] = Field(default_factory=list)
    zones: Annotated[list[Zone], Field(max_length=MAX_ITEMS)] = Field(default_factory=list)
    links: Annotated[list[Link], Field(max_length=MAX_ITEMS * 4)] = Field(default_factory=list)
    access: Annotated[list[Access], Field(max_length=MAX_ITEMS)] = Field(default_factory=list)
    pictures: Annotated[dict[PictureId, PictureData], Field(max_length=MAX_PICTURES, exclude_if=not_)] = Field(
        default_factory=dict
    )

    @model_validator(mode="after")
    def _check_references(self) -> "Diagram":
        for broken in find_broken_references(self.nodes, self.zones, self.links, self.access):
            raise PydanticCustomError(_BROKEN, "{variant}", {"variant": broken.variant, "facts": broken.facts})
        return self


class _Envelope(BaseModel):
    """A request with a diagram, and anything else beside it."""

    model_config = ConfigDict(extra="allow")

    diagram: Diagram


def start_diagram() -> Diagram:
    """Return a new diagram: nothing in it, and random passwords made in the newest way."""
    return Diagram(settings=Settings(passwords=Passwords()))


def parse_diagram(document: object) -> tuple[Diagram | None, tuple[Problem, ...]]:
    """Return the diagram that the JSON value *document* holds, or None and the problems that keep it from being one."""
    if isinstance(document, dict) and isinstance(document.get("schema"), int) and document["schema"] > SCHEMA:
        return None, (Problem.error("diagram-newer", schema=document["schema"], supported=SCHEMA),)
    try:
        return Diagram.model_validate(document), ()
    except ValidationError as error:
        if error.error_count() > _MOST_TOLD:
            return None, (Problem.error("diagram-shape", variant="too-many", count=error.error_count()),)
        details = error.errors(include_url=False, include_input=False)
        return None, tuple(ProblemList(_as_problem(detail) for detail in details))


def parse_document(text: bytes) -> tuple[Diagram | None, tuple[Problem, ...]]:
    """Return what ``parse_diagram`` does of the JSON *text*; a sound one is read and checked at once."""
    try:
        return Diagram.model_validate_json(text), ()
    except ValidationError:
        return parse_diagram(json.loads(text))


def find_diagram(text: bytes) -> tuple[Diagram, dict[str, Any]] | None:
    """Return the diagram under the key ``diagram`` of the JSON object *text*, and what stands beside it.

    Read and checked at once, without values in between. None where anything is unusual: the other way tells what.
    """
    if b"NaN" in text or b"Infinity" in text:
        return None
    try:
        envelope = _Envelope.model_validate_json(text)
    except ValidationError:
        return None
    return envelope.diagram, envelope.model_extra or {}


def render_diagram(diagram: Diagram) -> dict[str, Any]:
    """Return *diagram* as the JSON value that ``parse_diagram`` reads."""
    return diagram.model_dump(mode="json", by_alias=True)


def render_json(diagram: Diagram) -> bytes:
    """Return *diagram* as the text of that JSON value, made in half the time of value and text one after the other."""
    return diagram.model_dump_json(by_alias=True).encode()


def _as_problem(detail: "ErrorDetails") -> Problem:
    """Return the problem that an error of pydantic is, by its type; one that has no words yet keeps pydantic's own."""
    place, facts = Place(field=".".join(str(part) for part in detail["loc"]) or None), detail.get("ctx", {})
    if detail["type"] == _BROKEN:
        return Problem("diagram-shape", "error", place, facts["variant"], facts["facts"])
    variant = detail["type"].replace("_", "-")
    if variant not in ENTRIES["diagram-shape"].variants:
        return Problem.error("diagram-shape", place, variant="other", reason=detail["msg"])
    return Problem("diagram-shape", "error", place, variant, {name: _as_fact(each) for name, each in facts.items()})


def _as_fact(value: object) -> Fact:
    """Return a number or a text of pydantic's as it writes it: limits of numbers without ``.0``."""
    return int(value) if isinstance(value, int | float) else str(value)
