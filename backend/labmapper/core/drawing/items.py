"""What a drawing is made of: nodes of several types, zones, cables and access edges, as they stand in the document.

The models are strict about structure (ids, types) and lenient about what people type: a half-typed address is saved, and
reported as a problem by ``checks``.
"""

from operator import not_
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

from labmapper.core.drawing.device_kinds import DeviceKind
from labmapper.core.drawing.styles import CableDash, CableRoute, CableWidth, Color
from labmapper.core.lab.listed import Mode
from labmapper.core.lab.passwords import Encoding
from labmapper.core.lab.structure import MAX_COUNT, MAX_POD, MAX_ROTATION
from labmapper.core.pictures.bounds import PICTURE_ID_PATTERN

MAX_TEXT = 65_536
MAX_BENDS = 32

# What is drawn without a way in, as long as nobody gives it one.
PICTURED_KINDS = frozenset({"phone", "printer", "cloud"})
ID_PATTERN = r"^[A-Za-z0-9_-]{1,64}$"
Id = Annotated[str, Field(pattern=ID_PATTERN)]
Text = Annotated[str, Field(max_length=MAX_TEXT)]
Coordinate = Annotated[float, Field(ge=-1_000_000, le=1_000_000, allow_inf_nan=False)]
Extent = Annotated[float, Field(ge=1, le=1_000_000, allow_inf_nan=False)]
Count = Annotated[int, Field(ge=1, le=MAX_COUNT)]
Values = Annotated[list[Text], Field(max_length=MAX_COUNT)]
Rotation = Annotated[int, Field(ge=0, le=MAX_ROTATION)]
PictureId = Annotated[str, Field(pattern=PICTURE_ID_PATTERN)]

# Fields that most drawings do without: a document has them only where they are set.
_UNLESS_SET = Field(exclude_if=not_)
ColorIfAny = Annotated[Color | None, _UNLESS_SET]
Flag = Annotated[bool, _UNLESS_SET]
TextIfAny = Annotated[Text, _UNLESS_SET]
# Layers are what nodes and zones name; which of them are hidden is a setting of the diagram.
MAX_LAYERS = 100
LayerName = Annotated[str, Field(max_length=60)]
LayerIfAny = Annotated[LayerName, _UNLESS_SET]


class StrictModel(BaseModel):
    """A part of the document: no other keys, no guessing of types, no changes."""

    model_config = ConfigDict(
        extra="forbid", frozen=True, strict=True, json_schema_serialization_defaults_required=True
    )


class Connection(StrictModel):
    """One way into a device, as Guacamole opens it. An empty port is the protocol's default.

    The first connection of a device bears the device's name; *label* sets apart the others. *copies* says by the names of
    ``hostname``, ``port`` and the parameters what the copies of a stack or of a pod have: the digits at the end count up,
    as those of the host usually do, all have the same, as is usual elsewhere, or each has its own of a list.
    """

    protocol: Text = "ssh"
    host: Text = ""
    port: Text = ""
    label: Text = ""
    parameters: dict[Text, Text] = Field(default_factory=dict)
    copies: dict[Text, Mode | Values] = Field(default_factory=dict)


class _Node(StrictModel):
    """Anything placed. *x* and *y* are the middle of its tile, in canvas units. *layer* is the name of the one that it is on.

    The *type* stands first, so that whoever reads one knows at once which it is.
    """

    type: str
    id: Id
    label: Text = ""
    x: Coordinate = 0
    y: Coordinate = 0
    zone: Id | None = None
    locked: bool = False
    layer: LayerIfAny = ""


class Device(_Node):
    """A router, switch, server, ...; with a *count* above 1 a stack of alike devices.

    *scenery* is for the drawing only: nobody opens it, and the connections that it may have wait until it is more.
    """

    type: Literal["device"]
    kind: DeviceKind = "generic"
    count: Count = 1
    connections: Annotated[list[Connection], Field(max_length=64)] = Field(default_factory=list)
    scenery: Flag = False


class RandomPassword(StrictModel):
    """Made from the secret seed of the diagram, the user name and the rotation counters."""

    mode: Literal["random"] = "random"
    rotation: Rotation = 0
    rotations: dict[Text, Rotation] = Field(default_factory=dict)


class FixedPassword(StrictModel):
    """One password for everybody in the group, taken as typed."""

    mode: Literal["fixed"]
    value: Text = ""


class RosterEntry(StrictModel):
    """A named person. Without a *password* the group's rule holds; without a *pod* the place in the list.

    With an *encoding* the *password* is known only as such a hash, in hexadecimal digits.
    *name*, *email* and *id*, by which a school knows somebody, tell who is meant when a newer list comes.
    """

    username: Text
    password: Text | None = None
    encoding: Encoding | None = None
    pod: Annotated[int, Field(ge=0, le=MAX_POD)] | None = None
    name: Text = ""
    email: Text = ""
    id: Text = ""


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
    """Free text on the drawing, in its label, under a *heading*. A *plain* one has no paper, and may be larger than others."""

    type: Literal["note"]
    heading: TextIfAny = ""
    color: ColorIfAny = None
    plain: Flag = False
    size: Annotated[Literal["large", "title"] | None, _UNLESS_SET] = None


class Shape(_Node):
    """A figure around or beside what it is about, *width* and *height* large around its middle, with its label in it.

    A line and an arrow go from the left to the right, with a negative *width* to the left, and so with *height*.
    A picture lies behind everything else; *picture* names it, its label tells in words what it shows, and *opacity* is how
    strong it is, in percent.
    """

    type: Literal["shape"]
    shape: Literal["rectangle", "ellipse", "line", "arrow", "picture"] = "rectangle"
    width: Coordinate = 160
    height: Coordinate = 96
    color: ColorIfAny = None
    picture: Annotated[PictureId | None, _UNLESS_SET] = None
    opacity: Annotated[Annotated[int, Field(ge=5, le=100)] | None, _UNLESS_SET] = None


Node = Annotated[Device | Users | Network | Gateway | Note | Shape, Field(discriminator="type")]


class Zone(StrictModel):
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
    layer: LayerIfAny = ""
    color: ColorIfAny = None


class LinkEnd(StrictModel):
    """One end of a cable: the node, and the name of the interface where it is known."""

    node: Id
    interface: Text = ""


class Bend(StrictModel):
    """A point through which somebody led a cable, in canvas units."""

    x: Coordinate
    y: Coordinate


class Link(StrictModel):
    """A cable between two nodes.

    Its look is left out where nobody chose it: a *name* of its own (a VLAN, a speed), *color*, *width* and *dash*, the *route*
    where it is not that of the diagram, and the *bends* through which it was led, from the source on.
    """

    id: Id
    source: LinkEnd
    target: LinkEnd
    name: TextIfAny = ""
    color: ColorIfAny = None
    width: Annotated[CableWidth | None, _UNLESS_SET] = None
    dash: Annotated[CableDash | None, _UNLESS_SET] = None
    route: Annotated[CableRoute | None, _UNLESS_SET] = None
    bends: Annotated[list[Bend], Field(max_length=MAX_BENDS), _UNLESS_SET] = Field(default_factory=list)


class Access(StrictModel):
    """The edge that says who may reach what: from a users node to a device, a zone or a network."""

    id: Id
    users: Id
    target: Id
