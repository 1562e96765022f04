"""The tables of Guacamole's database, 1.0.0 to 1.6, as far as accounts and connections go: written from their description.

The keys, lengths, defaults and cascades are those that a script can run into. Two dialects, one list.
"""

_OBJECTS = ("connection", "connection_group", "sharing_profile")
_ENUMERATIONS = {
    "entity_type": ("USER", "USER_GROUP"),
    "connection_group_type": ("ORGANIZATIONAL", "BALANCING"),
    "object_permission_type": ("READ", "UPDATE", "DELETE", "ADMINISTER"),
    "system_permission_type": ("CREATE_CONNECTION", "CREATE_USER", "ADMINISTER"),
    "proxy_encryption_method": ("NONE", "SSL"),
}


def build_tables(*, is_mysql: bool) -> str:
    """Return the statements that make all tables, parents first."""
    tables = [_entity(), _user(), _user_group(), _member(), _connection_group(), _connection(), _sharing_profile()]
    tables += [_parameters(each) for each in ("connection", "sharing_profile")]
    tables += [_attributes(each) for each in ("user", "user_group", *_OBJECTS)]
    tables += [_permissions(each, f"{each}_id", each) for each in _OBJECTS]
    tables += [_permissions(each, f"affected_{each}_id", each) for each in ("user", "user_group")]
    tables += [_history()]
    if is_mysql:
        return "\n".join(map(_translate, tables))
    kinds = (f"CREATE TYPE guacamole_{k} AS ENUM ({_list(words)});" for k, words in _ENUMERATIONS.items())
    return "\n".join([*kinds, *tables])


def list_tables() -> list[str]:
    """Return the names of all tables, children first."""
    lines = build_tables(is_mysql=False).splitlines()
    return [line.split()[2] for line in lines if line.startswith("CREATE TABLE")][::-1]


def _translate(table: str) -> str:
    table = table.replace(" serial ", " int(11) NOT NULL AUTO_INCREMENT ").replace(" bytea", " binary(32)")
    table = table.replace("timestamptz", "datetime").replace("boolean", "tinyint(1)").replace(" integer", " int(11)")
    for kind, words in _ENUMERATIONS.items():
        table = table.replace(f"guacamole_{kind} ", f"enum({_list(words)}) ")
    return table.replace("\n);", "\n) ENGINE=InnoDB DEFAULT CHARSET=utf8;")


def _list(words: tuple[str, ...]) -> str:
    return ", ".join(f"'{word}'" for word in words)


def _table(name: str, *parts: str) -> str:
    return f"CREATE TABLE guacamole_{name} (\n  " + ",\n  ".join(parts) + "\n);"


def _refer(column: str, table: str, *, end: str = "CASCADE") -> str:
    key = "entity_id" if table == "entity" else f"{table}_id"
    return f"FOREIGN KEY ({column}) REFERENCES guacamole_{table} ({key}) ON DELETE {end}"


def _entity() -> str:
    return _table(
        "entity",
        "entity_id serial ",
        "name varchar(128) NOT NULL",
        "type guacamole_entity_type NOT NULL",
        "PRIMARY KEY (entity_id)",
        "UNIQUE (type, name)",
    )


def _user() -> str:
    return _table(
        "user",
        "user_id serial ",
        "entity_id integer NOT NULL",
        "password_hash bytea NOT NULL",
        "password_salt bytea",
        "password_date timestamptz NOT NULL",
        "disabled boolean NOT NULL DEFAULT FALSE",
        "expired boolean NOT NULL DEFAULT FALSE",
        "access_window_start time",
        "access_window_end time",
        "valid_from date",
        "valid_until date",
        "timezone varchar(64)",
        *(f"{name} varchar(256)" for name in ("full_name", "email_address", "organization", "organizational_role")),
        "PRIMARY KEY (user_id)",
        "UNIQUE (entity_id)",
        _refer("entity_id", "entity"),
    )


def _user_group() -> str:
    return _table(
        "user_group",
        "user_group_id serial ",
        "entity_id integer NOT NULL",
        "disabled boolean NOT NULL DEFAULT FALSE",
        "PRIMARY KEY (user_group_id)",
        "UNIQUE (entity_id)",
        _refer("entity_id", "entity"),
    )


def _member() -> str:
    return _table(
        "user_group_member",
        "user_group_id integer NOT NULL",
        "member_entity_id integer NOT NULL",
        "PRIMARY KEY (user_group_id, member_entity_id)",
        _refer("user_group_id", "user_group"),
        _refer("member_entity_id", "entity"),
    )


def _connection_group() -> str:
    return _table(
        "connection_group",
        "connection_group_id serial ",
        "parent_id integer",
        "connection_group_name varchar(128) NOT NULL",
        "type guacamole_connection_group_type NOT NULL DEFAULT 'ORGANIZATIONAL'",
        "max_connections integer",
        "max_connections_per_user integer",
        "enable_session_affinity boolean NOT NULL DEFAULT FALSE",
        "PRIMARY KEY (connection_group_id)",
        "UNIQUE (connection_group_name, parent_id)",
        _refer("parent_id", "connection_group"),
    )


def _connection() -> str:
    return _table(
        "connection",
        "connection_id serial ",
        "connection_name varchar(128) NOT NULL",
        "parent_id integer",
        "protocol varchar(32) NOT NULL",
        "max_connections integer",
        "max_connections_per_user integer",
        "connection_weight integer",
        "failover_only boolean NOT NULL DEFAULT FALSE",
        "proxy_port integer",
        "proxy_hostname varchar(512)",
        "proxy_encryption_method guacamole_proxy_encryption_method ",
        "PRIMARY KEY (connection_id)",
        "UNIQUE (connection_name, parent_id)",
        _refer("parent_id", "connection_group"),
    )


def _sharing_profile() -> str:
    return _table(
        "sharing_profile",
        "sharing_profile_id serial ",
        "sharing_profile_name varchar(128) NOT NULL",
        "primary_connection_id integer NOT NULL",
        "PRIMARY KEY (sharing_profile_id)",
        "UNIQUE (sharing_profile_name, primary_connection_id)",
        _refer("primary_connection_id", "connection"),
    )


def _parameters(kind: str) -> str:
    return _named(kind, "parameter")


def _attributes(kind: str) -> str:
    return _named(kind, "attribute")


def _named(kind: str, what: str) -> str:
    return _table(
        f"{kind}_{what}",
        f"{kind}_id integer NOT NULL",
        f"{what}_name varchar(128) NOT NULL",
        f"{what}_value varchar(4096) NOT NULL",
        f"PRIMARY KEY ({kind}_id, {what}_name)",
        _refer(f"{kind}_id", kind),
    )


def _permissions(kind: str, column: str, table: str) -> str:
    return _table(
        f"{kind}_permission",
        "entity_id integer NOT NULL",
        f"{column} integer NOT NULL",
        "permission guacamole_object_permission_type NOT NULL",
        f"PRIMARY KEY (entity_id, {column}, permission)",
        _refer(column, table),
        _refer("entity_id", "entity"),
    )


def _history() -> str:
    return _table(
        "connection_history",
        "history_id serial ",
        "user_id integer",
        "connection_id integer",
        "PRIMARY KEY (history_id)",
        _refer("user_id", "user", end="SET NULL"),
        _refer("connection_id", "connection", end="SET NULL"),
    )
