"""Reads Guacamole's tables as Guacamole does: who logs in with which password, and what he then sees.

It shares nothing with what writes them: plain SQL, hashlib, and the rule that a connection is seen by whom it and every
group around it can be read.
"""

import hashlib
import hmac
from collections import defaultdict
from dataclasses import dataclass

from support.guacamole.databases import GuacamoleDatabase, Row

# What a person reaches: by the names of the groups and of the connection, protocol and parameters.
Reached = dict[tuple[str, ...], dict[str, str]]


@dataclass
class Gateway:
    """All that is in the tables: hash and salt of everybody, and what everybody reaches."""

    accounts: dict[str, Row]
    reached: dict[str, Reached]

    def lets_in(self, username: str, password: str) -> bool:
        """Return whether *username* can log in with *password*, as guacamole-auth-jdbc checks it."""
        if username not in self.accounts:
            return False
        digest, salt = self.accounts[username]
        given = hashlib.sha256(f"{password}{salt or ''}".encode()).hexdigest().upper()
        return hmac.compare_digest(given, digest or "")


def read_gateway(database: GuacamoleDatabase) -> Gateway:
    """Return what is in the tables of *database*."""
    names = {
        row[0]: row[1] or ""
        for row in database.select("guacamole_entity", "entity_id", "name", "type")
        if row[2] == "USER"
    }
    users = database.select("guacamole_user", "entity_id", "password_hash:bytes", "password_salt:bytes")
    groups = _index(
        database.select("guacamole_connection_group", "connection_group_id", "connection_group_name", "parent_id")
    )
    connections = _index(
        database.select("guacamole_connection", "connection_id", "connection_name", "parent_id", "protocol")
    )
    parameters: dict[str | None, dict[str, str]] = defaultdict(dict)
    for identifier, name, value in database.select(
        "guacamole_connection_parameter", "connection_id", "parameter_name", "parameter_value"
    ):
        parameters[identifier][name or ""] = value or ""
    readable = {kind: _read_permissions(database, kind) for kind in ("connection", "connection_group")}
    gateway = Gateway({}, {})
    for (entity, *password), mine in zip(users, _list_memberships(database, users), strict=True):
        username = names[entity]
        gateway.accounts[username] = tuple(password)
        visible = {identifier for each in mine for identifier in readable["connection_group"][each]}
        gateway.reached[username] = {}
        for identifier in {identifier for each in mine for identifier in readable["connection"][each]}:
            name, parent, protocol = connections[identifier]
            path = _find_path(groups, visible, parent)
            if path is not None:
                gateway.reached[username][*path, name or ""] = {"protocol": protocol or "", **parameters[identifier]}
    return gateway


def read_everything(database: GuacamoleDatabase) -> dict[str, list[Row]]:
    """Return all rows that a lab could leave behind, without the numbers and moments that differ by themselves."""
    known = {
        "guacamole_entity": ("name", "type"),
        "guacamole_user": (
            "password_hash:bytes",
            "password_salt:bytes",
            "expired",
            "valid_from",
            "valid_until",
            "full_name",
        ),
        "guacamole_user_group": ("disabled",),
        "guacamole_user_group_member": ("user_group_id", "member_entity_id"),
        "guacamole_connection_group": ("connection_group_name", "type"),
        "guacamole_connection": ("connection_name", "protocol", "max_connections"),
        "guacamole_connection_parameter": ("parameter_name", "parameter_value"),
        "guacamole_connection_permission": ("entity_id", "connection_id", "permission"),
        "guacamole_connection_group_permission": ("entity_id", "connection_group_id", "permission"),
        "guacamole_user_permission": ("entity_id", "affected_user_id", "permission"),
        "guacamole_user_attribute": ("attribute_name", "attribute_value"),
        "guacamole_connection_attribute": ("attribute_name", "attribute_value"),
        "guacamole_connection_group_attribute": ("attribute_name", "attribute_value"),
        "guacamole_user_group_attribute": ("attribute_name", "attribute_value"),
    }
    return {table: sorted(database.select(table, *columns), key=repr) for table, columns in known.items()}


def _index(rows: list[Row]) -> dict[str | None, Row]:
    return {row[0]: row[1:] for row in rows}


def _list_memberships(database: GuacamoleDatabase, users: list[Row]) -> list[set[str | None]]:
    """Return for each of *users* the entities whose rights he has: his own, and those of his user groups."""
    rows = database.select("guacamole_user_group", "user_group_id", "entity_id")
    entities = {row[0]: row[1] for row in rows}
    groups: dict[str | None, set[str | None]] = defaultdict(set)
    for group, member in database.select("guacamole_user_group_member", "user_group_id", "member_entity_id"):
        groups[member].add(entities[group])
    return [{user[0]} | groups[user[0]] for user in users]


def _read_permissions(database: GuacamoleDatabase, kind: str) -> dict[str | None, set[str | None]]:
    readable: dict[str | None, set[str | None]] = defaultdict(set)
    for entity, identifier, permission in database.select(
        f"guacamole_{kind}_permission", "entity_id", f"{kind}_id", "permission"
    ):
        if permission == "READ":
            readable[entity].add(identifier)
    return readable


def _find_path(groups: dict[str | None, Row], visible: set[str | None], parent: str | None) -> tuple[str, ...] | None:
    """Return the names of the groups around, outermost first, or None where one of them cannot be read."""
    path: list[str] = []
    while parent is not None:
        if parent not in visible:
            return None
        name, around = groups[parent]
        path.insert(0, name or "")
        parent = around
    return tuple(path)
