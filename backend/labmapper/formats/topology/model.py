"""The lab of another tool as its reader found it: devices with consoles, cables with interfaces, zones and notes.

Keys are the file's own ids or names; they only tie these together. Names are kept as they stand in the file.
"""

from dataclasses import dataclass, field
from typing import Literal

from labmapper.core.drawing.device_kinds import DeviceKind
from labmapper.core.drawing.styles import CableDash, CableRoute, CableWidth, Color
from labmapper.core.problems import NOWHERE, Place, Problem

# A "network" is a bridge, hub or segment: nobody logs in to it.
Role = DeviceKind | Literal["network"]


@dataclass(slots=True)
class Console:
    """A way into a device: protocol, host and port as texts, and parameters of Guacamole.

    An empty *host* is asked for: that of the emulator's host where the console *is_at_host* (EVE-NG, GNS3, a published
    port), else the device's own. Texts stand for themselves, but in a stack, and where *is_typed*: then placeholders
    count in the *host*, as in the editor. *has_default_login* tells that user name and password are the tool's
    documented default, not in the file.
    """

    protocol: str = "ssh"
    host: str = ""
    port: str = ""
    label: str = ""
    parameters: dict[str, str] = field(default_factory=dict)
    has_default_login: bool = False
    is_at_host: bool = False
    is_typed: bool = False


@dataclass(slots=True)
class Device:
    """A device, or with the role ``network`` a segment. *x* and *y* are its middle in the file's units, if it has a place.

    Without *consoles* nobody logs in to it, and no address is asked for. *count* above 1 is a stack: its name, hosts,
    ports and parameters are written as in the editor, and count up.
    """

    key: str
    name: str
    role: Role = "generic"
    x: float | None = None
    y: float | None = None
    zone: str | None = None
    consoles: list[Console] = field(default_factory=list)
    count: int = 1
    place: Place = NOWHERE


@dataclass(slots=True)
class CableEnd:
    """One end of a cable: the key of the device, and the interface's name where it is known."""

    device: str
    interface: str = ""


@dataclass(frozen=True, slots=True)
class CableLook:
    """How a cable looks and runs, each None where the file says nothing, or what is usual."""

    color: Color | None = None
    width: CableWidth | None = None
    dash: CableDash | None = None
    route: CableRoute | None = None


@dataclass(slots=True)
class Cable:
    """A cable between two devices; there may be several between the same two. *name* is its own, such as a VLAN.

    *bends* are the points through which it was led from source to target, in the file's units.
    """

    source: CableEnd
    target: CableEnd
    place: Place = NOWHERE
    name: str = ""
    look: CableLook = CableLook()
    bends: tuple[tuple[float, float], ...] = ()


@dataclass(slots=True)
class Zone:
    """A group, site or folder around devices, perhaps within another. Its box (left, top, width, height) may be unknown.

    Devices and zones that name no zone, and lie in a box, are taken for its members.
    """

    key: str
    name: str
    zone: str | None = None
    box: tuple[float, float, float, float] | None = None
    color: Color | None = None


@dataclass(slots=True)
class Note:
    """A text on the drawing; *x* and *y* are its middle in the file's units, if it has a place."""

    text: str
    x: float | None = None
    y: float | None = None


@dataclass(slots=True)
class Figure:
    """A figure that is around no device: *x* and *y* are its middle, all in the file's units. A line may go to the left or upwards."""

    x: float
    y: float
    width: float
    height: float
    shape: Literal["rectangle", "ellipse", "line", "arrow"] = "rectangle"
    text: str = ""
    color: Color | None = None


@dataclass(slots=True)
class Topology:
    """All that a reader found, and *problems*: what it did not understand, and what is lost."""

    title: str = ""
    devices: list[Device] = field(default_factory=list)
    cables: list[Cable] = field(default_factory=list)
    zones: list[Zone] = field(default_factory=list)
    notes: list[Note] = field(default_factory=list)
    figures: list[Figure] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
