"""The lab of a ``user-mapping.xml``: everybody in groups, and what they see in stacks."""

from labmapper.core.checks.size import MAX_DRAWN
from labmapper.core.lab.spelling import render_pattern
from labmapper.core.lab.structure import DeviceType, Lab
from labmapper.core.lab.type_names import TypeNames
from labmapper.core.problems import Place, Problem
from labmapper.formats.guacamole_user_mapping.people import Group, build_users, group_logins, name_group
from labmapper.formats.guacamole_user_mapping.records import ScannedLogins, Seen
from labmapper.formats.guacamole_user_mapping.stacks import Stack, build_single, fold_stacks


def build_lab(scanned: ScannedLogins) -> tuple[Lab | None, tuple[Problem, ...]]:
    """Return the lab that gives everybody in *scanned* what the file gave them, or None and that it is too large."""
    logins = list(scanned.logins.values())
    groups = group_logins(logins)
    stacks = fold_stacks(_list_singles(groups))
    if len(stacks) > MAX_DRAWN:
        return None, (Problem.error("mapping-too-large", variant="connections", most=MAX_DRAWN),)
    return _name_types(groups, stacks, tuple(dict.fromkeys(scanned.comments))), ()


def _list_singles(groups: list[Group]) -> list[Stack]:
    """Return every connection that somebody sees once, with the groups who do, and those of the pods."""
    lines: dict[Seen, int] = {}
    reached: dict[Seen, set[int]] = {}
    for position, group in enumerate(groups):
        for seen, line in group.logins[0].connections.values():
            if seen in group.seen:
                lines.setdefault(seen, line)
                reached.setdefault(seen, set()).add(position)
    shared = [
        build_single(seen.name, (("protocol", seen.protocol), *seen.parameters), line, frozenset(reached[seen]))
        for seen, line in lines.items()
    ]
    return [*shared, *(stack for group in groups if group.pods for stack in group.pods.stacks)]


def _name_types(groups: list[Group], stacks: list[Stack], comments: tuple[int, ...]) -> Lab:
    user_names, device_names = TypeNames(), TypeNames()
    called = [user_names.take(name_group(group), "users") for group in groups]
    reaches: list[list[str]] = [[] for _ in groups]
    devices = []
    for stack in stacks:
        name = device_names.take(render_pattern(stack.names), "device")
        pod = None if stack.pod is None else called[stack.pod]
        place = Place(line=stack.line)
        devices.append(
            DeviceType(
                name,
                stack.names,
                stack.first,
                stack.quantity,
                stack.parameters,
                pod,
                place,
                is_host_counting_stated=True,
            )
        )
        for position in stack.reached if stack.pod is None else (stack.pod,):
            reaches[position].append(name)
    users = tuple(
        build_users(group, name, tuple(names)) for group, name, names in zip(groups, called, reaches, strict=True)
    )
    return Lab(users, tuple(devices), comments=comments)
