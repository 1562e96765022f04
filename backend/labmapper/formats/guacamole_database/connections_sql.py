"""SQL for connection groups and connections, as templates that are filled in for each person who has copies of their own."""

from collections.abc import Iterable, Iterator, Sequence

from labmapper.core.lab.copy_templates import OWNER, Part, build_template, resolve
from labmapper.core.lab.structure import DeviceType
from labmapper.formats.guacamole_database.connection_groups import DeviceGroup, Layout
from labmapper.formats.guacamole_database.dialects import Dialect
from labmapper.formats.guacamole_database.marks import (
    ATTRIBUTE,
    render_connection_guard,
    render_group_guard,
    select_marked,
)
from labmapper.formats.options import Values

# So many connections in one template: large enough to be quick, small enough to stream and for one statement.
_AT_ONCE = 128
# Up to here the templates of one pod are kept from person to person; beyond, memory matters more than time.
_KEPT = 8_192

Path = Sequence[Sequence[Part]]
Numbered = tuple[DeviceType, int]


class ConnectionsSql:
    """Renders the connection groups and connections of *layout* in a *dialect*, with the *mark* of the lab."""

    def __init__(self, dialect: Dialect, layout: Layout, mark: str, values: Values) -> None:
        """Render with the limits of connections that stand among *values*."""
        self._dialect, self._layout, self._mark = dialect, layout, mark
        limits = {name: int(values.get(name, 0)) for name in ("max_connections", "max_connections_per_user")}
        self._limits = {name: str(number) if number else "NULL" for name, number in limits.items()}

    def render_revocation(self) -> Iterator[str]:
        """Yield what takes parameters and readers from everything of the lab; what is still drawn gets them back."""
        yield (
            "DELETE FROM guacamole_connection_parameter"
            f" WHERE connection_id IN ({select_marked('connection', self._mark)});\n"
        )
        for kind in ("connection", "connection_group"):
            for reader in ("user", "user_group"):
                own = select_marked(reader, self._mark, f"guacamole_{reader}.entity_id")
                yield (
                    f"DELETE FROM guacamole_{kind}_permission WHERE entity_id IN ({own})"
                    f" AND {kind}_id IN ({select_marked(kind, self._mark)});\n"
                )

    def render_all(self) -> Iterator[bytes]:
        """Yield the lab's own connection group, those of zones, and everything in them."""
        everybody = [users.name for users in self._layout.lab.users if users.size]
        yield self._fill(self._render_group([[self._layout.title]], everybody))
        for zones, readers in self._layout.iter_zones():
            yield self._fill(self._render_group(self._path(zones), readers))
        for device_group in self._layout.device_groups:
            yield from self._render_device_group(device_group)

    def _render_device_group(self, device_group: DeviceGroup) -> Iterator[bytes]:
        if device_group.owner is None:
            yield from map(self._fill, self._iter_parts(device_group))
            return
        is_small = sum(device.quantity for device in device_group.devices) <= _KEPT
        kept = list(map(build_template, self._iter_parts(device_group))) if is_small else None
        for person in device_group.owner.iter_people():
            username = self._dialect.escape(person.username)
            for template in kept or map(build_template, self._iter_parts(device_group)):
                yield template.fill(person.pod or 0, username)

    def _iter_parts(self, device_group: DeviceGroup) -> Iterator[list[Part]]:
        path = self._path(device_group.zones)
        if device_group.owner and not device_group.apart:
            path = [*path, [OWNER]]
            yield self._render_group(path, device_group.all_readers, is_owned=True)
        numbered = [(device, n) for device in device_group.devices for n in device.numbers]
        for begin in range(0, len(numbered), _AT_ONCE):
            yield self._render_connections(path, device_group, numbered[begin : begin + _AT_ONCE])

    def _render_group(self, path: Path, readers: Iterable[str], *, is_owned: bool = False) -> list[Part]:
        dialect, name = self._dialect, self._dialect.quote(path[-1])
        around = ["(SELECT NULL AS id)"] if len(path) == 1 else self._folder(path[:-1])
        parent: list[Part] = ["e.parent_id IS NULL"] if len(path) == 1 else ["e.parent_id = ", *around]
        guard = render_group_guard(dialect, self._mark, "\0").split("\0")
        parts: list[Part] = [guard[0], "e.connection_group_name = ", *name, " AND ", *parent, guard[1]]
        parts += ["INSERT INTO guacamole_connection_group (connection_group_name, parent_id, type) SELECT ", *name]
        parts += [
            ", NULL" if len(path) == 1 else ", g.id",
            f", {dialect.cast('ORGANIZATIONAL', 'connection_group_type')}",
        ]
        parts += [" FROM ", *around, " AS g WHERE NOT EXISTS (SELECT 1 FROM guacamole_connection_group e"]
        parts += [" WHERE e.connection_group_name = ", *name, " AND ", *parent, ");\n"]
        parts += [
            "INSERT INTO guacamole_connection_group_attribute (connection_group_id, attribute_name, attribute_value)"
        ]
        parts += [f" SELECT g.id, '{ATTRIBUTE}', '{self._mark}' FROM ", *self._folder(path), " AS g WHERE true"]
        parts += [dialect.replace(("connection_group_id", "attribute_name"), ("attribute_value",))]
        chosen = self._choose_readers(readers, is_owned=is_owned)
        if not chosen:
            return parts
        parts += ["INSERT INTO guacamole_connection_group_permission (entity_id, connection_group_id, permission)"]
        parts += [
            f" SELECT e.entity_id, g.id, {self._read} FROM ",
            *self._folder(path),
            " AS g CROSS JOIN guacamole_entity e",
        ]
        return [*parts, " WHERE ", *chosen, dialect.keep("entity_id", "connection_group_id", "permission")]

    def _render_connections(self, path: Path, device_group: DeviceGroup, numbered: Sequence[Numbered]) -> list[Part]:
        names = [self._name(device_group, *each) for each in numbered]
        parts, folder = self._dialect.remember(self._folder(path))
        guard = render_connection_guard(self._dialect, self._mark, "\0").split("\0")
        parts += [guard[0], *self._choose_connections(names, folder, "e"), guard[1]]
        columns = "".join(f", {column}" for column in self._limits)
        limits = "".join(f", {limit}" for limit in self._limits.values())
        parts += [f"INSERT INTO guacamole_connection (connection_name, parent_id, protocol{columns})"]
        parts += [" SELECT v.name, ", *folder, f", v.protocol{limits} FROM ("]
        for k, ((device, n), name) in enumerate(zip(numbered, names, strict=True)):
            protocol = self._quote_value(device, "protocol", n)
            aliases = (" AS name", " AS protocol") if k == 0 else ("", "")
            parts += ["" if k == 0 else " UNION ALL ", "SELECT ", *name, aliases[0], ", ", *protocol, aliases[1]]
        changed = ("protocol", *self._limits)
        parts += [") AS v WHERE true", self._dialect.replace(("connection_name", "parent_id"), changed)]
        for (device, n), name in zip(numbered, names, strict=True):
            parts += self._render_parameters(device, n, name, folder)
        parts += ["INSERT INTO guacamole_connection_attribute (connection_id, attribute_name, attribute_value)"]
        parts += [f" SELECT c.connection_id, '{ATTRIBUTE}', '{self._mark}' FROM guacamole_connection c WHERE "]
        parts += [*self._choose_connections(names, folder)]
        parts += [self._dialect.replace(("connection_id", "attribute_name"), ("attribute_value",))]
        return parts + self._render_readers(device_group, numbered, names, folder)

    def _render_parameters(self, device: DeviceType, n: int, name: list[Part], folder: list[Part]) -> list[Part]:
        parts: list[Part] = []
        for key, value in device.parameters:
            # The database keeps no empty values, so that one is as good as none.
            if key != "protocol" and value.literal != "":
                aliases = ("", "") if parts else (" AS name", " AS value")
                text = self._dialect.quote(resolve(value, n, str))
                parts += [" UNION ALL " if parts else "", "SELECT ", self._dialect.quote_text(key), aliases[0], ", "]
                parts += [*text, aliases[1]]
        if not parts:
            return []
        begin = "INSERT INTO guacamole_connection_parameter (connection_id, parameter_name, parameter_value)"
        begin += " SELECT c.connection_id, p.name, p.value FROM guacamole_connection c CROSS JOIN ("
        return [begin, *parts, ") AS p WHERE ", *self._choose_connections([name], folder), ";\n"]

    def _render_readers(
        self, device_group: DeviceGroup, numbered: Sequence[Numbered], names: Sequence[list[Part]], folder: list[Part]
    ) -> list[Part]:
        """Return what lets people read connections, those together that the same people read."""
        together: dict[tuple[str, ...], list[list[Part]]] = {}
        for (device, _), name in zip(numbered, names, strict=True):
            together.setdefault(device_group.readers[device.name], []).append(name)
        parts: list[Part] = []
        for readers, read in together.items():
            parts += ["INSERT INTO guacamole_connection_permission (entity_id, connection_id, permission)"]
            parts += [f" SELECT e.entity_id, c.connection_id, {self._read} FROM guacamole_connection c"]
            parts += [" CROSS JOIN guacamole_entity e WHERE ", *self._choose_connections(read, folder), " AND "]
            parts += self._choose_readers(readers, is_owned=device_group.owner is not None)
            parts += [self._dialect.keep("entity_id", "connection_id", "permission")]
        return parts

    def _choose_connections(self, names: Sequence[list[Part]], folder: list[Part], alias: str = "c") -> list[Part]:
        listed = [part for k, name in enumerate(names) for part in (", " if k else "", *name)]
        return [f"{alias}.connection_name IN (", *listed, f") AND {alias}.parent_id = ", *folder]

    def _choose_readers(self, readers: Iterable[str], *, is_owned: bool) -> list[Part]:
        """Return what chooses the entities of the user types *readers*, and of the owner where it *is_owned*."""
        kinds = [self._dialect.cast(each, "entity_type") for each in ("USER_GROUP", "USER")]
        groups = ", ".join(self._dialect.quote_text(self._layout.name_user_group(each)) for each in readers)
        owner: list[Part] = [f"e.type = {kinds[1]} AND e.name = ", *self._dialect.quote([OWNER])]
        group: list[Part] = [f"e.type = {kinds[0]} AND e.name IN ({groups})"]
        if groups and is_owned:
            return ["(", *owner, " OR ", *group, ")"]
        return group if groups else owner if is_owned else []

    def _name(self, device_group: DeviceGroup, device: DeviceType, n: int) -> list[Part]:
        parts = resolve(device.names, n, str)
        if device_group.apart and device_group.owner and not device.has_names_by_pod:
            parts += [" (", OWNER, ")"]
        return self._dialect.quote(parts)

    def _quote_value(self, device: DeviceType, name: str, n: int) -> list[Part]:
        value = device.find_parameter(name)
        return self._dialect.quote(resolve(value, n, str) if value else [""])

    def _path(self, zones: Sequence[str]) -> list[Sequence[Part]]:
        return [[self._layout.title], *([zone] for zone in zones)]

    def _folder(self, path: Path) -> list[Part]:
        """Return the query for the number of the connection group at *path*, by the names on the way."""
        last = len(path) - 1
        parts: list[Part] = [f"(SELECT g{last}.connection_group_id AS id FROM guacamole_connection_group g0"]
        parts += [
            f" JOIN guacamole_connection_group g{k} ON g{k}.parent_id = g{k - 1}.connection_group_id"
            for k in range(1, last + 1)
        ]
        parts.append(" WHERE g0.parent_id IS NULL")
        for k, name in enumerate(path):
            parts += [f" AND g{k}.connection_group_name = ", *self._dialect.quote(name)]
        return [*parts, ")"]

    @property
    def _read(self) -> str:
        return self._dialect.cast("READ", "object_permission_type")

    def _fill(self, parts: Iterable[Part]) -> bytes:
        return build_template(parts).fill(0, "")
