"""The drawing of a lab that was written, not drawn: users on the left, devices in a grid, pods in boxes of their own.

Nothing overlaps, and the drawing means the lab again (``lab_from_diagram.build_lab``).
"""

import math
from collections.abc import Mapping
from dataclasses import dataclass, fields, replace

from pydantic import ValidationError

from labmapper.core.drawing import items as drawn
from labmapper.core.drawing.device_kinds import guess_kind
from labmapper.core.drawing.document import MAX_ITEMS, Diagram, Passwords, Settings
from labmapper.core.lab.defaults import leave_out_inherited
from labmapper.core.lab.listed import Copies, get_usual_mode
from labmapper.core.lab.lost_comments import find_lost_comments
from labmapper.core.lab.numbering import Pattern, build_literal, parse_first, rebase
from labmapper.core.lab.spelling import UnspellableError, spell_copies, spell_first
from labmapper.core.lab.structure import Defaults, DeviceType, FixedPassword, Lab, Person, UserType
from labmapper.core.problems import Problem

# Room for a tile of 56 with its label and address, in canvas units.
STEP_X = 160.0
STEP_Y = 144.0
MARGIN = 80.0
# Not asdict(), which copies each value of thousands of people.
_OF_PERSON = tuple(field.name for field in fields(Person))


@dataclass(slots=True)
class _Grid:
    """Hands out places row by row, in a block about as wide as high."""

    left: float
    top: float
    columns: int
    taken: int = 0

    def take(self) -> tuple[float, float]:
        row, column = divmod(self.taken, self.columns)
        self.taken += 1
        return self.left + column * STEP_X, self.top + row * STEP_Y

    @property
    def bottom(self) -> float:
        return self.top + math.ceil(self.taken / self.columns) * STEP_Y


@dataclass(frozen=True, slots=True)
class _Ids:
    """The ids of what is drawn, by the names in the lab."""

    users: dict[str, str]
    devices: dict[str, str]
    pods: dict[str, str]


def draw_lab(lab: Lab, title: str = "Untitled lab") -> tuple[Diagram | None, tuple[Problem, ...]]:
    """Return a laid-out drawing of *lab*, without types of a quantity of 0, and what of the lab's file is lost in it.

    Where it is too large, or counts as no placeholder can say, return None and that problem.
    """
    try:
        return _draw(lab, title), tuple(find_lost_comments(lab))
    except ValidationError:
        return None, (Problem.error("drawing-too-large", most_nodes=MAX_ITEMS, longest_text=drawn.MAX_TEXT),)
    except UnspellableError as error:
        return None, (Problem.error("drawing-cannot-say", shown=error.shown),)


def _draw(lab: Lab, title: str) -> Diagram:
    users = [each for each in lab.users if each.size]
    names = {each.name for each in users}
    devices = [each for each in lab.devices if each.quantity and (each.pod is None or each.pod in names)]
    ids = _Ids(
        {each.name: f"u{number}" for number, each in enumerate(users, start=1)},
        {each.name: f"d{number}" for number, each in enumerate(devices, start=1)},
        {pod: f"z{number}" for number, pod in enumerate(dict.fromkeys(each.pod for each in devices if each.pod), 1)},
    )
    nodes, zones = _draw_devices(devices, ids, lab.defaults)
    access = [edge for each in users for edge in _list_targets(each, devices, ids)]
    if any(target == _NOTHING.id for _, target in access):
        zones.append(_NOTHING)
    return Diagram(
        title=title,
        settings=Settings.model_validate(
            {
                "guacamole": lab.guacamole,
                "hashing": lab.hashing,
                "passwords": Passwords(length=lab.recipe.length, symbol=lab.recipe.symbol) if lab.recipe else None,
                "defaults": {each.protocol: dict(each.parameters) for each in lab.defaults},
            }
        ),
        nodes=[*(_draw_users(each, ids, row * STEP_Y) for row, each in enumerate(users)), *nodes],
        zones=zones,
        access=[
            drawn.Access(id=f"a{number}", users=source, target=target)
            for number, (source, target) in enumerate(access, start=1)
        ],
    )


# No access edge at all would mean every device; an edge to an empty box means none.
_NOTHING = drawn.Zone(id="z-nothing", label="No devices", x=-300, y=-40, width=180, height=80)


def _draw_devices(
    devices: list[DeviceType], ids: _Ids, defaults: tuple[Defaults, ...]
) -> tuple[list[drawn.Node], list[drawn.Zone]]:
    """Return the device nodes in the order of *devices*, and a zone around those of each pod."""
    zones: list[drawn.Zone] = []
    places: dict[str, tuple[float, float]] = {}
    top = 0.0
    for pod in (None, *ids.pods):
        block = [device for device in devices if device.pod == pod]
        padding = MARGIN if pod else 0
        grid = _Grid(2 * STEP_X + padding, top + padding, max(1, math.ceil(math.sqrt(len(block) * 1.5))))
        places |= {device.name: grid.take() for device in block}
        if pod is not None:
            zones.append(_draw_pod(pod, ids, grid, top))
        top = grid.bottom + (STEP_Y if block else 0)
    return [_draw_device(device, ids, places[device.name], defaults) for device in devices], zones


def _draw_pod(pod: str, ids: _Ids, grid: _Grid, top: float) -> drawn.Zone:
    width = (min(grid.columns, grid.taken) - 1) * STEP_X + 2 * MARGIN
    height = grid.bottom - grid.top - STEP_Y + 2 * MARGIN + 24
    label = f"Pod of {pod}"
    left = grid.left - MARGIN
    return drawn.Zone(id=ids.pods[pod], label=label, x=left, y=top, width=width, height=height, pod=ids.users[pod])


def _draw_device(
    device: DeviceType, ids: _Ids, place: tuple[float, float], defaults: tuple[Defaults, ...]
) -> drawn.Device:
    label = spell_first(device.names, device.numbers)
    first = parse_first(label)[1]
    numbers = range(first, first + device.quantity)
    rebased = tuple((name, rebase(value, device.first - first)) for name, value in device.parameters)
    values = dict(leave_out_inherited(defaults, replace(device, parameters=rebased)).parameters)
    protocol = values.get("protocol", build_literal("")).render(first)
    connection = _draw_connection(protocol, values, numbers, is_host_counting_stated=device.must_state_host_counting)
    return drawn.Device(
        id=ids.devices[device.name],
        type="device",
        kind=guess_kind((device.name, label), protocol),
        label=label,
        count=device.quantity,
        x=place[0],
        y=place[1],
        zone=ids.pods.get(device.pod or ""),
        connections=[connection],
    )


def _draw_connection(
    protocol: str, values: Mapping[str, Pattern], numbers: range, *, is_host_counting_stated: bool
) -> drawn.Connection:
    texts: dict[str, str] = {"hostname": "", "port": ""}
    copies: dict[str, Copies] = {}
    for name, value in values.items():
        if name == "protocol" and not value.listed:
            continue
        texts[name], said = spell_copies(value, numbers, usually=get_usual_mode(name))
        if said is not None:
            copies[name] = said
    if is_host_counting_stated and "{" not in texts["hostname"]:
        copies["hostname"] = "counts"
    texts.pop("protocol", None)
    host, port = texts.pop("hostname"), texts.pop("port")
    return drawn.Connection(protocol=protocol, host=host, port=port, parameters=texts, copies=copies)


def _draw_users(users: UserType, ids: _Ids, y: float) -> drawn.Users:
    return drawn.Users(
        id=ids.users[users.name],
        type="users",
        label=users.name
        if users.roster
        else spell_first(users.usernames, range(users.first, users.first + users.quantity)),
        count=max(users.quantity, 1),
        roster=[drawn.RosterEntry(**{name: getattr(person, name) for name in _OF_PERSON}) for person in users.roster],
        password=drawn.FixedPassword(mode="fixed", value=users.password.value)
        if isinstance(users.password, FixedPassword)
        else drawn.RandomPassword(rotation=users.password.rotation, rotations=dict(users.password.rotations)),
        y=y,
    )


def _list_targets(users: UserType, devices: list[DeviceType], ids: _Ids) -> list[tuple[str, str]]:
    """Return the access edges of *users*: to devices, or to the pod of others where all in it is meant."""
    if users.reaches is None:
        return []
    named = frozenset(users.reaches)
    reached = [device for device in devices if device.name in named and device.pod != users.name]
    targets = {ids.devices[device.name] for device in reached if device.pod is None}
    for pod in {device.pod for device in reached} - {None}:
        inside = [device.name for device in devices if device.pod == pod]
        whole = named.issuperset(inside)
        targets |= {ids.pods[str(pod)]} if whole else {ids.devices[name] for name in inside if name in named}
    # Who names nothing but their own pod gets an edge to it: none at all would mean every device.
    owns = any(device.name in named and device.pod == users.name for device in devices)
    otherwise = ids.pods[users.name] if owns else _NOTHING.id
    return [(ids.users[users.name], target) for target in sorted(targets) or [otherwise]]
