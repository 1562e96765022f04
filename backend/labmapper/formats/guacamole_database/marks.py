"""The mark on each row that is a lab's own, and what goes by it: guards, what is no longer drawn, and taking it all away.

An attribute of our own, which Guacamole keeps and shows nowhere, holds what ``accounts.derive_mark`` gives. While a script
runs, what it has not come to yet bears an older mark; what still bears that at its end is no longer drawn.
"""

from collections.abc import Iterator

from labmapper.formats.guacamole_database.connection_groups import DEEPEST
from labmapper.formats.guacamole_database.dialects import Dialect

ATTRIBUTE = "labmapper-lab"
PEOPLE = ("user", "user_group")
EVERYTHING = (*PEOPLE, "connection", "connection_group")

# A text that began with a digit would be called truncated by MySQL, without the name in it.
_REFUSED = ("Stopped: ", " is here already and is not of this lab")


def age(mark: str) -> str:
    """Return the mark of what a script has not come to yet."""
    return f"{mark} earlier"


def select_marked(kind: str, mark: str, column: str | None = None) -> str:
    """Return the query for the ids of all rows of *kind* that bear *mark*, or an older one of it."""
    found = column or f"{kind}_id"
    source = f"guacamole_{kind}_attribute"
    if found != f"{kind}_id":
        source += f" JOIN guacamole_{kind} ON guacamole_{kind}.{kind}_id = guacamole_{kind}_attribute.{kind}_id"
    marks = f"'{mark}', '{age(mark)}'"
    return f"SELECT {found} FROM {source} WHERE attribute_name = '{ATTRIBUTE}' AND attribute_value IN ({marks})"


def render_aging(kind: str, mark: str) -> str:
    """Return what gives the older mark to all rows of *kind*."""
    return (
        f"UPDATE guacamole_{kind}_attribute SET attribute_value = '{age(mark)}'"
        f" WHERE attribute_name = '{ATTRIBUTE}' AND attribute_value = '{mark}';\n"
    )


def render_guard(dialect: Dialect, kind: str, mark: str, chosen: str) -> str:
    """Return what ends the script with an error that names it where one of the *chosen* accounts is not of this lab.

    *kind* is ``user`` or ``user_group``. Neither database can raise an error from a plain statement, so one is provoked
    whose message has the name in it.
    """
    name = _say_refused("e.name")
    return _provoke(dialect, kind, name, f"guacamole_entity e WHERE {chosen} AND e.entity_id", kind, mark, "entity_id")


def render_group_guard(dialect: Dialect, mark: str, chosen: str) -> str:
    """Return what ends the script with an error where a connection group *chosen* by name is not of this lab."""
    name = _say_refused("e.connection_group_name")
    found = f"guacamole_connection_group e WHERE {chosen} AND e.connection_group_id"
    return _provoke(dialect, "connection_group", name, found, "connection_group", mark, None)


def render_connection_guard(dialect: Dialect, mark: str, chosen: str) -> str:
    """Return what ends the script with an error where a connection *chosen* by name and group is not of this lab."""
    name = _say_refused("e.connection_name")
    found = f"guacamole_connection e WHERE {chosen} AND e.connection_id"
    return _provoke(dialect, "connection", name, found, "connection", mark, None)


def _say_refused(column: str) -> str:
    return f"CONCAT('{_REFUSED[0]}', {column}, '{_REFUSED[1]}')"


def _provoke(  # noqa: PLR0913, PLR0917 - what a query is made of
    dialect: Dialect, kind: str, name: str, found: str, marked: str, mark: str, column: str | None
) -> str:
    number = name if dialect.is_mysql else f"CAST({name} AS integer)"
    own = select_marked(marked, mark, f"guacamole_{kind}.{column}" if column else None)
    return (
        f"INSERT INTO guacamole_{kind}_attribute ({kind}_id, attribute_name, attribute_value)"
        f" SELECT {number}, '', '' FROM {found} NOT IN ({own});\n"
    )


def iter_removal(mark: str, kinds: tuple[str, ...], *, only_older: bool) -> Iterator[str]:
    """Yield what deletes all rows that bear *mark*, or only what a script has not come to.

    Connection groups go from the inside out, and only those in which nobody else has put anything.
    """
    marks = f"'{age(mark)}'" if only_older else f"'{mark}', '{age(mark)}'"
    where = f"attribute_name = '{ATTRIBUTE}' AND attribute_value IN ({marks})"
    if "connection" in kinds:
        own = f"SELECT connection_id FROM guacamole_connection_attribute WHERE {where}"
        yield f"DELETE FROM guacamole_connection WHERE connection_id IN ({own});\n"
    for kind in PEOPLE:
        own = (
            f"SELECT u.entity_id FROM guacamole_{kind} u"
            f" JOIN guacamole_{kind}_attribute a ON a.{kind}_id = u.{kind}_id WHERE {where}"
        )
        yield f"DELETE FROM guacamole_entity WHERE entity_id IN ({own});\n"
    if "connection_group" in kinds:
        own = f"SELECT connection_group_id FROM guacamole_connection_group_attribute WHERE {where}"
        inner = "SELECT DISTINCT parent_id FROM guacamole_connection_group WHERE parent_id IS NOT NULL"
        full = "SELECT parent_id FROM guacamole_connection WHERE parent_id IS NOT NULL"
        for _ in range(DEEPEST + 2):
            yield (
                f"DELETE FROM guacamole_connection_group WHERE connection_group_id IN ({own})"
                f" AND connection_group_id NOT IN (SELECT parent_id FROM ({inner}) AS outer_groups)"
                f" AND connection_group_id NOT IN ({full});\n"
            )
