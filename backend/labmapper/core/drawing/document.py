"""The diagram: the drawing as one JSON document, and the only description of its shape.

The models are strict about structure (ids, references, types) and lenient about what people type: a
half-typed address is saved, and reported as a problem by ``checks``. Lists keep the order of drawing.
"""

from typing import TYPE_CHECKING, Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError, model_validator
from pydantic_core import PydanticCustomError

from labmapper.core.drawing.references import find_broken_references
from labmapper.core.lab.structure import MAX_COUNT, MAX_POD, MAX_ROTATION
from labmapper.core.messages.catalogue import ENTRIES
from labmapper.core.messages.templates import Fact
from labmapper.core.problems import Place, Problem

if TYPE_CHECKING:
    from pydantic_core import ErrorDetails

SCHEMA = 1
MAX_ITEMS = 20_000
MAX_TEXT = 65_536

# The type of pydantic's error for a reference that leads nowhere, with its variant and facts beside it.
_BROKEN = "broken_reference"

DeviceKind = Literal[
    "router",
    "switch",
    "l3switch",
    "firewall",
    "loadbalancer",
    "server",
    "workstation",
    "laptop",
    "accesspoint",
    "phone",
    "printer",
    "cloud",
    "generic",
]
Hashing = Literal["plain", "sha256", "md5"]
GuacamoleVersion = Literal["1.0.0", "1.1.0", "1.2.0", "1.3.0", "1.4.0", "1.5.5", "1.6.0", "1.6.1"]

Id = Annotated[str, Field(pattern=r"^[A-Za-z0-9_-]{1,64}$")]
Text = Annotated[str, Field(max_length=MAX_TEXT)]
Coordinate = Annotated[float, Field(ge=-1_000_000, le=1_000_000, allow_inf_nan=False)]
Extent = Annotated[float, Field(ge=1, le=1_000_000, allow_inf_nan=False)]
Count = Annotated[int, Field(ge=1, le=MAX_COUNT)]
Rotation = Annotated[int, Field(ge=0, le=MAX_ROTATION)]


class _Model(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, strict=True)


class Settings(_Model):
    """What holds for the whole diagram: the Guacamole it is for, and how passwords are written."""

    guacamole: GuacamoleVersion = "1.6.0"
    hashing: Hashing = "plain"


class Connection(_Model):
    """One way into a device, as Guacamole opens it. An empty port is the protocol's default.

    The first connection of a device bears the device's name; *label* sets apart the others.
    """

    protocol: Text = "ssh"
    host: Text = ""
    port: Text = ""
    label: Text = ""
    parameters: dict[Text, Text] = Field(default_factory=dict)


class _Node(_Model):
    """Anything placed. *x* and *y* are the middle of its tile, in canvas units."""

    id: Id
    label: Text = ""
    x: Coordinate = 0
    y: Coordinate = 0
    zone: Id | None = None
    locked: bool = False


class Device(_Node):
    """A router, switch, server, ...; with a *count* above 1 a stack of alike devices."""

    type: Literal["device"]
    kind: DeviceKind = "generic"
    count: Count = 1
    connections: Annotated[list[Connection], Field(max_length=64)] = Field(default_factory=list)


class RandomPassword(_Model):
    """Made from the secret seed of the diagram, the user name and the rotation counters."""

    mode: Literal["random"] = "random"
    rotation: Rotation = 0
    rotations: dict[Text, Rotation] = Field(default_factory=dict)


class FixedPassword(_Model):
    """One password for everybody in the group, taken as typed."""

    mode: Literal["fixed"]
    value: Text = ""


class RosterEntry(_Model):
    """A named person. Without a *password* the group's rule holds; without a *pod* the place in the list."""

    username: Text
    password: Text | None = None
    pod: Annotated[int, Field(ge=0, le=MAX_POD)] | None = None


class Users(_Node):
    """A group of people: *count* numbered user names beginning with the label, or a *roster*."""

    type: Literal["users"]
    count: Count = 1
    roster: Annotated[list[RosterEntry], Field(max_length=MAX_COUNT)] = Field(default_factory=list)
    password: Annotated[RandomPassword | FixedPassword, Field(discriminator="mode")] = Field(
        default_factory=RandomPassword
    )


class Network(_Node):
    """A segment or cloud that devices plug into."""

    type: Literal["network"]


class Gateway(_Node):
    """Where Guacamole's guacd stands: what no cable path joins to it cannot be reached."""

    type: Literal["gateway"]


class Note(_Node):
    """Free text on the drawing, in its label."""

    type: Literal["note"]


Node = Annotated[Device | Users | Network | Gateway | Note, Field(discriminator="type")]


class Zone(_Model):
    """A box around nodes, placed by its top left corner. With *pod* it exists once per user of that users node."""

    id: Id
    label: Text = ""
    x: Coordinate
    y: Coordinate
    width: Extent
    height: Extent
    zone: Id | None = None
    pod: Id | None = None
    locked: bool = False


class LinkEnd(_Model):
    """One end of a cable: the node, and the name of the interface where it is known."""

    node: Id
    interface: Text = ""


class Link(_Model):
    """A cable between two nodes."""

    id: Id
    source: LinkEnd
    target: LinkEnd


class Access(_Model):
    """The edge that says who may reach what: from a users node to a device, a zone or a network."""

    id: Id
    users: Id
    target: Id


class Diagram(_Model):
    """The whole drawing. Ids are unique over nodes, zones, links and access edges together."""

    schema_: Literal[1] = Field(default=1, alias="schema")
    title: Annotated[str, Field(max_length=200)] = "Untitled lab"
    settings: Settings = Field(default_factory=Settings)
    nodes: Annotated[list[Node], Field(max_length=MAX_ITEMS)] = Field(default_factory=list)
    zones: Annotated[list[Zone], Field(max_length=MAX_ITEMS)] = Field(default_factory=list)
    links: Annotated[list[Link], Field(max_length=MAX_ITEMS * 4)] = Field(default_factory=list)
    access: Annotated[list[Access], Field(max_length=MAX_ITEMS)] = Field(default_factory=list)

    @model_validator(mode="after")
    def _check_references(self) -> "Diagram":
        for broken in find_broken_references(self):
            raise PydanticCustomError(_BROKEN, "{variant}", {"variant": broken.variant, "facts": broken.facts})
        return self


def parse_diagram(document: object) -> tuple[Diagram | None, tuple[Problem, ...]]:
    """Return the diagram that the JSON value *document* holds, or None and the problems that keep it from being one."""
    if isinstance(document, dict) and isinstance(document.get("schema"), int) and document["schema"] > SCHEMA:
        return None, (Problem.error("diagram-newer", schema=document["schema"], supported=SCHEMA),)
    try:
        return Diagram.model_validate(document), ()
    except ValidationError as error:
        return None, tuple(_as_problem(detail) for detail in error.errors(include_url=False, include_input=False))


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
