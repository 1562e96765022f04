"""What the import of Guacamole 1.6 stumbles over, beside what its database cannot hold."""

from collections.abc import Iterable, Iterator

from labmapper.core.problems import Place, Problem, has_errors
from labmapper.formats.format import Content
from labmapper.formats.guacamole_database.checks import check_database
from labmapper.formats.guacamole_database.connection_groups import build_layout
from labmapper.formats.guacamole_import.page_paths import RESERVED, find_repetition
from labmapper.formats.guacamole_import.parts import LARGEST, list_sizes
from labmapper.formats.guacamole_import.records import Record, Records

# Nobody imports more by hand, part after part.
_MOST_CONNECTIONS = 20_000
_MOST_NAMES = 2_000_000


def check_import(content: Content) -> Iterator[Problem]:
    """Yield what keeps *content* from being imported, and what the file cannot carry."""
    found = list(
        check_database(Content(content.lab, content.drawing, content.seed, {**content.values, "groups": "none"}))
    )
    # Passwords are not in the file at all, whatever is known of them.
    found = [each for each in found if not each.code.startswith("database-password")]
    found += _check_amount(content)
    records = Records(content) if not has_errors(found) else None
    found += _check_names(records) if records else ()
    yield from found
    if records is None or has_errors(found):
        return
    yield Problem.warning("import-without-passwords")
    yield from _check_parts(content, records)


def _check_amount(content: Content) -> Iterator[Problem]:
    """Yield that there are more connections, or names of people beside them, than files of any number should hold."""
    layout, by_groups = build_layout(content), content.values["readers"] == "groups"
    sizes = {users.name: 1 if by_groups else users.size for users in content.lab.users}
    connections = names = 0
    for device_group in layout.device_groups:
        for device in device_group.devices:
            copies = device.quantity * (device_group.owner.size if device_group.owner else 1)
            connections += copies
            names += copies * sum(sizes[users] for users in device_group.readers[device.name])
    if connections > _MOST_CONNECTIONS or names > _MOST_NAMES:
        yield Problem.error("guacamole-import-too-large", connections=connections, names=names)


def _check_names(records: Records) -> Iterator[Problem]:
    """Yield the first name of each kind that the import takes for something else."""
    yield from _check_reserved(record.name for record in records)
    yield from _check_people(records)
    met = find_repetition(records)
    if met:
        yield Problem.error("guacamole-import-name", variant="repeated", name=met[0], other=met[1])
    for record in records:
        if _measure_readers(record) > LARGEST // 2:
            yield Problem.error("guacamole-import-name", variant="long", name=record.name)
            return


def _check_people(records: Records) -> Iterator[Problem]:
    users = [person.username for each in records.layout.lab.users for person in each.iter_people()]
    groups = [records.layout.name_user_group(each.name) for each in records.layout.lab.users]
    yield from _check_reserved(users)
    blanks = next((name for name in (*users, *groups) if name != name.strip()), None)
    if blanks is not None:
        yield Problem.error("guacamole-import-name", variant="blanks", name=blanks)


def _check_reserved(names: Iterable[str]) -> Iterator[Problem]:
    name = next((name for name in names if name in RESERVED), None)
    if name is not None:
        yield Problem.error("guacamole-import-name", variant="reserved", name=name)


def _measure_readers(record: Record) -> int:
    return sum(len(name.encode()) + 16 for name in (*record.users, *record.groups))


def _check_parts(content: Content, records: Records) -> Iterator[Problem]:
    if not len(records):
        return
    part, count = int(content.values["part"]), len(list_sizes(content))
    if part > count:
        yield Problem.error("output-option", Place(field="part"), variant="part", part=part, count=count)
    elif count > 1:
        yield Problem.warning("import-parts", part=part, count=count)
